//! Columns: cells beside each other, wrapped, aligned whatever script they are in.

use super::Text;

/// Blanks between two columns.
const GAP: usize = 2;

/// Cells side by side, each wrapped to its width; as many lines as the tallest. The last cell is
/// not padded, and no line ends in blanks.
pub fn beside(cells: &[(usize, Vec<Text>)]) -> Vec<Text> {
    let wrapped: Vec<(usize, Vec<Text>)> = cells
        .iter()
        .map(|(columns, texts)| (*columns, texts.iter().flat_map(|text| text.wrap(*columns)).collect()))
        .collect();
    let height = wrapped.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    (0..height).map(|row| line(&wrapped, row)).collect()
}

fn line(cells: &[(usize, Vec<Text>)], row: usize) -> Text {
    let mut line = Text::default();
    let mut column = 0;
    for (columns, lines) in cells {
        if let Some(text) = lines.get(row).filter(|text| text.width() > 0) {
            line = line.padded(column).then(text.clone());
        }
        column = column.max(line.width().min(column + columns)).max(column + columns) + GAP;
    }
    line
}

/// One text at the start of a line and one at its end; below each other where they do not fit.
pub fn justify(start: Text, end: Text, columns: usize) -> Vec<Text> {
    if end.width() == 0 {
        return start.wrap(columns);
    }
    if start.width() + GAP + end.width() > columns {
        let mut lines = start.wrap(columns);
        lines.extend(end.wrap(columns));
        return lines;
    }
    let at = columns - end.width();
    vec![start.padded(at).then(end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &[Text]) -> Vec<String> {
        lines
            .iter()
            .map(|line| {
                let mut out = String::new();
                line.write(&mut out);
                out
            })
            .collect()
    }

    #[test]
    fn columns_stay_aligned_and_no_line_ends_in_blanks() {
        let lines = beside(&[
            (6, vec![Text::plain("Due")]),
            (4, vec![Text::plain("李四")]),
            (10, vec![Text::plain("check the site"), Text::plain("x")]),
        ]);
        assert_eq!(
            shown(&lines),
            ["Due     李四  check the", "              site", "              x"]
        );
        assert_eq!(
            shown(&justify(Text::plain("Bed 4"), Text::plain("9 h"), 12)),
            ["Bed 4    9 h"]
        );
        assert_eq!(
            shown(&justify(Text::plain("Bed 4"), Text::plain("9 h"), 8)),
            ["Bed 4", "9 h"]
        );
    }
}
