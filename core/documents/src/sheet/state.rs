//! The one box of the sheet, where the eye starts: how the case stands at the moment it was made.

use std::cmp::Reverse;

use marrow_engine::time::Ms;

use super::{Sheet, items};
use crate::html::Html;
use crate::line::Line;

/// How many waiting tasks the box names; the table below names all.
const SHOWN: usize = 3;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("section", "state", |html| {
        html.el("h2", "", |html| {
            let key = if sheet.is_closed() {
                "sheet.case.closed"
            } else {
                "sheet.case.open"
            };
            html.text(&sheet.t(key));
        });
        html.el("div", "", |html| {
            let mut line = |line: Line| html.line_in("p", "", &line);
            line(phase(sheet));
            flags(sheet).into_iter().for_each(&mut line);
            due(sheet).into_iter().for_each(&mut line);
            line(counts(sheet));
            warnings(sheet).into_iter().for_each(&mut line);
        });
    });
}

fn phase(sheet: &Sheet<'_>) -> Line {
    let timeline = &sheet.look.timeline;
    let Some(mark) = timeline.closed else {
        return Line::say(sheet.view.header.phase_text.clone()).strong();
    };
    let folded = timeline.entry(mark);
    let title = Line::say(sheet.view.record[mark.index].title.clone()).strong();
    let at = sheet.times.full_in(mark.at, folded.entry.envelope.recorded.offset_s);
    let line = Line::join([title, Line::say(at), sheet.author(folded)], ", ");
    let items = items::of_entry(sheet, folded);
    let said = Line::join(items.iter().map(items::Item::line), " · ");
    if said.0.is_empty() {
        return line;
    }
    line.then(". ").and(said.capital())
}

fn flags(sheet: &Sheet<'_>) -> Vec<Line> {
    let flags = &sheet.view.flags;
    let mut lines: Vec<Line> = flags
        .iter()
        .filter(|flag| flag.severity != "note")
        .map(|flag| {
            let what = format!("{} {}, {}: ", flag.severity_text, flag.rule, flag.title);
            let line = Line::say(what).strong().and(Line::name(flag.text.clone()));
            line.then(" · ").and(told(sheet, flag.told.as_deref(), flag.told_at_ms))
        })
        .collect();
    if lines.is_empty() {
        lines.push(sheet.say("sheet.flags.no-red-or-amber"));
    }
    let notes = flags.iter().filter(|flag| flag.severity == "note").count();
    if notes > 0 {
        lines.push(sheet.fill("sheet.flags.notes", &[("n", Line::say(notes.to_string()))]));
    }
    lines
}

/// Whether anybody was told of a flag, as far as it is on record.
pub(super) fn told(sheet: &Sheet<'_>, whom: Option<&str>, at: Option<Ms>) -> Line {
    match (whom, at) {
        (Some(whom), Some(at)) => {
            let when = Line::say(sheet.times.full(at));
            sheet.fill("sheet.told", &[("whom", Line::typed(whom)), ("when", when)])
        }
        _ => sheet.say("sheet.told.nobody").strong(),
    }
}

fn due(sheet: &Sheet<'_>) -> Vec<Line> {
    let now = sheet.input.now.wall_ms;
    let (tasks, statuses) = (&sheet.view.tasks, sheet.look.tasks.iter().map(|task| task.status));
    let waiting = tasks
        .iter()
        .zip(statuses)
        .filter(|(task, _)| task.since_at_ms.is_some());
    let mut waiting: Vec<_> = waiting.collect();
    waiting.sort_by_key(|(task, status)| (Reverse(*status), task.due_at_ms));
    let more = waiting.len().saturating_sub(SHOWN);
    let mut lines: Vec<Line> = waiting
        .into_iter()
        .take(SHOWN)
        .map(|(task, _)| {
            let status = Line::say(format!("{}: {}", task.status_text, task.title)).strong();
            let since = Line::say(sheet.times.full(task.due_at_ms));
            let long = Line::say(sheet.times.span(now - task.due_at_ms));
            status
                .then(", ")
                .and(sheet.fill("sheet.task.since", &[("when", since), ("long", long)]))
        })
        .collect();
    if more > 0 {
        lines.push(sheet.fill("sheet.task.more", &[("n", Line::say(more.to_string()))]));
    }
    let pressing = sheet
        .view
        .header
        .pressing_until_ms
        .map(|until| sheet.fill("sheet.pressing-until", &[("when", Line::say(sheet.times.full(until)))]));
    lines.extend(pressing);
    let next = tasks.iter().find(|task| task.since_at_ms.is_none()).map(|task| {
        let what = Line::say(task.title.clone());
        let when = Line::say(sheet.times.full(task.due_at_ms));
        sheet.fill("sheet.task.next", &[("what", what), ("when", when)])
    });
    lines.extend(next);
    if tasks.is_empty() && !sheet.is_closed() {
        lines.push(sheet.say("sheet.tasks.none"));
    }
    lines
}

fn counts(sheet: &Sheet<'_>) -> Line {
    let entries = sheet.entries();
    let number = |n: usize| Line::say(n.to_string());
    let record = || sheet.view.record.iter();
    let places = [
        ("all", number(entries.len())),
        ("struck", number(entries.iter().filter(|e| !e.stands()).count())),
        (
            "amended",
            number(entries.iter().filter(|e| !e.amended_by.is_empty()).count()),
        ),
        ("late", number(record().filter(|e| e.late).count())),
        ("incomplete", number(record().filter(|e| !e.missing.is_empty()).count())),
    ];
    sheet.fill("sheet.counts", &places)
}

fn warnings(sheet: &Sheet<'_>) -> Vec<Line> {
    let case = sheet.look.timeline.case;
    let open_elsewhere = !sheet.input.watched && !sheet.is_closed();
    [
        (!case.gaps.is_empty(), "mark.gap"),
        (!case.forks.is_empty(), "sheet.warning.fork"),
        (case.foreign_protocol, "sheet.policy.foreign"),
        (sheet.input.unsynced, "sheet.unsynced"),
        (open_elsewhere, "sheet.not-watched"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, key)| sheet.say(key).strong())
    .collect()
}
