//! What a plan says, as plain data that crosses to the shells.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::CaseId;
use crate::protocol::Level;
use crate::time::Ms;

/// How a reminder sounds. The names are versioned because a channel cannot be changed once it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Channel {
    /// Must not be missed.
    #[serde(rename = "critical_v1")]
    Critical,
    /// Care that is due.
    #[serde(rename = "due_v1")]
    Due,
    /// Good to know.
    #[serde(rename = "soon_v1")]
    Soon,
    /// Timers that run.
    #[serde(rename = "running_v1")]
    Running,
    /// About the reminders themselves.
    #[serde(rename = "system_v1")]
    System,
}

impl Channel {
    /// Every channel, the loudest first.
    pub const ALL: &[Self] = &[Self::Critical, Self::Due, Self::Soon, Self::Running, Self::System];
    /// Its name at the operating system.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical_v1",
            Self::Due => "due_v1",
            Self::Soon => "soon_v1",
            Self::Running => "running_v1",
            Self::System => "system_v1",
        }
    }
}

impl From<Level> for Channel {
    fn from(level: Level) -> Self {
        match level {
            Level::Critical => Self::Critical,
            Level::Due => Self::Due,
            Level::Soon => Self::Soon,
        }
    }
}

/// The actions that a reminder offers. *Done* and *acknowledge* ask for authentication; there is none
/// for a check, which is never done from a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the name lists the actions")]
pub enum Category {
    Open,
    OpenLater,
    OpenDone,
    OpenLaterDone,
    OpenAck,
    OpenLaterAck,
}

/// One ring of one task. Never shown; for re-validation and for the actions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Member {
    /// The case.
    pub case: CaseId,
    /// The step; shared, because a plan for a ward names its steps thousands of times.
    pub step: Arc<str>,
    /// The occurrence.
    pub due_at: Ms,
    /// −1 before it is due, 0 when it is, from 1 on afterwards.
    pub rung: i32,
}

/// One notification that the operating system should hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// `v1:` and a hash of case, step, occurrence and rung of its earliest member.
    pub id: String,
    /// What it stands for on the screen, the task that has been due longest: what is shown under the same
    /// slot is replaced.
    pub slot: String,
    /// When it fires, Unix ms.
    pub fire_at_ms: Ms,
    /// How it sounds.
    pub channel: Channel,
    /// The highest of its members.
    pub level: Level,
    /// Its earliest member's.
    pub rung: i32,
    /// Counts and times only.
    pub title: String,
    /// Counts and times only.
    pub body: String,
    /// What the operating system may stack it with.
    pub thread: String,
    /// Which actions it offers.
    pub category: Category,
    /// Where a tap leads; names a case by its random id at most.
    pub link: String,
    /// When it has been replaced or no longer matters, Unix ms.
    pub expires_at_ms: Ms,
    /// Changes with everything that the operating system would show or schedule. Ends with a mark for
    /// each critical task that it covers, so that what is held can be judged without the tasks.
    pub fingerprint: String,
    /// What it is for; shared, because in a ward hundreds of tasks may ring as one.
    pub members: Arc<[Member]>,
}

/// A timer to be shown while it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningTimer {
    /// `v1:` and a hash of the case and the start.
    pub id: String,
    /// When it started, Unix ms.
    pub started_at_ms: Ms,
    /// When it ends, Unix ms.
    pub ends_at_ms: Ms,
    /// How it sounds.
    pub channel: Channel,
    /// No health data.
    pub title: String,
    /// No health data.
    pub body: String,
    /// As in [`Reminder`].
    pub thread: String,
    /// As in [`Reminder`].
    pub link: String,
}

/// Why a wanted reminder is not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unplanned {
    /// The operating system holds no more; later plans will have it.
    Budget,
    /// It was shown already, together with an earlier one.
    AlreadyShown,
}

/// A wanted reminder that is not in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotScheduled {
    /// Its earliest ring, by which it is named.
    pub first: Member,
    /// Why.
    pub reason: Unplanned,
}

impl NotScheduled {
    /// The id that the reminder would have. A plan for a ward leaves out thousands, and few are ever asked for theirs.
    pub fn id(&self) -> String {
        let Member {
            case,
            step,
            due_at,
            rung,
        } = &self.first;
        super::ids::reminder(*case, step, *due_at, *rung)
    }
}

/// A task that is open and past due, and whose reminder should have been shown but was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// The case.
    pub case: CaseId,
    /// The step.
    pub step: String,
    /// The occurrence.
    pub due_at: Ms,
    /// When the first reminder that was not shown should have been.
    pub planned_ms: Ms,
}

/// Everything that the operating system should hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A hash of the reminders and the running timers: equal plans have equal revisions.
    pub revision: String,
    /// When it was made.
    pub computed_at: Ms,
    /// In the order in which they fire.
    pub reminders: Vec<Reminder>,
    /// Up to then each task rings when it falls due, whatever happens to the app; Unix ms.
    pub coverage_until_ms: Ms,
    /// From then on a new plan would say more, Unix ms.
    pub refresh_at_ms: Ms,
    /// What was wanted and left out.
    pub not_scheduled: Vec<NotScheduled>,
    /// Timers to show now; they do not count among the reminders.
    pub running: Vec<RunningTimer>,
    /// What should have been shown and was not.
    pub missed: Vec<Missed>,
    /// Ids whose time has just come while their task is open: one that is still held is late, not wrong.
    pub may_still_ring: Vec<String>,
    /// How many reminders the operating system may hold at a time.
    pub max_pending: usize,
}
