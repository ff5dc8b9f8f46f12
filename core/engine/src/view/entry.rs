//! One line of the record, with its three times and all that later entries did to it.

use crate::assess::Assessment;
use crate::entry::Payload;
use crate::fold::missing_findings;
use crate::record::{LATE_ENTRY, delay};
use crate::text::{self, Lang};
use crate::time::Ms;
use serde::Serialize;

use super::{field_label, value_text};

/// A field and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldView {
    /// The field's name.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The value in words.
    pub text: String,
    /// The value as it is on record.
    pub value: serde_json::Value,
}

/// A strike, with who did it and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkView {
    /// The entry that did it.
    pub entry: String,
    /// Who.
    pub by: String,
    /// When it was recorded, wall ms.
    pub at_ms: Ms,
    /// Why.
    pub reason: Option<String>,
}

/// An amendment, with what it changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AmendView {
    /// Who, when, why.
    #[serde(flatten)]
    pub mark: MarkView,
    /// The fields' values before any amendment, where it changed them.
    pub old: Vec<FieldView>,
    /// The time before any amendment, where it changed it.
    pub old_performed_at_ms: Option<Ms>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryView {
    /// Its id.
    pub id: String,
    /// Its kind; absent where this version cannot read it.
    pub kind: Option<&'static str>,
    /// The kind in words.
    pub title: String,
    /// When it happened, as claimed and amended: wall ms on this phone's clock.
    pub performed_at_ms: Ms,
    /// `exact`, `estimated`, `told`.
    pub precision: &'static str,
    /// When it was recorded, on the recording phone's wall clock, ms.
    pub recorded_at_ms: Ms,
    /// That phone's offset from UTC then, s.
    pub recorded_offset_s: i32,
    /// When this phone got it, wall ms.
    pub received_at_ms: Ms,
    /// Who recorded.
    pub name: String,
    /// Nurse, paramedic …
    pub role: String,
    /// Ward, ambulance …
    pub unit: String,
    /// The fields as amended.
    pub fields: Vec<FieldView>,
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

/// The fields of a payload, in the order of its form.
pub fn fields(payload: &Payload, lang: Lang) -> Vec<FieldView> {
    let order = payload.kind().fields();
    let field = |(field, value): (String, serde_json::Value)| FieldView {
        label: field_label(&field, lang),
        text: value_text(&field, &value, lang),
        field,
        value,
    };
    // What the core added to know a step's occurrence again is nothing to read.
    let mut said: Vec<_> = payload
        .to_json()
        .into_iter()
        .filter(|(name, _)| !name.ends_with("_ms"))
        .collect();
    // Those of an amendment that the form does not know come last.
    said.sort_by_key(|(name, _)| order.iter().position(|field| field == name).unwrap_or(order.len()));
    said.into_iter().map(field).collect()
}

impl EntryView {
    /// As a screen shows it.
    pub fn of(look: &Assessment<'_>, index: usize, lang: Lang) -> Self {
        let timeline = &look.timeline;
        let folded = &timeline.case.entries[index];
        let envelope = &folded.entry.envelope;
        let kind = folded.payload().map(|p| p.kind().word());
        let key = kind.map_or_else(|| "kind.unknown".to_owned(), |kind| format!("kind.{kind}"));
        Self {
            id: folded.entry.id.to_string(),
            kind,
            title: text::get(lang, &key),
            performed_at_ms: folded.when.at(timeline.frame),
            precision: folded.precision.word(),
            recorded_at_ms: envelope.recorded.wall_ms,
            recorded_offset_s: envelope.recorded.offset_s,
            received_at_ms: folded.received_at_ms,
            name: envelope.actor.name.clone(),
            role: envelope.actor.role.clone(),
            unit: envelope.actor.unit.clone(),
            fields: folded.payload().map(|p| fields(p, lang)).unwrap_or_default(),
            struck: folded.struck_by.iter().map(|i| mark(look, *i)).collect(),
            amended: folded
                .amended_by
                .iter()
                .map(|i| amendment(look, index, *i, lang))
                .collect(),
            late: delay(&folded.entry) > LATE_ENTRY,
            late_reason: envelope.late_reason.clone(),
            missing: missing(look, index, lang),
        }
    }
}

fn mark(look: &Assessment<'_>, by: usize) -> MarkView {
    let folded = &look.timeline.case.entries[by];
    let envelope = &folded.entry.envelope;
    let reason = match folded.payload() {
        Some(Payload::Strike(p)) => p.reason.clone(),
        Some(Payload::Amend(p)) => p.reason.clone(),
        _ => None,
    };
    MarkView {
        entry: folded.entry.id.to_string(),
        by: envelope.actor.name.clone(),
        at_ms: folded.when_of(envelope.recorded.wall_ms).at(look.timeline.frame),
        reason,
    }
}

fn amendment(look: &Assessment<'_>, index: usize, by: usize, lang: Lang) -> AmendView {
    let case = look.timeline.case;
    let target = &case.entries[index];
    let changed: Vec<String> = match (case.entries[by].payload(), target.entry.payload()) {
        (Some(Payload::Amend(amend)), Some(payload)) => payload.fields_in_patch(&amend.patch),
        _ => Vec::new(),
    };
    let old = target.entry.payload().map(|p| fields(p, lang)).unwrap_or_default();
    let retimed = matches!(case.entries[by].payload(), Some(Payload::Amend(a)) if a.performed_at_ms.is_some());
    let old_time = target
        .when_of(target.entry.envelope.performed_at_ms)
        .at(look.timeline.frame);
    AmendView {
        mark: mark(look, by),
        old: old.into_iter().filter(|f| changed.contains(&f.field)).collect(),
        old_performed_at_ms: retimed.then_some(old_time),
    }
}

fn missing(look: &Assessment<'_>, index: usize, lang: Lang) -> Vec<String> {
    let timeline = &look.timeline;
    if !matches!(timeline.case.entries[index].payload(), Some(Payload::Check(_))) {
        return Vec::new();
    }
    let found = timeline.checks().find(|(h, _)| h.index == index);
    let Some((happening, check)) = found else {
        return Vec::new();
    };
    let protocol = &timeline.case.protocol;
    let missing = missing_findings(protocol, check, !happening.removed, timeline.sternal());
    missing.into_iter().map(|field| field_label(field, lang)).collect()
}

#[cfg(test)]
mod tests {
    use super::fields;
    use crate::entry::Payload;
    use crate::text::Lang;

    #[test]
    fn fields_are_read_in_the_order_of_their_form() {
        for (kind, form, order) in [
            (
                "insert",
                serde_json::json!({"side": "left", "site": "proximal-tibia", "device": "ez-io", "needle_mm": 25}),
                vec!["device", "site", "side", "needle_mm"],
            ),
            (
                "flush",
                serde_json::json!({"blocked": false, "resistance": false, "ml": 10}),
                vec!["ml", "resistance", "blocked"],
            ),
        ] {
            let serde_json::Value::Object(form) = form else {
                continue;
            };
            let payload = Payload::from_json(kind, form).unwrap();
            let read: Vec<_> = fields(&payload, Lang::En)
                .into_iter()
                .map(|field| field.field)
                .collect();
            assert_eq!(read, order, "{kind}");
        }
    }
}
