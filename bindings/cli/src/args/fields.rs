//! The fields of an entry as they are typed: which shape each has, and how it is read.
//!
//! Words are taken in either language and in any spelling (`Left proximal tibia` is not one word,
//! but `Proximal tibia` and `tibia proximal` are). What does not fit is said with the nearest word
//! that would.

use marrow::engine::entry::payload::Check;
use marrow::engine::form::words_of;
pub use marrow::engine::form::{Shape, shape};
use marrow::engine::protocol::Protocols;
use marrow::engine::text::{self, Lang};
use serde_json::Value;

use super::nearest;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::fold;

/// What stands for the value in the help.
pub const fn value_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Yes => "yes|no",
        Shape::Number => "N",
        Shape::Pain => "0-10|not-assessable",
        Shape::Date => "YYYY-MM-DD",
        Shape::Word(_) => "WORD",
        Shape::Words(_) => "WORD,…",
        Shape::Fields => "FIELD,…",
        Shape::Texts => "TEXT,…",
        Shape::Device => "DEVICE",
        Shape::Step => "STEP",
        Shape::Entry => "ID",
        Shape::Case => "CASE",
        Shape::Policy => "FILE",
        Shape::Text => "TEXT",
    }
}

/// `--needle-mm` for `needle_mm`.
pub fn long(field: &'static str) -> String {
    field.replace('_', "-")
}

/// The option of a field, as it is typed.
pub fn option(field: &str) -> String {
    format!("--{}", field.replace('_', "-"))
}

/// Reads what was typed into the JSON of a form. `Entry`, `Case` and `Policy` are left as they
/// are: only the store knows them.
pub fn value(field: &str, shape: Shape, typed: &[String], say: Say) -> Result<Value> {
    let first = typed.first().map_or("", String::as_str);
    match shape {
        Shape::Text | Shape::Entry | Shape::Case | Shape::Policy => Ok(first.into()),
        Shape::Texts => Ok(typed
            .iter()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()),
        Shape::Yes => yes(first)
            .map(Value::Bool)
            .ok_or_else(|| bad(field, first, &["yes", "no"], say)),
        Shape::Number => number(field, first, say),
        Shape::Pain => match fold(first).as_str() {
            "not-assessable" | "no-valorable" => Ok("not-assessable".into()),
            _ => first
                .trim()
                .parse::<u8>()
                .ok()
                .filter(|score| *score <= 10)
                .map(Value::from)
                .ok_or_else(|| bad(field, first, &["0 - 10", "not-assessable"], say)),
        },
        Shape::Date => chrono::NaiveDate::parse_from_str(first.trim(), "%Y-%m-%d")
            .map(|day| day.to_string().into())
            .map_err(|_| bad(field, first, &["1972-08-14"], say)),
        Shape::Word(list) => word(field, list, words_of(list), first, say).map(Value::from),
        Shape::Words(list) => typed
            .iter()
            .map(|typed| word(field, list, words_of(list), typed, say))
            .collect(),
        Shape::Fields => typed.iter().map(|typed| check_field(field, typed, say)).collect(),
        Shape::Device | Shape::Step => Ok(known(shape, first).unwrap_or_else(|| first.trim().to_owned()).into()),
    }
}

fn yes(typed: &str) -> Option<bool> {
    match fold(typed).as_str() {
        "yes" | "y" | "true" | "si" | "s" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Read exactly, never as a binary fraction.
fn number(field: &str, typed: &str, say: Say) -> Result<Value> {
    let plain = typed.trim().replace(',', ".");
    serde_json::from_str::<serde_json::Number>(&plain)
        .map(Value::Number)
        .map_err(|_| {
            Failure::usage(say.fill(
                "terminal.field.no-number",
                &[("option", &option(field)), ("typed", typed)],
            ))
        })
}

fn word(field: &str, list: &str, words: &[&'static str], typed: &str, say: Say) -> Result<String> {
    let typed_folded = fold(typed);
    let fits = |word: &&&str| {
        let key = format!("word.{list}.{word}");
        **word == typed_folded
            || Lang::ALL
                .iter()
                .any(|lang| fold(&text::get(*lang, &key)) == typed_folded)
    };
    words
        .iter()
        .find(fits)
        .map(|word| (*word).to_owned())
        .ok_or_else(|| bad(field, typed, words, say))
}

fn check_field(field: &str, typed: &str, say: Say) -> Result<String> {
    let name = fold(typed).replace('-', "_");
    let fits = |field: &&&str| {
        **field == name
            || Lang::ALL
                .iter()
                .any(|lang| fold(&text::get(*lang, &format!("field.{field}"))) == fold(typed))
    };
    Check::FIELDS
        .iter()
        .find(fits)
        .map(|field| (*field).to_owned())
        .ok_or_else(|| bad(field, typed, Check::FIELDS, say))
}

/// The id of a device or step that was typed by its name.
fn known(shape: Shape, typed: &str) -> Option<String> {
    let protocol = Protocols::shipped().newest();
    let (family, ids): (&str, Vec<&str>) = match shape {
        Shape::Device => (
            "device",
            protocol.devices.iter().map(|device| device.id.as_str()).collect(),
        ),
        _ => ("step", protocol.steps.iter().map(|step| step.id.as_str()).collect()),
    };
    let typed = fold(typed);
    let named = |id: &&&str| {
        **id == typed
            || Lang::ALL
                .iter()
                .any(|lang| fold(&text::get(*lang, &format!("{family}.{id}"))) == typed)
    };
    ids.iter().find(named).map(|id| (*id).to_owned())
}

fn bad(field: &str, typed: &str, words: &[&str], say: Say) -> Failure {
    let places = [("option", option(field)), ("typed", typed.to_owned())];
    let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let failure = Failure::usage(say.fill("terminal.field.bad", &places));
    match nearest(typed, words.iter().copied()) {
        Some(near) => failure.hint(say.fill("terminal.near", &[("near", near)])),
        None => failure.hint(say.fill("terminal.field.words", &[("words", &words.join(", "))])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow::engine::entry::{Kind, Payload};

    const SAY: Say = Say {
        lang: Lang::En,
        zone: chrono_tz::Tz::UTC,
    };

    fn sample(shape: Shape) -> Vec<String> {
        let one = match shape {
            Shape::Text | Shape::Texts => "some words",
            Shape::Yes => "yes",
            Shape::Number => "7",
            Shape::Pain => "3",
            Shape::Date => "1972-08-14",
            Shape::Word(list) | Shape::Words(list) => words_of(list)[0],
            Shape::Fields => "swelling",
            Shape::Device => "EZ-IO",
            Shape::Step => "Check the site",
            Shape::Entry => "abababababababababababababababababababababababababababababababab",
            Shape::Case => "0f0f0f0f-0000-4000-8000-000000000000",
            Shape::Policy => "",
        };
        vec![one.to_owned()]
    }

    #[test]
    fn every_field_of_every_kind_is_read_by_the_engine() {
        for kind in Kind::ALL
            .iter()
            .filter(|kind| kind.number() < 64 && !matches!(kind, Kind::Amend | Kind::MovePolicy))
        {
            for field in kind.fields() {
                let Some(shape) = shape(kind.word(), field) else {
                    continue;
                };
                let json = value(field, shape, &sample(shape), SAY).unwrap();
                let mut form = serde_json::Map::from_iter([((*field).to_owned(), json)]);
                if matches!(kind, Kind::Strike | Kind::Reinstate) {
                    form.entry("entry")
                        .or_insert_with(|| sample(Shape::Entry)[0].clone().into());
                }
                let read = Payload::from_json(kind.word(), form);
                assert!(read.is_ok(), "{} {field} as {shape:?}: {read:?}", kind.word());
            }
        }
    }

    #[test]
    fn words_are_taken_in_both_languages_and_any_spelling() {
        let read = |field, shape, typed: &str| value(field, shape, &[typed.to_owned()], SAY);
        assert_eq!(
            read("site", Shape::Word("site"), "Tibia proximal"),
            Ok("proximal-tibia".into())
        );
        assert_eq!(
            read("reason", Shape::Word("skip_reason"), "clinician's order"),
            Ok("clinicians-order".into())
        );
        assert_eq!(read("leak", Shape::Yes, "sí"), Ok(true.into()));
        assert_eq!(
            read("circumference_cm", Shape::Number, "21,6").unwrap().to_string(),
            "21.6"
        );
        assert_eq!(read("step", Shape::Step, "Desinfectar"), Ok("disinfect".into()));
        assert_eq!(read("not_assessed", Shape::Fields, "Limb colour").unwrap()[0], "colour");
        let wrong = read("colour", Shape::Word("colour"), "motled").unwrap_err();
        assert_eq!(wrong.code, 2);
        assert!(wrong.hints[0].contains("mottled"), "{wrong:?}");
    }
}
