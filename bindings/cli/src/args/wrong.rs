//! What is wrong with the command line, said in the person's language with the nearest right word.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Typed;
use crate::failure::{Failure, Result};
use crate::say::Say;

/// Turns the library's error into help to be shown, or into a failure of ours.
pub fn explain(error: &Error, say: Say, program: &str) -> Result<Typed> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Ok(Typed::Show(error.render().ansi().to_string()));
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nothing was typed: what can be typed is the answer, and still nothing was done.
            crate::term::Out::new(false).raw_talk(&error.render().ansi().to_string());
            return Err(Failure {
                code: 2,
                ..Failure::silent()
            });
        }
        _ => {}
    }
    let said = |kind| error.get(kind).map(shown).unwrap_or_default();
    let arg = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    let places = [("arg", bare(&arg)), ("value", value.clone())];
    let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let command = said(ContextKind::InvalidSubcommand);
    let text = match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => say.fill("terminal.usage.unknown-option", &places),
        ErrorKind::UnknownArgument => say.fill("terminal.usage.too-much", &places),
        ErrorKind::InvalidSubcommand => say.fill("terminal.usage.unknown-command", &[("command", &command)]),
        ErrorKind::MissingRequiredArgument => say.fill("terminal.usage.missing", &places),
        ErrorKind::MissingSubcommand => say.get("terminal.usage.no-command"),
        ErrorKind::ArgumentConflict => say.fill("terminal.usage.twice", &places),
        ErrorKind::InvalidValue if value.is_empty() => say.fill("terminal.usage.no-value", &places),
        _ => say.fill("terminal.usage.bad-value", &places),
    };
    let mut failure = Failure::usage(text);
    for kind in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        if let Some(near) = error.get(kind).map(shown).filter(|near| !near.is_empty()) {
            let near = near.split(", ").next().unwrap_or_default().to_owned();
            failure = failure.hint(say.fill("terminal.near", &[("near", &near)]));
        }
    }
    let help = said(ContextKind::Usage);
    let path = command_path(&help, program);
    Err(failure.hint(say.fill("terminal.usage.help", &[("path", &path)])))
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(n) => n.to_string(),
        _ => String::new(),
    }
}

/// `--pain <0–10>` as `--pain`; `<CASE>` as `CASE`.
fn bare(arg: &str) -> String {
    let one = |arg: &str| {
        let name = arg.split([' ', '=', '[']).next().unwrap_or_default();
        name.trim_matches(['<', '>', '.']).to_owned()
    };
    arg.split(", ").map(one).collect::<Vec<_>>().join(", ")
}

/// The command that the error is about, from the usage line: its words up to the first that is not
/// a command's name.
fn command_path(usage: &str, program: &str) -> String {
    let Some(at) = usage.find(program) else {
        return program.to_owned();
    };
    let words = usage[at + program.len()..].split_whitespace();
    let names = words.take_while(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    names.fold(program.to_owned(), |path, name| path + " " + name)
}
