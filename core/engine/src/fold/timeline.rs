//! A case in time: what happened after the insertion, in the order in which it counts.
//!
//! Everything counts by `performed_at`, read on this phone's clock; at equal times by recording
//! order. What was performed before the insertion has no effect, patient data and products started
//! excepted. Each happening carries the situation before and after it, so that a rule never has to
//! look for it.

use std::ops::{Deref, Range};
use std::sync::Arc;

use super::patient::Age;
use super::pressing::Pressing;
use super::telling::{Telling, insert_of, sternal};
use super::{CaseState, Folded, Frame};
use crate::entry::Payload;
use crate::entry::payload::{Check, Insert, Patient, Remove};
use crate::id::CaseId;
use crate::protocol::{Event, Protocol};
use crate::time::Ms;
use crate::vocabulary::{Consciousness, LinkBasis, ProductClass, Side, Site};

/// What holds at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// How many products run.
    pub running: usize,
    /// There is venous access.
    pub access: bool,
    /// The last review said remove.
    pub removal_decided: bool,
    /// As last recorded.
    pub consciousness: Option<Consciousness>,
    /// As last recorded.
    pub anticoagulated: bool,
}

/// A set of [`Event`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Events(u32);

impl Events {
    pub(super) fn add(&mut self, event: Event) {
        self.0 |= 1 << event as u8;
    }
    /// Whether the event is among them.
    pub const fn has(self, event: Event) -> bool {
        self.0 & (1 << event as u8) != 0
    }
    /// These and those.
    pub(crate) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
    /// Whether any of these is among them.
    pub fn any(self, events: &[Event]) -> bool {
        events.iter().any(|event| self.has(*event))
    }
}

/// Something that happened after the insertion.
#[derive(Clone, Copy, Debug)]
pub struct Happening {
    /// When, on this phone's clock.
    pub at: Ms,
    /// Which entry.
    pub index: usize,
    /// What it means to the steps.
    pub events: Events,
    /// After the device came out.
    pub removed: bool,
    /// What held before it.
    pub before: Situation,
    /// What holds after it.
    pub after: Situation,
}

/// A point in time with the entry that set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// When, on this phone's clock.
    pub at: Ms,
    /// Which entry.
    pub index: usize,
}

/// A product that was started.
#[derive(Clone, Debug)]
pub struct Running {
    /// Its name as typed.
    pub name: String,
    /// Its class.
    pub class: Option<ProductClass>,
    /// When it was started.
    pub start: Mark,
    /// When it was stopped.
    pub stop: Option<Mark>,
}

/// A person's word on whether another case shares this one's patient or insertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The other case.
    pub other: CaseId,
    /// What is shared.
    pub basis: LinkBasis,
    /// When it was said.
    pub at: Ms,
    /// Linked, or unlinked again.
    pub holds: bool,
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CasePhase {
    /// No insertion on record.
    Awaiting,
    /// The device is in.
    Dwelling,
    /// The device is out; the patient is observed.
    Removed,
    /// Signed off or ended.
    Closed,
}

impl CasePhase {
    /// The word in JSON and in text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Awaiting => "awaiting",
            Self::Dwelling => "dwelling",
            Self::Removed => "removed",
            Self::Closed => "closed",
        }
    }
}

/// A case in time: the case, what it is computed with, and what was [`Told`] of it so far.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// The case.
    pub case: &'a CaseState,
    /// What it is computed with: the protocol in force at its end.
    pub protocol: &'a Protocol,
    told: Arc<Told>,
}

/// What the entries of a case tell of its way through time, on one phone's clock.
///
/// It depends on what is on record and on that clock, not on the moment: it can be kept as long as they stay as they
/// are.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// This phone's clock.
    pub frame: Frame,
    /// The opening.
    pub opened: Option<Mark>,
    /// The earliest unstruck insertion.
    pub insertion: Option<Mark>,
    /// The earliest unstruck removal after it.
    pub removal: Option<Mark>,
    /// The sign-off or end.
    pub closed: Option<Mark>,
    /// What is known of the patient, the newest of each.
    pub patient: Patient,
    /// The age at the insertion.
    pub age: Option<Age>,
    /// The newest statement of an age.
    pub(super) age_from: Option<Patient>,
    /// What happened after the insertion, in order.
    pub happenings: Vec<Happening>,
    /// What holds now.
    pub now: Situation,
    /// Products that run or ran, those started before the insertion included.
    pub products: Vec<Running>,
    /// Pressings after the removal.
    pub pressings: Vec<Pressing>,
    /// Handovers given and accepted.
    pub handovers: Vec<Mark>,
    /// Failed tries: when, where.
    pub tries: Vec<(Mark, Site, Side)>,
    /// What was last said of each link to another case.
    pub links: Vec<Linked>,
}

impl Deref for Timeline<'_> {
    type Target = Told;
    fn deref(&self) -> &Told {
        &self.told
    }
}

impl<'a> Timeline<'a> {
    /// Reads a case on this phone's clock, to its end.
    pub fn read(case: &'a CaseState, frame: Frame) -> Self {
        let mut reading = Reading::begin(case, frame);
        while reading.next_moment().is_some() {}
        reading.timeline
    }

    /// A case of which it was told already.
    pub(crate) fn of(case: &'a CaseState, told: Arc<Told>) -> Self {
        Self {
            case,
            protocol: &case.protocol,
            told,
        }
    }

    /// What was told, to be kept.
    pub(crate) fn told(&self) -> Arc<Told> {
        Arc::clone(&self.told)
    }

    /// The entry behind a mark.
    pub fn entry(&self, mark: Mark) -> &'a Folded {
        &self.case.entries[mark.index]
    }

    /// Holds this age for the one that was told.
    pub(crate) fn set_age(&mut self, age: Option<Age>) {
        Arc::make_mut(&mut self.told).age = age;
    }

    fn payload(&self, index: usize) -> Option<&'a Payload> {
        self.case.entries[index].payload()
    }

    /// The insertion's fields.
    pub fn insert(&self) -> Option<&'a Insert> {
        insert_of(self.case, self.insertion)
    }

    /// The removal's fields.
    pub fn remove(&self) -> Option<&'a Remove> {
        match self.payload(self.removal?.index)? {
            Payload::Remove(remove) => Some(remove),
            _ => None,
        }
    }

    /// The device's bone is the sternum.
    pub fn sternal(&self) -> bool {
        sternal(self.insert())
    }

    /// How far the case has come.
    pub fn phase(&self) -> CasePhase {
        match (self.closed, self.insertion, self.removal) {
            (Some(_), ..) => CasePhase::Closed,
            (None, None, _) => CasePhase::Awaiting,
            (None, Some(_), None) => CasePhase::Dwelling,
            (None, Some(_), Some(_)) => CasePhase::Removed,
        }
    }

    /// Every check after the insertion, with the happening it belongs to.
    pub fn checks(&self) -> impl DoubleEndedIterator<Item = (&Happening, &'a Check)> {
        self.happenings.iter().filter_map(|h| match self.payload(h.index)? {
            Payload::Check(check) => Some((h, check.as_ref())),
            _ => None,
        })
    }

    /// What happened, each with its entry's fields.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = (&Happening, &'a Payload)> {
        self.each_from(0)
    }

    /// What happened, but the first so many.
    pub(crate) fn each_from(&self, first: usize) -> impl DoubleEndedIterator<Item = (&Happening, &'a Payload)> {
        let happenings = self.happenings.get(first..).unwrap_or_default();
        happenings.iter().filter_map(|h| Some((h, self.payload(h.index)?)))
    }

    /// The pressing that runs now.
    pub fn pressing(&self) -> Option<&Pressing> {
        self.pressings.last().filter(|p| p.end.is_none())
    }
}

/// A case on the way through its timeline, a moment at a time.
///
/// What happens at one time belongs together: whether the needle is in, out, or the case closed is known for the
/// whole of a moment.
pub(crate) struct Reading<'a> {
    pub timeline: Timeline<'a>,
    /// All that stands, in the order in which it happened.
    pub order: Vec<Mark>,
    /// How much of it has been taken.
    taken: usize,
}

impl<'a> Reading<'a> {
    pub fn begin(case: &'a CaseState, frame: Frame) -> Self {
        let mut order: Vec<Mark> = (0..case.entries.len())
            .filter(|i| case.entries[*i].stands() && case.entries[*i].payload().is_some())
            .map(|index| Mark {
                at: case.entries[index].when.at(frame),
                index,
            })
            .collect();
        order.sort();
        let told = Told {
            frame,
            happenings: Vec::with_capacity(order.len()),
            ..Told::default()
        };
        let timeline = Timeline::of(case, Arc::new(told));
        Self {
            timeline,
            order,
            taken: 0,
        }
    }

    /// When the next moment is.
    pub fn ahead(&self) -> Option<Ms> {
        self.order.get(self.taken).map(|mark| mark.at)
    }

    /// Takes the next moment, and tells where what happened at it lies in the order.
    pub fn next_moment(&mut self) -> Option<Range<usize>> {
        let at = self.ahead()?;
        let many = self.order[self.taken..].iter().take_while(|mark| mark.at == at);
        let moment = self.taken..self.taken + many.count();
        self.taken = moment.end;
        let Timeline { case, protocol, told } = &mut self.timeline;
        let mut telling = Telling {
            case,
            protocol,
            told: Arc::make_mut(told),
        };
        telling.moment(&self.order[moment.clone()]);
        Some(moment)
    }
}

/// Whether a text says something.
pub(crate) fn filled(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|t| !t.trim().is_empty())
}
