//! The record: every entry, the oldest first, because the reader of paper goes on at its foot.

use marrow_engine::fold::Folded;
use marrow_engine::time::{MINUTE, Ms};
use marrow_engine::vocabulary::Precision;

use super::times::{Times, offset};
use super::words::loud_side;
use super::{Sheet, entry, marks};
use crate::html::Html;
use crate::line::Line;

const COLUMNS: &[(&str, &str)] = &[
    ("sheet.column.happened", "c-time"),
    ("sheet.column.recorded", "c-rec"),
    ("sheet.column.what", ""),
    ("sheet.column.by", "c-by"),
    ("sheet.column.marks", "c-marks"),
];

/// Ruled lines at the end of an open case's record, for the pen.
const PEN_ROWS: usize = 4;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("section", "rec", |html| {
        html.el("h2", "", |html| html.text(&sheet.t("sheet.record")));
        if !sheet.look.timeline.case.gaps.is_empty() {
            html.line_in("p", "", &sheet.say("mark.gap").strong());
        }
        html.el("table", "", |html| {
            COLUMNS
                .iter()
                .for_each(|(_, class)| html.void("col", &[("class", class)]));
            html.el("thead", "", |html| head(sheet, html));
            html.el("tbody", "", |html| {
                rows(sheet, html);
                if !sheet.is_closed() {
                    (0..PEN_ROWS).for_each(|_| pen_row(html));
                }
            });
        });
    });
}

/// The head repeats on every page, and with it whose record this is.
fn head(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("tr", "whose", |html| {
        html.with("td", &[("colspan", "5")], |html| {
            let header = &sheet.view.header;
            let device = header.device.clone().map(Line::say);
            let place = header.place.as_deref().map(|place| Line::say(loud_side(place)));
            let alias = Line::name(header.alias.clone()).strong();
            html.line(&Line::join([Some(alias), device, place].into_iter().flatten(), " · "));
        });
    });
    html.el("tr", "", |html| {
        for (key, _) in COLUMNS {
            html.with("th", &[("scope", "col")], |html| html.text(&sheet.t(key)));
        }
    });
}

/// What opens a new band: another day, offset, zone, phone or arrival.
fn band_of(sheet: &Sheet<'_>, folded: &Folded) -> (String, i32, String, [u8; 16], Ms) {
    let envelope = &folded.entry.envelope;
    let recorded = &envelope.recorded;
    let day = sheet.times.day(sheet.recorded_at(folded), recorded.offset_s);
    let arrived = arrived(folded).unwrap_or_default() / MINUTE;
    (
        day,
        recorded.offset_s,
        recorded.zone.clone(),
        envelope.stream.0,
        arrived,
    )
}

/// When an entry of another phone came to this one.
fn arrived(folded: &Folded) -> Option<Ms> {
    let own = folded.received_at_ms == folded.entry.envelope.recorded.wall_ms;
    (!own).then_some(folded.received_at_ms)
}

fn rows(sheet: &Sheet<'_>, html: &mut Html) {
    let mut open = None;
    let mut day = 0;
    let mut since_band = 0;
    for (index, folded) in sheet.entries().iter().enumerate() {
        let band = band_of(sheet, folded);
        if open.as_ref() != Some(&band) {
            day = sheet.recorded_at(folded);
            let following = sheet.entries()[index..].iter();
            let many = following.take_while(|next| band_of(sheet, next) == band).count();
            write_band(sheet, folded, many, html);
            open = Some(band);
            since_band = 0;
        }
        since_band += 1;
        let class = match (folded.stands(), since_band % 5 == 0) {
            (true, false) => "",
            (true, true) => "fifth",
            (false, false) => "out",
            (false, true) => "out fifth",
        };
        html.el("tr", class, |html| row(sheet, index, day, html));
    }
}

fn write_band(sheet: &Sheet<'_>, folded: &Folded, many: usize, html: &mut Html) {
    let recorded = &folded.entry.envelope.recorded;
    let at = sheet.recorded_at(folded);
    let day = Line::say(sheet.times.day(at, recorded.offset_s));
    let utc = offset(recorded.offset_s);
    let zone = match recorded.zone.trim() {
        zone if zone.is_empty() || zone == utc => Line::say(utc),
        zone => Line::name(zone).then(format!(", {utc}")),
    };
    let from = arrived(folded).map(|received| {
        let when = sheet.times.beside(received, sheet.times.offset_at(received), at);
        let many = Line::say(many.to_string());
        let key = if many.plain() == "1" {
            "sheet.band.from-there-one"
        } else {
            "sheet.band.from-there"
        };
        sheet.fill(key, &[("n", many), ("when", Line::say(when))])
    });
    html.el("tr", "band", |html| {
        html.with("td", &[("colspan", "5")], |html| {
            html.line(&Line::join([Some(day), Some(zone), from].into_iter().flatten(), " · ").strong());
        });
    });
}

fn row(sheet: &Sheet<'_>, index: usize, day: Ms, html: &mut Html) {
    let folded = &sheet.entries()[index];
    let mut cell = |class: &'static str, key: &str, inside: &mut dyn FnMut(&mut Html)| {
        html.with("td", &[("class", class), ("data-l", &sheet.t(key))], |html| {
            inside(html)
        });
    };
    cell("t", COLUMNS[0].0, &mut |html| happened(sheet, folded, day, html));
    cell("r", COLUMNS[1].0, &mut |html| {
        let offset_s = folded.entry.envelope.recorded.offset_s;
        let at = sheet.recorded_at(folded);
        time(sheet, at, offset_s, day, "", html);
    });
    cell("w", COLUMNS[2].0, &mut |html| entry::write(sheet, index, day, html));
    cell("b", COLUMNS[3].0, &mut |html| html.line(&sheet.author(folded)));
    let marks = marks::of(sheet, index, day);
    let class = if marks.is_empty() { "m none" } else { "m" };
    cell(class, COLUMNS[4].0, &mut |html| {
        marks.iter().for_each(|mark| html.line_in("div", "", mark));
    });
}

fn happened(sheet: &Sheet<'_>, folded: &Folded, day: Ms, html: &mut Html) {
    let offset_s = folded.entry.envelope.recorded.offset_s;
    let about = if folded.precision == Precision::Exact {
        ""
    } else {
        "≈ "
    };
    let at = sheet.happened_at(folded);
    time(sheet, at, offset_s, day, about, html);
    // Both times of a row are in one offset: it stands once.
    let suffix = sheet.times.suffix(offset_s);
    if !suffix.is_empty() {
        html.line_in("span", "ln old", &Line::say(suffix.trim()));
    }
    let first = folded.entry.envelope.performed_at_ms;
    let first = folded.when_of(first).at(sheet.look.timeline.frame);
    if first != at {
        let old = sheet.times.beside(first, offset_s, day);
        html.line_in("span", "ln old", &Line::say("(").and(Line::say(old).struck()).then(")"));
    }
}

/// The day where it is not the band's, and the time.
fn time(sheet: &Sheet<'_>, at: Ms, offset_s: i32, day: Ms, about: &str, html: &mut Html) {
    let mut line = |text: &str| html.line_in("span", "ln", &Line::say(text));
    if let Some(other) = sheet.times.other_day(at, offset_s, day) {
        line(&other);
    }
    line(&format!("{about}{}", Times::clock(at, offset_s)));
}

fn pen_row(html: &mut Html) {
    html.with("tr", &[("class", "pen")], |html| {
        COLUMNS.iter().for_each(|_| html.el("td", "", |_| {}));
    });
}
