//! The table against the code: nothing that the code can ask for is missing, nothing is never asked
//! for, and every text keeps to the words of the project.

mod built;
mod code;
mod shells;

use super::*;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::{Deserializer, MapAccess, Visitor};

use crate::agenda::Status;
use crate::entry::Kind;
use crate::entry::payload::*;
use crate::flags::Severity;
use crate::fold::timeline::CasePhase;
use crate::protocol::{Protocols, SourceKind, Unit};
use crate::vocabulary::{LISTS, Side, Site};
use code::{fits, literals, pattern, root, rust_files, shipped, sources, strings};

/// Keys whose text is the same word in both languages.
const SAME: &[&str] = &[
    "reminders.span.h",
    "sheet.drawn.scale",
    "reminders.span.h-min",
    "reminders.span.min",
    "device.bd-io",
    "device.ez-io",
    "device.fast1",
    "device.piper-go-io",
    "device.sam-io",
    "unit.celsius",
    "unit.cm",
    "unit.h",
    "unit.kg",
    "unit.min",
    "unit.ml",
    "unit.mm",
    "unit.s",
    "screen.case.limit-source",
    "screen.common.no",
    "screen.new-io.distal",
    "screen.new-io.minus",
    "screen.new-io.proximal",
    "screen.new-io.tibia",
    "screen.reminders.seconds",
    "screen.time.hour",
    "screen.time.hours",
    "screen.time.minutes",
    "screen.trouble.title",
    "word.false",
    "word.function.normal",
    "word.venous_kind.central",
];

/// Keys that say which side: the only places of the word "left".
fn names_a_side(key: &str) -> bool {
    matches!(key, "word.side.left" | "sheet.drawn.side.left" | "screen.new-io.left")
        || (key.starts_with("place.") && key.ends_with(".left"))
}

/// A file's entries in their order, repeated keys included.
struct Entries(Vec<(String, BTreeMap<String, String>)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("keys with their texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        d.deserialize_map(InOrder)
    }
}

const FILES: &[(&str, &str)] = &[
    ("care", include_str!("care.json")),
    ("record", include_str!("record.json")),
    ("policy", include_str!("policy.json")),
    ("reference", include_str!("reference.json")),
    ("forms", include_str!("forms.json")),
    ("screens", include_str!("screens.json")),
    ("apple", include_str!("apple.json")),
    ("reminders", include_str!("reminders.json")),
    ("terminal", include_str!("terminal.json")),
    ("sheet", include_str!("sheet.json")),
];

/// Every text: file, key, English, Spanish.
fn texts() -> Vec<(&'static str, String, String, String)> {
    let mut all = Vec::new();
    for (file, json) in FILES {
        let entries: Entries = serde_json::from_str(json).unwrap_or_else(|e| panic!("{file}.json: {e}"));
        for (key, mut texts) in entries.0 {
            let (en, es) = (texts.remove("en"), texts.remove("es"));
            assert!(texts.is_empty(), "{file}.json: {key} has a language too many");
            let (Some(en), Some(es)) = (en, es) else {
                panic!("{file}.json: {key} lacks a language")
            };
            all.push((*file, key, en, es));
        }
    }
    all
}

/// The places of a text, in order of the alphabet.
fn places(text: &str) -> Vec<String> {
    let mut places: Vec<String> = text
        .split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default().to_owned())
        .collect();
    places.sort_unstable();
    places
}

/// The words of a text, lower case.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_key_stands_once_and_in_order() {
    let mut seen = BTreeMap::new();
    let mut last = ("", String::new());
    for (file, key, ..) in texts() {
        assert!(last.0 != file || last.1 < key, "{file}.json: {key} is out of order");
        last = (file, key.clone());
        if let Some(other) = seen.insert(key.clone(), file) {
            panic!("{key} stands in {other}.json and in {file}.json");
        }
    }
    assert_eq!(seen.len(), keys().count());
}

#[test]
fn every_text_is_whole_in_both_languages() {
    for (file, key, en, es) in texts() {
        for text in [&en, &es] {
            assert!(
                !text.trim().is_empty() && text.trim() == text && !text.contains("  "),
                "{file}.json: {key}"
            );
            assert_eq!(
                text.matches('{').count(),
                text.matches('}').count(),
                "{file}.json: {key}"
            );
            let named = |p: &String| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert!(places(text).iter().all(named), "{file}.json: {key}");
        }
        assert_eq!(places(&en), places(&es), "{file}.json: {key}");
        assert_eq!(es.matches('¿').count(), es.matches('?').count(), "{file}.json: {key}");
        let letters = |text: &str| {
            text.split('{')
                .any(|part| part.rsplit('}').next().is_some_and(|t| t.contains(char::is_alphabetic)))
        };
        assert!(
            en != es || !letters(&en) || SAME.contains(&key.as_str()),
            "{file}.json: {key} is not translated"
        );
    }
}

#[test]
fn the_words_are_the_projects() {
    for (file, key, en, es) in texts() {
        let said = |text: &str, word: &str| assert!(!words(text).contains(word), "{file}.json: {key} says \"{word}\"");
        for text in [&en, &es] {
            assert!(!text.contains(['!', '¡']), "{file}.json: {key} cries out");
            assert!(
                !text.to_lowercase().contains("alarm"),
                "{file}.json: {key} says \"alarm\""
            );
            said(text, "ok");
        }
        for word in ["safe", "safely", "unsafe", "safety", "escalated"] {
            said(&en, word);
        }
        for word in ["seguro", "segura", "seguros", "seguras", "alerta"] {
            said(&es, word);
        }
        if !names_a_side(&key) {
            said(&en, "left");
        }
        // "Written in error" is how a struck entry is marked; else there are no errors, only what to do.
        if file != "terminal" && !en.to_lowercase().contains("written in error") {
            said(&en, "error");
            said(&es, "error");
        }
    }
}

#[test]
fn no_diagnosis_in_our_own_words() {
    const DIAGNOSES: &[&str] = &[
        "extravas",
        "infec",
        "compartment",
        "compartim",
        "osteomy",
        "thromb",
        "tromb",
        "embol",
        "sepsis",
    ];
    for (file, key, en, es) in texts() {
        let policys = key.starts_with("rule.") && key.ends_with(".action");
        if policys {
            assert!(
                en.starts_with("Policy: ") && es.starts_with("Protocolo: "),
                "{key} must name the policy"
            );
        } else {
            let says = |text: &str| {
                let text = text.to_lowercase().replace("disinfect", "").replace("desinfec", "");
                DIAGNOSES.iter().any(|word| text.contains(word))
            };
            assert!(
                file == "terminal" || !(says(&en) || says(&es)),
                "{file}.json: {key} diagnoses"
            );
        }
    }
}

/// The policy's steps on R9, in the order in which a clinician has to settle them.
#[test]
fn extravasation_is_answered_as_the_policy_says() {
    for (lang, steps) in [
        (
            Lang::En,
            [
                "Stop",
                "not flush",
                "Disconnect",
                "Aspirate",
                "out",
                "Press",
                "Raise",
                "Mark",
                "hotograph",
                "Tell",
            ],
        ),
        (
            Lang::Es,
            [
                "Pare",
                "No lave",
                "Desconecte",
                "Aspire",
                "Retire",
                "Comprima",
                "Eleve",
                "Marque",
                "fotograf",
                "Avise",
            ],
        ),
    ] {
        let text = get(lang, "rule.R9.action");
        let at = |step: &&str| text.find(*step).unwrap_or_else(|| panic!("{step} is missing"));
        let order: Vec<usize> = steps.iter().map(at).collect();
        assert!(order.is_sorted(), "{text}");
    }
}

/// The fields of a kind of entry. A new kind does not compile until it is listed here.
fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::OpenCase | Kind::UpdatePatient => Patient::FIELDS,
        Kind::AttemptFailed => AttemptFailed::FIELDS,
        Kind::Insert => Insert::FIELDS,
        Kind::Check => Check::FIELDS,
        Kind::Disinfect => Disinfect::FIELDS,
        Kind::Dressing => &["type"],
        Kind::GiveProduct | Kind::StartProduct => Product::FIELDS,
        Kind::StopProduct => StopProduct::FIELDS,
        Kind::Flush => Flush::FIELDS,
        Kind::AdequateVolume => AdequateVolume::FIELDS,
        Kind::VenousAccess => VenousAccess::FIELDS,
        Kind::VenousAccessLost => VenousAccessLost::FIELDS,
        Kind::AccessReview => AccessReview::FIELDS,
        Kind::Extend => Extend::FIELDS,
        Kind::KeepPastLimit => KeepPastLimit::FIELDS,
        Kind::RemovalAntiseptic => RemovalAntiseptic::FIELDS,
        Kind::Remove => Remove::FIELDS,
        Kind::StartCompression => StartCompression::FIELDS,
        Kind::EndCompression => EndCompression::FIELDS,
        Kind::Transfer => Transfer::FIELDS,
        Kind::Complication => Complication::FIELDS,
        Kind::Note => Note::FIELDS,
        Kind::Tell => Tell::FIELDS,
        Kind::Acknowledge => Acknowledge::FIELDS,
        Kind::Snooze => Snooze::FIELDS,
        Kind::Skip => Skip::FIELDS,
        Kind::GiveHandover => GiveHandover::FIELDS,
        Kind::AcceptHandover => AcceptHandover::FIELDS,
        Kind::SignOff => SignOff::FIELDS,
        Kind::EndCase => EndCase::FIELDS,
        Kind::Link => Link::FIELDS,
        Kind::Unlink => Unlink::FIELDS,
        Kind::Strike => Strike::FIELDS,
        Kind::Reinstate => Reinstate::FIELDS,
        Kind::Amend => &["entry", "reason", "performed_at_ms", "precision"],
        Kind::MovePolicy => &["policy"],
        Kind::ClockAdjusted => ClockAdjusted::FIELDS,
        Kind::ClockConfirmed => ClockConfirmed::FIELDS,
        Kind::StreamBegins => StreamBegins::FIELDS,
    }
}

/// Every key that the code makes of its own ids, by family.
fn families() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut families: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut add = |family: &'static str, id: &str| {
        families.entry(family).or_default().insert(format!("{family}{id}"));
    };
    let protocol = Protocols::shipped().newest();
    for step in &protocol.steps {
        add("step.", &step.id);
        add("step.", &format!("{}.why", step.id));
    }
    protocol.parameters.keys().for_each(|name| add("parameter.", name));
    protocol.devices.iter().for_each(|device| add("device.", &device.id));
    add("device.", "unverified");
    Status::ALL.iter().for_each(|status| add("status.", status.word()));
    Severity::ALL
        .iter()
        .for_each(|severity| add("severity.", severity.word()));
    [
        CasePhase::Awaiting,
        CasePhase::Dwelling,
        CasePhase::Removed,
        CasePhase::Closed,
    ]
    .iter()
    .for_each(|phase| add("phase.", phase.word()));
    ["soon", "due", "critical"]
        .iter()
        .for_each(|level| add("level.", level));
    let sources = [SourceKind::Article, SourceKind::Manufacturer, SourceKind::Guideline];
    let chosen = [SourceKind::Convention, SourceKind::ProductDefault, SourceKind::Policy];
    sources
        .iter()
        .chain(&chosen)
        .for_each(|source| add("source.", source.word()));
    let units = [
        Unit::Min,
        Unit::H,
        Unit::S,
        Unit::Cm,
        Unit::Celsius,
        Unit::Years,
        Unit::Count,
    ];
    units
        .iter()
        .map(|unit| unit.word())
        .chain(["mm", "kg", "ml"])
        .for_each(|unit| add("unit.", unit));
    for rule in 1..=28 {
        ["title", "action", "clears"]
            .iter()
            .for_each(|part| add("rule.", &format!("R{rule}.{part}")));
    }
    for kind in Kind::ALL {
        add("kind.", kind.word());
        fields(*kind).iter().for_each(|field| add("field.", field));
    }
    add("kind.", "unknown");
    for (list, listed) in LISTS {
        listed.iter().for_each(|word| add("word.", &format!("{list}.{word}")));
    }
    ["true", "false"].iter().for_each(|word| add("word.", word));
    for site in Site::ALL {
        Side::ALL
            .iter()
            .for_each(|side| add("place.", &format!("{}.{}", site.word(), side.word())));
    }
    add("place.", "unknown");
    signs().iter().for_each(|sign| add("sign.", sign));
    for refusal in refusals() {
        ["title", "advice"]
            .iter()
            .for_each(|part| add("refusal.", &format!("{refusal}.{part}")));
    }
    families
}

#[test]
fn every_family_is_complete_and_has_nothing_more() {
    let table: BTreeSet<String> = keys().map(str::to_owned).collect();
    for (family, produced) in families() {
        let there: BTreeSet<String> = table.iter().filter(|key| key.starts_with(family)).cloned().collect();
        let missing: Vec<_> = produced.difference(&there).collect();
        let never: Vec<_> = there.difference(&produced).collect();
        assert!(missing.is_empty(), "no text for {missing:?}");
        assert!(never.is_empty(), "never asked for: {never:?}");
    }
}

/// Keys that wait for the screen or the document that shows them. Take one out with its first use.
const AWAITED: &[&str] = &["limit.extended", "limit.kept", "mark.", "policy."];
/// Keys that the shells' generated code asks for; their own tests look for what no screen says.
const OF_SHELLS: &[&str] = &["about.", "screen."];

#[test]
fn every_other_key_is_asked_for_somewhere() {
    let families = families();
    let asked = literals();
    let patterns: Vec<Vec<&str>> = asked
        .iter()
        .filter(|l| l.contains('{'))
        .filter_map(|l| pattern(l))
        .collect();
    let mut unused = Vec::new();
    for (file, key, ..) in texts() {
        let of_a_family = families
            .keys()
            .chain(AWAITED)
            .chain(OF_SHELLS)
            .any(|family| key.starts_with(family));
        if !of_a_family && !asked.contains(&key) && !patterns.iter().any(|p| fits(p, &key)) {
            unused.push(format!("{file}.json: {key}"));
        }
    }
    assert!(unused.is_empty(), "never asked for: {unused:#?}");
}

#[test]
fn what_a_refusal_leaves_open_is_filled() {
    let code = sources().concat();
    let filled: BTreeSet<&str> = code
        .split(".with(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    for (_, key, en, _) in texts().into_iter().filter(|(_, key, ..)| key.starts_with("refusal.")) {
        assert!(
            places(&en).iter().all(|place| filled.contains(place.as_str())),
            "{key}: {en}"
        );
    }
}

/// Words in the flags' code that are no sign.
const NO_SIGNS: &[&str] = &["note", "amber", "red", "kebab-case"];

/// The reasons that the flags' code can give: every word in it that is written like one.
fn signs() -> BTreeSet<String> {
    let mut signs = BTreeSet::new();
    for path in rust_files(&root().join("core/engine/src/flags")) {
        signs.extend(strings(&shipped(&path)));
    }
    let like_one = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    signs.retain(|word| like_one(word) && !NO_SIGNS.contains(&word.as_str()));
    assert!(
        signs.contains("circumference") && signs.contains("handover-waits"),
        "the flags have moved"
    );
    signs
}

/// The refusals' texts, as the code names them: `of("key")` and `under("rule", "key")`.
fn refusals() -> BTreeSet<String> {
    let code = sources().concat();
    let first = |rest: &str| strings(rest.split(')').next().unwrap_or_default());
    let of = code
        .split("Refusal::of(")
        .skip(1)
        .filter_map(|rest| first(rest).first().cloned());
    let under = code
        .split("Refusal::under(")
        .skip(1)
        .filter_map(|rest| first(rest).get(1).cloned());
    let refusals: BTreeSet<String> = of.chain(under).collect();
    assert!(
        refusals.contains("one-device") && refusals.contains("no-extension"),
        "the refusals have moved"
    );
    refusals
}
