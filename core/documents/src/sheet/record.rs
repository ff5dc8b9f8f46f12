//! The record: every entry, the oldest first, because the reader of paper goes on at its foot.

use marrow_engine::fold::Folded;
use marrow_engine::time::{MINUTE, Ms};
use marrow_engine::vocabulary::Precision;

use super::times::{Times, offset, zone_name};
use super::turns::{self, Turn};
use super::{Sheet, entry, marks};
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

/// The columns: what happened begins at the hang line.
const COLUMNS: &[(&str, &str, f32)] = &[
    ("sheet.column.happened", "t", 18.9),
    ("sheet.column.recorded", "r", 17.1),
    ("sheet.column.what", "w", 96.0),
    ("sheet.column.by", "b", 20.0),
    ("sheet.column.marks", "m", 28.0),
];

/// Ruled lines at the end of an open case's record, for the pen.
const PEN_ROWS: usize = 5;

pub(super) fn part(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::above(sheet.lang, sheet.t("sheet.record"));
    if !sheet.look.timeline.case.gaps.is_empty() {
        part.say(&sheet.say("mark.gap").capital().strong());
        part.keep_with_next();
    }
    let columns = COLUMNS.iter().map(|(key, class, mm)| Column {
        label: sheet.t(key),
        class,
        mm: *mm,
    });
    part.table("rec", columns.collect());
    rows(sheet, &mut part);
    if !sheet.is_closed() {
        part.pen(PEN_ROWS, &sheet.say("sheet.record.by-hand"));
    }
    part
}

/// What opens a new band: another day, offset, zone, phone or arrival.
#[derive(PartialEq)]
struct Band<'a> {
    day: String,
    offset_s: i32,
    zone: &'a str,
    phone: [u8; 16],
    arrived: Option<Ms>,
}

impl<'a> Band<'a> {
    fn of(sheet: &Sheet<'_>, folded: &'a Folded) -> Self {
        let envelope = &folded.entry.envelope;
        let recorded = &envelope.recorded;
        Self {
            day: sheet.times.day(sheet.recorded_at(folded), recorded.offset_s),
            offset_s: recorded.offset_s,
            zone: recorded.zone.trim(),
            phone: envelope.stream.0,
            arrived: arrived(folded).map(|at| at / MINUTE * MINUTE),
        }
    }
}

/// When an entry of another phone came to this one.
fn arrived(folded: &Folded) -> Option<Ms> {
    let own = folded.received_at_ms == folded.entry.envelope.recorded.wall_ms;
    (!own).then_some(folded.received_at_ms)
}

fn rows(sheet: &Sheet<'_>, part: &mut Part) {
    let entries = sheet.entries();
    let bands: Vec<Band<'_>> = entries.iter().map(|folded| Band::of(sheet, folded)).collect();
    let turns = sheet.times.turns();
    let several = bands.iter().any(|band| band.arrived.is_some());
    let (mut start, mut before) = (0, None);
    while let Some(band) = bands.get(start) {
        let many = bands[start..].iter().take_while(|next| *next == band).count();
        let day = sheet.recorded_at(&entries[start]);
        let line = band_line(sheet, band, many, day, several);
        let turned = before
            .filter(|before: &&Band<'_>| before.zone == band.zone)
            .and_then(|before| turns::said(sheet, turns, before.offset_s, band.offset_s));
        let opening = Line::join([Some(line.clone()), turned].into_iter().flatten(), ". ");
        part.band(&opening, &sheet.fill("sheet.continued", &[("what", line)]));
        for (index, folded) in entries.iter().enumerate().skip(start).take(many) {
            let class = if folded.stands() { "" } else { "out" };
            part.row(class, &row(sheet, turns, index, day));
        }
        before = Some(band);
        start += many;
    }
}

fn band_line(sheet: &Sheet<'_>, band: &Band<'_>, many: usize, day: Ms, several: bool) -> Line {
    let utc = offset(band.offset_s);
    let zone = match zone_name(band.zone, band.offset_s) {
        None => Line::say(utc),
        Some(zone) => Line::name(zone).then(format!(", {utc}")),
    };
    let whose = match (band.arrived, many) {
        (Some(_), 1) => Some("sheet.band.from-there-one"),
        (Some(_), _) => Some("sheet.band.from-there"),
        (None, 1) if several => Some("sheet.band.from-here-one"),
        (None, _) if several => Some("sheet.band.from-here"),
        (None, _) => None,
    };
    let when = band
        .arrived
        .map(|at| sheet.times.beside(at, sheet.times.offset_at(at), day));
    let places = [
        ("n", Line::say(many.to_string())),
        ("when", Line::say(when.unwrap_or_default())),
    ];
    let whose = whose.map(|key| sheet.fill(key, &places));
    let lines = [Some(Line::say(band.day.clone())), Some(zone), whose];
    Line::join(lines.into_iter().flatten(), " · ")
}

fn row(sheet: &Sheet<'_>, turns: &[Turn], index: usize, day: Ms) -> [Cell; 5] {
    let folded = &sheet.entries()[index];
    [
        happened(sheet, turns, folded, day).into(),
        time(sheet, turns, sheet.recorded_at(folded), folded, day, "").into(),
        entry::lines(sheet, index, day).into(),
        sheet.author(folded).into(),
        marks::of(sheet, index, day).into(),
    ]
}

fn happened(sheet: &Sheet<'_>, turns: &[Turn], folded: &Folded, day: Ms) -> Vec<Line> {
    let about = if folded.precision == Precision::Exact {
        ""
    } else {
        "≈ "
    };
    let at = sheet.happened_at(folded);
    let lines = time(sheet, turns, at, folded, day, about).into_iter();
    let mut lines: Vec<Line> = lines.map(Line::strong).collect();
    let first = folded.when_of(folded.entry.envelope.performed_at_ms);
    let first = first.at(sheet.look.timeline.frame);
    if first != at {
        let old = sheet.times.beside(first, folded.entry.envelope.recorded.offset_s, day);
        lines.push(Line::say("(").and(Line::say(old).struck()).then(")"));
    }
    lines
}

/// The day where it is not the band's, the time, and its offset where the clock showed it twice.
fn time(sheet: &Sheet<'_>, turns: &[Turn], at: Ms, folded: &Folded, day: Ms, about: &str) -> Vec<Line> {
    let offset_s = folded.entry.envelope.recorded.offset_s;
    let other_day = sheet.times.other_day(at, offset_s, day);
    let clock = format!("{about}{}", Times::clock(at, offset_s));
    let twice = turns::is_repeated(turns, at, offset_s).then(|| offset(offset_s));
    let lines = [other_day, Some(clock), twice];
    lines.into_iter().flatten().map(Line::say).collect()
}
