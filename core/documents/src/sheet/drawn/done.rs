//! What was done while the needle was in, as the dwell bar names it.

use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;
use marrow_engine::view::value_text;
use marrow_engine::vocabulary::ReviewOutcome;

use super::Ground;
use super::labels::{cut, typed};
use crate::line::Line;
use crate::sheet::Sheet;
use crate::sheet::words::{decimal, lower};

/// How many events the bar names.
const NAMED: usize = 5;

/// Something that was done while the needle was in.
pub(super) struct Done {
    pub at: Ms,
    pub label: Line,
    /// How much it would be missed.
    weight: u8,
}

/// What was done while the needle was in, in time: of many, what would be missed most.
pub(super) fn of(ground: &Ground<'_, '_>, end: Ms) -> Vec<Done> {
    let sheet = ground.sheet;
    let happened = sheet.look.timeline.each();
    let mut done: Vec<Done> = happened
        .filter(|(happening, _)| happening.at <= end)
        .filter_map(|(happening, payload)| {
            let (label, weight) = event(sheet, happening.index, payload)?;
            let clock = ground.clock_of(&sheet.entries()[happening.index]);
            Some(Done {
                at: happening.at,
                label: Line::say(format!("{clock} ")).and(label),
                weight,
            })
        })
        .collect();
    if done.len() > NAMED {
        let mut weights: Vec<(u8, Ms)> = done.iter().map(|event| (event.weight, event.at)).collect();
        weights.sort_unstable_by(|a, b| b.cmp(a));
        let kept = &weights[..NAMED];
        done.retain(|event| kept.contains(&(event.weight, event.at)));
    }
    done
}

/// What an entry is called there, and how much it would be missed.
fn event(sheet: &Sheet<'_>, index: usize, payload: &Payload) -> Option<(Line, u8)> {
    let title = || Line::say(lower(&sheet.view.record[index].title));
    let words = |words: &Option<String>| {
        let words = words.as_deref().map(str::trim).filter(|words| !words.is_empty())?;
        Some(typed(words, 45.0))
    };
    let with = |rest: Vec<Option<Line>>| Line::join([title()].into_iter().chain(rest.into_iter().flatten()), ", ");
    match payload {
        Payload::Extend(extend) => {
            let hours = extend.to_hours.map(|hours| decimal(&hours.to_string(), sheet.lang));
            let hours = hours.map(|hours| Line::say(format!("{hours} {}", sheet.t("unit.h"))));
            Some((
                with(vec![hours, words(&extend.authorised_by), words(&extend.reason)]),
                9,
            ))
        }
        Payload::KeepPastLimit(keep) => Some((with(vec![words(&keep.authorised_by), words(&keep.reason)]), 9)),
        Payload::Complication(found) => Some((with(vec![words(&found.kind)]), 8)),
        Payload::VenousAccess(_) => Some((title(), 7)),
        Payload::VenousAccessLost(_) => Some((title(), 7)),
        Payload::AcceptHandover(_) => Some((with(vec![unit(sheet, index)]), 5)),
        Payload::AdequateVolume(_) => Some((title(), 6)),
        Payload::AccessReview(review) => {
            let outcome = review.outcome?;
            let weight = if outcome == ReviewOutcome::Remove { 7 } else { 3 };
            let outcome = value_text("outcome", &outcome.word().into(), sheet.lang);
            let places = [("outcome", Line::say(outcome))];
            Some((sheet.fill("sheet.drawn.review", &places), weight))
        }
        _ => None,
    }
}

fn unit(sheet: &Sheet<'_>, index: usize) -> Option<Line> {
    let unit = sheet.entries()[index].entry.envelope.actor.unit.trim();
    (!unit.is_empty()).then(|| cut(&Line::name(unit), 40.0))
}
