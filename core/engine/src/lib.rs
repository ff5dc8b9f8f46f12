//! The pure protocol engine of Marrow.
//!
//! Everything that decides what is due, what is flagged, what is refused and what a phone should
//! remind of lives here, as functions of recorded entries and of a [`time::ClockSample`] that the
//! caller brings. The crate does no I/O, asks no clock, draws no random number and starts no
//! thread, so that two phones that hold the same entries say the same.
//!
//! It reminds and records according to policy. It never diagnoses and never calculates a dose.

pub mod agenda;
pub mod assess;
pub mod course;
pub mod entry;
pub mod fixed;
pub mod flags;
pub mod fold;
pub mod form;
pub mod id;
pub mod protocol;
pub mod record;
pub mod reference;
pub mod reminders;
pub mod text;
pub mod time;
pub mod view;
pub mod vocabulary;
