//! The checks after the needle came out: when each was due, when it was done, whether it bled.

use marrow_engine::course::{How, Turn};
use marrow_engine::entry::Payload;
use marrow_engine::protocol::Value;
use marrow_engine::time::Ms;
use marrow_engine::view::value_text;

use super::words::lower;
use super::{Sheet, missed};
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

const STEP: &str = "post-removal-check";

const COLUMNS: &[(&str, f32)] = &[
    ("sheet.observation.after", 22.0),
    ("sheet.task.due", 28.0),
    ("sheet.missed.done", 54.0),
    ("sheet.observation.bleeding", 40.0),
];

/// Nothing while the needle is in.
pub(super) fn part(sheet: &Sheet<'_>) -> Option<Part> {
    sheet.look.timeline.removal?;
    let turns: Vec<&Turn> = sheet.course().turns.iter().filter(|turn| turn.step == STEP).collect();
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.observation"));
    if turns.is_empty() {
        part.say(&sheet.say("sheet.observation.none"));
        return Some(part);
    }
    let columns = COLUMNS.iter().map(|(key, mm)| Column::new(sheet.t(key), *mm));
    part.table("slots", columns.collect());
    for turn in &turns {
        part.row("", &row(sheet, turn.due_at, from(sheet, turn), Some(turn)));
    }
    for (due, from) in to_come(sheet, &turns) {
        part.row("", &row(sheet, due, Some(from), None));
    }
    Some(part)
}

/// The moment that a check's time is counted from.
fn from(sheet: &Sheet<'_>, turn: &Turn) -> Option<Ms> {
    let entry = sheet.entries().get(turn.from?)?;
    Some(sheet.happened_at(entry))
}

/// The checks that are still to come after those that have begun: due, counted from.
fn to_come(sheet: &Sheet<'_>, turns: &[&Turn]) -> Vec<(Ms, Ms)> {
    let last = turns.iter().max_by_key(|turn| turn.due_at);
    let from = last.and_then(|turn| Some((turn.due_at, from(sheet, turn)?)));
    let at = sheet
        .look
        .timeline
        .case
        .protocol
        .parameters
        .get("post-removal-check.at");
    let (Some((last, from)), Some(Value::List(at)), false) = (from, at.map(|at| &at.value), sheet.is_closed()) else {
        return Vec::new();
    };
    let due = at.iter().map(|after| from + after).filter(|due| *due > last);
    due.map(|due| (due, from)).collect()
}

fn row(sheet: &Sheet<'_>, due: Ms, from: Option<Ms>, turn: Option<&Turn>) -> [Cell; 4] {
    let at = |ms: Ms| {
        sheet
            .times
            .beside(ms, sheet.times.offset_at(ms), sheet.input.now.wall_ms)
    };
    let after = from.map_or_else(String::new, |from| sheet.times.span(due - from));
    let mut bleeding = Line::default();
    let done = match turn.and_then(|turn| Some((turn, turn.ended?))) {
        // Room for the pen.
        None => Line::default(),
        Some((turn, ended)) => match ended.how {
            How::Done => {
                bleeding = bled(sheet, ended.by);
                Line::join([Line::say(at(ended.at)), missed::late(sheet, turn)], ", ")
            }
            How::Skipped => Line::join(
                [Line::say(at(ended.at)), sheet.say("sheet.missed.skipped").strong()],
                ", ",
            ),
            How::NotDone => {
                let by = lower(&sheet.view.record[ended.by].title);
                let by = sheet.fill("sheet.missed.ended-by", &[("what", Line::say(by))]);
                Line::join([sheet.say("sheet.missed.not-done").strong(), by], ", ")
            }
        },
    };
    [
        Line::say(after).into(),
        Line::say(at(due)).into(),
        done.into(),
        bleeding.into(),
    ]
}

fn bled(sheet: &Sheet<'_>, index: usize) -> Line {
    match sheet.entries()[index].payload() {
        Some(Payload::Check(check)) => check.bleeding.map_or_else(
            || sheet.not_recorded(),
            |bleeding| {
                let line = Line::say(value_text("bleeding", &bleeding.word().into(), sheet.lang));
                if bleeding.word() == "none" { line } else { line.strong() }
            },
        ),
        _ => sheet.not_recorded(),
    }
}
