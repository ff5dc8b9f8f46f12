//! Time as it comes in: one sample of the phone's clocks, and what the phone knows of their jumps.
//!
//! All rules count elapsed time in milliseconds; zones are for reading and writing only. The boot
//! clock runs through sleep and cannot be set by hand: where the wall clock moves against it, the
//! wall clock was changed, and every time already on record is read with that shift.

use chrono::{DateTime, Datelike, FixedOffset, SecondsFormat, Timelike};
use serde::{Deserialize, Serialize};

/// Milliseconds, of Unix time or of a duration.
pub type Ms = i64;

/// One second.
pub const SECOND: Ms = 1_000;
/// One minute.
pub const MINUTE: Ms = 60 * SECOND;
/// One hour.
pub const HOUR: Ms = 60 * MINUTE;

/// A wall clock that moves this much against the boot clock was set by somebody (product default).
pub const CLOCK_TOLERANCE: Ms = 2 * SECOND;

/// What a shell reads from its platform's clocks and passes in with every call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockSample {
    /// Wall clock, Unix ms.
    pub wall_ms: Ms,
    /// Time since boot, sleep included, ms.
    pub boot_ms: Ms,
    /// A new random value after each boot.
    pub boot_id: [u8; 16],
    /// IANA zone name, `Europe/Madrid`.
    pub zone: String,
    /// Offset from UTC now, seconds.
    pub offset_s: i32,
    /// The next change of that offset, where the platform knows it.
    pub next_offset: Option<NextOffset>,
}

/// A coming change of the zone's offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextOffset {
    /// When it changes, Unix ms.
    pub at_ms: Ms,
    /// The offset from then on, seconds.
    pub offset_s: i32,
}

impl ClockSample {
    /// The offset that will hold or held at an instant, as far as this sample can tell.
    pub fn offset_at(&self, at: Ms) -> i32 {
        match self.next_offset {
            Some(next) if at >= next.at_ms => next.offset_s,
            _ => self.offset_s,
        }
    }
}

/// An instant in a zone's offset, for people; the nearest that can be shown if out of range.
pub fn local(at: Ms, offset_s: i32) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(offset_s).or_else(|| FixedOffset::east_opt(0));
    let utc = DateTime::from_timestamp_millis(at).unwrap_or_default();
    zone.map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
}

/// An instant as calendar and clock show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "they say what they are")]
pub struct Shown {
    pub year: i32,
    pub month: u32,
    pub day: u32,
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
}

impl Shown {
    /// In a zone's offset.
    pub fn at(at: Ms, offset_s: i32) -> Self {
        let local = local(at, offset_s);
        Self {
            year: local.year(),
            month: local.month(),
            day: local.day(),
            hour: local.hour(),
            minute: local.minute(),
            second: local.second(),
        }
    }

    /// Year, month, day.
    pub const fn date(&self) -> (i32, u32, u32) {
        (self.year, self.month, self.day)
    }
}

/// Whole months from one day to another; negative where the second comes first.
pub fn whole_months(from: chrono::NaiveDate, to: chrono::NaiveDate) -> i64 {
    let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    if to.day() < from.day() { months - 1 } else { months }
}

/// RFC 3339 with the offset, to the second, or to the millisecond where there are any.
pub fn rfc3339(at: Ms, offset_s: i32) -> String {
    local(at, offset_s).to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// What the phone remembers of its own clocks between two samples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockState {
    boot_id: [u8; 16],
    reference_wall_ms: Ms,
    reference_boot_ms: Ms,
    last_wall_ms: Ms,
    last_boot_ms: Ms,
    /// The sum of the jumps known so far: today's wall clock minus the one of the first sample.
    pub adjusted_ms: Ms,
    /// The sum that a person has confirmed to be right.
    pub confirmed_ms: Ms,
    /// The wall clock went back over a reboot: how much time passed cannot be known.
    pub uncertain: bool,
}

impl ClockState {
    /// The first sample of an installation.
    pub fn first(now: &ClockSample) -> Self {
        Self {
            boot_id: now.boot_id,
            reference_wall_ms: now.wall_ms,
            reference_boot_ms: now.boot_ms,
            last_wall_ms: now.wall_ms,
            last_boot_ms: now.boot_ms,
            adjusted_ms: 0,
            confirmed_ms: 0,
            uncertain: false,
        }
    }

    /// Takes a sample in. The second value is the jump that it reveals, 0 where there is none.
    ///
    /// Within a boot the wall clock is held against the boot clock since the last jump, so that slow
    /// drift adds up to a jump too. Over a reboot only a wall clock that went back gives itself away:
    /// then no time is taken to have passed, and the time is uncertain.
    #[must_use]
    pub fn observe(&self, now: &ClockSample) -> (Self, Ms) {
        let same_boot = now.boot_id == self.boot_id;
        let jump = if same_boot {
            let drift = (now.wall_ms.saturating_sub(self.reference_wall_ms))
                .saturating_sub(now.boot_ms.saturating_sub(self.reference_boot_ms));
            if drift.abs() > CLOCK_TOLERANCE { drift } else { 0 }
        } else {
            now.wall_ms.saturating_sub(self.last_wall_ms).min(0)
        };
        let mut next = self.clone();
        next.last_wall_ms = now.wall_ms;
        next.last_boot_ms = if same_boot {
            now.boot_ms.max(self.last_boot_ms)
        } else {
            now.boot_ms
        };
        if jump != 0 || !same_boot {
            next.boot_id = now.boot_id;
            next.reference_wall_ms = now.wall_ms;
            next.reference_boot_ms = now.boot_ms;
            next.adjusted_ms = self.adjusted_ms.saturating_add(jump);
        }
        next.uncertain = self.uncertain || (!same_boot && jump != 0);
        (next, jump)
    }

    /// A person has looked at the clock and says it is right.
    #[must_use]
    pub fn confirm(&self) -> Self {
        Self {
            confirmed_ms: self.adjusted_ms,
            uncertain: false,
            ..self.clone()
        }
    }

    /// R20: the wall clock stands elsewhere than where a person last trusted it.
    pub fn jumped(&self) -> bool {
        self.uncertain || (self.adjusted_ms - self.confirmed_ms).abs() > CLOCK_TOLERANCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(wall_ms: Ms, boot: u8, boot_ms: Ms) -> ClockSample {
        let zone = "UTC".to_owned();
        ClockSample {
            wall_ms,
            boot_ms,
            boot_id: [boot; 16],
            zone,
            offset_s: 0,
            next_offset: None,
        }
    }

    #[test]
    fn jumps_within_a_boot_are_seen_and_undone() {
        let day = 24 * HOUR;
        let start = ClockState::first(&sample(day, 1, 1_000));
        for jump in [-30 * 365 * day, -HOUR, -2_001, 2_001, HOUR, 30 * 365 * day] {
            let (after, seen) = start.observe(&sample(day + HOUR + jump, 1, 1_000 + HOUR));
            assert_eq!((seen, after.adjusted_ms), (jump, jump));
            assert!(after.jumped());
            let (back, seen) = after.observe(&sample(day + 2 * HOUR, 1, 1_000 + 2 * HOUR));
            assert_eq!((seen, back.adjusted_ms), (-jump, 0));
            assert!(!back.jumped());
            assert!(!after.confirm().jumped());
        }
        for drift in [-2_000, -1, 0, 1, 2_000] {
            let (after, seen) = start.observe(&sample(day + HOUR + drift, 1, 1_000 + HOUR));
            assert_eq!((seen, after.jumped()), (0, false), "{drift}");
        }
    }

    #[test]
    fn slow_drift_adds_up() {
        let mut state = ClockState::first(&sample(0, 1, 0));
        for step in 1..=3 {
            state = state.observe(&sample(step * (HOUR + 900), 1, step * HOUR)).0;
        }
        assert_eq!(state.adjusted_ms, 2_700);
    }

    #[test]
    fn a_reboot_shows_only_a_clock_that_went_back() {
        let start = ClockState::first(&sample(10 * HOUR, 1, 5));
        let (ahead, seen) = start.observe(&sample(12 * HOUR, 2, 5));
        assert_eq!((seen, ahead.uncertain), (0, false));
        let (back, seen) = start.observe(&sample(9 * HOUR, 2, 5));
        assert_eq!((seen, back.uncertain, back.jumped()), (-HOUR, true, true));
    }

    #[test]
    fn instants_are_written_with_their_offset() {
        assert_eq!(rfc3339(1_772_611_930_000, 3_600), "2026-03-04T09:12:10+01:00");
        assert_eq!(rfc3339(1_772_611_930_005, 0), "2026-03-04T08:12:10.005+00:00");
        rfc3339(Ms::MAX, i32::MAX);
        let shown = Shown::at(1_772_611_930_000, 3_600);
        let clock = (shown.hour, shown.minute, shown.second);
        assert_eq!((shown.date(), clock), ((2026, 3, 4), (9, 12, 10)));
        assert_eq!(Shown::at(1_772_611_930_000, -12 * 3_600).date(), (2026, 3, 3));
        Shown::at(Ms::MIN, i32::MIN);
    }
}
