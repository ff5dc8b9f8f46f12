//! Shapes on paper, in millimetres, and how they are written down as SVG.
//!
//! Every number that goes into the markup is made here, and every word goes through [`Html`]: no
//! piece of a drawing is a string that somebody put together.

use crate::html::{Attributes, Html};

/// Black.
pub(super) const INK: &str = "#000";
/// Paper.
pub(super) const PAPER: &str = "#fff";
/// Hairlines between rows and at the values of an axis.
pub(super) const HAIR: &str = "#bdbdbd";
/// The hours.
pub(super) const GRID: &str = "#c8c8c8";
/// Midnight.
pub(super) const MIDNIGHT: &str = "#777";
/// A reference band.
pub(super) const BAND: &str = "#ececec";
/// Bones that nothing is in.
pub(super) const BONE: &str = "#a8a8a8";
/// A red flag.
pub(super) const RED: &str = "#8f1d14";
/// An amber flag.
pub(super) const AMBER: &str = "#e8a93a";

/// A point: right of the drawing's left edge, below its top, mm.
pub(super) type Point = (f32, f32);

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stroke {
    pub width: f32,
    pub ink: &'static str,
    pub dash: &'static str,
}

/// A plain line of that width.
pub(super) const fn plain(width: f32) -> Stroke {
    Stroke {
        width,
        ink: INK,
        dash: "",
    }
}

/// A broken one.
pub(super) const fn dashed(width: f32, dash: &'static str) -> Stroke {
    Stroke { width, ink: INK, dash }
}

/// One of another ink.
pub(super) const fn inked(width: f32, ink: &'static str) -> Stroke {
    Stroke { width, ink, dash: "" }
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Lines of one kind: each a run of points.
    Lines(Vec<Vec<Point>>, Stroke),
    /// The same with round ends and corners.
    Limb(Vec<Point>, Stroke),
    /// A closed shape.
    Area(Vec<Point>, &'static str, Option<Stroke>),
    /// A circle.
    Disc(Point, f32, &'static str, Option<Stroke>),
    /// The left half of one.
    Half(Point, f32),
}

impl Shape {
    /// A line from one point to another.
    pub fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Lines(vec![vec![from, to]], stroke)
    }

    /// A rectangle by its upper left corner.
    pub fn rect((x, y): Point, width: f32, height: f32, fill: &'static str, edge: Option<Stroke>) -> Self {
        let (right, bottom) = (x + width, y + height);
        Self::Area(vec![(x, y), (right, y), (right, bottom), (x, bottom)], fill, edge)
    }

    /// A cross of two strokes.
    pub fn cross((x, y): Point, reach: f32, width: f32) -> Self {
        let rising = vec![(x - reach, y + reach), (x + reach, y - reach)];
        let falling = vec![(x - reach, y - reach), (x + reach, y + reach)];
        Self::Lines(vec![falling, rising], plain(width))
    }

    /// The same shape, moved down.
    pub fn lower(mut self, by: f32) -> Self {
        match &mut self {
            Self::Lines(runs, _) => runs.iter_mut().flatten().for_each(|point| point.1 += by),
            Self::Limb(points, _) | Self::Area(points, ..) => points.iter_mut().for_each(|point| point.1 += by),
            Self::Disc(centre, ..) | Self::Half(centre, _) => centre.1 += by,
        }
        self
    }

    pub fn write(&self, html: &mut Html) {
        match self {
            Self::Lines(runs, stroke) => {
                let d = |out: &mut String| runs.iter().for_each(|run| push_path(out, run));
                path_of(html, d, "none", Some(*stroke), false);
            }
            Self::Limb(points, stroke) => {
                path_of(html, |out| push_path(out, points), "none", Some(*stroke), true);
            }
            Self::Area(points, fill, edge) => {
                let d = |out: &mut String| {
                    push_path(out, points);
                    out.push('Z');
                };
                path_of(html, d, fill, *edge, false);
            }
            Self::Disc((x, y), r, fill, edge) => {
                let attributes = |attributes: &mut Attributes<'_>| {
                    attributes.made("cx", |out| push_number(out, *x));
                    attributes.made("cy", |out| push_number(out, *y));
                    attributes.made("r", |out| push_number(out, *r));
                    attributes.add("fill", fill);
                    stroked(attributes, *edge);
                };
                html.made("circle", attributes, |_| {});
            }
            Self::Half((x, y), r) => {
                let d = format!(
                    "M{x} {}A{r} {r} 0 0 0 {x} {}Z",
                    number(y - r),
                    number(y + r),
                    x = number(*x),
                    r = number(*r)
                );
                path_of(html, |out| out.push_str(&d), PAPER, Some(plain(0.35)), false);
            }
        }
    }
}

/// A number of an attribute: two places, no zeros that say nothing.
pub(super) fn number(mm: f32) -> String {
    let mut text = String::new();
    push_number(&mut text, mm);
    text
}

/// Appends one. A sheet has tens of thousands, and the general way to write a decimal is slow.
pub(super) fn push_number(out: &mut String, mm: f32) {
    // A hundred times any `f32` is an exact `f64`: this rounds as writing it with two places would.
    let hundredths = (f64::from(mm) * 100.0).round_ties_even();
    if hundredths.abs() > 1e9 || hundredths.is_nan() {
        // Nothing on paper is so far away.
        out.push_str(&mm.to_string());
        return;
    }
    let hundredths = hundredths as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    push_whole(out, whole);
    if rest > 0 {
        out.push('.');
        out.push(digit(rest / 10));
        if rest % 10 > 0 {
            out.push(digit(rest));
        }
    }
}

fn push_whole(out: &mut String, number: u64) {
    if number >= 10 {
        push_whole(out, number / 10);
    }
    out.push(digit(number));
}

/// The last digit.
fn digit(number: u64) -> char {
    char::from(b'0' + (number % 10) as u8)
}

fn push_path(out: &mut String, points: &[Point]) {
    for (i, (x, y)) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        push_number(out, *x);
        out.push(' ');
        push_number(out, *y);
    }
}

fn stroked(attributes: &mut Attributes<'_>, edge: Option<Stroke>) {
    let Some(Stroke { width, ink, dash }) = edge else {
        return;
    };
    attributes.add("stroke", ink);
    attributes.made("stroke-width", |out| push_number(out, width));
    if !dash.is_empty() {
        attributes.add("stroke-dasharray", dash);
    }
}

fn path_of(html: &mut Html, d: impl FnOnce(&mut String), fill: &str, edge: Option<Stroke>, round: bool) {
    let attributes = |attributes: &mut Attributes<'_>| {
        attributes.made("d", d);
        attributes.add("fill", fill);
        stroked(attributes, edge);
        if round {
            attributes.add("stroke-linecap", "round");
            attributes.add("stroke-linejoin", "round");
        }
    };
    html.made("path", attributes, |_| {});
}

/// An `svg` of that size. With a title it is read out as one picture; without, what it stands in is.
pub(super) fn picture(
    html: &mut Html,
    (width, height): (f32, f32),
    title: Option<&str>,
    inside: impl FnOnce(&mut Html),
) {
    let [w, h] = [width, height].map(number);
    let (view, w, h) = (format!("0 0 {w} {h}"), format!("{w}mm"), format!("{h}mm"));
    let mut attributes = vec![("viewBox", view.as_str()), ("width", &w), ("height", &h)];
    match title {
        Some(title) => attributes.extend([("role", "img"), ("aria-label", title)]),
        None => attributes.push(("aria-hidden", "true")),
    }
    html.with("svg", &attributes, |html| {
        if let Some(title) = title {
            html.el("title", "", |html| html.text(title));
        }
        inside(html);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow_engine::text::Lang;

    fn written(shape: &Shape) -> String {
        let mut html = Html::new(Lang::En);
        shape.write(&mut html);
        html.finish().replace('\n', "")
    }

    #[test]
    fn numbers_are_short_and_never_minus_nothing() {
        for (mm, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.5, "1.5"),
            (36.0, "36"),
            (12.346, "12.35"),
            (100.0, "100"),
            (0.125, "0.12"),
            (-0.375, "-0.38"),
        ] {
            assert_eq!(number(mm), text);
        }
        // As the standard library rounds, ties included.
        for mm in (-40_000..40_000).map(|n| n as f32 / 64.0 + (n % 7) as f32 / 1_000.0) {
            let text = format!("{mm:.2}");
            let text = text.trim_end_matches('0').trim_end_matches('.');
            assert_eq!(number(mm), if text == "-0" { "0" } else { text });
        }
    }

    #[test]
    fn shapes_are_written_as_they_are() {
        for (shape, text) in [
            (
                Shape::line((36.0, 1.0), (36.0, 9.0), dashed(0.3, ".9 .7")),
                "<path d=\"M36 1L36 9\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.3\" stroke-dasharray=\".9 .7\"></path>",
            ),
            (
                Shape::rect((1.0, 2.0), 3.0, 4.0, BAND, None).lower(1.0),
                "<path d=\"M1 3L4 3L4 7L1 7Z\" fill=\"#ececec\"></path>",
            ),
            (
                Shape::Disc((1.0, 2.0), 0.85, INK, None),
                "<circle cx=\"1\" cy=\"2\" r=\"0.85\" fill=\"#000\"></circle>",
            ),
        ] {
            assert_eq!(written(&shape), text);
        }
    }
}
