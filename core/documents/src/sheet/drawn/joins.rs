//! The lines that join the values of a sign.
//!
//! Only what followed directly is joined: where a check between left the sign out, the join is
//! dotted; a time that is not exact is not joined at all; what was struck is as if it had never been.

use super::drawing::{Drawing, PLOT};
use super::labels::Area;
use super::panel::Panel;
use super::sign::{Found, Reading};
use super::svg::{Point, Shape, dashed, plain};

impl Panel<'_, '_, '_> {
    /// The joins, also those that come from the strip before or go on into the next.
    pub(super) fn joins(&self, found: &[Found], drawing: &mut Drawing) {
        let mut last: Option<(&Found, i64)> = None;
        let mut left_out = false;
        for now in found.iter().filter(|found| found.stands) {
            let Reading::Of(value) = now.reading else {
                left_out = true;
                continue;
            };
            if let Some((before, old)) = last.filter(|(before, _)| !before.about && !now.about) {
                let ends = [(before.at, old), (now.at, value)];
                self.join(ends, left_out, drawing);
            }
            (last, left_out) = (Some((now, value)), false);
        }
    }

    fn join(&self, [from, to]: [(i64, i64); 2], left_out: bool, drawing: &mut Drawing) {
        if !self.span.meets(from.0, to.0) || to.0 < self.span.start {
            return;
        }
        let ends = [from, to].map(|(at, value)| (self.span.x(at), self.beyond(value)));
        let Some([a, b]) = clipped(ends, (self.top, self.bottom())) else {
            return;
        };
        let stroke = if left_out { dashed(0.3, "1 .9") } else { plain(0.8) };
        drawing.over(Shape::line(a, b, stroke));
        // Words keep away from the line, piece by piece.
        let pieces = ((b.0 - a.0) / 3.0).ceil().max(1.0);
        let step = ((b.0 - a.0) / pieces, (b.1 - a.1) / pieces);
        let mut n = 0.0;
        while n < pieces {
            let (x, y) = (a.0 + step.0 * n, a.1 + step.1 * n);
            drawing.take(Area {
                left: x,
                right: x + step.0,
                top: y.min(y + step.1) - 0.3,
                bottom: y.max(y + step.1) + 0.3,
            });
            n += 1.0;
        }
    }
}

/// The part of a line within the plot and between two heights.
fn clipped([a, b]: [Point; 2], (top, bottom): (f32, f32)) -> Option<[Point; 2]> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [(a.0, dx, PLOT.0, PLOT.1), (a.1, dy, top, bottom)] {
        if step == 0.0 {
            if start < low || start > high {
                return None;
            }
            continue;
        }
        let (one, other) = ((low - start) / step, (high - start) / step);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    let at = |share: f32| (a.0 + dx * share, a.1 + dy * share);
    (from <= to).then(|| [at(from), at(to)])
}
