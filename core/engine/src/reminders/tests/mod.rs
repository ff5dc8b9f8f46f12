//! The worlds that the tests plan for.

mod budget;
mod failures;
mod fingerprints;
mod fired;
mod golden;
mod held;
mod kill;
mod laws;
mod rules;
mod sharing;
mod words;
mod worlds;

use std::fmt;
use std::sync::{Arc, LazyLock};

use super::{Past, Plan, PlanCase, PlanInput, PlatformCaps, Reminder, Running, Snoozed, plan};
use crate::agenda::{Status, Task};
use crate::id::CaseId;
use crate::protocol::{Level, Protocol, Protocols};
use crate::text::Lang;
use crate::time::{HOUR, MINUTE, Ms};

/// 28 March 2026, 20:00 UTC: a few hours before most of Europe sets its clocks forward.
const T0: Ms = 1_774_728_000_000;

static SHIPPED: LazyLock<Arc<Protocol>> = LazyLock::new(|| Protocols::shipped().newest());

/// The shipped protocol with a hospital's values.
fn policy(parameters: &str) -> Arc<Protocol> {
    Protocols::shipped()
        .check(&format!(r#"{{"id":"h","version":1,"parameters":{parameters}}}"#))
        .unwrap()
}

/// A task as the agenda would give it, its level the protocol's.
fn task(step: &str, due_at: Ms, interval: Ms) -> Task {
    let definition = SHIPPED.step(step).unwrap();
    Task {
        step: step.to_owned(),
        status: Status::Upcoming,
        due_at,
        interval,
        level: definition.level,
        source: definition.source.clone(),
        from: None,
        skips: 0,
        skippable: false,
        acknowledgeable: false,
        one_tap: definition.one_tap.clone(),
        next_status_at: None,
    }
}

#[derive(Clone)]
struct Case {
    id: CaseId,
    tasks: Vec<Task>,
    limit_at: Option<Ms>,
    watched: bool,
    label: Option<String>,
    running: Option<Running>,
    protocol: Arc<Protocol>,
}

/// Short enough to read when a property fails: tasks as step, milliseconds from now and interval.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tasks: Vec<_> = self
            .tasks
            .iter()
            .map(|t| (t.step.as_str(), t.due_at - T0, t.interval / MINUTE))
            .collect();
        let limit = self.limit_at.map(|at| at - T0);
        write!(
            f,
            "case {} watched {} limit {limit:?} {:?} {:?} {tasks:?}",
            self.id, self.watched, self.running, self.label
        )
    }
}

impl Case {
    fn new(id: u8, tasks: Vec<Task>) -> Self {
        let protocol = Arc::clone(&SHIPPED);
        Self {
            id: CaseId([id; 16]),
            tasks,
            limit_at: None,
            watched: true,
            label: None,
            running: None,
            protocol,
        }
    }

    /// A needle that lies since then: what is due of it, the check, the disinfection and the review last
    /// done at the times given.
    fn dwelling(id: u8, inserted: Ms, checked: Ms, every: Ms, disinfected: Ms, reviewed: Option<Ms>) -> Self {
        let review = reviewed.map_or((inserted + 2 * HOUR, 2 * HOUR), |at| (at + 4 * HOUR, 4 * HOUR));
        let limit = inserted + 24 * HOUR;
        let mut tasks = vec![
            task("site-check", checked + every, every),
            task("disinfect", disinfected + 5 * HOUR, 5 * HOUR),
            task("access-review", review.0, review.1),
            task("removal-target", inserted + 12 * HOUR, 12 * HOUR),
            task("dwell-warning-4h", limit - 4 * HOUR, 0),
            task("dwell-warning-1h", limit - HOUR, 0),
            task("dwell-limit", limit, 24 * HOUR),
        ];
        if checked < inserted + 15 * MINUTE {
            tasks.push(task("first-check", inserted + 30 * MINUTE, 30 * MINUTE));
        }
        Self {
            limit_at: Some(limit),
            ..Self::new(id, tasks)
        }
    }
}

#[derive(Clone, Debug)]
struct World {
    cases: Vec<Case>,
    snoozed: Vec<Snoozed>,
    past: Vec<Past>,
    caps: PlatformCaps,
    now: Ms,
    lang: Lang,
}

impl World {
    fn new(cases: Vec<Case>) -> Self {
        let caps = PlatformCaps::android();
        Self {
            cases,
            snoozed: Vec::new(),
            past: Vec::new(),
            caps,
            now: T0,
            lang: Lang::En,
        }
    }

    /// One case with these tasks.
    fn of(tasks: Vec<Task>) -> Self {
        Self::new(vec![Case::new(1, tasks)])
    }

    fn at(self, now: Ms) -> Self {
        Self { now, ..self }
    }

    fn ios(self) -> Self {
        Self {
            caps: PlatformCaps::ios(),
            ..self
        }
    }

    fn holding(self, max_pending: usize) -> Self {
        Self {
            caps: PlatformCaps {
                max_pending,
                ..self.caps
            },
            ..self
        }
    }

    fn with<T>(&self, judge: impl FnOnce(&PlanInput<'_>) -> T) -> T {
        let cases: Vec<PlanCase<'_>> = self
            .cases
            .iter()
            .map(|case| PlanCase {
                case: case.id,
                tasks: &case.tasks,
                limit_at: case.limit_at,
                protocol: &case.protocol,
                watched: case.watched,
                label: case.label.clone(),
                running: case.running,
            })
            .collect();
        judge(&PlanInput {
            cases: &cases,
            snoozed: &self.snoozed,
            past: &self.past,
            caps: &self.caps,
            now: self.now,
            lang: self.lang,
        })
    }

    fn plan(&self) -> Plan {
        self.with(plan)
    }
}

/// The reminders of care, without the one about the reminders themselves.
fn care(plan: &Plan) -> impl Iterator<Item = &Reminder> {
    plan.reminders.iter().filter(|reminder| !reminder.members.is_empty())
}

/// Minutes after `T0` at which care rings, with the rung.
fn rings(plan: &Plan) -> Vec<(i64, i32)> {
    care(plan).map(|r| ((r.fire_at_ms - T0) / MINUTE, r.rung)).collect()
}

/// The minutes alone.
fn minutes(plan: &Plan) -> Vec<i64> {
    rings(plan).into_iter().map(|(minute, _)| minute).collect()
}
