//! What the operating system should hold or show: reminders and running timers; and what it should have shown.

use marrow::engine::reminders as engine;

use super::{Category, Channel};
use crate::ids::CaseId;
use crate::words::Level;

/// One ring of one task. Never shown; for re-validation and for the actions.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReminderMember {
    /// The case.
    pub case: CaseId,
    /// The step.
    pub step: String,
    /// The occurrence, wall ms.
    pub due_at_ms: i64,
    /// −1 before it is due, 0 when it is, from 1 on afterwards.
    pub rung: i32,
}

impl From<engine::Member> for ReminderMember {
    fn from(member: engine::Member) -> Self {
        let engine::Member {
            case,
            step,
            due_at,
            rung,
        } = member;
        Self {
            case,
            step: step.to_string(),
            due_at_ms: due_at,
            rung,
        }
    }
}

/// One notification that the operating system should hold. It says counts and times only.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Reminder {
    /// Its id at the operating system.
    pub id: String,
    /// What it stands for on the screen: what is shown under the same slot is replaced.
    pub slot: String,
    /// When it fires, Unix ms.
    pub fire_at_ms: i64,
    /// How it sounds.
    pub channel: Channel,
    /// The channel's name at the operating system.
    pub channel_id: String,
    /// The highest of its members.
    pub level: Level,
    /// Its earliest member's.
    pub rung: i32,
    /// No health data.
    pub title: String,
    /// No health data.
    pub body: String,
    /// What the operating system may stack it with.
    pub thread: String,
    /// Which actions it offers.
    pub category: Category,
    /// Where a tap leads.
    pub link: String,
    /// When it has been replaced or no longer matters, Unix ms.
    pub expires_at_ms: i64,
    /// Changes with everything that the operating system would show or schedule.
    pub fingerprint: String,
    /// What it is for.
    pub members: Vec<ReminderMember>,
}

impl From<engine::Reminder> for Reminder {
    fn from(reminder: engine::Reminder) -> Self {
        let engine::Reminder {
            id,
            slot,
            fire_at_ms,
            channel,
            level,
            rung,
            title,
            body,
            thread,
            category,
            link,
            expires_at_ms,
            fingerprint,
            members,
        } = reminder;
        Self {
            id,
            slot,
            fire_at_ms,
            channel,
            channel_id: channel.name().to_owned(),
            level,
            rung,
            title,
            body,
            thread,
            category,
            link,
            expires_at_ms,
            fingerprint,
            members: members.iter().cloned().map(ReminderMember::from).collect(),
        }
    }
}

/// A timer to be shown while it runs. No health data.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RunningTimer {
    /// Its id at the operating system.
    pub id: String,
    /// When it started, Unix ms.
    pub started_at_ms: i64,
    /// When it ends, Unix ms.
    pub ends_at_ms: i64,
    /// How it sounds.
    pub channel: Channel,
    /// The channel's name at the operating system.
    pub channel_id: String,
    /// What runs.
    pub title: String,
    /// The same, longer.
    pub body: String,
    /// What the operating system may stack it with.
    pub thread: String,
    /// Where a tap leads.
    pub link: String,
}

impl From<engine::RunningTimer> for RunningTimer {
    fn from(timer: engine::RunningTimer) -> Self {
        let engine::RunningTimer {
            id,
            started_at_ms,
            ends_at_ms,
            channel,
            title,
            body,
            thread,
            link,
        } = timer;
        Self {
            id,
            started_at_ms,
            ends_at_ms,
            channel,
            channel_id: channel.name().to_owned(),
            title,
            body,
            thread,
            link,
        }
    }
}

/// A task that is open and past due, and whose reminder should have been shown but was not.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MissedReminder {
    /// The case.
    pub case: CaseId,
    /// The step.
    pub step: String,
    /// The occurrence, wall ms.
    pub due_at_ms: i64,
    /// When the first reminder that was not shown should have been, Unix ms.
    pub planned_ms: i64,
}

impl From<engine::Missed> for MissedReminder {
    fn from(missed: engine::Missed) -> Self {
        let engine::Missed {
            case,
            step,
            due_at,
            planned_ms,
        } = missed;
        Self {
            case,
            step,
            due_at_ms: due_at,
            planned_ms,
        }
    }
}
