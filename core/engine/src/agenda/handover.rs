//! The `handover` shape: who has seen what, by parents and never by clocks.

use super::Due;
use crate::entry::Payload;
use crate::fold::timeline::Timeline;
use crate::time::Ms;

/// Due some time after the last handover given, until an acceptance that has seen it.
pub(super) fn due(timeline: &Timeline<'_>, after: Ms) -> Option<Due> {
    let given = timeline.entries_so_far(|payload| matches!(payload, Payload::GiveHandover(_)));
    let (index, last) = given.max_by_key(|(i, f)| (f.when.at(timeline.frame), *i))?;
    let mut acceptances = timeline.entries_so_far(|payload| matches!(payload, Payload::AcceptHandover(_)));
    if acceptances.any(|(_, acceptance)| acceptance.saw(last)) {
        return None;
    }
    let at = last.when.at(timeline.frame).saturating_add(after);
    Some(Due {
        at,
        interval: after,
        from: Some(index),
    })
}
