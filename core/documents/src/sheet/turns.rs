//! Where the clocks were turned while the case ran.
//!
//! The core has no zone table. What it has is the offset that each entry was recorded in: between two
//! that differ, the clock was turned, at a whole hour as clocks are. Where more than one hour lies
//! between them, which it was is not known, and the sheet does not say.

use marrow_engine::time::{HOUR, Ms, SECOND};

use super::Sheet;
use super::times::{Times, offset};
use crate::line::Line;

/// A turn of the clocks in one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// When it was, at the earliest and at the latest.
    pub earliest: Ms,
    pub latest: Ms,
    pub before_s: i32,
    pub after_s: i32,
}

/// The turns between moments with their offsets, sorted.
pub(super) fn between(offsets: &[(Ms, i32)]) -> Vec<Turn> {
    let pairs = offsets.windows(2).filter_map(|pair| match pair {
        [(from, before_s), (to, after_s)] if before_s != after_s => {
            let (first, last) = ((from.div_euclid(HOUR) + 1) * HOUR, to.div_euclid(HOUR) * HOUR);
            let (earliest, latest) = if first <= last { (first, last) } else { (*from, *to) };
            Some(Turn {
                earliest,
                latest,
                before_s: *before_s,
                after_s: *after_s,
            })
        }
        _ => None,
    });
    pairs.collect()
}

impl Turn {
    /// How far the clocks went back.
    fn back(&self) -> Ms {
        Ms::from(self.before_s - self.after_s) * SECOND
    }

    /// Whether the clock showed this time twice, once in either offset.
    fn repeats(&self, at: Ms, offset_s: i32) -> bool {
        let back = self.back();
        let before = offset_s == self.before_s && at >= self.earliest - back && at < self.latest;
        let after = offset_s == self.after_s && at < self.latest + back && at >= self.earliest;
        back > 0 && (before || after)
    }
}

/// Whether a time in an offset could be read as another one, because the clocks went back.
pub(super) fn is_repeated(turns: &[Turn], at: Ms, offset_s: i32) -> bool {
    turns.iter().any(|turn| turn.repeats(at, offset_s))
}

/// "At 03:00 UTC+2 the clocks went back to 02:00 UTC+1."
pub(super) fn said(sheet: &Sheet<'_>, turns: &[Turn], before_s: i32, after_s: i32) -> Option<Line> {
    let turn = turns.iter().find(|t| t.before_s == before_s && t.after_s == after_s)?;
    let back = turn.back() > 0;
    let shown = |offset_s| {
        Line::say(format!(
            "{} {}",
            Times::clock(turn.earliest, offset_s),
            offset(offset_s)
        ))
    };
    if turn.earliest == turn.latest {
        let key = if back {
            "sheet.turn.back-at"
        } else {
            "sheet.turn.forward-at"
        };
        return Some(sheet.fill(key, &[("old", shown(before_s)), ("new", shown(after_s))]));
    }
    let key = if back { "sheet.turn.back" } else { "sheet.turn.forward" };
    let long = Line::say(sheet.times.span(turn.back()));
    Some(sheet.fill(key, &[("long", long)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow_engine::time::MINUTE;

    /// 25 October 2026, 01:00 UTC: in Madrid 03:00 becomes 02:00.
    const AUTUMN: Ms = 1_792_890_000_000;

    #[test]
    fn the_hour_of_the_turn_is_found_between_two_entries() {
        let turns = between(&[
            (AUTUMN - 100 * MINUTE, 7_200),
            (AUTUMN - 30 * MINUTE, 7_200),
            (AUTUMN + 5 * MINUTE, 3_600),
        ]);
        assert_eq!(turns.len(), 1);
        assert_eq!((turns[0].earliest, turns[0].latest), (AUTUMN, AUTUMN));
        // minutes from the turn, offset, whether the clock showed it twice
        for (minutes, offset_s, twice) in [
            (-61, 7_200, false),
            (-60, 7_200, true),
            (-1, 7_200, true),
            (0, 3_600, true),
            (59, 3_600, true),
            (60, 3_600, false),
        ] {
            assert_eq!(
                is_repeated(&turns, AUTUMN + minutes * MINUTE, offset_s),
                twice,
                "{minutes}"
            );
        }
    }

    #[test]
    fn a_wide_gap_leaves_the_hour_open_and_a_jump_forward_repeats_nothing() {
        let wide = between(&[(AUTUMN - 3 * HOUR, 7_200), (AUTUMN + 3 * HOUR, 3_600)]);
        assert!(wide[0].earliest < AUTUMN && AUTUMN < wide[0].latest);
        assert!(is_repeated(&wide, AUTUMN + 3 * HOUR, 3_600));
        let spring = between(&[(AUTUMN - MINUTE, 3_600), (AUTUMN + MINUTE, 7_200)]);
        assert!(!is_repeated(&spring, AUTUMN + MINUTE, 7_200));
        assert_eq!(between(&[(0, 3_600), (1, 3_600)]), []);
    }
}
