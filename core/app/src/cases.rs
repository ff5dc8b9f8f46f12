//! The folded cases, with what is kept of each as long as its record and the phone's clock stay as they are.
//!
//! A board or a plan looks at every case again and again, and most of a look depends on neither the moment nor the
//! other cases: that part is read once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use marrow_engine::assess::{Assessment, Context, Known, assess, assess_known};
use marrow_engine::flags::Neighbour;
use marrow_engine::fold::timeline::Timeline;
use marrow_engine::fold::{CaseState, Frame};
use marrow_engine::id::CaseId;

use crate::parallel;

/// The cases of a phone.
#[derive(Default)]
pub(crate) struct Cases {
    /// The phone's clock that they were read on.
    frame: Frame,
    kept: BTreeMap<CaseId, Kept>,
    /// What cases have to know of each other, in the order of their ids.
    neighbours: Vec<Neighbour>,
}

struct Kept {
    state: CaseState,
    known: Known,
    /// Whether this phone watches it, once somebody has asked.
    watched: OnceLock<bool>,
}

impl Cases {
    /// The cases that `fold` makes of these and no others, on this clock.
    pub fn of<T: Send>(cases: impl IntoIterator<Item = T>, frame: Frame, fold: impl Fn(T) -> CaseState + Sync) -> Self {
        let kept = parallel::map(cases.into_iter().collect(), |case| {
            let kept = Kept::of(fold(case), frame);
            (kept.neighbour(), kept)
        });
        let mut cases = Self {
            frame,
            ..Self::default()
        };
        for (neighbour, kept) in kept {
            cases.neighbours.push(neighbour);
            cases.kept.insert(kept.state.id, kept);
        }
        // What follows looks for a case among them by its id.
        cases.neighbours.sort_by_key(|neighbour| neighbour.case);
        cases
    }

    /// A case.
    pub fn get(&self, id: CaseId) -> Option<&CaseState> {
        self.kept.get(&id).map(|kept| &kept.state)
    }

    /// Every case, in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &CaseState> {
        self.kept.values().map(|kept| &kept.state)
    }

    /// Takes a case over that was folded anew. The others' view of it is read anew, and nothing else.
    pub fn put(&mut self, state: CaseState) {
        let kept = Kept::of(state, self.frame);
        let (id, neighbour) = (kept.state.id, kept.neighbour());
        match self.neighbours.binary_search_by_key(&id, |n| n.case) {
            Ok(at) => self.neighbours[at] = neighbour,
            Err(at) => self.neighbours.insert(at, neighbour),
        }
        self.kept.insert(id, kept);
    }

    /// Reads them anew where the phone's clock has jumped since.
    pub fn follow(&mut self, frame: Frame) {
        if self.frame != frame {
            let states = std::mem::take(&mut self.kept).into_values().map(|kept| kept.state);
            *self = Self::of(states, frame, |state| state);
        }
    }

    /// What cases have to know of each other, on a clock.
    pub fn neighbours(&self, frame: Frame) -> Cow<'_, [Neighbour]> {
        if frame == self.frame {
            return Cow::Borrowed(&self.neighbours);
        }
        let anew = |state| Neighbour::of(&Timeline::read(state, frame));
        Cow::Owned(self.all().map(anew).collect())
    }

    /// Looks at a case of these.
    pub fn look<'a>(&'a self, state: &'a CaseState, context: &Context<'_>) -> Assessment<'a> {
        match self.kept(state).filter(|_| context.frame == self.frame) {
            Some(kept) => assess_known(state, &kept.known, context),
            None => assess(state, context),
        }
    }

    /// Whether this phone watches a case of these: who it is never changes while it is open, so it is asked once.
    pub fn watched(&self, state: &CaseState, ask: impl FnOnce() -> bool) -> bool {
        match self.kept(state) {
            Some(kept) => *kept.watched.get_or_init(ask),
            None => ask(),
        }
    }

    fn kept(&self, state: &CaseState) -> Option<&Kept> {
        let kept = self.kept.get(&state.id);
        kept.filter(|kept| std::ptr::eq(&raw const kept.state, state))
    }
}

impl Kept {
    fn of(state: CaseState, frame: Frame) -> Self {
        let known = Known::of(&state, frame);
        Self {
            state,
            known,
            watched: OnceLock::new(),
        }
    }

    fn neighbour(&self) -> Neighbour {
        Neighbour::of(&self.known.timeline(&self.state))
    }
}
