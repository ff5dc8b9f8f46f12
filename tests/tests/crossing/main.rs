//! What Kotlin and Swift are held against: commands with the ids of the entries that Rust makes of them, and whole
//! scenarios with what is to be seen at their end.
//!
//! Ids are hashes of the canonical bytes: equal ids are equal bytes. Here both files are played through the facade and
//! through the types that cross, so that they are right on this side; the shells' own tests play the same files.
//! `UPDATE_GOLDEN=1 cargo test -p marrow-tests --test crossing` writes ids and expectations anew.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

mod commands;
mod coverage;
mod scenario;
mod script;
mod steps;
mod stores;
