//! Values of an earlier entry change; the old ones stay visible.

use marrow::engine::entry::Payload;
use marrow::engine::entry::payload::Amend;

use super::Form;
use crate::error::Result;
use crate::ids::EntryId;
use crate::words::Precision;

/// Which entry a command's form takes the place of. The form is the whole new one: what it leaves out is taken away.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AmendForm {
    /// The entry.
    pub entry: EntryId,
    /// Why.
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// When it really happened, wall ms of this phone, if that changes.
    #[uniffi(default = None)]
    pub performed_at_ms: Option<i64>,
    /// How sure that is, if that changes.
    #[uniffi(default = None)]
    pub precision: Option<Precision>,
}

impl AmendForm {
    /// The engine's amendment, which names the fields that differ; those of the form that are empty are taken away.
    pub fn with(self, form: Form) -> Result<Payload> {
        let Self {
            entry,
            reason,
            performed_at_ms,
            precision,
        } = self;
        let new = Payload::try_from(form)?;
        let mut changes = new.to_json();
        for field in new.kind().fields() {
            // JSON's null, by which an amendment takes a value away.
            changes.entry(*field).or_insert(Default::default());
        }
        // The bytes of the patch are the core's to make.
        let patch = Vec::new();
        Ok(Payload::Amend(Box::new(Amend {
            entry,
            reason,
            performed_at_ms,
            precision,
            patch,
            changes,
        })))
    }
}
