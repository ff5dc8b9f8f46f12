//! Dealing rows out to pages: whatever the rows are, none is lost and no page is over-full.

use super::*;
use crate::html::Html;
use crate::line::Line;
use marrow_engine::text::Lang;

const ROOM: f32 = 260.0;

/// Numbers that look random and are the same on each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % sides
    }
}

fn words(dice: &mut Dice, most: usize) -> Line {
    Line::say("word ".repeat(1 + dice.roll(most)))
}

fn table(dice: &mut Dice, part: &mut Part, rows: usize) {
    let columns = vec![Column::new("a".into(), 40.0), Column::new("b".into(), 104.0)];
    part.table("t", columns);
    for _ in 0..rows {
        if dice.roll(7) == 0 {
            part.band(&words(dice, 9), &Line::say("again"));
        }
        let cells: [Cell; 2] = [words(dice, 9).into(), words(dice, 60).into()];
        part.row("", &cells);
    }
}

fn parts(dice: &mut Dice) -> Vec<Part> {
    let mut parts = Vec::new();
    for n in 0..2 + dice.roll(5) {
        let heading = format!("Heading {n}");
        let mut part = match dice.roll(3) {
            0 => Part::above(Lang::En, heading.into()),
            1 => Part::beside(Lang::En, heading.into()),
            _ => {
                let html = format!("<p>block {n}</p>");
                let height_mm = dice.roll(400) as f32;
                let rest = || Block {
                    height_mm,
                    html: html.clone(),
                };
                parts.push(Part::of_blocks(Lang::En, vec![rest(), rest()]));
                continue;
            }
        };
        part.say(&words(dice, 40));
        let rows = dice.roll(40);
        table(dice, &mut part, rows);
        if dice.roll(2) == 0 {
            part.say(&words(dice, 1500));
        }
        let part = if dice.roll(4) == 0 { part.keep_together() } else { part };
        parts.push(if n == 1 { part.on_its_own_page() } else { part });
    }
    parts
}

#[test]
fn every_row_stands_once_in_order_and_no_page_is_over_full() {
    for seed in 0..400 {
        let dice = &mut Dice(seed);
        let parts = parts(dice);
        let pages = fill(&parts, ROOM);
        let dealt: Vec<(usize, usize)> = pages
            .iter()
            .flat_map(|page| &page.slices)
            .flat_map(|slice| slice.rows.clone().map(|row| (slice.part, row)))
            .collect();
        let all = parts.iter().enumerate();
        let all: Vec<(usize, usize)> = all
            .flat_map(|(i, part)| (0..part.rows.len()).map(move |r| (i, r)))
            .collect();
        assert_eq!(dealt, all, "seed {seed}");
        for page in &pages {
            let rows: usize = page.slices.iter().map(|slice| slice.rows.len()).sum();
            assert!(rows > 0, "an empty page, seed {seed}");
            assert!(page.height_mm <= ROOM || rows == 1, "{}, seed {seed}", page.height_mm);
        }
    }
}

#[test]
fn no_page_ends_under_a_heading_or_a_band() {
    for seed in 0..400 {
        let dice = &mut Dice(seed);
        let parts = parts(dice);
        for page in fill(&parts, ROOM) {
            let Some(slice) = page.slices.last() else { continue };
            let last = &parts[slice.part].rows[slice.rows.end - 1];
            let band = last.keep && last.block.html.contains("\"band\"");
            assert!(
                !band || page.slices.iter().all(|slice| slice.rows.len() == 1),
                "seed {seed}"
            );
        }
    }
}

/// A page is left early only for what does not fit on it.
#[test]
fn no_page_ends_without_need() {
    let mut part = Part::above(Lang::En, "Record".into());
    table(&mut Dice(1), &mut part, 300);
    let parts = [part];
    let pages = fill(&parts, ROOM);
    for pair in pages.windows(2) {
        let next = &parts[0].rows[pair[1].slices[0].rows.start];
        let with_a_band = next.block.height_mm + 60.0;
        assert!(pair[0].height_mm + with_a_band > ROOM, "{}", pair[0].height_mm);
    }
    assert!(pages.len() > 10);
}

#[test]
fn heads_bands_and_headings_stand_again_and_pages_are_numbered() {
    let mut part = Part::above(Lang::En, "Record".into());
    part.table(
        "t",
        vec![Column::new("happened".into(), 40.0), Column::new("what".into(), 140.0)],
    );
    part.band(&Line::say("4 Mar"), &Line::say("4 Mar, continued"));
    for n in 0..90 {
        let cells: [Cell; 2] = [Line::say(format!("row {n}.")).into(), Line::say("x").into()];
        part.row("", &cells);
    }
    let parts = [part];
    let furniture = Furniture {
        first: Line::say("first"),
        whose: Line::say("whose"),
        foot: Line::say("made"),
        number: Box::new(|n, m| Line::say(format!("page {n} of {m}"))),
        again: Box::new(|heading| format!("{heading}, continued")),
    };
    let pages = fill(&parts, furniture.room_mm());
    let mut html = Html::new(Lang::En);
    draw(&mut html, &parts, &pages, &furniture);
    let html = html.finish();
    let sheets: Vec<&str> = html.split("<section class=\"page\">").skip(1).collect();
    assert_eq!(sheets.len(), pages.len());
    assert!(sheets.len() > 2);
    for (i, sheet) in sheets.iter().enumerate() {
        assert!(
            sheet.contains(&format!("page {} of {}<", i + 1, sheets.len())),
            "{sheet}"
        );
        assert_eq!(sheet.matches("<thead>").count(), 1, "{sheet}");
        assert_eq!(sheet.contains(">first<"), i == 0);
        assert_eq!(sheet.contains(">whose<"), i > 0);
        assert_eq!(sheet.contains(">Record, continued<"), i > 0, "{sheet}");
        assert_eq!(sheet.contains("4 Mar, continued"), i > 0, "{sheet}");
        assert!(sheet.contains(">made<"));
    }
    for n in 0..90 {
        assert_eq!(html.matches(&format!("row {n}.")).count(), 1);
    }
}
