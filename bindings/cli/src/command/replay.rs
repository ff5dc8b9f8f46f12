//! `marrow replay FILE…`: plays scenarios; checks them, tells their state, or tells the story.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use crate::args::{described, flag, option};
use crate::context::Context;
use crate::failure::{Failure, Result};
use crate::replay::{self, Instant, Player, Scenario};
use crate::say::Say;
use crate::story::{Detail, Teller};
use crate::term::{Paint, Progress, Text};

pub fn command(say: Say) -> Command {
    let files = Arg::new("files")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .action(ArgAction::Append)
        .num_args(1..)
        .required(true)
        .help(say.get("terminal.help.scenarios"));
    described(Command::new("replay"), say, "terminal.help.replay")
        .arg(files)
        .arg(flag("check", say, "terminal.help.check"))
        .arg(option("at", "RFC3339", say, "terminal.help.at").allow_hyphen_values(true))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let files: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let at = super::text(matches, "at").map(|at| instant(at, context)).transpose()?;
    let (count, progress) = (files.len().to_string(), Progress::new());
    let done = |n: usize| {
        progress.at(&context
            .say
            .fill("terminal.replay.playing", &[("n", &n.to_string()), ("of", &count)]));
    };
    if matches.get_flag("check") {
        let tally = replay::check(&files, &done)?;
        drop(progress);
        return print_tally(&tally, context);
    }
    if context.out.json {
        let states = replay::state_at(&files, at, &done)?;
        drop(progress);
        match <[Value; 1]>::try_from(states) {
            Ok([one]) => context.out.pretty_json(&one)?,
            Err(several) => context.out.pretty_json(&several)?,
        }
        return Ok(0);
    }
    for (n, file) in files.iter().enumerate() {
        if n > 0 {
            context.out.data(&[Text::default()])?;
        }
        tell(&Scenario::read(file)?, at, context)?;
    }
    Ok(0)
}

fn instant(at: &str, context: &Context) -> Result<Instant> {
    at.parse().map_err(|_| {
        Failure::usage(context.say.fill("terminal.time.wrong", &[("typed", at)]))
            .hint(context.say.get("terminal.time.hint-full"))
    })
}

/// What failed, a line each; the count stands alone on the last line.
fn print_tally(tally: &replay::Tally, context: &Context) -> Result<u8> {
    let failed = tally.failures.len();
    if context.out.json {
        context
            .out
            .pretty_json(&json!({ "passed": tally.passed, "failed": failed, "failures": tally.failures }))?;
    } else {
        let mut lines: Vec<Text> = tally.failures.iter().map(Text::plain).collect();
        lines.push(Text::plain(format!("{} passed, {failed} failed", tally.passed)));
        context.out.data(&lines)?;
    }
    Ok(u8::from(failed > 0))
}

fn tell(scenario: &Scenario, until: Option<Instant>, context: &Context) -> Result<()> {
    let mut player = Player::new(scenario)?;
    let zone = scenario.zone.parse().unwrap_or(context.say.zone);
    let say = Say { zone, ..context.say };
    let until = until.unwrap_or_else(|| scenario.end());
    let mut teller = Teller::new(&player, say, context.out.columns, Detail::All);
    context
        .out
        .data(&Text::of(Paint::Strong, &scenario.title).wrap(context.out.columns))?;
    while let Some(lines) = teller.next(&mut player, until)? {
        context.out.data(&lines)?;
    }
    context.out.data(&teller.missed(&mut player, until)?)
}
