//! A task and a flag.

use marrow::engine::view;

use super::{each, id};
use crate::error::{MarrowError, Result};
use crate::ids::EntryId;
use crate::kinds::EntryKind;
use crate::words::{Level, Severity, Status, of_word};

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TaskView {
    /// The step's id.
    pub step: String,
    /// What to do.
    pub title: String,
    /// How it stands.
    pub status: Status,
    /// The status in words.
    pub status_text: String,
    /// When it falls or fell due, wall ms.
    pub due_at_ms: i64,
    /// Since when it waits, where it does, wall ms.
    pub since_at_ms: Option<i64>,
    /// The interval that lateness is measured by, s; 0 for what is due at once.
    pub interval_s: i64,
    /// How loudly it reminds.
    pub level: Level,
    /// Where the step comes from.
    pub source: String,
    /// It can be skipped now, with a reason.
    pub skippable: bool,
    /// It can be acknowledged now.
    pub acknowledgeable: bool,
    /// The kind of entry that does it in one tap.
    pub one_tap: Option<EntryKind>,
    /// The kind of entry whose form it leads to.
    pub opens: Option<EntryKind>,
    /// When the next status begins, wall ms.
    pub next_status_at_ms: Option<i64>,
    /// Somebody said "later" here: until when this phone does not remind of it, wall ms. In a case only.
    pub later_until_ms: Option<i64>,
}

impl TryFrom<view::TaskView> for TaskView {
    type Error = MarrowError;

    fn try_from(task: view::TaskView) -> Result<Self> {
        let view::TaskView {
            step,
            title,
            status,
            status_text,
            due_at_ms,
            since_at_ms,
            interval_s,
            level,
            source,
            skippable,
            acknowledgeable,
            one_tap,
            opens,
            next_status_at_ms,
        } = task;
        let kind = |word: String| EntryKind::from_word(&word).ok_or(MarrowError::Internal);
        Ok(Self {
            step,
            title,
            status: of_word(Status::ALL, Status::word, status)?,
            status_text,
            due_at_ms,
            since_at_ms,
            interval_s,
            level: of_word(LEVELS, level_word, level)?,
            source,
            skippable,
            acknowledgeable,
            one_tap: one_tap.map(kind).transpose()?,
            opens: opens.map(kind).transpose()?,
            next_status_at_ms,
            later_until_ms: None,
        })
    }
}

const LEVELS: &[Level] = &[Level::Soon, Level::Due, Level::Critical];

const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Soon => "soon",
        Level::Due => "due",
        Level::Critical => "critical",
    }
}

/// A flag that is open.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FlagView {
    /// `R8`.
    pub rule: String,
    /// How serious.
    pub severity: Severity,
    /// The severity in words.
    pub severity_text: String,
    /// What it is about.
    pub title: String,
    /// What was found.
    pub text: String,
    /// The policy's own words about what to do.
    pub action: String,
    /// The entries that raised it.
    pub raised_by: Vec<EntryId>,
    /// Since when, wall ms.
    pub since_at_ms: Option<i64>,
    /// What clears it.
    pub clears_when: String,
    /// The step it is about.
    pub step: Option<String>,
    /// Whether somebody was told since it was raised: whom.
    pub told: Option<String>,
    /// When, wall ms.
    pub told_at_ms: Option<i64>,
}

impl TryFrom<view::FlagView> for FlagView {
    type Error = MarrowError;

    fn try_from(flag: view::FlagView) -> Result<Self> {
        let view::FlagView {
            rule,
            severity,
            severity_text,
            title,
            text,
            action,
            raised_by,
            since_at_ms,
            clears_when,
            step,
            told,
            told_at_ms,
        } = flag;
        Ok(Self {
            rule: rule.to_owned(),
            severity: of_word(Severity::ALL, Severity::word, severity)?,
            severity_text,
            title,
            text,
            action,
            raised_by: each(raised_by, |entry| id(&entry))?,
            since_at_ms,
            clears_when,
            step,
            told,
            told_at_ms,
        })
    }
}
