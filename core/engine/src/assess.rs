//! One look at a case: its timeline, limit, tasks and flags at a moment.

use std::sync::Arc;

use crate::agenda::{self, DwellLimit, Outlook, Progress, Standing, Task, dwell_limit};
use crate::flags::findings::Findings;
use crate::flags::{self, Flag, Neighbour, Phone, View};
use crate::fold::timeline::{Timeline, Told};
use crate::fold::{CaseState, Frame};
use crate::time::Ms;

/// What a look needs beside the case.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// This phone's clock.
    pub frame: Frame,
    /// Now, on it.
    pub now: Ms,
    /// The other cases on this phone (the case itself may be among them).
    pub neighbours: &'a [Neighbour],
    /// The phone.
    pub phone: Phone,
}

/// A case at a moment.
#[derive(Debug)]
pub struct Assessment<'a> {
    /// The case in time.
    pub timeline: Timeline<'a>,
    /// The signs that checks found.
    pub findings: Arc<Findings>,
    /// The limit, while one runs.
    pub limit: Option<DwellLimit>,
    /// The open tasks, upcoming ones included, the earliest first.
    pub tasks: Vec<Task>,
    /// The open flags, the most serious first.
    pub flags: Vec<Flag>,
}

/// What of a look does not depend on the moment: it can be kept as long as the case and the phone's clock stay as
/// they are.
#[derive(Clone, Debug)]
pub struct Known {
    told: Arc<Told>,
    findings: Arc<Findings>,
    /// The limit, as far as other cases say nothing about it.
    limit: Option<DwellLimit>,
    /// What is due under that limit.
    due: Vec<Standing>,
    flags: Vec<Flag>,
}

impl Known {
    /// Reads a case on this phone's clock.
    pub fn of(case: &CaseState, frame: Frame) -> Self {
        let timeline = Timeline::read(case, frame);
        let findings = Arc::new(Findings::track(&timeline));
        let limit = dwell_limit(&timeline, None);
        Self {
            due: due(&Progress::of(&timeline), &timeline, &findings, limit.as_ref()),
            flags: flags::standing(&timeline, &findings),
            told: timeline.told(),
            findings,
            limit,
        }
    }

    /// The case in time.
    pub fn timeline<'a>(&self, case: &'a CaseState) -> Timeline<'a> {
        Timeline::of(case, Arc::clone(&self.told))
    }
}

/// Looks at a case.
pub fn assess<'a>(case: &'a CaseState, context: &Context<'_>) -> Assessment<'a> {
    assess_known(case, &Known::of(case, context.frame), context)
}

/// Looks at a case of which is known what was kept of this very state.
pub fn assess_known<'a>(case: &'a CaseState, known: &Known, context: &Context<'_>) -> Assessment<'a> {
    let timeline = known.timeline(case);
    let findings = &known.findings;
    let look = match earliest(&timeline, context) {
        // Another case tells of an earlier insertion: all that hangs on the limit is told anew.
        Some(earliest) => {
            let limit = dwell_limit(&timeline, Some(earliest));
            let due = due(&Progress::of(&timeline), &timeline, findings, limit.as_ref());
            look_known(&timeline, findings, limit, &due, known.flags.clone(), context)
        }
        None => {
            let (limit, flags) = (known.limit.clone(), known.flags.clone());
            look_known(&timeline, findings, limit, &known.due, flags, context)
        }
    };
    Assessment {
        limit: look.limit,
        tasks: look.tasks,
        flags: look.flags,
        timeline,
        findings: Arc::clone(findings),
    }
}

/// What a timeline comes to, read so far, with its steps and findings followed as far.
pub(crate) struct Look {
    pub limit: Option<DwellLimit>,
    pub tasks: Vec<Task>,
    pub flags: Vec<Flag>,
}

pub(crate) fn look(
    timeline: &Timeline<'_>,
    progress: &Progress<'_>,
    findings: &Findings,
    context: &Context<'_>,
) -> Look {
    let limit = dwell_limit(timeline, earliest(timeline, context));
    let due = due(progress, timeline, findings, limit.as_ref());
    let flags = flags::standing(timeline, findings);
    look_known(timeline, findings, limit, &due, flags, context)
}

/// The earliest insertion on record in cases that are linked as the same insertion.
fn earliest(timeline: &Timeline<'_>, context: &Context<'_>) -> Option<Ms> {
    let others = context.neighbours.iter().filter(|n| n.case != timeline.case.id);
    others.filter_map(|n| n.same_insertion(timeline)).min()
}

fn due(
    progress: &Progress<'_>,
    timeline: &Timeline<'_>,
    findings: &Findings,
    limit: Option<&DwellLimit>,
) -> Vec<Standing> {
    let lasting_flags = &findings.lasting();
    agenda::standing(progress, timeline, &Outlook { limit, lasting_flags })
}

/// A look with what does not depend on the moment.
fn look_known(
    timeline: &Timeline<'_>,
    findings: &Findings,
    limit: Option<DwellLimit>,
    due: &[Standing],
    standing: Vec<Flag>,
    context: &Context<'_>,
) -> Look {
    let tasks = agenda::tasks_at(timeline, due, context.now);
    let view = View {
        timeline,
        findings,
        limit: limit.as_ref(),
        tasks: &tasks,
        neighbours: context.neighbours,
        phone: context.phone,
        now: context.now,
    };
    let flags = flags::flags_with(&view, standing);
    Look { limit, tasks, flags }
}

impl Assessment<'_> {
    /// The open task of a step.
    pub fn task(&self, step: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.step == step)
    }

    /// The open flags of a rule.
    pub fn flag(&self, rule: &str) -> Option<&Flag> {
        self.flags.iter().find(|flag| flag.rule == rule)
    }
}
