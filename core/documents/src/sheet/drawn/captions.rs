//! The words of a panel: its name, what its small marks are, what its band is.

use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, cut};
use super::panel::Panel;
use super::sign::{Found, Reading};
use super::symbols::Kind;
use crate::line::Line;

impl Panel<'_, '_, '_> {
    /// Name, unit and what the small marks are; how far down they reach.
    pub(super) fn names(&self, here: &[&Found], told: &mut Vec<Kind>, drawing: &mut Drawing) -> f32 {
        let sheet = self.ground.sheet;
        let (name, unit) = self.sign.words();
        let mut y = beside_values(&sheet.say(name).strong(), 0.0, self.top + 1.5, drawing);
        y = beside_values(&sheet.say(unit), 0.0, y + LEADING, drawing);
        let any = |reading: Reading| here.iter().any(|found| found.stands && found.reading == reading);
        let other = here.iter().any(|found| found.stands && found.other.is_some());
        let rows = [
            (any(Reading::Blank), Kind::Blank, "sheet.drawn.not-measured"),
            (any(Reading::NotAssessed), Kind::NotAssessed, "sheet.drawn.not-assessed"),
            (other, Kind::Other, "sheet.drawn.other-limb"),
        ];
        for (there, kind, key) in rows {
            if !there || told.contains(&kind) {
                continue;
            }
            told.push(kind);
            y = beside_values(&sheet.say(key), 4.4, y + LEADING, drawing);
            drawing.mark("key", kind, (1.7, y - 1.3), sheet.t(key));
        }
        y
    }

    /// What the band is, where it hides nothing; the foot of the panel, one line lower where it has to be.
    pub(super) fn band_name(&self, foot: f32, drawing: &mut Drawing) -> f32 {
        let Some((at, name)) = self.sign.line(self.ground) else {
            return foot;
        };
        let (top, bottom) = (self.y(at) + 3.2, self.bottom() - 0.2);
        let rows = [bottom, top, (top + bottom) / 2.0].into_iter().filter(|y| *y >= top);
        let spots: Vec<Spot> = rows
            .flat_map(|y| {
                let inner = (0..6).map(move |n| Spot::right(PLOT.0 + 0.8 + 18.0 * n as f32, y));
                [Spot::left(PLOT.1 - 0.8, y)].into_iter().chain(inner)
            })
            .collect();
        if drawing.place(&name, &spots) {
            return foot;
        }
        let y = foot + 3.4;
        drawing.say_over(name, Spot::left(PLOT.1 - 0.8, y));
        foot + LEADING
    }
}

/// Words left of the axis, as high as the numbers there let them; the line they came to stand on.
fn beside_values(line: &Line, x: f32, from: f32, drawing: &mut Drawing) -> f32 {
    let lines = (0..10).map(|n| from + 0.6 * n as f32);
    let found = lines
        .clone()
        .find(|y| drawing.place_within(line, &[Spot::right(x, *y)], (0.0, PLOT.0)));
    if let (Some(_), Some(name)) = (found, drawing.labels.last_mut()) {
        name.halo = false;
    }
    found.unwrap_or_else(|| {
        drawing.say(cut(line, PLOT.0 - x - 7.0), Spot::right(x, from));
        from
    })
}
