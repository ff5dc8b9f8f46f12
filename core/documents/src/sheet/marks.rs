//! The last column of the record: what a reader must know of an entry before she relies on it.

use marrow_engine::flags::Severity;
use marrow_engine::time::{MINUTE, Ms};

use super::typed::step_of;
use super::{Sheet, flags, missed};
use crate::line::Line;

/// Two phones' clocks, or an entry and its event, are told apart from here on.
const APART: Ms = 2 * MINUTE;

/// The marks of an entry; `day` is a moment of the day it stands under.
pub(super) fn of(sheet: &Sheet<'_>, index: usize, day: Ms) -> Vec<Line> {
    let (folded, view) = (&sheet.entries()[index], &sheet.view.record[index]);
    let recorded = &folded.entry.envelope.recorded;
    let mut marks = Vec::new();
    if !folded.stands() {
        marks.push(sheet.say("mark.struck").strong());
    }
    if !folded.amended_by.is_empty() {
        marks.push(sheet.say("mark.amended").strong());
    }
    if !view.missing.is_empty() {
        marks.push(sheet.say("mark.incomplete").strong());
    }
    marks.extend(late(sheet, index));
    marks.extend(raised(sheet, index));
    let delay = sheet.recorded_at(folded) - sheet.happened_at(folded);
    let after = || sheet.fill("sheet.mark.after", &[("long", Line::say(sheet.times.span(delay)))]);
    if view.late {
        marks.push(sheet.say("mark.late").strong().then(", ").and(after()));
    } else if delay >= APART {
        marks.push(after());
    }
    match view.precision {
        "estimated" => marks.push(sheet.say("mark.estimated")),
        "told" => marks.push(sheet.say("mark.told")),
        _ => {}
    }
    let shown = sheet.recorded_at(folded);
    if (shown - recorded.wall_ms).abs() >= APART {
        let there = sheet.times.beside(recorded.wall_ms, recorded.offset_s, day);
        marks.push(sheet.fill("sheet.mark.clock-there", &[("when", Line::say(there))]));
    }
    if recorded.uncertain {
        marks.push(sheet.say("sheet.mark.uncertain"));
    }
    let place = (folded.entry.envelope.stream, folded.entry.envelope.seq);
    if sheet.look.timeline.case.forks.contains(&place) {
        marks.push(sheet.say("mark.fork"));
    }
    if folded.payload().is_none() {
        marks.push(sheet.say("sheet.mark.newer"));
    }
    marks
}

/// "34 min late, overdue", with the step where the entry did more than one late.
fn late(sheet: &Sheet<'_>, index: usize) -> Vec<Line> {
    let late = &sheet.told[index].late;
    let each = late.iter().map(|turn| {
        let line = missed::late(sheet, turn);
        if late.len() == 1 {
            return line;
        }
        step_of(sheet, &turn.step).then(": ").and(line)
    });
    each.collect()
}

/// The flags that the entry raised, those that have cleared since too, and those that it cleared.
fn raised(sheet: &Sheet<'_>, index: usize) -> Vec<Line> {
    let told = &sheet.told[index];
    let open = told.raised.iter().map(|raised| match raised.severity {
        Severity::Note => Line::say(format!("{} {}", sheet.t("sheet.severity.note"), raised.rule)),
        severity => flags::label(sheet, severity.word(), raised.rule),
    });
    let rules = |key: &str, rules: &[&str]| {
        let list = Line::say(rules.join(", "));
        (!rules.is_empty()).then(|| sheet.fill(key, &[("list", list)]))
    };
    let stays = rules("sheet.mark.stays", &told.stays);
    let cleared = rules("sheet.mark.clears", &told.cleared);
    open.chain(stays).chain(cleared).collect()
}
