//! The two streams: data to stdout, talk to stderr.

use std::io::{self, IsTerminal, Write};

use terminal_size::{Width, terminal_size_of};

use super::{Paint, Text, harmless_json};
use crate::failure::{Failure, Result};

/// Narrower than this, tables are no tables any more.
const NARROWEST: usize = 40;
const UNKNOWN: usize = 80;

/// Where a command writes.
#[derive(Clone, Copy, Debug)]
pub struct Out {
    /// Machine-readable output was asked for.
    pub json: bool,
    /// Columns of stdout.
    pub columns: usize,
}

impl Out {
    /// Looks at the terminal.
    pub fn new(json: bool) -> Self {
        let terminal = terminal_size_of(io::stdout()).map(|(Width(columns), _)| usize::from(columns));
        // Where there is no terminal, a script may say for which width it prints.
        let wished = || std::env::var("COLUMNS").ok()?.parse().ok();
        let columns = terminal.or_else(wished).unwrap_or(UNKNOWN).max(NARROWEST);
        Self { json, columns }
    }

    /// Whether somebody sits in front of it.
    pub fn watched() -> bool {
        io::stdout().is_terminal()
    }

    /// Prints what was asked for.
    pub fn data(self, lines: &[Text]) -> Result<()> {
        let mut page = String::new();
        for line in lines {
            line.write(&mut page);
            page.push('\n');
        }
        self.raw(&page)
    }

    /// Prints JSON on one line.
    pub fn json(self, value: &impl serde::Serialize) -> Result<()> {
        let json = serde_json::to_string(value).map_err(|e| Failure::new(e.to_string()))?;
        self.raw(&(harmless_json(&json) + "\n"))
    }

    /// Prints JSON for people and machines alike.
    pub fn pretty_json(self, value: &impl serde::Serialize) -> Result<()> {
        let json = serde_json::to_string_pretty(value).map_err(|e| Failure::new(e.to_string()))?;
        self.raw(&(harmless_json(&json) + "\n"))
    }

    /// Prints bytes that are a document of their own.
    pub fn raw(self, page: &str) -> Result<()> {
        let mut stdout = anstream::stdout().lock();
        let written = stdout.write_all(page.as_bytes()).and_then(|()| stdout.flush());
        written.map_err(|error| match error.kind() {
            // `marrow board | head`: whoever reads has seen enough.
            io::ErrorKind::BrokenPipe => Failure::silent(),
            _ => Failure::new(format!("stdout: {error}")),
        })
    }

    /// Says something beside the data. It is no failure if nobody can hear it.
    pub fn talk(self, lines: &[Text]) {
        let mut page = String::new();
        for line in lines {
            line.write(&mut page);
            page.push('\n');
        }
        let _ = anstream::stderr().lock().write_all(page.as_bytes());
    }

    /// The same for text that is laid out already.
    pub fn raw_talk(self, page: &str) {
        let _ = anstream::stderr().lock().write_all(page.as_bytes());
    }

    /// Says that something did not work, and what to do next. Never wrapped, so that a command in a
    /// hint can be copied.
    pub fn failure(self, failure: &Failure) {
        let line = |paint, word: &str, text: &str| Text::of(paint, word).and(Paint::Plain, " ").and(Paint::Plain, text);
        let mut lines = vec![line(Paint::Red, "error:", &failure.error)];
        lines.extend(failure.hints.iter().map(|hint| line(Paint::Hint, "hint:", hint)));
        self.talk(&lines);
    }
}
