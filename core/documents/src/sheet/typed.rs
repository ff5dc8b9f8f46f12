//! Which words are people's own, and every value as a line.
//!
//! A word that a person typed may well be one of a word list too ("other", "emergency"): whether it
//! is hers is told by its field, never by the word.

use marrow_engine::text;
use marrow_engine::view::{FieldView, place_name, step_title};

use super::Sheet;
use crate::line::{Line, Words};

/// Fields that are typed freely, whatever kind of entry they stand in.
const FREE: &[&str] = &[
    "action",
    "agent",
    "alias",
    "allergies",
    "answer",
    "antiseptic",
    "artery",
    "authorised_by",
    "by",
    "circumference_landmark",
    "complications",
    "dressing_state",
    "encounter",
    "ended_early_reason",
    "format",
    "found_when",
    "from",
    "identifier",
    "indication",
    "inserted_by",
    "local_anaesthetic",
    "lot",
    "model",
    "name",
    "not_assessed_reason",
    "note",
    "outstanding",
    "override_reason",
    "pain_scale",
    "place",
    "pressure",
    "rate_text",
    "responsible_clinician",
    "second_checker",
    "setting",
    "skin",
    "technique",
    "text",
    "to",
    "told",
    "tolerance",
    "whom",
];

/// Fields whose value is one of our own words or ids, in every kind of entry.
#[cfg(test)]
const OURS: &[&str] = &["device", "not_assessed", "policy", "rule", "step"];

/// Whether what stands in a field was typed freely.
pub(super) fn is_free(kind: &str, field: &str) -> bool {
    match field {
        "reason" => !matches!(kind, "skip" | "end-case"),
        "kind" => kind == "complication",
        _ => FREE.contains(&field),
    }
}

/// A field's value.
pub(super) fn value(sheet: &Sheet<'_>, kind: &str, field: &FieldView) -> Line {
    let name = field.field.as_str();
    if is_free(kind, name) {
        let many = field.value.as_array().into_iter().flatten();
        let each: Vec<Line> = many.filter_map(|item| item.as_str()).map(Line::typed).collect();
        return match field.value.as_str() {
            Some(words) => Line::typed(words),
            None if each.is_empty() => sheet.say("sheet.none"),
            None => Line::join(each, ", "),
        };
    }
    match (name, field.value.as_str()) {
        ("date_of_birth", Some(date)) => Line::say(sheet.times.date(date)),
        ("entry", Some(id)) => entry(sheet, id),
        ("rule", Some(rule)) => known(sheet, &format!("rule.{rule}.title"), rule)
            .map_or_else(|| Line::typed(rule), |title| Line::say(format!("{rule}, {title}"))),
        ("step", Some(step)) => step_of(sheet, step),
        ("device", Some(device)) if !matches!(device, "in" | "out") => {
            known(sheet, &format!("device.{device}"), device).map_or_else(|| Line::typed(device), Line::say)
        }
        _ => Line::say(field.text.clone()),
    }
}

/// A text of the table for an id that may come from anywhere.
fn known(sheet: &Sheet<'_>, key: &str, id: &str) -> Option<Words> {
    let plain = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (plain && text::has(key)).then(|| sheet.t(key))
}

/// What a step asks to do; its id in quotes where this version does not know it.
pub(super) fn step_of(sheet: &Sheet<'_>, step: &str) -> Line {
    match known(sheet, &format!("step.{step}"), step) {
        Some(_) => Line::say(step_title(&sheet.look.timeline.case.protocol, step, sheet.lang)),
        None => Line::typed(step),
    }
}

/// Another entry of the case: what and when.
fn entry(sheet: &Sheet<'_>, id: &str) -> Line {
    let found = sheet.view.record.iter().position(|entry| entry.id == id);
    let Some(index) = found else {
        return sheet.say("sheet.entry-not-here");
    };
    let folded = &sheet.entries()[index];
    let at = sheet
        .times
        .full_in(sheet.happened_at(folded), folded.entry.envelope.recorded.offset_s);
    Line::say(format!("{}, {at}", sheet.view.record[index].title))
}

/// Bone and side, as a form's two fields tell them.
pub(super) fn place(sheet: &Sheet<'_>, site: Option<&FieldView>, side: Option<&FieldView>) -> Line {
    let site = site
        .and_then(|field| field.value.as_str())
        .and_then(|word| word.parse().ok());
    let side = side
        .and_then(|field| field.value.as_str())
        .and_then(|word| word.parse().ok());
    Line::say(place_name(site, side, sheet.lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow_engine::entry::payload::Note;
    use marrow_engine::entry::{Kind, Payload};

    /// A field that takes any word is either typed freely or an id that is handled above.
    #[test]
    fn every_field_that_takes_any_word_is_known() {
        let empty = || {
            let mut form = Payload::Note(Note::default()).to_json();
            form.clear();
            form
        };
        let mut free = 0;
        // An amendment's form needs an entry; its reason is that of a strike.
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Amend) {
            for field in kind.fields() {
                let (mut one, mut many) = (empty(), empty());
                one.insert((*field).to_owned(), "no such word".into());
                many.insert((*field).to_owned(), vec!["no such word"].into());
                let takes_any = [one, many]
                    .into_iter()
                    .any(|form| Payload::from_json(kind.word(), form).is_ok());
                let typed = is_free(kind.word(), field);
                let handled = OURS.contains(field);
                let word = kind.word();
                assert!(typed || handled || !takes_any, "{word}.{field} is typed freely");
                assert!(takes_any || !typed, "{word}.{field} is a list of ours");
                free += usize::from(typed);
            }
        }
        assert!(free > 50, "{free}");
    }
}
