//! What the case was computed with: protocol, policy, and every value that the hospital changed.

use marrow_engine::protocol::{Parameter, Protocol, Unit, Value};
use marrow_engine::text;
use marrow_engine::view::source_text;

use super::words::decimal;
use super::{Sheet, section};
use crate::html::Html;
use crate::line::Line;

const COLUMNS: &[&str] = &[
    "policy.changed",
    "sheet.policy.in-force",
    "sheet.policy.default",
    "sheet.policy.allowed",
    "sheet.policy.source",
];

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    let case = sheet.look.timeline.case;
    section(html, &sheet.t("sheet.policy"), |html| {
        html.line_in("p", "", &name(sheet, &case.protocol).strong());
        if case.foreign_protocol {
            html.line_in("p", "", &sheet.say("sheet.policy.foreign").strong());
        }
        about(sheet, &case.protocol, html);
        if case.pins.len() > 1 {
            for (index, protocol) in &case.pins {
                let folded = &case.entries[*index];
                let offset_s = folded.entry.envelope.recorded.offset_s;
                let when = Line::say(sheet.times.full_in(sheet.happened_at(folded), offset_s));
                let policy = name(sheet, protocol);
                html.line_in(
                    "p",
                    "",
                    &sheet.fill("sheet.policy.from", &[("when", when), ("policy", policy)]),
                );
            }
        }
        changed(sheet, &case.protocol, html);
    });
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
fn about(sheet: &Sheet<'_>, protocol: &Protocol, html: &mut Html) {
    let Some(policy) = &protocol.policy else {
        html.line_in("p", "", &sheet.say("policy.none"));
        return;
    };
    let author = sheet.typed_or_not(policy.author.as_deref());
    let from = policy.effective.as_ref().map_or_else(
        || sheet.not_recorded(),
        |day| Line::say(sheet.times.date(&day.to_string())),
    );
    let reason = sheet.typed_or_not(policy.reason.as_deref());
    let places = [("author", author), ("from", from), ("reason", reason)];
    html.line_in("p", "", &sheet.fill("sheet.policy.about", &places));
}

fn changed(sheet: &Sheet<'_>, protocol: &Protocol, html: &mut Html) {
    let changed: Vec<_> = protocol.parameters.iter().filter(|(_, p)| p.overridden).collect();
    if changed.is_empty() {
        if protocol.policy.is_some() {
            html.line_in("p", "", &sheet.say("sheet.policy.nothing-changed"));
        }
        return;
    }
    html.el("table", "values", |html| {
        html.el("thead", "", |html| {
            html.el("tr", "", |html| {
                for key in COLUMNS {
                    html.with("th", &[("scope", "col")], |html| html.text(&sheet.t(key)));
                }
            });
        });
        html.el("tbody", "", |html| {
            for (id, parameter) in changed {
                html.el("tr", "", |html| row(sheet, id, parameter, html));
            }
        });
    });
}

fn row(sheet: &Sheet<'_>, id: &str, parameter: &Parameter, html: &mut Html) {
    let key = format!("parameter.{id}");
    let label = if text::has(&key) { sheet.t(&key) } else { id.to_owned() };
    let number = |value: i64| decimal(&parameter.unit.write(value), sheet.lang);
    let bounds = [
        ("min", Line::say(number(parameter.min))),
        ("max", Line::say(number(parameter.max))),
    ];
    let cells = [
        Line::say(label),
        Line::say(shown(sheet, parameter, &parameter.value)).strong(),
        Line::say(shown(sheet, parameter, &parameter.default)),
        with_unit(sheet, parameter.unit, sheet.fill("sheet.policy.bounds", &bounds)),
        Line::say(source_text(&parameter.source, sheet.lang)),
    ];
    for (key, cell) in COLUMNS.iter().zip(&cells) {
        html.with("td", &[("data-l", &sheet.t(key))], |html| html.line(cell));
    }
}

fn shown(sheet: &Sheet<'_>, parameter: &Parameter, value: &Value) -> String {
    if *value == Value::Off {
        return sheet.t("policy.off");
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
