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
    alias: Option<String>,
    name: Option<String>,
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
            alias: timeline.patient.alias.clone(),
            name: timeline.patient.name.clone(),
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
    let other = view.neighbours.iter().find(|n| {
        let linked = n.link(timeline, LinkBasis::SamePatient);
        let one_insertion = n.link(timeline, LinkBasis::SameInsertion);
        let place = n.place.is_some_and(|(site, side)| same_bone(site, side));
        n.case != timeline.case.id && n.open && place && !one_insertion && (linked || same_named(n, timeline))
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
    let linked = || {
        view.neighbours
            .iter()
            .filter(|n| n.case != timeline.case.id && !n.link(timeline, LinkBasis::SameInsertion))
            .filter(|n| n.link(timeline, LinkBasis::SamePatient))
    };
    let tried_there = linked()
        .flat_map(|n| &n.tries)
        .any(|(at, site, side)| *at <= inserted && same_bone(*site, *side) && counts(*at));
    if tried_here || tried_there {
        return Some(Because::of("bone-tried"));
    }
    let used = linked()
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

fn same_named(n: &Neighbour, timeline: &Timeline<'_>) -> bool {
    let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => !a.trim().is_empty() && a.trim().to_lowercase() == b.trim().to_lowercase(),
        _ => false,
    };
    same(&n.alias, &timeline.patient.alias) || same(&n.name, &timeline.patient.name)
}
