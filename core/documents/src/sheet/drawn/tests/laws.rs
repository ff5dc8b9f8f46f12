//! What holds for every drawing of every case.

use std::collections::BTreeMap;

use marrow_engine::text::Lang;

use super::cases::{self, Case};
use super::read::golden;
use super::{Drawn, drawn};
use crate::pages::fill;
use crate::sheet::drawn::drawing::{Drawing, PLOT};
use crate::sheet::drawn::svg::{INK, Shape};
use crate::sheet::drawn::symbols::Kind;
use crate::sheet::{Sheet, layout, parts};

/// Rounding on the way to paper.
const A_HAIR: f32 = 0.02;

fn each(mut look: impl FnMut(&Case, &str, &Drawn)) {
    for case in cases::all() {
        for when in case.looks {
            for lang in [Lang::En, Lang::Es] {
                let name = format!("{} at {when}, {}", case.name, lang.tag());
                look(&case, &name, &drawn(&case.play, when, lang));
            }
        }
    }
}

#[test]
fn no_two_labels_overlap_and_all_are_on_the_paper() {
    each(|_, name, drawn| {
        for drawing in drawn.all() {
            let labels: Vec<_> = drawing
                .labels
                .iter()
                .map(|label| (label.area(), label.line.plain()))
                .collect();
            for (n, (area, text)) in labels.iter().enumerate() {
                assert!(
                    area.left > -A_HAIR && area.right < PLOT.1 + 4.0,
                    "{name}: {text:?} leaves the paper: {area:?}"
                );
                assert!(
                    area.top > -0.6 && area.bottom < drawing.height + 0.6,
                    "{name}: {text:?} {area:?}"
                );
                for (other, other_text) in &labels[n + 1..] {
                    let meet = area.right - other.left > A_HAIR
                        && other.right - area.left > A_HAIR
                        && area.bottom - other.top > A_HAIR
                        && other.bottom - area.top > A_HAIR;
                    assert!(!meet, "{name}: {text:?} lies on {other_text:?}\n{area:?}\n{other:?}");
                }
            }
        }
    });
}

#[test]
fn no_page_of_any_case_is_over_full() {
    for case in cases::all() {
        for when in case.looks {
            for lang in [Lang::En, Lang::Es] {
                case.play.sheet_with(when, lang, |input| {
                    let sheet = Sheet::new(input);
                    let room = layout::room_mm(&sheet);
                    for (n, page) in fill(&parts(&sheet), room).iter().enumerate() {
                        let high = page.height_mm;
                        assert!(high <= room, "{} at {when}, page {}: {high} mm", case.name, n + 1);
                    }
                });
            }
        }
    }
}

#[test]
fn every_mark_stands_within_the_plot() {
    each(|_, name, drawn| {
        for symbol in drawn.strips.iter().flat_map(|strip| &strip.symbols) {
            let (x, y) = symbol.at;
            let inside = (PLOT.0 - A_HAIR..=PLOT.1 + A_HAIR).contains(&x) || symbol.row == "key";
            assert!(inside && y > 0.0, "{name}: {symbol:?}");
        }
    });
}

const CHECKED: &[Kind] = &[Kind::Done, Kind::DoneAbout, Kind::Half, Kind::Struck];
const MEASURED: &[Kind] = &[
    Kind::Dot,
    Kind::Square,
    Kind::Hollow,
    Kind::HollowSquare,
    Kind::Above,
    Kind::Below,
    Kind::Struck,
    Kind::Diamond,
    Kind::NotAssessed,
    Kind::Blank,
];
const FOUND: &[Kind] = &[Kind::Ring, Kind::Finding, Kind::NotAssessed, Kind::Struck];
const SIGNS: &[&str] = &["pain", "circumference_cm", "cap_refill_s", "body_temp_c"];

fn count(strips: &[Drawing], row: &str, kinds: &[Kind]) -> BTreeMap<String, usize> {
    let mut marks = BTreeMap::new();
    for strip in strips {
        for symbol in strip
            .symbols
            .iter()
            .filter(|symbol| symbol.row == row && kinds.contains(&symbol.kind))
        {
            *marks.entry(format!("{:.3}", symbol.at.0)).or_default() += 1;
        }
    }
    marks
}

#[test]
fn every_check_has_one_mark_in_its_row() {
    for case in cases::all() {
        let Some(when) = case.looks.last() else { continue };
        let drawn = drawn(&case.play, when, Lang::En);
        let marks: usize = count(&drawn.strips, "checks", CHECKED).values().sum();
        assert_eq!(marks, drawn.checks, "{}", case.name);
    }
}

#[test]
fn no_check_has_two_marks_in_one_row() {
    each(|_, name, drawn| {
        let checks = count(&drawn.strips, "checks", CHECKED);
        for strip in &drawn.strips {
            let strip = std::slice::from_ref(strip);
            for sign in SIGNS {
                let marks = count(strip, sign, MEASURED);
                assert!(marks.values().all(|n| *n == 1), "{name}, {sign}: {marks:?}");
            }
            for row in ["bleeding", "swelling", "colour", "same", "pulse"] {
                let marks = count(strip, row, FOUND);
                assert!(marks.values().all(|n| *n == 1), "{name}, {row}: {marks:?}");
                assert!(
                    marks.keys().all(|x| checks.contains_key(x)),
                    "{name}, {row}: a mark of no check"
                );
            }
        }
    });
}

#[test]
fn nothing_is_drawn_after_now_but_what_is_still_to_come() {
    let play = cases::two_strips(8);
    // Twenty past four: 7 h 20 min after the strip began.
    let drawn = drawn(&play, "16:20", Lang::En);
    let made = PLOT.0 + 7.0 * 12.0 + 4.0;
    let strip = &drawn.strips[0];
    let after = |symbol: &&crate::sheet::drawn::symbols::Symbol| symbol.row != "key" && symbol.at.0 > made + A_HAIR;
    let late: Vec<_> = drawn
        .strips
        .iter()
        .flat_map(|strip| &strip.symbols)
        .filter(after)
        .collect();
    assert!(
        !late.is_empty() && late.iter().all(|symbol| symbol.kind == Kind::ToCome),
        "{late:?}"
    );
    assert!(
        strip
            .labels
            .iter()
            .any(|label| label.line.plain() == "sheet made 16:20")
    );
}

#[test]
fn a_small_case_is_drawn_as_it_went() {
    let drawn = drawn(&cases::every_mark(), "16:31", Lang::En);
    assert_eq!(drawn.strips.len(), 1);
    golden("drawn-every-mark", &drawn.strips[0]);
    golden("drawn-bar", drawn.bar.as_ref().expect("a needle is in"));
}

#[test]
fn how_long_it_was_in_never_stands_in_the_bar() {
    each(|_, name, drawn| {
        let Some(bar) = &drawn.bar else { return };
        let black = |shape: &&Shape| matches!(shape, Shape::Area(_, fill, _) if *fill == INK);
        for shape in bar.shapes().iter().filter(black) {
            let Shape::Area(points, ..) = shape else { continue };
            let right = points.iter().map(|(x, _)| *x).fold(0.0, f32::max);
            let top = points.iter().map(|(_, y)| *y).fold(f32::MAX, f32::min);
            let over = bar.labels.iter().map(|label| (label.area(), label.line.plain()));
            for (area, text) in over.filter(|(area, _)| area.left >= PLOT.0) {
                let in_it = area.left < right && area.top < top && top < area.bottom;
                assert!(!in_it, "{name}: {text:?} stands in the bar");
            }
        }
    });
}

#[test]
fn of_many_flags_the_box_names_every_red_one_and_how_many_are_left() {
    let html = super::crowded::all_at_once().sheet("11:00", Lang::En);
    let from = html.find("class=\"state\"").expect("the box");
    let state = &html[from..from + html[from..].find("</section>").expect("its end")];
    let count = |of: &str| state.matches(of).count();
    assert_eq!((count("sev red"), count("sev amber")), (6, 4), "{state}");
    assert!(state.contains("More flags: "), "{state}");
    let last = state.rfind("sev red").zip(state.find("sev amber"));
    assert!(last.is_some_and(|(red, amber)| red < amber), "the most serious first");
}
