//! The turns of the steps: when each fell due, and what ended it.

use crate::agenda::{Status, Task, does, status};
use crate::entry::Payload;
use crate::fold::timeline::{Mark, Timeline};
use crate::protocol::{Level, Phase, Schedule, Step};
use crate::time::Ms;

/// One turn of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The step's id.
    pub step: String,
    /// When it fell due, or falls.
    pub due_at: Ms,
    /// The interval that lateness is measured by; 0 for what is due at once.
    pub interval: Ms,
    /// How loudly it reminds.
    pub level: Level,
    /// The entry it counts from, where there is one.
    pub from: Option<usize>,
    /// How late it had grown when it ended, or stands now; upcoming: done before it was due, or still to come.
    pub status: Status,
    /// What ended it; `None`: it is open.
    pub ended: Option<Ended>,
}

/// How a turn ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When, on this phone's clock.
    pub at: Ms,
    /// The entry that ended it.
    pub by: usize,
    /// Whether that did it.
    pub how: How,
}

/// Whether what ended a turn did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was done.
    Done,
    /// It was skipped, with a reason.
    Skipped,
    /// Something else ended it: the device came out, a vein was got, the interval grew, the case was closed.
    NotDone,
}

/// The turns on the way through a case.
#[derive(Default)]
pub(super) struct Turns {
    open: Vec<Turn>,
    ended: Vec<Turn>,
}

impl Turns {
    /// What is open after a moment; what was open before it and is no more was ended by it.
    pub fn take(&mut self, timeline: &Timeline<'_>, moment: &[Mark], tasks: &[Task]) {
        let goes_on = |turn: &Turn| tasks.iter().any(|task| same(turn, task));
        let (open, gone): (Vec<_>, Vec<_>) = self.open.drain(..).partition(goes_on);
        self.open = open;
        for mut turn in gone {
            let Some(ended) = end(timeline, moment, &turn) else {
                continue;
            };
            // What was moved before it fell due was never asked for.
            if ended.how == How::NotDone && turn.due_at >= ended.at {
                continue;
            }
            turn.status = status_at(timeline, &turn, judged_at(timeline, &turn, ended));
            turn.ended = Some(ended);
            self.ended.push(turn);
        }
        let new = tasks
            .iter()
            .filter(|task| !self.open.iter().any(|turn| same(turn, task)));
        let new: Vec<Turn> = new
            .map(|task| reopened(&mut self.ended, task).unwrap_or_else(|| begun(task)))
            .collect();
        self.open.extend(new);
    }

    /// Every turn, by when it fell due.
    pub fn finish(mut self, timeline: &Timeline<'_>, now: Ms) -> Vec<Turn> {
        for turn in &mut self.open {
            turn.status = status_at(timeline, turn, now);
        }
        let mut turns = self.ended;
        turns.append(&mut self.open);
        turns.sort_by(|a, b| (a.due_at, &a.step).cmp(&(b.due_at, &b.step)));
        turns
    }
}

fn begun(task: &Task) -> Turn {
    Turn {
        step: task.step.clone(),
        due_at: task.due_at,
        interval: task.interval,
        level: task.level,
        from: task.from,
        status: task.status,
        ended: None,
    }
}

/// A turn that something else had ended goes on where that was taken back (venous access that was lost again).
fn reopened(ended: &mut Vec<Turn>, task: &Task) -> Option<Turn> {
    let not_done = |turn: &Turn| turn.ended.is_some_and(|e| e.how == How::NotDone);
    let turn = ended.iter().rposition(|turn| same(turn, task) && not_done(turn))?;
    let turn = ended.remove(turn);
    Some(Turn { ended: None, ..turn })
}

fn same(turn: &Turn, task: &Task) -> bool {
    turn.due_at == task.due_at && turn.step == task.step
}

fn end(timeline: &Timeline<'_>, moment: &[Mark], turn: &Turn) -> Option<Ended> {
    let step = timeline.protocol.step(&turn.step);
    let ended = |mark: &Mark, how| Ended {
        at: mark.at,
        by: mark.index,
        how,
    };
    let done = |mark: &&Mark| step.is_some_and(|step| is_done_by(timeline, step, turn.due_at, **mark));
    let skipped = |mark: &&Mark| {
        let payload = timeline.entry(**mark).payload();
        matches!(payload, Some(Payload::Skip(skip)) if skip.step.as_deref() == Some(&turn.step))
    };
    if let Some(mark) = moment.iter().find(done) {
        return Some(ended(mark, How::Done));
    }
    if let Some(mark) = moment.iter().find(skipped) {
        return Some(ended(mark, How::Skipped));
    }
    let ends_a_phase = |mark: &&Mark| [timeline.removal, timeline.closed].contains(&Some(**mark));
    let by = moment.iter().find(ends_a_phase).or(moment.last())?;
    Some(ended(by, How::NotDone))
}

/// Whether an entry does a step. One that nothing in its list does is done by what ends its phase: the insertion,
/// the removal, the sign-off.
fn is_done_by(timeline: &Timeline<'_>, step: &Step<Ms>, due: Ms, mark: Mark) -> bool {
    let payload = timeline.entry(mark).payload();
    match payload {
        Some(Payload::Acknowledge(ack)) => return step.acknowledge && ack.step.as_ref() == Some(&step.id),
        Some(Payload::AcceptHandover(_)) => return matches!(step.schedule, Schedule::Handover { .. }),
        _ => {}
    }
    if step.done_by.is_empty() {
        let signed = matches!(payload, Some(Payload::SignOff(_)));
        return match step.phase {
            Phase::Awaiting => timeline.insertion == Some(mark),
            Phase::Dwelling => timeline.removal == Some(mark),
            Phase::Removed => timeline.closed == Some(mark) && signed,
            Phase::Open => false,
        };
    }
    let insertion = timeline.insertion.map_or(Ms::MIN, |insertion| insertion.at);
    let at_it = |h: &&crate::fold::timeline::Happening| h.index == mark.index;
    let happening = timeline.happenings.iter().rev().find(at_it);
    happening.is_some_and(|happening| does(&step.done_by, happening, insertion, Some(due)))
}

/// What runs for minutes is judged by when it was begun.
fn judged_at(timeline: &Timeline<'_>, turn: &Turn, ended: Ended) -> Ms {
    let runs = timeline
        .protocol
        .step(&turn.step)
        .is_some_and(|step| step.due_while_running);
    let by_this = |p: &&crate::fold::Pressing| p.end.is_some_and(|(mark, _)| mark.index == ended.by);
    let begun = timeline.pressings.iter().rev().find(by_this).filter(|_| runs);
    begun.map_or(ended.at, |pressing| pressing.start.at)
}

fn status_at(timeline: &Timeline<'_>, turn: &Turn, now: Ms) -> Status {
    let Some(step) = timeline.protocol.step(&turn.step) else {
        return turn.status;
    };
    let running = turn.ended.is_none() && step.due_while_running && timeline.pressing().is_some();
    status(&step.status, turn.due_at, turn.interval, running, now).0
}
