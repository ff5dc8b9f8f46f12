//! The `once` and `deadline` shapes: an offset after the insertion, or before the dwell limit.

use super::progress::Following;
use super::{Due, DwellLimit, insertion};
use crate::fold::timeline::Timeline;
use crate::protocol::SkipRule;
use crate::time::Ms;

pub(super) fn due(timeline: &Timeline<'_>, following: &Following<'_>, after: Option<Ms>) -> Option<Due> {
    let anchor = insertion(timeline)?;
    let offset = after.unwrap_or(0);
    let due = Due {
        at: anchor.at.saturating_add(offset),
        interval: offset,
        from: Some(anchor.index),
    };
    let ends = following.step.skip == Some(SkipRule::Ends);
    let skipped = ends && following.skips().any(|skip| skip.at >= due.at);
    (!skipped && !following.is_done(due.at)).then_some(due)
}

pub(super) fn deadline(
    timeline: &Timeline<'_>,
    limit: &DwellLimit,
    following: &Following<'_>,
    before: Option<Ms>,
    kept: bool,
) -> Option<Due> {
    let anchor = insertion(timeline)?;
    let due = match before {
        Some(before) => Due {
            at: limit.at.saturating_sub(before),
            interval: 0,
            from: limit.from,
        },
        None => Due {
            at: limit.at,
            interval: limit.at.saturating_sub(anchor.at),
            from: limit.from,
        },
    };
    let due = if kept {
        kept_past(timeline, limit, following).unwrap_or(due)
    } else {
        due
    };
    (!following.is_done(due.at)).then_some(due)
}

/// The recheck after the last decision to keep the device past its limit.
fn kept_past(timeline: &Timeline<'_>, limit: &DwellLimit, following: &Following<'_>) -> Option<Due> {
    let longest = timeline.protocol.value("limit.recheck-max").unwrap_or(0);
    let mut kept = following.kept.iter();
    kept.rfind(|(mark, _)| mark.at >= limit.at).map(|(mark, recheck)| {
        let recheck = (*recheck).min(longest);
        Due {
            at: mark.at.saturating_add(recheck),
            interval: recheck,
            from: Some(mark.index),
        }
    })
}
