//! Page 1: the whole case drawn to scale. One look answers where the needle is, whether it is out,
//! what is open, what was late, and when the limb changed.
//!
//! Everything is measured in millimetres on paper. What a row shows is decided by the engine; here it
//! only gets its place.

mod acts;
mod axis;
mod captions;
mod cells;
mod done;
mod drawing;
mod dwell;
mod figure;
mod findings;
mod flags;
mod joins;
mod labels;
pub(super) mod legend;
mod looks;
mod panel;
pub(super) mod pressing;
mod products;
mod said;
mod scale;
mod sign;
mod strip;
mod svg;
mod symbols;
mod tasks;
#[cfg(test)]
mod tests;

use marrow_engine::agenda::DwellLimit;
use marrow_engine::entry::Payload;
use marrow_engine::fold::Folded;
use marrow_engine::time::{HOUR, Ms};
use marrow_engine::vocabulary::{CheckContext, Precision};

use super::times::Times;
use super::{Sheet, header, limit, state};
use crate::html::Html;
use crate::line::Line;
use crate::pages::{Block, LINE_MM};
use drawing::{Drawing, PLOT};
use labels::typed;
pub(super) use labels::{cut, width};
use looks::Look;
use scale::Span;
use sign::{Found, Reading, Sign};

/// The style of what is drawn.
pub(super) const STYLE: &str = include_str!("style.css");

/// Between two drawings.
const GAP: f32 = 0.7;
/// How far before the insertion the drawing begins at most.
const BEFORE: Ms = 12 * HOUR;

/// What every row is drawn from.
struct Ground<'s, 'a> {
    sheet: &'s Sheet<'a>,
    looks: Vec<Look<'a>>,
    limit: Option<DwellLimit>,
    /// The first and the last moment that is drawn; what is still to come lies after it.
    first: Ms,
    last: Ms,
    /// Where the hours end: a phone whose clock is ahead can have recorded what lies after now.
    end: Ms,
    /// When the sheet was made, where the case is open.
    made: Option<Ms>,
}

impl<'s, 'a> Ground<'s, 'a> {
    fn new(sheet: &'s Sheet<'a>) -> Self {
        let timeline = &sheet.look.timeline;
        let looks = looks::of(sheet);
        let now = sheet.input.now.wall_ms;
        let made = (!sheet.is_closed()).then_some(now);
        let anchor = timeline.insertion.or(timeline.opened).map_or(now, |mark| mark.at);
        let happened = sheet.entries().iter().filter(|folded| is_drawn(folded));
        let times: Vec<Ms> = happened.map(|folded| sheet.happened_at(folded)).collect();
        let early = times.iter().copied().filter(|at| *at >= anchor - BEFORE);
        let first = early.chain([anchor]).min().unwrap_or(anchor);
        let closed = timeline.closed.map(|mark| mark.at);
        let late = times.into_iter().chain(closed).filter(|at| *at <= now + BEFORE).max();
        let last = made.or(late).unwrap_or(now).max(first);
        Self {
            sheet,
            looks,
            limit: limit::of(sheet),
            first,
            last,
            end: late.unwrap_or(last).max(last),
            made,
        }
    }

    /// When an entry happened, as the phone that recorded it shows it.
    fn clock_of(&self, folded: &Folded) -> String {
        self.sheet.clock_of(folded)
    }

    /// A time of no entry.
    fn clock(&self, at: Ms) -> String {
        let offset = self.sheet.times.offset_at(at);
        format!("{}{}", Times::clock(at, offset), self.sheet.times.suffix(offset))
    }

    /// The circumferences that later ones are held against: this limb's and the other one's.
    fn baselines(&self) -> (Option<i64>, Option<i64>) {
        let insert = self.sheet.look.timeline.insert();
        let first = insert.and_then(|insert| insert.other_circumference_cm);
        let standing = || self.looks.iter().filter(|look| look.stands);
        let of = |look: &&Look<'_>| look.check.other_circumference_cm.is_some();
        let named = |look: &&Look<'_>| look.check.context == Some(CheckContext::Baseline);
        let look = standing().filter(of).find(named).or_else(|| standing().find(of));
        let other = first.or_else(|| look.and_then(|look| look.check.other_circumference_cm));
        (self.sheet.before.baseline, other.map(|cm| cm.0))
    }

    /// The circumference that was measured when the needle went in.
    fn circumference_at_insertion(&self) -> Option<Found> {
        let timeline = &self.sheet.look.timeline;
        let (mark, insert) = (timeline.insertion?, timeline.insert()?);
        let measured = insert.circumference_cm?;
        let folded = timeline.entry(mark);
        let number = super::words::decimal(&measured.to_string(), self.sheet.lang);
        let text = Line::say(format!("{number} {}", self.sheet.t("unit.cm")));
        let landmark = insert.circumference_landmark.as_deref().map(str::trim);
        let landmark = landmark
            .filter(|words| !words.is_empty())
            .map(|words| typed(words, 50.0));
        Some(Found {
            at: mark.at,
            was_at: mark.at,
            reading: Reading::Of(0),
            before: None,
            other: insert.other_circumference_cm.map(|_| 0),
            about: folded.precision != Precision::Exact,
            stands: true,
            past: false,
            text: Line::join([Some(text), landmark].into_iter().flatten(), ", "),
            first: true,
            clock: self.clock_of(folded),
        })
    }
}

/// Whether an entry has a place in the rows, so that the hours reach as far as it.
fn is_drawn(folded: &Folded) -> bool {
    matches!(
        folded.payload(),
        Some(
            Payload::Insert(_)
                | Payload::Check(_)
                | Payload::Disinfect(_)
                | Payload::GiveProduct(_)
                | Payload::StartProduct(_)
                | Payload::StopProduct(_)
                | Payload::AccessReview(_)
                | Payload::RemovalAntiseptic(_)
                | Payload::Remove(_)
        )
    )
}

/// Page 1 and what goes on from it: head, box, dwell bar and first strip, then every other strip.
pub(super) fn blocks(sheet: &Sheet<'_>, page: f32) -> Vec<Block> {
    let ground = Ground::new(sheet);
    let block = |write: &dyn Fn(&mut Html) -> f32| {
        let mut html = Html::new(sheet.lang);
        let height_mm = write(&mut html);
        let html = html.finish();
        Block { height_mm, html }
    };
    let mut blocks = vec![
        block(&|html| header::write(sheet, html)),
        block(&|html| state::write(sheet, html)),
    ];
    if let Some((bar, title)) = dwell::drawing(&ground) {
        blocks.push(block(&|html| {
            pan(&bar, &title, html);
            bar.height + GAP
        }));
    }
    // The first strip stands on page 1, as much of it as there is room for.
    let used = blocks.iter().fold(0.0, |used, block| {
        let together = used + block.height_mm;
        if together > page { block.height_mm } else { together }
    });
    let strips = parts(&ground, page - used, page);
    blocks.extend(strips.into_iter().map(|part| part.block(sheet)));
    blocks
}

/// The figure of the head, and how high it is.
pub(super) fn figure(sheet: &Sheet<'_>, html: &mut Html) {
    figure::write(sheet, html);
}

pub(super) fn figure_height(sheet: &Sheet<'_>) -> f32 {
    figure::drawing(sheet).height
}

/// A strip or a part of one, with what it shows in words.
struct Part {
    drawing: Drawing,
    title: String,
    /// What was left out before it.
    before: Option<Line>,
}

/// Every strip in its parts. One in which nothing happened is left out, and that is said.
fn parts(ground: &Ground<'_, '_>, first_room: f32, page: f32) -> Vec<Part> {
    let sheet = ground.sheet;
    let offset = sheet.times.offset_at(ground.first);
    let strips = scale::strips(ground.first, ground.end, offset);
    let count = strips.len();
    let signs: Vec<_> = Sign::ALL.iter().map(|sign| sign.found(ground)).collect();
    let mut parts = Vec::new();
    let mut left_out: Option<Ms> = None;
    for (n, span) in strips.into_iter().enumerate() {
        let ends = n == 0 || n + 1 == count;
        if !ends && !anything_in(ground, &span) {
            left_out.get_or_insert(span.start);
            continue;
        }
        let ends_of = |from: Ms, until: Ms| {
            let [from, until] = [from, until].map(|at| Line::say(sheet.times.full(at)));
            [("from", from), ("until", until)]
        };
        let title = sheet.fill("sheet.drawn.title", &ends_of(span.start, span.end)).plain();
        let before = left_out
            .take()
            .map(|from| sheet.fill("sheet.drawn.left-out", &ends_of(from, span.start)));
        let room = if parts.is_empty() { first_room } else { page };
        let drawn = strip::parts(ground, &span, &signs, room - GAP, page - GAP - LINE_MM);
        parts.extend(drawn.into_iter().enumerate().map(|(n, drawing)| Part {
            drawing,
            title: title.clone(),
            before: before.clone().filter(|_| n == 0),
        }));
    }
    parts
}

/// Whether anything happened in a strip.
fn anything_in(ground: &Ground<'_, '_>, span: &Span) -> bool {
    let entries = ground.sheet.entries().iter();
    let mut times = entries.map(|folded| ground.sheet.happened_at(folded));
    times.any(|at| span.holds(at))
}

impl Part {
    fn block(&self, sheet: &Sheet<'_>) -> Block {
        let mut html = Html::new(sheet.lang);
        let mut height_mm = self.drawing.height + GAP;
        if let Some(before) = &self.before {
            html.line_in("p", "", before);
            height_mm += LINE_MM;
        }
        pan(&self.drawing, &self.title, &mut html);
        Block {
            height_mm,
            html: html.finish(),
        }
    }
}

/// A drawing in a box that a small screen can be moved over.
fn pan(drawing: &Drawing, title: &str, html: &mut Html) {
    let attributes = [
        ("class", "pan"),
        ("role", "img"),
        ("tabindex", "0"),
        ("aria-label", title),
    ];
    html.with("div", &attributes, |html| drawing.write_untitled(html, PLOT.1));
}
