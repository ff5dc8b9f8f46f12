//! Help in the person's language: the library's own words are replaced, its layout is kept.

use clap::{Arg, ArgAction, Command};

use crate::say::Say;

/// A command with its line of help.
pub fn described(command: Command, say: Say, key: &str) -> Command {
    command.about(say.get(key))
}

/// `--name VALUE`.
pub fn option(name: &'static str, value: &'static str, say: Say, key: &str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(say.get(key))
}

/// `--name`.
pub fn flag(name: &'static str, say: Say, key: &str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(say.get(key))
}

/// `NAME`.
pub fn positional(name: &'static str, value: &'static str, say: Say, key: &str) -> Arg {
    Arg::new(name).value_name(value).help(say.get(key))
}

/// Lays the template over a command and all its subcommands, with usage lines in the language.
pub fn finish(command: Command, say: Say, path: &str) -> Command {
    let usage = usage(&command, say, path);
    let commands = say.get("terminal.help.commands");
    let headed = |arg: Arg| match (arg.get_help_heading(), arg.is_positional()) {
        (Some(_), _) => arg,
        (None, true) => arg.help_heading(say.get("terminal.help.arguments")),
        (None, false) => arg.help_heading(say.get("terminal.help.options")),
    };
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        say.get("terminal.help.usage")
    );
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let mut command = command
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(commands)
        .mut_args(headed);
    for name in names {
        let path = format!("{path} {name}");
        command = command.mut_subcommand(&name, |sub| finish(sub, say, &path));
    }
    command
}

/// `marrow record [options] CASE KIND`.
fn usage(command: &Command, say: Say, path: &str) -> String {
    let mut usage = format!("{path} {}", say.get("terminal.help.some-options"));
    for arg in command.get_positionals() {
        let name = arg
            .get_value_names()
            .and_then(|names| names.first())
            .map_or("", |name| name.as_str());
        let many = if matches!(arg.get_action(), ArgAction::Append) {
            "..."
        } else {
            ""
        };
        usage.push_str(&if arg.is_required_set() {
            format!(" {name}{many}")
        } else {
            format!(" [{name}{many}]")
        });
    }
    if command.has_subcommands() {
        usage.push(' ');
        usage.push_str(&say.get("terminal.help.a-command"));
    }
    usage
}
