//! The store: an encrypted file that keeps an append-only log of entries.
//!
//! It is responsible for durability (an `Ok` from [`Store::commit`] is still there after a power
//! loss), for secrecy on disk (SQLCipher under a raw 32-byte key), for telling its failures apart,
//! and for never writing over a file that it could not open. It keeps entries as opaque bytes
//! beside a few indexed columns, some settings, and the ledger of reminders that the phone holds.
//!
//! It is not responsible for what an entry means, for signing, for the chain of `prev` hashes
//! inside the bytes, or for who may write: that is the engine's and the facade's work. It asks no
//! clock and makes no random numbers.
//!
//! | module | |
//! |---|---|
//! | `key`, `keycheck`, `seal` | the key, the small file that tells a wrong key from damage, what pages are sealed with |
//! | `open`, `connection`, `schema` | from a path to a proven, migrated pair of connections |
//! | `files`, `steps` | the files beside SQLite's, made private and durable, step by announced step |
//! | `store`, `scan`, `commit`, `derived` | reading, the one way to write, and the tables that can be rebuilt |
//! | `integrity`, `wal`, `salvage`, `aside` | finding damage, reading around it, and moving a damaged file away |

// The manifest says why this stands here too.
#![forbid(unsafe_code)]

mod aside;
mod commit;
mod connection;
mod derived;
mod entry;
mod error;
mod files;
mod integrity;
mod key;
mod keycheck;
mod open;
mod salvage;
mod scan;
mod schema;
mod seal;
mod steps;
mod store;
#[doc(hidden)]
pub mod testing;
mod wal;

pub use aside::set_aside;
pub use entry::{Batch, EntryId, Id16, LedgerRow, StoredEntry, Tip, entry_id};
pub use error::{Result, StoreError};
pub use integrity::Info;
pub use key::Key;
pub use salvage::{Salvage, salvage};
pub use scan::LogRow;
pub use store::Store;
