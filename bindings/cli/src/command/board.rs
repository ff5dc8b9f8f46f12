//! `marrow board`: open cases, the most urgent first.
//!
//! A row reads like a departures board: the status word, the time with how late it is, then who and
//! what. A red or amber flag lies under its row in the policy's words.

use clap::Command;
use marrow::engine::time::Ms;
use marrow::engine::view::{BoardRow, BoardView, FlagView, Header};

use crate::args::described;
use crate::context::{Context, quoted};
use crate::desk::Desk;
use crate::failure::Result;
use crate::say::Say;
use crate::term::{Paint, Text, beside, justify, width};
use crate::trouble;

pub fn command(say: Say) -> Command {
    described(Command::new("board"), say, "terminal.help.board")
}

pub fn run(context: &Context) -> Result<u8> {
    let mut desk = Desk::open(context)?;
    let board = desk
        .marrow
        .board(context.say.lang, &context.now())
        .map_err(|e| trouble::explain(&e, context))?;
    if context.out.json {
        context.out.pretty_json(&board)?;
        return Ok(0);
    }
    context.out.data(&page(&board, context.say, context.out.columns))?;
    if board.clock_in_doubt {
        let places = [("marrow", context.program.as_str())];
        context.out.talk(&[Text::of(Paint::Hint, "hint:")
            .and(Paint::Plain, " ")
            .and(Paint::Plain, context.say.fill("terminal.clock.hint", &places))]);
    }
    if board.open.is_empty() {
        let places = [("marrow", context.program.as_str())];
        context
            .out
            .talk(&[Text::plain(context.say.fill("terminal.board.none.hint", &places))]);
    }
    Ok(0)
}

/// Columns of a row: status word, time, rest.
pub struct Columns {
    pub status: usize,
    pub time: usize,
    pub rest: usize,
}

impl Columns {
    /// As wide as the language's longest words.
    pub fn of(say: Say, columns: usize) -> Self {
        let words = ["upcoming", "due", "late", "overdue", "long-overdue"]
            .iter()
            .map(|status| say.get(&format!("status.{status}")));
        let flags = ["note", "amber", "red"]
            .iter()
            .map(|severity| say.get(&format!("severity.{severity}")));
        let status = words.chain(flags).map(|word| width(&word)).max().unwrap_or(0);
        let longest = say.fill("terminal.when.late", &[("span", "23 h 59 min")]);
        let time = width("00:00 · ") + width(&longest);
        let rest = columns.saturating_sub(status + time + 4).max(20);
        Self { status, time, rest }
    }

    /// What a flag's words may take: everything beside the status.
    pub fn wide(&self) -> usize {
        self.time + 2 + self.rest
    }
}

/// The board as it is printed.
pub fn page(board: &BoardView, say: Say, columns: usize) -> Vec<Text> {
    let now = board.now_ms;
    let (open, closed) = (board.open.len().to_string(), board.closed.len().to_string());
    let counts = say.fill("terminal.board.counts", &[("open", &open), ("closed", &closed)]);
    let mut page = justify(
        Text::of(Paint::Strong, say.date_time(now)),
        Text::of(Paint::Quiet, counts),
        columns,
    );
    if board.clock_in_doubt {
        page.extend(Text::of(Paint::Red, say.get("terminal.board.clock")).wrap(columns));
    }
    if board.open.is_empty() {
        page.extend([Text::default(), Text::plain(say.get("terminal.board.none"))]);
    }
    let layout = Columns::of(say, columns);
    for row in &board.open {
        page.push(Text::default());
        page.extend(lines(row, &layout, say, now));
    }
    if !board.closed.is_empty() {
        page.push(Text::default());
        page.extend(closed_line(&board.closed, say, now).wrap(columns));
    }
    page
}

fn lines(row: &BoardRow, layout: &Columns, say: Say, now: Ms) -> Vec<Text> {
    let (status, time) = match &row.next {
        Some(task) => (
            Text::of(Paint::of_status(task.status), &task.status_text),
            Text::of(Paint::of_status(task.status), say.clock(task.due_at_ms, now))
                .and(Paint::Plain, format!(" · {}", say.due(task.due_at_ms, now))),
        ),
        None => (Text::plain(&row.header.phase_text), Text::default()),
    };
    let limit = row
        .header
        .limit
        .as_ref()
        .map(|limit| say.to_limit(limit.left_ms))
        .unwrap_or_default();
    let mut rest = justify(
        Text::of(Paint::Strong, &row.header.alias),
        Text::plain(limit),
        layout.rest,
    );
    rest.extend(what(row, layout, say, now));
    let mut lines = beside(&[
        (layout.status, vec![status]),
        (layout.time, vec![time]),
        (layout.rest, rest),
    ]);
    if let Some(flag) = &row.flag {
        lines.extend(flag_lines(flag, layout, say, now));
        let more = row.flags.saturating_sub(1);
        if more > 0 {
            let alias = quoted(&row.header.alias);
            let places = [("n", more.to_string()), ("case", alias)];
            let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
            lines.extend(beside(&[
                (layout.status, vec![]),
                (
                    layout.wide(),
                    vec![Text::of(Paint::Quiet, say.fill("terminal.board.more", &places))],
                ),
            ]));
        }
    }
    lines
}

/// The task, then where and with what; on one line where there is room.
fn what(row: &BoardRow, layout: &Columns, say: Say, now: Ms) -> Vec<Text> {
    let header = &row.header;
    let mut where_with: Vec<String> = header.place.iter().chain(&header.device).cloned().collect();
    if let Some(until) = header.pressing_until_ms {
        where_with.push(say.fill(
            "terminal.pressing",
            &[("time", &say.time(until)), ("span", &say.due(until, now))],
        ));
    }
    if !header.watched {
        where_with.push(say.get("terminal.handed-over"));
    }
    let place = Text::plain(where_with.join(" · "));
    let Some(task) = &row.next else { return vec![place] };
    let title = Text::plain(&task.title);
    if place.width() == 0 {
        return vec![title];
    }
    if title.width() + 3 + place.width() <= layout.rest {
        return vec![title.and(Paint::Plain, " · ").then(place)];
    }
    vec![title, place]
}

/// What was found, who knows, and what the policy says.
pub fn flag_lines(flag: &FlagView, layout: &Columns, say: Say, now: Ms) -> Vec<Text> {
    let paint = Paint::of_severity(flag.severity);
    let mut found = Text::of(Paint::Strong, &flag.title);
    if !flag.text.is_empty() {
        found = found.and(Paint::Plain, format!(": {}", flag.text));
    }
    let told = match (&flag.told, flag.told_at_ms) {
        (Some(whom), Some(at)) => say.fill("terminal.flag.told", &[("whom", whom), ("time", &say.clock(at, now))]),
        _ if flag.severity == "red" => say.get("terminal.flag.not-told"),
        _ => String::new(),
    };
    if !told.is_empty() {
        found = found.and(Paint::Plain, format!(". {told}"));
    }
    beside(&[
        (layout.status, vec![Text::of(paint, &flag.severity_text)]),
        (layout.wide(), vec![found, Text::plain(&flag.action)]),
    ])
}

/// The closed cases, the newest first; no more than a few, the board is about the open ones.
fn closed_line(closed: &[Header], say: Say, now: Ms) -> Text {
    const SHOWN: usize = 5;
    let one = |header: &Header| {
        let at = header
            .closed_at_ms
            .map(|at| format!(" ({})", say.clock(at, now)))
            .unwrap_or_default();
        format!("{}{at}", header.alias)
    };
    let names: Vec<String> = closed.iter().take(SHOWN).map(one).collect();
    let more = if closed.len() > SHOWN { " …" } else { "" };
    Text::of(
        Paint::Quiet,
        say.fill("terminal.board.closed", &[("cases", &(names.join(", ") + more))]),
    )
}
