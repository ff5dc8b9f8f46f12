//! The `handover` shape: who has seen what, by parents and never by clocks.

use super::Due;
use crate::entry::Payload;
use crate::fold::Folded;
use crate::fold::timeline::{Mark, Timeline};
use crate::time::Ms;

/// Due some time after the last handover given, until an acceptance that has seen it.
pub(super) fn due(timeline: &Timeline<'_>, after: Ms) -> Option<Due> {
    let mut handovers = timeline.handovers.iter().map(|mark| (mark, timeline.entry(*mark)));
    let given = |(_, folded): &(&Mark, &Folded)| matches!(folded.payload(), Some(Payload::GiveHandover(_)));
    let (mark, last) = handovers.clone().rfind(given)?;
    if handovers.any(|handover| !given(&handover) && handover.1.saw(last)) {
        return None;
    }
    Some(Due {
        at: mark.at.saturating_add(after),
        interval: after,
        from: Some(mark.index),
    })
}
