//! Makes what people typed harmless: in markup and in the reading order.
//!
//! Nothing is dropped. What has a meaning in HTML is escaped; what cannot be seen, or would change
//! how the text around it is read (control characters, bidirectional overrides and isolates, stacks
//! of combining marks), is written out as `[U+202E]`, so that the reader sees that it is there.
//! Marks that Arabic, Hebrew, Persian or emoji need (LRM, RLM, ALM, ZWJ, ZWNJ) stay as they are.

/// Combining marks in a row that are drawn; more would run over the lines above and below.
const MARKS_IN_A_ROW: usize = 4;

/// A piece of a text as it may be shown.
pub(crate) enum Piece {
    Shown(char),
    Break,
    Code(u32),
}

pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut marks = 0;
    let mut after_return = false;
    text.chars().filter_map(move |c| {
        let second_half = after_return && c == '\n';
        after_return = c == '\r';
        marks = if is_combining(c) { marks + 1 } else { 0 };
        match c {
            _ if second_half => None,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Piece::Break),
            '\t' => Some(Piece::Shown(' ')),
            _ if is_hidden(c) || marks > MARKS_IN_A_ROW => Some(Piece::Code(u32::from(c))),
            _ => Some(Piece::Shown(c)),
        }
    })
}

/// Characters that are not seen and act on what stands around them.
fn is_hidden(c: char) -> bool {
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    c.is_control()
        || noncharacter
        || matches!(c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // bidirectional embeddings, overrides, isolates
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' // invisible, or no longer used
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}') // annotations, tags
}

pub(crate) fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Appends a text to markup or to an attribute in double quotes; `line_break` stands for its line breaks.
pub(crate) fn push_markup(out: &mut String, text: &str, line_break: &str) {
    for (plain, rest) in runs(text) {
        // Most of a sheet is letters that are shown as they are.
        out.push_str(plain);
        push_pieces(out, rest, line_break);
    }
}

fn push_pieces(out: &mut String, text: &str, line_break: &str) {
    for piece in pieces(text) {
        match piece {
            Piece::Shown('&') => out.push_str("&amp;"),
            Piece::Shown('<') => out.push_str("&lt;"),
            Piece::Shown('>') => out.push_str("&gt;"),
            Piece::Shown('"') => out.push_str("&quot;"),
            Piece::Shown('\'') => out.push_str("&#39;"),
            Piece::Shown(c) => out.push(c),
            Piece::Break => out.push_str(line_break),
            Piece::Code(code) => out.push_str(&format!("[U+{code:04X}]")),
        }
    }
}

/// A text in runs of two: characters that are shown as they are, then characters that have to be looked at. What a
/// character becomes depends on none before the last that is shown as it is.
pub(crate) fn runs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut left = text;
    std::iter::from_fn(move || {
        let bytes = left.as_bytes();
        let plain = bytes.iter().take_while(|byte| is_plain(**byte)).count();
        let rest = bytes[plain..].iter().take_while(|byte| !is_plain(**byte)).count();
        let (run, later) = left.split_at(plain + rest);
        left = later;
        (!run.is_empty()).then(|| run.split_at(plain))
    })
}

/// Shown as it is, in markup too; no part of a longer character.
fn is_plain(byte: u8) -> bool {
    PLAIN[byte as usize]
}

/// The same for every byte: a sheet asks it of each letter, more than once.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        plain[byte as usize] = !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
        byte += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_breaks_out() {
        // typed, in markup
        let table = [
            ("Bed 4", "Bed 4"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload='x", "&quot; onload=&#39;x"),
            ("&lt;", "&amp;lt;"),
            ("--> ]]>", "--&gt; ]]&gt;"),
            ("a\\22 b", "a\\22 b"),
            ("a\r\nb\nc\rd", "a|b|c|d"),
            ("a\u{2028}b\u{85}c\u{c}d", "a|b|c|d"),
            ("a\tb", "a b"),
            ("x\u{202e}y", "x[U+202E]y"),
            ("x\u{2069}y", "x[U+2069]y"),
            ("\0\u{1b}[31m", "[U+0000][U+001B][31m"),
            ("\u{feff}\u{200b}", "[U+FEFF][U+200B]"),
            ("\u{ffff}\u{e0041}", "[U+FFFF][U+E0041]"),
            ("👩‍⚕️ 𝔐", "👩‍⚕️ 𝔐"),
            ("n\u{303}o", "n\u{303}o"),
            ("נועה\u{200f}", "נועה\u{200f}"),
        ];
        for (typed, markup) in table {
            let mut out = String::new();
            push_markup(&mut out, typed, "|");
            assert_eq!(out, markup, "{typed:?}");
        }
    }

    #[test]
    fn a_stack_of_marks_is_cut_and_stays_countable() {
        let mut out = String::new();
        push_markup(&mut out, &format!("a{}b\u{301}", "\u{301}".repeat(6)), "");
        assert_eq!(out, format!("a{}[U+0301][U+0301]b\u{301}", "\u{301}".repeat(4)));
    }
}
