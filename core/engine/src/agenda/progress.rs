//! The steps of a case on their way through what happened, so that who walks through a case need not begin anew at
//! each of its moments: a step keeps what it needs of what it has seen.

use super::at_once::Called;
use super::repeat::Repeating;
use super::{does, lives};
use crate::entry::Payload;
use crate::fold::timeline::{CasePhase, Events, Happening, Mark, Timeline};
use crate::fold::{Age, Folded};
use crate::protocol::{Phase, Protocol, Schedule, Step};
use crate::time::Ms;

/// The steps that live in the phase that a case is in, as far as its timeline has been followed.
#[derive(Default)]
pub(crate) struct Progress<'p> {
    ground: Option<Ground<'p>>,
    steps: Vec<Following<'p>>,
    /// How many of the timeline's happenings have been taken.
    taken: usize,
}

/// What the steps were begun on: where any of it changes, they begin anew.
struct Ground<'p> {
    protocol: &'p Protocol,
    phase: CasePhase,
    insertion: Option<Mark>,
    age: Option<Age>,
}

impl Ground<'_> {
    fn holds(&self, timeline: &Timeline<'_>) -> bool {
        std::ptr::eq(self.protocol, timeline.protocol)
            && (self.phase, self.insertion, self.age) == (timeline.phase(), timeline.insertion, timeline.age)
    }
}

impl<'p> Progress<'p> {
    /// The steps of a case, followed as far as its timeline has been read.
    pub fn of(timeline: &Timeline<'p>) -> Self {
        let mut progress = Self::default();
        progress.follow(timeline);
        progress
    }

    /// Takes what has happened since it was last called. What happens at one time must come together.
    pub fn follow(&mut self, timeline: &Timeline<'p>) {
        if !self.ground.as_ref().is_some_and(|ground| ground.holds(timeline)) {
            self.begin(timeline);
        }
        let new = New::of(timeline, self.taken);
        self.steps.iter_mut().for_each(|step| step.take(timeline, &new));
        self.taken = timeline.happenings.len();
    }

    fn begin(&mut self, timeline: &Timeline<'p>) {
        let phase = timeline.phase();
        let steps = timeline.protocol.steps.iter().enumerate();
        let here = steps.filter(|(_, step)| lives(step.phase, phase));
        self.steps = here.map(|(at, step)| Following::begin(timeline, at, step)).collect();
        self.taken = 0;
        self.ground = Some(Ground {
            protocol: timeline.protocol,
            phase,
            insertion: timeline.insertion,
            age: timeline.age,
        });
    }

    /// The steps.
    pub(super) fn steps(&self) -> &[Following<'p>] {
        &self.steps
    }
}

/// What has happened since the steps were last followed, looked through once for all of them.
struct New<'t> {
    /// While the device was in, and since it is out.
    dwelling: &'t [Happening],
    removed: &'t [Happening],
    /// What it meant, all together.
    events: Events,
    /// The entries that name a step, or the limit.
    naming: Vec<(&'t Happening, &'t Folded)>,
}

impl<'t> New<'t> {
    fn of(timeline: &'t Timeline<'_>, taken: usize) -> Self {
        let new = timeline.happenings.get(taken..).unwrap_or_default();
        let (dwelling, removed) = new.split_at(new.partition_point(|h| !h.removed));
        let names = |payload: &Payload| {
            matches!(
                payload,
                Payload::Skip(_) | Payload::Acknowledge(_) | Payload::KeepPastLimit(_)
            )
        };
        let naming = new.iter().map(|h| (h, &timeline.case.entries[h.index]));
        Self {
            dwelling,
            removed,
            events: new.iter().fold(Events::default(), |all, h| all.with(h.events)),
            naming: naming
                .filter(|(_, folded)| folded.payload().is_some_and(names))
                .collect(),
        }
    }
}

/// A step with what it needs of what has happened.
pub(super) struct Following<'p> {
    /// Its place among the protocol's steps.
    pub at: usize,
    pub step: &'p Step<Ms>,
    pub way: Way<'p>,
    insertion: Ms,
    /// The skips of it, and whether the device was out by then.
    skips: Vec<(Mark, bool)>,
    /// The due times that were acknowledged.
    acknowledged: Vec<Ms>,
    /// When it was last done in the part of the case that it belongs to.
    done: Option<Ms>,
    /// Done while the device was in, whenever it was due; else the last time that did it if it was due then.
    done_anyhow: bool,
    done_if_due: Option<Ms>,
    /// Decisions to keep the device past its limit: when, and how long until the recheck.
    pub kept: Vec<(Mark, Ms)>,
}

/// What the shape of a step keeps; the others keep nothing of their own.
pub(super) enum Way<'p> {
    Repeat(Option<Repeating<'p>>),
    AtOnce(Called),
    Other,
}

impl<'p> Following<'p> {
    fn begin(timeline: &Timeline<'_>, at: usize, step: &'p Step<Ms>) -> Self {
        Self {
            at,
            step,
            way: match &step.schedule {
                Schedule::Repeat { .. } => Way::Repeat(Repeating::begin(timeline, step)),
                Schedule::AtOnce(_) => Way::AtOnce(Called::default()),
                _ => Way::Other,
            },
            insertion: timeline.insertion.map_or(Ms::MIN, |mark| mark.at),
            skips: Vec::new(),
            acknowledged: Vec::new(),
            done: None,
            done_anyhow: false,
            done_if_due: None,
            kept: Vec::new(),
        }
    }

    fn take(&mut self, timeline: &Timeline<'_>, new: &New<'_>) {
        let (dwelling, removed) = (new.dwelling, new.removed);
        let own = if self.step.phase == Phase::Removed {
            removed
        } else {
            dwelling
        };
        match (&mut self.way, &self.step.schedule) {
            (
                Way::Repeat(Some(repeating)),
                Schedule::Repeat {
                    restarts_at, stops_at, ..
                },
            ) => {
                repeating.take(timeline, dwelling, restarts_at, stops_at);
            }
            (Way::AtOnce(called), Schedule::AtOnce(shape)) => called.take(self.step, shape, own, self.insertion),
            _ => {}
        }
        if self.step.done_by.iter().any(|done| new.events.has(done.event)) {
            let does = |h: &Happening, due| does(&self.step.done_by, h, self.insertion, due);
            self.done = own.iter().rfind(|h| does(h, Some(h.at))).map(|h| h.at).or(self.done);
            self.done_anyhow = self.done_anyhow || dwelling.iter().any(|h| does(h, None));
            let if_due = dwelling.iter().rfind(|h| does(h, Some(h.at))).map(|h| h.at);
            self.done_if_due = if_due.or(self.done_if_due);
        }
        for (happening, folded) in &new.naming {
            self.named(timeline, happening, folded);
        }
    }

    /// Entries that name the step, and those that name the limit.
    fn named(&mut self, timeline: &Timeline<'_>, happening: &Happening, folded: &Folded) {
        let mark = Mark {
            at: happening.at,
            index: happening.index,
        };
        let this = |step: &Option<String>| step.as_ref() == Some(&self.step.id);
        match folded.payload() {
            Some(Payload::Skip(skip)) if this(&skip.step) => self.skips.push((mark, happening.removed)),
            Some(Payload::Acknowledge(ack)) if self.step.acknowledge && this(&ack.step) => {
                let due = ack.due_at_ms.map(|ms| folded.when_of(ms).at(timeline.frame));
                self.acknowledged.extend(due);
            }
            Some(Payload::KeepPastLimit(kept)) => {
                let recheck = kept.recheck_hours.map(|hours| (mark, hours.as_ms()));
                self.kept.extend(recheck);
            }
            _ => {}
        }
    }

    /// Whether it was done while the device was in, or acknowledged, given when it falls due.
    pub fn is_done(&self, due: Ms) -> bool {
        self.done_anyhow || self.done_if_due.is_some_and(|at| at >= due) || self.is_acknowledged(due)
    }

    /// Whether an acknowledgement holds: its step was due then when it is due now. A handover compares two
    /// clocks only as well as people hold two phones together, so that much may lie between.
    fn is_acknowledged(&self, due: Ms) -> bool {
        let near = |at: &Ms| (at - due).abs() <= crate::time::CLOCK_TOLERANCE;
        self.acknowledged.iter().any(near)
    }

    /// The skips of it, in order.
    pub fn skips(&self) -> impl Iterator<Item = Mark> {
        self.skips.iter().map(|(mark, _)| *mark)
    }

    /// How often it was skipped since it was last done, in the part of the case that it belongs to.
    pub fn skips_since_done(&self) -> u32 {
        let here = self.step.phase == Phase::Removed;
        let since = self
            .skips
            .iter()
            .filter(|(mark, removed)| *removed == here && self.done.is_none_or(|done| mark.at > done));
        u32::try_from(since.count()).unwrap_or(u32::MAX)
    }
}
