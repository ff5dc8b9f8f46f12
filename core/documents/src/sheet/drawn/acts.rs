//! What was done: the entries behind the dots of the task rows.

use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;
use marrow_engine::vocabulary::Precision;

use super::Ground;
use super::symbols::Kind;
use crate::line::Line;

/// Something that somebody did.
pub(super) struct Act {
    pub at: Ms,
    pub kind: Kind,
    pub clock: String,
    /// What is said of it beside the mark.
    pub word: Option<Line>,
}

/// The checks: whole, incomplete, struck.
pub(super) fn checks(ground: &Ground<'_, '_>) -> Vec<Act> {
    let looks = ground.looks.iter();
    looks
        .map(|look| {
            let (kind, word) = match (look.stands, look.whole, look.about) {
                (false, ..) => (Kind::Struck, Some("sheet.drawn.struck")),
                (true, false, _) => (Kind::Half, Some("sheet.drawn.incomplete")),
                (true, true, true) => (Kind::DoneAbout, None),
                (true, true, false) => (Kind::Done, None),
            };
            Act {
                at: look.at,
                kind,
                clock: look.clock.clone(),
                word: word.map(|key| ground.sheet.say(key)),
            }
        })
        .collect()
}

/// The entries of a kind as acts, struck ones crossed.
fn acts_of(ground: &Ground<'_, '_>, wanted: fn(&Payload) -> bool) -> Vec<Act> {
    let entries = ground.sheet.entries().iter();
    let wanted = entries.filter(|folded| folded.payload().is_some_and(wanted));
    wanted
        .map(|folded| {
            let (kind, word) = match (folded.stands(), folded.precision) {
                (false, _) => (Kind::Struck, Some("sheet.drawn.struck")),
                (true, Precision::Exact) => (Kind::Done, None),
                (true, _) => (Kind::DoneAbout, None),
            };
            Act {
                at: ground.sheet.happened_at(folded),
                kind,
                clock: ground.clock_of(folded),
                word: word.map(|key| ground.sheet.say(key)),
            }
        })
        .collect()
}

pub(super) fn reviews(ground: &Ground<'_, '_>) -> Vec<Act> {
    acts_of(ground, |payload| matches!(payload, Payload::AccessReview(_)))
}

pub(super) fn flushes(ground: &Ground<'_, '_>) -> Vec<Act> {
    acts_of(ground, |payload| matches!(payload, Payload::Flush(_)))
}

/// Disinfections; the antiseptic before the insertion and the one before the removal among them.
pub(super) fn disinfections(ground: &Ground<'_, '_>) -> Vec<Act> {
    let timeline = &ground.sheet.look.timeline;
    let mut acts = acts_of(ground, |payload| matches!(payload, Payload::Disinfect(_)));
    let antiseptic = timeline.insert().and_then(|insert| insert.antiseptic.as_deref());
    if let (Some(mark), true) = (
        timeline.insertion,
        antiseptic.is_some_and(|agent| !agent.trim().is_empty()),
    ) {
        let folded = timeline.entry(mark);
        let exact = folded.precision == Precision::Exact;
        acts.push(Act {
            at: mark.at,
            kind: if exact { Kind::Done } else { Kind::DoneAbout },
            clock: ground.clock_of(folded),
            word: None,
        });
    }
    let before = acts_of(ground, |payload| matches!(payload, Payload::RemovalAntiseptic(_)));
    acts.extend(before.into_iter().map(|act| {
        let places = [("when", Line::say(act.clock.clone()))];
        let word = act
            .word
            .clone()
            .unwrap_or_else(|| ground.sheet.fill("sheet.drawn.before-removal", &places));
        Act {
            word: Some(word),
            ..act
        }
    }));
    acts.sort_by_key(|act| act.at);
    acts
}
