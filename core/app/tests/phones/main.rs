//! The facade over a real store: phones whose clocks jump, restart and travel, and cases that go from one to another.
//!
//! Everything here is told in true time: a phone's wall clock is true time plus what it is ahead. A due time is right
//! when it lies at the right true instant, whatever the clocks showed when it was recorded.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic; so may what it calls"
)]

mod asked;
mod asks;
mod carry;
mod clock;
mod delivery;
mod links;
mod parcels;
mod phone;
mod reboots;
mod rollback;
#[path = "../../../engine/tests/support/script.rs"]
mod script;
mod together;
mod told;
mod watching;
mod whole;
