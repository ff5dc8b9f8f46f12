//! The last column of the record: what a reader must know of an entry before she relies on it.

use marrow_engine::time::{MINUTE, Ms};
use marrow_engine::view::FlagView;

use super::Sheet;
use super::words::lower;
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
    marks.extend(flags(sheet, &view.id));
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
    if folded.payload.is_none() {
        marks.push(sheet.say("sheet.mark.newer"));
    }
    marks
}

/// The open flags that rest on what the entry says; one that has cleared since is told by the findings alone.
fn flags(sheet: &Sheet<'_>, id: &str) -> Vec<Line> {
    let raised = sheet
        .view
        .flags
        .iter()
        .filter(|flag| rests_on_entries(flag) && flag.raised_by.iter().any(|by| by == id));
    raised
        .map(|flag| {
            let name = Line::say(format!("{} {}", lower(&flag.severity_text), flag.rule));
            let name = if flag.severity == "note" { name } else { name.strong() };
            sheet.fill("sheet.mark.raised", &[("flag", name)])
        })
        .collect()
}

/// Whether what raised a flag is something that an entry says; else it is time that has passed since one.
pub(super) fn rests_on_entries(flag: &FlagView) -> bool {
    !matches!(flag.rule, "R1" | "R14" | "R24")
}
