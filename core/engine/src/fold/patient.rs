//! What is known of the patient: the newest of each, and the age as it was at the insertion.

use super::telling::Telling;
use crate::entry::payload::Patient;
use crate::time::{Ms, local};
use crate::vocabulary::AgeBand;

/// An age at the insertion, as far as it is known: months from `low` up to but not including `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// At least so many months.
    pub low: i64,
    /// Fewer than so many months.
    pub high: i64,
}

impl Age {
    /// Certainly at least that many years.
    pub const fn at_least(self, years: u32) -> bool {
        self.low >= years as i64 * 12
    }
    /// Certainly below that many years.
    pub const fn below(self, years: u32) -> bool {
        self.high <= years as i64 * 12
    }
}

impl Telling<'_, '_> {
    /// Takes patient data over; the newest statement of an age is kept whole.
    pub(super) fn patient_data(&mut self, new: &Patient) {
        let old = &mut self.patient;
        macro_rules! newest {
            ($($field:ident),+) => {$( if new.$field.is_some() { old.$field.clone_from(&new.$field); } )+};
        }
        newest!(
            alias,
            name,
            identifier,
            date_of_birth,
            age_years,
            age_months,
            age_band,
            weight_kg,
            weight_measured
        );
        newest!(
            sex,
            allergies,
            anticoagulated,
            consciousness,
            mri_planned,
            encounter,
            place,
            responsible_clinician
        );
        let tells_age = new.date_of_birth.is_some()
            || new.age_years.is_some()
            || new.age_months.is_some()
            || new.age_band.is_some();
        if tells_age {
            self.age_from = Some(new.clone());
        }
        self.now.consciousness = self.patient.consciousness;
        self.now.anticoagulated = self.patient.anticoagulated == Some(true);
    }

    /// The age at the insertion as one entry tells it: the finest statement in it holds.
    pub(super) fn age_of(&self, patient: &Patient) -> Option<Age> {
        if let Some(born) = patient.date_of_birth {
            let mark = self.insertion.or(self.opened)?;
            let offset = self.case.entries[mark.index].entry.envelope.recorded.offset_s;
            // As the recording phone's calendar showed it: a clock that is set later makes nobody older.
            let day = local(self.case.entries[mark.index].when.claimed(), offset).date_naive();
            let whole = crate::time::whole_months(born.0, day);
            return Some(Age {
                low: whole,
                high: whole + 1,
            });
        }
        let months = patient.age_months.map(|m| (i64::from(m), i64::from(m) + 1));
        let years = patient.age_years.map(|y| (i64::from(y) * 12, i64::from(y) * 12 + 12));
        let band = patient.age_band.map(|band| match band {
            AgeBand::Under12 => (0, 144),
            AgeBand::Over12 => (144, Ms::MAX),
        });
        let months = match (months, years) {
            // "2 years, 3 months" typed in two fields is one age.
            (Some((m, _)), Some((y, _))) if m < 12 => Some((y + m, y + m + 1)),
            (months, years) => months.or(years),
        };
        months.or(band).map(|(low, high)| Age { low, high })
    }
}
