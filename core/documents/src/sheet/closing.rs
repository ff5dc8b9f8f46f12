//! The end of the sheet: linked cases, how to read it, what it is for, how it was made.

use marrow_engine::view::value_text;

use super::drawn::legend;
use super::times::{offset, zone_name};
use super::words::in_short;
use super::{Sheet, policy};
use crate::line::Line;
use crate::pages::Part;

/// The cases that a person linked with this one.
pub(super) fn links(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.links"));
    for link in &sheet.view.links {
        let basis = value_text("basis", &link.basis.into(), sheet.lang);
        part.say(&Line::say(basis).strong().then(format!(": {}", link.case)));
    }
    if sheet.view.links.is_empty() {
        part.say(&sheet.say("sheet.links.none"));
    }
    part
}

/// What the marks of the sheet mean.
pub(super) fn reading(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.reading"));
    part.block(legend::block(sheet));
    part.say(&sheet.say("sheet.reading.text"));
    part
}

/// What the sheet is for, what it is not, and with what it was made.
pub(super) fn purpose(sheet: &Sheet<'_>) -> Part {
    let mut part = Part::beside(sheet.lang, sheet.t("sheet.purpose"));
    part.say(&sheet.say("about.intended-use"));
    part.say(&sheet.say("about.not-a-monitor"));
    // Its offset stands beside the time.
    let zone = zone_name(&sheet.input.now.zone, sheet.input.now.offset_s).map_or_else(Line::default, Line::name);
    let policy = policy::name(sheet, &sheet.look.timeline.case.protocol);
    let case = Line::say(sheet.view.header.case.clone());
    let case = sheet.fill("sheet.case-id", &[("id", case)]);
    part.say(&Line::join([made_at(sheet), zone, app(sheet), policy, case], " · "));
    part.keep_together()
}

fn made_at(sheet: &Sheet<'_>) -> Line {
    let now = sheet.input.now;
    let when = sheet.times.full_in(now.wall_ms, now.offset_s);
    let zone = Line::say(offset(now.offset_s));
    sheet.fill("sheet.made", &[("when", Line::say(when)), ("zone", zone)])
}

fn app(sheet: &Sheet<'_>) -> Line {
    Line::say(format!("Marrow {}", sheet.input.app_version))
}

/// When and with what the sheet was made: the foot of each page.
pub(super) fn made(sheet: &Sheet<'_>) -> Line {
    let protocol = &sheet.look.timeline.case.protocol;
    let policy = protocol.policy.as_ref();
    let (id, version) = policy.map_or((&protocol.id, protocol.version), |p| (&p.id, p.version));
    let policy = Line::name(in_short(id)).then(format!(" v{version}"));
    let unsynced = sheet.input.unsynced.then(|| sheet.say("sheet.unsynced.short").strong());
    let lines = [
        Some(made_at(sheet)),
        Some(app(sheet)),
        Some(policy),
        unsynced,
        Some(sheet.say("sheet.no-substitute")),
    ];
    Line::join(lines.into_iter().flatten(), " · ")
}
