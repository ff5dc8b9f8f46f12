//! Shapes on paper, in millimetres, and how they are written down as SVG.
//!
//! Every number that goes into the markup is made here, and every word goes through [`Html`]: no
//! piece of a drawing is a string that somebody put together.

use crate::html::Html;

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
                let d: String = runs.iter().map(|run| path(run)).collect();
                path_of(html, &d, "none", Some(*stroke), false);
            }
            Self::Limb(points, stroke) => path_of(html, &path(points), "none", Some(*stroke), true),
            Self::Area(points, fill, edge) => path_of(html, &(path(points) + "Z"), fill, *edge, false),
            Self::Disc((x, y), r, fill, edge) => {
                let [x, y, r] = [*x, *y, *r].map(number);
                let mut attributes = vec![("cx", x), ("cy", y), ("r", r), ("fill", (*fill).to_owned())];
                attributes.extend(stroked(*edge));
                element(html, "circle", &attributes);
            }
            Self::Half((x, y), r) => {
                let d = format!(
                    "M{x} {}A{r} {r} 0 0 0 {x} {}Z",
                    number(y - r),
                    number(y + r),
                    x = number(*x),
                    r = number(*r)
                );
                path_of(html, &d, PAPER, Some(plain(0.35)), false);
            }
        }
    }
}

/// A number of an attribute: two places, no zeros that say nothing.
pub(super) fn number(mm: f32) -> String {
    let text = format!("{mm:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

fn path(points: &[Point]) -> String {
    let step = |(i, (x, y)): (usize, &Point)| {
        let letter = if i == 0 { 'M' } else { 'L' };
        format!("{letter}{} {}", number(*x), number(*y))
    };
    points.iter().enumerate().map(step).collect()
}

fn stroked(edge: Option<Stroke>) -> Vec<(&'static str, String)> {
    let Some(Stroke { width, ink, dash }) = edge else {
        return Vec::new();
    };
    let mut attributes = vec![("stroke", ink.to_owned()), ("stroke-width", number(width))];
    if !dash.is_empty() {
        attributes.push(("stroke-dasharray", dash.to_owned()));
    }
    attributes
}

fn path_of(html: &mut Html, d: &str, fill: &str, edge: Option<Stroke>, round: bool) {
    let mut attributes = vec![("d", d.to_owned()), ("fill", fill.to_owned())];
    attributes.extend(stroked(edge));
    if round {
        attributes.extend([
            ("stroke-linecap", "round".to_owned()),
            ("stroke-linejoin", "round".to_owned()),
        ]);
    }
    element(html, "path", &attributes);
}

/// An element that holds nothing.
fn element(html: &mut Html, tag: &'static str, attributes: &[(&'static str, String)]) {
    let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    html.with(tag, &attributes, |_| {});
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
        ] {
            assert_eq!(number(mm), text);
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
