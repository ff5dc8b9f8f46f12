//! Deals rows out to pages.
//!
//! A row is never divided, a heading stays with its first rows, a table's head and the band that a
//! page begins under stand again. A page is over-full only where one row with what stands over it is
//! higher than a page.

use std::ops::Range;

use super::LINE_MM;
use super::part::{HANG_MM, Heading, Part};
use crate::line::Line;
use crate::measure::lines;

/// What a part takes beside its rows: rules, padding, and the heading where it stands above.
const SECTION_MM: f32 = 1.0 + 0.27 + 1.3 + 2.4;
/// The gap between a heading and the hang line.
const HEADING_GAP: f32 = 3.0;

/// Some rows of a part, on one page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slice {
    pub part: usize,
    pub rows: Range<usize>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub slices: Vec<Slice>,
    /// How high its slices are.
    pub height_mm: f32,
}

/// Every row of every part once and in order, on pages with so much room.
pub(crate) fn fill(parts: &[Part], room_mm: f32) -> Vec<Page> {
    let mut filler = Filler {
        parts,
        room: room_mm,
        pages: vec![Page::default()],
        before: 0.0,
        content: 0.0,
    };
    for (index, part) in parts.iter().enumerate() {
        if part.own_page && filler.pages.len() == 1 && !filler.page_is_empty() {
            filler.new_page();
        }
        let whole = 0..part.rows.len();
        if part.together && filler.height_alone(index, &whole) <= room_mm {
            filler.place(index, whole);
            continue;
        }
        let mut start = 0;
        while start < part.rows.len() {
            let kept = part.rows[start..].iter().take_while(|row| row.keep).count();
            let end = (start + kept + 1).min(part.rows.len());
            filler.place(index, start..end);
            start = end;
        }
    }
    filler.pages
}

struct Filler<'p> {
    parts: &'p [Part],
    room: f32,
    pages: Vec<Page>,
    /// The height of the page above the slice that rows are added to, and of its rows.
    before: f32,
    content: f32,
}

impl Filler<'_> {
    fn page_is_empty(&self) -> bool {
        self.pages.last().is_none_or(|page| page.slices.is_empty())
    }

    fn new_page(&mut self) {
        self.pages.push(Page::default());
        (self.before, self.content) = (0.0, 0.0);
    }

    /// Rows that belong together: all on this page, else all on the next, else as they come.
    fn place(&mut self, part: usize, rows: Range<usize>) {
        if self.height_with(part, &rows) <= self.room {
            return self.append(part, rows);
        }
        if self.height_alone(part, &rows) <= self.room {
            self.new_page();
            return self.append(part, rows);
        }
        for row in rows {
            let row = row..row + 1;
            if self.height_with(part, &row) > self.room && !self.page_is_empty() {
                self.new_page();
            }
            self.append(part, row);
        }
    }

    /// The slice that rows of a part would be added to: its last row.
    fn open(&self, part: usize) -> Option<usize> {
        let slice = self.pages.last()?.slices.last()?;
        (slice.part == part).then(|| slice.rows.end.checked_sub(1)).flatten()
    }

    fn height_with(&self, part: usize, rows: &Range<usize>) -> f32 {
        let rows_mm = self.rows_mm(part, rows, self.open(part));
        match self.open(part) {
            Some(_) => self.before + self.slice_mm(part, self.content + rows_mm),
            None => self.height() + self.slice_mm(part, rows_mm),
        }
    }

    fn height_alone(&self, part: usize, rows: &Range<usize>) -> f32 {
        self.slice_mm(part, self.rows_mm(part, rows, None))
    }

    fn height(&self) -> f32 {
        self.pages.last().map_or(0.0, |page| page.height_mm)
    }

    fn append(&mut self, part: usize, rows: Range<usize>) {
        let rows_mm = self.rows_mm(part, &rows, self.open(part));
        if self.open(part).is_none() {
            (self.before, self.content) = (self.height(), 0.0);
        }
        self.content += rows_mm;
        let height_mm = self.before + self.slice_mm(part, self.content);
        let Some(page) = self.pages.last_mut() else { return };
        page.height_mm = height_mm;
        match page.slices.last_mut() {
            Some(slice) if slice.part == part => slice.rows.end = rows.end,
            _ => page.slices.push(Slice { part, rows }),
        }
    }

    /// How high rows are that come after a row, or that begin a slice.
    fn rows_mm(&self, part: usize, rows: &Range<usize>, after: Option<usize>) -> f32 {
        let part = &self.parts[part];
        let mut last = after.map(|row| part.rows[row].table);
        let mut height = 0.0;
        if let (None, Some(first)) = (after, part.rows.get(rows.start)) {
            let band = first.band.and_then(|band| part.bands.get(band));
            height += band.map_or(0.0, |band| band.height_mm);
        }
        for row in &part.rows[rows.clone()] {
            let table = row.table.and_then(|table| part.tables.get(table));
            if let (Some(table), true) = (table, last != Some(row.table)) {
                height += table.head.height_mm;
            }
            height += row.block.height_mm;
            last = Some(row.table);
        }
        height
    }

    fn slice_mm(&self, part: usize, rows_mm: f32) -> f32 {
        let part = &self.parts[part];
        let heading = |room| lines(&Line::say(part.heading.clone()).strong(), room) as f32 * LINE_MM;
        match part.place {
            Heading::None => rows_mm,
            // "…, continued" may take a line more than the heading.
            Heading::Beside => SECTION_MM + rows_mm.max(heading(HANG_MM - HEADING_GAP) + LINE_MM),
            Heading::Above => SECTION_MM + heading(part.width_mm()) + rows_mm,
        }
    }
}
