//! The `at once` shape: due when something happened, until something ends it.

use super::{Due, does, insertion, moments};
use crate::fold::timeline::Timeline;
use crate::protocol::{AtOnce, Phase, Step};
use crate::time::Ms;

pub(super) fn due(timeline: &Timeline<'_>, step: &Step<Ms>, shape: &AtOnce<Ms>) -> Option<Due> {
    let anchor = insertion(timeline).map_or(Ms::MIN, |m| m.at);
    let removal = timeline.happenings.partition_point(|h| !h.removed);
    let (dwelling, removed) = timeline.happenings.split_at(removal);
    let mut due: Option<Due> = None;
    for moment in moments(if step.phase == Phase::Removed {
        removed
    } else {
        dwelling
    }) {
        for happening in moment {
            let now = Due {
                at: happening.at,
                interval: 0,
                from: Some(happening.index),
            };
            if happening.events.any(&shape.on) {
                // Never later than it already is: a second trigger leaves it where it was.
                due.get_or_insert(now);
            }
            if happening.events.any(&step.cancelled_by) {
                due = None;
            }
        }
        for happening in moment {
            if happening.events.any(&shape.anew_on) {
                due = Some(Due {
                    at: happening.at,
                    interval: 0,
                    from: Some(happening.index),
                });
            }
            if does(&step.done_by, happening, anchor, None) {
                due = None;
            }
            if let (Some(again), Some(due)) = (&shape.again, &mut due)
                && happening.events.has(again.event)
            {
                *due = Due {
                    at: happening.at.saturating_add(again.after),
                    interval: again.after,
                    from: Some(happening.index),
                };
            }
        }
    }
    due
}
