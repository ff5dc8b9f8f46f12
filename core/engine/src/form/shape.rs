//! How each field of a form is answered. The terminal reads by it what is typed, and the phones draw their controls.

use crate::vocabulary::LISTS;

/// How a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Anything.
    Text,
    /// Several texts.
    Texts,
    /// Yes or no.
    Yes,
    /// A number, with a point or a comma.
    Number,
    /// 0 to 10, or that it cannot be told.
    Pain,
    /// A day.
    Date,
    /// A word of a list.
    Word(&'static str),
    /// Several of them.
    Words(&'static str),
    /// Names of a check's fields.
    Fields,
    /// A device of the protocol.
    Device,
    /// A step of the protocol.
    Step,
    /// An entry of the case.
    Entry,
    /// Another case.
    Case,
    /// A policy document.
    Policy,
}

const YES: &[&str] = &[
    "weight_measured",
    "anticoagulated",
    "mri_planned",
    "wristband",
    "stretch_pain",
    "leak",
    "swelling",
    "redness",
    "warmth",
    "discharge",
    "tense",
    "firm",
    "aspirates",
    "breathless",
    "confused",
    "failed_site_swelling",
    "dried",
    "dressing_changed",
    "resistance",
    "blocked",
    "tip_intact",
    "came_out",
    "bleeding_stopped",
    "by_word",
    "advice_given",
];

const NUMBERS: &[&str] = &[
    "age_years",
    "age_months",
    "weight_kg",
    "needle_mm",
    "venous_tries",
    "flush_ml",
    "circumference_cm",
    "other_circumference_cm",
    "cap_refill_s",
    "other_cap_refill_s",
    "body_temp_c",
    "ml",
    "to_hours",
    "recheck_hours",
    "tip_length_mm",
];

/// Fields whose list has another name than they have, by kind where it matters.
const WORDS: &[(&str, &str, &str)] = &[
    ("*", "sensation", "function"),
    ("*", "movement", "function"),
    ("*", "other_pulse", "pulse"),
    ("*", "other_colour", "colour"),
    ("*", "other_temperature", "temperature"),
    ("*", "class", "product_class"),
    ("dressing", "type", "dressing"),
    ("venous-access", "kind", "venous_kind"),
    ("skip", "reason", "skip_reason"),
    ("end-case", "reason", "end_reason"),
    ("end-case", "device", "device_place"),
];

/// The shape of a field; `None` for what only the core fills in.
pub fn shape(kind: &str, field: &str) -> Option<Shape> {
    let listed = WORDS
        .iter()
        .find(|(k, f, _)| *f == field && (*k == kind || *k == "*"))
        .map(|(.., list)| *list);
    let own_list = || LISTS.iter().map(|(list, _)| *list).find(|list| *list == field);
    Some(match (kind, field) {
        (_, "due_at_ms" | "until_ms") | ("snooze", "case") => return None,
        (_, "confirmation") => Shape::Words("confirmation"),
        (_, "allergies") => Shape::Texts,
        (_, "not_assessed") => Shape::Fields,
        (_, "date_of_birth") => Shape::Date,
        (_, "pain") => Shape::Pain,
        (_, "step") => Shape::Step,
        (_, "entry") => Shape::Entry,
        (_, "other") => Shape::Case,
        ("move-policy", "policy") => Shape::Policy,
        ("insert" | "attempt-failed", "device") => Shape::Device,
        // The flush of a check is a finding; there is no other field of that name.
        _ if YES.contains(&field) => Shape::Yes,
        _ if NUMBERS.contains(&field) => Shape::Number,
        _ => listed.or_else(own_list).map_or(Shape::Text, Shape::Word),
    })
}

impl Shape {
    /// The words that it is answered with, where they are few and fixed.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Word(list) | Self::Words(list) => words_of(list),
            _ => &[],
        }
    }
}

/// The words of a list; none where there is no list of that name.
pub fn words_of(list: &str) -> &'static [&'static str] {
    LISTS
        .iter()
        .find(|(name, _)| *name == list)
        .map_or(&[], |(_, words)| words)
}
