//! Entries: what people recorded, in bytes that never change.
//!
//! An entry is an [`Envelope`] in canonical CBOR (RFC 8949 §4.2, integers only). Its id is the
//! SHA-256 of those bytes. Each entry of a stream names the one before it by hash, so that a chain
//! can be verified alone; `parents` name what else its phone had seen, so that order is causal.

mod canonical;
mod envelope;
mod fields;
mod kind;
mod patch;
pub mod payload;
mod shared;

pub use envelope::{Actor, Entry, EntryError, Envelope, MAX_ENTRY_BYTES, Parent, Recorded};
pub use fields::Fields;
pub(crate) use kind::without_values;
pub use kind::{InvalidFields, Kind, Payload};
pub(crate) use patch::split_patch;
pub use patch::{apply_patch, diff_patch};
pub use shared::Shared;
