//! What each entry tells of a case on its way through time: the one place where a [`Told`] changes.

use std::ops::{Deref, DerefMut};

use super::CaseState;
use super::check::check_counts;
use super::timeline::{Events, Happening, Linked, Mark, Running, Situation, Told, filled};
use crate::entry::Payload;
use crate::entry::payload::Insert;
use crate::id::CaseId;
use crate::protocol::{Event, Protocol};
use crate::time::Ms;
use crate::vocabulary::{Bleeding, LinkBasis, ProductClass, ReviewOutcome, Site};

/// The fields of an insertion.
pub(super) fn insert_of(case: &CaseState, insertion: Option<Mark>) -> Option<&Insert> {
    match case.entries[insertion?.index].payload()? {
        Payload::Insert(insert) => Some(insert),
        _ => None,
    }
}

/// Whether the device of that insertion is in the sternum.
pub(super) fn sternal(insert: Option<&Insert>) -> bool {
    insert.is_some_and(|insert| insert.site == Some(Site::Sternum))
}

/// What has been told of a case so far, while more is told.
pub(super) struct Telling<'a, 't> {
    pub case: &'a CaseState,
    pub protocol: &'a Protocol,
    pub told: &'t mut Told,
}

impl Deref for Telling<'_, '_> {
    type Target = Told;
    fn deref(&self) -> &Told {
        self.told
    }
}

impl DerefMut for Telling<'_, '_> {
    fn deref_mut(&mut self) -> &mut Told {
        self.told
    }
}

impl Telling<'_, '_> {
    /// Takes what happened at one time, in recording order.
    pub fn moment(&mut self, moment: &[Mark]) {
        let case = self.case;
        let (known, mut removal) = (self.insertion, None);
        for mark in moment {
            let first = match case.entries[mark.index].payload() {
                Some(Payload::OpenCase(_)) => &mut self.told.opened,
                Some(Payload::Insert(_)) => &mut self.told.insertion,
                Some(Payload::Remove(_)) => &mut removal,
                Some(Payload::SignOff(_) | Payload::EndCase(_)) => &mut self.told.closed,
                _ => continue,
            };
            first.get_or_insert(*mark);
        }
        if let (Some(_), None) = (self.insertion, self.removal) {
            self.removal = removal;
        }
        if known.is_none() && self.insertion.is_some() {
            // What was performed before the insertion has no effect on the steps.
            self.happenings.clear();
        }
        for mark in moment {
            self.take(*mark);
        }
        self.age = self.age_from.as_ref().and_then(|told| self.age_of(told));
    }

    fn take(&mut self, mark: Mark) {
        let Some(payload) = self.case.entries[mark.index].payload() else {
            return;
        };
        let after_insertion = self.insertion.is_some_and(|m| mark.index != m.index);
        let removed = self.removal.is_some_and(|m| mark >= m);
        let before = self.now;
        let mut events = Events::default();
        match payload {
            Payload::OpenCase(open) => {
                self.patient_data(&open.patient);
                events.add(Event::CaseOpened);
            }
            Payload::UpdatePatient(patient) => self.patient_data(patient),
            Payload::StartProduct(product) => {
                let name = product.name.clone().unwrap_or_default();
                self.products.push(Running {
                    name,
                    class: product.class,
                    start: mark,
                    stop: None,
                });
            }
            Payload::StopProduct(stop) => {
                let name = stop.name.as_deref().unwrap_or_default();
                for product in self
                    .products
                    .iter_mut()
                    .filter(|p| p.stop.is_none() && same_name(&p.name, name))
                {
                    product.stop = Some(mark);
                }
            }
            Payload::AttemptFailed(failed) => {
                if let (Some(site), Some(side)) = (failed.site, failed.side) {
                    self.tries.push((mark, site, side));
                }
            }
            Payload::GiveHandover(_) | Payload::AcceptHandover(_) => self.handovers.push(mark),
            Payload::Link(link) => self.link(mark.at, link.other, link.basis, true),
            Payload::Unlink(link) => self.link(mark.at, link.other, link.basis, false),
            _ => {}
        }
        self.now.running = self.products.iter().filter(|p| p.stop.is_none()).count();
        if before.running > 0 && self.now.running == 0 {
            events.add(Event::InfusionEnded);
        }
        if after_insertion {
            self.care(mark, payload, removed, before, &mut events);
        }
        let nothing_before = self.insertion.is_none() && events.has(Event::CaseOpened);
        if after_insertion || nothing_before {
            let after = self.now;
            self.happenings.push(Happening {
                at: mark.at,
                index: mark.index,
                events,
                removed,
                before,
                after,
            });
        }
    }

    fn care(&mut self, mark: Mark, payload: &Payload, removed: bool, before: Situation, events: &mut Events) {
        match payload {
            Payload::Check(check) => {
                let sternal = sternal(insert_of(self.case, self.insertion));
                if check_counts(self.protocol, check, !removed, sternal) {
                    events.add(Event::Check);
                }
                if removed && check.bleeding.is_some_and(|b| b != Bleeding::None) {
                    events.add(Event::BleedingAfterRemoval);
                }
            }
            Payload::Disinfect(_) => events.add(Event::Disinfect),
            Payload::Flush(flush) => {
                events.add(Event::Flush);
                if flush.resistance == Some(true) || flush.blocked == Some(true) {
                    events.add(Event::FlushObstructed);
                }
            }
            Payload::Transfer(_) => events.add(Event::Transfer),
            Payload::GiveHandover(_) => events.add(Event::HandoverGiven),
            Payload::GiveProduct(p) | Payload::StartProduct(p) if p.class == Some(ProductClass::Vesicant) => {
                events.add(Event::Vesicant);
            }
            Payload::AdequateVolume(_) => events.add(Event::EnoughFluid),
            Payload::VenousAccess(_) if !before.access => {
                self.now.access = true;
                events.add(Event::AccessGot);
            }
            Payload::VenousAccessLost(_) if before.access => {
                self.now.access = false;
                events.add(Event::AccessLost);
            }
            Payload::AccessReview(review) => {
                events.add(Event::Review);
                let keep = review.outcome != Some(ReviewOutcome::Remove);
                self.now.removal_decided = !keep;
                events.add(if keep { Event::ReviewKeep } else { Event::ReviewRemove });
                if keep && before.access && filled(&review.reason) {
                    events.add(Event::ReviewKeptWithAccess);
                }
            }
            Payload::Remove(_) if self.removal == Some(mark) => events.add(Event::DeviceOut),
            Payload::StartCompression(_) if removed => self.press(mark),
            Payload::EndCompression(end) => {
                let early_reason = filled(&end.ended_early_reason);
                self.release(mark, end.bleeding_stopped == Some(true), early_reason, events);
            }
            _ => {}
        }
    }

    fn link(&mut self, at: Ms, other: Option<CaseId>, basis: Option<LinkBasis>, holds: bool) {
        let (Some(other), Some(basis)) = (other, basis) else {
            return;
        };
        self.links.retain(|said| (said.other, said.basis) != (other, basis));
        self.links.push(Linked {
            other,
            basis,
            at,
            holds,
        });
    }
}

/// Products are stopped by the name they were started under, however it is spelled.
fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
