//! Words in a drawing: how wide they are taken to be, and where they find room.
//!
//! A label stands where it was put or is offered a list of places, the best first; it takes the
//! first that is within its bounds and free. Nothing moves that stands, so the same case always
//! gives the same drawing.

use super::svg::{Point, push_number};
use crate::html::{Attributes, Html};
use crate::line::{Line, Run, Voice};
use crate::measure::{TEXT_PT, width_mm};

/// From the line that letters stand on up to where none reaches, and down; mm.
const ABOVE: f32 = 2.9;
const BELOW: f32 = 0.85;
/// Between two labels on a line.
const GAP: f32 = 0.9;

/// Which end of a label its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place for a label: a point on the line that its letters stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot(pub Point, pub Anchor);

impl Spot {
    /// To the right of a point.
    pub fn right(x: f32, y: f32) -> Self {
        Self((x, y), Anchor::Start)
    }
    /// To the left of it.
    pub fn left(x: f32, y: f32) -> Self {
        Self((x, y), Anchor::End)
    }
    /// Around it.
    pub fn middle(x: f32, y: f32) -> Self {
        Self((x, y), Anchor::Middle)
    }
}

/// A part of the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    pub fn meets(&self, other: &Self) -> bool {
        let apart = self.right <= other.left || other.right <= self.left;
        !(apart || self.bottom <= other.top || other.bottom <= self.top)
    }

    pub fn lower(self, by: f32) -> Self {
        Self {
            top: self.top + by,
            bottom: self.bottom + by,
            ..self
        }
    }
}

/// Words at their place.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub line: Line,
    pub spot: Spot,
    /// With a white edge, because lines pass under it.
    pub halo: bool,
    /// How wide the words are: asked for with each label that looks for a place.
    width: f32,
}

impl Label {
    pub fn new(line: Line, spot: Spot, halo: bool) -> Self {
        let width = width(&line);
        Self {
            line,
            spot,
            halo,
            width,
        }
    }

    pub fn lower(self, by: f32) -> Self {
        let Spot((x, y), anchor) = self.spot;
        Self {
            spot: Spot((x, y + by), anchor),
            ..self
        }
    }

    /// What of the paper it takes.
    pub fn area(&self) -> Area {
        let Spot((x, y), anchor) = self.spot;
        let width = self.width;
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Area {
            left,
            top: y - ABOVE,
            right: left + width,
            bottom: y + BELOW,
        }
    }

    /// The same with the room that its neighbours have to leave it.
    pub fn room(&self) -> Area {
        let area = self.area();
        Area {
            left: area.left - GAP / 2.0,
            right: area.right + GAP / 2.0,
            ..area
        }
    }

    pub fn write(&self, html: &mut Html) {
        let Spot((x, y), anchor) = self.spot;
        let attributes = |attributes: &mut Attributes<'_>| {
            attributes.made("x", |out| push_number(out, x));
            attributes.made("y", |out| push_number(out, y));
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => attributes.add("text-anchor", "middle"),
                Anchor::End => attributes.add("text-anchor", "end"),
            }
            if self.halo {
                attributes.add("class", "h");
            }
        };
        html.made("text", attributes, |html| html.drawn_line(&self.line));
    }
}

/// How wide words come out at most.
pub(in crate::sheet) fn width(line: &Line) -> f32 {
    let quotes = |run: &Run| match run.voice {
        Voice::Typed => ["«»", "“”"]
            .map(|pair| width_mm(pair, run.strong, TEXT_PT))
            .into_iter()
            .fold(0.0, f32::max),
        _ => 0.0,
    };
    let wide = |run: &Run| width_mm(&run.text, run.strong, TEXT_PT) + quotes(run);
    line.0.iter().map(wide).sum()
}

/// Words cut to a width, with "…" where something is left out. The whole of them stands on a later page.
pub(in crate::sheet) fn cut(line: &Line, room: f32) -> Line {
    if width(line) <= room {
        return line.clone();
    }
    let mut out = Line::default();
    let mut left = room;
    for run in &line.0 {
        let whole = Line(vec![run.clone()]);
        let wide = width(&whole);
        if wide <= left {
            left -= wide;
            out = out.and(whole);
            continue;
        }
        // What fits beside the quotes and the dots, character by character.
        let dots = Run {
            text: "…".into(),
            ..run.clone()
        };
        left -= width(&Line(vec![dots]));
        let mut letter = [0; 4];
        let fits = |c: &char| {
            left -= width_mm(c.encode_utf8(&mut letter), run.strong, TEXT_PT);
            left >= 0.0
        };
        let kept: String = run.text.chars().take_while(fits).collect();
        let text = format!("{}…", kept.trim_end()).into();
        return out.and(Line(vec![Run { text, ..run.clone() }]));
    }
    out
}

/// A person's words as a label has room for them: on one line, in quotes.
pub(super) fn typed(words: &str, room: f32) -> Line {
    cut(&Line::typed(words.trim()), room)
}
