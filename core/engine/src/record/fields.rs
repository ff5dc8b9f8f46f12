//! The fields of a command on their own: what must be there, how long, and within which bounds.
//!
//! The bounds are those of the physically possible, to catch slips of the finger; they are no
//! clinical limits.

use serde_json::Value;

use super::Refusal;
use crate::entry::{Kind, Payload};
use crate::vocabulary::SkipReason;

const MAX_TEXT: usize = 500;
const MAX_NOTE: usize = 4_000;
const MAX_ITEMS: usize = 50;

/// Kinds with the fields that they cannot do without.
const REQUIRED: &[(Kind, &[&str])] = &[
    (Kind::OpenCase, &["alias"]),
    (Kind::AttemptFailed, &["site", "side"]),
    (Kind::Insert, &["device", "site", "side"]),
    (Kind::Dressing, &["type"]),
    (Kind::GiveProduct, &["name"]),
    (Kind::StartProduct, &["name"]),
    (Kind::StopProduct, &["name"]),
    (Kind::VenousAccess, &["kind"]),
    (Kind::AccessReview, &["outcome"]),
    (Kind::Extend, &["to_hours", "reason", "authorised_by"]),
    (Kind::KeepPastLimit, &["reason", "authorised_by", "recheck_hours"]),
    (Kind::EndCompression, &["bleeding_stopped"]),
    (Kind::Complication, &["kind"]),
    (Kind::Note, &["text"]),
    (Kind::Tell, &["whom"]),
    (Kind::Acknowledge, &["step"]),
    (Kind::Snooze, &["step"]),
    (Kind::Skip, &["step", "reason"]),
    (Kind::EndCase, &["reason", "device"]),
    (Kind::Link, &["other", "basis"]),
    (Kind::Unlink, &["other", "basis"]),
    (Kind::Strike, &["entry"]),
    (Kind::Reinstate, &["entry"]),
];

/// Fields with the least and the most that can be, in the unit of the form.
const BOUNDS: &[(&str, f64, f64)] = &[
    ("age_years", 0.0, 130.0),
    ("age_months", 0.0, 1_560.0),
    ("weight_kg", 0.2, 500.0),
    ("needle_mm", 5.0, 150.0),
    ("venous_tries", 0.0, 50.0),
    ("flush_ml", 0.0, 1_000.0),
    ("ml", 0.0, 1_000.0),
    ("circumference_cm", 2.0, 200.0),
    ("other_circumference_cm", 2.0, 200.0),
    ("cap_refill_s", 0.0, 60.0),
    ("other_cap_refill_s", 0.0, 60.0),
    ("body_temp_c", 10.0, 50.0),
    ("to_hours", 1.0, 200.0),
    ("recheck_hours", 0.1, 100.0),
    ("tip_length_mm", 0.0, 150.0),
];

/// The fields that an entry of a kind cannot do without.
pub fn required(kind: Kind) -> &'static [&'static str] {
    REQUIRED
        .iter()
        .find(|(of, _)| *of == kind)
        .map_or(&[], |(_, fields)| fields)
}

/// The least and the most that a field can be, in the unit of the form; `None` where it is no number.
pub fn bounds(field: &str) -> Option<(f64, f64)> {
    let found = BOUNDS.iter().find(|(name, ..)| *name == field);
    found.map(|(_, min, max)| (*min, *max))
}

pub(super) fn check(payload: &Payload) -> Result<(), Refusal> {
    let form = payload.to_json();
    for field in required(payload.kind()) {
        let there = match form.get(*field) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(_) => true,
        };
        if !there {
            return Err(Refusal::of("missing-field").with("field", *field));
        }
    }
    if let Payload::Skip(skip) = payload
        && skip.reason == Some(SkipReason::Other)
        && skip.text.as_ref().is_none_or(|text| text.trim().is_empty())
    {
        return Err(Refusal::of("missing-field").with("field", "text"));
    }
    form.iter().try_for_each(|(field, value)| one(field, value))
}

fn one(field: &str, value: &Value) -> Result<(), Refusal> {
    match value {
        Value::String(words) => text(Some(words), field),
        Value::Array(items) if items.len() > MAX_ITEMS => Err(too_long(field)),
        Value::Array(items) => items.iter().try_for_each(|item| one(field, item)),
        Value::Number(number) => match (bounds(field), number.as_f64()) {
            (Some((min, max)), Some(n)) if !(min..=max).contains(&n) => Err(Refusal::of("out-of-range")
                .with("field", field)
                .with("min", min.to_string())
                .with("max", max.to_string())),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

pub(super) fn text(words: Option<&str>, field: &str) -> Result<(), Refusal> {
    let max = if field == "text" || field == "note" {
        MAX_NOTE
    } else {
        MAX_TEXT
    };
    if words.is_some_and(|words| words.chars().count() > max) {
        Err(too_long(field))
    } else {
        Ok(())
    }
}

fn too_long(field: &str) -> Refusal {
    Refusal::of("too-long").with("field", field)
}
