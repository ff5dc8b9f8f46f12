//! Whether `commands.json` has everything: each kind, each field, each word of each list, each part of a command.

use std::collections::BTreeSet;

use marrow::engine::entry::Kind;
use marrow::engine::vocabulary::LISTS;
use serde_json::{Map, Value};

use crate::commands::vectors;
use crate::steps::Step;

/// Kinds without a form: an amendment is a form with what it amends, the others the core records by itself.
const WITHOUT_FORM: &[Kind] = &[
    Kind::Amend,
    Kind::ClockAdjusted,
    Kind::ClockConfirmed,
    Kind::StreamBegins,
];

/// Fields that the core sets; no shell can.
const OF_THE_CORE: &[(Kind, &str)] = &[
    (Kind::Acknowledge, "due_at_ms"),
    (Kind::Snooze, "due_at_ms"),
    (Kind::Snooze, "until_ms"),
    (Kind::Snooze, "case"),
];

/// The list whose words a field takes, by the name of the list.
fn list(kind: Kind, field: &str) -> &str {
    match (kind, field) {
        (_, "sensation" | "movement") => "function",
        (_, "class") => "product_class",
        (Kind::Dressing, "type") => "dressing",
        (Kind::VenousAccess, "kind") => "venous_kind",
        (Kind::Skip, "reason") => "skip_reason",
        (Kind::EndCase, "reason") => "end_reason",
        (Kind::EndCase, "device") => "device_place",
        _ => field.strip_prefix("other_").unwrap_or(field),
    }
}

/// The values in a step that have no vector without it.
fn said(steps: &[Step]) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for step in steps {
        let (kind, command) = (step.kind(), &step.command);
        said.insert(format!("kind {kind:?}"));
        said.insert(format!("word precision {}", command.precision.word()));
        for (field, value) in &command.fields {
            said.insert(format!("field {}.{field}", kind.word()));
            let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for word in items.iter().filter_map(Value::as_str) {
                said.insert(format!("word {} {word}", list(kind, field)));
            }
        }
        let mut part = |name: &str, there: bool| there.then(|| said.insert(format!("part {name}")));
        part("performed_at_ms", command.performed_at_ms.is_some());
        part("late_reason", command.late_reason.is_some());
        if let Some(amends) = &command.amends {
            part("amends.reason", amends.reason.is_some());
            part("amends.performed_at_ms", amends.performed_at_ms.is_some());
            part("amends.precision", amends.precision.is_some());
            part(
                "amends with nothing but the form",
                *amends == nothing_but(&amends.entry_of),
            );
        }
    }
    said
}

fn nothing_but(entry_of: &str) -> crate::steps::Amends {
    crate::steps::Amends {
        entry_of: entry_of.to_owned(),
        reason: None,
        performed_at_ms: None,
        precision: None,
    }
}

fn wanted() -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    for kind in Kind::ALL.iter().filter(|kind| !WITHOUT_FORM.contains(kind)) {
        wanted.insert(format!("kind {kind:?}"));
        for field in kind
            .fields()
            .iter()
            .filter(|field| !OF_THE_CORE.contains(&(*kind, field)))
        {
            wanted.insert(format!("field {}.{field}", kind.word()));
        }
    }
    for (list, words) in LISTS {
        wanted.extend(words.iter().map(|word| format!("word {list} {word}")));
    }
    for part in [
        "performed_at_ms",
        "late_reason",
        "amends.reason",
        "amends.performed_at_ms",
        "amends.precision",
        "amends with nothing but the form",
    ] {
        wanted.insert(format!("part {part}"));
    }
    wanted
}

fn missing(steps: &[Step]) -> Vec<String> {
    wanted().difference(&said(steps)).cloned().collect()
}

#[test]
fn every_kind_every_field_and_every_word_has_a_vector() {
    let missing = missing(&vectors().steps);
    assert!(missing.is_empty(), "tests/vectors/commands.json lacks {missing:#?}");
}

#[test]
fn what_is_missing_is_named() {
    let mut steps = vectors().steps;
    steps.retain(|step| step.kind() != Kind::Flush);
    for step in &mut steps {
        step.command.fields.remove("artery");
        if step.command.fields.get("sensation") == Some(&"reduced".into()) {
            step.command.fields.remove("sensation");
        }
        if step.command.fields.get("movement") == Some(&"reduced".into()) {
            step.command.fields.remove("movement");
        }
    }
    assert_eq!(
        missing(&steps),
        [
            "field check.artery",
            "field flush.blocked",
            "field flush.ml",
            "field flush.resistance",
            "kind Flush",
            "word function reduced",
        ]
    );
}

/// What the core sets is in no form: a value that a shell could send would be lost on the way.
#[test]
fn what_the_core_sets_does_not_cross() {
    let mut kinds: Vec<Kind> = OF_THE_CORE.iter().map(|(kind, _)| *kind).collect();
    kinds.dedup();
    for kind in kinds {
        let value = |field: &str| match field {
            "case" => Value::from("00010203-0405-0607-0809-0a0b0c0d0e0f"),
            field if field.ends_with("_ms") => Value::from(1),
            _ => Value::from("site-check"),
        };
        let all: Map<String, Value> = kind.fields().iter().map(|f| ((*f).to_owned(), value(f))).collect();
        let payload = marrow::engine::entry::Payload::from_json(kind.word(), all).expect("a payload reads");
        let form = marrow_ffi::Form::of(payload).expect("a form");
        let back = marrow::engine::entry::Payload::try_from(form).expect("it crosses back");
        let kept: Vec<String> = back.to_json().into_iter().map(|(field, _)| field).collect();
        let crosses = kind
            .fields()
            .iter()
            .filter(|field| !OF_THE_CORE.contains(&(kind, field)));
        assert_eq!(kept, crosses.map(|f| (*f).to_owned()).collect::<Vec<_>>(), "{kind:?}");
    }
}
