//! A line on stderr for work that takes its time, only where somebody watches.

use std::io::{IsTerminal, Write, stderr};

/// Shows how far a piece of work is; wiped away at its end.
#[derive(Debug)]
pub struct Progress(bool);

impl Progress {
    /// Shown only on a terminal.
    pub fn new() -> Self {
        Self(stderr().is_terminal())
    }

    /// Tells where it stands.
    pub fn at(&self, words: &str) {
        if self.0 {
            let _ = write!(stderr(), "\r\x1b[K{}", super::harmless(words));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.0 {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
