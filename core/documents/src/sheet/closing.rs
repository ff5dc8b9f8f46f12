//! The end of the sheet: linked cases, signatures, how to read it, what it is for, how it was made.

use marrow_engine::view::value_text;

use super::times::offset;
use super::{Sheet, layout, policy, section};
use crate::html::Html;
use crate::line::Line;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    links(sheet, html);
    signatures(sheet, html);
    section(html, &sheet.t("sheet.reading"), |html| {
        html.line_in("p", "", &sheet.say("sheet.reading.text"));
    });
    section(html, &sheet.t("sheet.purpose"), |html| {
        html.line_in("p", "", &sheet.say("about.intended-use"));
        html.line_in("p", "", &sheet.say("about.not-a-monitor"));
    });
    html.el("footer", "foot", |html| {
        html.line_in("p", "", &made(sheet));
        let case = Line::say(sheet.view.header.case.clone());
        html.line_in("p", "", &sheet.fill("sheet.case-id", &[("id", case)]));
    });
}

fn links(sheet: &Sheet<'_>, html: &mut Html) {
    section(html, &sheet.t("sheet.links"), |html| {
        for link in &sheet.view.links {
            let basis = value_text("basis", &link.basis.into(), sheet.lang);
            html.line_in("p", "", &Line::say(basis).strong().then(format!(": {}", link.case)));
        }
        if sheet.view.links.is_empty() {
            html.line_in("p", "", &sheet.say("sheet.links.none"));
        }
    });
}

/// A line for everybody who recorded, for the clinician and for who takes over.
fn signatures(sheet: &Sheet<'_>, html: &mut Html) {
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
    people.push(label("sheet.signatures.taken-over"));
    section(html, &sheet.t("sheet.signatures"), |html| {
        html.el("div", "sig", |html| {
            let mark = sheet.say("mark.self-declared");
            for head in [
                sheet.fill("sheet.signatures.name", &[("mark", mark)]),
                sheet.say("sheet.signatures.signature"),
                sheet.say("sheet.signatures.when"),
            ] {
                html.line_in("span", "head", &head);
            }
            for person in &people {
                html.line_in("span", "", person);
                html.el("span", "line", |_| {});
                html.el("span", "line", |_| {});
            }
        });
    });
}

/// When, where and with what the sheet was made.
pub(super) fn made(sheet: &Sheet<'_>) -> Line {
    let now = sheet.input.now;
    let utc = offset(now.offset_s);
    let zone = match now.zone.trim() {
        "" => utc,
        zone if zone == utc => utc,
        zone => format!("{zone}, {utc}"),
    };
    let when = sheet.times.full_in(now.wall_ms, now.offset_s);
    let places = [("when", Line::say(when)), ("zone", Line::name(zone))];
    let app = Line::say(format!("Marrow {}", sheet.input.app_version));
    let unsynced = sheet.input.unsynced.then(|| sheet.say("sheet.unsynced.short").strong());
    let lines = [
        Some(sheet.fill("sheet.made", &places)),
        Some(app),
        Some(policy::name(sheet, &sheet.look.timeline.case.protocol)),
        unsynced,
        Some(sheet.say("sheet.no-substitute")),
    ];
    Line::join(lines.into_iter().flatten(), " · ")
}

/// The same for the foot of each page.
pub(super) fn made_in_short(sheet: &Sheet<'_>) -> String {
    let now = sheet.input.now;
    let when = sheet.times.full_in(now.wall_ms, now.offset_s);
    let zone = Line::say(offset(now.offset_s));
    let protocol = &sheet.look.timeline.case.protocol;
    let policy = protocol.policy.as_ref().map(|_| policy::name(sheet, protocol).plain());
    let policy = policy.unwrap_or_else(|| format!("{} v{}", protocol.id, protocol.version));
    let lines = [
        Some(sheet.fill("sheet.made", &[("when", Line::say(when)), ("zone", zone)])),
        Some(Line::say(format!("Marrow {}", sheet.input.app_version))),
        Some(Line::say(layout::in_short(&policy))),
        sheet.input.unsynced.then(|| sheet.say("sheet.unsynced.short")),
        Some(sheet.say("sheet.no-substitute")),
    ];
    Line::join(lines.into_iter().flatten(), " · ").plain()
}
