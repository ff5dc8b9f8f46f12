//! What the case was computed with: protocol, policy, every value that the hospital changed, and the
//! central ones that it left as they were.

use marrow_engine::protocol::{Parameter, Protocol, Source, Unit, Value};
use marrow_engine::text;

use super::Sheet;
use super::words::decimal;
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

/// The columns of what the hospital changed.
const CHANGED: &[(&str, f32)] = &[
    ("policy.changed", 44.0),
    ("sheet.policy.in-force", 22.0),
    ("sheet.policy.default", 22.0),
    ("sheet.policy.allowed", 24.0),
    ("sheet.policy.source", 32.0),
];

/// The columns of what it left as it was.
const LEFT: &[(&str, f32)] = &[
    ("sheet.policy.value", 68.0),
    ("sheet.policy.in-force", 36.0),
    ("sheet.policy.source", 40.0),
];

/// The values that the care of any needle hangs on; the device's own limit stands before them.
const CENTRAL: &[&str] = &[
    "site-check.every",
    "site-check.every-close",
    "disinfect.every",
    "access-review.first",
    "access-review.every",
    "removal-target.after",
    "remove-after-access.target",
    "compression.minutes",
    "post-removal-check.at",
    "flag.refill",
    "flag.circumference",
    "flag.same-bone",
];

pub(super) fn part(sheet: &Sheet<'_>) -> Part {
    let case = sheet.look.timeline.case;
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.policy"));
    part.say(&name(sheet, &case.protocol).strong());
    part.keep_with_next();
    if case.foreign_protocol {
        part.say(&sheet.say("sheet.policy.foreign").strong());
    }
    part.say(&about(sheet, &case.protocol));
    if case.pins.len() > 1 {
        for (index, protocol) in &case.pins {
            let folded = &case.entries[*index];
            let offset_s = folded.entry.envelope.recorded.offset_s;
            let when = Line::say(sheet.times.full_in(sheet.happened_at(folded), offset_s));
            let places = [("when", when), ("policy", name(sheet, protocol))];
            part.say(&sheet.fill("sheet.policy.from", &places));
        }
    }
    changed(sheet, &case.protocol, &mut part);
    left(sheet, &case.protocol, &mut part);
    part
}

/// "io-aftercare v1 · H. Norte v3".
pub(super) fn name(sheet: &Sheet<'_>, protocol: &Protocol) -> Line {
    let own = Line::name(protocol.id.clone()).then(format!(" v{}", protocol.version));
    let policy = protocol.policy.as_ref().map_or_else(
        || sheet.say("sheet.policy.no-hospital"),
        |policy| Line::name(policy.id.clone()).then(format!(" v{}", policy.version)),
    );
    Line::join([own, policy], " · ")
}

/// Who answers for the hospital's policy, from when and why.
fn about(sheet: &Sheet<'_>, protocol: &Protocol) -> Line {
    let Some(policy) = &protocol.policy else {
        return sheet.say("policy.none");
    };
    let author = sheet.typed_or_not(policy.author.as_deref());
    let from = policy.effective.as_ref().map_or_else(
        || sheet.not_recorded(),
        |day| Line::say(sheet.times.date(&day.to_string())),
    );
    let reason = sheet.typed_or_not(policy.reason.as_deref());
    let places = [("author", author), ("from", from), ("reason", reason)];
    sheet.fill("sheet.policy.about", &places)
}

fn table(sheet: &Sheet<'_>, columns: &[(&str, f32)], part: &mut Part) {
    let columns = columns.iter().map(|(key, mm)| Column::new(sheet.t(key), *mm));
    part.table("values", columns.collect());
}

fn changed(sheet: &Sheet<'_>, protocol: &Protocol, part: &mut Part) {
    let mut changed = protocol.parameters.iter().filter(|(_, p)| p.overridden).peekable();
    if changed.peek().is_none() {
        if protocol.policy.is_some() {
            part.say(&sheet.say("sheet.policy.nothing-changed"));
        }
        return;
    }
    table(sheet, CHANGED, part);
    for (id, parameter) in changed {
        let number = |value: i64| decimal(&parameter.unit.write(value), sheet.lang);
        let bounds = [
            ("min", Line::say(number(parameter.min))),
            ("max", Line::say(number(parameter.max))),
        ];
        let cells: [Cell; 5] = [
            label(sheet, id).into(),
            Line::say(shown(sheet, parameter, &parameter.value)).strong().into(),
            Line::say(shown(sheet, parameter, &parameter.default)).into(),
            with_unit(sheet, parameter.unit, sheet.fill("sheet.policy.bounds", &bounds)).into(),
            Line::say(source_in_short(sheet, &parameter.source)).into(),
        ];
        part.row("", &cells);
    }
}

/// The central values that are as they were.
fn left(sheet: &Sheet<'_>, protocol: &Protocol, part: &mut Part) {
    let insert = sheet.look.timeline.insert();
    let device = insert.and_then(|insert| insert.device.as_deref()).unwrap_or("other");
    let limits = [format!("limit.{device}"), format!("ceiling.{device}")];
    let ids = limits.iter().map(String::as_str).chain(CENTRAL.iter().copied());
    table(sheet, LEFT, part);
    for id in ids {
        let Some(parameter) = protocol.parameters.get(id).filter(|p| !p.overridden) else {
            continue;
        };
        let cells: [Cell; 3] = [
            label(sheet, id).into(),
            Line::say(shown(sheet, parameter, &parameter.value)).into(),
            Line::say(source_in_short(sheet, &parameter.source)).into(),
        ];
        part.row("", &cells);
    }
}

fn label(sheet: &Sheet<'_>, id: &str) -> Line {
    let key = format!("parameter.{id}");
    text::find(sheet.lang, &key).map_or_else(|| Line::say(id.to_owned()), Line::say)
}

fn shown(sheet: &Sheet<'_>, parameter: &Parameter, value: &Value) -> String {
    if *value == Value::Off {
        return sheet.t("policy.off").into_owned();
    }
    let numbers: Vec<String> = parameter
        .show(value)
        .split(", ")
        .map(|number| decimal(number, sheet.lang))
        .collect();
    with_unit(sheet, parameter.unit, Line::say(numbers.join("; "))).plain()
}

/// A count has no unit to be written.
fn with_unit(sheet: &Sheet<'_>, unit: Unit, line: Line) -> Line {
    if unit == Unit::Count {
        return line;
    }
    line.then(format!(" {}", sheet.t(&format!("unit.{}", unit.word()))))
}

/// "clinical guideline (G2)": the source without what it says, which is in one language only.
pub(super) fn source_in_short(sheet: &Sheet<'_>, source: &Source) -> String {
    let kind = sheet.t(&format!("source.{}", source.kind.word()));
    let name = source.citation.split([':', ';', ' ', ',']).next().unwrap_or_default();
    let is_name = name.starts_with(['A', 'G']) && name.len() <= 3;
    if is_name {
        format!("{kind} ({name})")
    } else {
        kind.into_owned()
    }
}
