//! The dwell limit in the header: until when, from where that number comes, and who moved it.

use marrow_engine::entry::Payload;

use super::Sheet;
use super::words::decimal;
use crate::html::Html;
use crate::line::Line;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    let timeline = &sheet.look.timeline;
    let Some(limit) = &sheet.view.header.limit else {
        if timeline.removal.is_some() || timeline.closed.is_some() {
            html.line_in("p", "", &sheet.say("sheet.limit.over"));
        }
        return;
    };
    let hours = Line::say(decimal(&limit.hours, sheet.lang));
    let when = Line::say(sheet.times.full(limit.at_ms));
    let long = Line::say(sheet.times.span(limit.left_ms));
    let distance = if limit.left_ms > 0 {
        sheet.fill("sheet.limit.in", &[("long", long)])
    } else {
        sheet.fill("sheet.limit.passed", &[("long", long)])
    };
    let line = sheet.fill("sheet.limit", &[("hours", hours), ("when", when)]).strong();
    html.line_in("p", "", &line.then(" (").and(distance).then(")"));
    html.line_in(
        "p",
        "",
        &sheet.fill("sheet.source", &[("source", Line::say(limit.source.clone()))]),
    );
    if let Some(why) = &limit.strictest {
        html.line_in("p", "", &Line::say(why.clone()));
    }
    if let Some(line) = extended(sheet) {
        html.line_in("p", "", &line);
    }
    if let Some(line) = kept(sheet) {
        html.line_in("p", "", &line);
    }
}

/// "Extended to 48 h by Dr Sanz: “no vein”".
fn extended(sheet: &Sheet<'_>) -> Option<Line> {
    let limit = sheet.look.limit.as_ref().filter(|limit| limit.extended)?;
    let folded = sheet.entries().get(limit.from?)?;
    let Some(Payload::Extend(extend)) = &folded.payload else {
        return None;
    };
    let hours = extend
        .to_hours
        .map(|hours| decimal(&hours.to_string(), sheet.lang))
        .unwrap_or_default();
    let who = sheet.typed_or_not(extend.authorised_by.as_deref());
    let line = sheet.fill("limit.extended", &[("hours", Line::say(hours)), ("who", who)]);
    let at = sheet
        .times
        .full_in(sheet.happened_at(folded), folded.entry.envelope.recorded.offset_s);
    let reason = sheet.typed_or_not(extend.reason.as_deref());
    Some(Line::say(format!("{at}: ")).and(line).then(": ").and(reason))
}

/// The newest decision to keep the needle in past its limit.
fn kept(sheet: &Sheet<'_>) -> Option<Line> {
    let kept = sheet
        .look
        .timeline
        .each()
        .filter_map(|(happening, payload)| match payload {
            Payload::KeepPastLimit(keep) => Some((happening, keep)),
            _ => None,
        });
    let (happening, keep) = kept.last()?;
    let offset_s = sheet.entries()[happening.index].entry.envelope.recorded.offset_s;
    let at = sheet.times.full_in(happening.at, offset_s);
    let who = sheet.typed_or_not(keep.authorised_by.as_deref());
    let line = Line::say(format!("{at}: ")).and(sheet.fill("limit.kept", &[("who", who)]));
    let line = line.then(": ").and(sheet.typed_or_not(keep.reason.as_deref()));
    let recheck = keep.recheck_hours.map(|hours| {
        let hours = decimal(&hours.to_string(), sheet.lang);
        Line::say(format!(
            "{} {hours} {}",
            sheet.t("field.recheck_hours"),
            sheet.t("unit.h")
        ))
    });
    Some(Line::join([Some(line), recheck].into_iter().flatten(), " · ").strong())
}
