//! What holds of every plan, whatever is due.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::reminders::NotScheduled;
use proptest::sample::select;

use super::worlds::{ALIAS, members, world};
use super::*;
use crate::reminders::ladder::Ladder;
use crate::reminders::rhythm::Rhythm;
use crate::reminders::{Channel, Held, Member, apply, diff};

/// Tasks of watched cases that fall due within the horizon, unmoved, with the level: computed here
/// without the code under test.
fn falling_due(world: &World) -> Vec<(Member, Level)> {
    let moved = |m: &Member| {
        world
            .snoozed
            .iter()
            .any(|s| (s.case, s.step.as_str()) == (m.case, &*m.step))
    };
    let shown = |m: &Member| world.past.iter().any(|p| p.member == *m && p.shown_ms.is_some());
    let due = members(world).into_iter().filter_map(|member| {
        let case = world.cases.iter().find(|case| case.id == member.case)?;
        let level = SHIPPED.step(&member.step)?.level;
        let soon = member.due_at > world.now && member.due_at <= world.now + 24 * HOUR;
        let timer = case.running.is_some() && &*member.step == "compression";
        let plain = !moved(&member) && (level == Level::Critical || !shown(&member)) && !timer;
        (case.watched && soon && plain).then_some((member, level))
    });
    due.collect()
}

fn planned(plan: &Plan) -> BTreeSet<&Member> {
    plan.reminders.iter().flat_map(|r| r.members.iter()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Same input, same plan, in whatever order it comes in.
    #[test]
    fn the_order_of_the_input_does_not_matter(world in world(), by in any::<u64>()) {
        let mut other = world.clone();
        let key = |n: u64| n.wrapping_mul(by | 1).rotate_left(17);
        other.cases.sort_by_key(|c| key(u64::from(c.id.0[0])));
        other.snoozed.reverse();
        other.past.reverse();
        for case in &mut other.cases {
            case.tasks.sort_by_key(|t| key(t.due_at.unsigned_abs() + t.step.len() as u64));
        }
        let plan = world.plan();
        prop_assert_eq!(&plan, &other.plan());
        prop_assert_eq!(plan, world.plan());
    }

    /// Carrying out a diff leaves nothing to do, whatever was held before.
    #[test]
    fn a_diff_converges(before in world(), after in world(), hours in 0..30_i64) {
        let before = before.plan();
        let mut held: Vec<Held> = before.reminders.iter().map(Held::from).collect();
        held.extend((0..3).map(|i| Held { id: format!("old {i}"), fingerprint: String::new(), fire_at_ms: T0 + i }));
        let plan = after.at(T0 + hours * HOUR).plan();
        let change = diff(&plan, &held);
        let now = apply(&held, &change);
        prop_assert!(diff(&plan, &now).is_empty());
        let late = change.keep.iter().filter(|id| plan.may_still_ring.contains(id)).count();
        prop_assert!(now.len() <= plan.reminders.len() + late);
        prop_assert_eq!(change.steps.len(), change.upsert.len() + change.cancel.len());
        prop_assert!(change.upsert.is_sorted_by(|a, b| a.fire_at_ms >= b.fire_at_ms));
    }

    /// The budget holds, nothing lies in the past, ids are unique, the order is by time.
    #[test]
    fn a_plan_is_well_formed(world in world()) {
        let plan = world.plan();
        prop_assert!(plan.reminders.len() <= world.caps.max_pending);
        prop_assert!(plan.reminders.iter().all(|r| r.fire_at_ms > world.now && r.expires_at_ms > r.fire_at_ms));
        prop_assert!(plan.reminders.is_sorted_by_key(|r| r.fire_at_ms));
        prop_assert!(plan.coverage_until_ms > world.now && plan.refresh_at_ms > world.now);
        let left_out = plan.not_scheduled.iter().map(NotScheduled::id);
        let ids: Vec<String> = plan.reminders.iter().map(|r| r.id.clone()).chain(left_out).collect();
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        let rings: Vec<&Member> = plan.reminders.iter().flat_map(|r| r.members.iter()).collect();
        prop_assert_eq!(rings.iter().collect::<BTreeSet<_>>().len(), rings.len(), "a rung rings once");
        let watched: BTreeSet<CaseId> = world.cases.iter().filter(|c| c.watched).map(|c| c.id).collect();
        prop_assert!(rings.iter().all(|m| watched.contains(&m.case)), "nothing for cases that others watch");
    }

    /// Every task that falls due before the coverage ends rings then, at most so much early as tasks
    /// share a slot; and a critical one does in any case, of too many the soonest.
    #[test]
    fn what_falls_due_rings(world in world()) {
        let plan = world.plan();
        let planned = planned(&plan);
        let critical = plan.reminders.iter().filter(|r| r.level == Level::Critical).count();
        for (member, level) in falling_due(&world) {
            let never_left_out = level == Level::Critical && critical < world.caps.max_pending;
            if member.due_at < plan.coverage_until_ms || never_left_out {
                prop_assert!(planned.contains(&member), "{member:?} {level:?}");
            }
        }
        for reminder in care(&plan) {
            for member in reminder.members.iter().filter(|m| m.rung == 0 && m.due_at > T0) {
                prop_assert!(reminder.fire_at_ms >= member.due_at - 5 * MINUTE, "never earlier than a slot is wide");
            }
        }
    }

    /// A critical reminder that found no room was later than every one that did, and all were critical.
    #[test]
    fn critical_ones_give_way_to_sooner_critical_ones_only(world in world()) {
        let plan = world.plan();
        let planned = planned(&plan);
        let left_out: Vec<Ms> = falling_due(&world).into_iter()
            .filter(|(m, level)| *level == Level::Critical && !planned.contains(m)).map(|(m, _)| m.due_at).collect();
        if let Some(first) = left_out.iter().min() {
            prop_assert!(plan.reminders.iter().all(|r| r.level == Level::Critical && r.fire_at_ms <= *first));
            prop_assert_eq!(plan.reminders.len(), world.caps.max_pending);
        }
    }

    /// A rung keeps its id and time whatever else is due; only sharing decides whose id the slot shows.
    #[test]
    fn ids_and_times_do_not_depend_on_what_else_is_due(world in world(), hours in 0..20_i64) {
        for reminder in care(&world.plan()) {
            let first = &reminder.members[0];
            prop_assert_eq!(reminder.rung, first.rung);
            let case = world.cases.iter().find(|c| c.id == first.case).unwrap();
            let task = case.tasks.iter().find(|t| *t.step == *first.step);
            let (Some(task), None) = (task, case.running) else { continue };
            if world.snoozed.is_empty() {
                let mut alone = World::new(vec![Case { tasks: vec![task.clone()], ..case.clone() }]);
                alone.now = (T0 - hours * HOUR).max(reminder.fire_at_ms - 24 * HOUR);
                let alone = alone.plan();
                let found = alone.reminders.iter().find(|r| r.id == reminder.id);
                prop_assert_eq!(found.map(|r| r.fire_at_ms), Some(reminder.fire_at_ms));
            }
        }
    }

    /// No text tells who, what or where: the label only where it came in, no step, no device, no site.
    #[test]
    fn no_text_tells_who_or_what(world in world()) {
        let plan = world.plan();
        let labelled = |r: &Reminder| world.cases.iter().any(|c| c.label.is_some() && r.members.iter().any(|m| m.case == c.id));
        for r in &plan.reminders {
            let said = [&r.title, &r.body, &r.thread, &r.link, &r.id, &r.slot, &r.fingerprint].map(String::as_str).join(" ");
            prop_assert_eq!(said.contains(ALIAS), labelled(r));
            let said = said.to_lowercase();
            prop_assert!(SHIPPED.steps.iter().all(|step| !said.contains(&step.id)), "{}", said);
            prop_assert!(SHIPPED.devices.iter().all(|d| d.name.is_empty() || !said.contains(&d.name.to_lowercase())));
            prop_assert!(!said.contains('{') && !said.contains("reminders."), "{}", said);
        }
        for t in &plan.running {
            let label = world.cases.iter().any(|c| c.label.is_some() && t.link.ends_with(&c.id.to_string()));
            prop_assert_eq!([&t.title, &t.body].map(String::as_str).join(" ").contains(ALIAS), label);
            prop_assert_eq!(t.channel, Channel::Running);
        }
    }

    /// Whatever the system would show or schedule is in the fingerprint.
    #[test]
    fn a_fingerprint_covers_everything(world in world()) {
        let mut seen: BTreeMap<String, Reminder> = BTreeMap::new();
        let mut other = World { lang: if world.lang == Lang::En { Lang::Es } else { Lang::En }, ..world.clone() };
        other.cases.iter_mut().for_each(|c| c.label = Some("Bed 1".to_owned()));
        other.snoozed.clear();
        for reminder in [world.plan().reminders, other.plan().reminders].concat() {
            let Some(twin) = seen.insert(reminder.fingerprint.clone(), reminder.clone()) else { continue };
            prop_assert_eq!(twin, reminder);
        }
    }

    /// The ladder read from any moment is the same ladder.
    #[test]
    fn a_ladder_is_one_ladder(interval in 0..400_i64, moved in 0..60_i64, from in -100..2_000_i64, level in select(vec![Level::Soon, Level::Due, Level::Critical])) {
        let ladder = Ladder::new(&Rhythm::of(&SHIPPED), level, T0, interval * MINUTE).moved_to(T0 + moved * MINUTE);
        let end = T0 + 3_000 * MINUTE;
        let whole: Vec<_> = ladder.between(T0 - HOUR, end).collect();
        let from = T0 + from * MINUTE;
        let rest: Vec<_> = whole.iter().copied().filter(|(_, at)| *at > from).collect();
        prop_assert_eq!(ladder.between(from, end).collect::<Vec<_>>(), rest);
        prop_assert!(whole.is_sorted_by(|a, b| a.1 < b.1));
        prop_assert!(whole.iter().all(|(rung, at)| ladder.at(*rung) == Some(*at)));
        prop_assert_eq!(ladder.last(from), whole.into_iter().rfind(|(_, at)| *at <= from));
    }
}
