//! The `slots` shape: a list of offsets after an anchor, and what waits for the last of them.

use super::{Due, Outlook, skips};
use crate::fold::timeline::{Mark, Timeline};
use crate::protocol::{Beyond, Event, Schedule, Step};
use crate::time::Ms;

/// The slots of a step: how many are done, and when the one that ended the list was.
struct Slots<'s> {
    anchor: Mark,
    offsets: &'s [Ms],
    beyond: Option<&'s Beyond<Ms>>,
    early: Ms,
    /// Since when flags that keep observation going have been open without a break.
    lasting: Option<Ms>,
}

impl Slots<'_> {
    /// The n-th slot's offset and the gap before it; none beyond the list unless a flag keeps it going.
    fn slot(&self, n: usize) -> Option<(Ms, Ms)> {
        let at = |n: usize| -> Option<Ms> {
            let last = *self.offsets.last()?;
            match (self.offsets.get(n), self.beyond.filter(|_| self.lasting.is_some())) {
                (Some(offset), _) => Some(*offset),
                (None, Some(beyond)) => {
                    let steps = Ms::try_from(n - self.offsets.len() + 1).ok()?;
                    last.checked_add(beyond.every.checked_mul(steps)?)
                }
                (None, None) => None,
            }
        };
        let before = n.checked_sub(1).and_then(at).unwrap_or(0);
        at(n).map(|offset| (offset, offset - before))
    }

    /// How many slots lie at or before an offset.
    fn until(&self, offset: Ms) -> usize {
        let listed = self.offsets.partition_point(|o| *o <= offset);
        match (
            self.offsets.last(),
            self.beyond.filter(|b| self.lasting.is_some() && b.every > 0),
        ) {
            (Some(last), Some(beyond)) if offset >= *last => {
                listed + usize::try_from((offset - last) / beyond.every).unwrap_or(0)
            }
            _ => listed,
        }
    }

    /// How many slots a check at that time ends: all due by then, and the next if it is hardly early.
    fn ended_by_check(&self, at: Ms) -> usize {
        let offset = at.saturating_sub(self.anchor.at);
        let n = self.until(offset);
        let next_too = self.slot(n).is_some_and(|(next, _)| next - offset <= self.early);
        n + usize::from(next_too)
    }
}

fn slots<'s>(timeline: &Timeline<'_>, outlook: &Outlook<'_>, step: &'s Step<Ms>) -> Option<Slots<'s>> {
    let Schedule::Slots {
        at,
        early,
        from,
        beyond,
    } = &step.schedule
    else {
        return None;
    };
    let removed = timeline.happenings.iter().filter(|h| h.removed);
    let last = |event: &Event| removed.clone().rfind(|h| h.events.has(*event));
    let anchor = from.iter().find_map(last)?;
    let lasting = beyond.as_ref().and_then(|b| open_since(outlook, b));
    let anchor = Mark {
        at: anchor.at,
        index: anchor.index,
    };
    Some(Slots {
        anchor,
        offsets: at,
        beyond: beyond.as_ref(),
        early: *early,
        lasting,
    })
}

/// Since when one or other of the flags has been open without a break; none while none is.
fn open_since(outlook: &Outlook<'_>, beyond: &Beyond<Ms>) -> Option<Ms> {
    let named = |rule: &str| beyond.while_flags.iter().any(|flag| flag == rule);
    let periods = || {
        outlook
            .lasting_flags
            .iter()
            .filter(|flag| named(flag.rule))
            .flat_map(|flag| &flag.periods)
    };
    let mut since = periods()
        .filter(|(_, end)| end.is_none())
        .map(|(start, _)| *start)
        .min()?;
    while let Some((earlier, _)) = periods().find(|(start, end)| *start < since && end.is_some_and(|end| end >= since))
    {
        since = *earlier;
    }
    Some(since)
}

/// How many slots are ended, and when the list became so.
fn ended(timeline: &Timeline<'_>, step: &Step<Ms>, slots: &Slots<'_>) -> (usize, Option<Mark>) {
    let skipped: Vec<usize> = skips(timeline, &step.id).map(|h| h.index).collect();
    let (mut n, mut list_done) = (0, None);
    for h in timeline.happenings.iter().filter(|h| h.removed) {
        let does = step.done_by.iter().any(|done| h.events.has(done.event));
        let by_check = if does { slots.ended_by_check(h.at) } else { 0 };
        let by_skip = if skipped.contains(&h.index) {
            slots.until(h.at.saturating_sub(slots.anchor.at))
        } else {
            0
        };
        n = n.max(by_check).max(by_skip);
        if n >= slots.offsets.len() && list_done.is_none() {
            list_done = Some(Mark {
                at: h.at,
                index: h.index,
            });
        }
    }
    // Beyond the list there are slots only from when the flags opened.
    if let Some(since) = slots.lasting.filter(|_| n >= slots.offsets.len()) {
        n = n.max(slots.until(since.saturating_sub(slots.anchor.at).saturating_sub(1)));
    }
    (n, list_done)
}

pub(super) fn due(timeline: &Timeline<'_>, outlook: &Outlook<'_>, step: &Step<Ms>) -> Option<Due> {
    let slots = slots(timeline, outlook, step)?;
    let (n, _) = ended(timeline, step, &slots);
    let (offset, gap) = slots.slot(n)?;
    Some(Due {
        at: slots.anchor.at.saturating_add(offset),
        interval: gap,
        from: Some(slots.anchor.index),
    })
}

/// Due when the last slot is done: not before the flags that kept observation going have cleared.
pub(super) fn after(timeline: &Timeline<'_>, outlook: &Outlook<'_>, of: &Step<Ms>) -> Option<Due> {
    let slots = slots(timeline, outlook, of)?;
    let (n, list_done) = ended(timeline, of, &slots);
    if slots.lasting.is_some() || slots.slot(n).is_some() {
        return None;
    }
    let list_done = list_done?;
    let Schedule::Slots {
        beyond: Some(beyond), ..
    } = &of.schedule
    else {
        return Some(Due {
            at: list_done.at,
            interval: 0,
            from: Some(list_done.index),
        });
    };
    let of_these = outlook
        .lasting_flags
        .iter()
        .filter(|flag| beyond.while_flags.iter().any(|rule| rule == flag.rule));
    let cleared = of_these.filter_map(super::LastingFlag::cleared_at).max();
    let at = cleared.map_or(list_done.at, |cleared| cleared.max(list_done.at));
    Some(Due {
        at,
        interval: 0,
        from: Some(list_done.index),
    })
}
