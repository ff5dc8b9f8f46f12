//! The flags and the refusals: what raises each, how serious it is, what clears it and what does not.
//!
//! How scripts and expectations are written stands in [`support`].

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../support/mod.rs"]
mod support;

mod bones;
mod device;
mod dressing;
mod leaving;
mod limb;
mod limit;
mod patient;
mod products;
mod refusals;
mod site;
mod tasks;
