//! Power cuts and failing disks.
//!
//! A kill leaves what was written; a power cut leaves only what was synced, and any part of the
//! rest. So SQLite's files go through a VFS that records ([`vfs`], [`tape`]), the store's own steps
//! beside SQLite's come to the same tape, and a simulated disk ([`disk`]) says what is left of a
//! recording when the power goes ([`round`], [`cuts`]). The same VFS lets any call fail ([`faults`],
//! [`rescue`]).

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic; so may what it calls"
)]

mod cuts;
mod dice;
mod disk;
mod faults;
mod image;
mod mlock;
mod plan;
mod rescue;
mod round;
mod run;
mod tape;
mod vfs;
