//! Laws that hold for any record: for any set of entries of one to three phones, in any order and any number of copies.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic; so may what it calls"
)]

#[path = "../support/mod.rs"]
mod support;

mod acts;
mod bytes;
mod course;
mod order;
mod strikes;
mod tasks;
mod world;
