//! The core as Kotlin and Swift call it: one object, chunky calls, plain values.
//!
//! Responsible for what crosses: mirrors of the core's types as records and enums with data, ids and decimals that are
//! native on both sides, one error with the kinds that a shell acts on, and that a panic inside ends as an error and
//! leaves the object usable. All calls are synchronous; a shell makes them off its main thread.
//!
//! Not responsible for anything about care: every rule, number and text comes from the core, and what an engine's type
//! gains fails to compile here until it crosses too. Exact quantities cross as decimals, times as milliseconds.

// uniffi's macros write the C side. Nothing in this crate is unsafe by hand; `tests/tests/house.rs` looks.

mod catalogue;
mod clock;
mod document;
mod error;
mod forms;
mod guard;
mod ids;
mod kinds;
mod object;
mod open;
mod outcome;
mod phone;
mod policy;
#[cfg(feature = "rehearse")]
mod rehearse;
mod reminders;
mod store;
#[cfg(test)]
mod tests;
mod views;
mod words;

pub use catalogue::{Catalogue, DeviceText, FieldText, KindText, PlaceText, ReferenceCard, ReferenceLine};
pub use clock::{ClockSample, NextOffset};
pub use document::{Document, DocumentKind};
pub use error::MarrowError;
pub use forms::*;
pub use ids::{CaseId, EntryId, Quantity, Uuid};
pub use kinds::EntryKind;
pub use object::Marrow;
pub use open::OpenOptions;
pub use outcome::{Ask, Outcome, RaisedFlag};
pub use phone::{PhoneReport, PhoneView};
pub use policy::{PolicyChange, PolicyNumber, PolicyView};
pub use reminders::*;
pub use store::{Rescue, StoreFault, StoreInfo, Verification};
pub use views::*;
pub use words::*;

uniffi::setup_scaffolding!("marrow");
