//! From slots to notifications: how they sound, what they offer, where they lead.

use super::ids;
use super::input::PlanInput;
use super::ladder::DUE;
use super::model::{Category, Channel, Reminder, RunningTimer};
use super::slot::{Ring, Slot};
use super::words::{self, Words};
use crate::id::CaseId;
use crate::text::Lang;
use crate::time::Ms;

/// The notifications of slots, the soonest first, of so many subjects. Each expires when later ones have replaced it
/// for all its tasks.
pub(super) fn reminders(slots: &[Slot<'_>], subjects: usize, lang: Lang) -> Vec<Reminder> {
    let expires = expires(slots, subjects);
    slots
        .iter()
        .zip(expires)
        .map(|(slot, expires_at_ms)| reminder(slot, expires_at_ms, lang))
        .collect()
}

/// When each slot expires: from the last to the first, because then it is known when its tasks ring next.
fn expires(slots: &[Slot<'_>], subjects: usize) -> Vec<Ms> {
    let mut next: Vec<Option<Ms>> = vec![None; subjects];
    let mut expires = Vec::with_capacity(slots.len());
    // Slots that fire at the same moment do not replace each other.
    for moment in slots.chunk_by(|a, b| a.fire == b.fire).rev() {
        expires.extend(moment.iter().rev().map(|slot| {
            let replaced = slot.rings.iter().map(|ring| {
                // What nothing replaces stays as long as a plan reaches.
                next[ring.subject.place].unwrap_or_else(|| slot.fire.saturating_add(ring.subject.horizon))
            });
            replaced.max().unwrap_or(slot.fire)
        }));
        for slot in moment {
            slot.rings
                .iter()
                .for_each(|ring| next[ring.subject.place] = Some(slot.fire));
        }
    }
    expires.reverse();
    expires
}

/// The notification of one slot.
pub(super) fn reminder(slot: &Slot<'_>, expires_at_ms: Ms, lang: Lang) -> Reminder {
    let level = slot.level();
    let (title, body) = Words::of(slot).say(lang);
    let (thread, link) = place(slot);
    let first = slot.rings.first();
    let longest_due = slot
        .rings
        .iter()
        .map(|ring| ring.subject)
        .min_by_key(|subject| subject.place);
    let mut reminder = Reminder {
        id: slot.id(),
        slot: longest_due.map(|s| ids::slot(&s.hash)).unwrap_or_default(),
        fire_at_ms: slot.fire,
        channel: level.into(),
        level,
        rung: first.map_or(DUE, |ring| ring.rung),
        title,
        body,
        thread,
        category: category(slot),
        link,
        expires_at_ms,
        fingerprint: String::new(),
        members: slot.rings.iter().map(|ring| ring.subject.member(ring.rung)).collect(),
    };
    let members = slot.rings.iter().map(|ring| (&ring.subject.hash, ring.rung));
    // A mark for each critical task that rings here at or after its due time.
    let due = slot.rings.iter().filter(|ring| ring.rung >= DUE);
    let marks = due.filter_map(|ring| ring.subject.mark.as_deref());
    reminder.fingerprint = ids::fingerprint(&reminder, members, marks);
    reminder
}

/// Where a tap leads: to the case, or to the board where there are several.
fn place(slot: &Slot<'_>) -> (String, String) {
    let case = |ring: &Ring<'_>| ring.subject.case.case;
    match slot.first().map(case) {
        Some(only) if slot.rings.iter().all(|ring| case(ring) == only) => case_place(only),
        _ => ("board".to_owned(), "marrow://board".to_owned()),
    }
}

fn case_place(case: CaseId) -> (String, String) {
    (case.to_string(), format!("marrow://case/{case}"))
}

/// *Later* where all may still be put off; *done* and *acknowledge* only where it is clear of what.
fn category(slot: &Slot<'_>) -> Category {
    let plain = |ring: &Ring<'_>| ring.rung >= DUE && !ring.is_timer_end();
    if !slot.rings.iter().all(plain) {
        return Category::Open;
    }
    let before_limit = |limit: Option<Ms>| limit.is_none_or(|limit| slot.fire < limit);
    let later = slot
        .rings
        .iter()
        .all(|ring| ring.subject.later && before_limit(ring.subject.case.limit_at));
    let only = slot
        .rings
        .first()
        .filter(|_| slot.rings.len() == 1)
        .map(|ring| ring.subject);
    let done = only.is_some_and(|subject| subject.done);
    let acknowledge = only.is_some_and(|subject| subject.acknowledge);
    match (later, done, acknowledge) {
        (true, true, _) => Category::OpenLaterDone,
        (false, true, _) => Category::OpenDone,
        (true, false, true) => Category::OpenLaterAck,
        (false, false, true) => Category::OpenAck,
        (true, false, false) => Category::OpenLater,
        (false, false, false) => Category::Open,
    }
}

/// The timers that run now on watched cases.
pub(super) fn timers(input: &PlanInput<'_>) -> Vec<RunningTimer> {
    let watched = input.cases.iter().filter(|case| case.watched);
    let running = watched.filter_map(|case| Some((case, case.running.filter(|running| running.until > input.now)?)));
    let mut timers: Vec<RunningTimer> = running
        .map(|(case, running)| {
            let (title, body) = words::timer(input.lang, case.label.as_deref());
            let (thread, link) = case_place(case.case);
            RunningTimer {
                id: ids::timer(case.case, running.since),
                started_at_ms: running.since,
                ends_at_ms: running.until,
                channel: Channel::Running,
                title,
                body,
                thread,
                link,
            }
        })
        .collect();
    timers.sort_by(|a, b| (a.ends_at_ms, &a.id).cmp(&(b.ends_at_ms, &b.id)));
    timers.dedup_by(|a, b| a.id == b.id);
    timers
}
