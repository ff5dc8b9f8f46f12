//! `marrow sheet CASE -o FILE`: the nursing sheet, to be printed.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use crate::args::{described, positional};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::Result;
use crate::keep::file;
use crate::say::Say;
use crate::term::Text;
use crate::trouble;

pub fn command(say: Say) -> Command {
    let output = Arg::new("output")
        .short('o')
        .long("output")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .required(true)
        .help(say.get("terminal.help.output"));
    described(Command::new("sheet"), say, "terminal.help.sheet")
        .arg(positional("case", "CASE", say, "terminal.help.case").required(true))
        .arg(output)
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let mut desk = Desk::open(context)?;
    let now = context.now();
    let (case, header) = desk.case(super::text(matches, "case").unwrap_or_default(), &now, context)?;
    let html = desk
        .marrow
        .sheet(case, context.say.lang, &now, true)
        .map_err(|e| trouble::explain(&e, context))?;
    let output = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    if output == Path::new("-") {
        context.out.raw(&html)?;
        return Ok(0);
    }
    // A patient's record: nobody else on this computer is to read it.
    file::replace(&output, html.as_bytes()).map_err(|error| file::trouble(&output, &error, context.say))?;
    let shown = output.display().to_string();
    if context.out.json {
        context
            .out
            .json(&json!({ "case": case, "file": shown, "bytes": html.len() }))?;
    } else {
        let places = [("case", header.alias.as_str()), ("file", &shown)];
        context
            .out
            .talk(&[Text::plain(context.say.fill("terminal.sheet.done", &places))]);
    }
    Ok(0)
}
