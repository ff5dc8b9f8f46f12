//! What a screen shows, ready to draw: localised texts, times on this phone's clock.
//!
//! Every view is a plain value that serialises; a shell adds nothing to it that has to do with care.

mod board;
mod case;
mod entry;
mod words;

use serde::Serialize;

use crate::agenda::Task;
use crate::assess::Assessment;
use crate::flags::{Because, Flag, NOTHING_TO_COMPARE, SAME_ON_BOTH_SIDES, Severity};
use crate::protocol::{Protocol, Schedule, Unit};
use crate::text::{self, Lang};
use crate::time::Ms;

pub use board::{BoardRow, BoardView};
pub use case::{CaseView, Header, LimitView, LinkView};
pub use entry::{AmendView, EntryView, FieldView, MarkView, fields};
pub(crate) use words::decimal;
pub use words::{device_name, field_label, place_name, source_text, value_text};

/// A task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaskView {
    /// The step's id.
    pub step: String,
    /// What to do.
    pub title: String,
    /// `upcoming`, `due`, `late`, `overdue`, `long-overdue`.
    pub status: &'static str,
    /// The status in words.
    pub status_text: String,
    /// When it falls or fell due, wall ms.
    pub due_at_ms: Ms,
    /// Since when it waits, where it does.
    pub since_at_ms: Option<Ms>,
    /// The interval that lateness is measured by, s; 0 for what is due at once.
    pub interval_s: i64,
    /// `soon`, `due`, `critical`.
    pub level: &'static str,
    /// Where the step comes from.
    pub source: String,
    /// It can be skipped now, with a reason.
    pub skippable: bool,
    /// It can be acknowledged now.
    pub acknowledgeable: bool,
    /// The kind of entry that does it in one tap.
    pub one_tap: Option<String>,
    /// The kind of entry whose form it leads to.
    pub opens: Option<String>,
    /// When the next status begins.
    pub next_status_at_ms: Option<Ms>,
}

impl TaskView {
    /// As a screen shows it.
    pub fn of(task: &Task, protocol: &Protocol, lang: Lang, now: Ms) -> Self {
        let status = task.status.word();
        Self {
            title: step_title(protocol, &task.step, lang),
            step: task.step.clone(),
            status,
            status_text: text::get(lang, &format!("status.{status}")),
            due_at_ms: task.due_at,
            since_at_ms: (now >= task.due_at).then_some(task.due_at),
            interval_s: task.interval / 1_000,
            level: words::level(task.level),
            source: source_text(&task.source, lang),
            skippable: task.skippable,
            acknowledgeable: task.acknowledgeable,
            one_tap: task.one_tap.clone(),
            opens: protocol.step(&task.step).and_then(|step| step.opens.clone()),
            next_status_at_ms: task.next_status_at,
        }
    }
}

/// A flag.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagView {
    /// `R8`.
    pub rule: &'static str,
    /// `note`, `amber`, `red`.
    pub severity: &'static str,
    /// The severity in words.
    pub severity_text: String,
    /// What it is about.
    pub title: String,
    /// What was found.
    pub text: String,
    /// The policy's own words about what to do.
    pub action: String,
    /// The entries that raised it.
    pub raised_by: Vec<String>,
    /// Since when, wall ms.
    pub since_at_ms: Option<Ms>,
    /// What clears it.
    pub clears_when: String,
    /// The step it is about (R14).
    pub step: Option<String>,
    /// Whether somebody was told since it was raised: whom.
    pub told: Option<String>,
    /// When.
    pub told_at_ms: Option<Ms>,
}

impl FlagView {
    /// As a screen shows it; one that has cleared, with who was told until then.
    pub fn of(flag: &Flag, until: Option<Ms>, look: &Assessment<'_>, lang: Lang) -> Self {
        let told = words::told(flag, until, look);
        Self {
            rule: flag.rule,
            severity: flag.severity.word(),
            severity_text: text::get(lang, &format!("severity.{}", flag.severity.word())),
            title: text::get(lang, &format!("rule.{}.title", flag.rule)),
            text: because(flag, &look.timeline.case.protocol, lang),
            action: text::get(lang, &format!("rule.{}.action", flag.rule)),
            raised_by: flag
                .raised_by
                .iter()
                .map(|i| look.timeline.case.entries[*i].entry.id.to_string())
                .collect(),
            since_at_ms: flag.since,
            clears_when: text::get(lang, &format!("rule.{}.clears", flag.rule)),
            step: flag.step.clone(),
            told_at_ms: told.as_ref().map(|(at, _)| *at),
            told: told.map(|(_, whom)| whom),
        }
    }
}

/// What raised a flag, in words; for a limb's note, why it is no more than that.
pub fn because(flag: &Flag, protocol: &Protocol, lang: Lang) -> String {
    let why_a_note = |key: &&&str| flag.because.iter().any(|b| b.value.as_deref() == Some(**key));
    let sign = |because: &Because| {
        let value = because.value.as_deref().unwrap_or_default();
        let step = step_title(protocol, value, lang);
        text::fill(
            lang,
            &format!("sign.{}", because.key),
            &[("value", &decimal(value, lang)), ("step", &step)],
        )
    };
    let mut words: Vec<String> = flag.because.iter().map(sign).collect();
    if flag.severity == Severity::Note {
        words.extend(
            [SAME_ON_BOTH_SIDES, NOTHING_TO_COMPARE]
                .iter()
                .filter(why_a_note)
                .map(|key| text::get(lang, key)),
        );
    }
    words.join(", ")
}

/// What a step asks to do; a step that counts hours says how many.
pub fn step_title(protocol: &Protocol, step: &str, lang: Lang) -> String {
    let after = protocol.step(step).and_then(|step| match step.schedule {
        Schedule::Once { after } => after,
        _ => None,
    });
    let hours = Unit::H.write(after.unwrap_or(0));
    text::fill(lang, &format!("step.{step}"), &[("hours", &decimal(&hours, lang))])
}
