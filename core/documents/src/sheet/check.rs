//! A check in words: what was looked at and is not there in one list, departures from normal bold,
//! the other limb in short where it is the same, what was not assessed and what is missing in words.

use std::collections::BTreeMap;

use marrow_engine::entry::Payload;
use marrow_engine::entry::payload::{Check, Pain};
use marrow_engine::fold::Folded;
use marrow_engine::fold::timeline::Timeline;
use marrow_engine::id::EntryId;
use marrow_engine::view::FieldView;
use marrow_engine::vocabulary::CheckContext;

use super::Sheet;
use super::items::Item;
use super::words::lower;
use crate::line::Line;

/// The order of the sheet: the patient, the site, the needle, the limb, the other limb, what was done.
pub(super) const ORDER: &[&str] = &[
    "context",
    "pain",
    "pain_scale",
    "body_temp_c",
    "breathless",
    "confused",
    "bleeding",
    "bleeding_colour",
    "leak",
    "swelling",
    "redness",
    "warmth",
    "discharge",
    "inflammation",
    "skin",
    "failed_site_swelling",
    "firm",
    "aspirates",
    "flush",
    "flow",
    "dressing",
    "dressing_state",
    "tense",
    "stretch_pain",
    "colour",
    "temperature",
    "cap_refill_s",
    "pulse",
    "artery",
    "other_colour",
    "other_temperature",
    "other_cap_refill_s",
    "other_pulse",
    "sensation",
    "movement",
    "circumference_cm",
    "other_circumference_cm",
    "circumference_landmark",
    "not_assessed",
    "not_assessed_reason",
    "action",
    "told",
    "answer",
    "note",
];

/// Findings with the word that is normal.
const NORMAL: &[(&str, &str)] = &[
    ("bleeding", "none"),
    ("inflammation", "none"),
    ("colour", "normal"),
    ("temperature", "normal"),
    ("pulse", "strong"),
    ("sensation", "normal"),
    ("movement", "normal"),
    ("flush", "free"),
    ("flow", "good"),
];

/// Yes or no, with the answer that is normal.
const EXPECTED: &[(&str, bool)] = &[
    ("aspirates", true),
    ("bleeding_stopped", true),
    ("blocked", false),
    ("breathless", false),
    ("came_out", false),
    ("confused", false),
    ("discharge", false),
    ("failed_site_swelling", false),
    ("firm", true),
    ("leak", false),
    ("redness", false),
    ("resistance", false),
    ("stretch_pain", false),
    ("swelling", false),
    ("tense", false),
    ("tip_intact", true),
    ("warmth", false),
];

/// A finding of this limb and the same of the other one.
const PAIRS: &[(&str, &str)] = &[
    ("colour", "other_colour"),
    ("temperature", "other_temperature"),
    ("cap_refill_s", "other_cap_refill_s"),
    ("pulse", "other_pulse"),
];

/// Whether a finding is something else than "no, normal, firm, free".
pub(super) fn departs(field: &FieldView) -> bool {
    let word = field.value.as_str().map(|word| {
        let normal = NORMAL.iter().find(|(name, _)| *name == field.field);
        normal.is_some_and(|(_, normal)| *normal != word && word != "not-assessable")
    });
    let answer = field.value.as_bool().map(|yes| {
        let expected = EXPECTED.iter().find(|(name, _)| *name == field.field);
        expected.is_some_and(|(_, expected)| *expected != yes)
    });
    word.or(answer).unwrap_or(false)
}

/// Whether something was looked for and is not there.
pub(super) fn is_absent(field: &FieldView) -> bool {
    let none = NORMAL.contains(&(field.field.as_str(), "none")) && field.value.as_str() == Some("none");
    none || (EXPECTED.contains(&(field.field.as_str(), false)) && field.value.as_bool() == Some(false))
}

/// What a check is held against.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// The circumference that later ones are held against, mm.
    pub baseline: Option<i64>,
    /// The last pain score before each check that has one, in the order in which things happened.
    scores: BTreeMap<EntryId, i64>,
}

impl Before {
    pub fn of(timeline: &Timeline<'_>) -> Self {
        let of_insertion = timeline.insert().and_then(|insert| insert.circumference_cm);
        let measured = || timeline.checks().filter(|(_, check)| check.circumference_cm.is_some());
        let named = || measured().find(|(_, check)| check.context == Some(CheckContext::Baseline));
        let of_check = || named().or_else(|| measured().next())?.1.circumference_cm;
        let mut scores = BTreeMap::new();
        let mut last = None;
        for (happening, check) in timeline.checks() {
            if let Some(score) = last {
                scores.insert(timeline.case.entries[happening.index].entry.id, score);
            }
            last = score(check).or(last);
        }
        Self {
            baseline: of_insertion.or_else(of_check).map(|cm| cm.0),
            scores,
        }
    }
}

/// Whether a measured value of a check lies past the policy's line.
pub(super) fn past_the_line(sheet: &Sheet<'_>, folded: &Folded, payload: &Payload, field: &str) -> bool {
    let Payload::Check(check) = payload else { return false };
    let protocol = &sheet.look.timeline.case.protocol;
    let line = |name: &str| protocol.value(name).unwrap_or(i64::MAX);
    let before = &sheet.before;
    match field {
        "cap_refill_s" => check.cap_refill_s.is_some_and(|s| s.0 > line("flag.refill")),
        "body_temp_c" => check.body_temp_c.is_some_and(|c| c.0 >= line("flag.temperature")),
        "circumference_cm" => {
            let grown = check.circumference_cm.zip(before.baseline);
            grown.is_some_and(|(now, first)| now.0 - first >= line("flag.circumference"))
        }
        "pain" => {
            let rise = score(check).zip(before.scores.get(&folded.entry.id));
            rise.is_some_and(|(now, before)| now - before >= line("flag.pain-rise"))
        }
        _ => false,
    }
}

fn score(check: &Check) -> Option<i64> {
    check.pain.and_then(Pain::score).map(i64::from)
}

/// The findings as lines, in the sheet's order.
pub(super) fn lines(sheet: &Sheet<'_>, items: &[Item]) -> Vec<Line> {
    let same: Vec<&Item> = PAIRS
        .iter()
        .filter_map(|(own, other)| same_as(items, own, other))
        .collect();
    let recorded = items
        .iter()
        .filter(|item| item.key.starts_with("other_") && item.key != "other_circumference_cm");
    let all_the_same = !same.is_empty() && same.len() == recorded.count();
    let mut lines = Vec::new();
    let mut listed = false;
    for item in items {
        let plain = item.old.is_none();
        match item.key.as_str() {
            "not_assessed" if plain => lines.push(not_assessed(items, item)),
            "not_assessed_reason" if plain && has(items, "not_assessed") => {}
            _ if plain && item.absent => {
                if !std::mem::replace(&mut listed, true) {
                    let absent = items.iter().filter(|item| item.absent && item.old.is_none());
                    let labels: Vec<String> = absent.map(|item| lower(&item.label)).collect();
                    lines.push(sheet.fill("sheet.check.none-of", &[("list", Line::say(labels.join(", ")))]));
                }
            }
            key if all_the_same && same.iter().any(|item| item.key == key) => {
                if same.first().is_some_and(|first| first.key == key) {
                    lines.push(other_limb(sheet, items));
                }
            }
            _ => lines.push(item.line()),
        }
    }
    lines
}

/// "Other limb the same", naming the findings where it was not looked at for all of them.
fn other_limb(sheet: &Sheet<'_>, items: &[Item]) -> Line {
    let own = || PAIRS.iter().filter(|(own, _)| has(items, own));
    let both: Vec<&str> = own()
        .filter(|(_, other)| has(items, other))
        .map(|(own, _)| *own)
        .collect();
    if both.len() == own().count() {
        return sheet.say("sheet.check.other-same");
    }
    let labels = items.iter().filter(|item| both.contains(&item.key.as_str()));
    let labels: Vec<String> = labels.map(|item| lower(&item.label)).collect();
    sheet.fill("sheet.check.other-same-in", &[("list", Line::say(labels.join(", ")))])
}

fn has(items: &[Item], key: &str) -> bool {
    items.iter().any(|item| item.key == key)
}

/// The other limb's finding, where it is the same as this one's.
fn same_as<'i>(items: &'i [Item], own: &str, other: &str) -> Option<&'i Item> {
    let find = |key: &str| items.iter().find(|item| item.key == key && item.old.is_none());
    let (own, other) = (find(own)?, find(other)?);
    (own.value == other.value).then_some(other)
}

fn not_assessed(items: &[Item], item: &Item) -> Line {
    let reason = items.iter().find(|item| item.key == "not_assessed_reason");
    let labels = item.value.clone().unwrap_or_default().plain();
    let labels: Vec<String> = labels.split(", ").map(lower).collect();
    let line = Line::say(format!("{}: ", item.label))
        .strong()
        .and(Line::say(labels.join(", ")));
    match reason.and_then(|reason| reason.value.clone()) {
        Some(reason) => line.then(" (").and(reason).then(")"),
        None => line,
    }
}
