//! What falls due: every step of the default protocol and each of the numbered rules, row by row.
//!
//! Each row says a sentence of the care rules, types a short script and names what must then be due. How scripts
//! and expectations are written stands in [`support`].

#[path = "../support/mod.rs"]
mod support;

mod access;
mod checks;
mod compression;
mod deadlines;
mod disinfect;
mod ending;
mod handover;
mod record;
mod removed;
mod site_check;
mod status;
