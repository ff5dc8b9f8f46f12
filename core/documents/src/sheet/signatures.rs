//! A line for everybody who recorded, for the clinician and for who takes over.

use super::Sheet;
use crate::line::Line;
use crate::pages::{Cell, Column, Part};

pub(super) fn part(sheet: &Sheet<'_>) -> Part {
    let mut people: Vec<Line> = Vec::new();
    for folded in sheet.entries() {
        let person = sheet.author_in_full(folded);
        let named = !folded.entry.envelope.actor.name.trim().is_empty();
        if named && !people.contains(&person) {
            people.push(person);
        }
    }
    let clinician = sheet.look.timeline.patient.responsible_clinician.as_deref();
    let label = |key: &str| Line::say(format!("{}: ", sheet.t(key)));
    people.push(label("field.responsible_clinician").and(sheet.typed_or_not(clinician)));
    people.push(sheet.say("sheet.signatures.taken-over"));

    let mark = sheet.say("mark.self-declared");
    let columns = [
        (
            sheet.fill("sheet.signatures.name", &[("mark", mark)]).plain().into(),
            68.0,
        ),
        (sheet.t("sheet.signatures.signature"), 46.0),
        (sheet.t("sheet.signatures.when"), 30.0),
    ];
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.signatures"));
    let columns = columns.into_iter().map(|(label, mm)| Column::new(label, mm));
    part.table("sig", columns.collect());
    for person in people {
        let line = || Cell {
            lines: Vec::new(),
            fills: 1,
        };
        part.row("", &[person.into(), line(), line()]);
    }
    part.keep_together()
}
