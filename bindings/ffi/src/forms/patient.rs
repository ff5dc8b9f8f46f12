//! Who the patient is.

use super::forms;
use crate::Quantity;
use crate::words::{AgeBand, Consciousness, Sex};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, uniffi::Record)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

forms! {
    /// Who the patient is, as far as it is known; later entries add or correct.
    PatientForm of Patient {
        /// Bed, tag or initials: what the board shows.
        alias: String,
        name: String,
        identifier: String,
        date_of_birth: Day,
        age_years: u32,
        age_months: u32,
        age_band: AgeBand,
        weight_kg: Quantity,
        weight_measured: bool,
        sex: Sex,
        allergies: Vec<String>,
        anticoagulated: bool,
        consciousness: Consciousness,
        mri_planned: bool,
        encounter: String,
        place: String,
        responsible_clinician: String,
    }
}
