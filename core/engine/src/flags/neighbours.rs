//! R6 and R21: other cases on this phone, and bones that must not be used again.

use super::{Because, Flag, Severity, View};
use crate::entry::Payload;
use crate::fold::timeline::{CasePhase, Linked, Timeline};
use crate::id::CaseId;
use crate::time::Ms;
use crate::vocabulary::{DevicePlace, LinkBasis, Side, Site};

/// What one case has to know of another.
#[derive(Clone, Debug, Default)]
pub struct Neighbour {
    /// The other case.
    pub case: CaseId,
    /// As [`named`] tells them.
    names: [Option<String>; 2],
    open: bool,
    insertion: Option<Ms>,
    place: Option<(Site, Side)>,
    out: Option<Ms>,
    tries: Vec<(Ms, Site, Side)>,
    links: Vec<Linked>,
}

impl Neighbour {
    /// What of a case its neighbours need.
    pub fn of(timeline: &Timeline<'_>) -> Self {
        let insert = timeline.insert();
        let ended_out = timeline.closed.filter(|mark| {
            matches!(timeline.entry(*mark).payload(), Some(Payload::EndCase(end)) if end.device == Some(DevicePlace::Out))
        });
        Self {
            case: timeline.case.id,
            names: named(timeline),
            open: timeline.phase() != CasePhase::Closed,
            insertion: timeline.insertion.map(|m| m.at),
            place: insert.and_then(|insert| insert.site.zip(insert.side)),
            out: timeline.removal.or(ended_out).map(|m| m.at),
            tries: timeline
                .tries
                .iter()
                .map(|(m, site, side)| (m.at, *site, *side))
                .collect(),
            links: timeline.links.clone(),
        }
    }

    /// Whether the two cases are linked so: a person's last word counts, on whichever side it was said.
    fn link(&self, timeline: &Timeline<'_>, basis: LinkBasis) -> bool {
        if self.links.is_empty() && timeline.links.is_empty() {
            // Of most pairs of cases nothing was said, and every look asks for every pair.
            return false;
        }
        let there = self.links.iter().filter(|said| said.other == timeline.case.id);
        let here = timeline.links.iter().filter(|said| said.other == self.case);
        let last = there
            .chain(here)
            .filter(|said| said.basis == basis)
            .max_by_key(|said| said.at);
        last.is_some_and(|said| said.holds)
    }

    /// The insertion of a case that is linked as the same insertion.
    pub fn same_insertion(&self, timeline: &Timeline<'_>) -> Option<Ms> {
        self.insertion.filter(|_| self.link(timeline, LinkBasis::SameInsertion))
    }
}

pub(super) fn collect(view: &View<'_>, flags: &mut Vec<Flag>) {
    let timeline = view.timeline;
    let (Some(mark), Some(insert)) = (timeline.insertion, timeline.insert()) else {
        return;
    };
    let (Some(site), Some(side)) = (insert.site, insert.side) else {
        return;
    };
    let same_bone = |other: Site, of: Side| other.bone() == site.bone() && of == side;
    if let Some(because) = used_before(view, mark.at, &same_bone) {
        flags.push(Flag::new("R6", Severity::Amber, because).by(mark.index, mark.at));
    }
    let names = named(timeline);
    let same_named = |n: &Neighbour| n.names.iter().zip(&names).any(|(a, b)| a.is_some() && a == b);
    // What most cases fail at is asked first.
    let other = view.neighbours.iter().find(|n| {
        n.open
            && n.place.is_some_and(|(site, side)| same_bone(site, side))
            && n.case != timeline.case.id
            && (same_named(n) || n.link(timeline, LinkBasis::SamePatient))
            && !n.link(timeline, LinkBasis::SameInsertion)
    });
    if other.is_some() && timeline.phase() != CasePhase::Closed {
        flags.push(Flag::new("R21", Severity::Amber, Because::of("same-bone-other-case")).by(mark.index, mark.at));
    }
}

/// R6: the bone was tried or used, here or in a linked case, and the time is not over.
fn used_before(view: &View<'_>, inserted: Ms, same_bone: &dyn Fn(Site, Side) -> bool) -> Option<Because> {
    let timeline = view.timeline;
    let rest = timeline.protocol.value("flag.same-bone").unwrap_or(0);
    let counts = |from: Ms| inserted < from.saturating_add(rest) && view.now < from.saturating_add(rest);
    let tried_here = timeline
        .tries
        .iter()
        .any(|(m, site, side)| same_bone(*site, *side) && counts(m.at));
    let linked = view.neighbours.iter();
    let linked: Vec<&Neighbour> = linked
        .filter(|n| n.case != timeline.case.id && n.link(timeline, LinkBasis::SamePatient))
        .filter(|n| !n.link(timeline, LinkBasis::SameInsertion))
        .collect();
    let tried_there = linked
        .iter()
        .flat_map(|n| &n.tries)
        .any(|(at, site, side)| *at <= inserted && same_bone(*site, *side) && counts(*at));
    if tried_here || tried_there {
        return Some(Because::of("bone-tried"));
    }
    let used = linked
        .iter()
        .filter(|n| n.place.is_some_and(|(site, side)| same_bone(site, side)))
        .any(|n| {
            let first = n
                .insertion
                .is_some_and(|at| (at, n.case) < (inserted, timeline.case.id));
            first && n.out.is_none_or(counts)
        });
    used.then(|| Because::of("bone-used"))
}

/// When bones that were tried or used are no longer held against a needle (R6).
pub(super) fn bones_free_at(timeline: &Timeline<'_>, neighbours: &[Neighbour]) -> impl Iterator<Item = Ms> {
    let rest = timeline.protocol.value("flag.same-bone").unwrap_or(0);
    let here = timeline.tries.iter().map(|(mark, ..)| mark.at);
    let there = neighbours
        .iter()
        .flat_map(|n| n.tries.iter().map(|(at, ..)| *at).chain(n.out));
    here.chain(there).map(move |from| from.saturating_add(rest))
}

/// What a patient is called, the alias and the name, so that two who are called the same are told to be.
fn named(timeline: &Timeline<'_>) -> [Option<String>; 2] {
    let plain = |text: &Option<String>| Some(text.as_deref()?.trim().to_lowercase()).filter(|text| !text.is_empty());
    [plain(&timeline.patient.alias), plain(&timeline.patient.name)]
}
