//! A case on its way from one phone to another, entry by entry.
//!
//! This is what every carrier carries; sealing, signing and compressing are the exchange's. Merging
//! is set union: taking a parcel twice changes nothing, and a chain is taken whole or not at all.

use std::collections::BTreeMap;

use marrow_engine::entry::Entry;
use marrow_engine::fold::{Arrival, fold, shift_of};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::time::{ClockSample, Ms};

use crate::pen::arrivals;
use crate::{Error, Marrow, Result};

/// A case's entries and the giving phone's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The case.
    pub case: CaseId,
    /// Each entry's bytes, and its shift on the giving phone.
    pub entries: Vec<(Vec<u8>, Ms)>,
    /// The giving phone's known clock jumps.
    pub adjusted_ms: Ms,
    /// The giving phone's wall clock when the parcel was made.
    pub wall_ms: Ms,
}

/// What a parcel brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Entries that were new.
    pub new: usize,
    /// Entries that were here already.
    pub known: usize,
}

impl Marrow {
    /// Everything on record of a case, to be taken to another phone.
    pub fn parcel(&mut self, case: CaseId, now: &ClockSample) -> Result<Parcel> {
        self.refresh()?;
        let state = self.case_state(case)?;
        let entries = arrivals(state)
            .into_iter()
            .map(|a| (a.entry.bytes(), a.shift_ms))
            .collect();
        Ok(Parcel {
            case,
            entries,
            adjusted_ms: self.clock_now(now).adjusted_ms,
            wall_ms: now.wall_ms,
        })
    }

    /// Takes a parcel in. `live` says that it was made this very moment, so that the two phones'
    /// clocks can be compared; otherwise both are taken to be right.
    pub fn take(&mut self, parcel: &Parcel, live: bool, now: &ClockSample) -> Result<Taken> {
        self.refresh()?;
        let mut pen = self.pen(now)?;
        let known = self.cases.get(parcel.case).map(arrivals).unwrap_or_default();
        let apart = if live { now.wall_ms - parcel.wall_ms } else { 0 };
        let shift = |shift_there| shift_of(shift_there, parcel.adjusted_ms, pen.clock.adjusted_ms, apart);
        let mut new = Vec::new();
        for (bytes, shift_there) in &parcel.entries {
            let entry = Entry::read(bytes)?;
            if entry.envelope.case != Some(parcel.case) {
                return Err(Error::Broken("an entry belongs to another case"));
            }
            if !known.iter().any(|a| a.entry.id == entry.id) {
                new.push(Arrival {
                    entry: entry.into(),
                    received_at_ms: now.wall_ms,
                    shift_ms: shift(*shift_there),
                });
            }
        }
        whole(&known, &new)?;
        let taken = Taken {
            new: new.len(),
            known: parcel.entries.len() - new.len(),
        };
        if !new.is_empty() {
            pen.foreign = new.len() as u64;
            pen.entries.extend(new.iter().cloned());
            let all = known.into_iter().chain(new).collect();
            pen.cases.push(fold(parcel.case, all, &self.protocols));
        }
        self.commit(pen)?;
        Ok(taken)
    }
}

/// Every new entry must follow the one before it in its chain, here or in the parcel.
fn whole(known: &[Arrival], new: &[Arrival]) -> Result<()> {
    let mut at: BTreeMap<(StreamId, u64), Vec<EntryId>> = BTreeMap::new();
    for arrival in known.iter().chain(new) {
        let envelope = &arrival.entry.envelope;
        at.entry((envelope.stream, envelope.seq))
            .or_default()
            .push(arrival.entry.id);
    }
    for Arrival { entry, .. } in new {
        let envelope = &entry.envelope;
        let Some(prev) = envelope.prev else { continue };
        match at.get(&(envelope.stream, envelope.seq - 1)) {
            Some(before) if before.contains(&prev) => {}
            Some(_) => return Err(Error::Broken("a chain does not hold together")),
            None => return Err(Error::Broken("part of a chain is missing")),
        }
    }
    Ok(())
}
