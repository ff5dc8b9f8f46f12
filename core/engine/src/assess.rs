//! One look at a case: its timeline, limit, tasks and flags at a moment.

use std::sync::Arc;

use crate::agenda::{DwellLimit, Outlook, Task, dwell_limit, tasks};
use crate::flags::findings::Findings;
use crate::flags::{Flag, Neighbour, Phone, View, flags};
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
}

impl Known {
    /// Reads a case on this phone's clock.
    pub fn of(case: &CaseState, frame: Frame) -> Self {
        let timeline = Timeline::read(case, frame);
        Self {
            findings: Arc::new(Findings::track(&timeline)),
            told: timeline.told(),
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
    let look = look(&timeline, &known.findings, context);
    Assessment {
        limit: look.limit,
        tasks: look.tasks,
        flags: look.flags,
        timeline,
        findings: Arc::clone(&known.findings),
    }
}

/// What a timeline, read so far, comes to.
pub(crate) struct Look {
    pub limit: Option<DwellLimit>,
    pub tasks: Vec<Task>,
    pub flags: Vec<Flag>,
}

pub(crate) fn look(timeline: &Timeline<'_>, findings: &Findings, context: &Context<'_>) -> Look {
    let others = context.neighbours.iter().filter(|n| n.case != timeline.case.id);
    let earliest = others.filter_map(|n| n.same_insertion(timeline)).min();
    let limit = dwell_limit(timeline, earliest);
    let lasting = findings.lasting();
    let outlook = Outlook {
        limit: limit.as_ref(),
        lasting_flags: &lasting,
    };
    let tasks = tasks(timeline, &outlook, context.now);
    let flags = flags(&View {
        timeline,
        findings,
        limit: limit.as_ref(),
        tasks: &tasks,
        neighbours: context.neighbours,
        phone: context.phone,
        now: context.now,
    });
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
