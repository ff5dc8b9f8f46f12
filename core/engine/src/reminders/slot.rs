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

    /// What falls due comes before what rings again at the same time.
    fn order(&self) -> impl Ord + use<> {
        (
            self.is_timer_end(),
            self.rung >= DUE,
            self.fire,
            self.rung != DUE,
            self.subject.place,
            self.rung,
        )
    }
}

/// Rings that are one notification.
#[derive(Clone, Debug)]
pub(super) struct Slot<'s> {
    /// When it fires: with its earliest ring, so that none is late.
    pub fire: Ms,
    /// The earliest first; never empty.
    pub rings: Vec<Ring<'s>>,
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

    /// Whether a ring may come forward to this slot. What comes before a due time stays apart, so that
    /// the text is true of all; and a task falls due early only with another that does, not with a repeat.
    fn takes(&self, ring: &Ring<'_>, last: Option<Ms>, window: Ms) -> bool {
        let Some(first) = self.rings.first() else { return false };
        let alone = ring.is_timer_end() || first.is_timer_end();
        let alike = (ring.rung < DUE) == (first.rung < DUE) && (ring.rung != DUE || first.rung == DUE);
        // Not so close to the task's own last ring that it would add nothing.
        let apart = last.is_none_or(|last| self.fire.saturating_sub(last) >= window.max(1));
        !alone && alike && apart && ring.fire.saturating_sub(self.fire) <= window
    }
}

/// Puts rings into slots. Only the rings decide, not the order in which they come in.
pub(super) fn share(mut rings: Vec<Ring<'_>>, window: Ms) -> Vec<Slot<'_>> {
    rings.sort_unstable_by_key(Ring::order);
    let mut slots: Vec<Slot<'_>> = Vec::new();
    let subjects = rings.iter().map(|ring| ring.subject.place + 1).max();
    let mut last = vec![None; subjects.unwrap_or(0)];
    for ring in rings {
        let before = last[ring.subject.place];
        match slots.last_mut() {
            Some(slot) if slot.takes(&ring, before, window) => slot.rings.push(ring),
            _ => slots.push(Slot {
                fire: ring.fire,
                rings: vec![ring],
            }),
        }
        last[ring.subject.place] = slots.last().map(|slot| slot.fire);
    }
    slots
}
