//! Handovers and transfers, with what was outstanding and whether anybody accepted.

use marrow_engine::entry::Kind;
use marrow_engine::time::Ms;

use super::{Sheet, entry};
use crate::line::Line;
use crate::pages::Part;

pub(super) fn part(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.handover"));
    let mut given: Option<Ms> = None;
    let mut said = false;
    for (happening, payload) in sheet.look.timeline.each() {
        match payload.kind() {
            Kind::GiveHandover => given = Some(happening.at),
            Kind::AcceptHandover => given = None,
            Kind::Transfer => {}
            _ => continue,
        }
        part.say(&line(sheet, happening.index));
        said = true;
    }
    if given.is_some() {
        part.say(&sheet.say("sheet.handover.not-accepted").strong());
    }
    if !said {
        part.say(&sheet.say("sheet.handover.none"));
    }
    part.keep_together()
}

/// "4 Mar 2026, 11:17, L. Prieto. Handover. To: “Ward 3”".
pub(super) fn line(sheet: &Sheet<'_>, index: usize) -> Line {
    let folded = &sheet.entries()[index];
    let offset_s = folded.entry.envelope.recorded.offset_s;
    let at = sheet.times.full_in(sheet.happened_at(folded), offset_s);
    let who = Line::join([Line::say(at).strong(), sheet.author(folded)], ", ");
    who.then(": ").and(entry::main_line(sheet, index))
}
