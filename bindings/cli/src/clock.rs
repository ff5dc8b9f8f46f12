//! The clocks of this computer: the only place that asks them.
//!
//! The wall clock can be set by anybody; the boot clock cannot, runs through sleep, and gives a
//! changed wall clock away. On Linux it is read from `/proc`. Elsewhere there is no way to it without
//! unsafe code or another dependency: there the wall clock stands in for it, and only a wall clock
//! that went back is noticed. `marrow doctor` says which it is.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use marrow::engine::time::{ClockSample, HOUR, Ms, NextOffset};

/// The clocks, or the time that is to be taken for now.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The zone.
    pub zone: Tz,
    /// `--now`: the wall clock as it is to be taken.
    pub pretended: Option<Ms>,
}

/// Where the boot clock comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The system.
    System,
    /// The wall clock stands in for it.
    WallClock,
    /// `--now`.
    Pretended,
}

impl Clock {
    /// One sample of all clocks.
    pub fn sample(&self) -> ClockSample {
        let (wall_ms, (boot_id, boot_ms), _) = self.read();
        ClockSample {
            wall_ms,
            boot_ms,
            boot_id,
            zone: self.zone.name().to_owned(),
            offset_s: offset(self.zone, wall_ms),
            next_offset: next_offset(self.zone, wall_ms),
        }
    }

    /// Where the boot clock of a sample comes from.
    pub fn source(&self) -> Source {
        self.read().2
    }

    fn read(&self) -> (Ms, ([u8; 16], Ms), Source) {
        if let Some(now) = self.pretended {
            // One boot for all pretended times, begun in 1970: from one command to the next both
            // clocks move alike, so that pretending is not taken for a clock that was changed.
            return (now, ([b'n'; 16], now), Source::Pretended);
        }
        let wall = wall_clock();
        match boot_clock() {
            Some(boot) => (wall, boot, Source::System),
            None => (wall, ([0; 16], wall), Source::WallClock),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell asks the clock for everybody, here and nowhere else"
)]
fn wall_clock() -> Ms {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| Ms::try_from(since.as_millis()).unwrap_or(Ms::MAX))
}

/// The boot's id and the time since it, sleep included.
#[cfg(target_os = "linux")]
fn boot_clock() -> Option<([u8; 16], Ms)> {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    parse_boot(&id, &uptime)
}

#[cfg(not(target_os = "linux"))]
const fn boot_clock() -> Option<([u8; 16], Ms)> {
    None
}

/// `/proc/uptime` counts in hundredths of a second: `93783.52 341234.10`.
#[cfg(any(target_os = "linux", test))]
fn parse_boot(id: &str, uptime: &str) -> Option<([u8; 16], Ms)> {
    let id: marrow::engine::id::CaseId = id.trim().parse().ok()?;
    let (seconds, hundredths) = uptime.split(' ').next()?.split_once('.')?;
    let (seconds, hundredths): (Ms, Ms) = (seconds.parse().ok()?, hundredths.parse().ok()?);
    Some((id.0, seconds.checked_mul(1_000)?.checked_add(hundredths * 10)?))
}

/// The offset from UTC at an instant, seconds.
pub fn offset(zone: Tz, at: Ms) -> i32 {
    let utc = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
    zone.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc()
}

/// The next change of the offset within a year: found by steps of three days, then halved.
fn next_offset(zone: Tz, now: Ms) -> Option<NextOffset> {
    let here = offset(zone, now);
    let step = 72 * HOUR;
    let found = (1..=122).map(|n| now + n * step).find(|at| offset(zone, *at) != here)?;
    let (mut before, mut after) = (found - step, found);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if offset(zone, middle) == here {
            before = middle;
        } else {
            after = middle;
        }
    }
    Some(NextOffset {
        at_ms: after,
        offset_s: offset(zone, after),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boot_clock_is_read_as_the_kernel_writes_it() {
        let id = "8a3f6c1e-3d9b-4b8e-9a51-6f0c2d7e4b10\n";
        let (boot, ms) = parse_boot(id, "93783.52 341234.10\n").unwrap();
        assert_eq!((boot[0], ms), (0x8a, 93_783_520));
        for bad in ["", "12", "x.yz 1", "1,5 2"] {
            assert_eq!(parse_boot(id, bad), None, "{bad}");
        }
        assert_eq!(parse_boot("no id", "1.00 2"), None);
    }

    #[test]
    fn the_next_change_of_the_offset_is_exact() {
        let march = 1_772_611_930_000; // 4 March 2026
        let next = next_offset(Tz::Europe__Madrid, march).unwrap();
        assert_eq!((next.at_ms, next.offset_s), (1_774_746_000_000, 7_200)); // 29 March 2026, 01:00 UTC
        assert_eq!(next_offset(Tz::UTC, march), None);
        assert_eq!(offset(Tz::Asia__Kolkata, march), 19_800);
    }

    #[test]
    fn a_pretended_clock_never_jumps() {
        let at = |now| {
            Clock {
                zone: Tz::UTC,
                pretended: Some(now),
            }
            .sample()
        };
        let state = marrow::engine::time::ClockState::first(&at(1_000));
        let (after, jump) = state.observe(&at(1_000 + 30 * 24 * HOUR));
        assert_eq!((jump, after.jumped()), (0, false));
    }
}
