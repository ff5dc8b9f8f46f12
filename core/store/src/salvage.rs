//! Reading what can still be read from a damaged store, without ever writing to it.
//!
//! SQLite gives up at the first page that it can't decrypt, and loses all that hangs below it. But
//! the rows lie whole on the leaf pages, each page is sealed by itself, and each entry carries its
//! own hash. So every page is tried alone ([`graft`]), and what comes out is kept if its id is the
//! hash of its bytes.
//!
//! Not responsible for setting the file aside or for making a new one.

mod graft;

use std::collections::HashMap;
use std::path::Path;

use crate::key::Key;
use crate::keycheck::{self, Evidence};
use crate::seal::Seal;
use crate::{EntryId, Id16, Result, StoreError, StoredEntry, connection, files, wal};
use graft::Graft;

/// What could be saved of a damaged store, and a hint at what could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvage {
    /// The entries, each as its hash says, by Lamport time, stream, place and id.
    pub entries: Vec<StoredEntry>,
    /// How many pages could not be read, not counting the first, which holds no entries.
    pub unreadable_pages: usize,
    /// For each stream with gaps: how many places below its highest known one are empty. (What is
    /// lost beyond that one, nobody can tell from the file.)
    pub gaps: Vec<(Id16, u64)>,
}

/// Reads whatever entries can still be read from the store at `path`.
///
/// Works on an encrypted copy beside the store, so it needs as much free space as the store takes;
/// the copy is removed afterwards. Close every store on the file first: reading it here would drop
/// their locks.
///
/// Errors: `NotFound`, `WrongKey`, `NotADatabase`, `DiskFull`, `ReadOnly`, `Io`. A damaged file is
/// no error here.
pub fn salvage(path: &Path, key: &Key) -> Result<Salvage> {
    let path = files::plain(path);
    let length = files::length(&path)?.unwrap_or(0);
    if length == 0 && !wal::has_frames(&path)? {
        return Err(StoreError::NotFound);
    }
    let head = if length >= 16 {
        Some(connection::head(&path)?)
    } else {
        None
    };
    let evidence = keycheck::judge(key, head.as_ref(), keycheck::read(&path).as_ref())?;
    let mut found = HashMap::new();
    let unreadable_pages = match evidence {
        Evidence::Wrong => return Err(StoreError::WrongKey),
        Evidence::Right(seal) => pages_of(&path, key, seal, &mut found)?,
        // Nothing says any more how the pages are sealed.
        Evidence::Unknown => {
            let mut fewest = usize::MAX;
            for seal in Seal::ALL {
                fewest = fewest.min(pages_of(&path, key, seal, &mut found)?);
            }
            fewest
        }
    };
    if found.is_empty() && evidence == Evidence::Unknown {
        return Err(StoreError::NotADatabase);
    }
    let mut entries: Vec<StoredEntry> = found.into_values().collect();
    entries.sort_by_key(|entry| (entry.lamport, entry.stream, entry.seq, entry.id));
    let gaps = gaps(&entries);
    Ok(Salvage {
        entries,
        unreadable_pages,
        gaps,
    })
}

/// Adds what can be read under a seal to `found`, and returns how many pages can't.
fn pages_of(path: &Path, key: &Key, seal: Seal, found: &mut FoundEntries) -> Result<usize> {
    let unreadable = Graft::new(path, key, seal, &[])?.collect(found)?;
    let frames = wal::read(path)?.committed();
    if frames.is_empty() {
        return Ok(unreadable);
    }
    // Once more with the newer pages from the -wal in place. Entries never change, so the two add up.
    Graft::new(path, key, seal, &frames)?.collect(found)
}

fn gaps(entries: &[StoredEntry]) -> Vec<(Id16, u64)> {
    let mut streams: HashMap<Id16, Vec<u64>> = HashMap::new();
    for entry in entries {
        streams.entry(entry.stream).or_default().push(entry.seq);
    }
    let mut gaps = Vec::new();
    for (stream, mut places) in streams {
        places.sort_unstable();
        places.dedup();
        let missing = places.last().map_or(0, |last| last.saturating_sub(places.len() as u64));
        if missing > 0 {
            gaps.push((stream, missing));
        }
    }
    gaps.sort_unstable();
    gaps
}

type FoundEntries = HashMap<EntryId, StoredEntry>;
