//! Writes the pages: what is on each, and what stands on all of them.

use super::LINE_MM;
use super::fill::{Page, Slice};
use super::part::{Heading, PAGE_MM, Part};
use super::table::Table;
use crate::html::Html;
use crate::line::{Line, Words};
use crate::measure::lines;

/// A4, less what a print engine may round away, and the margins above and below.
const SHEET_MM: f32 = 296.8;
const MARGINS_MM: f32 = 8.0 + 8.0;
/// The room that the page number takes.
const NUMBER_MM: f32 = 40.0;
/// Rules and gaps under the head and above the foot.
const HEAD_MM: f32 = 1.0 + 0.27 + 2.4;
const FOOT_MM: f32 = 0.27 + 1.1 + 1.0;

/// What stands on every page.
pub(crate) struct Furniture {
    /// What the first page is.
    pub first: Line,
    /// Whose page this is, on the others.
    pub whose: Line,
    /// When and with what it was made.
    pub foot: Line,
    /// "page 2 of 4", its number bold.
    pub number: Box<dyn Fn(usize, usize) -> Line>,
    /// A heading that goes on from the page before.
    pub again: Box<dyn Fn(&Words) -> String>,
}

impl Furniture {
    /// The room between head and foot.
    pub fn room_mm(&self) -> f32 {
        let head = [&self.first, &self.whose].map(|line| lines(line, PAGE_MM - NUMBER_MM));
        let head = head.into_iter().max().unwrap_or(1);
        let words = head + lines(&self.foot, PAGE_MM);
        SHEET_MM - MARGINS_MM - HEAD_MM - FOOT_MM - words as f32 * LINE_MM
    }
}

/// Writes pages with their furniture.
pub(crate) fn draw(html: &mut Html, parts: &[Part], pages: &[Page], furniture: &Furniture) {
    for (index, page) in pages.iter().enumerate() {
        html.el("section", "page", |html| {
            html.el("div", "top", |html| {
                let whose = if index == 0 { &furniture.first } else { &furniture.whose };
                html.line_in("span", "", whose);
                html.line_in("span", "n", &(furniture.number)(index + 1, pages.len()));
            });
            for slice in &page.slices {
                if let Some(part) = parts.get(slice.part) {
                    draw_slice(html, part, slice, furniture);
                }
            }
            html.line_in("div", "foot", &furniture.foot);
        });
    }
}

fn draw_slice(html: &mut Html, part: &Part, slice: &Slice, furniture: &Furniture) {
    let again = slice.rows.start > 0;
    let heading = |html: &mut Html| {
        let text = if again {
            (furniture.again)(&part.heading).into()
        } else {
            part.heading.clone()
        };
        html.el("h2", if again { "again" } else { "" }, |html| html.text(&text));
    };
    match part.place {
        Heading::None => rows(html, part, slice),
        Heading::Beside => html.el("section", if again { "sec more" } else { "sec" }, |html| {
            heading(html);
            html.el("div", "", |html| rows(html, part, slice));
        }),
        Heading::Above => html.el("section", if again { "wide more" } else { "wide" }, |html| {
            heading(html);
            rows(html, part, slice);
        }),
    }
}

/// The rows, those of a table within it.
fn rows(html: &mut Html, part: &Part, slice: &Slice) {
    let Some(mut rest) = part.rows.get(slice.rows.clone()) else {
        return;
    };
    let band = rest
        .first()
        .and_then(|row| row.band)
        .and_then(|band| part.bands.get(band));
    let mut band = band.map(|band| band.html.as_str());
    while let Some(first) = rest.first() {
        let (now, later) = rest.split_at(rest.iter().take_while(|row| row.table == first.table).count());
        rest = later;
        let inside = |html: &mut Html| now.iter().for_each(|row| html.markup(&row.block.html));
        match first.table.and_then(|table| part.tables.get(table)) {
            None => inside(html),
            Some(table) => write_table(html, table, band.take().unwrap_or_default(), inside),
        }
    }
}

fn write_table(html: &mut Html, table: &Table, band: &str, inside: impl FnOnce(&mut Html)) {
    html.el("table", table.class, |html| {
        table.write_columns(html);
        html.el("thead", "", |html| html.markup(&table.head.html));
        html.el("tbody", "", |html| {
            html.markup(band);
            inside(html);
        });
    });
}
