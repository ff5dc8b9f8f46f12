//! A table's head and rows, with the heights that they have on paper.

use marrow_engine::text::Lang;

use super::{Block, LINE_MM};
use crate::html::Html;
use crate::line::{Line, Words};
use crate::measure::{lines, split};

/// The gap right of a column, and above and under a row's words; a hairline is a pixel of the screen.
const GAP_RIGHT: f32 = 1.5;
const PADDING: f32 = 2.0 * 0.75;
const RULE: f32 = 0.27;
/// What a band and a head take beside their words.
const BAND: f32 = 2.0 * 1.0 + 2.0 * RULE;
const HEAD: f32 = 0.8 + RULE;
/// The wider gap after each fifth row.
const FIFTH: f32 = 1.9;
/// A line for the pen: in the table, and in a cell.
const PEN: f32 = 9.0;
const FILL: f32 = 8.0;

/// A column of a table.
pub(crate) struct Column {
    /// Its head.
    pub label: Words,
    /// The class of its cells.
    pub class: &'static str,
    /// How wide it is, the gap to the next included.
    pub mm: f32,
}

impl Column {
    /// A column without a class of its own.
    pub fn new(label: Words, mm: f32) -> Self {
        Self { label, class: "", mm }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// Its words, each beginning a line.
    pub lines: Vec<Line>,
    /// Empty lines under them, for the pen.
    pub fills: usize,
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        let lines = if line.0.is_empty() { Vec::new() } else { vec![line] };
        Self::from(lines)
    }
}

impl From<Vec<Line>> for Cell {
    fn from(lines: Vec<Line>) -> Self {
        Self { lines, fills: 0 }
    }
}

/// A table without its rows.
pub(super) struct Table {
    pub class: &'static str,
    pub columns: Vec<Column>,
    /// Its head, which stands again on each page.
    pub head: Block,
}

impl Table {
    pub fn new(lang: Lang, class: &'static str, columns: Vec<Column>) -> Self {
        let mut html = Html::new(lang);
        html.el("tr", "", |html| {
            for column in &columns {
                html.with("th", &[("scope", "col")], |html| html.text(&column.label));
            }
        });
        let heights = columns
            .iter()
            .enumerate()
            .map(|(i, column)| lines(&Line::say(column.label.clone()), room(&columns, i)));
        let height = heights.max().unwrap_or(1);
        Self {
            class,
            head: Block {
                height_mm: height as f32 * LINE_MM + HEAD,
                html: html.finish(),
            },
            columns,
        }
    }

    /// The width of the columns, as a table with a fixed layout reads it.
    pub fn write_columns(&self, html: &mut Html) {
        for column in &self.columns {
            html.void("col", &[("style", &format!("width:{}mm", column.mm))]);
        }
    }
}

/// The room for words in a column.
fn room(columns: &[Column], index: usize) -> f32 {
    let last = index + 1 == columns.len();
    let mm = columns.get(index).map_or(0.0, |column| column.mm);
    if last { mm } else { mm - GAP_RIGHT }
}

/// A row that is higher than a page would be is several rows: as much of each cell in each as there is room for.
pub(super) fn pieces(table: &Table, cells: &[Cell], most_lines: usize) -> Vec<Vec<Cell>> {
    let mut pieces = Vec::new();
    let mut rest = cells.to_vec();
    while rest.iter().any(|cell| !cell.lines.is_empty()) {
        let now = rest.iter_mut().enumerate();
        let now = now.map(|(i, cell)| cell.take(room(&table.columns, i), most_lines));
        pieces.push(now.collect());
    }
    pieces
}

impl Cell {
    /// Takes from a cell what has room in so many lines.
    fn take(&mut self, column_mm: f32, most: usize) -> Self {
        let mut taken = Self {
            lines: Vec::new(),
            fills: 0,
        };
        let mut left = most;
        let mut rest = std::mem::take(&mut self.lines).into_iter();
        for line in rest.by_ref() {
            let high = lines(&line, column_mm);
            if high <= left {
                left -= high;
                taken.lines.push(line);
                continue;
            }
            match split(&line, column_mm, left).filter(|_| left > 1) {
                Some((first, later)) => {
                    taken.lines.push(first);
                    self.lines.push(later);
                }
                None => self.lines.push(line),
            }
            break;
        }
        self.lines.extend(rest);
        if self.lines.is_empty() {
            taken.fills = std::mem::take(&mut self.fills);
        }
        taken
    }
}

pub(super) fn table_row(lang: Lang, table: &Table, class: &'static str, cells: &[Cell], fifth: bool) -> Block {
    let mut html = Html::new(lang);
    let classes = [class, if fifth { "fifth" } else { "" }].join(" ");
    let none: &[(&'static str, &str)] = &[];
    let attributes = [("class", classes.trim())];
    let attributes = if classes.trim().is_empty() { none } else { &attributes };
    html.with("tr", attributes, |html| {
        for (column, cell) in table.columns.iter().zip(cells) {
            let class = match (column.class, cell.lines.is_empty()) {
                (class, false) => class.to_owned(),
                (class, true) => format!("{class} none").trim_start().to_owned(),
            };
            let attributes = [("class", class.as_str()), ("data-l", column.label.as_ref())];
            let attributes = if class.is_empty() {
                &attributes[1..]
            } else {
                &attributes
            };
            html.with("td", attributes, |html| write_cell(html, cell));
        }
    });
    let heights = cells.iter().enumerate().map(|(i, cell)| {
        let words: usize = cell.lines.iter().map(|line| lines(line, room(&table.columns, i))).sum();
        words as f32 * LINE_MM + cell.fills as f32 * FILL
    });
    Block {
        height_mm: heights.fold(LINE_MM, f32::max) + PADDING + RULE + if fifth { FIFTH } else { 0.0 },
        html: html.finish(),
    }
}

fn write_cell(html: &mut Html, cell: &Cell) {
    match cell.lines.as_slice() {
        [only] if cell.fills == 0 => html.line(only),
        lines => lines.iter().for_each(|line| html.line_in("div", "", line)),
    }
    (0..cell.fills).for_each(|_| html.el("div", "fill", |_| {}));
}

pub(super) fn band_row(lang: Lang, table: &Table, line: &Line, class: &'static str) -> Block {
    let mut html = Html::new(lang);
    let line = line.clone().strong();
    let width: f32 = table.columns.iter().map(|column| column.mm).sum();
    let span = table.columns.len().to_string();
    html.el("tr", class, |html| {
        html.with("td", &[("colspan", &span)], |html| html.line(&line));
    });
    Block {
        height_mm: lines(&line, width) as f32 * LINE_MM + BAND,
        html: html.finish(),
    }
}

pub(super) fn pen_row(lang: Lang, table: &Table) -> Block {
    let mut html = Html::new(lang);
    html.el("tr", "pen", |html| {
        table.columns.iter().for_each(|_| html.el("td", "", |_| {}));
    });
    Block {
        height_mm: PEN + RULE,
        html: html.finish(),
    }
}
