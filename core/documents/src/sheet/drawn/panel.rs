//! The panel of a measured sign: band, axis, marks, and the numbers that find room. An axis is never
//! fitted to what was found: what lies beyond it is an arrowhead at its end, with the value.

use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, cut, width};
use super::sign::{Found, Reading, Sign};
use super::svg::{BAND, HAIR, Point, Shape, dashed, inked, plain};
use super::symbols::Kind;
use super::{Ground, Span};
use crate::line::Line;

/// Above the highest value, and below the lowest: so that two panels' numbers keep apart.
const PAD: f32 = 1.6;
const FOOT: f32 = 2.2;
/// From the lowest value down to where diamonds stand.
const DIAMONDS: f32 = 3.8;
/// Two values of an axis closer than this are not both written.
const APART: f32 = 3.8;

/// Every sign, in the order of the sheet; `found` is what the checks say of each.
pub(super) fn all(ground: &Ground<'_, '_>, span: &Span, found: &[Vec<Found>]) -> Vec<Drawing> {
    // What a small mark is stands beside the first panel that has one.
    let mut told = Vec::new();
    let mut panels: Vec<Drawing> = Vec::new();
    for (sign, found) in Sign::ALL.iter().zip(found) {
        let mut drawing = Drawing::default();
        row(ground, span, (*sign, found), &mut told, &mut drawing);
        panels.push(drawing);
    }
    if let Some(last) = panels.last_mut() {
        last.end_group();
    }
    panels
}

/// A sign within one strip.
pub(super) struct Panel<'g, 's, 'a> {
    pub ground: &'g Ground<'s, 'a>,
    pub span: &'g Span,
    pub sign: Sign,
    row: &'static str,
    pub top: f32,
}

fn row(
    ground: &Ground<'_, '_>,
    span: &Span,
    (sign, found): (Sign, &[Found]),
    told: &mut Vec<Kind>,
    drawing: &mut Drawing,
) {
    let here: Vec<&Found> = found.iter().filter(|found| span.holds(found.at)).collect();
    let measured = here
        .iter()
        .any(|found| matches!(found.reading, Reading::Of(_)) || found.before.is_some());
    let panel = Panel {
        ground,
        span,
        sign,
        row: sign.field(),
        top: drawing.height + PAD,
    };
    if measured {
        panel.draw(found, &here, told, drawing);
    } else {
        panel.one_line(&here, drawing);
    }
}

impl Panel<'_, '_, '_> {
    pub(super) fn y(&self, value: i64) -> f32 {
        let axis = self.sign.axis();
        let share = (value.clamp(axis.low, axis.high) - axis.low) as f32 / (axis.high - axis.low) as f32;
        self.top + axis.height * (1.0 - share)
    }

    /// Where a value would stand on an axis without ends.
    pub(super) fn beyond(&self, value: i64) -> f32 {
        let axis = self.sign.axis();
        let share = (value - axis.low) as f32 / (axis.high - axis.low) as f32;
        self.top + axis.height * (1.0 - share)
    }

    pub(super) fn bottom(&self) -> f32 {
        self.top + self.sign.axis().height
    }

    fn mark(&self, drawing: &mut Drawing, kind: Kind, at: Point, what: String) {
        drawing.mark(self.row, kind, at, what);
        drawing.take_mark(kind, at);
    }

    /// No value in these hours: one line.
    fn one_line(&self, here: &[&Found], drawing: &mut Drawing) {
        let sheet = self.ground.sheet;
        let (name, unit) = self.sign.words();
        let y = drawing.height + 2.3;
        let mut full = Line::say(sheet.t(name)).strong();
        let with_unit = full.clone().then(format!(", {}", sheet.t(unit)));
        if self.sign == Sign::Pain && width(&with_unit) < PLOT.0 - 1.0 {
            full = with_unit;
        }
        drawing.say(full, Spot::right(0.0, y + 1.35));
        let marked = here.iter().filter(|found| found.stands);
        let mut last = PLOT.0 + 1.0;
        let mut told = 0;
        for found in marked.clone() {
            let x = self.span.x(found.at);
            match found.reading {
                Reading::NotAssessable => self.mark(drawing, Kind::Diamond, (x, y), found.clock.clone()),
                Reading::NotAssessed => self.mark(drawing, Kind::NotAssessed, (x, y), found.clock.clone()),
                Reading::Blank | Reading::Of(_) => continue,
            }
            told += 1;
            last = x;
        }
        let asked = marked.count();
        let not_assessable = here
            .iter()
            .filter(|found| found.stands && found.reading == Reading::NotAssessable);
        let n = |n: usize| Line::say(n.to_string());
        let said = match (asked, told) {
            (0, _) => sheet.say("sheet.drawn.no-check"),
            (_, 0) => sheet.say("sheet.drawn.not-at-any-check"),
            _ => {
                let all = not_assessable.clone().count();
                let key = if all == told {
                    "sheet.drawn.not-assessable-of"
                } else {
                    "sheet.drawn.no-value-of"
                };
                sheet.fill(key, &[("n", n(told)), ("m", n(asked))])
            }
        };
        let line = y + 1.35;
        let spots = [
            Spot::right(last + 2.4, line),
            Spot::left(PLOT.1 - 0.8, line),
            Spot::right(PLOT.0 + 3.4, line),
            Spot::right(PLOT.0 + 3.4, line + LEADING),
        ];
        let fits = drawing.place(&said, &spots[..3]);
        if !fits {
            drawing.say_over(said, spots[3]);
        }
        drawing.end_row(if fits { 4.7 } else { 4.7 + LEADING });
    }

    fn draw(&self, found: &[Found], here: &[&Found], told: &mut Vec<Kind>, drawing: &mut Drawing) {
        self.axis(drawing);
        self.joins(found, drawing);
        let mut left_over = Vec::new();
        let mut foot = self.bottom();
        for found in here {
            foot = foot.max(self.put(found, drawing));
        }
        let mut before: Option<&Found> = None;
        for found in here.iter().filter(|found| found.stands) {
            // A value that stays is written once.
            let stays = before.is_some_and(|before| before.reading == found.reading && before.past == found.past);
            if !stays {
                left_over.extend(self.value(found, drawing));
            }
            before = Some(found);
        }
        if here.iter().any(|found| found.reading == Reading::NotAssessable) {
            let word = Line::say(self.ground.sheet.t("pain.not-assessable"));
            drawing.say(word, Spot::left(PLOT.0 - 1.2, self.bottom() + DIAMONDS + 1.35));
        }
        foot = foot.max(self.names(here, told, drawing));
        foot = self.band_name(foot, drawing);
        if !left_over.is_empty() {
            let line = cut(&Line::join(left_over, "; "), PLOT.1 - PLOT.0 - 1.0);
            drawing.say_over(line, Spot::right(PLOT.0 + 0.8, foot + 3.6));
            foot += LEADING + 0.4;
        }
        let height = foot + FOOT - drawing.height;
        drawing.end_row(height);
    }

    fn axis(&self, drawing: &mut Drawing) {
        let axis = self.sign.axis();
        let line = self.sign.line(self.ground).map(|(at, _)| at);
        if let Some(at) = line.filter(|at| *at > axis.low) {
            let (y, bottom) = (self.y(at), self.bottom());
            let band = Shape::rect((PLOT.0, y), PLOT.1 - PLOT.0, bottom - y, BAND, None);
            drawing.under(band);
            drawing.under(Shape::line((PLOT.0, y), (PLOT.1, y), dashed(0.25, "1.2 .8")));
            drawing.under(Shape::line((PLOT.0, bottom), (PLOT.1, bottom), inked(0.12, HAIR)));
        }
        // The policy's line is written first: where two values are too close, it is the one that stays.
        let mut written: Vec<f32> = Vec::new();
        for value in line.iter().chain(axis.ticks) {
            let y = self.y(*value);
            if Some(*value) != line {
                drawing.under(Shape::line((PLOT.0, y), (PLOT.1, y), inked(0.12, HAIR)));
            }
            if written.iter().all(|other| (other - y).abs() >= APART) {
                written.push(y);
                let text = Line::say(self.sign.tick(*value, self.ground));
                drawing.say(text, Spot::left(PLOT.0 - 1.2, y + 1.35));
            }
        }
    }

    /// The marks of one check; how far down they reach.
    fn put(&self, found: &Found, drawing: &mut Drawing) -> f32 {
        let x = self.span.x(found.at);
        let bottom = self.bottom();
        let what = |text: &str| format!("{} {text}", found.clock).trim_end().to_owned();
        let value = match found.reading {
            Reading::Of(value) => Some(value),
            _ => None,
        };
        if let Some(before) = found.before.filter(|_| found.stands) {
            let old = (self.span.within(found.was_at), self.y(before));
            if let Some(value) = value {
                drawing.over(Shape::line(old, (x, self.y(value)), plain(0.2)));
            }
            self.mark(drawing, Kind::Old, old, what(&self.sign.tick(before, self.ground)));
        }
        if let Some(other) = found.other.filter(|_| found.stands) {
            self.mark(
                drawing,
                Kind::Other,
                (x, self.y(other)),
                what(&self.sign.tick(other, self.ground)),
            );
        }
        let Some(value) = value else {
            let (kind, y) = match found.reading {
                Reading::NotAssessable => (Kind::Diamond, bottom + DIAMONDS),
                Reading::NotAssessed => (Kind::NotAssessed, bottom + 1.0),
                Reading::Blank | Reading::Of(_) => (Kind::Blank, bottom + 0.8),
            };
            if found.stands {
                self.mark(drawing, kind, (x, y), what(""));
            }
            return if kind == Kind::Diamond { y + 1.6 } else { y + 0.8 };
        };
        let axis = self.sign.axis();
        let kind = match (found.stands, found.past, found.about) {
            (false, ..) => Kind::Struck,
            _ if value > axis.high => Kind::Above,
            _ if value < axis.low => Kind::Below,
            (_, true, true) => Kind::HollowSquare,
            (_, true, false) => Kind::Square,
            (_, false, true) => Kind::Hollow,
            (_, false, false) => Kind::Dot,
        };
        self.mark(
            drawing,
            kind,
            (x, self.y(value)),
            what(&self.sign.tick(value, self.ground)),
        );
        bottom
    }

    /// The number beside a mark: always off the axis, else past the policy's line where there is room.
    fn value(&self, found: &Found, drawing: &mut Drawing) -> Option<Line> {
        let Reading::Of(value) = found.reading else { return None };
        let axis = self.sign.axis();
        let off = value > axis.high || value < axis.low;
        let written = matches!(self.sign, Sign::Circumference | Sign::Temperature);
        if !(off || found.first || (found.past && written)) {
            return None;
        }
        let about = if found.about { "≈ " } else { "" };
        let line = Line::say(about).and(found.text.clone());
        let line = if found.first { line } else { line.strong() };
        let (x, y) = (self.span.x(found.at), self.y(value));
        let (right, left) = (x + 2.0, x - 2.0);
        let spots = [
            Spot::right(right, y + 1.35),
            Spot::left(left, y + 1.35),
            Spot::right(right, y - 1.6),
            Spot::left(left, y - 1.6),
            Spot::right(right, y + 4.3),
            Spot::left(left, y + 4.3),
        ];
        // None of it reaches into the row above.
        let spots: Vec<Spot> = spots
            .into_iter()
            .filter(|Spot((_, y), _)| *y >= drawing.height + 3.0)
            .collect();
        let placed = drawing.place(&line, &spots);
        (!placed && off).then(|| Line::say(format!("{} ", found.clock)).and(line))
    }
}
