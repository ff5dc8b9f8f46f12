//! A line of a document in pieces, each of which knows whose words it is.
//!
//! A document's own sentences have places (`struck {when} by {who}`). What fills them keeps its own
//! treatment: a person's words stay in quotes and isolated, whatever sentence they stand in.

use std::borrow::Cow;

use marrow_engine::text::{self, Lang};

/// Words: most are the table's own, and not copied.
pub(crate) type Words = Cow<'static, str>;

/// Whose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The document's.
    Sheet,
    /// What a person typed as an answer: in quotes, never translated.
    Typed,
    /// What a person typed as a name: without quotes.
    Name,
    /// The document's, in a box of a class: how severe a flag is.
    Label(&'static str),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub text: Words,
    pub voice: Voice,
    pub strong: bool,
    pub struck: bool,
}

impl Run {
    fn new(text: impl Into<Words>, voice: Voice) -> Self {
        Self {
            text: text.into(),
            voice,
            strong: false,
            struck: false,
        }
    }
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line(pub Vec<Run>);

impl Line {
    fn one(text: impl Into<Words>, voice: Voice) -> Self {
        Self(vec![Run::new(text, voice)])
    }

    /// The document's own words.
    pub fn say(text: impl Into<Words>) -> Self {
        Self::one(text, Voice::Sheet)
    }

    /// What a person typed.
    pub fn typed(text: impl Into<String>) -> Self {
        Self::one(text.into(), Voice::Typed)
    }

    /// A person's name, role or unit, as given.
    pub fn name(text: impl Into<String>) -> Self {
        Self::one(text.into(), Voice::Name)
    }

    /// A word of the document's in a box of a class.
    pub fn label(text: impl Into<Words>, class: &'static str) -> Self {
        Self::one(text, Voice::Label(class))
    }

    /// A text of the table, its places filled with lines.
    pub fn fill(lang: Lang, key: &str, places: &[(&str, Self)]) -> Self {
        let mut line = Self::default();
        let own = |line: &mut Self, words: Words| {
            if !words.is_empty() {
                line.0.push(Run::new(words, Voice::Sheet));
            }
        };
        let Some(template) = text::find(lang, key) else {
            own(&mut line, Cow::Owned(key.to_owned()));
            return line;
        };
        for (i, part) in template.split('{').enumerate() {
            let words = match part.split_once('}') {
                Some((place, rest)) if i > 0 => {
                    let filled = places.iter().find(|(name, _)| *name == place);
                    line.0.extend(filled.into_iter().flat_map(|(_, l)| l.0.iter().cloned()));
                    rest
                }
                _ => part,
            };
            own(&mut line, Cow::Borrowed(words));
        }
        line
    }

    /// All of it bold.
    pub fn strong(mut self) -> Self {
        self.0.iter_mut().for_each(|run| run.strong = true);
        self
    }

    /// All of it ruled through.
    pub fn struck(mut self) -> Self {
        self.0.iter_mut().for_each(|run| run.struck = true);
        self
    }

    /// Its first letter a capital, where the first words are the document's.
    pub fn capital(mut self) -> Self {
        if let Some(first) = self.0.first_mut().filter(|run| run.voice == Voice::Sheet) {
            let mut chars = first.text.chars();
            let capital = chars.next().map(char::to_uppercase);
            first.text = capital.into_iter().flatten().chain(chars).collect::<String>().into();
        }
        self
    }

    /// This, then the other.
    pub fn and(mut self, other: Self) -> Self {
        if self.0.is_empty() {
            return other;
        }
        self.0.extend(other.0);
        self
    }

    /// This, then words of the document.
    pub fn then(mut self, text: impl Into<Words>) -> Self {
        self.0.push(Run::new(text, Voice::Sheet));
        self
    }

    /// Lines with something between them; empty ones are passed over.
    pub fn join(lines: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let mut joined = Self::default();
        for line in lines.into_iter().filter(|line| !line.0.is_empty()) {
            if !joined.0.is_empty() {
                joined = joined.then(between);
            }
            joined = joined.and(line);
        }
        joined
    }

    /// The text alone, without quotes.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_ref()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_keep_their_voice_and_are_not_filled_in_turn() {
        let line = Line::fill(
            Lang::En,
            "limit.extended",
            &[("hours", Line::say("48")), ("who", Line::typed("Dr {hours}"))],
        );
        assert_eq!(line.plain(), "extended to 48 h by Dr {hours}");
        let typed: Vec<_> = line.0.iter().filter(|run| run.voice == Voice::Typed).collect();
        assert_eq!(typed.len(), 1);
    }

    #[test]
    fn empty_lines_leave_no_gap() {
        let lines = [Line::say("a"), Line::default(), Line::say("b").strong()];
        assert_eq!(Line::join(lines, " · ").plain(), "a · b");
    }
}
