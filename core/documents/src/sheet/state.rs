//! The one box of the sheet, where the eye starts: how the case stands at the moment it was made.

use std::cmp::Reverse;

use marrow_engine::agenda::Status;
use marrow_engine::course::{How, Turn};
use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;
use marrow_engine::view::FlagView;

use super::{Sheet, drawn, items};
use crate::html::Html;
use crate::line::Line;
use crate::measure;
use crate::pages::LINE_MM;

/// How many waiting tasks the box names; the table below names all.
const SHOWN: usize = 3;

/// How many lines of flags the box names; red ones are all named. As many have two lines each, of more each has one.
const FLAGS: usize = 10;
const WITH_ROOM: usize = 5;

/// How many lines one thing may take; the whole of it stands on a later page.
const HIGHEST: usize = 4;

/// The column of the box's words, and what it takes beside them; mm.
const WORDS_MM: f32 = 141.5;
const FRAME_MM: f32 = 2.7 + 1.2;
/// What a severity takes in its frame.
const SEVERITY_MM: f32 = 17.0;
/// What the break between two lines costs.
const BREAK_MM: f32 = 25.0;
const LEAST_MM: f32 = 40.0;

/// Writes the box; how high it is on paper.
pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) -> f32 {
    let mut lines = flags(sheet);
    let quiet = lines.is_empty().then(|| sheet.say("sheet.flags.no-red-or-amber"));
    let state = [Some(phase(sheet)), Some(out(sheet)), Some(next(sheet)), quiet];
    let state = Line::join(state.into_iter().flatten(), " · ");
    let notes = sheet.view.flags.iter().filter(|flag| flag.severity == "note").count();
    let notes = match notes {
        0 => Line::default(),
        n => sheet.fill("sheet.flags.notes", &[("n", Line::say(n.to_string()))]),
    };
    lines.push(state);
    lines.extend(due(sheet));
    lines.push(Line::join([counts(sheet), notes], " · "));
    lines.extend(warnings(sheet));
    let lines: Vec<Line> = lines
        .into_iter()
        .map(|line| measure::at_most(line, WORDS_MM, HIGHEST))
        .collect();
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
            lines.iter().for_each(|line| html.line_in("p", "", line));
        });
    });
    let count: usize = lines.iter().map(|line| measure::lines(line, WORDS_MM)).sum();
    count as f32 * LINE_MM + FRAME_MM
}

/// How far the case has come; how it ended, where it has.
fn phase(sheet: &Sheet<'_>) -> Line {
    let timeline = &sheet.look.timeline;
    let Some(mark) = timeline.closed else {
        let text = || Line::say(sheet.view.header.phase_text.clone()).strong();
        return if timeline.removal.is_some() {
            Line::default()
        } else {
            text()
        };
    };
    let folded = timeline.entry(mark);
    let near = timeline.insertion.map_or(mark.at, |insertion| insertion.at);
    let at = sheet
        .times
        .beside(mark.at, folded.entry.envelope.recorded.offset_s, near);
    let signed = Line::join([Line::say(at), sheet.author(folded)], ", ");
    // A sign-off says no more than that; an end says why and where the needle was.
    if matches!(folded.payload(), Some(Payload::SignOff(_))) {
        return signed;
    }
    let title = Line::say(sheet.view.record[mark.index].title.clone()).strong();
    let items = items::of_entry(sheet, mark.index);
    let said = Line::join(items.iter().map(items::Item::line), " · ");
    Line::join([Line::join([title, signed], ", "), said.capital()], ". ")
}

/// The open red and amber flags, the most serious first, each with its severity in a frame; those of one rule on one
/// line. Of many the first, and how many more there are.
fn flags(sheet: &Sheet<'_>) -> Vec<Line> {
    let serious: Vec<&FlagView> = sheet.view.flags.iter().filter(|flag| flag.severity != "note").collect();
    let alike = |a: &&FlagView, b: &&FlagView| (a.severity, a.rule, &a.told) == (b.severity, b.rule, &b.told);
    let rules: Vec<_> = serious.chunk_by(alike).collect();
    let red = rules.iter().filter(|flags| flags[0].severity == "red").count();
    let shown = rules.len().min(FLAGS.max(red));
    let more: usize = rules[shown..].iter().map(|flags| flags.len()).sum();
    let more = (more > 0).then(|| {
        sheet
            .fill("sheet.flags.more", &[("n", Line::say(more.to_string()))])
            .strong()
    });
    let found_mm = if rules.len() > WITH_ROOM {
        WORDS_MM
    } else {
        2.0 * WORDS_MM - BREAK_MM
    };
    rules[..shown]
        .iter()
        .filter_map(|flags| {
            let flag = flags.first()?;
            let severity = match flag.severity {
                "red" => Line::label(sheet.t("sheet.drawn.flag.red"), "sev red"),
                _ => Line::label(sheet.t("sheet.drawn.flag.amber"), "sev amber"),
            };
            let count = if flags.len() > 1 {
                format!("× {} ", flags.len())
            } else {
                String::new()
            };
            let rule = Line::say(format!(" {} {count}", flag.rule)).strong();
            let when = flag.told_at_ms.map(|at| short(sheet, at));
            let told = Line::say(" · ").and(told(sheet, flag.told.as_deref(), when));
            // The whole of it stands with the flag, on a later page.
            let room = found_mm - SEVERITY_MM - drawn::width(&rule) - drawn::width(&told);
            let texts: Vec<&str> = flags.iter().map(|flag| flag.text.as_str()).collect();
            let text = drawn::cut(&Line::name(texts.join("; ")), room.max(LEAST_MM));
            Some(severity.and(rule).and(text).and(told))
        })
        .chain(more)
        .collect()
}

/// Whether anybody was told of a flag, as far as it is on record.
fn told(sheet: &Sheet<'_>, whom: Option<&str>, when: Option<Line>) -> Line {
    match (whom, when) {
        (Some(whom), Some(when)) => sheet.fill("sheet.told", &[("whom", Line::typed(whom)), ("when", when)]),
        _ => sheet.say("sheet.told.nobody").strong(),
    }
}

/// A time near the one at which the sheet was made.
fn short(sheet: &Sheet<'_>, at: Ms) -> Line {
    let offset_s = sheet.times.offset_at(at);
    Line::say(sheet.times.beside(at, offset_s, sheet.input.now.wall_ms))
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
            let since = short(sheet, task.due_at_ms);
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
    lines
}

/// What comes next, while the case is open.
fn next(sheet: &Sheet<'_>) -> Line {
    if sheet.is_closed() {
        return Line::default();
    }
    let tasks = &sheet.view.tasks;
    let coming = tasks.iter().find(|task| task.since_at_ms.is_none());
    match coming {
        Some(task) => {
            let what = Line::say(task.title.clone());
            sheet
                .fill(
                    "sheet.task.next",
                    &[("what", what), ("when", short(sheet, task.due_at_ms))],
                )
                .strong()
        }
        None if tasks.is_empty() => sheet.say("sheet.tasks.none"),
        None => Line::default(),
    }
}

/// When the needle came out; that it is not on record, where the case is closed.
fn out(sheet: &Sheet<'_>) -> Line {
    let timeline = &sheet.look.timeline;
    match (timeline.insertion, timeline.removal) {
        (Some(mark), Some(out)) => {
            let offset_s = timeline.entry(out).entry.envelope.recorded.offset_s;
            let near = timeline.closed.map_or(sheet.input.now.wall_ms, |closed| closed.at);
            let when = Line::say(sheet.times.beside(out.at, offset_s, near));
            if sheet.is_closed() {
                // How long it was in stands at the bar below.
                return sheet.fill("sheet.drawn.out", &[("when", when)]).strong();
            }
            let long = Line::say(sheet.times.span(out.at - mark.at));
            sheet.fill("sheet.out", &[("when", when), ("long", long)]).strong()
        }
        (Some(_), None) if sheet.is_closed() => sheet.say("sheet.out.not-recorded").strong(),
        _ => Line::default(),
    }
}

/// Late, undone, struck, amended; what came late or does not count, where there is any.
fn counts(sheet: &Sheet<'_>) -> Line {
    let entries = sheet.entries();
    let number = |n: usize| Line::say(n.to_string());
    let turns = || sheet.input.course.turns.iter();
    let undone = |turn: &&Turn| turn.ended.is_some_and(|ended| ended.how == How::NotDone);
    let tardy = |turn: &&Turn| turn.status >= Status::Late && !undone(turn);
    let places = [
        ("tardy", number(turns().filter(tardy).count())),
        ("undone", number(turns().filter(undone).count())),
        ("all", number(entries.len())),
        ("struck", number(entries.iter().filter(|e| !e.stands()).count())),
        (
            "amended",
            number(entries.iter().filter(|e| !e.amended_by.is_empty()).count()),
        ),
    ];
    let more = |key: &str, n: usize| match n {
        0 => Line::default(),
        n => sheet.fill(key, &[("n", number(n))]),
    };
    let record = || sheet.view.record.iter();
    let late = more("sheet.counts.late", record().filter(|e| e.late).count());
    let half = more(
        "sheet.counts.incomplete",
        record().filter(|e| !e.missing.is_empty()).count(),
    );
    Line::join([sheet.fill("sheet.counts", &places), late, half], " · ")
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
