//! From what the operating system holds to what it should hold, in steps that may end at any point.
//!
//! A shell carries out [`Diff::steps`] in order. It may be killed between any two of them, and the
//! operating system may refuse to hold more than its limit; at no point is a critical task left
//! without a reminder that had one and is to keep one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Plan, Reminder, ids};
use crate::time::Ms;

/// A reminder that the operating system holds and has not fired yet, as the ledger or the system says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its id.
    pub id: String,
    /// The fingerprint it was made with.
    pub fingerprint: String,
    /// When it fires, Unix ms.
    pub fire_at_ms: Ms,
}

impl From<&Reminder> for Held {
    fn from(reminder: &Reminder) -> Self {
        Self {
            id: reminder.id.clone(),
            fingerprint: reminder.fingerprint.clone(),
            fire_at_ms: reminder.fire_at_ms,
        }
    }
}

impl Held {
    /// Whether it is this reminder, as it should be.
    fn is(&self, reminder: &Reminder) -> bool {
        (&self.id, &self.fingerprint, self.fire_at_ms) == (&reminder.id, &reminder.fingerprint, reminder.fire_at_ms)
    }
}

/// One thing to ask of the operating system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Hold the reminder of that id in [`Diff::upsert`]; it replaces one of the same id.
    Upsert(String),
    /// Hold that id no longer.
    Cancel(String),
}

/// What has to change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// To be held, new or changed; the soonest last, because a system that holds too many drops old ones.
    pub upsert: Vec<Reminder>,
    /// To be held no longer.
    pub cancel: Vec<String>,
    /// Held already, as they should be.
    pub keep: Vec<String>,
    /// The order to do it in: upserts before cancels, except where room must be made first.
    pub steps: Vec<Change>,
}

impl Diff {
    /// Whether there is nothing to do.
    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// Compares a plan with what is held. Whatever is held and not in the plan is cancelled, other
/// versions' ids too, except what is late for an open task: that is left to fire.
pub fn diff(plan: &Plan, held: &[Held]) -> Diff {
    let held: BTreeMap<&str, &Held> = held.iter().map(|h| (h.id.as_str(), h)).collect();
    let wanted: BTreeMap<&str, &Reminder> = plan.reminders.iter().map(|r| (r.id.as_str(), r)).collect();
    let late = |h: &Held| h.fire_at_ms <= plan.computed_at && plan.may_still_ring.contains(&h.id);
    let same = |r: &Reminder| held.get(r.id.as_str()).is_some_and(|h| h.is(r));
    let mut cancel: Vec<&Held> = held
        .values()
        .copied()
        .filter(|h| !wanted.contains_key(h.id.as_str()) && !late(h))
        .collect();
    // Where room must be made, what covers nothing critical goes first, and of the rest the latest.
    cancel.sort_by_key(|h| {
        (
            ids::marks(&h.fingerprint).next().is_some(),
            std::cmp::Reverse(h.fire_at_ms),
        )
    });
    let upsert: Vec<&Reminder> = plan.reminders.iter().rev().filter(|r| !same(r)).collect();
    let kept = |h: &&&Held| wanted.get(h.id.as_str()).map_or_else(|| late(h), |r| same(r));
    let pending: Vec<&Held> = held.values().copied().filter(|h| !late(h)).collect();
    let all_new = !upsert.iter().any(|r| held.contains_key(r.id.as_str()));
    Diff {
        steps: if cancel.is_empty() && all_new {
            // Nothing goes, so nothing can be lost on the way: what each covers need not be known. There is room,
            // because all that is held is in the plan.
            upsert.iter().map(|r| Change::Upsert(r.id.clone())).collect()
        } else {
            Sequence::new(plan, pending).order(upsert.clone(), cancel.clone())
        },
        keep: held.values().filter(kept).map(|h| h.id.clone()).collect(),
        upsert: upsert.into_iter().cloned().collect(),
        cancel: cancel.into_iter().map(|h| h.id.clone()).collect(),
    }
}

/// What is held once every step of a diff is done.
pub fn apply(held: &[Held], diff: &Diff) -> Vec<Held> {
    let mut now: BTreeMap<&str, Held> = held.iter().map(|h| (h.id.as_str(), h.clone())).collect();
    for step in &diff.steps {
        match step {
            Change::Upsert(id) => {
                now.extend(
                    diff.upsert
                        .iter()
                        .filter(|r| r.id == *id)
                        .map(|r| (r.id.as_str(), Held::from(r))),
                );
            }
            Change::Cancel(id) => {
                now.remove(id.as_str());
            }
        }
    }
    now.into_values().collect()
}

/// What is pending while steps are put in order, and which critical tasks that covers how often.
struct Sequence<'a> {
    max: usize,
    pending: BTreeMap<&'a str, &'a str>,
    /// The critical tasks of the plan: one that is covered stays so.
    protected: HashSet<&'a str>,
    covered: HashMap<&'a str, usize>,
}

impl<'a> Sequence<'a> {
    fn new(plan: &'a Plan, held: Vec<&'a Held>) -> Self {
        // What should have fired covers nothing any more.
        let still_to_come = |h: &'a Held| {
            if h.fire_at_ms > plan.computed_at {
                h.fingerprint.as_str()
            } else {
                ""
            }
        };
        let pending: BTreeMap<_, _> = held.iter().map(|h| (h.id.as_str(), still_to_come(h))).collect();
        let mut covered = HashMap::new();
        for mark in pending.values().copied().flat_map(ids::marks) {
            *covered.entry(mark).or_default() += 1;
        }
        let protected = plan.reminders.iter().flat_map(|r| ids::marks(&r.fingerprint)).collect();
        Self {
            max: plan.max_pending,
            pending,
            protected,
            covered,
        }
    }

    /// Again and again the first step that is safe: an upsert where one is, else a cancel.
    fn order(mut self, mut upsert: Vec<&'a Reminder>, mut cancel: Vec<&'a Held>) -> Vec<Change> {
        let mut steps = Vec::with_capacity(upsert.len() + cancel.len());
        while !(upsert.is_empty() && cancel.is_empty()) {
            let next = upsert.iter().position(|r| self.may_upsert(r));
            if let Some(at) = next {
                steps.push(self.upsert(upsert.remove(at)));
            } else if let Some(at) = cancel.iter().position(|h| self.may_cancel(h)) {
                steps.push(self.cancel(cancel.remove(at)));
            } else if let Some(at) = self.forced(&upsert, &cancel) {
                steps.push(self.upsert(upsert.remove(at)));
            } else {
                // Without upserts left all that is to stay is held, so that every cancel was safe.
                steps.extend(cancel.drain(..).map(|h| Change::Cancel(h.id.clone())));
            }
        }
        steps
    }

    /// Whether these marks can go, others coming in their place.
    fn can_lose(&self, going: &str, coming: &str) -> bool {
        let stays = |mark| self.covered.get(mark).is_some_and(|n| *n > 1) || ids::marks(coming).any(|m| m == mark);
        ids::marks(going).all(|mark| !self.protected.contains(mark) || stays(mark))
    }

    fn may_upsert(&self, reminder: &Reminder) -> bool {
        match self.pending.get(reminder.id.as_str()) {
            Some(old) => self.can_lose(old, &reminder.fingerprint),
            None => self.pending.len() < self.max,
        }
    }

    fn may_cancel(&self, held: &Held) -> bool {
        self.pending
            .get(held.id.as_str())
            .is_none_or(|old| self.can_lose(old, ""))
    }

    /// No room, and nothing that may go: all that could cover a critical task which is to stay. What
    /// lets one of them go comes in over the budget, which is smaller than the system's own limit.
    fn forced(&self, upsert: &[&'a Reminder], cancel: &[&'a Held]) -> Option<usize> {
        let stuck: BTreeSet<&str> = cancel.iter().flat_map(|h| ids::marks(&h.fingerprint)).collect();
        let frees = |r: &&Reminder| ids::marks(&r.fingerprint).any(|mark| stuck.contains(mark));
        upsert
            .iter()
            .position(frees)
            .or_else(|| (!upsert.is_empty()).then_some(0))
    }

    fn upsert(&mut self, reminder: &'a Reminder) -> Change {
        let old = self.pending.insert(&reminder.id, &reminder.fingerprint);
        self.uncover(old.unwrap_or_default());
        for mark in ids::marks(&reminder.fingerprint) {
            *self.covered.entry(mark).or_default() += 1;
        }
        Change::Upsert(reminder.id.clone())
    }

    fn cancel(&mut self, held: &'a Held) -> Change {
        let old = self.pending.remove(held.id.as_str());
        self.uncover(old.unwrap_or_default());
        Change::Cancel(held.id.clone())
    }

    fn uncover(&mut self, fingerprint: &str) {
        for mark in ids::marks(fingerprint) {
            if let Some(n) = self.covered.get_mut(mark) {
                *n = n.saturating_sub(1);
            }
        }
    }
}
