//! The pressings after the needle came out, to scale: how long each was, how long it had to be.

use marrow_engine::fold::{Pressing, PressingEnd};
use marrow_engine::time::{MINUTE, Ms, SECOND, Shown};

use super::super::Sheet;
use super::labels::{Anchor, Label, Spot, width};
use super::svg::{GRID, INK, PAPER, Point, Shape, inked, picture, plain};
use crate::html::Html;
use crate::line::Line;
use crate::pages::{Block, LINE_MM};

/// Minutes on the axis, and how many between two of its numbers.
const SCALES: &[(i64, i64)] = &[(12, 1), (24, 2), (60, 5), (120, 10), (240, 20)];

/// More than that are told in words.
const MOST: usize = 20;

const WIDTH: f32 = 144.0;
const BAR: f32 = 3.7;
/// A pressing's words, its bar, and the gap to the next.
const ROW: f32 = LINE_MM + BAR + 1.6;
const TICK: f32 = 1.1;
/// From the top of a line of words to what it stands on.
const BASE: f32 = 3.6;

/// The drawing; none where nobody pressed, so often that no page or so long after that no scale
/// holds it.
pub(in crate::sheet) fn block(sheet: &Sheet<'_>) -> Option<Block> {
    let timeline = &sheet.look.timeline;
    let (out, pressings) = (timeline.removal?.at, &timeline.pressings);
    let end = |p: &Pressing| until(sheet, p).max(p.start.at + p.needed) - out;
    let last = pressings.iter().map(end).max().filter(|_| pressings.len() <= MOST)?;
    let (minutes, step) = *SCALES.iter().find(|(minutes, _)| last <= minutes * MINUTE)?;
    let mm = WIDTH / minutes as f32;
    let x = |at: Ms| (at - out) as f32 / MINUTE as f32 * mm;

    let (top, foot) = (LINE_MM, LINE_MM + pressings.len() as f32 * ROW);
    let height = foot + TICK + LINE_MM;
    let mut shapes = Vec::new();
    let out_at = Shown::at(out, sheet.times.offset_at(out));
    let clock = format!("{:02}:{:02}:{:02}", out_at.hour, out_at.minute, out_at.second);
    let caption = sheet.fill("sheet.pressed.caption", &[("when", Line::say(clock))]);
    let mut labels = vec![label(caption, (0.0, BASE), Anchor::Start)];
    for minute in (0..=minutes).step_by(usize::try_from(step).unwrap_or(1)) {
        let at = minute as f32 * mm;
        shapes.push(Shape::line((at, top), (at, foot), inked(0.12, GRID)));
        shapes.push(Shape::line((at, foot), (at, foot + TICK), plain(0.3)));
        let anchor = match minute {
            0 => Anchor::Start,
            m if m == minutes => Anchor::End,
            _ => Anchor::Middle,
        };
        let number = Line::say(minute.to_string());
        labels.push(label(number, (at, foot + TICK + BASE), anchor));
    }
    shapes.push(Shape::line((0.0, foot), (WIDTH, foot), plain(0.3)));
    for (n, pressing) in pressings.iter().enumerate() {
        let row = top + n as f32 * ROW;
        let (start, end) = (x(pressing.start.at), x(until(sheet, pressing)));
        let words = words(sheet, pressing);
        // Where they would run off the scale, they begin further left.
        let left = start.min(WIDTH - width(&words)).max(0.0);
        labels.push(label(words, (left, row + BASE), Anchor::Start));
        let fill = if counts(pressing) { INK } else { PAPER };
        let bar = row + LINE_MM;
        shapes.push(Shape::rect(
            (start, bar),
            (end - start).max(0.3),
            BAR,
            fill,
            Some(plain(0.25)),
        ));
        let needed = x(pressing.start.at + pressing.needed);
        let (from, to) = ((needed, bar - 0.5), (needed, bar + BAR + 0.5));
        shapes.push(Shape::line(from, to, inked(1.1, PAPER)));
        shapes.push(Shape::line(from, to, plain(0.5)));
    }
    let mut html = Html::new(sheet.lang);
    html.with("div", &[("class", "pan"), ("tabindex", "0")], |html| {
        picture(html, (WIDTH, height), Some(&sheet.t("sheet.pressed.drawing")), |html| {
            shapes.iter().for_each(|shape| shape.write(html));
            labels.iter().for_each(|label| label.write(html));
        });
    });
    Some(Block {
        height_mm: height + super::GAP,
        html: html.finish(),
    })
}

fn label(line: Line, at: Point, anchor: Anchor) -> Label {
    Label::new(line, Spot(at, anchor), true)
}

fn until(sheet: &Sheet<'_>, pressing: &Pressing) -> Ms {
    pressing.end.map_or(sheet.input.now.wall_ms, |(mark, _)| mark.at)
}

fn counts(pressing: &Pressing) -> bool {
    matches!(pressing.end, Some((_, PressingEnd::Full | PressingEnd::EarlyDry)))
}

/// "3 min 0 s: too short, does not count".
fn words(sheet: &Sheet<'_>, pressing: &Pressing) -> Line {
    let long = (until(sheet, pressing) - pressing.start.at) / SECOND * SECOND;
    let verdict = match pressing.end {
        None => "sheet.pressed.running",
        Some((_, PressingEnd::Full)) => "sheet.pressed.full",
        Some((_, PressingEnd::EarlyDry)) => "sheet.pressed.early-dry",
        Some((_, PressingEnd::TooShort)) => "sheet.pressed.too-short",
        Some((_, PressingEnd::StillBleeding)) => "sheet.pressed.still-bleeding",
        Some((_, PressingEnd::Interrupted)) => "sheet.pressed.interrupted",
    };
    Line::say(format!(
        "{}: {}",
        sheet.times.span_to_the_second(long),
        sheet.t(verdict)
    ))
}
