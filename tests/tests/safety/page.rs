//! The page of sources, made from a protocol.

use std::collections::BTreeSet;
use std::fmt::Write;

use marrow::engine::protocol::{Device, Parameter, Protocol, Source, SourceKind, Unit, Value};
use marrow::engine::record::LATE_ENTRY;
use marrow::engine::reminders::ON_TIME;
use marrow::engine::text::{Lang, get};
use marrow::engine::time::{CLOCK_TOLERANCE, HOUR, SECOND};

const HEAD: &str = "\
# Sources of every number

<!-- Made from the protocol. Do not edit: UPDATE_GOLDEN=1 cargo test -p marrow-tests --test safety -->

Every number that the software counts with, its unit, what a hospital's policy may set it to, and where it comes from.
All of it needs a clinician's sign-off before clinical use.

| source | what it means |
|---|---|
| article | says the article on the aftercare of intraosseous infusion that the protocol follows |
| manufacturer | says the device's maker, mostly in what it filed with the FDA |
| guideline | says a guideline or a review |
| convention | clinical convention; no better source was found |
| product default | chosen by the makers of this software; no source says it |

| reference | what it is |
|---|---|
| **A3** | article: not longer than 24 h |
| **A4** | article: FAST1 and some devices up to 72 h |
| **A5** | article: once enough volume has been given, get separate venous access |
| **A6** | article: take it out as soon as possible |
| **A13** | article: disinfect the puncture area every 5 h |
| **A17** | article: antiseptic before the catheter is removed |
| **A18** | article: then compress with sterile gauze for 5 minutes |
| **A19** | article: watch for at least a few hours afterwards |
| **G1** | an organisation's vascular-access policies that follow the Infusion Nurses Society standards of 2024 (secondary source) |
| **G2** | the same, its table of assessments after the insertion |
| **G3** | a Brazilian review, PMC4031810, table 6 |
| **G4** | Dev, N Engl J Med 2014 (abstract) |

The article: María Vijande, \"Intraosseous Infusion – Post Procedure Care\", 27 May 2022.
";

pub fn page(protocol: &Protocol, raw: &serde_json::Value) -> String {
    let mut page = HEAD.to_owned();
    let mut left: BTreeSet<&str> = protocol.parameters.keys().map(String::as_str).collect();
    let _ = writeln!(page, "The protocol: `{}`, version {}.", protocol.id, protocol.version);
    devices(&mut page, protocol);
    let rest = limits(&mut page, protocol, &mut left);
    section(&mut page, "Limits in general", "");
    parameters(&mut page, protocol, rest);
    steps(&mut page, protocol, raw, &mut left);
    section(&mut page, "Flags", "From when on a finding or a delay is flagged.");
    parameters(&mut page, protocol, take(&mut left, |name| name.starts_with("flag.")));
    section(
        &mut page,
        "Reminders",
        "When a reminder comes. None of these moves a due time.",
    );
    let of_reminders = |name: &str| name.starts_with("reminder.") || name.starts_with("snooze.");
    parameters(&mut page, protocol, take(&mut left, of_reminders));
    if !left.is_empty() {
        section(&mut page, "Others", "");
        parameters(&mut page, protocol, left.into_iter().collect());
    }
    fixed(&mut page);
    page
}

fn section(page: &mut String, title: &str, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(page, "\n## {title}\n");
    if !text.is_empty() {
        let _ = writeln!(page, "{text}\n");
    }
}

fn row(page: &mut String, cells: &[&str]) {
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

fn head(page: &mut String, cells: &[&str]) {
    row(page, cells);
    let _ = writeln!(page, "|{}", "---|".repeat(cells.len()));
}

fn take<'p>(left: &mut BTreeSet<&'p str>, wanted: impl Fn(&str) -> bool) -> Vec<&'p str> {
    let taken: Vec<&str> = left.iter().copied().filter(|name| wanted(name)).collect();
    left.retain(|name| !wanted(name));
    taken
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::ProductDefault => "product default",
        other => other.word(),
    }
}

fn source(source: &Source) -> String {
    match source.citation.as_str() {
        "" => kind(source.kind).to_owned(),
        citation => format!("{}: {citation}", kind(source.kind)),
    }
}

fn with_unit(number: &str, unit: Unit) -> String {
    match unit {
        Unit::Count => number.to_owned(),
        unit => format!("{number} {}", get(Lang::En, &format!("unit.{}", unit.word()))),
    }
}

fn value(parameter: &Parameter) -> String {
    match &parameter.default {
        Value::Off => "off".to_owned(),
        value => with_unit(&parameter.show(value), parameter.unit),
    }
}

fn bounds(parameter: &Parameter) -> String {
    let bound = |base| parameter.unit.write(base);
    with_unit(
        &format!("{} to {}", bound(parameter.min), bound(parameter.max)),
        parameter.unit,
    )
}

const PARAMETER: [&str; 5] = ["number", "name", "default", "a policy may set", "source"];

fn parameter(page: &mut String, protocol: &Protocol, name: &str) {
    let of = &protocol.parameters[name];
    let label = get(Lang::En, &format!("parameter.{name}"));
    let name = format!("`{name}`");
    row(page, &[&label, &name, &value(of), &bounds(of), &source(&of.source)]);
}

fn parameters(page: &mut String, protocol: &Protocol, names: Vec<&str>) {
    head(page, &PARAMETER);
    for name in names {
        parameter(page, protocol, name);
    }
}

fn devices(page: &mut String, protocol: &Protocol) {
    section(
        page,
        "Devices: where, in whom, with which needle",
        "A device that is not known counts as the strictest of all. \"To be verified\": shown so in the app too.",
    );
    head(page, &["device", "name", "cleared for", "sites", "needles", "source"]);
    for device in &protocol.devices {
        let name = if device.unknown {
            "other or unknown"
        } else {
            &device.name
        };
        let id = format!("`{}`", device.id);
        let mut ages = ages(device);
        if device.unverified {
            ages.push_str(", to be verified");
        }
        row(
            page,
            &[
                name,
                &id,
                &ages,
                &sites(device),
                &needles(device),
                &source(&device.source),
            ],
        );
    }
}

fn ages(device: &Device) -> String {
    match (device.min_years, device.below_years) {
        (0, None) => "all ages".to_owned(),
        (from, None) => format!("from {from} years"),
        (0, Some(below)) => format!("below {below} years"),
        (from, Some(below)) => format!("{from} to below {below} years"),
    }
}

fn sites(device: &Device) -> String {
    let site = |rule: &marrow::engine::protocol::SiteRule| {
        let site = get(Lang::En, &format!("word.site.{}", rule.site.word()));
        match rule.max_years {
            Some(years) => format!("{site} up to {years} years"),
            None => site,
        }
    };
    let sites: Vec<String> = device.sites.iter().map(site).collect();
    if sites.is_empty() {
        "any".to_owned()
    } else {
        sites.join(", ")
    }
}

fn needles(device: &Device) -> String {
    let needle = |needle: &marrow::engine::protocol::Needle| match needle.max_kg {
        Some(max) => format!("{} mm: {} to {max} kg", needle.mm, needle.min_kg),
        None => format!("{} mm: from {} kg", needle.mm, needle.min_kg),
    };
    let needles: Vec<String> = device.needles.iter().map(needle).collect();
    if needles.is_empty() {
        "–".to_owned()
    } else {
        needles.join(", ")
    }
}

/// The limits of each device; answers with those of no device in particular.
fn limits<'p>(page: &mut String, protocol: &Protocol, left: &mut BTreeSet<&'p str>) -> Vec<&'p str> {
    section(
        page,
        "Devices: how long",
        "\"Off\": it cannot be extended. An extension counts from the insertion.",
    );
    let head_cells = ["device", "number", "name", "default", "a policy may set", "source"];
    head(page, &head_cells);
    for device in &protocol.devices {
        let ceiling = device.ceiling.as_ref().map(|ceiling| ceiling.parameter.as_str());
        let ceiling = ceiling.map_or_else(
            || device.limit.parameter.replacen("limit.", "ceiling.", 1),
            str::to_owned,
        );
        let title = if device.unknown {
            "other or unknown"
        } else {
            &device.name
        };
        for name in [&device.limit.parameter, &ceiling] {
            let of = &protocol.parameters[name];
            let what = match (name == &ceiling, device.ceiling_from_years) {
                (false, _) => "dwell limit".to_owned(),
                (true, 0) => "can be extended to".to_owned(),
                (true, years) => format!("can be extended to, from {years} years"),
            };
            let quoted = format!("`{name}`");
            row(
                page,
                &[title, &what, &quoted, &value(of), &bounds(of), &source(&of.source)],
            );
            left.remove(name.as_str());
        }
    }
    take(left, |name| {
        ["limit.", "ceiling.", "age."]
            .iter()
            .any(|group| name.starts_with(group))
    })
}

fn steps(page: &mut String, protocol: &Protocol, raw: &serde_json::Value, left: &mut BTreeSet<&str>) {
    section(
        page,
        "Steps",
        "Each step with the numbers that it brings in; one without falls due when something happens.",
    );
    head(page, &PARAMETER);
    for (step, raw) in protocol.steps.iter().zip(raw["steps"].as_array().into_iter().flatten()) {
        let mut named = BTreeSet::new();
        strings(raw, &mut named);
        let title = get(Lang::En, &format!("step.{}", step.id)).replace("{hours} h in", "Hours in");
        row(
            page,
            &[
                &format!("**{title}**"),
                &format!("`{}`", step.id),
                "",
                "",
                &source(&step.source),
            ],
        );
        let own = format!("{}.", step.id);
        for name in take(left, |name| named.contains(name) || name.starts_with(&own)) {
            parameter(page, protocol, name);
        }
    }
}

fn strings(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => found.extend([text.clone()]),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

/// Numbers that stand in the code, beside the protocol.
fn fixed(page: &mut String) {
    section(
        page,
        "Numbers that no policy changes",
        "They stand in the code. The bounds of what can be typed (a weight, a temperature) are those of the physically \
         possible, to catch slips of the finger, and no clinical limits.",
    );
    head(page, &["number", "value", "source"]);
    let default = kind(SourceKind::ProductDefault);
    let seconds = |ms: i64| format!("{} s", ms / SECOND);
    for (what, number) in [
        (
            "A task is late",
            "after 10 % of its interval, at least 5 min, at most 30 min".to_owned(),
        ),
        (
            "A task is overdue",
            "after 25 % of its interval, at least 10 min".to_owned(),
        ),
        (
            "A task is long overdue",
            "after 50 % of its interval, at least 20 min".to_owned(),
        ),
        ("Typed for the future: refused beyond", "60 s ahead".to_owned()),
        (
            "Typed later than this: a late entry, asks for a reason",
            format!("{} h", LATE_ENTRY / HOUR),
        ),
        (
            "The wall clock was set, if it moves against the boot clock by more than",
            seconds(CLOCK_TOLERANCE),
        ),
        ("A reminder is on time, if it is shown within", seconds(ON_TIME)),
    ] {
        row(page, &[what, &number, default]);
    }
}
