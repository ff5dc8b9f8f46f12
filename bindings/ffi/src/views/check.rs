//! What a check asks of a case, now.

use marrow::engine::form;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AskedField {
    /// The field; the catalogue says how it is answered.
    pub field: String,
    /// Its label, for this case.
    pub label: String,
    /// The field for the limb on the other side, where there is one: asked beside it.
    pub other: Option<String>,
    /// What was found last, in words: to compare with, never an answer.
    pub last: Option<String>,
    /// The same of the other limb.
    pub other_last: Option<String>,
    /// When that was, wall ms.
    pub last_at_ms: Option<i64>,
}

/// Questions that stand together.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct AskedGroup {
    /// Its title.
    pub title: String,
    /// The check counts once each of these is answered, as far as it applies: a preview says what is missing.
    pub counts: bool,
    /// It is due now, and shown open.
    pub open: bool,
    /// The questions.
    pub fields: Vec<AskedField>,
}

/// What a check asks.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CheckAsked {
    /// What the needle's side is called, where both are compared.
    pub side: Option<String>,
    /// What the other is called.
    pub other_side: Option<String>,
    /// The questions, those that make it count first.
    pub groups: Vec<AskedGroup>,
}

impl From<form::CheckAsked> for CheckAsked {
    fn from(asked: form::CheckAsked) -> Self {
        let form::CheckAsked {
            side,
            other_side,
            groups,
        } = asked;
        Self {
            side,
            other_side,
            groups: groups.into_iter().map(AskedGroup::from).collect(),
        }
    }
}

impl From<form::AskedGroup> for AskedGroup {
    fn from(group: form::AskedGroup) -> Self {
        let form::AskedGroup {
            title,
            counts,
            open,
            fields,
        } = group;
        Self {
            title,
            counts,
            open,
            fields: fields.into_iter().map(AskedField::from).collect(),
        }
    }
}

impl From<form::AskedField> for AskedField {
    fn from(field: form::AskedField) -> Self {
        let form::AskedField {
            field,
            label,
            other,
            last,
            other_last,
            last_at,
        } = field;
        Self {
            field: field.to_owned(),
            label,
            other: other.map(str::to_owned),
            last,
            other_last,
            last_at_ms: last_at,
        }
    }
}
