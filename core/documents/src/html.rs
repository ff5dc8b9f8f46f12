//! Markup that cannot come out wrong: every element that is opened is closed, every text escaped.

use marrow_engine::text::Lang;

use crate::escape::push_markup;
use crate::line::{Line, Run, Voice};

/// A piece of markup in the making.
pub(crate) struct Html {
    out: String,
    lang: Lang,
}

impl Html {
    /// Of about the size of a row: growing costs more than the room.
    pub fn new(lang: Lang) -> Self {
        let out = String::with_capacity(1_024);
        Self { out, lang }
    }

    /// A document with room for so many bytes of markup.
    pub fn document(lang: Lang, room: usize) -> Self {
        let mut out = String::with_capacity(room + 64 * 1_024);
        out.push_str("<!doctype html>\n");
        Self { out, lang }
    }

    pub fn finish(self) -> String {
        self.out
    }

    /// An element with attributes and what is in it.
    pub fn with(&mut self, tag: &'static str, attributes: &[(&'static str, &str)], inside: impl FnOnce(&mut Self)) {
        self.start(tag, attributes);
        inside(self);
        self.end(tag);
    }

    /// An element of a class; of none where that is empty.
    pub fn el(&mut self, tag: &'static str, class: &'static str, inside: impl FnOnce(&mut Self)) {
        let class = [("class", class)];
        let none = class[0].1.is_empty();
        self.with(tag, if none { &[] } else { &class }, inside);
    }

    /// An element with nothing but a line in it.
    pub fn line_in(&mut self, tag: &'static str, class: &'static str, line: &Line) {
        self.el(tag, class, |html| html.line(line));
    }

    /// An element whose attributes are written as they are made, without a list of them.
    pub fn made(
        &mut self,
        tag: &'static str,
        attributes: impl FnOnce(&mut Attributes<'_>),
        inside: impl FnOnce(&mut Self),
    ) {
        self.out.push('<');
        self.out.push_str(tag);
        attributes(&mut Attributes { out: &mut self.out });
        self.out.push('>');
        inside(self);
        self.end(tag);
    }

    /// An element that holds nothing and is not closed: `meta`, `col`.
    pub fn void(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.start(tag, attributes);
    }

    /// A style sheet of this crate; what people typed never comes into one.
    pub fn style(&mut self, css: &str) {
        debug_assert!(!css.contains("</"));
        self.out.push_str("<style>\n");
        self.out.push_str(css);
        self.out.push_str("</style>\n");
    }

    /// Whole elements that another of these has made.
    pub fn markup(&mut self, made: &str) {
        self.out.push_str(made);
    }

    /// The document's own words.
    pub fn text(&mut self, text: &str) {
        push_markup(&mut self.out, text, " ");
    }

    /// A line with the treatment of each piece.
    pub fn line(&mut self, line: &Line) {
        let mut rest = line.0.as_slice();
        // Neighbours of one weight share one element, so that a rule through them is one line.
        while let Some(first) = rest.first() {
            let same = |run: &&Run| run.strong == first.strong && run.struck == first.struck;
            let (now, later) = rest.split_at(rest.iter().take_while(same).count());
            rest = later;
            let inner = |html: &mut Self| now.iter().for_each(|run| html.run(run));
            match (first.strong, first.struck) {
                (false, false) => inner(self),
                (true, false) => self.el("b", "", inner),
                (false, true) => self.el("s", "", inner),
                (true, true) => self.el("s", "", |html| html.el("b", "", inner)),
            }
        }
    }

    /// A line inside an SVG `text`, where only `tspan` is known and nothing breaks a line.
    pub fn drawn_line(&mut self, line: &Line) {
        for run in &line.0 {
            if run.strong {
                self.with("tspan", &[("class", "b")], |html| html.drawn_run(run));
            } else {
                self.drawn_run(run);
            }
        }
    }

    fn drawn_run(&mut self, run: &Run) {
        let (open, close) = match (run.voice, self.lang) {
            (Voice::Typed, Lang::En) => ("“", "”"),
            (Voice::Typed, Lang::Es) => ("«", "»"),
            _ => ("", ""),
        };
        self.out.push_str(open);
        self.text(&run.text);
        self.out.push_str(close);
        // What follows a person's words is read in the sheet's own direction again.
        if run.voice != Voice::Sheet && !run.text.is_ascii() {
            self.out.push('\u{200e}');
        }
    }

    fn run(&mut self, run: &Run) {
        match run.voice {
            Voice::Sheet => self.text(&run.text),
            Voice::Label(class) => self.el("span", class, |html| html.text(&run.text)),
            Voice::Name => self.isolated(&run.text),
            Voice::Typed => {
                let (open, close) = match self.lang {
                    Lang::En => ("“", "”"),
                    Lang::Es => ("«", "»"),
                };
                self.out.push_str(open);
                self.isolated(&run.text);
                self.out.push_str(close);
            }
        }
    }

    /// A person's words: their direction does not reach beyond them.
    fn isolated(&mut self, words: &str) {
        self.out.push_str("<bdi>");
        push_markup(&mut self.out, words, "<br>");
        self.out.push_str("</bdi>");
    }

    fn start(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        let mut written = Attributes { out: &mut self.out };
        attributes.iter().for_each(|(name, value)| written.add(name, value));
        self.out.push('>');
    }

    fn end(&mut self, tag: &'static str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
        if is_block(tag) {
            self.out.push('\n');
        }
    }
}

/// The attributes of an element in the making.
pub(crate) struct Attributes<'h> {
    out: &'h mut String,
}

impl Attributes<'_> {
    /// An attribute.
    pub fn add(&mut self, name: &'static str, value: &str) {
        self.made(name, |out| push_markup(out, value, " "));
    }

    /// One whose value is letters and numbers of this crate; what people typed never comes into one.
    pub fn made(&mut self, name: &'static str, value: impl FnOnce(&mut String)) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        value(self.out);
        self.out.push('"');
    }
}

fn is_block(tag: &str) -> bool {
    !matches!(tag, "b" | "s" | "span" | "bdi" | "tspan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_close_and_words_stay_inside_them() {
        let mut html = Html::new(Lang::Es);
        html.el("p", "note", |html| {
            html.line(&Line::say("a < b").strong().and(Line::typed("</p>\n»")));
        });
        assert_eq!(
            html.finish(),
            "<p class=\"note\"><b>a &lt; b</b>«<bdi>&lt;/p&gt;<br>»</bdi>»</p>\n"
        );
    }

    #[test]
    fn a_drawing_holds_a_persons_words_as_text() {
        let mut html = Html::new(Lang::En);
        let line = Line::say("red")
            .strong()
            .and(Line::typed("אב\n</text>"))
            .then(", 09:14");
        html.el("text", "", |html| html.drawn_line(&line));
        assert_eq!(
            html.finish(),
            "<text><tspan class=\"b\">red</tspan>“אב &lt;/text&gt;”\u{200e}, 09:14</text>\n"
        );
    }

    #[test]
    fn a_rule_goes_through_neighbours_as_one() {
        let mut html = Html::new(Lang::En);
        let old = Line::say("Note: ").and(Line::typed("x")).struck();
        html.line(&old.and(Line::say(" new").strong().struck()));
        assert_eq!(html.finish(), "<s>Note: “<bdi>x</bdi>”</s><s><b> new</b></s>");
    }
}
