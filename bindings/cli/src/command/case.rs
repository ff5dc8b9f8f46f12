//! `marrow case CASE`: one case with its whole record, each entry with its three times.

use clap::{ArgMatches, Command};
use marrow::engine::time::Ms;
use marrow::engine::view::{AmendView, CaseView, EntryView, FieldView, MarkView};

use super::board::{Columns, flag_lines};
use crate::args::{described, positional};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::Result;
use crate::say::Say;
use crate::term::{Paint, Text, beside, justify};
use crate::trouble;

/// So many signs of an entry's id are shown, and are enough to name it.
pub const SHORT_ID: usize = 8;

pub fn command(say: Say) -> Command {
    described(Command::new("case"), say, "terminal.help.case-command")
        .arg(positional("case", "CASE", say, "terminal.help.case").required(true))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let mut desk = Desk::open(context)?;
    let now = context.now();
    let (id, _) = desk.case(super::text(matches, "case").unwrap_or_default(), &now, context)?;
    let case = desk
        .marrow
        .case(id, context.say.lang, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    if context.out.json {
        context.out.pretty_json(&case)?;
    } else {
        context
            .out
            .data(&page(&case, context.say, now.wall_ms, context.out.columns))?;
    }
    Ok(0)
}

/// The case as it is printed.
pub fn page(case: &CaseView, say: Say, now: Ms, columns: usize) -> Vec<Text> {
    let mut page = head(case, say, now, columns);
    let layout = Columns::of(say, columns);
    let mut section = |title: &str, lines: Vec<Text>| {
        if !lines.is_empty() {
            page.extend([Text::default(), Text::of(Paint::Strong, say.get(title))]);
            page.extend(lines);
        }
    };
    section("terminal.case.due", tasks(case, &layout, say, now));
    section(
        "terminal.case.flags",
        case.flags
            .iter()
            .flat_map(|flag| flag_lines(flag, &layout, say, now))
            .collect(),
    );
    section("terminal.case.patient", patient(case, columns));
    section("terminal.case.record", record(case, say, columns));
    page
}

fn head(case: &CaseView, say: Say, now: Ms, columns: usize) -> Vec<Text> {
    let header = &case.header;
    let limit = header
        .limit
        .as_ref()
        .map(|limit| say.to_limit(limit.left_ms))
        .unwrap_or_default();
    let mut head = justify(
        Text::of(Paint::Strong, &header.alias),
        Text::of(Paint::Strong, limit),
        columns,
    );
    let mut needle: Vec<String> = header.place.iter().chain(&header.device).cloned().collect();
    let mut since = |key: &str, at: Option<Ms>| {
        needle.extend(at.map(|at| say.fill(key, &[("time", &say.clock(at, now)), ("span", &say.ago(at, now))])));
    };
    since(
        "terminal.case.in-since",
        header.inserted_at_ms.filter(|_| header.removed_at_ms.is_none()),
    );
    since("terminal.case.out-since", header.removed_at_ms);
    since("terminal.case.closed-since", header.closed_at_ms);
    if needle.is_empty() {
        needle.push(header.phase_text.clone());
    }
    if header.inserted_precision.is_some_and(|precision| precision != "exact") {
        needle.push(say.get(&format!("mark.{}", header.inserted_precision.unwrap_or_default())));
    }
    head.extend(Text::plain(needle.join(" · ")).wrap(columns));
    if let Some(limit) = &header.limit {
        let places = [
            ("time", say.clock(limit.at_ms, now)),
            ("hours", limit.hours.clone()),
            ("source", limit.source.clone()),
        ];
        let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let mut line = Text::plain(say.fill("terminal.case.limit", &places));
        if let Some(why) = &limit.strictest {
            line = line.and(Paint::Plain, format!(" {why}"));
        }
        head.extend(line.wrap(columns));
    }
    let places = [("id", header.case.as_str()), ("protocol", &case.protocol)];
    head.extend(Text::of(Paint::Quiet, say.fill("terminal.case.id", &places)).wrap(columns));
    for link in &case.links {
        let basis = say.get(&format!("word.basis.{}", link.basis));
        let places = [("id", &link.case[..SHORT_ID]), ("basis", &basis)];
        head.push(Text::plain(say.fill("terminal.case.link", &places)));
    }
    for (wrong, key) in [
        (case.foreign_protocol, "terminal.case.foreign"),
        (case.forks > 0, "mark.fork"),
        (case.gaps > 0, "mark.gap"),
    ] {
        if wrong {
            head.extend(Text::of(Paint::Amber, say.get(key)).wrap(columns));
        }
    }
    head
}

fn tasks(case: &CaseView, layout: &Columns, say: Say, now: Ms) -> Vec<Text> {
    let line = |task: &marrow::engine::view::TaskView| {
        let paint = Paint::of_status(task.status);
        let time = Text::of(paint, say.clock(task.due_at_ms, now))
            .and(Paint::Plain, format!(" · {}", say.due(task.due_at_ms, now)));
        let title = Text::plain(&task.title).and(Paint::Quiet, format!(" · {} · {}", task.step, task.source));
        beside(&[
            (layout.status, vec![Text::of(paint, &task.status_text)]),
            (layout.time, vec![time]),
            (layout.rest, vec![title]),
        ])
    };
    case.tasks.iter().flat_map(line).collect()
}

fn patient(case: &CaseView, columns: usize) -> Vec<Text> {
    fields(&case.patient, &[]).wrap(columns)
}

/// `Label: value · Label: value`.
fn fields(fields: &[FieldView], skip: &[&str]) -> Text {
    let mut line = Text::default();
    for field in fields.iter().filter(|field| !skip.contains(&field.field.as_str())) {
        if line.width() > 0 {
            line = line.and(Paint::Quiet, " · ");
        }
        line = line
            .and(Paint::Quiet, format!("{}: ", field.label))
            .and(Paint::Plain, &field.text);
    }
    line
}

/// Happened, recorded, received; then what, by whom. A bold line opens each day.
fn record(case: &CaseView, say: Say, columns: usize) -> Vec<Text> {
    let heads = [
        "terminal.case.happened",
        "terminal.case.recorded",
        "terminal.case.received",
    ]
    .map(|key| say.get(key));
    let widths = heads.clone().map(|head| crate::term::width(&head).max(5));
    let rest = columns.saturating_sub(widths.iter().sum::<usize>() + 6).max(20);
    let mut cells: Vec<(usize, Vec<Text>)> = widths
        .iter()
        .zip(&heads)
        .map(|(w, head)| (*w, vec![Text::of(Paint::Quiet, head)]))
        .collect();
    cells.push((rest, vec![]));
    let mut lines = beside(&cells);
    let mut day = String::new();
    for entry in &case.record {
        let happened = say.date(entry.performed_at_ms);
        if happened != day {
            lines.push(Text::of(Paint::Strong, &happened));
            day = happened;
        }
        let times = [entry.performed_at_ms, entry.recorded_at_ms, entry.received_at_ms];
        let mut cells: Vec<(usize, Vec<Text>)> = widths
            .iter()
            .zip(times)
            .map(|(w, at)| (*w, vec![time(at, entry.performed_at_ms, say)]))
            .collect();
        cells.push((rest, entry_lines(entry, say)));
        lines.extend(beside(&cells));
    }
    lines
}

/// The time; on another day than it happened, the day on the line below.
fn time(at: Ms, happened: Ms, say: Say) -> Text {
    let other_day = say.date(at) != say.date(happened);
    let day = say.date(at);
    let short = day
        .rsplit_once(' ')
        .map_or(day.as_str(), |(day_and_month, _)| day_and_month);
    if other_day {
        Text::plain(format!("{} {short}", say.time(at)))
    } else {
        Text::plain(say.time(at))
    }
}

fn entry_lines(entry: &EntryView, say: Say) -> Vec<Text> {
    let mut title = Text::of(Paint::Strong, &entry.title);
    let who: Vec<&str> = [&entry.name, &entry.role, &entry.unit]
        .into_iter()
        .map(String::as_str)
        .filter(|w| !w.is_empty())
        .collect();
    if !who.is_empty() {
        title = title.and(Paint::Plain, format!(" · {}", who.join(", ")));
    }
    title = title.and(
        Paint::Quiet,
        format!(" · {}", &entry.id[..SHORT_ID.min(entry.id.len())]),
    );
    let mut lines = vec![title];
    let said = fields(&entry.fields, &["entry"]);
    if said.width() > 0 {
        lines.push(said);
    }
    let mut marks: Vec<String> = Vec::new();
    if entry.precision != "exact" {
        marks.push(say.get(&format!("mark.{}", entry.precision)));
    }
    if entry.late {
        marks.push(say.get("mark.late"));
    }
    if let Some(reason) = &entry.late_reason {
        marks.push(say.fill("terminal.case.why", &[("reason", reason)]));
    }
    if !entry.missing.is_empty() {
        marks.push(format!("{}: {}", say.get("mark.incomplete"), entry.missing.join(", ")));
    }
    if !marks.is_empty() {
        lines.push(Text::plain(marks.join(" · ")));
    }
    lines.extend(
        entry
            .struck
            .iter()
            .map(|mark| by(&say.get("mark.struck"), mark, say, Paint::Amber)),
    );
    lines.extend(entry.amended.iter().map(|amend| amended(amend, say)));
    lines
}

fn by(what: &str, mark: &MarkView, say: Say, paint: Paint) -> Text {
    let places = [
        ("what", what.to_owned()),
        ("who", mark.by.clone()),
        ("time", say.time(mark.at_ms)),
    ];
    let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let text = Text::of(paint, say.fill("terminal.case.by", &places));
    match &mark.reason {
        Some(reason) => text.and(Paint::Plain, format!(": {reason}")),
        None => text,
    }
}

fn amended(amend: &AmendView, say: Say) -> Text {
    let mut old: Vec<String> = amend
        .old
        .iter()
        .map(|field| format!("{}: {}", field.label, field.text))
        .collect();
    old.extend(
        amend
            .old_performed_at_ms
            .map(|at| format!("{}: {}", say.get("terminal.case.happened"), say.time(at))),
    );
    let text = by(&say.get("mark.amended"), &amend.mark, say, Paint::Amber);
    if old.is_empty() {
        return text;
    }
    text.and(
        Paint::Plain,
        format!(" · {}", say.fill("terminal.case.before", &[("old", &old.join(", "))])),
    )
}
