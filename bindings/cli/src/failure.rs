//! What the terminal says when something did not work: `error:`, then `hint:` with what to do next.

use std::fmt;

/// A command that did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong.
    pub error: String,
    /// What to do next.
    pub hint: Option<String>,
    /// The exit status: 1 for what was refused or failed, 2 for wrong usage.
    pub code: u8,
}

impl Failure {
    /// Refused or failed.
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            hint: None,
            code: 1,
        }
    }

    /// Wrong usage.
    pub fn usage(error: impl Into<String>) -> Self {
        Self {
            code: 2,
            ..Self::new(error)
        }
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)
    }
}

impl std::error::Error for Failure {}

impl From<marrow::Error> for Failure {
    fn from(error: marrow::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// The result of a command.
pub type Result<T> = std::result::Result<T, Failure>;
