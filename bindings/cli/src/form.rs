//! From options to a command: the fields as JSON, the time, who records.

use std::path::Path;

use clap::ArgMatches;
use clap::parser::ValueSource;
use marrow::engine::entry::{Kind, Payload};
use marrow::engine::id::CaseId;
use marrow::engine::record::Command;
use marrow::engine::time::ClockSample;
use marrow::engine::view::CaseView;
use marrow::engine::vocabulary::Precision;
use serde_json::{Map, Value};

use crate::args::fields::{self, Shape};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::moment;

/// The command that was typed for a case.
pub fn command(
    case: CaseId,
    payload: Payload,
    matches: &ArgMatches,
    now: &ClockSample,
    context: &Context,
) -> Result<Command> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let say = context.say;
    let performed_at = text("performed-at")
        .map(|typed| moment::read(&typed, say, Some(now.wall_ms)))
        .transpose()?;
    let precision = text("precision").map(|typed| precision(&typed, context)).transpose()?;
    let mut command = Command {
        case,
        payload,
        performed_at,
        precision: Precision::Exact,
        late_reason: text("late-reason"),
        actor: context.actor.clone(),
    };
    if let Payload::Amend(amend) = &mut command.payload {
        // The time and precision typed with an amendment are the new ones of what it amends.
        amend.performed_at_ms = command.performed_at.take();
        amend.precision = precision;
    } else {
        command.precision = precision.unwrap_or(Precision::Exact);
    }
    Ok(command)
}

fn precision(typed: &str, context: &Context) -> Result<Precision> {
    let word = fields::value("precision", Shape::Word("precision"), &[typed.to_owned()], context.say)?;
    word.as_str()
        .unwrap_or_default()
        .parse()
        .map_err(|_| Failure::usage(typed))
}

/// The fields of a kind as typed.
pub fn payload(kind: Kind, form: Map<String, Value>, context: &Context) -> Result<Payload> {
    Payload::from_json(kind.word(), form).map_err(|invalid| {
        Failure::usage(
            context
                .say
                .fill("terminal.field.invalid", &[("problem", &invalid.to_string())]),
        )
    })
}

/// The fields that were typed, by their names.
pub fn form(kind: Kind, matches: &ArgMatches, context: &Context) -> Result<Map<String, Value>> {
    let mut form = Map::new();
    for field in kind.fields() {
        let Some(shape) = fields::shape(kind.word(), field) else {
            continue;
        };
        if let Some(typed) = typed(field, matches) {
            form.insert((*field).to_owned(), fields::value(field, shape, &typed, context.say)?);
        }
    }
    Ok(form)
}

/// What an amendment changes: each field read as the amended entry's kind has it; an empty one is
/// taken away.
pub fn changes(target: &str, matches: &ArgMatches, form: &mut Map<String, Value>, context: &Context) -> Result<()> {
    for name in matches.ids().map(clap::Id::as_str) {
        let own = ["entry", "reason"].contains(&name);
        let given = matches.value_source(name) == Some(ValueSource::CommandLine);
        if own || !given || !is_field(name) {
            continue;
        }
        let Some(typed) = typed(name, matches) else { continue };
        let known = Kind::from_word(target).is_some_and(|kind| kind.fields().contains(&name));
        let shape = fields::shape(target, name).filter(|_| known).ok_or_else(|| {
            let places = [
                ("option", fields::option(name)),
                ("kind", context.say.get(&format!("kind.{target}"))),
            ];
            let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
            Failure::usage(context.say.fill("terminal.field.not-there", &places))
        })?;
        let nothing = typed.iter().all(|text| text.is_empty());
        let value = if nothing {
            Value::Null
        } else {
            fields::value(name, shape, &typed, context.say)?
        };
        form.insert(name.to_owned(), value);
    }
    Ok(())
}

fn is_field(name: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.fields().contains(&name))
}

fn typed(field: &str, matches: &ArgMatches) -> Option<Vec<String>> {
    let values = matches.try_get_many::<String>(field).ok()??;
    Some(values.cloned().collect())
}

/// Puts what only the store knows in place of what people type for it: entries, other cases, files.
pub fn resolve(
    kind: Kind,
    form: &mut Map<String, Value>,
    view: &CaseView,
    desk: &mut Desk,
    now: &ClockSample,
    context: &Context,
) -> Result<()> {
    for (field, value) in form.iter_mut() {
        let typed = value.as_str().unwrap_or_default().to_owned();
        match fields::shape(kind.word(), field) {
            Some(Shape::Entry) => *value = desk.entry(&typed, view, context)?.to_string().into(),
            Some(Shape::Case) => *value = desk.case(&typed, now, context)?.0.to_string().into(),
            Some(Shape::Policy) => *value = policy(Path::new(&typed), context)?,
            _ => {}
        }
    }
    Ok(())
}

/// A policy document as JSON.
fn policy(path: &Path, context: &Context) -> Result<Value> {
    let json = read_file(path, context)?;
    serde_json::from_str(&json).map_err(|e| {
        Failure::new(
            context
                .say
                .fill("terminal.policy.not-a-policy", &[("problem", &e.to_string())]),
        )
        .kind("policy")
    })
}

/// A file that somebody names; `-` is what comes in on stdin.
pub fn read_file(path: &Path, context: &Context) -> Result<String> {
    let read = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| crate::keep::file::trouble(path, &error, context.say))
}
