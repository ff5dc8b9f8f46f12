//! The commands. Each has its own file: what can be typed, and what then happens.

mod board;
mod case;
mod demo;
mod doctor;
mod open;
mod policy;
mod record;
mod reference;
mod reminders;
mod replay;
mod salvage;
mod sheet;
mod verify;

use clap::{ArgMatches, Command};

use crate::context::Context;
use crate::failure::{Failure, Result};
use crate::say::Say;

pub use board::page as board_page;

/// Every command, in the order of the help.
pub fn all(say: Say) -> Vec<Command> {
    vec![
        demo::command(say),
        open::command(say),
        record::command(say),
        board::command(say),
        case::command(say),
        reminders::command(say),
        sheet::command(say),
        reference::command(say),
        policy::command(say),
        verify::command(say),
        doctor::command(say),
        salvage::command(say),
        replay::command(say),
    ]
}

/// Runs a command; the exit status is what it returns.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let Some((name, own)) = matches.subcommand() else {
        return Err(Failure::usage(context.say.get("terminal.usage.no-command")));
    };
    match name {
        "board" => board::run(context),
        "case" => case::run(context, own),
        "demo" => demo::run(context, own),
        "doctor" => doctor::run(context, own),
        "open" => open::run(context, own),
        "policy" => policy::run(context, own),
        "record" => record::run(context, own),
        "reference" => reference::run(context, own),
        "reminders" => reminders::run(context, own),
        "replay" => replay::run(context, own),
        "salvage" => salvage::run(context, own),
        "sheet" => sheet::run(context, own),
        _ => verify::run(context),
    }
}

/// The text of an option, where it was given.
fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}
