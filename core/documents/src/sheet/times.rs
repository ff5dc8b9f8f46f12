//! How the sheet writes times: `09:05`, `4 Mar 2026`, and the offset where it is not the sheet's own.
//!
//! Every entry is shown in the offset of the phone that recorded it: that is what people saw. The
//! core has no zone table, so a time that belongs to no entry takes the offset of the entry before it.

use marrow_engine::assess::Assessment;
use marrow_engine::text::{self, Lang};
use marrow_engine::time::{ClockSample, MINUTE, Ms, SECOND, Shown};

use super::turns::{self, Turn};

/// The sheet's clock.
pub(super) struct Times {
    lang: Lang,
    here: ClockSample,
    /// When entries were recorded in the sheet's zone, and its offset then.
    offsets: Vec<(Ms, i32)>,
    turns: Vec<Turn>,
}

impl Times {
    pub fn new(look: &Assessment<'_>, here: &ClockSample, lang: Lang) -> Self {
        let frame = look.timeline.frame;
        let entries = look.timeline.case.entries.iter();
        let mut offsets: Vec<(Ms, i32)> = entries
            .filter(|folded| folded.entry.envelope.recorded.zone.as_ref() == here.zone)
            .map(|folded| {
                let recorded = &folded.entry.envelope.recorded;
                (folded.when_of(recorded.wall_ms).at(frame), recorded.offset_s)
            })
            .collect();
        offsets.sort_unstable();
        let now = (here.wall_ms, here.offset_s);
        let until_now = offsets.iter().filter(|(at, _)| *at < now.0).copied();
        Self {
            lang,
            here: here.clone(),
            turns: turns::between(&until_now.chain([now]).collect::<Vec<_>>()),
            offsets,
        }
    }

    /// The offset of the sheet's zone at a moment, as far as clock and record tell it.
    pub fn offset_at(&self, at: Ms) -> i32 {
        if at >= self.here.wall_ms {
            return self.here.offset_at(at);
        }
        let after = self.offsets.partition_point(|(recorded, _)| *recorded <= at);
        let before = after.checked_sub(1).and_then(|i| self.offsets.get(i));
        before
            .or(self.offsets.first())
            .map_or(self.here.offset_s, |(_, offset)| *offset)
    }

    /// Where the clocks were turned, until now.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// The next turn of the clocks, where the phone knows it.
    pub fn next_turn(&self) -> Option<Turn> {
        let next = self.here.next_offset?;
        let turn = turns::between(&[(next.at_ms - 1, self.here.offset_s), (next.at_ms, next.offset_s)]);
        turn.first().copied()
    }

    /// `09:05`.
    pub fn clock(at: Ms, offset_s: i32) -> String {
        let shown = Shown::at(at, offset_s);
        format!("{:02}:{:02}", shown.hour, shown.minute)
    }

    /// `4 Mar 2026`.
    pub fn day(&self, at: Ms, offset_s: i32) -> String {
        let shown = Shown::at(at, offset_s);
        format!("{} {} {:04}", shown.day, self.month(shown), shown.year)
    }

    fn month(&self, shown: Shown) -> &'static str {
        let names = text::find(self.lang, "sheet.months").unwrap_or_default();
        let before = (shown.month as usize).saturating_sub(1);
        names.split(' ').nth(before).unwrap_or_default()
    }

    /// `4 Mar 2026`, from a date as a form writes it, `2026-03-04`; as it is where it is no date.
    pub fn date(&self, iso: &str) -> String {
        let mut parts = iso.split('-');
        let mut next = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else {
            return iso.to_owned();
        };
        let months = text::get(self.lang, "sheet.months");
        let name = months.split(' ').nth(month.saturating_sub(1));
        name.map_or_else(|| iso.to_owned(), |name| format!("{day} {name} {year}"))
    }

    /// `4 Mar 2026, 09:05`, with the offset where it is not the sheet's.
    pub fn full(&self, at: Ms) -> String {
        self.full_in(at, self.offset_at(at))
    }

    /// The same in a given offset.
    pub fn full_in(&self, at: Ms, offset_s: i32) -> String {
        let (day, clock) = (self.day(at, offset_s), Self::clock(at, offset_s));
        format!("{day}, {clock}{}", self.suffix(offset_s))
    }

    /// A time beside another: `09:05` on the same day, else `4 Mar, 09:05`.
    pub fn beside(&self, at: Ms, offset_s: i32, other: Ms) -> String {
        let clock = Self::clock(at, offset_s);
        let suffix = self.suffix(offset_s);
        match self.other_day(at, offset_s, other) {
            Some(day) => format!("{day}, {clock}{suffix}"),
            None => format!("{clock}{suffix}"),
        }
    }

    /// The day of a time where it is not that of another: `4 Mar`, `4 Mar 2025` in another year.
    pub fn other_day(&self, at: Ms, offset_s: i32, other: Ms) -> Option<String> {
        let [shown, other] = [at, other].map(|at| Shown::at(at, offset_s));
        if shown.date() == other.date() {
            return None;
        }
        Some(if shown.year == other.year {
            format!("{} {}", shown.day, self.month(shown))
        } else {
            self.day(at, offset_s)
        })
    }

    /// ` UTC+2` where that is not the sheet's own offset.
    pub fn suffix(&self, offset_s: i32) -> String {
        if offset_s == self.here.offset_s {
            String::new()
        } else {
            format!(" {}", offset(offset_s))
        }
    }

    /// `34 min`, `6 h 32 min`, `26 h`; seconds are left out.
    pub fn span(&self, ms: Ms) -> String {
        let (h, min) = (text::get(self.lang, "unit.h"), text::get(self.lang, "unit.min"));
        let minutes = ms.abs() / MINUTE;
        match (minutes / 60, minutes % 60) {
            (0, m) => format!("{m}\u{a0}{min}"),
            (hours, 0) => format!("{hours}\u{a0}{h}"),
            (hours, m) => format!("{hours}\u{a0}{h} {m}\u{a0}{min}"),
        }
    }

    /// `3 min 5 s`: how long somebody pressed.
    pub fn span_to_the_second(&self, ms: Ms) -> String {
        let (min, s) = (text::get(self.lang, "unit.min"), text::get(self.lang, "unit.s"));
        format!("{}\u{a0}{min} {}\u{a0}{s}", ms / MINUTE, ms % MINUTE / SECOND)
    }
}

/// The names that the zone database has for UTC itself.
const UTC: &[&str] = &["uct", "utc", "universal", "zulu"];

/// A zone's name, where it says more than its offset.
pub(super) fn zone_name(zone: &str, offset_s: i32) -> Option<&str> {
    let zone = zone.trim();
    let short = zone.get(..4).filter(|etc| etc.eq_ignore_ascii_case("etc/"));
    let short = short.map_or(zone, |etc| &zone[etc.len()..]);
    let utc = offset_s == 0 && UTC.iter().any(|name| name.eq_ignore_ascii_case(short));
    (!zone.is_empty() && !utc && zone != offset(offset_s)).then_some(zone)
}

/// `UTC+2`, `UTC-3:30`, `UTC`.
pub(super) fn offset(offset_s: i32) -> String {
    let minutes = offset_s.abs() / 60;
    let sign = if offset_s < 0 { '-' } else { '+' };
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow_engine::time::HOUR;

    fn times(lang: Lang, offset_s: i32) -> Times {
        let here = ClockSample {
            wall_ms: 1_772_611_930_000, // 4 March 2026, 08:12:10 UTC
            boot_ms: 0,
            boot_id: [0; 16],
            zone: "Europe/Madrid".to_owned(),
            offset_s,
            next_offset: None,
        };
        Times {
            lang,
            here,
            offsets: Vec::new(),
            turns: Vec::new(),
        }
    }

    #[test]
    fn times_are_written_as_the_house_writes_them() {
        let (at, en, es) = (1_772_611_930_000, times(Lang::En, 3_600), times(Lang::Es, 3_600));
        assert_eq!(en.full(at), "4 Mar 2026, 09:12");
        assert_eq!(es.full(at), "4 mar 2026, 09:12");
        assert_eq!(en.full_in(at, 7_200), "4 Mar 2026, 10:12 UTC+2");
        assert_eq!(en.beside(at, 3_600, at + HOUR), "09:12");
        assert_eq!(en.beside(at, 3_600, at + 24 * HOUR), "4 Mar, 09:12");
        assert_eq!(es.beside(at, 3_600, at + 365 * 24 * HOUR), "4 mar 2026, 09:12");
        assert_eq!(es.date("2024-12-01"), "1 dic 2024");
        assert_eq!(es.date("soon"), "soon");
    }

    #[test]
    fn a_zone_is_named_where_that_says_more_than_its_offset() {
        for (zone, offset_s, name) in [
            ("Europe/Madrid", 3_600, Some("Europe/Madrid")),
            ("Europe/Lisbon", 0, Some("Europe/Lisbon")),
            ("Etc/UTC", 0, None),
            (" UTC ", 0, None),
            ("etc/zulu", 0, None),
            ("UTC+1", 3_600, None),
            ("", 0, None),
            // A phone that says so is wrong, and is shown as it is.
            ("Etc/UTC", 3_600, Some("Etc/UTC")),
            ("Etc", 0, Some("Etc")),
            ("ñññ", 0, Some("ñññ")),
        ] {
            assert_eq!(zone_name(zone, offset_s), name, "{zone}");
        }
    }

    #[test]
    fn offsets_and_spans() {
        let en = times(Lang::En, 0);
        for (seconds, text) in [
            (0, "UTC"),
            (3_600, "UTC+1"),
            (-12_600, "UTC-3:30"),
            (20_700, "UTC+5:45"),
        ] {
            assert_eq!(offset(seconds), text);
        }
        for (minutes, text) in [
            (0, "0 min"),
            (34, "34 min"),
            (60, "1 h"),
            (392, "6 h 32 min"),
            (-5, "5 min"),
        ] {
            assert_eq!(en.span(minutes * MINUTE).replace('\u{a0}', " "), text);
        }
        assert_eq!(en.span_to_the_second(185_000), "3\u{a0}min 5\u{a0}s");
    }
}
