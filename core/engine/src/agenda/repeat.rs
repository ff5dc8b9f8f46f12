//! The `repeat` shape: an interval after the last time it was done.

use super::{Due, does, holds, insertion, moments};
use crate::entry::Payload;
use crate::fold::timeline::{Happening, Situation, Timeline, filled};
use crate::protocol::{Closer, Event, FirstInterval, FirstUnless, Schedule, SkipRule, Step, Trigger};
use crate::time::Ms;

/// A repeating step on its way through the timeline.
pub(super) struct Repeating<'s> {
    step: &'s Step<Ms>,
    every: Ms,
    closer: Option<&'s Closer<Ms>>,
    close: bool,
    insertion: Ms,
    /// When the interval counts from.
    last: Ms,
    /// By the interval; none after an event that stops the repeating.
    by_interval: Option<Due>,
    /// A change of interval does not move it: a first interval, or the delay after a skip.
    fixed: bool,
    /// Made due at once by something that happened since it was last done.
    at_once: Option<Due>,
    last_done: Option<Ms>,
}

fn is_close(closer: &Closer<Ms>, situation: &Situation, timeline: &Timeline<'_>) -> bool {
    closer.when.iter().any(|c| holds(c, situation, timeline, None))
}

fn skips(timeline: &Timeline<'_>, happening: &Happening, step: &str) -> bool {
    matches!(timeline.case.entries[happening.index].payload(), Some(Payload::Skip(skip)) if skip.step.as_deref() == Some(step))
}

impl<'s> Repeating<'s> {
    /// At the insertion; none before it, and none where the step is switched off.
    pub fn begin(timeline: &Timeline<'_>, step: &'s Step<Ms>) -> Option<Self> {
        let Schedule::Repeat {
            every, closer, first, ..
        } = &step.schedule
        else {
            return None;
        };
        let every = (*every)?;
        let anchor = insertion(timeline)?;
        // What holds at the insertion: no happening is earlier.
        let situation = timeline.happenings.first().map_or(timeline.now, |h| h.before);
        let mut state = Self {
            step,
            every,
            closer: closer.as_ref(),
            close: closer.as_ref().is_some_and(|c| is_close(c, &situation, timeline)),
            insertion: anchor.at,
            last: anchor.at,
            by_interval: None,
            fixed: false,
            at_once: None,
            last_done: None,
        };
        state.first_interval(first.as_ref(), timeline, anchor.index);
        Some(state)
    }

    /// Takes what happened while the device was in.
    pub fn take(&mut self, timeline: &Timeline<'_>, dwelling: &[Happening], restarts_at: &[Event], stops_at: &[Event]) {
        for moment in moments(dwelling) {
            if let Some(last) = moment.last() {
                self.change_interval(&last.after, last.at, timeline);
            }
            for happening in moment {
                self.triggered(happening, timeline);
                if happening.events.any(restarts_at) {
                    self.count_from(happening);
                }
            }
            for happening in moment {
                if does(&self.step.done_by, happening, self.insertion, None) {
                    self.done(happening);
                    if happening.events.any(stops_at) {
                        self.by_interval = None;
                    }
                }
                if skips(timeline, happening, &self.step.id) {
                    self.skipped(happening);
                }
            }
        }
    }

    /// When it is due, after all that was taken.
    pub fn due(&self) -> Option<Due> {
        // At once never makes a task later, so an earlier interval keeps its own due time.
        match (self.by_interval, self.at_once) {
            (Some(a), Some(b)) => Some(if b.at < a.at { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    fn interval(&self) -> Ms {
        self.closer.filter(|_| self.close).map_or(self.every, |c| c.every)
    }

    fn first_interval(&mut self, first: Option<&FirstInterval<Ms>>, timeline: &Timeline<'_>, anchor: usize) {
        let antiseptic = timeline.insert().is_some_and(|insert| filled(&insert.antiseptic));
        let first = first.filter(|f| !(f.unless == Some(FirstUnless::AntisepticAtInsertion) && antiseptic));
        let interval = first.map_or_else(|| self.interval(), |f| f.after);
        self.fixed = first.is_some();
        self.by_interval = Some(Due {
            at: self.last.saturating_add(interval),
            interval,
            from: Some(anchor),
        });
    }

    /// A shorter interval never makes it later and never due before it began; a longer one counts anew.
    fn change_interval(&mut self, situation: &Situation, at: Ms, timeline: &Timeline<'_>) {
        let close = self.closer.is_some_and(|c| is_close(c, situation, timeline));
        if close == self.close {
            return;
        }
        let old = self.interval();
        self.close = close;
        let new = self.interval();
        if self.fixed {
            return;
        }
        if let Some(due) = &mut self.by_interval {
            let by_new = self.last.saturating_add(new);
            due.at = if new < old { due.at.min(by_new.max(at)) } else { by_new };
            due.interval = new;
        }
    }

    fn triggered(&mut self, happening: &Happening, timeline: &Timeline<'_>) {
        let fires = |t: &Trigger<Ms>| {
            happening.events.has(t.event)
                && !t.unless.iter().any(|c| holds(c, &happening.before, timeline, None))
                && !t.unless_done_within.is_some_and(|within| {
                    self.last_done
                        .is_some_and(|done| happening.at.saturating_sub(done) <= within)
                })
        };
        if self.step.at_once.iter().any(fires) && self.at_once.is_none() {
            self.at_once = Some(Due {
                at: happening.at,
                interval: 0,
                from: Some(happening.index),
            });
        }
    }

    fn count_from(&mut self, happening: &Happening) {
        self.last = happening.at;
        self.fixed = false;
        let interval = self.interval();
        self.by_interval = Some(Due {
            at: happening.at.saturating_add(interval),
            interval,
            from: Some(happening.index),
        });
    }

    fn done(&mut self, happening: &Happening) {
        self.count_from(happening);
        self.at_once = None;
        self.last_done = Some(happening.at);
    }

    fn skipped(&mut self, happening: &Happening) {
        let Some(SkipRule::BackAfter(delay)) = self.step.skip else {
            return;
        };
        self.at_once = None;
        self.fixed = true;
        self.by_interval = Some(Due {
            at: happening.at.saturating_add(delay),
            interval: delay,
            from: Some(happening.index),
        });
    }
}
