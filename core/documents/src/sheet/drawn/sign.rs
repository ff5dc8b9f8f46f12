//! The measured signs: on which axis each stands, what the policy's line is, what a check says of it.

use marrow_engine::entry::payload::{Check, Pain};
use marrow_engine::protocol::{Parameter, Value};
use marrow_engine::time::Ms;

use super::Ground;
use super::cells::not_assessed;
use super::looks::Look;
use crate::line::Line;
use crate::sheet::check;
use crate::sheet::words::decimal;

/// A sign that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Pain,
    Circumference,
    Refill,
    Temperature,
}

/// What a check says of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A value, in the engine's units; a circumference as its change.
    Of(i64),
    NotAssessable,
    NotAssessed,
    Blank,
}

/// A sign at a moment.
pub(super) struct Found {
    pub at: Ms,
    pub was_at: Ms,
    pub reading: Reading,
    /// What it was before an amendment, where that was another value.
    pub before: Option<i64>,
    /// The other limb.
    pub other: Option<i64>,
    pub about: bool,
    pub stands: bool,
    /// Past the policy's line.
    pub past: bool,
    /// The value as a label says it.
    pub text: Line,
    /// It is what the others are held against.
    pub first: bool,
    /// When, as its own phone showed it.
    pub clock: String,
}

/// An axis: its ends and what is written beside it, in the engine's units.
pub(super) struct Axis {
    pub low: i64,
    pub high: i64,
    pub height: f32,
    pub ticks: &'static [i64],
}

impl Sign {
    /// Every sign, in the order of the sheet.
    pub const ALL: &[Self] = &[Self::Pain, Self::Circumference, Self::Refill, Self::Temperature];

    /// The check's field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Circumference => "circumference_cm",
            Self::Refill => "cap_refill_s",
            Self::Temperature => "body_temp_c",
        }
    }

    /// Its name and unit, as keys of the table.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Pain => ("sheet.drawn.pain", "sheet.drawn.pain.unit"),
            Self::Circumference => ("sheet.drawn.circumference", "sheet.drawn.circumference.unit"),
            Self::Refill => ("sheet.drawn.refill", "sheet.drawn.refill.unit"),
            Self::Temperature => ("sheet.drawn.temperature", "sheet.drawn.temperature.unit"),
        }
    }

    /// The axis: never fitted to what was found.
    pub const fn axis(self) -> Axis {
        let (low, high, height, ticks): (i64, i64, f32, &[i64]) = match self {
            Self::Pain => (0, 10, 13.0, &[0, 5, 10]),
            Self::Circumference => (-10, 30, 16.8, &[0, 30]),
            Self::Refill => (0, 5_000, 10.5, &[0, 5_000]),
            Self::Temperature => (3_500, 4_000, 21.0, &[3_500, 4_000]),
        };
        Axis {
            low,
            high,
            height,
            ticks,
        }
    }

    /// The parameter that draws the policy's line across the axis, and whether the line itself is past it.
    const fn line_of(self) -> Option<(&'static str, bool)> {
        match self {
            Self::Pain => None,
            Self::Circumference => Some(("flag.circumference", true)),
            Self::Refill => Some(("flag.refill", false)),
            Self::Temperature => Some(("flag.temperature", true)),
        }
    }

    /// The policy's line: where, and the band's name.
    pub fn line(self, ground: &Ground<'_, '_>) -> Option<(i64, Line)> {
        let sheet = ground.sheet;
        let (name, itself) = self.line_of()?;
        let parameter: &Parameter = sheet.look.timeline.case.protocol.parameters.get(name)?;
        let Value::Number(at) = parameter.value else {
            return None;
        };
        let number = decimal(&parameter.unit.write(at), sheet.lang);
        let unit = sheet.t(&format!("unit.{}", parameter.unit.word()));
        let sign = if self == Self::Circumference { "+" } else { "" };
        let value = Line::say(format!("{sign}{number} {unit}"));
        let key = if itself {
            "sheet.drawn.band.below"
        } else {
            "sheet.drawn.band.at-most"
        };
        Some((at, sheet.fill(key, &[("value", value)])))
    }

    /// A value as the axis writes it.
    pub fn tick(self, value: i64, ground: &Ground<'_, '_>) -> String {
        let number = |scale: i64| {
            let text = marrow_engine::fixed::Fixed::<1000>(value * (1_000 / scale)).to_string();
            decimal(&text, ground.sheet.lang)
        };
        match self {
            Self::Pain => value.to_string(),
            Self::Circumference if value > 0 => format!("+{}", number(10)),
            Self::Circumference => number(10),
            Self::Refill => number(1_000),
            Self::Temperature => number(100),
        }
    }

    fn measured(self, check: &Check) -> Option<i64> {
        match self {
            Self::Pain => check.pain.and_then(Pain::score).map(i64::from),
            Self::Circumference => check.circumference_cm.map(|cm| cm.0),
            Self::Refill => check.cap_refill_s.map(|s| s.0),
            Self::Temperature => check.body_temp_c.map(|c| c.0),
        }
    }

    fn of_the_other(self, check: &Check) -> Option<i64> {
        match self {
            Self::Circumference => check.other_circumference_cm.map(|cm| cm.0),
            Self::Refill => check.other_cap_refill_s.map(|s| s.0),
            Self::Pain | Self::Temperature => None,
        }
    }

    /// A value in words with its unit: what stands in the record.
    fn text(self, check: &Check, ground: &Ground<'_, '_>) -> String {
        let lang = ground.sheet.lang;
        let with = |number: String, unit: &str| format!("{} {}", decimal(&number, lang), ground.sheet.t(unit));
        match self {
            Self::Pain => check.pain.and_then(Pain::score).map(|score| score.to_string()),
            Self::Circumference => check.circumference_cm.map(|cm| with(cm.to_string(), "unit.cm")),
            Self::Refill => check.cap_refill_s.map(|s| with(s.to_string(), "unit.s")),
            Self::Temperature => check.body_temp_c.map(|c| with(c.to_string(), "unit.celsius")),
        }
        .unwrap_or_default()
    }

    /// A sign as every check found it; a circumference as its change since the first.
    pub fn found(self, ground: &Ground<'_, '_>) -> Vec<Found> {
        let (own, other) = match self {
            Self::Circumference => ground.baselines(),
            _ => (Some(0), Some(0)),
        };
        let mut found: Vec<Found> = ground
            .looks
            .iter()
            .map(|look| self.seen(ground, look, own, other))
            .collect();
        if self == Self::Circumference {
            found.extend(ground.circumference_at_insertion());
            found.sort_by_key(|found| found.at);
        }
        found
    }

    fn seen(self, ground: &Ground<'_, '_>, look: &Look<'_>, own: Option<i64>, other: Option<i64>) -> Found {
        let less = |value: Option<i64>, base: Option<i64>| Some(value? - base?);
        let value = less(self.measured(look.check), own);
        let reading = match value {
            Some(value) => Reading::Of(value),
            None if self == Self::Pain && look.check.pain.is_some() => Reading::NotAssessable,
            None if not_assessed(look.check, self.field()) => Reading::NotAssessed,
            None => Reading::Blank,
        };
        let before = look.before.and_then(|before| less(self.measured(before), own));
        let past = look.stands && check::past_the_line(ground.sheet, look.folded, look.payload, self.field());
        Found {
            at: look.at,
            was_at: look.was_at,
            reading,
            before: before.filter(|before| Some(*before) != value),
            other: less(self.of_the_other(look.check), other),
            about: look.about,
            stands: look.stands,
            past,
            text: Line::say(self.text(look.check, ground)),
            first: false,
            clock: look.clock.clone(),
        }
    }
}
