//! From entries to the state of a case: which entries stand, with which values, in which order.
//!
//! The fold is a function of the *set* of entries: any order of arrival and any repetition give the
//! same state. Order is causal (Lamport time, then stream and sequence), never the wall clock.
//! What it yields is still in the recording phones' own clocks; [`timeline`] reads it in this one's.

mod check;
mod patient;
mod pressing;
mod standing;
mod telling;
pub mod timeline;

pub use check::missing_findings;
pub use patient::Age;
pub use pressing::{Pressing, PressingEnd};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::entry::payload::Pin;
use crate::entry::{Entry, Payload};
use crate::id::{CaseId, EntryId, StreamId};
use crate::protocol::{Protocol, Protocols};
use crate::time::Ms;
use crate::vocabulary::Precision;

/// An entry as it lies in this phone's store.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The entry. It never changes, and is shared by all who hold it.
    pub entry: Arc<Entry>,
    /// When this phone got it, wall ms.
    pub received_at_ms: Ms,
    /// What to add to its times to read them on this phone's clock as it stood at its first sample:
    /// 0 for own entries; set once, when an entry is received (see [`shift_of`]).
    pub shift_ms: Ms,
}

/// The shift of an entry that is received from another phone.
///
/// Both phones' clocks are compared at that moment where they can be (a live handover); otherwise
/// both are taken to be right just then. `shift_there` is the entry's shift on the giving phone.
pub const fn shift_of(shift_there: Ms, adjusted_there: Ms, adjusted_here: Ms, wall_here_less_there: Ms) -> Ms {
    shift_there
        .saturating_add(adjusted_there)
        .saturating_add(wall_here_less_there)
        .saturating_sub(adjusted_here)
}

/// A claimed time, as the recording phone's wall clock showed it, with what is known of that clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    ms: Ms,
    adjusted_ms: Ms,
    shift_ms: Ms,
}

impl When {
    /// The time as the recording phone's wall clock showed it.
    pub const fn claimed(self) -> Ms {
        self.ms
    }

    /// The time on this phone's wall clock as it stands now.
    pub const fn at(self, frame: Frame) -> Ms {
        self.ms
            .saturating_sub(self.adjusted_ms)
            .saturating_add(self.shift_ms)
            .saturating_add(frame.adjusted_ms)
    }
}

/// This phone's wall clock as it stands: the sum of the jumps that it knows of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// [`crate::time::ClockState::adjusted_ms`].
    pub adjusted_ms: Ms,
}

/// An entry with all that later ones did to it.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The entry as it was written.
    pub entry: Arc<Entry>,
    /// When this phone got it, wall ms.
    pub received_at_ms: Ms,
    /// When it happened, as amended.
    pub when: When,
    /// How sure that is, as amended.
    pub precision: Precision,
    /// The strikes that hold (positions in [`CaseState::entries`]); empty: the entry stands.
    pub struck_by: Vec<usize>,
    /// The amendments that are not struck, in causal order, concurrent ones included.
    pub amended_by: Vec<usize>,
    /// Its fields as amended, where an amendment changed any.
    amended: Option<Box<Payload>>,
    shift_ms: Ms,
    stream: usize,
    /// How far its writer had seen each stream but its own, which it had seen up to this entry.
    seen: Arc<[u64]>,
}

impl Folded {
    /// Its fields as amended; `None` in an entry that this version cannot read.
    pub fn payload(&self) -> Option<&Payload> {
        self.amended.as_deref().or(self.entry.payload())
    }

    /// Whether the entry counts.
    pub fn stands(&self) -> bool {
        self.struck_by.is_empty()
    }

    /// Whether the writer of this entry had seen the other.
    pub fn saw(&self, other: &Self) -> bool {
        let seen = match self.stream == other.stream {
            true => self.entry.envelope.seq,
            false => self.seen.get(other.stream).copied().unwrap_or(0),
        };
        self.entry.id != other.entry.id && seen >= other.entry.envelope.seq
    }

    /// The entry as it arrived.
    pub fn arrival(&self) -> Arrival {
        Arrival {
            entry: Arc::clone(&self.entry),
            received_at_ms: self.received_at_ms,
            shift_ms: self.shift_ms,
        }
    }

    /// A time in this entry's own envelope, for reading on this phone's clock.
    pub fn when_of(&self, ms: Ms) -> When {
        When {
            ms,
            adjusted_ms: self.entry.envelope.recorded.adjusted_ms,
            shift_ms: self.shift_ms,
        }
    }
}

/// A case as its entries tell it.
#[derive(Clone, Debug)]
pub struct CaseState {
    /// The case.
    pub id: CaseId,
    /// Every entry, in causal order.
    pub entries: Vec<Folded>,
    /// What the case is computed with.
    pub protocol: Arc<Protocol>,
    /// The protocols the case followed, each from the entry at that position.
    pub pins: Vec<(usize, Arc<Protocol>)>,
    /// The case is pinned to a protocol or policy that this version cannot read; its own is used.
    pub foreign_protocol: bool,
    /// Chains in which two different entries hold one place: both are kept.
    pub forks: Vec<(StreamId, u64)>,
    /// Chains of which a part has not arrived.
    pub gaps: Vec<StreamId>,
}

impl CaseState {
    /// The newest entry of each stream.
    pub fn heads(&self) -> BTreeMap<StreamId, u64> {
        let mut heads = BTreeMap::new();
        for folded in &self.entries {
            let envelope = &folded.entry.envelope;
            let head = heads.entry(envelope.stream).or_insert(envelope.seq);
            *head = (*head).max(envelope.seq);
        }
        heads
    }

    /// The highest Lamport time.
    pub fn lamport(&self) -> u64 {
        self.entries.last().map_or(0, |folded| folded.entry.envelope.lamport)
    }

    /// The position of an entry.
    pub fn position(&self, id: EntryId) -> Option<usize> {
        self.entries.iter().position(|folded| folded.entry.id == id)
    }

    /// The protocol in force for what was done at that time on this phone's clock.
    pub fn protocol_at(&self, at: Ms, frame: Frame) -> &Arc<Protocol> {
        let in_force = self
            .pins
            .iter()
            .rev()
            .find(|(i, _)| self.entries[*i].when.at(frame) <= at);
        in_force
            .or(self.pins.first())
            .map_or(&self.protocol, |(_, protocol)| protocol)
    }

    /// Which of the streams has the last word on who reminds (see [`CaseState::watched_by`]).
    fn ownership(&self) -> impl Iterator<Item = (StreamId, bool)> {
        self.entries
            .iter()
            .filter(|f| f.stands())
            .filter_map(|folded| match folded.payload()? {
                Payload::OpenCase(_) => Some((folded.entry.envelope.stream, true)),
                Payload::AcceptHandover(accept) => Some((folded.entry.envelope.stream, accept.by_word != Some(true))),
                _ => None,
            })
    }

    /// Whether the installation that writes these streams watches the case: it opened or accepted
    /// it, and neither handed it over by word nor has seen somebody else accept it since.
    pub fn watched_by(&self, own: &dyn Fn(StreamId) -> bool) -> bool {
        let mut watched = false;
        for (stream, takes) in self.ownership() {
            match (own(stream), takes) {
                (mine, true) => watched = mine,
                (true, false) => watched = false,
                (false, false) => {}
            }
        }
        watched
    }
}

/// Folds a case. Entries of other cases are left out.
pub fn fold(id: CaseId, arrivals: Vec<Arrival>, protocols: &Protocols) -> CaseState {
    let mut arrivals: Vec<Arrival> = arrivals
        .into_iter()
        .filter(|a| a.entry.envelope.case == Some(id))
        .collect();
    // Of two copies the one that came first is kept, whichever way they are handed in.
    arrivals.sort_by_key(|a| (a.entry.order(), a.received_at_ms, a.shift_ms));
    arrivals.dedup_by_key(|a| a.entry.id);
    let (forks, gaps) = chains(&arrivals);
    let mut entries = standing::causality(arrivals);
    standing::settle(&mut entries);
    let mut foreign_protocol = false;
    let mut pins = Vec::new();
    for (i, folded) in entries.iter().enumerate() {
        let pin: Option<&Pin> = match folded.payload().filter(|_| folded.stands()) {
            Some(Payload::OpenCase(open)) => open.pin.as_ref(),
            Some(Payload::MovePolicy(moved)) => Some(&moved.pin),
            _ => None,
        };
        if let Some(pin) = pin {
            match protocols.find(pin) {
                Ok(protocol) => pins.push((i, protocol)),
                Err(_) => foreign_protocol = true,
            }
        }
    }
    let protocol = pins
        .last()
        .map_or_else(|| protocols.newest(), |(_, protocol)| Arc::clone(protocol));
    CaseState {
        id,
        entries,
        protocol,
        pins,
        foreign_protocol,
        forks,
        gaps,
    }
}

/// Where chains fork, and which have a part missing.
fn chains(arrivals: &[Arrival]) -> (Vec<(StreamId, u64)>, Vec<StreamId>) {
    let place = |arrival: &Arrival| (arrival.entry.envelope.stream, arrival.entry.envelope.seq);
    let mut places: Vec<(StreamId, u64)> = arrivals.iter().map(place).collect();
    places.sort_unstable();
    let (mut forks, mut gaps) = (Vec::new(), Vec::new());
    let mut before: Option<(StreamId, u64)> = None;
    for place in places {
        let (stream, seq) = place;
        if before == Some(place) {
            forks.push(place);
        } else if seq > 1 && before != Some((stream, seq - 1)) {
            gaps.push(stream);
        }
        before = Some(place);
    }
    forks.dedup();
    gaps.dedup();
    (forks, gaps)
}
