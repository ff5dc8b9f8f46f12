//! Time on paper: whole hours of one scale, strips of them, and where the clocks were changed.

use marrow_engine::time::{HOUR, MINUTE, Ms};

use super::drawing::PLOT;
use crate::sheet::times::Times;
use crate::sheet::turns::Turn;

/// What one millimetre stands for, and on a case of more than [`LONG`].
const CLOSE: Ms = 5 * MINUTE;
const WIDE: Ms = 10 * MINUTE;
const LONG: Ms = 48 * HOUR;

/// The hours that one strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: Ms,
    pub end: Ms,
    /// What one millimetre stands for.
    pub a_mm: Ms,
}

impl Span {
    /// From a moment on, as long as the plot is wide.
    pub fn from(start: Ms, a_mm: Ms) -> Self {
        let length = (f64::from(PLOT.1 - PLOT.0) * a_mm as f64) as Ms;
        Self {
            start,
            end: start.saturating_add(length),
            a_mm,
        }
    }

    /// Where a moment stands, mm from the left.
    pub fn x(&self, at: Ms) -> f32 {
        let mm = at.saturating_sub(self.start) as f64 / self.a_mm as f64;
        PLOT.0 + mm as f32
    }

    /// The same, held within the plot.
    pub fn within(&self, at: Ms) -> f32 {
        self.x(at.clamp(self.start, self.end))
    }

    /// Whether a moment stands in this strip: its last moment is the next one's first.
    pub fn holds(&self, at: Ms) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// Whether any of a time stands in it.
    pub fn meets(&self, from: Ms, until: Ms) -> bool {
        from < self.end && until >= self.start
    }

    /// The hours, both ends included.
    pub fn hours(&self) -> impl Iterator<Item = Ms> + use<> {
        let (start, end) = (self.start, self.end);
        (0..).map(move |n| start + n * HOUR).take_while(move |at| *at <= end)
    }

    /// How many minutes a millimetre stands for.
    pub const fn minutes(&self) -> Ms {
        self.a_mm / MINUTE
    }
}

/// The start of the hour that a moment lies in, as that offset's clocks show it.
pub(super) fn whole_hour(at: Ms, offset_s: i32) -> Ms {
    let offset = Ms::from(offset_s) * 1_000;
    (at + offset).div_euclid(HOUR) * HOUR - offset
}

/// The strips of a case that lasts from one moment to another.
pub(super) fn strips(first: Ms, last: Ms, offset_s: i32) -> Vec<Span> {
    let start = whole_hour(first, offset_s);
    let a_mm = if last - start > LONG { WIDE } else { CLOSE };
    let mut strips = vec![Span::from(start, a_mm)];
    while let Some(end) = strips.last().map(|strip| strip.end).filter(|end| *end < last) {
        strips.push(Span::from(end, a_mm));
    }
    strips
}

/// The turns of the clocks inside a strip. One whose hour is not known stands at its latest.
pub(super) fn turns(times: &Times, span: &Span) -> Vec<Turn> {
    let mut turns = times.turns().to_vec();
    turns.extend(times.next_turn().filter(|next| !turns.contains(next)));
    turns.retain(|turn| span.start < turn.latest && turn.latest < span.end);
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_millimetre_is_five_minutes_and_ten_in_a_long_case() {
        let hour = 1_000_000 * HOUR;
        // begins, ends, hours after which each strip begins, minutes a millimetre
        for (first, last, begins, minutes) in [
            (7, 8, &[0][..], 5),
            (7, 12 * 60, &[0], 5),
            (7, 12 * 60 + 1, &[0, 12], 5),
            (0, 24 * 60, &[0, 12], 5),
            (59, 48 * 60, &[0, 12, 24, 36], 5),
            (0, 48 * 60 + 1, &[0, 24, 48], 10),
            (0, 72 * 60, &[0, 24, 48], 10),
        ] {
            let strips = strips(hour + first * MINUTE, hour + last * MINUTE, 3_600);
            let found: Vec<Ms> = strips.iter().map(|strip| (strip.start - hour) / HOUR).collect();
            assert_eq!(found, begins, "{first} to {last}");
            assert!(strips.iter().all(|strip| strip.minutes() == minutes));
            assert!(strips.windows(2).all(|pair| pair[0].end == pair[1].start));
        }
    }

    #[test]
    fn a_strip_begins_on_the_hour_that_the_clocks_show() {
        let utc = 1_000_000 * HOUR;
        assert_eq!(whole_hour(utc + 10 * MINUTE, 0), utc);
        assert_eq!(whole_hour(utc + 10 * MINUTE, 20_700), utc - 45 * MINUTE);
        assert_eq!(whole_hour(-1, 0), -HOUR);
    }

    #[test]
    fn moments_stand_to_scale() {
        let span = Span::from(0, CLOSE);
        for (at, x) in [(0, 36.0), (5 * MINUTE, 37.0), (HOUR, 48.0), (12 * HOUR, 180.0)] {
            assert!((span.x(at) - x).abs() < 0.001, "{at}");
        }
        assert_eq!(span.within(-HOUR), 36.0);
        assert_eq!(span.within(99 * HOUR), 180.0);
        assert!(span.holds(0) && !span.holds(12 * HOUR));
        assert_eq!(span.hours().count(), 13);
    }
}
