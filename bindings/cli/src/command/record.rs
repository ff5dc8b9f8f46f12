//! `marrow record CASE KIND`: puts something on record, or says beforehand what that would do.
//!
//! The entry's id is printed once the entry is on the disk, and not before.

use std::sync::Arc;

use clap::{ArgMatches, Command as Line};
use marrow::engine::entry::Kind;
use marrow::engine::protocol::Protocol;
use marrow::engine::record::Command;
use marrow::engine::time::ClockSample;
use marrow::engine::view::{because, step_title};
use marrow::{Ask, Error, Outcome};
use serde_json::{Value, json};

use crate::args::common;
use crate::context::{Context, quoted};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::{Paint, Text};
use crate::{form, trouble};

pub fn command(say: Say) -> Line {
    common(say)
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let typed = matches
        .subcommand()
        .and_then(|(word, own)| Some((Kind::from_word(word)?, own)));
    let (kind, own) = typed.ok_or_else(|| Failure::usage(context.say.get("terminal.usage.no-command")))?;
    let mut fields = form::form(kind, own, context)?;
    let mut desk = Desk::open(context)?;
    let now = context.now();
    let (case, _) = desk.case(super::text(matches, "case").unwrap_or_default(), &now, context)?;
    let view = desk
        .marrow
        .case(case, context.say.lang, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    form::resolve(kind, &mut fields, &view, &mut desk, &now, context)?;
    if kind == Kind::Amend {
        let target = fields.get("entry").and_then(Value::as_str).unwrap_or_default();
        let target = view
            .record
            .iter()
            .find(|entry| entry.id == target)
            .and_then(|entry| entry.kind);
        form::changes(target.unwrap_or_default(), own, &mut fields, context)?;
    }
    let payload = form::payload(kind, fields, context)?;
    let command = form::command(case, payload, own, &now, context)?;
    if own.get_flag("preview") {
        return preview(&mut desk, &command, &now, context);
    }
    let outcome = desk
        .marrow
        .dispatch(&command, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    desk.keep_mark();
    let told = Told::of(&outcome, &mut desk, &now, context)?;
    context.out.json(&if context.out.json {
        told.json(false)
    } else {
        json!({ "entry": outcome.entry })
    })?;
    told.talk(context);
    Ok(0)
}

/// Says what a command would raise, or why it would be refused, and records nothing.
pub fn preview(desk: &mut Desk, command: &Command, now: &ClockSample, context: &Context) -> Result<u8> {
    match desk.marrow.preview(command, now) {
        Ok(outcome) => {
            let told = Told::of(&outcome, desk, now, context)?;
            if context.out.json {
                context.out.json(&told.json(false))?;
            } else {
                let mut lines = vec![Text::plain(context.say.get("terminal.record.would"))];
                lines.extend(told.lines(context));
                context.out.data(&lines)?;
            }
            Ok(0)
        }
        Err(error @ Error::Refused(_)) => {
            let failure = trouble::explain(&error, context);
            context
                .out
                .talk(&[Text::plain(context.say.get("terminal.record.would-refuse"))]);
            Err(failure)
        }
        Err(other) => Err(trouble::explain(&other, context)),
    }
}

/// What a command did, in words.
pub struct Told<'o> {
    outcome: &'o Outcome,
    raised: Vec<Value>,
    cleared: Vec<(String, String)>,
    asks: Vec<String>,
    alias: String,
}

impl<'o> Told<'o> {
    pub fn of(outcome: &'o Outcome, desk: &mut Desk, now: &ClockSample, context: &Context) -> Result<Self> {
        let say = context.say;
        // A case that is only previewed is not there: then the newest protocol has the words.
        let seen = desk.marrow.with_case(outcome.case, now, |look, _| {
            (
                Arc::clone(&look.timeline.case.protocol),
                look.timeline.patient.alias.clone().unwrap_or_default(),
            )
        });
        let (protocol, alias) = seen.unwrap_or_else(|_| (desk.marrow.protocols().newest(), String::new()));
        Ok(Self {
            raised: outcome.raised.iter().map(|flag| raised(flag, &protocol, say)).collect(),
            cleared: outcome
                .cleared
                .iter()
                .map(|rule| ((*rule).to_owned(), say.get(&format!("rule.{rule}.title"))))
                .collect(),
            asks: outcome.asks.iter().map(|ask| asked(ask, &protocol, say)).collect(),
            outcome,
            alias,
        })
    }

    /// For machines.
    pub fn json(&self, opened: bool) -> Value {
        let cleared: Vec<&str> = self.cleared.iter().map(|(rule, _)| rule.as_str()).collect();
        let asks: Vec<Value> = self
            .outcome
            .asks
            .iter()
            .zip(&self.asks)
            .map(|(ask, text)| match ask {
                Ask::WhyLate => json!({ "ask": "why-late", "text": text }),
                Ask::WhyOverdue(step) => json!({ "ask": "why-overdue", "step": step, "text": text }),
            })
            .collect();
        let mut json = json!({
            "case": self.outcome.case, "entry": self.outcome.entry, "raised": self.raised, "cleared": cleared, "asks": asks,
        });
        if let Value::Object(map) = &mut json
            && opened
        {
            map.insert("opened".to_owned(), true.into());
        }
        json
    }

    /// For people.
    pub fn lines(&self, context: &Context) -> Vec<Text> {
        let say = context.say;
        let mut lines = Vec::new();
        for flag in &self.raised {
            let part = |name: &str| flag[name].as_str().unwrap_or_default();
            let found = if part("text").is_empty() {
                String::new()
            } else {
                format!(": {}", part("text"))
            };
            let text = Text::of(Paint::of_severity(part("severity")), part("severity_text"))
                .and(Paint::Plain, "  ")
                .and(Paint::Strong, part("title"))
                .and(Paint::Plain, found);
            lines.extend([text, Text::plain(part("action"))]);
        }
        let cleared =
            |(_, title): &(String, String)| Text::plain(say.fill("terminal.record.cleared", &[("title", title)]));
        lines.extend(self.cleared.iter().map(cleared));
        lines.extend(self.asks.iter().map(Text::plain));
        if self.raised.is_empty() && self.cleared.is_empty() && self.asks.is_empty() {
            lines.push(Text::of(Paint::Quiet, say.get("terminal.record.nothing-raised")));
        }
        lines
    }

    /// Says it beside the data.
    pub fn talk(&self, context: &Context) {
        let say = context.say;
        let mut lines = vec![Text::plain(say.fill("terminal.record.done", &[("case", &self.alias)]))];
        lines.extend(self.lines(context));
        if !self.asks.is_empty() {
            let places = [("marrow", context.program.clone()), ("case", quoted(&self.alias))];
            let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
            lines.push(Text::of(Paint::Hint, "hint:").and(
                Paint::Plain,
                format!(" {}", say.fill("terminal.record.why.hint", &places)),
            ));
        }
        if context.actor.name.is_empty() {
            lines.push(
                Text::of(Paint::Hint, "hint:").and(Paint::Plain, format!(" {}", say.get("terminal.record.nobody"))),
            );
        }
        context.out.talk(&lines);
    }
}

fn raised(flag: &marrow::engine::flags::Flag, protocol: &Protocol, say: Say) -> Value {
    json!({
        "rule": flag.rule,
        "severity": flag.severity.word(),
        "severity_text": say.get(&format!("severity.{}", flag.severity.word())),
        "title": say.get(&format!("rule.{}.title", flag.rule)),
        "text": because(flag, protocol, say.lang),
        "action": say.get(&format!("rule.{}.action", flag.rule)),
        "step": flag.step,
    })
}

fn asked(ask: &Ask, protocol: &Protocol, say: Say) -> String {
    match ask {
        Ask::WhyLate => say.get("terminal.record.why-late"),
        Ask::WhyOverdue(step) => say.fill(
            "terminal.record.why-overdue",
            &[("step", &step_title(protocol, step, say.lang))],
        ),
    }
}
