//! Drawings of cases that were played through the engine, read back mark by mark.

#[path = "../../../../tests/played/mod.rs"]
#[allow(dead_code, reason = "the tests of the whole sheet use the rest of it")]
mod played;

mod cases;
mod crowded;
mod laws;
mod read;

use marrow_engine::text::Lang;

use super::drawing::Drawing;
use super::{Ground, dwell, figure, parts};
use crate::SheetInput;
use crate::sheet::{Sheet, layout};
use played::Play;

/// Every drawing of a sheet's first pages: the figure, the bar, the strips.
struct Drawn {
    figure: Drawing,
    bar: Option<Drawing>,
    strips: Vec<Drawing>,
    /// How many checks the case holds.
    checks: usize,
}

impl Drawn {
    fn all(&self) -> impl Iterator<Item = &Drawing> {
        [&self.figure].into_iter().chain(&self.bar).chain(&self.strips)
    }
}

fn drawn(play: &Play, when: &str, lang: Lang) -> Drawn {
    let mut drawn = None;
    play.sheet_with(when, lang, |input| drawn = Some(of(input)));
    drawn.expect("the case was looked at")
}

fn of(input: &SheetInput<'_>) -> Drawn {
    let sheet = Sheet::new(input);
    let ground = Ground::new(&sheet);
    let room = layout::room_mm(&sheet);
    Drawn {
        figure: figure::drawing(&sheet),
        bar: dwell::drawing(&ground).map(|(bar, _)| bar),
        checks: ground.looks.len(),
        strips: parts(&ground, room, room)
            .into_iter()
            .map(|part| part.drawing)
            .collect(),
    }
}

/// Every case as a page to be looked at, in the folder that `SHEETS` names.
#[test]
#[ignore = "writes files: SHEETS=folder cargo test -p marrow-documents --lib to_look_at -- --ignored"]
fn to_look_at() {
    let folder = std::env::var_os("SHEETS").expect("SHEETS names a folder");
    for case in cases::all() {
        for (lang, when) in case.looks.iter().flat_map(|when| [(Lang::En, when), (Lang::Es, when)]) {
            let name = format!("{}-{}-{}.html", case.name, when, lang.tag()).replace([' ', ':'], "_");
            let write = |name: String, html: String| {
                let path = std::path::Path::new(&folder).join(name);
                std::fs::write(path, html).expect("the folder can be written");
            };
            let unsynced = case.play.sheet_with(when, lang, |input| input.unsynced = true);
            write(format!("unsynced-{name}"), unsynced);
            write(name, case.play.sheet(when, lang));
        }
    }
}
