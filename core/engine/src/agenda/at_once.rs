//! The `at once` shape: due when something happened, until something ends it.

use super::{Due, does, moments};
use crate::fold::timeline::Happening;
use crate::protocol::{AtOnce, Step};
use crate::time::Ms;

/// A step that is called for by what happens, on its way through the timeline.
#[derive(Default)]
pub(super) struct Called {
    pub due: Option<Due>,
}

impl Called {
    /// Takes what happened in the part of the case that the step belongs to.
    pub fn take(&mut self, step: &Step<Ms>, shape: &AtOnce<Ms>, own: &[Happening], insertion: Ms) {
        let due = &mut self.due;
        for moment in moments(own) {
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
                    *due = None;
                }
            }
            for happening in moment {
                if happening.events.any(&shape.anew_on) {
                    *due = Some(Due {
                        at: happening.at,
                        interval: 0,
                        from: Some(happening.index),
                    });
                }
                if does(&step.done_by, happening, insertion, None) {
                    *due = None;
                }
                if let (Some(again), Some(due)) = (&shape.again, &mut *due)
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
    }
}
