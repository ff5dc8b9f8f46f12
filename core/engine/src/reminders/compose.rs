//! From slots to notifications: how they sound, what they offer, where they lead.

use std::collections::{BTreeMap, BTreeSet};

use super::ids;
use super::input::PlanInput;
use super::ladder::DUE;
use super::model::{Category, Channel, Reminder, RunningTimer};
use super::slot::Slot;
use super::words::{self, Words};
use crate::id::CaseId;
use crate::text::Lang;
use crate::time::Ms;

/// When each task rings, in the slots that were chosen.
type Fires<'s> = BTreeMap<(Ms, CaseId, &'s str), BTreeSet<Ms>>;

/// The notifications of slots. Each expires when later ones have replaced it for all its tasks.
pub(super) fn reminders(slots: &[Slot<'_>], lang: Lang) -> Vec<Reminder> {
    let mut fires = Fires::new();
    for slot in slots {
        for ring in &slot.rings {
            fires.entry(ring.subject.key()).or_default().insert(slot.fire);
        }
    }
    slots
        .iter()
        .map(|slot| reminder(slot, expires(slot, &fires), lang))
        .collect()
}

fn expires(slot: &Slot<'_>, fires: &Fires<'_>) -> Ms {
    let replaced = slot.rings.iter().map(|ring| {
        let next = fires
            .get(&ring.subject.key())
            .and_then(|f| f.range(slot.fire.saturating_add(1)..).next());
        // What nothing replaces stays as long as a plan reaches.
        next.copied()
            .unwrap_or_else(|| slot.fire.saturating_add(ring.subject.horizon))
    });
    replaced.max().unwrap_or(slot.fire)
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
        .min_by_key(|subject| subject.key());
    let mut reminder = Reminder {
        id: slot.id(),
        slot: longest_due
            .map(|s| ids::slot(s.case.case, s.step, s.due_at))
            .unwrap_or_default(),
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
    reminder.fingerprint = ids::fingerprint(&reminder, &marks(slot));
    reminder
}

/// Where a tap leads: to the case, or to the board where there are several.
fn place(slot: &Slot<'_>) -> (String, String) {
    let cases: BTreeSet<CaseId> = slot.rings.iter().map(|ring| ring.subject.case.case).collect();
    match cases.first() {
        Some(case) if cases.len() == 1 => case_place(*case),
        _ => ("board".to_owned(), "marrow://board".to_owned()),
    }
}

fn case_place(case: CaseId) -> (String, String) {
    (case.to_string(), format!("marrow://case/{case}"))
}

/// *Later* where all may still be put off; *done* and *acknowledge* only where it is clear of what.
fn category(slot: &Slot<'_>) -> Category {
    let plain = |ring: &super::slot::Ring<'_>| ring.rung >= DUE && !ring.is_timer_end();
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

/// A mark for each critical task that rings here at or after its due time.
fn marks(slot: &Slot<'_>) -> Vec<String> {
    let due = slot.rings.iter().filter(|ring| ring.rung >= DUE);
    due.filter_map(|ring| ring.subject.mark.clone()).collect()
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
