//! How to read the charts: every mark beside its words.

use super::super::Sheet;
use super::svg::{Point, Shape, number, plain};
use super::symbols::{Kind, Symbol};
use crate::html::Html;
use crate::measure::lines;
use crate::pages::{Block, LINE_MM};

/// A mark and its words, side by side in two columns.
const COLUMN: f32 = 72.0;
const MARK: f32 = 12.0;
/// What stays free right of the words.
const GAP: f32 = 2.0;

const MIDDLE: Point = (MARK / 2.0 - 1.0, LINE_MM / 2.0);

/// The marks in pairs, one to a row.
const MARKS: &[(&str, &[Kind])] = &[
    ("sheet.legend.due", &[]),
    ("sheet.legend.done", &[Kind::Done]),
    ("sheet.legend.late", &[]),
    ("sheet.legend.not-done", &[Kind::NotDone]),
    ("sheet.legend.skipped", &[Kind::Skipped]),
    ("sheet.legend.to-come", &[Kind::ToCome]),
    ("sheet.legend.incomplete", &[Kind::Half]),
    ("sheet.legend.dose", &[Kind::Dose]),
    ("sheet.legend.value", &[Kind::Dot]),
    ("sheet.legend.past", &[Kind::Square]),
    ("sheet.legend.about", &[Kind::Hollow]),
    ("sheet.legend.other-limb", &[Kind::Other]),
    ("sheet.legend.not-assessable", &[Kind::Diamond]),
    ("sheet.legend.not-assessed", &[Kind::NotAssessed]),
    ("sheet.legend.blank", &[Kind::Blank]),
    ("sheet.legend.beyond", &[Kind::Above]),
    ("sheet.legend.ring", &[Kind::Ring]),
    ("sheet.legend.finding", &[Kind::Finding]),
    ("sheet.legend.struck", &[Kind::Struck]),
    ("sheet.legend.amended", &[Kind::Old]),
];

/// The marks with their words.
pub(in crate::sheet) fn block(sheet: &Sheet<'_>) -> Block {
    let [width, height] = [MARK - 2.0, LINE_MM].map(number);
    let (view, width, height) = (
        format!("0 0 {width} {height}"),
        format!("{width}mm"),
        format!("{height}mm"),
    );
    // The words beside it say all that a mark says.
    let svg = [
        ("viewBox", view.as_str()),
        ("width", &width),
        ("height", &height),
        ("aria-hidden", "true"),
    ];
    let mut html = Html::new(sheet.lang);
    html.el("div", "marks", |html| {
        for (key, kinds) in MARKS {
            html.el("div", "", |html| {
                html.with("svg", &svg, |html| {
                    shapes(key, kinds).iter().for_each(|shape| shape.write(html));
                });
                html.line_in("span", "", &sheet.say(key));
            });
        }
    });
    let height = |key: &str| lines(&sheet.say(key), COLUMN - MARK - GAP);
    let rows = MARKS
        .chunks(2)
        .map(|pair| pair.iter().map(|(key, _)| height(key)).max().unwrap_or(1));
    Block {
        height_mm: rows.sum::<usize>() as f32 * LINE_MM,
        html: html.finish(),
    }
}

fn shapes(key: &str, kinds: &[Kind]) -> Vec<Shape> {
    let (x, y) = MIDDLE;
    let bar = |from: f32, width: f32| Shape::line((x + from, y), (x + from + 3.0, y), plain(width));
    match key {
        "sheet.legend.due" => vec![Shape::line((x, y - 1.7), (x, y + 1.7), plain(0.35))],
        "sheet.legend.late" => vec![bar(-5.0, 0.7), bar(-1.5, 1.4), bar(2.0, 2.4)],
        _ => kinds.iter().flat_map(|kind| symbol(*kind, (x, y)).shapes()).collect(),
    }
}

fn symbol(kind: Kind, at: Point) -> Symbol {
    Symbol {
        kind,
        at,
        #[cfg(test)]
        row: "legend",
        #[cfg(test)]
        what: String::new(),
    }
}
