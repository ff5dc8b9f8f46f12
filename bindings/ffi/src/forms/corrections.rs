//! What is said about other entries and other cases.

use super::forms;
use crate::ids::{CaseId, EntryId};
use crate::words::LinkBasis;

forms! {
    /// Two cases share a patient or an insertion: a person's word, reversible.
    LinkForm of Link { other: CaseId, basis: LinkBasis }
    /// That word is taken back.
    UnlinkForm of Unlink { other: CaseId, basis: LinkBasis }
    /// An entry was written in error; it stays on record, struck.
    StrikeForm of Strike { entry: EntryId, reason: String }
    /// A struck entry holds after all.
    ReinstateForm of Reinstate { entry: EntryId, reason: String }
}
