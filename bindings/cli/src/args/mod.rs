//! The command line: what can be typed, explained in the person's language.
//!
//! `record` has one subcommand for each kind of entry, with the kind's own fields as options, all
//! made from the engine's tables: a new field is on the command line as soon as it exists.

pub mod fields;
mod help;
mod kinds;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono_tz::Tz;
use clap::{Arg, ArgAction, ArgMatches, Command};
use marrow::engine::text::Lang;

use crate::clock::Clock;
use crate::context::{Context, actor, default_store, program};
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::Out;
use crate::{moment, zone};
pub use help::{described, flag, option, positional};
pub use kinds::{common, kind_fields, when};

/// What was typed, read.
pub enum Typed {
    /// A command to run.
    Run(Box<(Context, ArgMatches)>),
    /// Help or the version, to be printed.
    Show(String),
}

/// The language that is asked for, found before anything else is read, so that what is wrong with
/// the rest can be said in it.
pub fn language(typed: &[OsString]) -> Lang {
    let words: Vec<&str> = typed.iter().filter_map(|word| word.to_str()).collect();
    let spelled = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let asked = words
        .iter()
        .position(|word| *word == "--lang")
        .and_then(|at| words.get(at + 1).copied());
    let of = |tag: &str| tag.parse::<Lang>().ok();
    let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let system = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| var(name))
            .and_then(|tag| of(&tag))
    };
    spelled
        .or(asked)
        .and_then(of)
        .or_else(|| var("MARROW_LANG").and_then(|tag| of(&tag)))
        .or_else(system)
        .unwrap_or_default()
}

/// Whether machine-readable output was asked for, found before anything else is read.
pub fn wants_json(typed: &[OsString]) -> bool {
    typed.iter().any(|word| word == "--json")
}

/// Reads the command line, on which there are these commands.
pub fn read(typed: Vec<OsString>, say: Say, commands: Vec<Command>) -> Result<Typed> {
    let program = program();
    let mut root = root(say, &program, commands);
    // A failure here is kept in English by the library; what it is about is said anew.
    match root.try_get_matches_from_mut(typed) {
        Ok(matches) => Ok(Typed::Run(Box::new((context(&matches, say, program)?, matches)))),
        Err(error) => wrong::explain(&error, say, &program),
    }
}

/// The whole command line.
pub fn root(say: Say, program: &str, commands: Vec<Command>) -> Command {
    let root = described(Command::new("marrow"), say, "terminal.help.about")
        .bin_name(program.to_owned())
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(globals(say))
        .subcommands(commands);
    help::finish(root, say, program)
}

fn globals(say: Say) -> Vec<Arg> {
    let global = |arg: Arg| arg.global(true).help_heading(say.get("terminal.help.globals"));
    let key = |word: &str| say.get(&format!("terminal.help.global.{word}"));
    vec![
        global(
            Arg::new("json")
                .long("json")
                .action(ArgAction::SetTrue)
                .help(key("json")),
        ),
        global(
            Arg::new("store")
                .long("store")
                .value_name("DIR")
                .value_parser(clap::value_parser!(PathBuf))
                .help(key("store")),
        ),
        global(
            Arg::new("now")
                .long("now")
                .value_name("RFC3339")
                .allow_hyphen_values(true)
                .help(key("now")),
        ),
        global(Arg::new("lang").long("lang").value_name("es|en").help(key("lang"))),
        global(Arg::new("as").long("as").value_name("NAME,ROLE,UNIT").help(key("as"))),
        global(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(key("help")),
        ),
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(key("version"))
            .help_heading(say.get("terminal.help.globals")),
    ]
}

fn context(matches: &ArgMatches, say: Say, program: String) -> Result<Context> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    if let Some(lang) = text("lang") {
        lang.parse::<Lang>()
            .map_err(|_| Failure::usage(say.fill("terminal.lang.wrong", &[("typed", lang)])))?;
    }
    let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let chosen = matches
        .get_one::<PathBuf>("store")
        .cloned()
        .or_else(|| var("MARROW_STORE").map(PathBuf::from));
    let named = text("as").map(str::to_owned).or_else(|| var("MARROW_AS"));
    let pretended = text("now").map(|now| moment::read(now, say, None)).transpose()?;
    Ok(Context {
        say,
        clock: Clock {
            zone: say.zone,
            pretended,
        },
        zone_known: zone::here().1,
        store: chosen.unwrap_or_else(default_store),
        actor: named.map(|named| actor(&named, say)).transpose()?.unwrap_or_default(),
        out: Out::new(matches.get_flag("json")),
        program,
    })
}

/// The language and the zone to speak in.
pub fn speaker(typed: &[OsString]) -> Say {
    let (zone, _): (Tz, bool) = zone::here();
    Say {
        lang: language(typed),
        zone,
    }
}

/// The word that was probably meant, where one is near enough.
pub fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let typed = crate::term::fold(typed);
    let near = |word: &&str| strsim::jaro_winkler(&typed, &crate::term::fold(word));
    let best = words
        .map(|word| (near(&word), word))
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(near, _)| *near > 0.8).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(lang: Lang) -> Say {
        Say { lang, zone: Tz::UTC }
    }

    #[test]
    fn the_command_line_is_sound() {
        for lang in Lang::ALL {
            root(say(*lang), "marrow", crate::command::all(say(*lang))).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let typed = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&typed(&["marrow", "board", "--lang", "es"])), Lang::Es);
        assert_eq!(language(&typed(&["marrow", "--lang=es-ES", "nonsense"])), Lang::Es);
        assert_eq!(language(&typed(&["marrow", "--lang=en", "--now", "x"])), Lang::En);
    }

    #[test]
    fn the_nearest_word_is_found_or_none() {
        let words = ["site-check", "disinfect", "dwell-limit"];
        assert_eq!(nearest("desinfect", words.into_iter()), Some("disinfect"));
        assert_eq!(nearest("Site chek", words.into_iter()), Some("site-check"));
        assert_eq!(nearest("zzz", words.into_iter()), None);
    }
}
