//! What reminders are made for: a task of a watched case with its ladder, "later" and timers applied.

use std::cmp::Reverse;
use std::sync::Arc;

use super::input::{PlanCase, PlanInput, Running, Snoozed};
use super::ladder::{DUE, Ladder};
use super::model::{Member, NotScheduled, Unplanned};
use super::rhythm::{HORIZON, Rhythm};
use super::{ON_TIME, ids};
use crate::agenda::Task;
use crate::protocol::Level;
use crate::time::Ms;

/// The step that a running timer stands for where its task is not there.
const TIMER: &str = "timer";

/// A task that may ring.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    /// Its place among all, in the order of their keys: rings are many, and numbers are sooner compared than names.
    pub place: usize,
    pub case: &'a PlanCase<'a>,
    pub step: &'a str,
    /// The same, shared with all its members.
    shared_step: Arc<str>,
    pub due_at: Ms,
    /// A hash of these three.
    pub hash: ids::Hash,
    pub level: Level,
    pub ladder: Ladder,
    /// How far ahead it is planned.
    pub horizon: Ms,
    /// How close together tasks of its case must fall due to ring as one.
    window: Ms,
    /// Its rung 0 is the end of a timer: it rings alone and to the second.
    pub timer: bool,
    /// "Later" can still be said.
    pub later: bool,
    /// One tap does it.
    pub done: bool,
    /// It can be acknowledged.
    pub acknowledge: bool,
    /// What stands for a critical task in fingerprints.
    pub mark: Option<String>,
}

/// Every task of the watched cases, and what holds of all of them.
pub(super) struct Watched<'a> {
    /// In an order of their own.
    pub subjects: Vec<Subject<'a>>,
    /// How far ahead every watched case is planned.
    pub horizon: Ms,
    /// How close together tasks must fall due to ring as one.
    pub window: Ms,
}

pub(super) fn watched<'a>(input: &PlanInput<'a>) -> Watched<'a> {
    let (mut subjects, mut horizon, mut window) = (Vec::new(), None, None);
    for case in input.cases.iter().filter(|case| case.watched) {
        let rhythm = Rhythm::of(case.protocol);
        let least = |least: Option<Ms>, value: Ms| Some(least.map_or(value, |least| least.min(value)));
        horizon = least(horizon, rhythm.horizon);
        window = least(window, rhythm.window);
        of_case(case, &rhythm, input, &mut subjects);
    }
    subjects.sort_by_cached_key(|subject| (subject.key(), Reverse(subject.level)));
    subjects.dedup_by(|a, b| a.key() == b.key());
    for (place, subject) in subjects.iter_mut().enumerate() {
        subject.place = place;
    }
    Watched {
        subjects,
        horizon: horizon.unwrap_or(HORIZON),
        window: window.unwrap_or(0),
    }
}

fn of_case<'a>(case: &'a PlanCase<'a>, rhythm: &Rhythm, input: &PlanInput<'a>, subjects: &mut Vec<Subject<'a>>) {
    let timed = |task: &Task| {
        case.protocol
            .step(&task.step)
            .is_some_and(|step| step.due_while_running)
    };
    subjects.extend(case.tasks.iter().map(|task| of_task(case, rhythm, task, input)));
    let timer = case.running.filter(|_| !case.tasks.iter().any(timed));
    subjects.extend(timer.map(|running| of_timer(case, rhythm, running)));
}

fn of_task<'a>(case: &'a PlanCase<'a>, rhythm: &Rhythm, task: &'a Task, input: &PlanInput<'a>) -> Subject<'a> {
    let step = case.protocol.step(&task.step);
    let running = case.running.filter(|_| step.is_some_and(|step| step.due_while_running));
    let said = snooze(case, rhythm, task, input);
    let ladder = Ladder::new(rhythm, task.level, task.due_at, task.interval);
    let ladder = match (running, said) {
        (Some(running), _) => ladder.moved_to(running.until),
        (None, Some(said)) => ladder.moved_to(case.limit_at.map_or(said.until, |limit| said.until.min(limit))),
        (None, None) => ladder,
    };
    Subject {
        place: 0,
        case,
        step: &task.step,
        shared_step: Arc::from(task.step.as_str()),
        due_at: task.due_at,
        hash: ids::occurrence(case.case, &task.step, task.due_at),
        level: task.level,
        ladder,
        horizon: rhythm.horizon,
        window: rhythm.window,
        timer: running.is_some(),
        later: said.map_or(0, |said| said.times) < rhythm.snoozes,
        // A check is never done from a notification, whatever a protocol says.
        done: matches!(task.one_tap.as_deref(), Some("disinfect" | "flush")),
        acknowledge: step.is_some_and(|step| step.acknowledge),
        mark: (task.level == Level::Critical).then(|| ids::mark(case.case, &task.step)),
    }
}

/// A timer that runs for no task: only its end rings.
fn of_timer<'a>(case: &'a PlanCase<'a>, rhythm: &Rhythm, running: Running) -> Subject<'a> {
    let (step, due_at, level) = (TIMER, running.until, Level::Critical);
    Subject {
        place: 0,
        case,
        step,
        shared_step: Arc::from(step),
        due_at,
        hash: ids::occurrence(case.case, step, due_at),
        level,
        ladder: Ladder::new(rhythm, Level::Soon, due_at, 0),
        horizon: rhythm.horizon,
        window: rhythm.window,
        timer: true,
        later: false,
        done: false,
        acknowledge: false,
        mark: Some(ids::mark(case.case, step)),
    }
}

/// The last "later" said of this occurrence; one that the policy would not have allowed is none.
fn snooze<'a>(case: &PlanCase<'_>, rhythm: &Rhythm, task: &Task, input: &PlanInput<'a>) -> Option<&'a Snoozed> {
    let longest = input.now.saturating_add(rhythm.snooze);
    let of_this = |s: &&Snoozed| s.case == case.case && s.step == task.step && s.due_at == task.due_at;
    let allowed = |s: &&Snoozed| s.times <= rhythm.snoozes && s.until <= longest;
    input
        .snoozed
        .iter()
        .filter(of_this)
        .filter(allowed)
        .max_by_key(|s| (s.times, s.until))
}

impl<'a> Subject<'a> {
    /// What makes it one occurrence of one task, the earliest first.
    pub(super) const fn key(&self) -> (Ms, crate::id::CaseId, &'a str) {
        (self.due_at, self.case.case, self.step)
    }

    pub(super) fn member(&self, rung: i32) -> Member {
        Member {
            case: self.case.case,
            step: Arc::clone(&self.shared_step),
            due_at: self.due_at,
            rung,
        }
    }

    pub(super) fn id(&self, rung: i32) -> String {
        ids::reminder(self.case.case, self.step, self.due_at, rung)
    }

    /// The id of the last rung that has come.
    pub(super) fn last_id(&self, now: Ms) -> Option<String> {
        self.ladder.last(now).map(|(rung, _)| self.id(rung))
    }

    pub(super) fn is(&self, member: &Member) -> bool {
        self.key() == (member.due_at, member.case, &*member.step)
    }

    /// Whether a ring to come was shown already, with an earlier one that it shared a slot with.
    /// A critical one rings again at its own time, and so does one that was moved since.
    pub(super) fn shown(&self, rung: i32, fire: Ms, input: &PlanInput<'_>) -> bool {
        let then = fire.saturating_sub(self.window)..=input.now;
        let by = |shown: Ms| then.contains(&shown);
        !then.is_empty()
            && self.level != Level::Critical
            && !self.ladder.is_moved()
            && input
                .past
                .iter()
                .any(|p| self.is(&p.member) && p.member.rung == rung && p.shown_ms.is_some_and(by))
    }

    /// The rings to come that were shown already.
    pub(super) fn already_shown(&self, input: &PlanInput<'_>) -> Vec<NotScheduled> {
        if input.past.is_empty() {
            return Vec::new();
        }
        let rungs = self.ladder.between(input.now, input.now.saturating_add(self.horizon));
        let shown = rungs.filter(|(rung, fire)| self.shown(*rung, *fire, input));
        shown
            .map(|(rung, _)| NotScheduled {
                first: self.member(rung),
                reason: Unplanned::AlreadyShown,
            })
            .collect()
    }

    /// When its first reminder that was not shown should have been, if none was shown since.
    pub(super) fn missed_at(&self, input: &PlanInput<'_>) -> Option<Ms> {
        let of_this = || input.past.iter().filter(|p| self.is(&p.member) && p.member.rung >= DUE);
        let shown_since = |planned: Ms| of_this().filter_map(|p| p.shown_ms).any(|shown| shown >= planned);
        let late = |p: &&super::Past| p.shown_ms.is_none() && p.planned_ms < input.now.saturating_sub(ON_TIME);
        of_this()
            .filter(late)
            .map(|p| p.planned_ms)
            .filter(|planned| !shown_since(*planned))
            .min()
    }
}
