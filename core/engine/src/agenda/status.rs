//! How late a task is (care §3.13).

use serde::{Deserialize, Serialize};

use crate::protocol::StatusRule;
use crate::time::{MINUTE, Ms};

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not due yet.
    Upcoming,
    /// Due.
    Due,
    /// A little late.
    Late,
    /// Overdue.
    Overdue,
    /// Long overdue.
    LongOverdue,
}

impl Status {
    /// Every status, the calmest first.
    pub const ALL: &[Self] = &[Self::Upcoming, Self::Due, Self::Late, Self::Overdue, Self::LongOverdue];
    /// The word in JSON and in text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Due => "due",
            Self::Late => "late",
            Self::Overdue => "overdue",
            Self::LongOverdue => "long-overdue",
        }
    }
}

/// A share of the interval, but at least so many minutes; product defaults (care §3.13).
const LATE: (Ms, Ms) = (10, 5 * MINUTE);
const LATE_AT_MOST: Ms = 30 * MINUTE;
const OVERDUE: (Ms, Ms) = (25, 10 * MINUTE);
const LONG_OVERDUE: (Ms, Ms) = (50, 20 * MINUTE);

fn share((percent, least): (Ms, Ms), interval: Ms) -> Ms {
    (interval.saturating_mul(percent) / 100).max(least)
}

/// When each status begins, as offsets from the due time.
fn ladder(rule: &StatusRule<Ms>, interval: Ms) -> [(Option<Ms>, Status); 3] {
    let (late, overdue, long) = match rule {
        StatusRule::StaysDue => (None, None, None),
        StatusRule::Fixed {
            overdue_after,
            long_overdue_after,
        } => (None, Some(overdue_after.unwrap_or(0)), Some(*long_overdue_after)),
        StatusRule::ByInterval => (
            Some(share(LATE, interval).min(LATE_AT_MOST)),
            Some(share(OVERDUE, interval)),
            Some(share(LONG_OVERDUE, interval)),
        ),
    };
    [
        (late, Status::Late),
        (overdue, Status::Overdue),
        (long, Status::LongOverdue),
    ]
}

/// The status at a moment, and when the next one begins.
pub fn status(rule: &StatusRule<Ms>, due: Ms, interval: Ms, running: bool, now: Ms) -> (Status, Option<Ms>) {
    let begins = |offset: Ms| due.saturating_add(offset);
    let ladder = if running {
        [(None, Status::Late); 3]
    } else {
        ladder(rule, interval)
    };
    let mut status = if now < due { Status::Upcoming } else { Status::Due };
    let mut next = (now < due).then_some(due);
    for (offset, reached) in ladder {
        match offset.map(begins) {
            Some(at) if now >= at => status = reached,
            Some(at) if next.is_none() => next = Some(at),
            _ => {}
        }
    }
    (status, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_follows_the_interval() {
        let by_interval = StatusRule::ByInterval;
        let fixed = |overdue_after| StatusRule::Fixed {
            overdue_after,
            long_overdue_after: 60 * MINUTE,
        };
        // interval in minutes; minutes after which late, overdue and long overdue begin
        type Row<'r> = (&'r StatusRule<Ms>, Ms, [Option<Ms>; 3]);
        let table: &[Row<'_>] = &[
            (&by_interval, 60, [Some(6), Some(15), Some(30)]),
            (&by_interval, 300, [Some(30), Some(75), Some(150)]),
            (&by_interval, 30, [Some(5), Some(10), Some(20)]),
            (&by_interval, 0, [Some(5), Some(10), Some(20)]),
            (&by_interval, 120, [Some(12), Some(30), Some(60)]),
            (&by_interval, 1_440, [Some(30), Some(360), Some(720)]),
            (&StatusRule::StaysDue, 720, [None, None, None]),
            (&fixed(Some(30 * MINUTE)), 120, [None, Some(30), Some(60)]),
            (&fixed(None), 1_440, [None, Some(0), Some(60)]),
        ];
        for (rule, interval, begins) in table {
            let at = |now| status(rule, 0, interval * MINUTE, false, now).0;
            assert_eq!(at(-1), Status::Upcoming);
            let first = begins.iter().flatten().min().copied();
            if first != Some(0) {
                assert_eq!(at(0), Status::Due);
            }
            for (begin, reached) in begins.iter().zip([Status::Late, Status::Overdue, Status::LongOverdue]) {
                if let Some(begin) = begin {
                    assert_eq!(at(begin * MINUTE), reached, "{interval}");
                    assert!(at(begin * MINUTE - 1) < reached, "{interval}");
                }
            }
            assert_eq!(
                status(rule, 0, interval * MINUTE, true, 1_000 * MINUTE).0,
                Status::Due,
                "while it runs"
            );
        }
    }

    #[test]
    fn the_next_status_is_where_it_changes() {
        for now in [-5, 0, 5, 6, 14, 15, 29, 30, 100] {
            let (status_now, next) = status(&StatusRule::ByInterval, 0, 60 * MINUTE, false, now * MINUTE);
            if let Some(next) = next {
                assert!(status(&StatusRule::ByInterval, 0, 60 * MINUTE, false, next).0 > status_now);
                assert_eq!(
                    status(&StatusRule::ByInterval, 0, 60 * MINUTE, false, next - 1).0,
                    status_now
                );
            } else {
                assert_eq!(status_now, Status::LongOverdue);
            }
        }
    }
}
