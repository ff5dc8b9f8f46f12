//! `marrow`: the terminal shell. Desk use, scripts, the demo.
//!
//! It asks the clock, keeps the key, reads what is typed and draws text. It holds no rule, no number
//! and no text about care: those are the core's.

mod args;
mod clock;
mod command;
mod context;
mod demo;
mod desk;
mod failure;
mod form;
mod keep;
mod moment;
mod replay;
mod say;
mod story;
mod term;
mod trouble;
mod zone;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Typed;
use failure::{Failure, Result};
use term::Out;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let json = args::wants_json(&typed);
    match run(typed) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            report(&failure, Out::new(json));
            ExitCode::from(failure.code)
        }
    }
}

fn run(typed: Vec<OsString>) -> Result<u8> {
    let say = args::speaker(&typed);
    match args::read(typed, say, command::all(say))? {
        Typed::Run(run) => command::run(&run.0, &run.1),
        Typed::Show(page) => Out::new(false).raw(&page).map(|()| 0),
    }
}

/// In words on stderr; a script that asked for JSON gets the same as JSON on stdout.
fn report(failure: &Failure, out: Out) {
    if failure.error.is_empty() {
        return;
    }
    if out.json {
        // Where stdout is closed, nobody is there to be told.
        let _ = out.json(&serde_json::json!({ "error": failure }));
    }
    out.failure(failure);
}
