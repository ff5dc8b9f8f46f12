//! Walks every chain: is each entry what its hash says, and does each follow the one before it?

use std::collections::BTreeMap;

use marrow_engine::entry::Entry;
use marrow_engine::id::{EntryId, StreamId};

use crate::{Marrow, Result};

/// The first thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry.
    pub entry: EntryId,
    /// Its chain.
    pub stream: StreamId,
    /// Its place in it.
    pub seq: u64,
    /// What is wrong, as a text key's last part.
    pub problem: &'static str,
}

/// The result of a walk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Entries read.
    pub entries: u64,
    /// Chains walked.
    pub chains: u64,
    /// Entries of a kind or version that this Marrow cannot read (they verify all the same).
    pub unreadable: u64,
    /// Places where two entries stand: both are kept.
    pub forks: u64,
    /// The first fault, in the order of the log.
    pub fault: Option<Fault>,
}

/// The entries at each place of each chain, with the one that each names before it.
type Chains = BTreeMap<(StreamId, u64), Vec<(EntryId, Option<EntryId>)>>;

impl Marrow {
    /// Reads every entry from the disk again and walks every chain; then the file's own integrity.
    pub fn verify(&mut self) -> Result<Verification> {
        let mut chains = Chains::new();
        let mut found = Verification::default();
        self.store.all_entries(|stored| {
            found.entries += 1;
            let fault = |problem| Fault {
                entry: EntryId(stored.id),
                stream: StreamId(stored.stream),
                seq: stored.seq,
                problem,
            };
            let read = Entry::read(&stored.bytes);
            let problem = match &read {
                Err(_) => Some("not-an-entry"),
                Ok(entry) if entry.id.0 != stored.id => Some("altered"),
                Ok(entry) if entry.envelope.stream.0 != stored.stream || entry.envelope.seq != stored.seq => {
                    Some("misfiled")
                }
                Ok(_) => None,
            };
            if let (Some(problem), None) = (problem, &found.fault) {
                found.fault = Some(fault(problem));
            }
            if let Ok(entry) = read {
                found.unreadable += u64::from(entry.payload().is_none());
                let place = (entry.envelope.stream, entry.envelope.seq);
                chains.entry(place).or_default().push((entry.id, entry.envelope.prev));
            }
        })?;
        for ((stream, seq), entries) in &chains {
            found.chains += u64::from(*seq == 1);
            found.forks += u64::from(entries.len() > 1);
            for (entry, prev) in entries {
                let before = seq.checked_sub(1).and_then(|before| chains.get(&(*stream, before)));
                let problem = match (prev, before) {
                    (None, _) => continue,
                    (Some(prev), Some(before)) if before.iter().any(|(id, _)| id == prev) => continue,
                    (Some(_), Some(_)) => "broken-link",
                    (Some(_), None) => "missing-before",
                };
                found.fault.get_or_insert(Fault {
                    entry: *entry,
                    stream: *stream,
                    seq: *seq,
                    problem,
                });
            }
        }
        self.store.integrity()?;
        Ok(found)
    }

    /// Drops what is derived from the log and makes it anew.
    pub fn rebuild(&mut self) -> Result<()> {
        self.store.rebuild_derived()?;
        self.load()
    }
}
