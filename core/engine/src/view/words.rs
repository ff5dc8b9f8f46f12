//! Small texts that several views share.

use crate::assess::Assessment;
use crate::entry::Payload;
use crate::flags::Flag;
use crate::protocol::{Level, Protocol, Source};
use crate::text::{self, Lang};
use crate::time::Ms;
use crate::vocabulary::{LISTS, Side, Site};
use serde_json::Value;

pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Soon => "soon",
        Level::Due => "due",
        Level::Critical => "critical",
    }
}

/// "manufacturer (FDA K180395)", localised.
pub fn source_text(source: &Source, lang: Lang) -> String {
    let kind = text::get(lang, &format!("source.{}", source.kind.word()));
    if source.citation.is_empty() {
        kind
    } else {
        format!("{kind} ({})", source.citation)
    }
}

/// "Left proximal tibia", "Tibia proximal izquierda"; the bone alone in the midline.
pub fn place_name(site: Option<Site>, side: Option<Side>, lang: Lang) -> String {
    let Some(site) = site else {
        return text::get(lang, "place.unknown");
    };
    let bone = text::get(lang, &format!("word.site.{}", site.word()));
    match side {
        None => bone,
        Some(side) => {
            let key = format!("place.{}.{}", site.word(), side.word());
            if text::has(&key) {
                text::get(lang, &key)
            } else {
                format!("{bone}, {}", text::get(lang, &format!("word.side.{}", side.word())))
            }
        }
    }
}

/// The device's trade name, or the words for the unknown one.
pub fn device_name(protocol: &Protocol, id: &str, lang: Lang) -> String {
    let key = format!("device.{id}");
    if text::has(&key) {
        return text::get(lang, &key);
    }
    protocol
        .device(id)
        .map_or_else(|| id.to_owned(), |device| device.name.clone())
}

/// A field's label.
pub fn field_label(field: &str, lang: Lang) -> String {
    text::get(lang, &["field.", field].concat())
}

/// A field's value in words. What a person typed stays as typed.
pub fn value_text(field: &str, value: &Value, lang: Lang) -> String {
    match value {
        Value::Bool(yes) => text::get(lang, if *yes { "word.true" } else { "word.false" }),
        Value::Number(n) => number(field, &n.to_string(), lang),
        Value::Array(items) if field == "not_assessed" => items
            .iter()
            .map(|item| field_label(item.as_str().unwrap_or_default(), lang))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Array(items) => items
            .iter()
            .map(|item| value_text(field, item, lang))
            .collect::<Vec<_>>()
            .join(", "),
        Value::String(word) => word_text(field, word, lang),
        _ => String::new(),
    }
}

/// A decimal number as the language writes it; anything else as it is.
pub(crate) fn decimal(text: &str, lang: Lang) -> String {
    let numeric = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    if numeric && lang == Lang::Es {
        text.replace('.', ",")
    } else {
        text.to_owned()
    }
}

fn number(field: &str, digits: &str, lang: Lang) -> String {
    let digits = decimal(digits, lang);
    let unit = ["mm", "ml", "cm", "kg"].iter().find(|unit| {
        let name = field.strip_suffix(**unit);
        name.is_some_and(|name| name.is_empty() || name.ends_with('_'))
    });
    match (unit, field) {
        (Some(unit), _) => format!("{digits} {unit}"),
        (None, "body_temp_c") => format!("{digits} °C"),
        (None, f) if f.ends_with("_s") => format!("{digits} s"),
        (None, f) if f.ends_with("_hours") => format!("{digits} h"),
        _ => digits,
    }
}

/// Fields whose words are of another list than their own name says.
const LIST_OF: &[(&str, &str)] = &[
    ("sensation", "function"),
    ("movement", "function"),
    ("other_pulse", "pulse"),
    ("other_colour", "colour"),
    ("other_temperature", "temperature"),
    ("class", "product_class"),
    ("type", "dressing"),
    ("device", "device_place"),
];

fn word_text(field: &str, word: &str, lang: Lang) -> String {
    if word == "not-assessable" {
        return text::get(lang, "pain.not-assessable");
    }
    if field == "step" {
        return text::get(lang, &["step.", word].concat());
    }
    if field == "device" && text::has(&format!("device.{word}")) {
        return text::get(lang, &format!("device.{word}"));
    }
    let list = LIST_OF
        .iter()
        .find(|(name, _)| *name == field)
        .map_or(field, |(_, list)| list);
    let candidates = [list, "skip_reason", "end_reason", "venous_kind"];
    let of = |list: &&str| LISTS.iter().any(|(name, words)| name == list && words.contains(&word));
    let fitting = if list == "reason" || list == "kind" {
        &candidates[1..]
    } else {
        &candidates[..1]
    };
    match fitting.iter().find(|list| of(list)) {
        Some(list) => text::get(lang, &["word.", list, ".", word].concat()),
        None => word.to_owned(),
    }
}

/// Who was told last since a flag was raised, and when: by an entry of its own, or with a check. What was told once it had
/// cleared was told of something else.
pub(super) fn told(flag: &Flag, until: Option<Ms>, look: &Assessment<'_>) -> Option<(Ms, String)> {
    let since = flag.since?;
    look.timeline
        .each()
        .filter(|(h, _)| h.at >= since && until.is_none_or(|until| h.at <= until))
        .rev()
        .find_map(|(h, payload)| match payload {
            Payload::Tell(tell) if tell.rule.as_deref().is_none_or(|rule| rule == flag.rule) => {
                Some((h.at, tell.whom.clone()?))
            }
            Payload::Check(check) => Some((h.at, check.told.clone().filter(|whom| !whom.trim().is_empty())?)),
            _ => None,
        })
}
