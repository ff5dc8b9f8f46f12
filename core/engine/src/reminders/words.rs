//! What a notification says: counts and times, and a label only where one came in.

use super::slot::{Ring, Slot};
use crate::text::{Lang, fill, get};
use crate::time::{HOUR, MINUTE, Ms};

/// Everything that a slot lets a lock screen know.
pub(super) struct Words<'s> {
    count: usize,
    labels: Vec<&'s str>,
    when: When,
}

enum When {
    /// So long before the first falls due.
    Early(Ms),
    /// The first has just fallen due.
    Due,
    /// The first has been due for so long.
    Since(Ms),
    /// A timer is over.
    TimerEnd,
}

impl<'s> Words<'s> {
    pub(super) fn of(slot: &Slot<'s>) -> Self {
        let first_due = slot
            .rings
            .iter()
            .map(|ring| ring.subject.due_at)
            .min()
            .unwrap_or(slot.fire);
        let when = match first_due.saturating_sub(slot.fire) {
            _ if slot.rings.iter().any(Ring::is_timer_end) => When::TimerEnd,
            ahead if ahead > 0 => When::Early(ahead),
            behind if behind <= -MINUTE => When::Since(-behind),
            _ => When::Due,
        };
        let mut labels: Vec<&str> = slot
            .rings
            .iter()
            .filter_map(|ring| ring.subject.case.label.as_deref())
            .collect();
        labels.sort_unstable();
        labels.dedup();
        Self {
            count: slot.rings.len(),
            labels,
            when,
        }
    }

    /// Title and body.
    pub(super) fn say(&self, lang: Lang) -> (String, String) {
        let count = self.count.to_string();
        let counted = |one: &str, many: &str| match self.count {
            1 => get(lang, one),
            _ => fill(lang, many, &[("n", &count)]),
        };
        let title = match self.when {
            When::TimerEnd => get(lang, "reminders.timer-end.title"),
            When::Early(_) => counted("reminders.early.one", "reminders.early.many"),
            When::Due | When::Since(_) => counted("reminders.due.one", "reminders.due.many"),
        };
        let body = match (&self.when, self.count) {
            (When::TimerEnd, _) => get(lang, "reminders.timer-end.body"),
            (When::Due, _) => get(lang, "reminders.due.body"),
            (When::Early(ahead), 1) => fill(lang, "reminders.early.body", &[("time", &span(lang, *ahead))]),
            (When::Early(ahead), _) => fill(lang, "reminders.early.body-many", &[("time", &span(lang, *ahead))]),
            (When::Since(time), 1) => fill(lang, "reminders.since.body", &[("time", &span(lang, *time))]),
            (When::Since(time), _) => fill(lang, "reminders.since.body-many", &[("time", &span(lang, *time))]),
        };
        let label = (!self.labels.is_empty()).then(|| self.labels.join(", "));
        (title, labelled(lang, label.as_deref(), body))
    }
}

fn labelled(lang: Lang, label: Option<&str>, body: String) -> String {
    match label {
        Some(label) => fill(lang, "reminders.labelled", &[("label", label), ("body", &body)]),
        None => body,
    }
}

/// A duration in whole minutes, as a person says it.
fn span(lang: Lang, ms: Ms) -> String {
    let (h, min) = ((ms / HOUR).to_string(), (ms % HOUR / MINUTE).to_string());
    match (ms / HOUR, ms % HOUR / MINUTE) {
        (0, 0) => fill(lang, "reminders.span.min", &[("min", "1")]),
        (0, _) => fill(lang, "reminders.span.min", &[("min", &min)]),
        (_, 0) => fill(lang, "reminders.span.h", &[("h", &h)]),
        _ => fill(lang, "reminders.span.h-min", &[("h", &h), ("min", &min)]),
    }
}

/// The reminder that asks to open the app.
pub(super) fn sentinel(lang: Lang) -> (String, String) {
    (
        get(lang, "reminders.sentinel.title"),
        get(lang, "reminders.sentinel.body"),
    )
}

/// A timer that runs.
pub(super) fn timer(lang: Lang, label: Option<&str>) -> (String, String) {
    (
        get(lang, "reminders.timer.title"),
        labelled(lang, label, get(lang, "reminders.timer.body")),
    )
}

/// Says that a reminder comes late.
pub(super) fn late(lang: Lang, body: &str, late: Ms) -> String {
    fill(lang, "reminders.late", &[("body", body), ("time", &span(lang, late))])
}
