//! The flags: a bar each, as long as it was open, the most serious first; an arrowhead where it still is.

use std::cmp::Reverse;

use marrow_engine::course::Raised;
use marrow_engine::flags::Severity;
use marrow_engine::view::because;

use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Area, Spot, cut};
use super::svg::{AMBER, PAPER, RED, Shape, plain};
use super::symbols::Kind;
use super::{Ground, Span};
use crate::line::Line;

/// From one line to the next.
const PITCH: f32 = 4.3;
/// The least that a label is cut to.
const LEAST: f32 = 58.0;
/// As many flags each have a line of their own; of more, those of one severity share lines.
const ALONE: usize = 8;
/// Between what shares a line.
const APART: f32 = 4.0;

/// The row; where it is higher than there is room, it goes on in further ones. The first has a room of its own.
pub(super) fn rows(ground: &Ground<'_, '_>, span: &Span, first_room: f32, room: f32) -> Vec<Drawing> {
    let mut drawing = named(ground);
    let raised = &ground.sheet.input.course.raised;
    let mut here: Vec<&Raised> = raised
        .iter()
        .filter(|raised| span.meets(raised.from, raised.until.unwrap_or(ground.last)))
        .collect();
    here.sort_by_key(|raised| (Reverse(raised.severity), raised.from));
    if here.is_empty() {
        let key = if raised.is_empty() {
            "sheet.drawn.flags.none"
        } else {
            "sheet.drawn.nothing-here"
        };
        drawing.say_over(ground.sheet.say(key), Spot::right(PLOT.0 + 3.4, 3.9));
        drawing.end_row(PITCH + 0.6);
        return vec![drawing];
    }
    let mut full = Vec::new();
    let mut foot: f32 = 0.0;
    let share = here.len() > ALONE;
    for flags in here.chunk_by(|a, b| a.severity == b.severity) {
        let mut first = foot;
        for raised in flags {
            let mut line = if share { first } else { foot };
            foot = loop {
                let room = if full.is_empty() { first_room } else { room };
                // A line of words may stand below the bar.
                if line > 0.0 && line + PITCH + LEADING > room {
                    drawing.end_row(foot + 0.3);
                    full.push(std::mem::replace(&mut drawing, named(ground)));
                    (first, foot, line) = (0.0, 0.0, 0.0);
                }
                match put(ground, span, raised, line, &mut drawing) {
                    Some(reached) => break foot.max(reached),
                    None => line += PITCH,
                }
            };
        }
    }
    drawing.end_row(foot + 0.3);
    full.push(drawing);
    full
}

fn named(ground: &Ground<'_, '_>) -> Drawing {
    let mut drawing = Drawing::default();
    drawing.name(ground.sheet.t("sheet.drawn.flags"), 3.9);
    drawing
}

/// Draws a flag in the line that begins at `top`; how far down it reaches, none where there is no room.
fn put(ground: &Ground<'_, '_>, span: &Span, raised: &Raised, top: f32, drawing: &mut Drawing) -> Option<f32> {
    let (height, fill) = match raised.severity {
        Severity::Red => (3.7, RED),
        Severity::Amber => (2.5, AMBER),
        Severity::Note => (1.5, PAPER),
    };
    let open = raised.until.is_none();
    let until = raised.until.unwrap_or(ground.last);
    let left = span.within(raised.from).min(PLOT.1 - 0.8);
    let right = span.within(until).max(left + 0.8);
    let head = if open && until <= span.end { height / 2.0 } else { 0.0 };
    let middle = top + 2.5;
    let bar = Area {
        left,
        top: middle - 1.9,
        right: right + head,
        bottom: middle + 1.9,
    };
    let alone = drawing.is_free(&Area {
        left: PLOT.0,
        right: PLOT.1,
        ..bar
    });
    let apart = Area {
        left: left - APART,
        right: right + APART,
        ..bar
    };
    if !alone && !drawing.is_free(&apart) {
        return None;
    }
    let foot = words(ground, raised, &bar, middle + 1.35, alone, drawing)?;
    drawing.take(bar);
    let (upper, lower) = (middle - height / 2.0, middle + height / 2.0);
    let mut outline = vec![(left, upper), (right, upper), (right, lower), (left, lower)];
    if head > 0.0 {
        outline.insert(2, (right + head, middle));
    }
    drawing.over(Shape::Area(outline, fill, Some(plain(0.3))));
    let what = format!(
        "{} {} from {}{}",
        raised.severity.word(),
        raised.rule,
        ground.clock(raised.from),
        raised
            .until
            .map_or_else(|| " open".to_owned(), |until| format!(" to {}", ground.clock(until)))
    );
    drawing.mark("flags", Kind::Blank, (left, middle), what);
    Some(top + foot)
}

/// Puts a flag's words beside its bar, else below it; how many millimetres the line takes with them.
fn words(
    ground: &Ground<'_, '_>,
    raised: &Raised,
    bar: &Area,
    y: f32,
    alone: bool,
    drawing: &mut Drawing,
) -> Option<f32> {
    let label = label(ground, raised);
    let (after, before) = (bar.right + 1.1, bar.left - 1.1);
    let whole = [Spot::right(after, y), Spot::left(before, y)];
    if drawing.place(&label, &whole) {
        return Some(PITCH);
    }
    if !alone {
        return None;
    }
    let mut rooms = [
        (PLOT.1 - after, Spot::right(after, y)),
        (before - PLOT.0, Spot::left(before, y)),
    ];
    rooms.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    for (room, spot) in rooms {
        if room >= LEAST && drawing.place(&cut(&label, room - 0.4), &[spot]) {
            return Some(PITCH);
        }
    }
    let below = cut(&label, PLOT.1 - PLOT.0 - 1.4);
    let y = y + LEADING;
    let spots = [Spot::right(bar.left.max(PLOT.0 + 0.6), y), Spot::left(PLOT.1 - 0.4, y)];
    if !drawing.place(&below, &spots) {
        drawing.say_over(below, spots[1]);
    }
    Some(PITCH + LEADING)
}

/// "**amber** R7 venous access and needle at the same time: open".
fn label(ground: &Ground<'_, '_>, raised: &Raised) -> Line {
    let sheet = ground.sheet;
    let key = match raised.severity {
        Severity::Red => "sheet.drawn.flag.red",
        Severity::Amber => "sheet.drawn.flag.amber",
        Severity::Note => "sheet.drawn.flag.note",
    };
    let why = because(&raised.flag(), &sheet.look.timeline.case.protocol, sheet.lang);
    let name = sheet.say(key).then(" ").strong().then(format!("{} ", raised.rule));
    // It may name a product or an allergy: a person's words.
    let line = if raised.until.is_none() {
        name.and(sheet.say("sheet.drawn.flag.open")).then(": ")
    } else {
        name
    };
    line.and(Line::name(why))
}
