//! The nursing sheet, for paper and for a phone's screen (article A14): the first page draws the case
//! to scale, the others say the same in words.
//!
//! One file a section. Absence is always written; nothing is
//! summed up as "fine"; no meaning hangs on a colour, so that a photocopy says the same.

mod changes;
mod check;
mod closing;
mod drawn;
mod entry;
mod flags;
mod handover;
mod header;
mod items;
mod layout;
mod limit;
mod marks;
mod missed;
mod observation;
mod policy;
mod record;
mod removal;
mod signatures;
mod state;
mod tasks;
mod times;
mod told;
mod turns;
mod typed;
mod words;

use std::{panic, thread};

use marrow_engine::assess::Assessment;
use marrow_engine::course::Course;
use marrow_engine::fold::Folded;
use marrow_engine::text::{self, Lang};
use marrow_engine::time::{ClockSample, Ms};
use marrow_engine::view::CaseView;

use crate::line::{Line, Words};
use crate::pages::Part;
use check::Before;
use times::Times;
use told::Told;

/// What a sheet is made from.
#[derive(Clone, Copy, Debug)]
pub struct SheetInput<'a> {
    /// The case, looked at now.
    pub look: &'a Assessment<'a>,
    /// How it went until now.
    pub course: &'a Course,
    /// This phone reminds of the case.
    pub watched: bool,
    /// The language of the sheet; what people typed stays in theirs.
    pub lang: Lang,
    /// Now: when the sheet is made, in which zone and offset.
    pub now: &'a ClockSample,
    /// Some of the entries are on this phone alone.
    pub unsynced: bool,
    /// The version of the app that makes the sheet.
    pub app_version: &'a str,
}

/// What every section reads.
struct Sheet<'a> {
    input: &'a SheetInput<'a>,
    look: &'a Assessment<'a>,
    lang: Lang,
    view: CaseView,
    times: Times,
    told: Vec<Told<'a>>,
    before: Before,
}

impl<'a> Sheet<'a> {
    fn new(input: &'a SheetInput<'a>) -> Self {
        let (look, lang) = (input.look, input.lang);
        let entries = look.timeline.case.entries.iter();
        let times: Vec<Ms> = entries.map(|entry| entry.when.at(look.timeline.frame)).collect();
        Self {
            input,
            look,
            lang,
            view: CaseView::of(look, input.watched, lang, input.now.wall_ms),
            times: Times::new(look, input.now, lang),
            told: told::by_entry(input.course, &times),
            before: Before::of(&look.timeline),
        }
    }

    fn entries(&self) -> &'a [Folded] {
        &self.look.timeline.case.entries
    }

    fn course(&self) -> &'a Course {
        self.input.course
    }

    fn t(&self, key: &str) -> Words {
        text::find(self.lang, key).map_or_else(|| Words::Owned(key.to_owned()), Words::Borrowed)
    }

    fn say(&self, key: &str) -> Line {
        Line::say(self.t(key))
    }

    fn fill(&self, key: &str, places: &[(&str, Line)]) -> Line {
        Line::fill(self.lang, key, places)
    }

    fn not_recorded(&self) -> Line {
        self.say("sheet.not-recorded")
    }

    /// What a person typed, in quotes; "not recorded" where that is nothing.
    fn typed_or_not(&self, words: Option<&str>) -> Line {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => Line::typed(words),
            None => self.not_recorded(),
        }
    }

    /// When an entry was recorded, on this phone's clock.
    fn recorded_at(&self, entry: &Folded) -> Ms {
        entry
            .when_of(entry.entry.envelope.recorded.wall_ms)
            .at(self.look.timeline.frame)
    }

    /// When an entry happened, on this phone's clock.
    fn happened_at(&self, entry: &Folded) -> Ms {
        entry.when.at(self.look.timeline.frame)
    }

    /// When an entry happened, as the phone that recorded it shows it.
    fn clock_of(&self, folded: &Folded) -> String {
        let offset = folded.entry.envelope.recorded.offset_s;
        let clock = Times::clock(self.happened_at(folded), offset);
        format!("{clock}{}", self.times.suffix(offset))
    }

    /// Who recorded an entry: the name, as given.
    fn author(&self, entry: &Folded) -> Line {
        let name = entry.entry.envelope.actor.name.trim();
        if name.is_empty() {
            self.not_recorded()
        } else {
            Line::name(name)
        }
    }

    /// Who recorded an entry: name, role, unit.
    fn author_in_full(&self, entry: &Folded) -> Line {
        let actor = &entry.entry.envelope.actor;
        let rest = [&actor.role, &actor.unit].map(|words| match words.trim() {
            "" => Line::default(),
            words => Line::name(words),
        });
        Line::join([self.author(entry)].into_iter().chain(rest), ", ")
    }

    fn is_closed(&self) -> bool {
        self.look.timeline.closed.is_some()
    }
}

/// The nursing sheet of a case: a complete HTML document that loads nothing and runs nothing.
pub fn nursing_sheet(input: &SheetInput<'_>) -> String {
    let sheet = Sheet::new(input);
    layout::document(&sheet, &parts(&sheet))
}

/// What stands on the pages, in order.
fn parts(sheet: &Sheet<'_>) -> Vec<Part> {
    let (drawn, words) = thread::scope(|scope| {
        // A third of the work, which the rest does not wait for.
        let drawn = scope.spawn(|| drawn::blocks(sheet, layout::room_mm(sheet)));
        let words = words(sheet);
        let drawn = drawn.join().unwrap_or_else(|panic| panic::resume_unwind(panic));
        (drawn, words)
    });
    let mut parts = vec![Part::of_blocks(sheet.lang, drawn)];
    for part in words {
        // The first page is drawn; the words begin on the next.
        let first = parts.len() == 1;
        parts.push(if first { part.on_its_own_page() } else { part });
    }
    parts
}

fn words(sheet: &Sheet<'_>) -> Vec<Part> {
    let words = [
        flags::red(sheet),
        Some(record::part(sheet)),
        Some(missed::part(sheet)),
        tasks::part(sheet),
        Some(handover::part(sheet)),
        removal::part(sheet),
        observation::part(sheet),
        Some(flags::others(sheet)),
        Some(closing::links(sheet)),
        Some(policy::part(sheet)),
        Some(closing::reading(sheet)),
        Some(signatures::part(sheet)),
        Some(closing::purpose(sheet)),
    ];
    words.into_iter().flatten().collect()
}
