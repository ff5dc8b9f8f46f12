//! The needle's way out: antiseptic, removal, each pressing, and which bones rest until when.

use marrow_engine::entry::Kind;
use marrow_engine::time::{HOUR, Ms};
use marrow_engine::view::place_name;

use super::drawn::pressing;
use super::words::loud_side;
use super::{Sheet, entry, handover};
use crate::line::Line;
use crate::pages::Part;

/// Nothing while there is neither a needle out nor a bone that rests.
pub(super) fn part(sheet: &Sheet<'_>) -> Option<Part> {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.removal"));
    let drawing = pressing::block(sheet);
    let mut said = false;
    for (happening, payload) in sheet.look.timeline.each() {
        match payload.kind() {
            Kind::RemovalAntiseptic | Kind::Remove => {}
            // What is drawn needs no words.
            Kind::StartCompression | Kind::EndCompression if drawing.is_none() => {}
            _ => continue,
        }
        part.say(&handover::line(sheet, happening.index));
        let more = [
            entry::unrecorded(sheet, &sheet.entries()[happening.index]),
            entry::pressed(sheet, happening.index),
        ];
        for line in more.into_iter().flatten() {
            part.keep_with_next();
            part.say(&line);
        }
        said = true;
    }
    drawing.into_iter().for_each(|drawing| part.block(drawing));
    if let Some(rest) = resting(sheet) {
        part.say(&rest);
        said = true;
    }
    said.then(|| part.keep_together())
}

/// "Not to be used for 48 h …": the bones that were used or tried, those whose time is over too.
fn resting(sheet: &Sheet<'_>) -> Option<Line> {
    let timeline = &sheet.look.timeline;
    let rest = timeline.case.protocol.value("flag.same-bone")?;
    let place = |site, side, from: Ms| {
        let until = sheet.times.full(from + rest);
        let bone = Line::say(loud_side(&place_name(site, side, sheet.lang))).strong();
        sheet.fill("sheet.rest.bone", &[("bone", bone), ("when", Line::say(until))])
    };
    let used = timeline.removal.zip(timeline.insert());
    let used = used.map(|(out, insert)| place(insert.site, insert.side, out.at));
    let tries = timeline.tries.iter();
    let tried = tries.map(|(mark, site, side)| place(Some(*site), Some(*side), mark.at));
    let list = Line::join(used.into_iter().chain(tried), "; ");
    let hours = Line::say(format!("{}\u{a0}{}", rest / HOUR, sheet.t("unit.h")));
    let places = [("hours", hours), ("list", list)];
    (!places[1].1.0.is_empty()).then(|| sheet.fill("sheet.rest", &places))
}
