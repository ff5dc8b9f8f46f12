//! What was late or not done, and why: every turn of a step that was not in time.

use marrow_engine::agenda::Status;
use marrow_engine::course::{Ended, How, Turn};
use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;

use super::Sheet;
use super::typed::step_of;
use super::words::lower;
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

const COLUMNS: &[(&str, f32)] = &[
    ("sheet.task.what", 42.0),
    ("sheet.task.due", 24.0),
    ("sheet.missed.done", 40.0),
    ("sheet.missed.reason", 38.0),
];

pub(super) fn part(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.missed"));
    let missed: Vec<&Turn> = sheet.course().turns.iter().filter(|turn| is_missed(turn)).collect();
    if missed.is_empty() {
        part.say(&sheet.say("sheet.missed.none"));
        return part;
    }
    let columns = COLUMNS.iter().map(|(key, mm)| Column::new(sheet.t(key), *mm));
    part.table("missed", columns.collect());
    for turn in missed {
        part.row("", &row(sheet, turn));
    }
    part
}

/// Whether a turn was late, skipped or not done, or is late now.
pub(super) fn is_missed(turn: &Turn) -> bool {
    match turn.ended.map(|ended| ended.how) {
        Some(How::Skipped | How::NotDone) => true,
        Some(How::Done) | None => turn.status >= Status::Late,
    }
}

fn row(sheet: &Sheet<'_>, turn: &Turn) -> [Cell; 4] {
    let (done, reason) = match turn.ended {
        None => (
            Line::join([sheet.say("sheet.missed.still-open").strong(), late(sheet, turn)], ", "),
            vec![],
        ),
        Some(ended) => match ended.how {
            How::Done => (
                Line::join([at(sheet, ended.at), late(sheet, turn)], ", "),
                vec![why_late(sheet, turn, ended)],
            ),
            How::Skipped => (
                Line::join([at(sheet, ended.at), sheet.say("sheet.missed.skipped").strong()], ", "),
                skipped(sheet, turn, ended),
            ),
            How::NotDone => {
                let by = lower(&sheet.view.record[ended.by].title);
                let by = Line::say(by).then(", ").and(at(sheet, ended.at));
                (
                    Line::join([sheet.say("sheet.missed.not-done").strong(), late(sheet, turn)], ", "),
                    vec![sheet.fill("sheet.missed.ended-by", &[("what", by)])],
                )
            }
        },
    };
    [
        step_of(sheet, &turn.step).into(),
        at(sheet, turn.due_at).into(),
        done.into(),
        reason.into(),
    ]
}

/// A time of the case, with its day where that is not the day of the sheet.
fn at(sheet: &Sheet<'_>, at: Ms) -> Line {
    let offset_s = sheet.times.offset_at(at);
    Line::say(sheet.times.beside(at, offset_s, sheet.input.now.wall_ms))
}

/// "+34 min, overdue"; nothing within the tolerance.
pub(super) fn late(sheet: &Sheet<'_>, turn: &Turn) -> Line {
    if turn.status < Status::Late {
        return Line::default();
    }
    let word = lower(&sheet.t(&format!("status.{}", turn.status.word())));
    let long = format!("+{}", sheet.times.span(lateness(sheet, turn)));
    Line::say(long).strong().then(format!(", {word}"))
}

/// How late a turn was when it ended, or is now; what runs for minutes is judged by when it was begun.
fn lateness(sheet: &Sheet<'_>, turn: &Turn) -> Ms {
    let pressings = &sheet.look.timeline.pressings;
    let begun = |ended: Ended| {
        let pressing = pressings
            .iter()
            .find(|p| p.end.is_some_and(|(mark, _)| mark.index == ended.by));
        pressing.map_or(ended.at, |pressing| pressing.start.at)
    };
    turn.ended.map_or(sheet.input.now.wall_ms, begun) - turn.due_at
}

/// The reason as typed; it is asked for only once a step is overdue.
fn why_late(sheet: &Sheet<'_>, turn: &Turn, ended: Ended) -> Line {
    match sheet.view.record[ended.by].late_reason.as_deref().map(str::trim) {
        Some(reason) if !reason.is_empty() => Line::typed(reason),
        _ if turn.status >= Status::Overdue => sheet.say("sheet.missed.not-given"),
        _ => sheet.say("sheet.missed.not-asked"),
    }
}

/// Why it was skipped, and when it comes back.
fn skipped(sheet: &Sheet<'_>, turn: &Turn, ended: Ended) -> Vec<Line> {
    let Some(Payload::Skip(skip)) = sheet.entries()[ended.by].payload() else {
        return Vec::new();
    };
    let reason = skip
        .reason
        .map(|reason| sheet.say(&format!("word.skip_reason.{}", reason.word())));
    let text = skip
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(Line::typed);
    let why = Line::join([reason, text].into_iter().flatten(), ", ");
    let back = due_again(sheet, turn).map(|due| sheet.fill("sheet.missed.back", &[("when", at(sheet, due))]));
    [Some(why), back]
        .into_iter()
        .flatten()
        .filter(|line| !line.0.is_empty())
        .collect()
}

/// When a step that was skipped fell or falls due again.
pub(super) fn due_again(sheet: &Sheet<'_>, skipped: &Turn) -> Option<Ms> {
    let after = sheet.course().turns.iter().filter(|turn| turn.step == skipped.step);
    after.map(|turn| turn.due_at).find(|due| *due > skipped.due_at)
}
