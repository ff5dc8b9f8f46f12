//! Slots: tasks that ring within a few minutes of each other ring once, together.

use super::ladder::DUE;
use super::subject::Subject;
use crate::protocol::Level;
use crate::time::Ms;

/// One rung of one task, at its time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ring<'s> {
    pub subject: &'s Subject<'s>,
    pub rung: i32,
    pub fire: Ms,
    /// The next ring of a task that is due or falls due with it: the one that must not be left out.
    pub lead: bool,
}

impl Ring<'_> {
    /// How loudly it rings: before the due time one level more quietly than then.
    pub(super) fn level(&self) -> Level {
        match (self.rung < DUE, self.subject.level) {
            (true, Level::Critical) => Level::Due,
            (true, _) => Level::Soon,
            (false, level) => level,
        }
    }

    /// The end of a timer rings alone: it must be neither early nor one of several.
    pub(super) fn is_timer_end(&self) -> bool {
        self.subject.timer && self.rung == DUE
    }

    /// Whether another ring may come forward to the slot that this one begins. What comes before a due time stays
    /// apart, so that the text is true of all; and a task falls due early only with another that does, not with a
    /// repeat.
    fn takes(&self, ring: &Ring<'_>, last: Option<Ms>, window: Ms) -> bool {
        let alone = ring.is_timer_end() || self.is_timer_end();
        let alike = (ring.rung < DUE) == (self.rung < DUE) && (ring.rung != DUE || self.rung == DUE);
        // Not so close to the task's own last ring that it would add nothing.
        let apart = last.is_none_or(|last| self.fire.saturating_sub(last) >= window.max(1));
        !alone && alike && apart && ring.fire.saturating_sub(self.fire) <= window
    }

    /// What comes before the due time, then what falls due or rings again, then the ends of timers; of each the
    /// earliest first, and what falls due before what rings again at the same time.
    fn order(&self) -> (u8, Ms, bool) {
        let kind = u8::from(self.is_timer_end()) + u8::from(self.rung >= DUE);
        (kind, self.fire, self.rung != DUE)
    }
}

/// Rings that are one notification.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'s> {
    /// When it fires: with its earliest ring, so that none is late.
    pub fire: Ms,
    /// The earliest first; never empty.
    pub rings: &'s [Ring<'s>],
}

impl<'s> Slot<'s> {
    /// The earliest ring.
    pub(super) fn first(&self) -> Option<&Ring<'s>> {
        self.rings.first()
    }

    /// Its order among those that fire at the same time.
    pub(super) fn order(&self) -> impl Ord + use<> {
        self.first().map(|ring| (ring.subject.place, ring.rung))
    }

    /// Its id is that of its earliest ring, and changes with that alone.
    pub(super) fn id(&self) -> String {
        self.first().map(|ring| ring.subject.id(ring.rung)).unwrap_or_default()
    }

    pub(super) fn level(&self) -> Level {
        self.rings.iter().map(Ring::level).max().unwrap_or(Level::Soon)
    }
}

/// Puts rings in the order in which slots take them. They come task by task in the order of the tasks, each task's
/// in the order in which it rings; where nothing else decides, that does.
pub(super) fn in_order(mut rings: Vec<Ring<'_>>) -> Vec<Ring<'_>> {
    rings.sort_by_cached_key(Ring::order);
    rings
}

/// Puts rings, in order, into slots.
pub(super) fn share<'s>(rings: &'s [Ring<'s>], window: Ms) -> Vec<Slot<'s>> {
    let mut slots = Vec::new();
    let subjects = rings.iter().map(|ring| ring.subject.place + 1).max();
    // When each task rang last.
    let mut last = vec![None; subjects.unwrap_or(0)];
    let mut rest = rings;
    while let Some(first) = rest.first() {
        let mut taken = 0;
        for ring in rest {
            let last = &mut last[ring.subject.place];
            if taken > 0 && !first.takes(ring, *last, window) {
                break;
            }
            *last = Some(first.fire);
            taken += 1;
        }
        let (rings, left) = rest.split_at(taken);
        slots.push(Slot {
            fire: first.fire,
            rings,
        });
        rest = left;
    }
    slots
}
