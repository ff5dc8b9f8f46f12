//! The store itself: how large it is, and whether it is whole.

use marrow::engine::id::StreamId;
use uuid::Uuid;

use crate::ids::{EntryId, count};

/// What a rescue did.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Rescue {
    /// Where the damaged file lies now.
    pub aside: String,
    /// Entries that could be read and are in the new store.
    pub saved: u32,
    /// Entries whose chain has a hole before them now.
    pub after_a_hole: u32,
}

impl From<marrow::Rescue> for Rescue {
    fn from(rescue: marrow::Rescue) -> Self {
        let marrow::Rescue {
            aside,
            saved,
            after_a_hole,
        } = rescue;
        Self {
            aside: aside.to_string_lossy().into_owned(),
            saved: count(saved),
            after_a_hole: count(after_a_hole),
        }
    }
}

/// Sizes and counts of the store, and how it was found when it was opened.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct StoreInfo {
    /// The release of this core.
    pub release: String,
    /// The format of the file.
    pub schema_version: u32,
    /// How many entries the log has.
    pub entries: u64,
    /// The size of the database file, bytes.
    pub file_bytes: u64,
    /// What is committed but not yet moved into the database file, bytes.
    pub wal_bytes: u64,
    /// How many of the database's pages are unused.
    pub free_pages: u64,
    /// The release of SQLCipher.
    pub cipher_version: String,
    /// To be kept outside the database: see [`crate::OpenOptions`].
    pub mark: u64,
    /// Opening found the database rolled back to an earlier state; a new incarnation writes since.
    pub rolled_back: bool,
    /// What was rescued when it was opened, if anything was.
    pub rescued: Option<Rescue>,
}

impl StoreInfo {
    /// Of an open store.
    pub fn of(marrow: &marrow::Marrow, rescued: Option<Rescue>) -> marrow::Result<Self> {
        let marrow::Info {
            schema_version,
            entries,
            file_bytes,
            wal_bytes,
            free_pages,
            cipher_version,
        } = marrow.info()?;
        Ok(Self {
            release: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version,
            entries,
            file_bytes,
            wal_bytes,
            free_pages,
            cipher_version,
            mark: marrow.mark(),
            rolled_back: marrow.rolled_back(),
            rescued,
        })
    }
}

/// The first thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct StoreFault {
    /// The entry.
    pub entry: EntryId,
    /// Its chain.
    pub stream: Uuid,
    /// Its place in it.
    pub seq: u64,
    /// What is wrong: `not-an-entry`, `altered`, `misfiled`, `broken-link`, `missing-before`.
    pub problem: String,
}

impl From<marrow::Fault> for StoreFault {
    fn from(fault: marrow::Fault) -> Self {
        let marrow::Fault {
            entry,
            stream: StreamId(stream),
            seq,
            problem,
        } = fault;
        Self {
            entry,
            stream: Uuid::from_bytes(stream),
            seq,
            problem: problem.to_owned(),
        }
    }
}

/// What a walk through every chain found.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Verification {
    /// Entries read.
    pub entries: u64,
    /// Chains walked.
    pub chains: u64,
    /// Entries of a kind or version that this release cannot read (they verify all the same).
    pub unreadable: u64,
    /// Places where two entries stand: both are kept.
    pub forks: u64,
    /// The first fault, in the order of the log; none: all is whole.
    pub fault: Option<StoreFault>,
}

impl From<marrow::Verification> for Verification {
    fn from(found: marrow::Verification) -> Self {
        let marrow::Verification {
            entries,
            chains,
            unreadable,
            forks,
            fault,
        } = found;
        Self {
            entries,
            chains,
            unreadable,
            forks,
            fault: fault.map(StoreFault::from),
        }
    }
}
