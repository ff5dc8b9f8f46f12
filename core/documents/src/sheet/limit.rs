//! The dwell limit in the header: until when, from where that number comes, and who moved it.

use marrow_engine::agenda::{DwellLimit, Strictest, limit_on_record};
use marrow_engine::entry::Payload;
use marrow_engine::protocol::Unit;
use marrow_engine::view::source_text;

use super::Sheet;
use super::words::decimal;
use crate::line::Line;

/// The limit that runs, or ran when the needle came out or the case was closed.
pub(super) fn of(sheet: &Sheet<'_>) -> Option<DwellLimit> {
    let running = sheet.look.limit.clone();
    running.or_else(|| {
        let limit = limit_on_record(&sheet.look.timeline, None)?;
        // A linked case may have known an earlier insertion: then its turn fell due earlier.
        let turns = sheet
            .input
            .course
            .turns
            .iter()
            .filter(|turn| turn.step == "dwell-limit");
        let due = turns.map(|turn| turn.due_at).next_back().unwrap_or(limit.at);
        let at = limit.at.min(due);
        Some(DwellLimit { at, ..limit })
    })
}

/// Until when, from where that number comes, and who moved it.
pub(super) fn lines(sheet: &Sheet<'_>) -> Vec<Line> {
    let Some(limit) = of(sheet) else {
        return Vec::new();
    };
    let hours = Line::say(decimal(&Unit::H.write(limit.after), sheet.lang));
    let when = Line::say(sheet.times.full(limit.at));
    let line = sheet.fill("sheet.limit", &[("hours", hours), ("when", when)]).strong();
    let left = limit.at - sheet.input.now.wall_ms;
    let long = Line::say(sheet.times.span(left));
    let distance = match (sheet.look.limit.is_some(), left > 0) {
        (false, _) => Line::default(),
        (true, true) => sheet.fill("sheet.limit.in", &[("long", long)]),
        (true, false) => sheet.fill("sheet.limit.passed", &[("long", long)]),
    };
    let source = Line::say(source_text(&limit.source, sheet.lang));
    let why = limit.strictest.map(|why| match why {
        Strictest::UnknownDevice => sheet.say("limit.strictest.unknown-device"),
        Strictest::UnknownAge => sheet.say("limit.strictest.unknown-age"),
        Strictest::NotCleared => sheet.say("limit.strictest.not-cleared"),
    });
    let limit = Line::join([line, distance], ", ");
    [Some(limit), Some(source), why, extended(sheet), kept(sheet)]
        .into_iter()
        .flatten()
        .collect()
}

/// "Extended to 48 h by Dr Sanz: “no vein”".
fn extended(sheet: &Sheet<'_>) -> Option<Line> {
    let limit = of(sheet).filter(|limit| limit.extended)?;
    let folded = sheet.entries().get(limit.from?)?;
    let Some(Payload::Extend(extend)) = folded.payload() else {
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
    let mut kept = sheet
        .look
        .timeline
        .each()
        .filter_map(|(happening, payload)| match payload {
            Payload::KeepPastLimit(keep) => Some((happening, keep)),
            _ => None,
        });
    let (happening, keep) = kept.next_back()?;
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
