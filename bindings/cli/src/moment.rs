//! Times as people type them: exact with an offset, local, today's, or so many minutes ago.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use marrow::engine::time::{HOUR, MINUTE, Ms, SECOND};

use crate::failure::{Failure, Result};
use crate::say::Say;

const DAY_AND_TIME: &[&str] = &[
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
];
const TIMES: &[&str] = &["%H:%M:%S", "%H:%M"];

/// Reads a time. `now` is what `14:05` and `-15` count from; without it only full times are read.
pub fn read(text: &str, say: Say, now: Option<Ms>) -> Result<Ms> {
    let typed = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(typed) {
        return Ok(at.timestamp_millis());
    }
    let day_and_time = |format: &&str| NaiveDateTime::parse_from_str(typed, format).ok();
    if let Some(local) = DAY_AND_TIME.iter().find_map(day_and_time) {
        return in_zone(local, say);
    }
    if let Some(now) = now {
        if let Some(at) = ago(typed, now) {
            return Ok(at);
        }
        let time = |format: &&str| NaiveTime::parse_from_str(typed, format).ok();
        if let Some(time) = TIMES.iter().find_map(time) {
            return latest(time, say, now);
        }
    }
    let key = if now.is_some() {
        "terminal.time.hint"
    } else {
        "terminal.time.hint-full"
    };
    Err(Failure::usage(say.fill("terminal.time.wrong", &[("typed", typed)])).hint(say.get(key)))
}

/// `-15`, `-15m`, `-15 min`, `-2h`, `-90s`.
fn ago(typed: &str, now: Ms) -> Option<Ms> {
    let rest = typed.strip_prefix('-')?;
    let digits = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match rest[digits.len()..].trim() {
        "" | "m" | "min" => MINUTE,
        "h" => HOUR,
        "s" => SECOND,
        _ => return None,
    };
    let count: Ms = digits.parse().ok()?;
    now.checked_sub(count.checked_mul(unit)?)
}

/// The last time that the clock showed this.
fn latest(time: NaiveTime, say: Say, now: Ms) -> Result<Ms> {
    let today = local_date(say.zone, now);
    let at = in_zone(today.and_time(time), say)?;
    if at <= now + MINUTE {
        return Ok(at);
    }
    let yesterday = today.pred_opt().unwrap_or(today);
    in_zone(yesterday.and_time(time), say)
}

fn local_date(zone: Tz, at: Ms) -> NaiveDate {
    let utc = DateTime::from_timestamp_millis(at).unwrap_or_default();
    zone.from_utc_datetime(&utc.naive_utc()).date_naive()
}

/// In the hour that a change of the clocks repeats or leaves out, only an offset says which is meant.
fn in_zone(local: NaiveDateTime, say: Say) -> Result<Ms> {
    let found = say.zone.from_local_datetime(&local);
    found.single().map(|at| at.timestamp_millis()).ok_or_else(|| {
        let typed = local.format("%Y-%m-%d %H:%M").to_string();
        let zone = say.zone.name();
        Failure::usage(say.fill("terminal.time.twice", &[("typed", &typed), ("zone", zone)]))
            .hint(say.get("terminal.time.hint-full"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow::engine::text::Lang;

    const SAY: Say = Say {
        lang: Lang::En,
        zone: Tz::Europe__Madrid,
    };

    #[test]
    fn times_are_read_as_people_type_them() {
        let now = DateTime::parse_from_rfc3339("2026-03-04T14:10:30+01:00")
            .unwrap()
            .timestamp_millis();
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis();
        for (typed, expected) in [
            ("2026-03-04T09:12:00+01:00", "2026-03-04T09:12:00+01:00"),
            ("2026-03-04T08:12:00Z", "2026-03-04T09:12:00+01:00"),
            ("2026-03-04 09:12", "2026-03-04T09:12:00+01:00"),
            ("2026-07-04T09:12:05", "2026-07-04T09:12:05+02:00"),
            ("14:05", "2026-03-04T14:05:00+01:00"),
            ("14:11", "2026-03-04T14:11:00+01:00"),
            ("23:50", "2026-03-03T23:50:00+01:00"),
            ("-10", "2026-03-04T14:00:30+01:00"),
            ("-10 min", "2026-03-04T14:00:30+01:00"),
            ("-2h", "2026-03-04T12:10:30+01:00"),
        ] {
            assert_eq!(read(typed, SAY, Some(now)), Ok(at(expected)), "{typed}");
        }
        for bad in [
            "",
            "soon",
            "25:00",
            "2026-02-30 10:00",
            "-10 days",
            "2026-03-29 02:30",
            "2026-10-25 02:30",
            "10",
        ] {
            assert_eq!(read(bad, SAY, Some(now)).unwrap_err().code, 2, "{bad}");
        }
        assert!(read("14:05", SAY, None).is_err(), "`--now` needs the day");
    }
}
