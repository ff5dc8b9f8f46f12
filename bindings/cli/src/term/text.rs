//! Text on its way to a terminal: harmless, measured, wrapped.
//!
//! What people type ends on other people's screens. A control character could move the cursor or
//! hide a line, a bidi character could turn "left" and "right" around: each is replaced by a mark
//! that says that something stood there.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::Paint;

/// Stands for a character that is not printed.
const MARK: char = '\u{fffd}';

/// Characters that steer a terminal or the direction of text, or that cannot be seen.
///
/// The joiners U+200C and U+200D stay: names in several scripts need them.
fn harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text on one line, with nothing in it that a terminal obeys.
pub fn harmless(text: &str) -> String {
    let one = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if harmful(c) => MARK,
        c => c,
    };
    text.chars().map(one).collect()
}

/// JSON with the same characters written as escapes: nothing is lost, and a terminal obeys none of
/// it. They can stand only inside of strings, but for the line ends of the layout.
pub fn harmless_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if harmful(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Spelling as people type it, for comparing: lower case, one hyphen for a blank or an underscore,
/// no apostrophes, no accents of Spanish.
pub fn fold(word: &str) -> String {
    let one = |c: char| match c {
        ' ' | '_' => '-',
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        c => c,
    };
    let lower = word.trim().to_lowercase();
    lower.chars().filter(|c| !matches!(c, '\'' | '’')).map(one).collect()
}

/// A line of text in several paints. What goes in is made harmless on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Paint, String)>);

impl Text {
    /// Ordinary text.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self::of(Paint::Plain, text)
    }

    /// Text in a paint.
    pub fn of(paint: Paint, text: impl AsRef<str>) -> Self {
        Self::default().and(paint, text)
    }

    /// The same with more text after it.
    #[must_use]
    pub fn and(mut self, paint: Paint, text: impl AsRef<str>) -> Self {
        let text = harmless(text.as_ref());
        if !text.is_empty() {
            self.0.push((paint, text));
        }
        self
    }

    /// The same with another text after it.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        self.0.iter().map(|(_, text)| width(text)).sum()
    }

    /// Broken at blanks into lines of at most so many columns; a longer word stands alone.
    pub fn wrap(&self, columns: usize) -> Vec<Self> {
        let mut lines = vec![Self::default()];
        let mut used = 0;
        for (paint, word) in self.words() {
            let blank = usize::from(used > 0 && word.starts_with(' '));
            let bare = word.trim_start_matches(' ');
            let wide = width(bare);
            if used > 0 && used + blank + wide > columns && blank == 1 {
                lines.push(Self::default());
                used = 0;
            }
            let piece = if used == 0 { bare } else { word };
            used += width(piece);
            if let Some(line) = lines.last_mut() {
                line.push(paint, piece);
            }
        }
        lines
    }

    fn push(&mut self, paint: Paint, text: &str) {
        match self.0.last_mut() {
            Some((last, words)) if *last == paint => words.push_str(text),
            _ => self.0.push((paint, text.to_owned())),
        }
    }

    /// Words, each with the blanks before it; a change of paint inside a word is no place to break.
    fn words(&self) -> Vec<(Paint, &str)> {
        let mut words = Vec::new();
        for (paint, text) in &self.0 {
            let mut rest = text.as_str();
            while !rest.is_empty() {
                let start = rest.find(|c| c != ' ').unwrap_or(rest.len());
                let end = rest[start..].find(' ').map_or(rest.len(), |at| start + at);
                words.push((*paint, &rest[..end]));
                rest = &rest[end..];
            }
        }
        words
    }

    /// The same with blanks after it up to a width.
    #[must_use]
    pub fn padded(self, columns: usize) -> Self {
        let missing = columns.saturating_sub(self.width());
        self.and(Paint::Plain, " ".repeat(missing))
    }

    /// Written out with its styles; the stream takes them out where they are not wanted.
    pub fn write(&self, out: &mut String) {
        for (paint, text) in &self.0 {
            let style = paint.style();
            let _ = write!(out, "{style}{text}{style:#}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        let typed = "bed\u{1b}[2J 4\u{202e}tfel\u{9b}31m\u{200b}\u{7f}\nx";
        assert_eq!(
            harmless(typed),
            "bed\u{fffd}[2J 4\u{fffd}tfel\u{fffd}31m\u{fffd}\u{fffd} x"
        );
        assert_eq!(
            harmless("Мария Niño 李四 می\u{200c}خواهم"),
            "Мария Niño 李四 می\u{200c}خواهم"
        );
        let json = serde_json::to_string(typed).unwrap();
        let safe = harmless_json(&json);
        assert!(!safe.contains(harmful));
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), typed, "nothing is lost");
        assert_eq!(harmless_json("{\n  \"a\": 1\n}"), "{\n  \"a\": 1\n}");
    }

    #[test]
    fn lines_are_broken_at_blanks_and_measured_in_columns() {
        let text = Text::of(Paint::Strong, "李四 in bed").and(Paint::Plain, " 4, a rather long remark");
        assert_eq!(text.width(), 35);
        let shown: Vec<usize> = text.wrap(12).iter().map(Text::width).collect();
        assert_eq!(shown, vec![11; 3], "{:?}", text.wrap(12));
        assert_eq!(Text::plain("incomprehensibly").wrap(4).len(), 1);
        assert_eq!(Text::default().wrap(4).len(), 1);
    }

    #[test]
    fn spelling_is_folded_for_comparing() {
        for (typed, folded) in [
            ("Left our care", "left-our-care"),
            ("clinician’s order", "clinicians-order"),
            ("Fémur_Distal", "femur-distal"),
        ] {
            assert_eq!(fold(typed), folded);
        }
    }
}
