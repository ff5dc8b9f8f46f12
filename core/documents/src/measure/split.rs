//! Divides words that are longer than a page has room for.

use super::lines;
use crate::line::{Line, Run};

/// How far back a space is looked for, so that no word is divided without need.
const NEAR: usize = 40;

/// What of a line takes at most so many lines in a column, and the rest of it; none where all of it does. Each half
/// says with "…" that it is one.
pub(crate) fn split(line: &Line, column_mm: f32, most: usize) -> Option<(Line, Line)> {
    if lines(line, column_mm) <= most {
        return None;
    }
    let letters: Vec<char> = line.0.iter().flat_map(|run| run.text.chars()).collect();
    let fits = |many: &usize| lines(&ended(take(line, 0, *many)), column_mm) <= most;
    // More letters never take fewer lines.
    let (mut fitting, mut too_many) = (1, letters.len());
    while fitting + 1 < too_many {
        let middle = (fitting + too_many) / 2;
        if fits(&middle) {
            fitting = middle;
        } else {
            too_many = middle;
        }
    }
    let near = letters.iter().take(fitting).rev().take(NEAR);
    let back = near.take_while(|letter| !letter.is_whitespace()).count();
    let at = if back < NEAR.min(fitting) {
        fitting - back
    } else {
        fitting
    };
    let rest = take(line, at, letters.len());
    Some((ended(take(line, 0, at)), begun(rest)))
}

/// A line cut to so many lines in a column. The whole of it stands on a later page.
pub(crate) fn at_most(line: Line, column_mm: f32, most: usize) -> Line {
    match split(&line, column_mm, most) {
        Some((first, _)) => first,
        None => line,
    }
}

/// The letters of a line from one to another.
fn take(line: &Line, from: usize, to: usize) -> Line {
    let mut before = 0;
    let mut taken = Vec::new();
    for run in &line.0 {
        let many = run.text.chars().count();
        let (start, end) = (from.saturating_sub(before), to.saturating_sub(before).min(many));
        if start < end {
            let text: String = run.text.chars().skip(start).take(end - start).collect();
            taken.push(Run {
                text: text.into(),
                ..run.clone()
            });
        }
        before += many;
    }
    Line(taken)
}

fn ended(mut line: Line) -> Line {
    if let Some(last) = line.0.last_mut() {
        last.text = format!("{}…", last.text.trim_end()).into();
    }
    line
}

fn begun(mut line: Line) -> Line {
    if let Some(first) = line.0.first_mut() {
        first.text = format!("…{}", first.text.trim_start()).into();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_hold_every_letter_and_the_first_takes_no_more_lines() {
        let long = [
            Line::say("Some words. ").and(Line::typed("and a person's words ".repeat(60))),
            Line::typed("n".repeat(900)).then(" end"),
            Line::name("line\n".repeat(200)),
            Line::typed("漢字 🙂\u{202e}".repeat(90)).strong(),
        ];
        for line in long {
            let mut rest = line.clone();
            let mut letters = String::new();
            while let Some((first, later)) = split(&rest, 60.0, 5) {
                assert!(lines(&first, 60.0) <= 5, "{first:?}");
                letters.push_str(&first.plain());
                rest = later;
            }
            letters.push_str(&rest.plain());
            let bare = |text: &str| text.replace(['…', ' ', '\n'], "");
            assert_eq!(bare(&letters), bare(&line.plain()));
        }
        assert_eq!(split(&Line::say("short"), 60.0, 1), None);
    }
}
