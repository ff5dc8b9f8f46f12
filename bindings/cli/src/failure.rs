//! What the terminal says when something did not work: `error:`, then `hint:` with what to do next.

use std::fmt;

use serde::Serialize;

/// A command that did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What is wrong, in the person's language.
    pub error: String,
    /// What to do next.
    pub hints: Vec<String>,
    /// A stable word for scripts: `refused`, `wrong-key`, `usage` …
    pub kind: &'static str,
    /// The rule under which a command was refused.
    pub rule: Option<String>,
    /// The exit status: 1 for what was refused or failed, 2 for wrong usage.
    #[serde(skip)]
    pub code: u8,
}

impl Failure {
    /// Refused or failed.
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            hints: Vec::new(),
            kind: "failed",
            rule: None,
            code: 1,
        }
    }

    /// Wrong usage.
    pub fn usage(error: impl Into<String>) -> Self {
        Self {
            code: 2,
            ..Self::new(error).kind("usage")
        }
    }

    /// Nobody reads any more: no failure, and nothing to say.
    pub fn silent() -> Self {
        Self {
            code: 0,
            ..Self::new("")
        }
    }

    /// Names it for scripts.
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)
    }
}

impl std::error::Error for Failure {}

/// What the core says, in English: for what a scenario's player finds. A command says it in the
/// person's language, with a hint: see [`crate::trouble`].
impl From<marrow::Error> for Failure {
    fn from(error: marrow::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// The result of a command.
pub type Result<T> = std::result::Result<T, Failure>;
