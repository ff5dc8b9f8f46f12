//! `marrow policy`: every number with its unit, default, bounds and source; a hospital's own.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, value_parser};
use marrow::engine::protocol::{Parameter, Protocol, Protocols};
use marrow::engine::view::source_text;
use serde_json::{Value, json};

use crate::args::described;
use crate::context::{Context, database};
use crate::desk::Desk;
use crate::failure::Result;
use crate::say::Say;
use crate::term::{Paint, Text, beside, justify, width};
use crate::{form, trouble};

pub fn command(say: Say) -> Command {
    let file = || {
        Arg::new("file")
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .required(true)
            .help(say.get("terminal.help.policy.file"))
    };
    described(Command::new("policy"), say, "terminal.help.policy")
        .subcommand_required(true)
        .subcommand(described(Command::new("show"), say, "terminal.help.policy.show"))
        .subcommand(described(Command::new("check"), say, "terminal.help.policy.check").arg(file()))
        .subcommand(described(Command::new("set"), say, "terminal.help.policy.set").arg(file()))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let file = |own: &ArgMatches| own.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    match matches.subcommand() {
        Some(("check", own)) => check(&form::read_file(&file(own), context)?, context),
        Some(("set", own)) => set(&form::read_file(&file(own), context)?, context),
        _ => show(in_force(context)?.as_ref(), context),
    }
}

/// The protocol that new cases follow: with the store's policy where there is a store, else as it
/// is shipped.
pub fn in_force(context: &Context) -> Result<Arc<Protocol>> {
    let shipped = Protocols::shipped();
    if !database(&context.store).exists() {
        return Ok(shipped.newest());
    }
    let desk = Desk::open(context)?;
    match desk.marrow.policy() {
        Some(json) => shipped.check(json).map_err(|e| trouble::of_policy(&e, context)),
        None => Ok(shipped.newest()),
    }
}

fn check(json: &str, context: &Context) -> Result<u8> {
    let protocol = Protocols::shipped()
        .check(json)
        .map_err(|e| trouble::of_policy(&e, context))?;
    if context.out.json {
        context.out.pretty_json(&to_json(&protocol, context.say))?;
        return Ok(0);
    }
    let changed: Vec<_> = protocol.parameters.iter().filter(|(_, p)| p.overridden).collect();
    let mut lines = vec![Text::plain(
        context
            .say
            .fill("terminal.policy.good", &[("n", &changed.len().to_string())]),
    )];
    for (name, parameter) in changed {
        lines.extend(row(name, parameter, context.say, context.out.columns, 0));
    }
    context.out.data(&lines)?;
    Ok(0)
}

fn set(json: &str, context: &Context) -> Result<u8> {
    // Checked before a store is made for it.
    let protocol = Protocols::shipped()
        .check(json)
        .map_err(|e| trouble::of_policy(&e, context))?;
    let mut desk = Desk::open_or_make(context)?;
    desk.marrow
        .set_policy(Some(json))
        .map_err(|e| trouble::explain(&e, context))?;
    desk.keep_mark();
    if context.out.json {
        context.out.pretty_json(&to_json(&protocol, context.say))?;
    } else {
        context.out.talk(&[Text::plain(
            context
                .say
                .fill("terminal.policy.done", &[("policy", &name(&protocol))]),
        )]);
    }
    Ok(0)
}

/// `io-aftercare v1 · st-anna v3`.
pub fn name(protocol: &Protocol) -> String {
    let policy = protocol
        .policy
        .as_ref()
        .map(|p| format!(" · {} v{}", p.id, p.version))
        .unwrap_or_default();
    format!("{} v{}{policy}", protocol.id, protocol.version)
}

fn show(protocol: &Protocol, context: &Context) -> Result<u8> {
    let (say, columns) = (context.say, context.out.columns);
    if context.out.json {
        context.out.pretty_json(&to_json(protocol, say))?;
        return Ok(0);
    }
    let changed = protocol.parameters.values().filter(|p| p.overridden).count();
    let counts = say.fill(
        "terminal.policy.counts",
        &[
            ("n", &protocol.parameters.len().to_string()),
            ("changed", &changed.to_string()),
        ],
    );
    let mut page = justify(
        Text::of(Paint::Strong, name(protocol)),
        Text::of(Paint::Quiet, counts),
        columns,
    );
    match &protocol.policy {
        None => page.extend(Text::plain(say.get("policy.none")).wrap(columns)),
        Some(policy) => {
            let said = [
                ("author", policy.author.clone()),
                ("effective", policy.effective.clone()),
                ("reason", policy.reason.clone()),
            ];
            for (field, value) in said {
                page.extend(value.into_iter().flat_map(|value| {
                    Text::plain(format!("{}: {value}", say.get(&format!("terminal.policy.{field}")))).wrap(columns)
                }));
            }
        }
    }
    let widest = protocol
        .parameters
        .values()
        .map(|p| width(&value(p, &p.value, say)))
        .max()
        .unwrap_or(0)
        .min(24);
    let (first, rest): (Vec<_>, Vec<_>) = protocol.parameters.iter().partition(|(_, p)| p.overridden);
    for group in [first, rest] {
        if !group.is_empty() {
            page.push(Text::default());
        }
        for (name, parameter) in group {
            page.extend(row(name, parameter, say, columns, widest));
        }
    }
    context.out.data(&page)?;
    Ok(0)
}

/// A value with its unit: `300 min`, `off`.
fn value(parameter: &Parameter, value: &marrow::engine::protocol::Value, say: Say) -> String {
    use marrow::engine::protocol::{Unit, Value};
    match value {
        Value::Off => say.get("policy.off"),
        shown if parameter.unit == Unit::Count => parameter.show(shown),
        shown => format!(
            "{} {}",
            parameter.show(shown),
            say.get(&format!("unit.{}", parameter.unit.word()))
        ),
    }
}

fn row(name: &str, parameter: &Parameter, say: Say, columns: usize, widest: usize) -> Vec<Text> {
    let shown = value(parameter, &parameter.value, say);
    let widest = widest.max(width(&shown).min(24));
    let rest = columns.saturating_sub(widest + 2).max(20);
    let label = Text::plain(say.get(&format!("parameter.{name}")));
    let unit = parameter.unit;
    let default = value(parameter, &parameter.default, say);
    let bounds = [("min", unit.write(parameter.min)), ("max", unit.write(parameter.max))];
    let bounds: Vec<(&str, &str)> = bounds.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let mut small = vec![
        say.fill("policy.default", &[("value", &default)]),
        say.fill("policy.bounds", &bounds),
        source_text(&parameter.source, say.lang),
    ];
    if parameter.overridden {
        small.insert(0, say.get("policy.changed"));
    }
    let mut lines = justify(label, Text::of(Paint::Quiet, name), rest);
    lines.extend(Text::of(Paint::Quiet, small.join(" · ")).wrap(rest));
    let paint = if parameter.overridden {
        Paint::Amber
    } else {
        Paint::Strong
    };
    beside(&[(widest, vec![Text::of(paint, shown)]), (rest, lines)])
}

/// Every parameter, the changed ones first.
fn to_json(protocol: &Protocol, say: Say) -> Value {
    let mut all: Vec<(&String, &Parameter)> = protocol.parameters.iter().collect();
    all.sort_by_key(|(name, parameter)| (!parameter.overridden, *name));
    let parameter = |(name, p): (&String, &Parameter)| {
        json!({
            "name": name, "label": say.get(&format!("parameter.{name}")), "unit": p.unit.word(),
            "value": p.show(&p.value), "default": p.show(&p.default), "overridden": p.overridden,
            "min": p.unit.write(p.min), "max": p.unit.write(p.max), "source": source_text(&p.source, say.lang),
        })
    };
    let parameters: Vec<Value> = all.into_iter().map(parameter).collect();
    json!({ "protocol": protocol.id, "version": protocol.version, "policy": protocol.policy, "parameters": parameters })
}
