//! What is due, overdue and still to come.

use marrow_engine::view::TaskView;

use super::Sheet;
use crate::html::Html;
use crate::line::Line;

const COLUMNS: &[&str] = &[
    "sheet.task.what",
    "sheet.task.due",
    "sheet.task.status",
    "sheet.task.source",
];

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("section", "wide", |html| {
        html.el("h2", "", |html| html.text(&sheet.t("sheet.tasks")));
        if sheet.view.tasks.is_empty() {
            html.line_in("p", "", &sheet.say("sheet.tasks.none"));
            return;
        }
        html.el("table", "tasks", |html| {
            html.el("thead", "", |html| {
                html.el("tr", "", |html| {
                    for key in COLUMNS {
                        html.with("th", &[("scope", "col")], |html| html.text(&sheet.t(key)));
                    }
                });
            });
            html.el("tbody", "", |html| {
                for task in &sheet.view.tasks {
                    html.el("tr", "", |html| row(sheet, task, html));
                }
            });
        });
    });
}

fn row(sheet: &Sheet<'_>, task: &TaskView, html: &mut Html) {
    let waits = task.since_at_ms.is_some();
    let weight = |line: Line| if waits { line.strong() } else { line };
    let long = Line::say(sheet.times.span(sheet.input.now.wall_ms - task.due_at_ms));
    let distance = if waits { "sheet.task.for" } else { "sheet.limit.in" };
    let status = weight(Line::say(task.status_text.clone()))
        .then(", ")
        .and(sheet.fill(distance, &[("long", long)]));
    let cells = [
        weight(Line::say(task.title.clone())),
        weight(Line::say(sheet.times.full(task.due_at_ms))),
        status,
        Line::say(task.source.clone()),
    ];
    for (key, cell) in COLUMNS.iter().zip(&cells) {
        html.with("td", &[("data-l", &sheet.t(key))], |html| html.line(cell));
    }
}
