//! What goes in through the needle: a running product is a bar, a single dose an arrowhead.

use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;

use super::drawing::{Drawing, PLOT};
use super::labels::{Area, Spot, typed, width};
use super::svg::{PAPER, Shape, plain};
use super::symbols::Kind;
use super::{Ground, Span};
use crate::line::Line;

/// From one line to the next, and how high a bar is.
const PITCH: f32 = 4.5;
const BAR: f32 = 3.8;
/// How wide a product's name may come.
const NAME: f32 = 70.0;

/// A product.
struct Given {
    from: Ms,
    /// Until when it ran; none: a single dose.
    until: Option<Ms>,
    label: Line,
    stands: bool,
    clock: String,
}

/// The row; where it is higher than there is room, it goes on in further ones.
pub(super) fn rows(ground: &Ground<'_, '_>, span: &Span, room: f32) -> Vec<Drawing> {
    let sheet = ground.sheet;
    let named = || {
        let mut drawing = Drawing::default();
        drawing.name(sheet.t("sheet.drawn.products"), 3.9);
        drawing
    };
    let mut drawing = named();
    let all = given(ground);
    let here: Vec<&Given> = all
        .iter()
        .filter(|given| {
            given
                .until
                .map_or(span.holds(given.from), |until| span.meets(given.from, until))
        })
        .collect();
    if here.is_empty() {
        let none = if all.is_empty() {
            "sheet.drawn.products.none"
        } else {
            "sheet.drawn.nothing-here"
        };
        drawing.say_over(sheet.say(none), Spot::right(PLOT.0 + 3.4, 3.9));
    }
    let most = ((room - 0.5) / PITCH).max(1.0) as usize;
    let mut full = Vec::new();
    let mut lines = 1;
    for given in here {
        let free = |drawing: &mut Drawing| (0..most).find(|line| put(given, span, 0.8 + PITCH * *line as f32, drawing));
        let line = free(&mut drawing).or_else(|| {
            drawing.end_row(PITCH * lines as f32 + 0.5);
            full.push(std::mem::replace(&mut drawing, named()));
            lines = 1;
            free(&mut drawing)
        });
        lines = lines.max(line.unwrap_or(0) + 1);
    }
    drawing.end_row(PITCH * lines as f32 + 0.5);
    drawing.end_group();
    full.push(drawing);
    full
}

fn given(ground: &Ground<'_, '_>) -> Vec<Given> {
    let sheet = ground.sheet;
    let timeline = &sheet.look.timeline;
    let clock = |index: usize| ground.clock_of(&sheet.entries()[index]);
    let named = |name: &str| match name.trim() {
        "" => sheet.not_recorded(),
        name => typed(name, NAME),
    };
    let mut all: Vec<Given> = timeline
        .products
        .iter()
        .map(|running| {
            let from = clock(running.start.index);
            let label = match running.stop {
                Some(stop) => {
                    let places = [
                        ("from", Line::say(from.clone())),
                        ("until", Line::say(clock(stop.index))),
                    ];
                    sheet.fill("sheet.drawn.product.ran", &places)
                }
                None => sheet.fill("sheet.drawn.product.runs", &[("from", Line::say(from.clone()))]),
            };
            Given {
                from: running.start.at,
                until: Some(running.stop.map_or(ground.last, |stop| stop.at)),
                label: named(&running.name).then(", ").and(label),
                stands: true,
                clock: from,
            }
        })
        .collect();
    for (index, folded) in sheet.entries().iter().enumerate() {
        let (product, single) = match folded.payload() {
            Some(Payload::GiveProduct(product)) => (product, true),
            // What runs and stands is on the timeline.
            Some(Payload::StartProduct(product)) if !folded.stands() => (product, false),
            _ => continue,
        };
        let key = match (folded.stands(), single) {
            (false, _) => "sheet.drawn.product.struck",
            (true, _) => "sheet.drawn.product.single",
        };
        let places = [("when", Line::say(clock(index)))];
        all.push(Given {
            from: sheet.happened_at(folded),
            until: None,
            label: named(product.name.as_deref().unwrap_or_default())
                .then(", ")
                .and(sheet.fill(key, &places)),
            stands: folded.stands(),
            clock: clock(index),
        });
    }
    all.sort_by_key(|given| given.from);
    all
}

/// Draws a product in the line that begins at `top`, if there is room; whether there was.
fn put(given: &Given, span: &Span, top: f32, drawing: &mut Drawing) -> bool {
    let (left, base) = (span.within(given.from), top + 3.25);
    let right = given.until.map_or(left, |until| span.within(until).max(left + 0.6));
    let wide = width(&given.label);
    let reach = if given.until.is_none() { 1.7 } else { 0.0 };
    let bar = Area {
        left: left - reach,
        top: top + 0.1,
        right: right + reach,
        bottom: top + BAR - 0.1,
    };
    if !drawing.is_free(&bar) {
        return false;
    }
    let inside = given.until.is_some() && right - left > wide + 2.4;
    let spots = if inside {
        vec![Spot::right(left + 1.3, base)]
    } else {
        vec![
            Spot::right(right + reach + 0.8, base),
            Spot::left(left - reach - 0.8, base),
        ]
    };
    if !drawing.place(&given.label, &spots) {
        // A label that fits nowhere in a line of its own stands over its bar.
        let alone = drawing.is_free(&Area {
            left: PLOT.0,
            right: PLOT.1,
            ..bar
        });
        if !alone {
            return false;
        }
        drawing.say_over(
            given.label.clone(),
            Spot::right(left.min(PLOT.1 - wide - 0.8).max(PLOT.0), base),
        );
    }
    if let (true, Some(label)) = (inside, drawing.labels.last_mut()) {
        label.halo = false;
    }
    drawing.take(bar);
    match (given.until, given.stands) {
        (Some(_), _) => {
            drawing.over(Shape::rect((left, top), right - left, BAR, PAPER, Some(plain(0.25))));
            drawing.mark("products", Kind::Blank, (left, top + BAR / 2.0), given.clock.clone());
        }
        (None, true) => drawing.mark("products", Kind::Dose, (left, top + 1.9), given.clock.clone()),
        (None, false) => drawing.mark("products", Kind::Struck, (left, top + 1.9), given.clock.clone()),
    }
    true
}
