//! Killed at any point: what covers a critical task never goes before what takes its place.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::worlds::{event, happen, world};
use super::*;
use crate::reminders::{Change, Held, diff};

/// A task in any of its occurrences.
type Covered = BTreeSet<(CaseId, String)>;

/// What an operating system holds, as one that refuses what is beyond its limit.
#[derive(Clone)]
struct System {
    limit: usize,
    now: Ms,
    held: BTreeMap<String, Reminder>,
}

impl System {
    fn holding(plan: &Plan, limit: usize, now: Ms) -> Self {
        Self {
            limit,
            now,
            held: plan.reminders.iter().map(|r| (r.id.clone(), r.clone())).collect(),
        }
    }

    fn report(&self) -> Vec<Held> {
        self.held.values().map(Held::from).collect()
    }

    /// Whether it did as it was asked.
    fn take(&mut self, step: &Change, upsert: &[Reminder]) -> bool {
        match step {
            Change::Cancel(id) => self.held.remove(id).is_some(),
            Change::Upsert(id) if self.held.contains_key(id) || self.to_come().count() < self.limit => {
                let reminder = upsert.iter().find(|r| r.id == *id).unwrap();
                self.held.insert(id.clone(), reminder.clone());
                true
            }
            Change::Upsert(_) => false,
        }
    }

    /// What has not fired: the rest takes no place.
    fn to_come(&self) -> impl Iterator<Item = &Reminder> {
        self.held.values().filter(|r| r.fire_at_ms > self.now)
    }

    /// Critical tasks with a reminder at or after their due time still to come.
    fn covered(&self) -> Covered {
        let critical = |step: &str| SHIPPED.step(step).is_none_or(|step| step.level == Level::Critical);
        let due = self
            .to_come()
            .flat_map(|r| r.members.iter())
            .filter(|m| m.rung >= 0 && critical(&m.step));
        due.map(|m| (m.case, m.step.to_string())).collect()
    }
}

/// Carries out the steps and judges after each. Returns the most that were held.
fn survive(before: &Plan, after: &Plan, limit: usize) -> Result<usize, TestCaseError> {
    let mut system = System::holding(before, limit, after.computed_at);
    let change = diff(after, &system.report());
    let wanted = System::holding(after, limit, after.computed_at).covered();
    let (mut most, mut covered) = (system.to_come().count(), system.covered());
    for step in &change.steps {
        prop_assert!(
            system.take(step, &change.upsert),
            "refused: {step:?} at {} of {limit}",
            system.held.len()
        );
        let now = system.covered();
        let lost: Vec<_> = covered.difference(&now).filter(|task| wanted.contains(*task)).collect();
        prop_assert!(lost.is_empty(), "uncovered by {step:?}: {lost:?}");
        most = most.max(system.to_come().count());
        covered = now;
    }
    prop_assert!(covered.is_superset(&wanted));
    Ok(most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The system takes four more than the plan uses, as iOS does, and refuses the rest.
    #[test]
    fn a_kill_after_any_step_leaves_every_critical_task_covered(world in world(), events in prop::collection::vec(event(), 1..6)) {
        let before = world.plan();
        let mut world = world;
        events.into_iter().for_each(|event| happen(&mut world, event));
        let after = world.plan();
        survive(&before, &after, world.caps.max_pending + 4)?;
    }
}

#[test]
fn a_full_phone_whose_clock_was_set_changes_every_id_and_loses_nothing() {
    let ward = |by: Ms| {
        let placed = |i: u8| {
            let at = T0 - 18 * HOUR - i64::from(i) * 11 * MINUTE + by;
            Case::dwelling(i, at, T0 - HOUR + by, HOUR, T0 - HOUR + by, None)
        };
        World::new((1..=6).map(placed).collect()).ios().plan()
    };
    let (before, after) = (ward(0), ward(3_000));
    assert!(before.reminders.len() == 60 && after.reminders.len() == 60);
    let same = after
        .reminders
        .iter()
        .filter(|r| before.reminders.iter().any(|b| b.id == r.id))
        .count();
    assert_eq!(same, 1, "only the sentinel is the same");
    assert_eq!(
        survive(&before, &after, 64).unwrap(),
        60,
        "room is made before it is needed"
    );
}

#[test]
fn where_there_is_room_everything_is_added_first_the_soonest_last() {
    let world = World::of(vec![
        task("site-check", T0 + HOUR, HOUR),
        task("dwell-limit", T0 + 3 * HOUR, 0),
    ]);
    let held = System::holding(&world.plan(), 500, T0).report();
    let mut after = world;
    after.cases[0].tasks[0].due_at += HOUR;
    let change = diff(&after.plan(), &held);
    let upserts = change
        .steps
        .iter()
        .take_while(|s| matches!(s, Change::Upsert(_)))
        .count();
    assert_eq!(
        (upserts, change.steps.len() - upserts),
        (change.upsert.len(), change.cancel.len())
    );
    assert!(!change.upsert.is_empty() && !change.cancel.is_empty() && !change.keep.is_empty());
}

#[test]
fn a_full_phone_makes_room_by_what_is_not_critical_and_latest_first() {
    let check = |id: u8, minute: i64| Case::new(id, vec![task("site-check", T0 + minute * MINUTE, HOUR)]);
    let before = World::new((1..=6).map(|i| check(i, i64::from(i) * 20)).collect())
        .holding(4)
        .plan();
    let limit = Case::new(9, vec![task("dwell-limit", T0 + 30 * MINUTE, 0)]);
    let after = World::new(vec![limit, check(1, 20)]).holding(4).plan();
    let held: Vec<Held> = before.reminders.iter().map(Held::from).collect();
    let change = diff(&after, &held);
    let new = |id: &String| held.iter().all(|h| h.id != *id);
    let first = change
        .steps
        .iter()
        .find(|step| matches!(step, Change::Cancel(_)) || matches!(step, Change::Upsert(id) if new(id)));
    let check = before.reminders.iter().rfind(|r| r.level == Level::Due).unwrap();
    assert_eq!(
        first,
        Some(&Change::Cancel(check.id.clone())),
        "a full system takes nothing new before that"
    );
    assert_eq!(survive(&before, &after, 4).unwrap(), 4);
}

#[test]
fn a_slot_gives_up_a_critical_task_only_after_it_rings_elsewhere() {
    let tasks = |limit: i64| {
        vec![
            task("site-check", T0 + 60 * MINUTE, HOUR),
            task("dwell-limit", T0 + limit * MINUTE, 0),
        ]
    };
    // Together in one slot, the limit's only ring; then the limit moves and the slot keeps its id.
    let before = World::of(tasks(62)).holding(2).plan();
    assert_eq!(before.reminders[0].members.len(), 2);
    for limit in [20, 300] {
        let after = World::of(tasks(limit)).holding(3).plan();
        assert!(
            after
                .reminders
                .iter()
                .any(|r| r.id == before.reminders[0].id && r.members.len() == 1)
        );
        assert_eq!(survive(&before, &after, 3).unwrap(), 3);
    }
}

/// Nothing has to go and there is room for all: even then the order counts, where a slot that is held gives up a
/// critical task, and all that rings for that now rings before it.
#[test]
fn a_slot_gives_up_a_critical_task_last_where_nothing_is_cancelled() {
    let end_of_the_day = T0 + 24 * HOUR;
    let tasks = |before_it: i64| {
        vec![
            task("site-check", end_of_the_day - 4 * MINUTE, HOUR),
            task("dwell-limit", end_of_the_day - before_it * MINUTE, 0),
        ]
    };
    let before = World::of(tasks(2)).holding(1).plan();
    assert_eq!(before.reminders[0].members.len(), 2);
    let after = World::of(tasks(40)).holding(500).plan();
    let held: Vec<Held> = before.reminders.iter().map(Held::from).collect();
    let change = diff(&after, &held);
    assert_eq!(change.cancel, [] as [String; 0]);
    assert!(change.upsert.iter().any(|r| r.id == held[0].id) && change.upsert.len() > 1);
    survive(&before, &after, 500).unwrap();
}

/// A slot that is held gives up one critical task and takes in another: that does not make up for the first.
#[test]
fn one_critical_task_does_not_stand_in_for_another() {
    let end_of_the_day = T0 + 24 * HOUR;
    let limit = |minutes: i64| task("dwell-limit", end_of_the_day - minutes * MINUTE, 0);
    let check = || task("site-check", end_of_the_day - 4 * MINUTE, HOUR);
    let before = World::of(vec![check(), limit(2)]).holding(1).plan();
    let (first, second) = (Case::new(1, vec![check(), limit(40)]), Case::new(2, vec![limit(2)]));
    let after = World::new(vec![first, second]).holding(500).plan();
    let slot = &before.reminders[0];
    let again = after.reminders.iter().find(|r| r.id == slot.id).unwrap();
    let members = |reminder: &Reminder| {
        let members = reminder.members.iter();
        members.map(|m| (m.case.0[0], m.step.to_string())).collect::<Vec<_>>()
    };
    let shared = |case| vec![(1, "site-check".to_owned()), (case, "dwell-limit".to_owned())];
    assert_eq!((members(slot), members(again)), (shared(1), shared(2)));
    survive(&before, &after, 500).unwrap();
}

/// Full of what must not go, and all of it moved: one comes in over the budget, which is smaller than what the system
/// itself holds, and lets the old one of the same task go. It is not just any that comes in.
#[test]
fn where_nothing_may_go_what_takes_its_place_comes_in_first() {
    let limit = |minute: i64| task("dwell-limit", T0 + minute * MINUTE, 0);
    let of = |first: i64, second: i64| {
        let cases = vec![Case::new(1, vec![limit(first)]), Case::new(2, vec![limit(second)])];
        World::new(cases).holding(2).plan()
    };
    let (before, mut after) = (of(300, 400), of(310, 410));
    // What is soonest comes last: so the plan's end comes first, and would be taken were it just the first.
    let note = Reminder {
        id: "v1:note".to_owned(),
        fingerprint: "a note".to_owned(),
        fire_at_ms: T0 + 500 * MINUTE,
        ..after.reminders[0].clone()
    };
    after.reminders.push(note.clone());
    let held: Vec<Held> = before.reminders.iter().map(Held::from).collect();
    let steps = diff(&after, &held).steps;
    let place = |wanted: &Change| steps.iter().position(|step| step == wanted).unwrap();
    assert!(matches!(&steps[0], Change::Upsert(id) if *id != note.id), "{steps:?}");
    assert!(matches!(&steps[1], Change::Cancel(_)), "{steps:?}");
    assert!(place(&Change::Upsert(note.id)) > 1, "{steps:?}");
    assert_eq!(steps.len(), 5, "{steps:?}");
}
