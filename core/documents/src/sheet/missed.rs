//! What was late or not done, as far as the open tasks and the reasons on record tell it.

use marrow_engine::agenda::Status;
use marrow_engine::entry::Payload;
use marrow_engine::fold::Folded;

use super::typed::step_of;
use super::words::lower;
use super::{Sheet, section};
use crate::html::Html;
use crate::line::Line;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    section(html, &sheet.t("sheet.missed"), |html| {
        let lines: Vec<Line> = [open(sheet), skipped(sheet), excused(sheet), incomplete(sheet)].concat();
        if lines.is_empty() {
            html.line_in("p", "", &sheet.say("sheet.missed.none"));
        }
        html.el("ul", "", |html| {
            lines.iter().for_each(|line| html.line_in("li", "", line));
        });
        html.line_in("p", "", &sheet.say("sheet.missed.bounds"));
    });
}

fn open(sheet: &Sheet<'_>) -> Vec<Line> {
    let late = sheet.look.tasks.iter().zip(&sheet.view.tasks);
    late.filter(|(task, _)| task.status >= Status::Late)
        .map(|(_, task)| {
            let when = Line::say(sheet.times.full(task.due_at_ms));
            let long = Line::say(sheet.times.span(sheet.input.now.wall_ms - task.due_at_ms));
            let since = sheet.fill("sheet.task.since", &[("when", when), ("long", long)]);
            Line::say(task.title.clone())
                .strong()
                .then(": ")
                .and(sheet.say("sheet.missed.still-open"))
                .then(", ")
                .and(Line::say(lower(&task.status_text)).strong())
                .then(", ")
                .and(since)
        })
        .collect()
}

fn at(sheet: &Sheet<'_>, folded: &Folded) -> Line {
    let offset_s = folded.entry.envelope.recorded.offset_s;
    Line::say(sheet.times.full_in(sheet.happened_at(folded), offset_s))
}

fn standing<'s>(sheet: &'s Sheet<'_>) -> impl Iterator<Item = (usize, &'s Folded)> {
    sheet.entries().iter().enumerate().filter(|(_, folded)| folded.stands())
}

fn skipped(sheet: &Sheet<'_>) -> Vec<Line> {
    let skips = standing(sheet).filter_map(|(_, folded)| match &folded.payload {
        Some(Payload::Skip(skip)) => Some((folded, skip)),
        _ => None,
    });
    skips
        .map(|(folded, skip)| {
            let step = skip
                .step
                .as_deref()
                .map_or_else(|| sheet.not_recorded(), |step| step_of(sheet, step));
            let reason = skip
                .reason
                .map(|reason| sheet.say(&format!("word.skip_reason.{}", reason.word())));
            let text = skip
                .text
                .as_deref()
                .filter(|text| !text.trim().is_empty())
                .map(Line::typed);
            let skipped = sheet.fill("sheet.missed.skipped", &[("when", at(sheet, folded))]);
            let line = step.strong().then(": ").and(skipped);
            Line::join([Some(line), reason, text].into_iter().flatten(), ", ")
        })
        .collect()
}

/// Entries that came with a reason for not being in time.
fn excused(sheet: &Sheet<'_>) -> Vec<Line> {
    let excused = standing(sheet).filter_map(|(index, folded)| {
        let view = &sheet.view.record[index];
        Some((folded, view, view.late_reason.as_deref()?))
    });
    excused
        .map(|(folded, view, reason)| {
            let key = if view.late {
                "sheet.why-late"
            } else {
                "sheet.why-not-in-time"
            };
            Line::say(view.title.clone())
                .strong()
                .then(", ")
                .and(at(sheet, folded))
                .then(". ")
                .and(sheet.fill(key, &[("why", Line::typed(reason))]))
        })
        .collect()
}

fn incomplete(sheet: &Sheet<'_>) -> Vec<Line> {
    let incomplete = standing(sheet).filter(|(index, _)| !sheet.view.record[*index].missing.is_empty());
    incomplete
        .map(|(index, folded)| {
            let view = &sheet.view.record[index];
            let missing: Vec<String> = view.missing.iter().map(|label| lower(label)).collect();
            let list = Line::say(missing.join(", "));
            Line::say(view.title.clone())
                .strong()
                .then(", ")
                .and(at(sheet, folded))
                .then(". ")
                .and(sheet.fill("sheet.check.missing", &[("list", list)]))
        })
        .collect()
}
