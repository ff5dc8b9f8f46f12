//! Reminders: which notifications a phone's operating system should hold.
//!
//! Responsible for the whole desired set ([`plan()`]), for the steps that bring the system from what
//! it holds to that set ([`diff()`]), and for what to do when one fires ([`on_fired`]). The plan is
//! always made whole, from the tasks as they stand: no reminder is chained from another's firing, so
//! that one that never fires takes none with it.
//!
//! Not responsible for holding, showing or sounding anything (a shell does), for what is due
//! ([`crate::agenda`]), or for who watches a case ([`crate::fold`]). All times are absolute instants
//! on this phone's wall clock; no zone comes in, so none can move a reminder.

mod budget;
mod caps;
mod compose;
mod diff;
mod fired;
mod ids;
mod input;
mod ladder;
mod model;
mod report;
mod rhythm;
mod sentinel;
mod slot;
mod subject;
#[cfg(test)]
mod tests;
mod words;

pub use caps::{Os, PlatformCaps};
pub use diff::{Change, Diff, Held, apply, diff};
pub use fired::{Fired, NotShown, on_fired};
pub use input::{Past, PlanCase, PlanInput, Running, Snoozed};
pub use model::{Category, Channel, Member, Missed, NotScheduled, Plan, Reminder, RunningTimer, Unplanned};
pub use report::{Delivered, Failed, Lateness, Report, lateness};

use crate::time::{Ms, SECOND};
use budget::Chosen;
use slot::{Ring, Slot};
use subject::{Subject, Watched};

/// A reminder that fires this much after its time still counts as on time (product default).
pub const ON_TIME: Ms = 15 * SECOND;

/// The reminders that this phone should hold, from what is due on the cases that it watches.
pub fn plan(input: &PlanInput<'_>) -> Plan {
    let Watched {
        subjects,
        horizon,
        window,
    } = subject::watched(input);
    let rings = slot::in_order(rings(&subjects, input));
    let Chosen {
        mut slots,
        left_out,
        coverage_until,
        sentinel,
    } = budget::choose(
        slot::share(&rings, window),
        input.caps.max_pending,
        input.now.saturating_add(horizon),
    );
    slots.sort_by_key(|slot| slot.fire);
    let sentinel = sentinel.then(|| sentinel::reminder(input.now, coverage_until, input.lang));
    let mut reminders = compose::reminders(&slots, subjects.len(), input.lang);
    let refresh_at_ms = refresh_at(&left_out, &reminders, sentinel.as_ref(), coverage_until);
    reminders.extend(sentinel);
    reminders.sort_by(|a, b| (a.fire_at_ms, &a.id).cmp(&(b.fire_at_ms, &b.id)));
    let left_out = left_out.iter().filter_map(Slot::first).map(|first| NotScheduled {
        first: first.subject.member(first.rung),
        reason: Unplanned::Budget,
    });
    let shown = subjects.iter().flat_map(|subject| subject.already_shown(input));
    let running = compose::timers(input);
    Plan {
        revision: ids::revision(&reminders, &running),
        computed_at: input.now,
        coverage_until_ms: coverage_until,
        refresh_at_ms,
        not_scheduled: left_out.chain(shown).collect(),
        running,
        missed: fired::missed(input, &subjects),
        may_still_ring: subjects
            .iter()
            .filter_map(|subject| subject.last_id(input.now))
            .collect(),
        max_pending: input.caps.max_pending,
        reminders,
    }
}

/// Every ring still to come, as if there were room for all.
fn rings<'s>(subjects: &'s [Subject<'s>], input: &PlanInput<'_>) -> Vec<Ring<'s>> {
    let mut rings = Vec::new();
    for subject in subjects {
        let mut lead = true;
        for (rung, fire) in subject
            .ladder
            .between(input.now, input.now.saturating_add(subject.horizon))
        {
            if subject.shown(rung, fire, input) {
                continue;
            }
            let due = rung >= ladder::DUE;
            rings.push(Ring {
                subject,
                rung,
                fire,
                lead: due && lead,
            });
            lead &= !due;
        }
    }
    rings
}

/// When a new plan would say more than this one: something left out falls due, or the plan runs out;
/// but not before a place becomes free.
fn refresh_at(left_out: &[Slot<'_>], planned: &[Reminder], sentinel: Option<&Reminder>, coverage_until: Ms) -> Ms {
    let wanted = left_out.iter().map(|slot| slot.fire).min().unwrap_or(Ms::MAX);
    let runs_out = sentinel.map_or(coverage_until, |sentinel| sentinel.fire_at_ms);
    let frees = planned
        .iter()
        .map(|reminder| reminder.fire_at_ms)
        .min()
        .unwrap_or(Ms::MIN);
    wanted.max(frees).min(runs_out)
}
