//! When one task rings: before it is due, when it is, twice soon after, then again and again.

use super::rhythm::Rhythm;
use crate::protocol::Level;
use crate::time::Ms;

/// The rung before the due time.
pub(super) const EARLY: i32 = -1;
/// The rung at the due time.
pub(super) const DUE: i32 = 0;
const SECOND: i32 = 1;
const THIRD: i32 = 2;

/// The times of a task's rungs: a function of its due time alone, never of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ladder {
    due_at: Ms,
    /// Where rung 0 stands: the due time, or later where it was moved.
    base: Ms,
    early: Option<Ms>,
    second: Option<Ms>,
    third: Option<Ms>,
    every: Option<Ms>,
}

impl Ladder {
    pub(super) fn new(rhythm: &Rhythm, level: Level, due_at: Ms, interval: Ms) -> Self {
        let (early, every) = match level {
            Level::Soon => {
                return Self {
                    due_at,
                    base: due_at,
                    early: None,
                    second: None,
                    third: None,
                    every: None,
                };
            }
            Level::Due => (rhythm.early_due, rhythm.again.map(|least| interval.max(least))),
            // A dwell limit's interval is the whole dwell time: what must not be missed does not wait for it.
            Level::Critical => (rhythm.early_critical, rhythm.again),
        };
        let second = rhythm.second;
        let third = rhythm.third.filter(|third| Some(*third) != second);
        Self {
            due_at,
            base: due_at,
            early,
            second,
            third,
            every,
        }
    }

    /// The same ladder standing later; never earlier than the due time.
    pub(super) fn moved_to(self, at: Ms) -> Self {
        Self {
            base: at.max(self.due_at),
            ..self
        }
    }

    pub(super) const fn is_moved(&self) -> bool {
        self.base != self.due_at
    }

    /// When a rung rings; `None` where the task has no such rung.
    pub(super) fn at(&self, rung: i32) -> Option<Ms> {
        let after = |offset: Ms| self.base.saturating_add(offset);
        match rung {
            EARLY => self
                .early
                .filter(|_| !self.is_moved())
                .map(|early| self.due_at.saturating_sub(early)),
            DUE => Some(self.base),
            SECOND => self.second.map(after),
            THIRD => self.third.map(after),
            _ => {
                let offset = self.every?.saturating_mul(repeat_of(rung)?);
                (offset > self.second.max(self.third).unwrap_or(0)).then(|| after(offset))
            }
        }
    }

    /// The rungs after one instant and up to another, in the order in which they ring.
    pub(super) fn between(&self, after: Ms, until: Ms) -> impl Iterator<Item = (i32, Ms)> + use<> {
        let ladder = *self;
        // A hospital may set its second ring after its third; the repeats come after both.
        let mut few = [EARLY, DUE, SECOND, THIRD].map(|rung| (ladder.at(rung), rung));
        few.sort_unstable();
        let few = few.into_iter().filter_map(|(at, rung)| Some((rung, at?)));
        let first = ladder
            .every
            .map_or(1, |every| (after.saturating_sub(ladder.base) / every).max(1));
        let repeats = (first..).map_while(|n| i32::try_from(n).ok()?.checked_add(THIRD));
        let repeats = repeats.map(move |rung| (rung, ladder.at(rung)));
        // A repeat that coincides with an earlier rung is no rung, but does not end the ladder.
        let repeats = repeats.take_while(move |(_, at)| ladder.every.is_some() && at.is_none_or(|at| at <= until));
        let repeats = repeats.filter_map(|(rung, at)| Some((rung, at?)));
        few.chain(repeats).filter(move |(_, at)| *at > after && *at <= until)
    }

    /// The last rung that has come.
    pub(super) fn last(&self, now: Ms) -> Option<(i32, Ms)> {
        let repeats = self.every.map_or(0, |every| now.saturating_sub(self.base) / every);
        let repeated = i32::try_from(repeats)
            .ok()
            .filter(|n| *n > 0)
            .and_then(|n| n.checked_add(THIRD));
        let rungs = (EARLY..=THIRD)
            .chain(repeated)
            .filter_map(|rung| Some((rung, self.at(rung)?)));
        rungs.filter(|(_, at)| *at <= now).max_by_key(|(rung, at)| (*at, *rung))
    }
}

/// Which repeat a rung is, from 1 on; `None` for the rungs before the repeats.
pub(super) fn repeat_of(rung: i32) -> Option<i64> {
    (rung > THIRD).then(|| i64::from(rung) - i64::from(THIRD))
}
