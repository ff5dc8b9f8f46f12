//! `docs/safety/sources.md` is made from the protocol, and no number of the protocol is without a source.
//!
//! `UPDATE_GOLDEN=1 cargo test -p marrow-tests --test safety` writes it anew.

use std::collections::BTreeSet;

use marrow::engine::protocol::{Protocol, SHIPPED, SourceKind};
use serde_json::Value;

use crate::page;
use crate::{document, root};

/// The newest protocol, read and as it was written.
fn newest() -> (Protocol, Value) {
    let (_, _, json) = SHIPPED.last().unwrap();
    (
        Protocol::parse(json, None).unwrap(),
        serde_json::from_str(json).unwrap(),
    )
}

#[test]
fn the_page_is_what_the_protocol_says() {
    let (protocol, raw) = newest();
    let made = page::page(&protocol, &raw);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(root().join("docs/safety/sources.md"), &made).unwrap();
    }
    let there = document("sources.md");
    for (line, (there, made)) in there.lines().zip(made.lines()).enumerate() {
        assert_eq!(
            there,
            made,
            "sources.md, line {}: UPDATE_GOLDEN=1 writes it anew",
            line + 1
        );
    }
    assert_eq!(there, made);
}

/// Every number in the document, with the way to it.
fn numbers(value: &Value, way: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Number(number) => found.push((way.to_owned(), number.to_string())),
        Value::Array(items) => items.iter().for_each(|item| numbers(item, way, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            // Names of parameters hold dots; the way to a number is by a slash.
            numbers(field, &format!("{way}/{name}"), found);
        }),
        _ => {}
    }
}

/// Where numbers may stand, and where the source of those is.
const PLACES: &[&str] = &[
    "/parameters/*/value",
    "/parameters/*/min",
    "/parameters/*/max",
    "/devices/min_years",
    "/devices/below_years",
    "/devices/ceiling_from_years",
    "/devices/sites/max_years",
    "/devices/needles/mm",
    "/devices/needles/min_kg",
    "/devices/needles/max_kg",
];

#[test]
fn no_number_is_without_a_source() {
    let (protocol, raw) = newest();
    let mut found = Vec::new();
    numbers(&raw, "", &mut found);
    assert!(found.len() > 150, "{}", found.len());
    for (way, number) in found.iter().filter(|(way, _)| way != "/version") {
        let mut parts: Vec<&str> = way.split('/').collect();
        if parts[1] == "parameters" {
            parts[2] = "*";
        }
        let place = parts.join("/");
        assert!(
            PLACES.contains(&&*place),
            "{number} at {way}: the page does not show numbers of that place"
        );
    }
    let of_parameters = protocol.parameters.iter().map(|(name, p)| (&**name, &p.source));
    let of_devices = protocol.devices.iter().map(|d| (&*d.id, &d.source));
    let of_steps = protocol.steps.iter().map(|s| (&*s.id, &s.source));
    for (name, source) in of_parameters.chain(of_devices).chain(of_steps) {
        assert_ne!(source.kind, SourceKind::Policy, "{name}: a protocol is no policy");
        let says_all = source.kind == SourceKind::ProductDefault;
        assert!(
            says_all || !source.citation.trim().is_empty(),
            "{name}: {} of what?",
            source.kind.word()
        );
    }
}

/// Nothing is left out of the page: each parameter, device and step stands in it, and each short reference.
#[test]
fn the_page_leaves_nothing_out() {
    let (protocol, raw) = newest();
    let page = page::page(&protocol, &raw);
    for name in protocol.parameters.keys() {
        let times = page.matches(&format!("`{name}`")).count();
        assert_eq!(times, 1, "{name} stands {times} times");
    }
    for device in &protocol.devices {
        assert!(page.contains(&format!("`{}`", device.id)), "{}", device.id);
    }
    for step in &protocol.steps {
        assert!(page.contains(&format!("`{}`", step.id)), "{}", step.id);
    }
    let mut cited = BTreeSet::new();
    for line in page.lines().filter(|line| !line.starts_with("| **")) {
        let words = line.split(|c: char| !c.is_ascii_alphanumeric());
        cited.extend(words.filter(|word| is_short(word)));
    }
    assert!(cited.len() >= 5, "{cited:?}");
    for short in cited {
        assert!(page.contains(&format!("| **{short}** |")), "what is {short}?");
    }
}

/// `A13`, `G2`: a statement of the article, or a guideline.
fn is_short(word: &str) -> bool {
    let digits = word.strip_prefix(['A', 'G']).unwrap_or_default();
    !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit())
}
