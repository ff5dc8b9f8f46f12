//! A drawing as text: a line a mark, in the order of the rows, and the words where they stand.

use crate::sheet::drawn::drawing::Drawing;
use crate::sheet::drawn::svg::{INK, Shape, Stroke};

pub fn text(drawing: &Drawing) -> String {
    let mut lines = Vec::new();
    let mut row = "";
    for symbol in drawing.symbols.iter().filter(|symbol| symbol.row != "key") {
        if symbol.row != row {
            row = symbol.row;
            lines.push(format!("{row}:"));
        }
        lines.push(format!(
            "  {:>6.1}  {:<12} {}",
            symbol.at.0,
            symbol.kind.word(),
            symbol.what
        ));
    }
    lines.push("bars and lines:".to_owned());
    lines.extend(drawing.shapes().iter().filter_map(shape));
    lines.push("words:".to_owned());
    for label in &drawing.labels {
        let area = label.area();
        lines.push(format!(
            "  {:>6.1} {:>6.1}  {}",
            area.left,
            label.spot.0.1,
            label.line.plain()
        ));
    }
    lines.join("\n").replace('\u{a0}', " ") + "\n"
}

/// A bar by its ends, height and fill; a line by its ends, width and dashes. Hairlines are left out.
fn shape(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Area(points, fill, _) => {
            let xs = points.iter().map(|(x, _)| *x);
            let ys = points.iter().map(|(_, y)| *y);
            let (left, right) = (xs.clone().fold(f32::MAX, f32::min), xs.fold(f32::MIN, f32::max));
            let (top, bottom) = (ys.clone().fold(f32::MAX, f32::min), ys.fold(f32::MIN, f32::max));
            let high = bottom - top;
            Some(format!(
                "  {left:>6.1} to {right:>6.1} at {top:>6.1}, {high:.1} high, {fill}"
            ))
        }
        Shape::Lines(runs, stroke) if stroke.ink == INK => {
            let run = runs.first().filter(|_| runs.len() == 1)?;
            let ((x1, y1), (x2, y2)) = (*run.first()?, *run.last()?);
            let Stroke { width, dash, .. } = stroke;
            Some(
                format!("  {x1:>6.1} {y1:>6.1} to {x2:>6.1} {y2:>6.1}, {width} {dash}")
                    .trim_end()
                    .to_owned(),
            )
        }
        _ => None,
    }
}

/// Holds a drawing against its golden text; `UPDATE_GOLDEN` in the environment writes it anew.
pub fn golden(name: &str, drawing: &Drawing) {
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let found = text(drawing);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).expect("the golden file can be written");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (wanted, found)) in wanted.lines().zip(found.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}, line {}", line + 1);
    }
    assert_eq!(found, wanted, "{name}");
}
