//! When a reminder fires: whether it still holds, and how late reminders come.

use marrow::engine::reminders as engine;
pub use marrow::engine::reminders::NotShown;

use super::Reminder;
use crate::ids::count;

/// Why a reminder is not shown.
#[uniffi::remote(Enum)]
pub enum NotShown {
    /// Its steps fall due at other times now: they were done, skipped or moved.
    Done,
    /// Its steps are not due in their cases any more.
    Cancelled,
    /// It was shown already, or a later one was.
    Expired,
    /// "Later" was said, or a clock was set: it will fire again at its time.
    Early,
    /// No reminder of that name was made, or by another version.
    Unknown,
    /// Somebody else's phone reminds of that case now.
    NotWatched,
}

/// What to do with a reminder that fired.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
#[allow(clippy::large_enum_variant, reason = "there is one, and it crosses by value")]
pub enum Fired {
    /// Show it as it is true now.
    Show {
        /// Texts, actions and members as of now.
        reminder: Reminder,
        /// Since when the first of its tasks has been due, Unix ms.
        since_ms: Option<i64>,
        /// How late it is, ms, where it is not on time; the body says so too.
        late_ms: Option<i64>,
    },
    /// Show nothing.
    Suppress {
        /// Why.
        why: NotShown,
    },
}

impl From<engine::Fired> for Fired {
    fn from(fired: engine::Fired) -> Self {
        match fired {
            engine::Fired::Show {
                reminder,
                since_ms,
                late_ms,
            } => Self::Show {
                reminder: (*reminder).into(),
                since_ms,
                late_ms,
            },
            engine::Fired::Suppress(why) => Self::Suppress { why },
        }
    }
}

/// How late this phone's reminders come. Early counts as on time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Lateness {
    /// Out of how many.
    pub count: u32,
    /// Half of them were at most this late, ms.
    pub p50_ms: i64,
    /// 95 of 100 were at most this late, ms.
    pub p95_ms: i64,
    /// The latest, ms.
    pub worst_ms: i64,
}

impl From<engine::Lateness> for Lateness {
    fn from(lateness: engine::Lateness) -> Self {
        let engine::Lateness {
            count: of,
            p50_ms,
            p95_ms,
            worst_ms,
        } = lateness;
        Self {
            count: count(of),
            p50_ms,
            p95_ms,
            worst_ms,
        }
    }
}
