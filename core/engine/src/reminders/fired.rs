//! When a reminder fires: is it still true, and is it late?
//!
//! Asked where the operating system runs code before it shows anything (Android). Where in doubt it is
//! shown: a reminder too many is a nuisance, one too few is a hazard.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::input::PlanInput;
use super::ladder::DUE;
use super::model::{Member, Missed, Reminder};
use super::slot::{Ring, Slot};
use super::subject::{self, Subject, Watched};
use super::{ON_TIME, compose, ids, words};
use crate::time::Ms;

/// What to do with a reminder that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fired {
    /// Show it as it is true now.
    Show {
        /// Texts, actions and members as of now.
        reminder: Box<Reminder>,
        /// Since when the first of its tasks has been due, Unix ms; a shell says it in local time.
        since_ms: Option<Ms>,
        /// How late it is, where it is not on time; the body says so too.
        late_ms: Option<Ms>,
    },
    /// Show nothing.
    Suppress(NotShown),
}

/// Why a reminder is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotShown {
    /// Its steps fall due at other times now: they were done, skipped or moved.
    Done,
    /// Its steps are not due in their cases any more.
    Cancelled,
    /// It was shown already, or a later one was.
    Expired,
    /// "Later" was said, or a clock was set: it will fire again at its time.
    Early,
    /// No reminder of that name was made, or by another version.
    Unknown,
    /// Somebody else's phone reminds of that case now.
    NotWatched,
}

/// Judges a reminder that fires at `input.now`. `armed` is what was handed to the operating system, as
/// far as it is still known; without it the reminder is found again among the open tasks.
pub fn on_fired(input: &PlanInput<'_>, armed: &[Reminder], id: &str) -> Fired {
    if id == ids::SENTINEL {
        // It fired, so code runs, so there is a new plan that reaches further.
        return Fired::Suppress(NotShown::Expired);
    }
    let Watched { subjects, window, .. } = subject::watched(input);
    let known = armed
        .iter()
        .find(|r| r.id == id)
        .map(|r| (r.fire_at_ms, Arc::clone(&r.members)));
    let Some((planned, members)) = known.or_else(|| found(&subjects, input.now, id)) else {
        return Fired::Suppress(NotShown::Unknown);
    };
    let open: Vec<Ring<'_>> = members
        .iter()
        .filter_map(|member| ring(&subjects, member, input.now))
        .collect();
    if open.is_empty() {
        return Fired::Suppress(gone(input, &members));
    }
    let window = window.saturating_add(ON_TIME);
    let early = |at: Ms| at > input.now.saturating_add(window);
    let rings: Vec<_> = open
        .into_iter()
        .filter(|r| !r.subject.ladder.at(r.rung).is_some_and(early))
        .collect();
    if rings.is_empty() {
        Fired::Suppress(NotShown::Early)
    } else if rings.iter().all(|ring| shown_since(input, ring, planned)) {
        Fired::Suppress(NotShown::Expired)
    } else {
        let slot = Slot {
            fire: input.now,
            rings: &rings,
        };
        show(input, slot, id, planned)
    }
}

/// A reminder of an open task by its name alone.
fn found(subjects: &[Subject<'_>], now: Ms, id: &str) -> Option<(Ms, Arc<[Member]>)> {
    subjects.iter().find_map(|subject| {
        let (from, until) = (now.saturating_sub(subject.horizon), now.saturating_add(subject.horizon));
        let mut rungs = subject.ladder.between(from, until);
        let (rung, fire) = rungs.find(|(rung, _)| subject.id(*rung) == id)?;
        Some((fire, Arc::from([subject.member(rung)])))
    })
}

/// The member's ring as it is true now: once the task is due, it is no longer an early one.
fn ring<'s>(subjects: &'s [Subject<'s>], member: &Member, now: Ms) -> Option<Ring<'s>> {
    let due = |subject: &&Subject<'_>| subject.due_at <= now;
    let same_step = |s: &&Subject<'_>| s.case.case == member.case && s.step == &*member.step;
    let exactly = subjects.iter().find(|subject| subject.is(member));
    // The clock was set, so that the due time reads otherwise now; but due it is, and may not have rung.
    let subject = exactly.or_else(|| subjects.iter().filter(due).find(same_step))?;
    let rung = if exactly.is_none() { DUE } else { member.rung };
    let rung = if due(&subject) { rung.max(DUE) } else { rung };
    Some(Ring {
        subject,
        rung,
        fire: now,
        lead: false,
    })
}

/// Whether this ring or a later one of its task was shown at or after the time planned.
fn shown_since(input: &PlanInput<'_>, ring: &Ring<'_>, planned: Ms) -> bool {
    let as_late = |p: &&super::Past| ring.subject.is(&p.member) && p.member.rung >= ring.rung;
    input
        .past
        .iter()
        .filter(as_late)
        .filter_map(|p| p.shown_ms)
        .any(|shown| shown >= planned)
}

fn gone(input: &PlanInput<'_>, members: &[Member]) -> NotShown {
    let cases = || {
        input
            .cases
            .iter()
            .filter(|case| members.iter().any(|member| member.case == case.case))
    };
    if cases().next().is_some() && cases().all(|case| !case.watched) {
        return NotShown::NotWatched;
    }
    let comes_back = |member: &Member| {
        let mut steps = cases()
            .filter(|case| case.case == member.case)
            .flat_map(|case| case.tasks);
        steps.any(|task| task.step == *member.step)
    };
    if members.iter().any(comes_back) {
        NotShown::Done
    } else {
        NotShown::Cancelled
    }
}

fn show(input: &PlanInput<'_>, slot: Slot<'_>, id: &str, planned: Ms) -> Fired {
    let horizon = slot.rings.iter().map(|ring| ring.subject.horizon).max().unwrap_or(0);
    let mut reminder = compose::reminder(&slot, input.now.saturating_add(horizon), input.lang);
    let late = input.now.saturating_sub(planned);
    let late_ms = (late > ON_TIME).then_some(late);
    if let Some(late) = late_ms {
        reminder.body = words::late(input.lang, &reminder.body, late);
    }
    id.clone_into(&mut reminder.id);
    let since_ms = slot
        .rings
        .iter()
        .map(|ring| ring.subject.due_at)
        .min()
        .filter(|due| *due <= input.now);
    Fired::Show {
        reminder: Box::new(reminder),
        since_ms,
        late_ms,
    }
}

/// What should have been shown and was not, of tasks that are still open.
pub(super) fn missed(input: &PlanInput<'_>, subjects: &[Subject<'_>]) -> Vec<Missed> {
    let missed = subjects.iter().filter_map(|subject| {
        let planned_ms = subject.missed_at(input)?;
        let Member { case, step, due_at, .. } = subject.member(DUE);
        Some(Missed {
            case,
            step: step.to_string(),
            due_at,
            planned_ms,
        })
    });
    missed.collect()
}
