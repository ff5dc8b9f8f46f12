//! What is due, overdue and still to come.

use marrow_engine::protocol::Source;
use marrow_engine::view::TaskView;

use super::Sheet;
use super::policy::source_in_short;
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

/// The open tasks; nothing where the case is closed and none is open.
pub(super) fn part(sheet: &Sheet<'_>) -> Option<Part> {
    let tasks = &sheet.view.tasks;
    if sheet.is_closed() && tasks.is_empty() {
        return None;
    }
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.tasks"));
    if tasks.is_empty() {
        part.say(&sheet.say("sheet.tasks.none"));
        return Some(part);
    }
    let columns = [
        ("sheet.task.what", 44.0),
        ("sheet.task.due", 30.0),
        ("sheet.task.status", 34.0),
        ("sheet.task.source", 36.0),
    ];
    let columns = columns.iter().map(|(key, mm)| Column::new(sheet.t(key), *mm));
    part.table("tasks", columns.collect());
    for (task, open) in tasks.iter().zip(&sheet.look.tasks) {
        part.row("", &row(sheet, task, &open.source));
    }
    Some(part)
}

fn row(sheet: &Sheet<'_>, task: &TaskView, source: &Source) -> [Cell; 4] {
    let waits = task.since_at_ms.is_some();
    let weight = |line: Line| if waits { line.strong() } else { line };
    let now = sheet.input.now.wall_ms;
    let long = Line::say(sheet.times.span(now - task.due_at_ms));
    let distance = if waits { "sheet.task.for" } else { "sheet.limit.in" };
    let status = weight(Line::say(task.status_text.clone()))
        .then(", ")
        .and(sheet.fill(distance, &[("long", long)]));
    let due = sheet
        .times
        .beside(task.due_at_ms, sheet.times.offset_at(task.due_at_ms), now);
    [
        weight(Line::say(task.title.clone())).into(),
        weight(Line::say(due)).into(),
        status.into(),
        Line::say(source_in_short(sheet, source)).into(),
    ]
}
