//! What goes in and comes out: entries, batches, reminders of the ledger.
//!
//! Entries are opaque here. Their `Debug` shows no payload, so that a stray `{:?}` puts no health
//! data in a log.

use std::fmt;

use rusqlite::Row;
use sha2::{Digest, Sha256};

use crate::{Result, StoreError};

/// The SHA-256 of an entry's bytes.
pub type EntryId = [u8; 32];
/// The id of a stream or of a case.
pub type Id16 = [u8; 16];
/// The end of a stream: the highest sequence number and the entry there (in a fork, the one with
/// the smallest id).
pub type Tip = (u64, EntryId);

/// Computes an entry's id from its bytes.
pub fn entry_id(bytes: &[u8]) -> EntryId {
    Sha256::digest(bytes).into()
}

/// One entry of the log, with the few columns that the store finds it by.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// SHA-256 of `bytes`; [`entry_id`] computes it.
    pub id: EntryId,
    /// The stream (one installation in one case) that the entry belongs to.
    pub stream: Id16,
    /// The place in the stream, from 1.
    pub seq: u64,
    /// The Lamport time.
    pub lamport: u64,
    /// The case, or `None` for the phone's local stream.
    pub case: Option<Id16>,
    /// The kind, as the envelope names it.
    pub kind: String,
    /// The entry itself, kept and given back byte for byte.
    pub bytes: Vec<u8>,
    /// When this phone got it: wall time in milliseconds since 1970.
    pub received_at_ms: i64,
    /// Milliseconds by which the sender's clock was ahead of ours at that time; 0 for our own.
    pub clock_offset_ms: i64,
}

impl fmt::Debug for StoredEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "StoredEntry(seq {}, lamport {}, {} bytes)",
            self.seq,
            self.lamport,
            self.bytes.len()
        )
    }
}

/// A reminder that the phone's operating system holds.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// The reminder's id.
    pub id: String,
    /// What it was made from; another fingerprint means that it must be scheduled anew.
    pub fingerprint: String,
    /// When it goes off: wall time in milliseconds since 1970.
    pub fire_at_ms: i64,
}

impl fmt::Debug for LedgerRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LedgerRow(fires at {} ms)", self.fire_at_ms)
    }
}

/// Everything that one command writes: all of it or nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// New entries, in the order in which they are to arrive.
    pub entries: Vec<StoredEntry>,
    /// Settings to set, or with `None` to remove.
    pub settings: Vec<(String, Option<Vec<u8>>)>,
    /// The stream tips that the batch was computed on (`None`: the stream was empty). If one of
    /// them has moved, nothing is written, so that a second process never forks a chain.
    pub expect: Vec<(Id16, Option<Tip>)>,
    /// With `Some`, replaces the whole ledger of reminders.
    pub ledger: Option<Vec<LedgerRow>>,
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Batch({} entries, {} settings)",
            self.entries.len(),
            self.settings.len()
        )
    }
}

pub(crate) const COLUMNS: &str = "id, stream, seq, lamport, case_id, kind, bytes, received_at_ms, clock_offset_ms";

/// Reads a row that was selected with [`COLUMNS`].
pub(crate) fn from_row(row: &Row<'_>) -> Result<StoredEntry> {
    Ok(StoredEntry {
        id: row.get(0)?,
        stream: row.get(1)?,
        seq: unsigned(row.get(2)?)?,
        lamport: unsigned(row.get(3)?)?,
        case: row.get(4)?,
        kind: row.get(5)?,
        bytes: row.get(6)?,
        received_at_ms: row.get(7)?,
        clock_offset_ms: row.get(8)?,
    })
}

/// SQLite counts in `i64`; a negative number in one of our columns can't be ours.
pub(crate) fn unsigned(value: i64) -> Result<u64> {
    u64::try_from(value).map_err(|_| StoreError::Damaged)
}

pub(crate) fn signed(value: u64) -> Result<i64> {
    i64::try_from(value).map_err(|_| StoreError::Invalid("a number is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_payload() {
        let secret = "PLANTED-NAME-7731";
        let entry = StoredEntry {
            id: [1; 32],
            stream: [2; 16],
            seq: 3,
            lamport: 4,
            case: None,
            kind: secret.into(),
            bytes: secret.into(),
            received_at_ms: 0,
            clock_offset_ms: 0,
        };
        let row = LedgerRow {
            id: secret.into(),
            fingerprint: secret.into(),
            fire_at_ms: 9,
        };
        let batch = Batch {
            entries: vec![entry.clone()],
            settings: vec![(secret.into(), Some(secret.into()))],
            ledger: Some(vec![row.clone()]),
            ..Batch::default()
        };
        assert_eq!(format!("{entry:?}"), "StoredEntry(seq 3, lamport 4, 17 bytes)");
        assert_eq!(format!("{row:?}"), "LedgerRow(fires at 9 ms)");
        assert_eq!(format!("{batch:?}"), "Batch(1 entries, 1 settings)");
    }
}
