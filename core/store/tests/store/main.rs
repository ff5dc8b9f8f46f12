//! The store from outside: what its callers rely on.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may panic; so may what it calls"
)]

mod concurrency;
mod damage;
mod fixtures;
mod keys;
mod laws;
mod limits;
mod log;
#[cfg(target_os = "linux")]
mod memory;
mod salvaging;
mod scan;
mod seals;
mod secrecy;
mod setting_aside;
