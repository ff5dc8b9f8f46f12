//! Texts of the terminal in the person's language, and how it writes times and spans.

use chrono::{Datelike, TimeZone, Timelike};
use chrono_tz::Tz;
use marrow::engine::text::{self, Lang};
use marrow::engine::time::{MINUTE, Ms};

/// The person's language and zone.
#[derive(Clone, Copy, Debug)]
pub struct Say {
    /// The language.
    pub lang: Lang,
    /// The zone that times are written in.
    pub zone: Tz,
}

impl Say {
    /// The text of a key.
    pub fn get(self, key: &str) -> String {
        text::get(self.lang, key)
    }

    /// The text of a key with its places filled.
    pub fn fill(self, key: &str, places: &[(&str, &str)]) -> String {
        text::fill(self.lang, key, places)
    }

    fn local(self, at: Ms) -> chrono::DateTime<Tz> {
        let utc = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
        self.zone.from_utc_datetime(&utc.naive_utc())
    }

    /// `14:00`.
    pub fn time(self, at: Ms) -> String {
        let at = self.local(at);
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// `4 Mar 2026`, `4 mar 2026`.
    pub fn date(self, at: Ms) -> String {
        let at = self.local(at);
        let months = self.get("terminal.months");
        let month = months
            .split(' ')
            .nth(at.month0() as usize)
            .unwrap_or_default()
            .to_owned();
        format!("{} {month} {}", at.day(), at.year())
    }

    /// `4 Mar 2026 14:00`.
    pub fn date_time(self, at: Ms) -> String {
        format!("{} {}", self.date(at), self.time(at))
    }

    /// `14:00`, with the date where it is another day than `now`.
    pub fn clock(self, at: Ms, now: Ms) -> String {
        if self.local(at).date_naive() == self.local(now).date_naive() {
            self.time(at)
        } else {
            self.date_time(at)
        }
    }

    /// `12 min`, `9 h 54 min`, `3 d 4 h`; whole minutes, rounded down.
    pub fn span(self, span: Ms) -> String {
        let minutes = span.abs() / MINUTE;
        let (days, hours, rest) = (minutes / (24 * 60), minutes / 60, minutes % 60);
        let unit = |n: i64, unit: &str| format!("{n} {}", self.get(&format!("unit.{unit}")));
        if days >= 4 {
            let hours = hours % 24;
            let days = format!("{days} {}", self.get("terminal.unit.days"));
            return if hours == 0 {
                days
            } else {
                format!("{days} {}", unit(hours, "h"))
            };
        }
        match (hours, rest) {
            (0, rest) => unit(rest, "min"),
            (hours, 0) => unit(hours, "h"),
            (hours, rest) => format!("{} {}", unit(hours, "h"), unit(rest, "min")),
        }
    }

    /// How a due time stands to now: `12 min late`, `in 18 min`, `now`.
    pub fn due(self, at: Ms, now: Ms) -> String {
        let (away, span) = (at - now, self.span(at - now));
        if away.abs() < MINUTE {
            return self.get("terminal.when.now");
        }
        let key = if away < 0 {
            "terminal.when.late"
        } else {
            "terminal.when.in"
        };
        self.fill(key, &[("span", &span)])
    }

    /// How something that happened stands to now: `12 min ago`.
    pub fn ago(self, at: Ms, now: Ms) -> String {
        if (now - at).abs() < MINUTE {
            return self.get("terminal.when.now");
        }
        let key = if at > now {
            "terminal.when.in"
        } else {
            "terminal.when.ago"
        };
        self.fill(key, &[("span", &self.span(now - at))])
    }

    /// What remains to the limit: `9 h 54 min to limit`; past it: by how much.
    pub fn to_limit(self, left: Ms) -> String {
        let key = if left >= 0 {
            "terminal.limit.left"
        } else {
            "terminal.limit.past"
        };
        self.fill(key, &[("span", &self.span(left))])
    }
}
