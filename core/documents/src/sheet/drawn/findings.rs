//! The findings, a row each: a ring where it was looked at and is "no, normal, same, firm, free", a
//! square where it is anything else, with its word; a short bar where it was not assessed, and
//! nothing where nothing is on record.

use marrow_engine::protocol::Asked;

use super::cells::{Cell, MISSED, Part, ROWS};
use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, cut, typed, width};
use super::looks::Look;
use super::svg::{HAIR, Shape, inked, plain};
use super::symbols::Kind;
use super::{Ground, Span};
use crate::line::{Line, Words};

/// From one row to the next.
const PITCH: f32 = 3.8;
/// Between the site, the needle and the limb.
const BREAK: f32 = 0.5;

pub(super) fn group(ground: &Ground<'_, '_>, span: &Span) -> Drawing {
    let mut drawing = Drawing::default();
    let sheet = ground.sheet;
    drawing.name(sheet.t("sheet.drawn.findings"), 3.9);
    let here: Vec<&Look<'_>> = ground.looks.iter().filter(|look| span.holds(look.at)).collect();
    if here.is_empty() {
        let none = sheet.say("sheet.drawn.no-check");
        drawing.say_over(none, Spot::right(PLOT.0 + 3.4, 3.9));
        drawing.height = 5.1;
        return drawing;
    }
    drawing.height = legend(ground, &here, &mut drawing);
    let (mut part, mut never) = (Part::Site, Vec::new());
    for (n, (row, of)) in ROWS.iter().enumerate() {
        if !applies(ground, row, *of) {
            continue;
        }
        if !shown(ground, n) {
            if MISSED.contains(row) {
                never.push(sheet.t(&format!("sheet.drawn.finding.{row}")));
            }
            continue;
        }
        if std::mem::replace(&mut part, *of) != *of {
            drawing.height += BREAK;
        }
        one_row(ground, span, n, &here, &mut drawing);
    }
    never_recorded(ground, &never, &mut drawing);
    drawing.height += 0.4;
    drawing
}

/// Whether the row can say anything in this case.
fn applies(ground: &Ground<'_, '_>, row: &str, of: Part) -> bool {
    let timeline = &ground.sheet.look.timeline;
    match of {
        Part::Limb => !timeline.sternal(),
        _ if row == "failed_site_swelling" => !timeline.tries.is_empty(),
        _ => true,
    }
}

/// Whether the policy asks for it at every check, or any check of the case says something of it.
fn shown(ground: &Ground<'_, '_>, n: usize) -> bool {
    let (row, _) = ROWS[n];
    let timeline = &ground.sheet.look.timeline;
    let asked = timeline.case.protocol.counting_check.iter().any(|finding| {
        let here = match finding.when {
            Some(Asked::Limb) => !timeline.sternal(),
            Some(Asked::Sternum) => timeline.sternal(),
            _ => true,
        };
        here && finding.field == row
    });
    asked || ground.looks.iter().any(|look| look.cells[n] != Cell::Blank)
}

/// What the marks are; how high that is.
fn legend(ground: &Ground<'_, '_>, here: &[&Look<'_>], drawing: &mut Drawing) -> f32 {
    let sheet = ground.sheet;
    let not_assessed = here
        .iter()
        .any(|look| look.stands && look.cells.contains(&Cell::NotAssessed));
    let keys = [
        Some((Some(Kind::Ring), "sheet.drawn.key.ring")),
        Some((Some(Kind::Finding), "sheet.drawn.key.square")),
        not_assessed.then_some((Some(Kind::NotAssessed), "sheet.drawn.not-assessed")),
        Some((None, "sheet.drawn.key.blank")),
    ];
    let (start, mut y) = (PLOT.0 + 2.5, 3.9);
    let mut x = start;
    for (kind, key) in keys.into_iter().flatten() {
        let words = sheet.say(key);
        let wide = width(&words);
        if x + 1.9 + wide > PLOT.1 {
            (x, y) = (start, y + LEADING);
        }
        if let Some(kind) = kind {
            drawing.mark("key", kind, (x, y - 1.35), sheet.t(key));
        }
        drawing.say_over(words, Spot::right(x + 1.9, y));
        x += wide + 6.2;
    }
    y + 0.7
}

fn one_row(ground: &Ground<'_, '_>, span: &Span, n: usize, here: &[&Look<'_>], drawing: &mut Drawing) {
    let (row, part) = ROWS[n];
    let y = drawing.height + PITCH / 2.0;
    let name = cut(&name(ground, row), PLOT.0 - 2.2);
    drawing.say(name, Spot::right(1.4, y + 1.35));
    let out = ground.sheet.look.timeline.removal.map(|out| out.at);
    let end = match out {
        Some(out) if part == Part::Needle => span.within(out),
        _ => PLOT.1,
    };
    if end > PLOT.0 {
        drawing.under(Shape::line((PLOT.0, y), (end, y), inked(0.1, HAIR)));
    }
    for look in here {
        put(span, n, look, y, drawing);
    }
    let left_over = words(span, n, here, y, drawing);
    drawing.height += PITCH;
    if left_over.0.is_empty() {
        return;
    }
    let last = here.iter().map(|look| span.x(look.at)).fold(PLOT.0, f32::max);
    let line = y + 1.35;
    let end_of_row = [Spot::right(last + 2.2, line), Spot::left(PLOT.1 - 0.6, line)];
    if !drawing.place(&left_over, &end_of_row) {
        let line = cut(&left_over, PLOT.1 - PLOT.0 - 1.4);
        drawing.say_over(line, Spot::left(PLOT.1 - 0.6, y + PITCH + 1.35));
        drawing.height += PITCH;
    }
}

/// The row's name; the artery stands in it where it is the same one throughout.
fn name(ground: &Ground<'_, '_>, row: &str) -> Line {
    let name = Line::say(ground.sheet.t(&format!("sheet.drawn.finding.{row}")));
    if row != "pulse" {
        return name;
    }
    let standing = ground.looks.iter().filter(|look| look.stands);
    let mut arteries: Vec<&str> = standing
        .filter_map(|look| look.check.artery.as_deref().map(str::trim))
        .filter(|artery| !artery.is_empty())
        .collect();
    arteries.sort_unstable();
    arteries.dedup();
    match arteries.as_slice() {
        // Where both do not fit, the artery says more.
        [artery] => {
            let both = name.then(" ").and(Line::typed(*artery));
            let fits = width(&both) < PLOT.0 - 2.2;
            if fits { both } else { typed(artery, PLOT.0 - 2.2) }
        }
        _ => name,
    }
}

fn put(span: &Span, n: usize, look: &Look<'_>, y: f32, drawing: &mut Drawing) {
    let (row, _) = ROWS[n];
    let x = span.x(look.at);
    let now = &look.cells[n];
    let clock = look.clock.as_str();
    let before = look.cells_before.get(n).filter(|_| look.stands);
    if before.is_some_and(|before| before != now && *before != Cell::Blank) {
        let old = (x - 1.3, y - 1.4);
        drawing.over(Shape::line(old, (x, y), plain(0.2)));
        drawing.mark(row, Kind::Old, old, clock);
    }
    let kind = match (now, look.stands) {
        (Cell::Blank, _) => return,
        (_, false) => Kind::Struck,
        (Cell::NotAssessed, _) => Kind::NotAssessed,
        (Cell::Normal, _) => Kind::Ring,
        (Cell::Other(_), _) => Kind::Finding,
    };
    match now {
        Cell::Other(word) => drawing.mark(row, kind, (x, y), [clock, " ", word].concat()),
        _ => drawing.mark(row, kind, (x, y), clock),
    }
    drawing.take_mark(kind, (x, y));
}

/// The words of what is not normal, each beside its marks; what found no room, with its time.
fn words(span: &Span, n: usize, here: &[&Look<'_>], y: f32, drawing: &mut Drawing) -> Line {
    let standing = here.iter().filter(|look| look.stands);
    let cells: Vec<(&Look<'_>, &Cell)> = standing
        .map(|look| (*look, &look.cells[n]))
        .filter(|(_, cell)| **cell != Cell::Blank)
        .collect();
    let mut left_over = Vec::new();
    for run in cells.chunk_by(|(_, a), (_, b)| a == b) {
        let (Some((first, Cell::Other(word))), Some((last, _))) = (run.first(), run.last()) else {
            continue;
        };
        let line = Line::say(word.clone()).strong();
        let spots: Vec<Spot> = run
            .iter()
            .map(|(look, _)| Spot::right(span.x(look.at) + 1.7, y + 1.35))
            .chain([Spot::left(span.x(first.at) - 1.7, y + 1.35)])
            .collect();
        let spots: Vec<Spot> = spots.into_iter().rev().collect();
        if !drawing.place(&line, &[vec![spots[1]], spots].concat()) {
            let until = if run.len() > 1 {
                format!("–{}", last.clock)
            } else {
                String::new()
            };
            left_over.push(Line::say(format!("{}{until} {word}", first.clock)).strong());
        }
    }
    Line::join(left_over, "; ")
}

/// What no check of the case says anything of.
fn never_recorded(ground: &Ground<'_, '_>, never: &[Words], drawing: &mut Drawing) {
    if never.is_empty() {
        return;
    }
    let room = PLOT.1 - PLOT.0 - 1.4;
    let said = |list: &str| {
        ground
            .sheet
            .fill("sheet.drawn.never", &[("list", Line::say(list.to_owned()))])
    };
    let mut lines = vec![said("")];
    for (i, name) in never.iter().enumerate() {
        let comma = if i + 1 < never.len() { ", " } else { "" };
        let now = lines.pop().unwrap_or_default();
        let longer = now.clone().then(format!("{name}{comma}"));
        if width(&longer) <= room {
            lines.push(longer);
        } else {
            lines.extend([now, Line::say(format!("{name}{comma}"))]);
        }
    }
    for line in lines {
        drawing.say_over(line, Spot::right(PLOT.0 + 0.8, drawing.height + 3.4));
        drawing.height += LEADING;
    }
}
