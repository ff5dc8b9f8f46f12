//! `marrow reminders`: what a phone with this record would hold. A terminal reminds nobody.

use std::collections::BTreeMap;

use clap::{Arg, ArgMatches, Command, value_parser};
use marrow::engine::reminders::{Diff, Os, Plan, PlatformCaps, Reminder};
use marrow::engine::time::Ms;
use serde_json::json;

use crate::args::{described, option};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::{Paint, Text, beside, fold, justify, width};
use crate::trouble;

pub fn command(say: Say) -> Command {
    let limit: Arg = option("limit", "N", say, "terminal.help.limit").value_parser(value_parser!(u32));
    described(Command::new("reminders"), say, "terminal.help.reminders")
        .arg(option("os", "android|ios", say, "terminal.help.os"))
        .arg(limit)
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let caps = caps(
        super::text(matches, "os").unwrap_or("android"),
        matches.get_one("limit").copied(),
        context,
    )?;
    let mut desk = Desk::open(context)?;
    let now = context.now();
    let (plan, diff) = desk
        .marrow
        .reminders(&caps, context.say.lang, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    if context.out.json {
        context.out.pretty_json(&to_json(&plan, &diff))?;
        return Ok(0);
    }
    let names = names(&mut desk, context)?;
    context.out.data(&page(
        &plan,
        &caps,
        &names,
        context.say,
        now.wall_ms,
        context.out.columns,
    ))?;
    context
        .out
        .talk(&[Text::of(Paint::Quiet, context.say.get("terminal.reminders.not-here"))]);
    Ok(0)
}

fn caps(os: &str, limit: Option<u32>, context: &Context) -> Result<PlatformCaps> {
    let mut caps = match fold(os).as_str() {
        "android" => PlatformCaps::android(),
        "ios" => PlatformCaps::ios(),
        _ => {
            return Err(Failure::usage(
                context.say.fill("terminal.reminders.os", &[("typed", os)]),
            ));
        }
    };
    if let Some(limit) = limit {
        caps.max_pending = limit as usize;
    }
    Ok(caps)
}

/// The plan with the steps from what the phone holds to it.
pub fn to_json(plan: &Plan, diff: &Diff) -> serde_json::Value {
    json!({ "plan": plan, "diff": diff })
}

/// Aliases by case.
pub fn names(desk: &mut Desk, context: &Context) -> Result<BTreeMap<String, String>> {
    let board = desk
        .marrow
        .board(context.say.lang, &context.now())
        .map_err(|e| trouble::explain(&e, context))?;
    let headers = board.open.into_iter().map(|row| row.header).chain(board.closed);
    Ok(headers.map(|header| (header.case, header.alias)).collect())
}

/// The plan as it is printed.
fn page(
    plan: &Plan,
    caps: &PlatformCaps,
    names: &BTreeMap<String, String>,
    say: Say,
    now: Ms,
    columns: usize,
) -> Vec<Text> {
    let os = match caps.os {
        Os::Android => "Android",
        Os::Ios => "iOS",
    };
    let places = [
        ("n", plan.reminders.len().to_string()),
        ("max", caps.max_pending.to_string()),
        ("os", os.to_owned()),
    ];
    let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let until = say.fill(
        "terminal.reminders.until",
        &[("time", &say.clock(plan.coverage_until_ms, now))],
    );
    let mut page = justify(
        Text::of(Paint::Strong, say.fill("terminal.reminders.count", &places)),
        Text::plain(until),
        columns,
    );
    page.push(Text::default());
    page.extend(rings(&plan.reminders, names, say, now, columns));
    let left_out = plan.not_scheduled.len();
    if left_out > 0 {
        page.push(Text::default());
        page.extend(
            Text::plain(say.fill("terminal.reminders.left-out", &[("n", &left_out.to_string())])).wrap(columns),
        );
    }
    page
}

/// One reminder a row: when, how loud, what a lock screen shows, and what it is for.
pub fn rings(reminders: &[Reminder], names: &BTreeMap<String, String>, say: Say, now: Ms, columns: usize) -> Vec<Text> {
    let level = |reminder: &Reminder| {
        let word = match reminder.channel.name() {
            "critical_v1" => "critical",
            "due_v1" => "due",
            "soon_v1" => "soon",
            _ => return String::new(),
        };
        say.get(&format!("level.{word}"))
    };
    let widest = reminders
        .iter()
        .map(|reminder| width(&level(reminder)))
        .max()
        .unwrap_or(0);
    let times: Vec<String> = reminders
        .iter()
        .map(|r| format!("{} · {}", say.clock(r.fire_at_ms, now), say.due(r.fire_at_ms, now)))
        .collect();
    let time = times.iter().map(|time| width(time)).max().unwrap_or(0);
    let rest = columns.saturating_sub(widest + time + 4).max(20);
    let row = |(reminder, time_text): (&Reminder, &String)| {
        let members: Vec<String> = reminder
            .members
            .iter()
            .map(|member| {
                let alias = names.get(&member.case.to_string()).map_or("", String::as_str);
                format!("{alias}: {}", say.get(&format!("step.{}", member.step)))
            })
            .collect();
        let what = Text::plain(&reminder.title).and(
            Paint::Quiet,
            if members.is_empty() {
                String::new()
            } else {
                format!(" · {}", members.join(", "))
            },
        );
        beside(&[
            (time, vec![Text::plain(time_text)]),
            (widest, vec![Text::plain(level(reminder))]),
            (rest, vec![what]),
        ])
    };
    reminders.iter().zip(&times).flat_map(row).collect()
}
