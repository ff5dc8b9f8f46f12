//! The `once` and `deadline` shapes: an offset after the insertion, or before the dwell limit.

use super::{Due, DwellLimit, acknowledged, does, insertion, skips};
use crate::entry::Payload;
use crate::fold::timeline::Timeline;
use crate::protocol::{Schedule, SkipRule, Step};
use crate::time::Ms;

pub(super) fn due(timeline: &Timeline<'_>, step: &Step<Ms>) -> Option<Due> {
    let Schedule::Once { after } = &step.schedule else {
        return None;
    };
    let anchor = insertion(timeline)?;
    let offset = after.unwrap_or(0);
    let due = Due {
        at: anchor.at.saturating_add(offset),
        interval: offset,
        from: Some(anchor.index),
    };
    let skipped = step.skip == Some(SkipRule::Ends) && skips(timeline, &step.id).any(|skip| skip.at >= due.at);
    (!skipped && !done(timeline, step, anchor.at, due.at)).then_some(due)
}

pub(super) fn deadline(timeline: &Timeline<'_>, limit: &DwellLimit, step: &Step<Ms>) -> Option<Due> {
    let Schedule::Deadline { before, kept } = &step.schedule else {
        return None;
    };
    let anchor = insertion(timeline)?;
    let due = match before {
        Some(before) => Due {
            at: limit.at.saturating_sub(*before),
            interval: 0,
            from: limit.from,
        },
        None => Due {
            at: limit.at,
            interval: limit.at.saturating_sub(anchor.at),
            from: limit.from,
        },
    };
    let due = if *kept {
        kept_past(timeline, limit).unwrap_or(due)
    } else {
        due
    };
    (!done(timeline, step, anchor.at, due.at)).then_some(due)
}

fn done(timeline: &Timeline<'_>, step: &Step<Ms>, insertion: Ms, due: Ms) -> bool {
    let dwelling = timeline.happenings.iter().filter(|h| !h.removed);
    dwelling
        .into_iter()
        .any(|h| does(&step.done_by, h, insertion, Some(due)))
        || acknowledged(timeline, step, due)
}

/// The recheck after the last decision to keep the device past its limit.
fn kept_past(timeline: &Timeline<'_>, limit: &DwellLimit) -> Option<Due> {
    let longest = timeline.protocol.value("limit.recheck-max").unwrap_or(0);
    let kept = timeline
        .each()
        .filter(|(h, _)| h.at >= limit.at)
        .filter_map(|(h, payload)| match payload {
            Payload::KeepPastLimit(kept) => Some((h, kept.recheck_hours?.as_ms().min(longest))),
            _ => None,
        });
    kept.last().map(|(h, recheck)| Due {
        at: h.at.saturating_add(recheck),
        interval: recheck,
        from: Some(h.index),
    })
}
