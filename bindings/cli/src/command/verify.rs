//! `marrow verify`: reads every entry from the disk again and walks every chain.

use clap::Command;
use marrow::Verification;
use serde_json::json;

use crate::args::described;
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::{Progress, Text};
use crate::trouble;

pub fn command(say: Say) -> Command {
    described(Command::new("verify"), say, "terminal.help.verify")
}

pub fn run(context: &Context) -> Result<u8> {
    let mut desk = Desk::open(context)?;
    let found = walk(&mut desk, context)?;
    if context.out.json {
        context.out.pretty_json(&to_json(&found))?;
    } else {
        context.out.data(&[Text::plain(sum(&found, context.say))])?;
    }
    match &found.fault {
        None => Ok(0),
        Some(fault) => {
            let problem = context.say.get(&format!("terminal.verify.{}", fault.problem));
            let places = [
                ("entry", fault.entry.to_string()),
                ("seq", fault.seq.to_string()),
                ("stream", fault.stream.to_string()),
                ("problem", problem),
            ];
            let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
            Err(Failure::new(context.say.fill("terminal.verify.fault", &places))
                .hint(
                    context
                        .say
                        .fill("terminal.verify.fault.hint", &[("marrow", &context.program)]),
                )
                .kind("fault"))
        }
    }
}

/// Walks every chain of an open store.
pub fn walk(desk: &mut Desk, context: &Context) -> Result<Verification> {
    let entries = desk
        .marrow
        .info()
        .map_err(|e| trouble::explain(&e, context))?
        .entries
        .to_string();
    let progress = Progress::new();
    progress.at(&context.say.fill("terminal.verify.walking", &[("n", &entries)]));
    desk.marrow.verify().map_err(|e| trouble::explain(&e, context))
}

/// What was found, in one line.
pub fn sum(found: &Verification, say: Say) -> String {
    let places = [
        ("entries", found.entries.to_string()),
        ("chains", found.chains.to_string()),
        ("forks", found.forks.to_string()),
        ("unreadable", found.unreadable.to_string()),
    ];
    let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let mut sum = say.fill("terminal.verify.sum", &places);
    for (count, key) in [
        (found.forks, "terminal.verify.forks"),
        (found.unreadable, "terminal.verify.unreadable"),
    ] {
        if count > 0 {
            sum.push(' ');
            sum.push_str(&say.fill(key, &[("n", &count.to_string())]));
        }
    }
    sum
}

fn to_json(found: &Verification) -> serde_json::Value {
    let fault = found.fault.as_ref().map(|fault| {
        json!({ "entry": fault.entry, "stream": fault.stream.to_string(), "seq": fault.seq, "problem": fault.problem })
    });
    json!({
        "whole": found.fault.is_none(), "entries": found.entries, "chains": found.chains, "forks": found.forks,
        "unreadable": found.unreadable, "fault": fault,
    })
}
