//! The few styles, by what they mean.
//!
//! Lateness is weight, never a hue: bare, bold, inverse, inverse and bold, always away from the page.
//! Colour is spent on findings and on what did not work. Everything reads without either.

use anstyle::{AnsiColor, Effects, Style};

/// What a piece of text means to the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paint {
    /// Ordinary text.
    #[default]
    Plain,
    /// What the eye should find first: an alias, a heading.
    Strong,
    /// What may be passed over: sources, ids.
    Quiet,
    /// Falls due now.
    Due,
    /// A little late.
    Late,
    /// Overdue.
    Overdue,
    /// Long overdue.
    LongOverdue,
    /// A red flag; something that did not work.
    Red,
    /// An amber flag.
    Amber,
    /// The word `hint:`.
    Hint,
}

impl Paint {
    /// The style in the terminal.
    pub const fn style(self) -> Style {
        let plain = Style::new();
        match self {
            Self::Plain => plain,
            Self::Strong | Self::Late => plain.bold(),
            Self::Quiet => plain.dimmed(),
            Self::Due => plain.underline(),
            Self::Overdue => plain.invert(),
            Self::LongOverdue => plain.effects(Effects::INVERT.insert(Effects::BOLD)),
            Self::Red => AnsiColor::Red.on_default().bold(),
            Self::Amber => AnsiColor::Yellow.on_default().bold(),
            Self::Hint => AnsiColor::Cyan.on_default().bold(),
        }
    }

    /// How a task's status is painted, by its word.
    pub fn of_status(status: &str) -> Self {
        match status {
            "due" => Self::Due,
            "late" => Self::Late,
            "overdue" => Self::Overdue,
            "long-overdue" => Self::LongOverdue,
            _ => Self::Plain,
        }
    }

    /// How a flag's severity is painted, by its word.
    pub fn of_severity(severity: &str) -> Self {
        match severity {
            "red" => Self::Red,
            "amber" => Self::Amber,
            _ => Self::Quiet,
        }
    }
}
