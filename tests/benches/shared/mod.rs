//! What the benches share: a ward to measure on, and how figures are taken and told.

#![allow(dead_code, reason = "each bench uses a part")]

pub mod figures;
pub mod ward;
