//! Which slots find room where the operating system holds only so many.

use super::ladder::{DUE, repeat_of};
use super::slot::{Ring, Slot};
use crate::protocol::Level;
use crate::time::Ms;

/// What the operating system is to hold.
#[derive(Debug)]
pub(super) struct Chosen<'s> {
    pub slots: Vec<Slot<'s>>,
    pub left_out: Vec<Slot<'s>>,
    /// Every task's own ring before that is among the slots.
    pub coverage_until: Ms,
    /// Whether the last place is for the sentinel.
    pub sentinel: bool,
}

/// Who goes first. The order of the variants is the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A critical task falls due, or rings next where it has: never left out for anything else.
    CriticalDue,
    /// The same of another task.
    Due,
    /// A critical task rings soon after, and after doubling times, so that it rings all day.
    CriticalAgain,
    /// The other repeats of a critical task.
    CriticalOften,
    /// Another task rings again, in the same two ways.
    Again,
    Often,
    /// Before it is due.
    Early,
}

/// Chooses: the first rank first, in each the soonest first. That evicts the latest task that is not
/// critical where a critical one needs its place.
pub(super) fn choose(slots: Vec<Slot<'_>>, max: usize, end: Ms) -> Chosen<'_> {
    let mut ranked: Vec<(Rank, Slot<'_>)> = slots.into_iter().map(|slot| (rank(&slot), slot)).collect();
    ranked.sort_unstable_by_key(|(rank, slot)| (*rank, slot.fire, slot.order()));
    let critical = ranked.partition_point(|(rank, _)| *rank == Rank::CriticalDue);
    let sentinel = !ranked.is_empty() && critical < max;
    let room = max - usize::from(sentinel);
    let left_out = ranked.split_off(room.min(ranked.len()));
    let due_left_out = left_out.iter().take_while(|(rank, _)| *rank <= Rank::Due);
    let coverage_until = due_left_out.map(|(_, slot)| slot.fire).min();
    let coverage_until = coverage_until.map_or(end, |first| first.min(end));
    Chosen {
        slots: ranked.into_iter().map(|(_, slot)| slot).collect(),
        left_out: left_out.into_iter().map(|(_, slot)| slot).collect(),
        coverage_until,
        sentinel,
    }
}

fn rank(slot: &Slot<'_>) -> Rank {
    slot.rings.iter().map(rank_of_ring).min().unwrap_or(Rank::Early)
}

fn rank_of_ring(ring: &Ring<'_>) -> Rank {
    let first = repeat_of(ring.rung).is_none_or(|n| n & (n - 1) == 0);
    match (ring.subject.level, first) {
        (Level::Critical, _) if ring.lead => Rank::CriticalDue,
        _ if ring.lead => Rank::Due,
        _ if ring.rung < DUE => Rank::Early,
        (Level::Critical, true) => Rank::CriticalAgain,
        (Level::Critical, false) => Rank::CriticalOften,
        (_, true) => Rank::Again,
        (_, false) => Rank::Often,
    }
}
