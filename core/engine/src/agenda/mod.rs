//! What is due: the steps of the protocol, interpreted over a case's timeline.
//!
//! One file a schedule shape. A shape yields at most one due time a step: missed repeats are one
//! task that shows since when. What a step is due by never depends on the hour of the day.

mod at_once;
mod handover;
mod limit;
mod once;
mod progress;
mod repeat;
mod slots;
mod status;

pub use limit::{DwellLimit, Strictest, ceiling, dwell_limit, limit_on_record};
pub(crate) use progress::Progress;
pub use status::{Status, status};

use crate::fold::timeline::{CasePhase, Happening, Mark, Situation, Timeline};
use crate::protocol::{Condition, DoneBy, Level, Phase, Schedule, Source, Step};
use crate::time::Ms;
use progress::{Following, Way};

/// Something that is due, or will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The step's id.
    pub step: String,
    /// How it stands now.
    pub status: Status,
    /// When it falls or fell due, on this phone's clock.
    pub due_at: Ms,
    /// The interval that lateness is measured by; 0 for what is due at once.
    pub interval: Ms,
    /// How loudly it reminds.
    pub level: Level,
    /// Where the step comes from.
    pub source: Source,
    /// The entry it counts from, where there is one.
    pub from: Option<usize>,
    /// How often it was skipped since it was last done.
    pub skips: u32,
    /// Whether it can be skipped now.
    pub skippable: bool,
    /// Whether it can be acknowledged.
    pub acknowledgeable: bool,
    /// The kind of entry that does it in one tap.
    pub one_tap: Option<String>,
    /// When the next status begins, where lateness grows.
    pub next_status_at: Option<Ms>,
}

/// A due time with the interval it is measured by and the entry it counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub at: Ms,
    pub interval: Ms,
    pub from: Option<usize>,
}

/// What the agenda needs to know beside the timeline.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'f> {
    /// The dwell limit, while one runs.
    pub limit: Option<&'f DwellLimit>,
    /// Whether a flag of these is open (slots go on beyond their list).
    pub lasting_flags: &'f [LastingFlag],
}

/// A flag that keeps observation going, and when it was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastingFlag {
    /// Its rule.
    pub rule: &'static str,
    /// From when to when it was open; the last period may last.
    pub periods: Vec<(Ms, Option<Ms>)>,
}

impl LastingFlag {
    /// Open now.
    pub fn open(&self) -> bool {
        self.periods.last().is_some_and(|(_, end)| end.is_none())
    }

    /// When it last cleared.
    pub fn cleared_at(&self) -> Option<Ms> {
        self.periods.iter().filter_map(|(_, end)| *end).max()
    }
}

/// What is due of a step, whatever the moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    /// Its place among the protocol's steps.
    step: usize,
    due: Due,
    skips: u32,
    running: bool,
}

/// What is due in a case whose steps have been followed as far as its timeline has been read, the earliest first. It
/// can be kept as long as the case, the clock and the outlook stay as they are.
pub(crate) fn standing(progress: &Progress<'_>, timeline: &Timeline<'_>, outlook: &Outlook<'_>) -> Vec<Standing> {
    let steps = &timeline.protocol.steps;
    let here = progress.steps().iter();
    let mut standing: Vec<Standing> = here.filter_map(|step| standing_of(timeline, outlook, step)).collect();
    standing.sort_by(|a, b| (a.due.at, &steps[a.step].id).cmp(&(b.due.at, &steps[b.step].id)));
    standing
}

/// What is due as tasks at a moment, upcoming ones included, the earliest first.
pub(crate) fn tasks_at(timeline: &Timeline<'_>, standing: &[Standing], now: Ms) -> Vec<Task> {
    let task = |standing: &Standing| task(&timeline.protocol.steps[standing.step], standing, now);
    standing.iter().map(task).collect()
}

const fn lives(step: Phase, case: CasePhase) -> bool {
    matches!(
        (step, case),
        (Phase::Awaiting, CasePhase::Awaiting)
            | (Phase::Dwelling, CasePhase::Dwelling)
            | (Phase::Removed, CasePhase::Removed)
            | (
                Phase::Open,
                CasePhase::Awaiting | CasePhase::Dwelling | CasePhase::Removed
            )
    )
}

fn standing_of(timeline: &Timeline<'_>, outlook: &Outlook<'_>, following: &Following<'_>) -> Option<Standing> {
    let step = following.step;
    let due = due(timeline, outlook, following)?;
    let holds = |c: &Condition<Ms>| holds(c, &timeline.now, timeline, Some((due.at, outlook.limit)));
    if step.hidden_while.iter().any(holds) || !step.shown_while.iter().all(holds) {
        return None;
    }
    Some(Standing {
        step: following.at,
        due,
        skips: following.skips_since_done(),
        running: step.due_while_running && timeline.pressing().is_some(),
    })
}

fn task(step: &Step<Ms>, standing: &Standing, now: Ms) -> Task {
    let due = standing.due;
    let (status, next_status_at) = status(&step.status, due.at, due.interval, standing.running, now);
    Task {
        step: step.id.clone(),
        status,
        due_at: due.at,
        interval: due.interval,
        level: step.level,
        source: step.source.clone(),
        from: due.from,
        skips: standing.skips,
        skippable: step.skip.is_some() && now >= due.at,
        acknowledgeable: step.acknowledge && now >= due.at,
        one_tap: step.one_tap.clone(),
        next_status_at,
    }
}

fn due(timeline: &Timeline<'_>, outlook: &Outlook<'_>, following: &Following<'_>) -> Option<Due> {
    match (&following.step.schedule, &following.way) {
        (_, Way::Repeat(repeating)) => repeating.as_ref()?.due(),
        (_, Way::AtOnce(called)) => called.due,
        (Schedule::Once { after }, _) => once::due(timeline, following, *after),
        (Schedule::Deadline { before, kept }, _) => once::deadline(timeline, outlook.limit?, following, *before, *kept),
        (Schedule::Slots { .. }, _) => slots::due(timeline, outlook, following.step),
        (Schedule::AfterSlots { of }, _) => slots::after(timeline, outlook, timeline.protocol.step(of)?),
        (Schedule::Handover { after }, _) => handover::due(timeline, *after),
        // What follows these shapes has a way of its own.
        (Schedule::Repeat { .. } | Schedule::AtOnce(_), Way::Other) => None,
    }
}

/// Whether a condition holds in a situation. `due` is the step's due time and the limit, for the
/// one condition that compares them.
fn holds(
    condition: &Condition<Ms>,
    in_: &Situation,
    timeline: &Timeline<'_>,
    due: Option<(Ms, Option<&DwellLimit>)>,
) -> bool {
    match condition {
        Condition::Infusing => in_.running > 0,
        Condition::VenousAccess => in_.access,
        Condition::RemovalDecided => in_.removal_decided,
        Condition::NotKnownConscious => in_.consciousness != Some(crate::vocabulary::Consciousness::Conscious),
        Condition::YoungerThan(months) => timeline.age.is_none_or(|age| age.low < *months),
        Condition::NotBeforeLimit => due.is_some_and(|(at, limit)| limit.is_some_and(|limit| at >= limit.at)),
    }
}

/// Happenings of the same moment belong together: what ends or resets a step is taken last.
fn moments<'h>(happenings: &'h [Happening]) -> impl Iterator<Item = &'h [Happening]> + use<'h> {
    happenings.chunk_by(|a, b| a.at == b.at)
}

/// Whether a happening does a step: one of its events, late enough, and the step due where it must be.
pub(crate) fn does(done_by: &[DoneBy<Ms>], happening: &Happening, insertion: Ms, due: Option<Ms>) -> bool {
    done_by.iter().any(|done| {
        happening.events.has(done.event)
            && done
                .not_before
                .is_none_or(|offset| happening.at >= insertion.saturating_add(offset))
            && (!done.when_due || due.is_some_and(|due| happening.at >= due))
    })
}

/// The skips of a step, in order.
fn skips<'t>(timeline: &'t Timeline<'_>, step: &'t str) -> impl Iterator<Item = &'t Happening> + use<'t> {
    timeline.each().filter_map(move |(happening, payload)| match payload {
        crate::entry::Payload::Skip(skip) if skip.step.as_deref() == Some(step) => Some(happening),
        _ => None,
    })
}

/// The insertion, as the anchor that most steps count from.
fn insertion(timeline: &Timeline<'_>) -> Option<Mark> {
    timeline.insertion
}
