//! A damaged file: set aside, never written over, and what can still be read of it taken along.

use std::path::{Path, PathBuf};

use marrow_engine::entry::Entry;
use marrow_store::{Batch, Key, Store, StoredEntry, salvage, set_aside};

use crate::Result;

/// What a rescue did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    /// Where the damaged file lies now.
    pub aside: PathBuf,
    /// Entries that could be read and are in the new store.
    pub saved: usize,
    /// Entries whose chain has a hole before them now.
    pub after_a_hole: usize,
}

/// Sets a damaged file aside (`stamp` goes into its name) and starts a new one with every entry that
/// can still be read. Settings are not taken over: a new incarnation starts, whose chains cite the
/// old heads.
pub fn rescue(path: &Path, key: &Key, stamp: &str) -> Result<Rescue> {
    let found = salvage(path, key)?;
    let aside = set_aside(path, stamp)?;
    let entries: Vec<StoredEntry> = found
        .entries
        .into_iter()
        .filter(|e| Entry::read(&e.bytes).is_ok())
        .collect();
    let has = |stream, seq| entries.iter().any(|e| e.stream == stream && e.seq == seq);
    let after_a_hole = entries
        .iter()
        .filter(|e| e.seq > 1 && !has(e.stream, e.seq - 1))
        .count();
    let saved = entries.len();
    let mut store = Store::open(path, key)?;
    store.commit(&Batch {
        entries,
        ..Batch::default()
    })?;
    Ok(Rescue {
        aside,
        saved,
        after_a_hole,
    })
}
