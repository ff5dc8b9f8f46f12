//! One line of the record, with its three times and all that later entries did to it.

use marrow::engine::fold::Folded;
use marrow::engine::view;

use super::{each, id};
use crate::error::{MarrowError, Result};
use crate::forms::Form;
use crate::ids::EntryId;
use crate::kinds::EntryKind;
use crate::words::{Precision, of_word};

/// A field and its value.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldView {
    /// The field's name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The value in words.
    pub text: String,
}

impl From<view::FieldView> for FieldView {
    fn from(view: view::FieldView) -> Self {
        // The value itself crosses in the entry's form.
        let view::FieldView {
            field,
            label,
            text,
            value: _,
        } = view;
        Self { field, label, text }
    }
}

/// A strike, with who did it and why.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MarkView {
    /// The entry that did it.
    pub entry: EntryId,
    /// Who.
    pub by: String,
    /// When it was recorded, wall ms.
    pub at_ms: i64,
    /// Why.
    pub reason: Option<String>,
}

impl TryFrom<view::MarkView> for MarkView {
    type Error = MarrowError;

    fn try_from(mark: view::MarkView) -> Result<Self> {
        let view::MarkView {
            entry,
            by,
            at_ms,
            reason,
        } = mark;
        let entry = id(&entry)?;
        Ok(Self {
            entry,
            by,
            at_ms,
            reason,
        })
    }
}

/// An amendment, with what it changed.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AmendView {
    /// Who, when, why.
    pub mark: MarkView,
    /// The fields' values before any amendment, where it changed them.
    pub old: Vec<FieldView>,
    /// The time before any amendment, where it changed it, wall ms.
    pub old_performed_at_ms: Option<i64>,
}

impl TryFrom<view::AmendView> for AmendView {
    type Error = MarrowError;

    fn try_from(amend: view::AmendView) -> Result<Self> {
        let view::AmendView {
            mark,
            old,
            old_performed_at_ms,
        } = amend;
        Ok(Self {
            mark: mark.try_into()?,
            old: old.into_iter().map(FieldView::from).collect(),
            old_performed_at_ms,
        })
    }
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct EntryView {
    /// Its id.
    pub id: EntryId,
    /// Its kind; absent where this version cannot read it.
    pub kind: Option<EntryKind>,
    /// The kind in words.
    pub title: String,
    /// When it happened, as claimed and amended: wall ms on this phone's clock.
    pub performed_at_ms: i64,
    /// How sure that is.
    pub precision: Precision,
    /// When it was recorded, on the recording phone's wall clock, ms.
    pub recorded_at_ms: i64,
    /// That phone's offset from UTC then, s.
    pub recorded_offset_s: i32,
    /// When this phone got it, wall ms.
    pub received_at_ms: i64,
    /// Who recorded.
    pub name: String,
    /// Nurse, paramedic …
    pub role: String,
    /// Ward, ambulance …
    pub unit: String,
    /// The fields as amended, in words.
    pub fields: Vec<FieldView>,
    /// The same as a form, to be amended; absent where the kind has none.
    pub form: Option<Form>,
    /// Strikes that hold; empty: the entry stands.
    pub struck: Vec<MarkView>,
    /// Amendments, concurrent ones included.
    pub amended: Vec<AmendView>,
    /// It was recorded more than a day after it happened.
    pub late: bool,
    /// Why it came late or was done overdue.
    pub late_reason: Option<String>,
    /// What a check lacks to count, by label; empty: it counts.
    pub missing: Vec<String>,
}

impl EntryView {
    /// The engine's view with the entry's form beside it.
    pub fn of(entry: view::EntryView, folded: &Folded) -> Result<Self> {
        let view::EntryView {
            id: _,
            kind,
            title,
            performed_at_ms,
            precision,
            recorded_at_ms,
            recorded_offset_s,
            received_at_ms,
            name,
            role,
            unit,
            fields,
            struck,
            amended,
            late,
            late_reason,
            missing,
        } = entry;
        let kind_of = |word| EntryKind::from_word(word).ok_or(MarrowError::Internal);
        Ok(Self {
            id: folded.entry.id,
            kind: kind.map(kind_of).transpose()?,
            title,
            performed_at_ms,
            precision: of_word(Precision::ALL, Precision::word, precision)?,
            recorded_at_ms,
            recorded_offset_s,
            received_at_ms,
            name,
            role,
            unit,
            fields: fields.into_iter().map(FieldView::from).collect(),
            form: folded.payload().cloned().and_then(Form::of),
            struck: each(struck, MarkView::try_from)?,
            amended: each(amended, AmendView::try_from)?,
            late,
            late_reason,
            missing,
        })
    }
}
