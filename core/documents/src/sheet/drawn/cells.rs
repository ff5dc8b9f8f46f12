//! The rows of the findings, and what a check says in each.

use marrow_engine::entry::payload::Check;
use marrow_engine::view::FieldView;

use crate::sheet::{Sheet, check};

/// Where a finding belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Site,
    Needle,
    Limb,
    Patient,
}

/// Every row, in the order of the sheet. `SAME` is made of four fields and their likes of the other limb.
pub(super) const ROWS: &[(&str, Part)] = &[
    ("bleeding", Part::Site),
    ("swelling", Part::Site),
    ("leak", Part::Site),
    ("inflammation", Part::Site),
    ("redness", Part::Site),
    ("warmth", Part::Site),
    ("discharge", Part::Site),
    ("failed_site_swelling", Part::Site),
    ("firm", Part::Needle),
    ("aspirates", Part::Needle),
    ("flush", Part::Needle),
    ("flow", Part::Needle),
    ("tense", Part::Limb),
    ("stretch_pain", Part::Limb),
    ("colour", Part::Limb),
    ("temperature", Part::Limb),
    ("pulse", Part::Limb),
    (SAME, Part::Limb),
    ("sensation", Part::Limb),
    ("movement", Part::Limb),
    ("breathless", Part::Patient),
    ("confused", Part::Patient),
];

const SAME: &str = "same";

/// What shows a leak or a limb under pressure: where no check of a case says anything of it, that is said.
pub(super) const MISSED: &[&str] = &["swelling", "leak", "tense", "stretch_pain", "sensation", "movement"];

/// A finding of this limb and the same of the other one.
const PAIRS: &[(&str, &str)] = &[
    ("cap_refill_s", "other_cap_refill_s"),
    ("colour", "other_colour"),
    ("temperature", "other_temperature"),
    ("pulse", "other_pulse"),
];

/// What a check says in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Blank,
    NotAssessed,
    Normal,
    Other(String),
}

/// What a check says in each of the rows; `fields` are its fields as a view shows them.
pub(super) fn cells(sheet: &Sheet<'_>, check: &Check, fields: &[FieldView]) -> Vec<Cell> {
    let field = |name: &str| fields.iter().find(|field| field.field == name);
    let cell = |row: &str| match field(row) {
        _ if row == SAME => same(sheet, &field),
        None if not_assessed(check, row) => Cell::NotAssessed,
        None => Cell::Blank,
        Some(found) if !check::departs(found) => Cell::Normal,
        Some(found) => {
            let colour = field("bleeding_colour").filter(|_| row == "bleeding");
            let words = [Some(found), colour].into_iter().flatten();
            let words: Vec<&str> = words.map(|field| field.text.as_str()).collect();
            Cell::Other(words.join(", "))
        }
    };
    ROWS.iter().map(|(row, _)| cell(row)).collect()
}

/// Whether this limb is as the other one, in what was looked at on both.
fn same<'f>(sheet: &Sheet<'_>, field: &dyn Fn(&str) -> Option<&'f FieldView>) -> Cell {
    let both = PAIRS
        .iter()
        .filter_map(|(own, other)| Some((*own, field(own)?, field(other)?)));
    let both: Vec<_> = both.collect();
    let apart = both.iter().filter(|(_, own, other)| own.value != other.value);
    let apart: Vec<_> = apart
        .map(|(name, ..)| match *name {
            "cap_refill_s" => sheet.t("sheet.drawn.finding.refill"),
            name => sheet.t(&format!("sheet.drawn.finding.{name}")),
        })
        .collect();
    match (both.is_empty(), apart.is_empty()) {
        (true, _) => Cell::Blank,
        (false, true) => Cell::Normal,
        (false, false) => Cell::Other(apart.join(", ")),
    }
}

/// Whether a finding was deliberately not assessed.
pub(super) fn not_assessed(check: &Check, field: &str) -> bool {
    let named = || check.not_assessed.iter().flatten().any(|name| name == field);
    !check.has(field) && named()
}
