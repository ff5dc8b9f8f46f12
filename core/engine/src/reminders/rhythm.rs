//! What a protocol says about reminders: how far apart and how far ahead they ring, how often they can be put off.

use crate::protocol::Protocol;
use crate::time::{HOUR, Ms};

/// How far ahead is planned under a protocol that does not say (product default).
pub(super) const HORIZON: Ms = 24 * HOUR;

/// The values of one protocol. They are read once a case: looked up by name for every ring, they took longer than
/// all else about it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rhythm {
    /// How far ahead is planned.
    pub horizon: Ms,
    /// How close together tasks must fall due to ring as one.
    pub window: Ms,
    /// How often "later" can be said of one occurrence.
    pub snoozes: u32,
    /// How long "later" is at most.
    pub snooze: Ms,
    pub early_due: Option<Ms>,
    pub early_critical: Option<Ms>,
    pub second: Option<Ms>,
    pub third: Option<Ms>,
    pub again: Option<Ms>,
}

impl Rhythm {
    pub(super) fn of(protocol: &Protocol) -> Self {
        let value = |name: &str| protocol.value(name);
        let rung = |name: &str| value(name).filter(|ms| *ms > 0);
        let snoozes = value("snooze.times").and_then(|times| u32::try_from(times).ok());
        Self {
            horizon: value("reminder.horizon").unwrap_or(HORIZON),
            window: value("reminder.slot").unwrap_or(0),
            snoozes: snoozes.unwrap_or(0),
            snooze: value("snooze.minutes").unwrap_or(0),
            early_due: rung("reminder.early-due"),
            early_critical: rung("reminder.early-critical"),
            second: rung("reminder.second"),
            third: rung("reminder.third"),
            again: rung("reminder.again-min"),
        }
    }
}
