//! What stands under one heading: paragraphs, tables and drawings, row by row.

use marrow_engine::text::Lang;

use super::table::{Cell, Column, Table, band_row, pen_row, pieces, table_row};
use super::{Block, LINE_MM};
use crate::html::Html;
use crate::line::{Line, Words};
use crate::measure::{lines, split};

/// The page's width between its margins, and its part right of the hang line.
pub(super) const PAGE_MM: f32 = 180.0;
pub(super) const HANG_MM: f32 = 36.0;

/// Where the heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// There is none.
    None,
    /// Left of the hang line, the rows right of it.
    Beside,
    /// Above the rows, which have the whole width.
    Above,
}

/// A row and where it belongs.
pub(super) struct Row {
    pub block: Block,
    /// Which of the part's tables it stands in; none: it is a paragraph or a drawing.
    pub table: Option<usize>,
    /// No page ends between it and the next.
    pub keep: bool,
    /// Which of the part's bands it stands under.
    pub band: Option<usize>,
}

/// What stands under one heading.
pub(crate) struct Part {
    lang: Lang,
    pub(super) place: Heading,
    pub(super) heading: Words,
    pub(super) rows: Vec<Row>,
    pub(super) tables: Vec<Table>,
    /// What stands again on a page that begins under a band.
    pub(super) bands: Vec<Block>,
    /// The table that rows are added to.
    open: Option<usize>,
    /// Its last band, and its rows since then.
    band: Option<usize>,
    since_band: usize,
    /// Begins a page, unless the page before has begun with more of the same.
    pub(super) own_page: bool,
    /// No page ends within it, unless it is higher than a page.
    pub(super) together: bool,
}

impl Part {
    fn new(lang: Lang, place: Heading, heading: Words) -> Self {
        Self {
            lang,
            place,
            heading,
            rows: Vec::new(),
            tables: Vec::new(),
            bands: Vec::new(),
            open: None,
            band: None,
            since_band: 0,
            own_page: false,
            together: false,
        }
    }

    /// Blocks without a heading.
    pub fn of_blocks(lang: Lang, blocks: Vec<Block>) -> Self {
        let mut part = Self::new(lang, Heading::None, Words::default());
        blocks.into_iter().for_each(|block| part.block(block));
        part
    }

    /// Its heading left of the hang line.
    pub fn beside(lang: Lang, heading: Words) -> Self {
        Self::new(lang, Heading::Beside, heading)
    }

    /// Its heading above, its rows over the whole width.
    pub fn above(lang: Lang, heading: Words) -> Self {
        Self::new(lang, Heading::Above, heading)
    }

    /// How much markup its rows are.
    pub fn bytes(&self) -> usize {
        self.rows.iter().map(|row| row.block.html.len()).sum()
    }

    /// How wide its rows are.
    pub fn width_mm(&self) -> f32 {
        match self.place {
            Heading::Beside => PAGE_MM - HANG_MM,
            Heading::None | Heading::Above => PAGE_MM,
        }
    }

    /// A drawing or anything else that has been made already.
    pub fn block(&mut self, block: Block) {
        self.open = None;
        self.push(block, None);
    }

    /// A paragraph.
    pub fn say(&mut self, line: &Line) {
        let most = (HIGHEST / LINE_MM) as usize;
        let mut rest = std::borrow::Cow::Borrowed(line);
        while let Some((first, later)) = split(&rest, self.width_mm(), most) {
            self.paragraph(&first);
            rest = std::borrow::Cow::Owned(later);
        }
        self.paragraph(&rest);
    }

    fn paragraph(&mut self, line: &Line) {
        let mut html = Html::new(self.lang);
        html.line_in("p", "", line);
        self.block(Block {
            height_mm: lines(line, self.width_mm()) as f32 * LINE_MM + PARAGRAPH_GAP,
            html: html.finish(),
        });
    }

    /// Opens a table: what is added from here on are its rows.
    pub fn table(&mut self, class: &'static str, columns: Vec<Column>) {
        self.open = Some(self.tables.len());
        (self.band, self.since_band) = (None, 0);
        self.tables.push(Table::new(self.lang, class, columns));
    }

    /// A row of the open table.
    pub fn row(&mut self, class: &'static str, cells: &[Cell]) {
        let Some(table) = self.open.and_then(|open| self.tables.get(open)) else {
            return;
        };
        self.since_band += 1;
        let fifth = self.since_band.is_multiple_of(5);
        let block = table_row(self.lang, table, class, cells, fifth);
        if block.height_mm > HIGHEST {
            let pieces = pieces(table, cells, (HIGHEST / LINE_MM) as usize);
            let rows = pieces
                .iter()
                .map(|cells| table_row(self.lang, table, class, cells, false));
            let rows: Vec<Block> = rows.collect();
            rows.into_iter().for_each(|row| self.push(row, self.band));
            return;
        }
        // A head with one small row under it looks like all there is.
        let lone = match self.rows.as_slice() {
            [.., before, last] if before.table != self.open => Some(last),
            [last] => Some(last),
            _ => None,
        };
        if lone.is_some_and(|row| row.table == self.open && row.block.height_mm < SMALL) {
            self.keep_with_next();
        }
        self.push(block, self.band);
    }

    /// A bold line over the whole table, and what stands in its place on the next page.
    pub fn band(&mut self, line: &Line, again: &Line) {
        let Some(table) = self.open.and_then(|open| self.tables.get(open)) else {
            return;
        };
        let band = band_row(self.lang, table, line, "band");
        self.bands.push(band_row(self.lang, table, again, "band again"));
        self.since_band = 0;
        self.band = self.bands.len().checked_sub(1);
        self.push(band, None);
        self.keep_with_next();
    }

    /// Empty ruled lines at the end of the open table, for the pen, under a line that says so.
    pub fn pen(&mut self, many: usize, line: &Line) {
        let Some(table) = self.open.and_then(|open| self.tables.get(open)) else {
            return;
        };
        let hand = band_row(self.lang, table, line, "band hand");
        let rows: Vec<Block> = (0..many).map(|_| pen_row(self.lang, table)).collect();
        self.bands.push(band_row(self.lang, table, line, "band hand again"));
        self.band = self.bands.len().checked_sub(1);
        self.push(hand, None);
        self.keep_with_next();
        for (n, row) in rows.into_iter().enumerate() {
            self.push(row, self.band);
            // One line alone is too little to go on with.
            if n < 2 {
                self.keep_with_next();
            }
        }
    }

    /// No page ends after the newest row.
    pub fn keep_with_next(&mut self) {
        if let Some(last) = self.rows.last_mut() {
            last.keep = true;
        }
    }

    /// No page ends within it, unless it is higher than a page.
    pub fn keep_together(mut self) -> Self {
        self.together = true;
        self
    }

    /// It begins a page where the page before it is the first.
    pub fn on_its_own_page(mut self) -> Self {
        self.own_page = true;
        self
    }

    fn push(&mut self, block: Block, band: Option<usize>) {
        self.rows.push(Row {
            block,
            table: self.open,
            keep: false,
            band,
        });
    }
}

/// What is higher is divided, so that no row is higher than a page with all that stands over it.
const HIGHEST: f32 = 200.0;
/// A row that is kept with the next where it is the first.
const SMALL: f32 = 20.0;
/// What stands between two paragraphs.
const PARAGRAPH_GAP: f32 = 0.7;
