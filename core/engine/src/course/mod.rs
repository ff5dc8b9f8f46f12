//! How a case went: every turn of every step, and every time that a flag was open.
//!
//! Where [`crate::assess`] looks at one moment, this walks through all of them, with what is known now: a struck
//! entry is as if it had never been, an amended one counts with its new values, a corrected age holds from the
//! insertion. Each moment is judged by the policy that was in force at it. What only the phone itself can say (R20)
//! is not on record and therefore not told.

mod raised;
mod turns;

pub use raised::Raised;
pub use turns::{Ended, How, Turn};

use crate::agenda::Progress;
use crate::assess::{Context, look};
use crate::flags::findings::Findings;
use crate::flags::{Phone, changes_ahead};
use crate::fold::CaseState;
use crate::fold::timeline::{Reading, Timeline};
use crate::time::Ms;

/// How a case went.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Every turn of a step that was done, skipped, missed, or is still open; by when it fell due.
    pub turns: Vec<Turn>,
    /// Every time that a flag was open at one severity; by when it was raised.
    pub raised: Vec<Raised>,
}

/// Walks through a case, to `context.now`.
pub fn course(case: &CaseState, context: &Context<'_>) -> Course {
    let age = Timeline::read(case, context.frame).age;
    let mut findings = Findings::default();
    let mut progress = Progress::default();
    let mut turns = turns::Turns::default();
    let mut flags = raised::Flags::default();
    let mut reading = Reading::begin(case, context.frame);
    while let Some(moment) = reading.next_moment() {
        // Up to the next moment, or to now.
        let next = reading.ahead();
        let Reading { timeline, order, .. } = &mut reading;
        let moment = &order[moment];
        let Some(at) = moment.first().map(|mark| mark.at) else {
            break;
        };
        timeline.set_age(age);
        timeline.protocol = next.map_or(&case.protocol, |_| case.protocol_at(at, context.frame));
        findings.follow(timeline);
        progress.follow(timeline);
        let look_at = |now| {
            let phone = Phone::default();
            look(timeline, &progress, &findings, &Context { now, phone, ..*context })
        };
        let now = look_at(at);
        turns.take(timeline, moment, &now.tasks);
        flags.take(at, moment.last().map(|mark| mark.index), &now.flags);
        let ahead = changes_ahead(timeline, now.limit.as_ref(), &now.tasks, context.neighbours);
        let before_next = |then: &Ms| *then > at && next.map_or(*then <= context.now, |next| *then < next);
        for then in ahead.into_iter().filter(before_next) {
            flags.take(then, None, &look_at(then).flags);
        }
    }
    Course {
        turns: turns.finish(&reading.timeline, context.now),
        raised: flags.finish(),
    }
}
