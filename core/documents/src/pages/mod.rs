//! The sheet on paper: pages of a fixed height that are filled by the sheet itself, because print
//! engines differ and "page n of m" has to be right on all of them.
//!
//! A [`Part`] is what stands under one heading, in rows that no page end divides. [`fill()`] deals
//! the rows out to pages by their measured heights, [`draw()`] writes the pages. A wrong measure
//! makes a page grow; nothing is ever cut off.

mod draw;
mod fill;
mod part;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use draw::{Furniture, draw};
pub(crate) use fill::fill;
pub(crate) use part::Part;
pub(crate) use table::{Cell, Column};

/// How high a line of words is.
pub(crate) const LINE_MM: f32 = 4.75;

/// A piece of markup that no page end divides.
pub(crate) struct Block {
    /// How high it is on paper, by the widest of the common fonts.
    pub height_mm: f32,
    /// Whole elements, as [`crate::html::Html`] makes them.
    pub html: String,
}
