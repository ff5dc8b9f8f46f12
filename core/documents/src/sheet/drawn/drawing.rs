//! A drawing that grows downward row by row: what lies below, what lies above, marks and words.

use super::labels::{Area, Label, Spot};
use super::svg::{HAIR, Point, Shape, inked, picture, plain};
use super::symbols::{Kind, Symbol};
use crate::html::Html;
use crate::line::{Line, Words};

/// Where names end and the plot begins, and where it ends, mm.
pub(super) const PLOT: (f32, f32) = (36.0, 180.0);
/// Between two lines of words.
pub(super) const LEADING: f32 = 4.2;

/// A drawing, or a part of one.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub height: f32,
    under: Vec<Shape>,
    over: Vec<Shape>,
    pub symbols: Vec<Symbol>,
    pub labels: Vec<Label>,
    taken: Vec<Area>,
}

impl Drawing {
    /// Below all else: bands and grid.
    pub fn under(&mut self, shape: Shape) {
        self.under.push(shape);
    }

    pub fn over(&mut self, shape: Shape) {
        self.over.push(shape);
    }

    /// A mark; its row and what it stands for are kept for tests.
    #[cfg_attr(not(test), expect(unused_variables, reason = "paper shows where it stands"))]
    pub fn mark(&mut self, row: &'static str, kind: Kind, at: Point, what: impl Into<String>) {
        self.symbols.push(Symbol {
            kind,
            at,
            #[cfg(test)]
            row,
            #[cfg(test)]
            what: what.into(),
        });
    }

    /// Paper that labels keep away from.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// The same for a mark.
    pub fn take_mark(&mut self, kind: Kind, (x, y): Point) {
        let (reach, height) = (kind.reach(), kind.height());
        self.take(Area {
            left: x - reach,
            top: y - height,
            right: x + reach,
            bottom: y + height,
        });
    }

    /// Words at a place, whatever else is there.
    pub fn say(&mut self, line: Line, spot: Spot) {
        self.put(line, spot, false);
    }

    /// The same with a white edge.
    pub fn say_over(&mut self, line: Line, spot: Spot) {
        self.put(line, spot, true);
    }

    fn put(&mut self, line: Line, spot: Spot, halo: bool) {
        self.labels.push(Label::new(line, spot, halo));
    }

    /// The name of a row.
    pub fn name(&mut self, name: Words, y: f32) {
        self.say(Line::say(name).strong(), Spot::right(0.0, y));
    }

    /// Words at the first of these places that is free; whether there was one.
    pub fn place(&mut self, line: &Line, spots: &[Spot]) -> bool {
        self.place_within(line, spots, PLOT)
    }

    /// The same within other bounds.
    pub fn place_within(&mut self, line: &Line, spots: &[Spot], (from, to): (f32, f32)) -> bool {
        let mut label = Label::new(line.clone(), Spot::right(0.0, 0.0), true);
        let free = |spot: &&Spot| {
            label.spot = **spot;
            let (area, room) = (label.area(), label.room());
            area.left >= from
                && area.right <= to
                && !self.labels.iter().any(|other| other.area().meets(&room))
                && !self.taken.iter().any(|taken| taken.meets(&area))
        };
        let found = spots.iter().find(free).is_some();
        if found {
            self.labels.push(label);
        }
        found
    }

    /// Whether that paper is free of words and of what labels keep away from.
    pub fn is_free(&self, area: &Area) -> bool {
        !self.labels.iter().any(|label| label.room().meets(area)) && !self.taken.iter().any(|taken| taken.meets(area))
    }

    /// Ends a row: so much lower, with a hairline.
    pub fn end_row(&mut self, height: f32) {
        self.height += height;
        let y = self.height;
        self.over(Shape::line((0.0, y), (PLOT.1, y), inked(0.15, HAIR)));
    }

    /// Ends a group of rows with a black rule.
    pub fn end_group(&mut self) {
        let y = self.height;
        self.over(Shape::line((0.0, y), (PLOT.1, y), plain(0.3)));
    }

    /// What lies above grid and bands, for tests that read a drawing back.
    #[cfg(test)]
    pub fn shapes(&self) -> &[Shape] {
        &self.over
    }

    /// Another drawing below this one.
    pub fn stack(&mut self, below: Self) {
        let by = self.height;
        self.height += below.height;
        self.under.extend(below.under.into_iter().map(|shape| shape.lower(by)));
        self.over.extend(below.over.into_iter().map(|shape| shape.lower(by)));
        self.taken.extend(below.taken.into_iter().map(|area| area.lower(by)));
        self.symbols.extend(below.symbols.into_iter().map(|symbol| Symbol {
            at: (symbol.at.0, symbol.at.1 + by),
            ..symbol
        }));
        self.labels
            .extend(below.labels.into_iter().map(|label| label.lower(by)));
    }

    pub fn write(&self, html: &mut Html, width: f32, title: &str) {
        self.write_as(html, width, Some(title));
    }

    /// The same where what it stands in says what it shows.
    pub fn write_untitled(&self, html: &mut Html, width: f32) {
        self.write_as(html, width, None);
    }

    fn write_as(&self, html: &mut Html, width: f32, title: Option<&str>) {
        picture(html, (width, self.height), title, |html| {
            self.under.iter().chain(&self.over).for_each(|shape| shape.write(html));
            self.symbols
                .iter()
                .flat_map(Symbol::shapes)
                .for_each(|shape| shape.write(html));
            self.labels.iter().for_each(|label| label.write(html));
        });
    }
}
