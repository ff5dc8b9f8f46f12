//! The open flags: what was found, the policy's own words, what clears it, and who was told.
//!
//! The red ones stand before the record, because their answer is still owed; the others after it.

use marrow_engine::course::Raised;
use marrow_engine::flags::Severity;
use marrow_engine::time::Ms;
use marrow_engine::view::FlagView;

use super::Sheet;
use super::told::{goes_on, rests_on_entries};
use super::words::lower;
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

/// Lines for the pen: who was told, and when.
const FILLS: usize = 2;

/// The red flags; nothing where there is none.
pub(super) fn red(sheet: &Sheet<'_>) -> Option<Part> {
    let red: Vec<&FlagView> = sheet.view.flags.iter().filter(|flag| flag.severity == "red").collect();
    if red.is_empty() {
        return None;
    }
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.flags.red"));
    table(sheet, &red, &mut part);
    Some(part)
}

/// The amber flags and the notes that are open, and all that were open and have cleared.
pub(super) fn others(sheet: &Sheet<'_>) -> Part {
    let flags = sheet.view.flags.iter();
    let others: Vec<&FlagView> = flags.filter(|flag| flag.severity != "red").collect();
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.flags"));
    if others.is_empty() {
        let open = sheet.view.flags.len();
        part.say(&sheet.say(if open == 0 {
            "sheet.flags.none"
        } else {
            "sheet.flags.only-red"
        }));
    } else {
        table(sheet, &others, &mut part);
    }
    cleared(sheet, &mut part);
    part
}

/// The columns of the open flags.
const OPEN: &[(&str, f32)] = &[
    ("sheet.flags.found", 50.0),
    ("sheet.flags.policy-says", 54.0),
    ("sheet.flags.told", 40.0),
];

/// The columns of those that have cleared.
const CLEARED: &[(&str, f32)] = &[
    ("sheet.flags.was-found", 50.0),
    ("sheet.flags.raised", 32.0),
    ("sheet.flags.cleared", 32.0),
    ("sheet.flags.told", 30.0),
];

fn open_table(sheet: &Sheet<'_>, columns: &[(&str, f32)], part: &mut Part) {
    let columns = columns.iter().map(|(key, mm)| Column::new(sheet.t(key), *mm));
    part.table("flags", columns.collect());
}

fn table(sheet: &Sheet<'_>, flags: &[&FlagView], part: &mut Part) {
    open_table(sheet, OPEN, part);
    let mut rest = flags;
    while let Some(first) = rest.first() {
        // What the policy says of several steps that are not done, it says once.
        let alike =
            |flag: &&&FlagView| (flag.rule, flag.severity, &flag.told) == (first.rule, first.severity, &first.told);
        let (now, later) = rest.split_at(rest.iter().take_while(alike).count());
        part.row("", &row(sheet, first, now));
        rest = later;
    }
}

/// Flags that have cleared: what was found, who was told.
fn cleared(sheet: &Sheet<'_>, part: &mut Part) {
    let course = sheet.course();
    let over = |raised: &&Raised| raised.until.is_some() && !goes_on(course, raised);
    let mut over = course.raised.iter().filter(over).peekable();
    if over.peek().is_some() {
        open_table(sheet, CLEARED, part);
    }
    for raised in over {
        part.row("", &cleared_row(sheet, raised));
    }
}

fn cleared_row(sheet: &Sheet<'_>, raised: &Raised) -> [Cell; 4] {
    let flag = FlagView::of(&raised.flag(), raised.until, sheet.look, sheet.lang);
    let title = Line::say(format!(", {}", flag.title)).strong();
    let at = |ms| {
        Line::say(
            sheet
                .times
                .beside(ms, sheet.times.offset_at(ms), sheet.input.now.wall_ms),
        )
    };
    let by = |entry: Option<usize>| {
        let title = entry.and_then(|entry| sheet.view.record.get(entry));
        title.map_or_else(
            || sheet.say("sheet.flags.by-time"),
            |view| Line::say(lower(&view.title)),
        )
    };
    let raised_by = raised
        .raised_by
        .first()
        .copied()
        .filter(|_| rests_on_entries(raised.rule));
    let when = |ms, entry| Line::join([at(ms).strong(), by(entry)], ", ");
    let asked = raised.severity != Severity::Note || flag.told.is_some();
    let answer = asked.then(|| told(sheet, flag.told.as_deref(), flag.told_at_ms));
    [
        vec![label(sheet, flag.severity, flag.rule).and(title), Line::name(flag.text)].into(),
        when(raised.from, raised_by).into(),
        raised
            .until
            .map_or_else(Line::default, |until| when(until, raised.cleared_by))
            .into(),
        answer.into_iter().collect::<Vec<_>>().into(),
    ]
}

/// "red R8": the word in its box, then the rule.
pub(super) fn label(sheet: &Sheet<'_>, severity: &str, rule: &str) -> Line {
    let (word, class) = match severity {
        "red" => ("sheet.severity.red", "sev red"),
        "amber" => ("sheet.severity.amber", "sev amber"),
        _ => ("sheet.severity.note", "sev"),
    };
    Line::label(sheet.t(word), class).and(Line::say(format!(" {rule}")).strong())
}

/// A flag; or several of one rule of which the policy says the same.
fn row(sheet: &Sheet<'_>, flag: &FlagView, alike: &[&FlagView]) -> [Cell; 3] {
    let asked = flag.severity != "note" || flag.told.is_some();
    let title = Line::say(format!(", {}", flag.title)).strong();
    let mut found = vec![label(sheet, flag.severity, flag.rule).and(title)];
    for flag in alike {
        // A product or an allergy in it is in a person's words: the whole is kept apart.
        let text = Line::name(flag.text.clone());
        let began = flag.since_at_ms.filter(|since| *since <= sheet.input.now.wall_ms);
        let since = began.map(|since| sheet.fill("sheet.flags.since", &[("when", Line::say(sheet.times.full(since)))]));
        found.push(Line::join([Some(text), since].into_iter().flatten(), ", "));
        let rests = raised_by(sheet, flag);
        if !rests.0.is_empty() {
            found.push(sheet.fill("sheet.flags.rests-on", &[("list", rests)]));
        }
    }
    let says = vec![Line::say(flag.action.clone()), Line::say(flag.clears_when.clone())];
    let answer = asked.then(|| told(sheet, flag.told.as_deref(), flag.told_at_ms));
    let owed = flag.severity == "red" && !sheet.is_closed();
    [
        found.into(),
        says.into(),
        Cell {
            lines: answer.into_iter().collect(),
            fills: if owed { FILLS } else { 0 },
        },
    ]
}

/// Whom and when, as far as it is on record.
fn told(sheet: &Sheet<'_>, whom: Option<&str>, at: Option<Ms>) -> Line {
    match (whom, at) {
        (Some(whom), Some(at)) => Line::typed(whom).then(format!(", {}", sheet.times.full(at))),
        _ => sheet.not_recorded().strong(),
    }
}

/// The entries that the flag rests on: what and when.
fn raised_by(sheet: &Sheet<'_>, flag: &FlagView) -> Line {
    let entries = sheet.view.record.iter().zip(sheet.entries());
    let raised = entries.filter(|(view, _)| rests_on_entries(flag.rule) && flag.raised_by.contains(&view.id));
    let lines = raised.map(|(view, folded)| {
        let offset_s = folded.entry.envelope.recorded.offset_s;
        let at = sheet.times.full_in(sheet.happened_at(folded), offset_s);
        Line::say(format!("{}, {at}", lower(&view.title)))
    });
    Line::join(lines, "; ")
}
