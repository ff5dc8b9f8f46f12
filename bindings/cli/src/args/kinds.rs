//! `record`: one subcommand for each kind of entry, with its fields as options.

use clap::{Arg, ArgAction, Command};
use marrow::engine::entry::Kind;
use marrow::engine::view::field_label;

use super::fields::{self, Shape};
use super::{described, flag, option, positional};
use crate::say::Say;

/// `marrow record`.
pub fn common(say: Say) -> Command {
    described(Command::new("record"), say, "terminal.help.record")
        .arg(positional("case", "CASE", say, "terminal.help.case").required(true))
        .args(when(say).into_iter().map(|arg| arg.global(true)))
        .arg(flag("preview", say, "terminal.help.preview").global(true))
        .subcommand_required(true)
        .subcommand_value_name("KIND")
        .subcommand_help_heading(say.get("terminal.help.kinds"))
        .subcommands(kinds().map(|kind| subcommand(kind, say)))
}

/// The kinds that people record; a case is opened by a command of its own, and what the phone says
/// of itself nobody types.
fn kinds() -> impl Iterator<Item = Kind> {
    let typed = |kind: &Kind| {
        !matches!(
            kind,
            Kind::OpenCase | Kind::ClockAdjusted | Kind::ClockConfirmed | Kind::StreamBegins
        )
    };
    Kind::ALL.iter().copied().filter(typed)
}

fn subcommand(kind: Kind, say: Say) -> Command {
    let command = Command::new(kind.word()).about(say.get(&format!("kind.{}", kind.word())));
    match kind {
        Kind::Amend => command.args(amendable(say)),
        kind => command.args(kind_fields(kind, say)),
    }
}

/// When it happened, how sure that is, and why it comes late.
pub fn when(say: Say) -> Vec<Arg> {
    vec![
        option("performed-at", "TIME", say, "terminal.help.performed-at").allow_hyphen_values(true),
        option("precision", "WORD", say, "terminal.help.precision"),
        option("late-reason", "TEXT", say, "terminal.help.late-reason"),
    ]
}

/// The fields of a kind as options.
pub fn kind_fields(kind: Kind, say: Say) -> Vec<Arg> {
    let of = |field: &&'static str| fields::shape(kind.word(), field).map(|shape| field_option(field, shape, say));
    kind.fields().iter().filter_map(of).collect()
}

/// An amendment takes any field of any kind: which ones fit, the entry decides.
fn amendable(say: Say) -> Vec<Arg> {
    let mut names: Vec<&'static str> = kinds()
        .chain([Kind::OpenCase])
        .flat_map(|kind| kind.fields().iter().copied())
        .collect();
    names.retain(|name| !["entry", "reason", "due_at_ms", "until_ms", "case", "policy"].contains(name));
    names.sort_unstable();
    names.dedup();
    let own = kind_fields(Kind::Amend, say);
    let others = names.into_iter().map(|name| {
        let arg = field_option(name, Shape::Text, say)
            .num_args(0..=1)
            .default_missing_value("true")
            .action(ArgAction::Append);
        arg.help_heading(say.get("terminal.help.amendable"))
    });
    own.into_iter().chain(others).collect()
}

fn field_option(field: &'static str, shape: Shape, say: Say) -> Arg {
    let label = field_label(field, say.lang);
    let words = shape.words();
    let help = if words.is_empty() {
        label
    } else {
        format!("{label}: {}", words.join(", "))
    };
    let arg = Arg::new(field)
        .long(fields::long(field))
        .help(help)
        .value_name(fields::value_name(shape));
    let long = fields::long(field);
    let arg = if long == field { arg } else { arg.alias(field) };
    match shape {
        Shape::Yes => arg.num_args(0..=1).default_missing_value("true"),
        Shape::Texts | Shape::Words(_) | Shape::Fields => arg.value_delimiter(',').action(ArgAction::Append),
        Shape::Number | Shape::Pain => arg.allow_negative_numbers(true),
        _ => arg,
    }
}
