//! How wide words are on paper, and how many lines they take.
//!
//! The sheet paginates itself and cannot ask the reader's fonts. So it measures with the widest of
//! those that the style sheet asks for, all at the one x-height that it pins: on any of them a text
//! takes as many lines as are counted here, or fewer. A font that is far wider than the others would
//! leave paper white on all of them, so the style sheet has it drawn smaller instead.

mod split;
mod widths;

use crate::escape::{Piece, is_combining, pieces, runs};
use crate::line::{Line, Voice};
pub(crate) use split::{at_most, split};
use widths::{GREEK_AND_CYRILLIC, GREEK_AND_CYRILLIC_BOLD, LATIN, LATIN_BOLD, PUNCTUATION, PUNCTUATION_BOLD, SIGNS};

/// The size of the sheet's words, in points.
pub(crate) const TEXT_PT: f32 = 11.1;

const MM_A_POINT: f32 = 25.4 / 72.0;

/// A character that no table knows: no letter of the common fonts is wider.
const UNKNOWN: f32 = 1.05;

/// What the box around a label adds to its words.
const LABEL_MM: f32 = 3.0;

/// Emoji and the like come from a font of their own.
const PICTURE: f32 = 1.4;

/// How wide a text is on one line, as it is shown, without quotes around it.
pub(crate) fn width_mm(text: &str, bold: bool, pt: f32) -> f32 {
    let mut em = 0.0;
    each_shown(text, |c| em += if c == '\n' { 0.0 } else { advance(c, bold) });
    em * pt * MM_A_POINT
}

/// How many lines a line's words take in a column, at the size of the sheet's words.
pub(crate) fn lines(line: &Line, column_mm: f32) -> usize {
    if plainly_fits(line, column_mm) {
        return 1;
    }
    wrapped(line, column_mm)
}

/// The same, letter by letter.
fn wrapped(line: &Line, column_mm: f32) -> usize {
    let mut wrap = Wrap::new(column_mm / (TEXT_PT * MM_A_POINT));
    for run in &line.0 {
        let quoted = run.voice == Voice::Typed;
        if matches!(run.voice, Voice::Label(_)) {
            wrap.letter(LABEL_MM / (TEXT_PT * MM_A_POINT));
        }
        let strong = run.strong || matches!(run.voice, Voice::Label(_));
        let quote = |wrap: &mut Wrap| {
            if quoted {
                wrap.letter(advance('«', strong).max(advance('“', strong)));
            }
        };
        quote(&mut wrap);
        each_shown(&run.text, |c| match c {
            // Only a person's words break their line; the sheet's own are written without.
            '\n' if run.voice != Voice::Sheet => wrap.end_line(),
            '\n' | ' ' => wrap.space(advance(' ', strong)),
            c => wrap.letter(advance(c, strong)),
        });
        quote(&mut wrap);
    }
    wrap.end_word();
    wrap.lines
}

/// Whether a line is of plain letters only that together are no wider than the column: most are.
fn plainly_fits(line: &Line, column_mm: f32) -> bool {
    let room = (column_mm / (TEXT_PT * MM_A_POINT) * 128.0) as u32;
    let mut wide = 0;
    for run in &line.0 {
        let label = matches!(run.voice, Voice::Label(_));
        if label || run.voice == Voice::Typed {
            return false;
        }
        let widths = if run.strong { &LATIN_BOLD } else { &LATIN };
        for byte in run.text.bytes() {
            if !(b' '..=b'~').contains(&byte) {
                return false;
            }
            wide += u32::from(widths[usize::from(byte - b' ')]);
        }
        if wide > room {
            return false;
        }
    }
    true
}

/// The characters of a text as they come on paper; most are plain, and a sheet measures tens of thousands.
fn each_shown(text: &str, mut take: impl FnMut(char)) {
    for (plain, rest) in runs(text) {
        plain.bytes().for_each(|byte| take(char::from(byte)));
        for piece in pieces(rest) {
            match piece {
                Piece::Shown(c) => take(c),
                Piece::Break => take('\n'),
                Piece::Code(code) => format!("[U+{code:04X}]").chars().for_each(&mut take),
            }
        }
    }
}

/// How wide a character is, in em.
fn advance(c: char, bold: bool) -> f32 {
    let latin = if bold { &LATIN_BOLD } else { &LATIN };
    if let Some(width) = latin.get((c as usize).wrapping_sub(0x20)).filter(|width| **width > 0) {
        return f32::from(*width) / 128.0;
    }
    let tables = [
        (
            0x370,
            if bold {
                &GREEK_AND_CYRILLIC_BOLD[..]
            } else {
                &GREEK_AND_CYRILLIC
            },
        ),
        (0x2010, if bold { &PUNCTUATION_BOLD } else { &PUNCTUATION }),
    ];
    let code = u32::from(c);
    let known = tables.iter().find_map(|(first, table)| {
        let index = usize::try_from(code.checked_sub(*first)?).ok()?;
        table.get(index).copied().filter(|width| *width > 0)
    });
    let sign = || SIGNS.iter().find(|(sign, _, _)| *sign == c);
    let sign = || sign().map(|(_, regular, strong)| if bold { *strong } else { *regular });
    match known.or_else(sign) {
        Some(width) => f32::from(width) / 128.0,
        None if is_combining(c) || is_joiner(c) => 0.0,
        None if matches!(code, 0x2600..=0x27bf | 0x2b00..=0x2bff) || code >= 0x1f000 => PICTURE,
        None => UNKNOWN,
    }
}

/// What joins its neighbours or chooses how they are drawn.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{fe00}'..='\u{fe0f}')
}

/// Breaks words into lines as a browser does, one that knows no place for a break but a space: where
/// it knows more, it needs no more lines.
struct Wrap {
    column: f32,
    lines: usize,
    /// What stands on the line, and the space after it.
    line: f32,
    gap: f32,
    /// The letters of the word that has not ended, and how wide they are together.
    word: Vec<f32>,
    wide: f32,
}

impl Wrap {
    fn new(column: f32) -> Self {
        Self {
            column,
            lines: 1,
            line: 0.0,
            gap: 0.0,
            word: Vec::new(),
            wide: 0.0,
        }
    }

    fn letter(&mut self, width: f32) {
        self.word.push(width);
        self.wide += width;
    }

    fn space(&mut self, width: f32) {
        self.end_word();
        self.gap = width;
    }

    fn end_line(&mut self) {
        self.end_word();
        self.new_line();
    }

    fn new_line(&mut self) {
        self.lines += 1;
        (self.line, self.gap) = (0.0, 0.0);
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.wide);
        if self.line > 0.0 && self.line + self.gap + word > self.column {
            self.new_line();
        }
        if self.line > 0.0 {
            self.line += self.gap;
        }
        // Nearly always; a hair's breadth aside, for sums of fractions.
        if self.line + word < self.column - 0.001 {
            self.line += word;
            self.word.clear();
            return;
        }
        // A word that no line holds is broken anywhere.
        let mut letters = std::mem::take(&mut self.word);
        for letter in letters.drain(..) {
            if self.line > 0.0 && self.line + letter > self.column {
                self.new_line();
            }
            self.line += letter;
        }
        self.word = letters;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_widest_font() {
        let em = TEXT_PT * MM_A_POINT;
        for (text, bold, least, most) in [
            ("0000000000", false, 5.6, 5.8),
            ("i", false, 0.24, 0.29),
            ("W", true, 0.9, 1.1),
            ("→", false, 0.7, 1.1),
            ("я", false, 0.5, 0.7),
            ("中", false, 1.0, 1.1),
            ("😀", false, 1.3, 1.5),
            ("n\u{303}", false, 0.5, 0.65),
            ("", true, 0.0, 0.0),
            ("a\nb", false, 1.1, 1.3),
        ] {
            let width = width_mm(text, bold, TEXT_PT) / em;
            assert!((least..=most).contains(&width), "{text}: {width}");
        }
        let (plain, bold) = (width_mm("Needle out", false, 13.0), width_mm("Needle out", true, 13.0));
        assert!(bold > plain && plain > width_mm("Needle out", false, TEXT_PT));
        // What cannot be seen is written out, and measured so.
        assert_eq!(
            width_mm("\u{202e}", false, TEXT_PT),
            width_mm("[U+202E]", false, TEXT_PT)
        );
    }

    #[test]
    fn words_wrap_at_spaces_and_long_ones_anywhere() {
        let zero = width_mm("0", false, TEXT_PT);
        let column = zero * 10.0 + width_mm(" ", false, TEXT_PT) + 0.01;
        for (line, wanted) in [
            (Line::default(), 1),
            (Line::say("00000 00000"), 1),
            (Line::say("00000 000000"), 2),
            (Line::say("00000    00000   "), 1),
            (Line::say("00000\u{a0}00000 0"), 2),
            (Line::say("0 ".repeat(10) + &"0".repeat(25)), 5),
            (Line::say("0".repeat(500)), 50),
            (Line::say("000000").then("00000"), 2),
            (Line::typed("0000000000"), 2),
            (Line::name("0\n0\n\n0"), 4),
            (Line::say("0\n0"), 1),
            (Line::typed(""), 1),
        ] {
            assert_eq!(lines(&line, column), wanted, "{:?}", line.plain());
        }
    }

    #[test]
    fn what_plainly_fits_takes_one_line() {
        for n in 1..60 {
            let letters: String = (b' '..=b'~').cycle().skip(n * 7).take(n).map(char::from).collect();
            for line in [Line::say(letters.clone()), Line::say(letters).strong()] {
                let wide = line
                    .0
                    .iter()
                    .map(|run| width_mm(&run.text, run.strong, TEXT_PT))
                    .sum::<f32>();
                assert!(
                    plainly_fits(&line, wide + 0.01) && !plainly_fits(&line, wide - 0.01),
                    "{n}"
                );
                assert_eq!(wrapped(&line, wide + 0.01), 1, "{n}");
            }
        }
        assert!(!plainly_fits(&Line::say("é"), 100.0) && !plainly_fits(&Line::say("0\n0"), 100.0));
    }
}
