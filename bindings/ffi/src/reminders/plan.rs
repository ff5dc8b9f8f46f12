//! The plan, and the steps that bring the operating system from what it holds to that.

use marrow::engine::reminders::{Change, Diff, Plan};

use super::{MissedReminder, Reminder, RunningTimer};
use crate::ids::count;

/// One thing to ask of the operating system. A shell may be killed between any two of them.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
#[allow(
    clippy::large_enum_variant,
    reason = "there are a few hundred at most, and they cross by value"
)]
pub enum ReminderStep {
    /// Hold this reminder; it replaces one of the same id.
    Hold {
        /// The reminder.
        reminder: Reminder,
    },
    /// Hold that id no longer.
    Cancel {
        /// The reminder's id.
        id: String,
    },
}

/// Everything that the operating system should hold, and how to bring it there.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReminderPlan {
    /// Equal plans have equal revisions.
    pub revision: String,
    /// When it was made, wall ms.
    pub computed_at_ms: i64,
    /// In the order in which they fire.
    pub reminders: Vec<Reminder>,
    /// Up to then each task rings when it falls due, whatever happens to the app; Unix ms.
    pub coverage_until_ms: i64,
    /// From then on a new plan would say more, Unix ms.
    pub refresh_at_ms: i64,
    /// How many were wanted and left out.
    pub left_out: u32,
    /// Timers to show now; they do not count among the reminders.
    pub running: Vec<RunningTimer>,
    /// What should have been shown and was not.
    pub missed: Vec<MissedReminder>,
    /// Ids that the system holds as it should, or whose time has just come.
    pub keep: Vec<String>,
    /// What to do, in this order; nothing where all is held.
    pub steps: Vec<ReminderStep>,
}

impl ReminderPlan {
    /// Of a plan and its steps.
    pub fn of(plan: Plan, diff: Diff) -> Self {
        let Plan {
            revision,
            computed_at,
            reminders,
            coverage_until_ms,
            refresh_at_ms,
            not_scheduled,
            running,
            missed,
            // For the diff, which is made already.
            may_still_ring: _,
            max_pending: _,
        } = plan;
        let Diff {
            upsert,
            cancel: _,
            keep,
            steps,
        } = diff;
        let step = |change| match change {
            Change::Upsert(id) => {
                let found = upsert.iter().find(|reminder| reminder.id == id)?.clone();
                Some(ReminderStep::Hold { reminder: found.into() })
            }
            Change::Cancel(id) => Some(ReminderStep::Cancel { id }),
        };
        Self {
            revision,
            computed_at_ms: computed_at,
            reminders: reminders.into_iter().map(Reminder::from).collect(),
            coverage_until_ms,
            refresh_at_ms,
            left_out: count(not_scheduled.len()),
            running: running.into_iter().map(RunningTimer::from).collect(),
            missed: missed.into_iter().map(MissedReminder::from).collect(),
            keep,
            steps: steps.into_iter().filter_map(step).collect(),
        }
    }
}
