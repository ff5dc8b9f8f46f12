//! Tasks that fall due together ring together, and none is early or silent because of another.

use super::*;
use crate::reminders::{Channel, Unplanned};

#[test]
fn tasks_due_within_five_minutes_ring_as_one() {
    let plan = World::new(vec![
        Case::new(
            1,
            vec![
                task("site-check", T0 + HOUR, HOUR),
                task("disinfect", T0 + HOUR + 5 * MINUTE, 5 * HOUR),
            ],
        ),
        Case::new(
            2,
            vec![
                task("dwell-limit", T0 + HOUR + 3 * MINUTE, 0),
                task("flush", T0 + HOUR + 5 * MINUTE + 1, HOUR),
            ],
        ),
    ])
    .plan();
    let due: Vec<_> = care(&plan).filter(|r| r.rung == 0).collect();
    assert_eq!(due.len(), 2);
    assert_eq!(
        (due[0].members.len(), due[0].fire_at_ms, due[0].level),
        (3, T0 + HOUR, Level::Critical)
    );
    assert_eq!(
        (due[0].channel, due[0].title.as_str()),
        (Channel::Critical, "3 care tasks due")
    );
    assert_eq!(due[0].link, "marrow://board");
    assert_eq!(due[1].fire_at_ms, T0 + HOUR + 5 * MINUTE + 1);
    assert_eq!(due[1].members.iter().filter(|m| m.rung == 0).count(), 1);
    let alone = World::of(vec![task("flush", T0 + HOUR, HOUR)]).plan();
    assert_eq!(alone.reminders[0].link, format!("marrow://case/{}", CaseId([1; 16])));

    // On the screen it stands for what has been due longest, so that it replaces what was shown of that.
    let tasks = vec![task("site-check", T0, HOUR), task("disinfect", T0 + HOUR, HOUR)];
    let plan = World::of(tasks).plan();
    let of_both = care(&plan).find(|r| r.members.len() == 2).unwrap();
    assert_eq!((&*of_both.members[0].step, of_both.rung), ("disinfect", 0));
    assert_eq!(of_both.slot, plan.reminders[0].slot);

    // Its id is its earliest member's: it stays when another leaves, and changes when that one does.
    let id_of = |tasks| care(&World::of(tasks).plan()).find(|r| r.rung == 0).unwrap().id.clone();
    let (first, second) = (
        task("site-check", T0 + HOUR, HOUR),
        task("disinfect", T0 + HOUR + MINUTE, HOUR),
    );
    assert_eq!(id_of(vec![first.clone(), second.clone()]), id_of(vec![first.clone()]));
    assert_ne!(id_of(vec![first, second.clone()]), id_of(vec![second]));
}

#[test]
fn what_rang_with_an_earlier_one_rings_again_only_if_critical() {
    for (step, again) in [("disinfect", false), ("dwell-limit", true)] {
        let both = vec![task("site-check", T0, HOUR), task(step, T0 + 4 * MINUTE, HOUR)];
        let world = World::of(both).at(T0 - HOUR);
        let slot = care(&world.plan()).find(|r| r.rung == 0).unwrap().clone();
        assert_eq!(slot.members.len(), 2);
        let mut world = world.at(T0 + MINUTE);
        let shown = |member| Past {
            member,
            planned_ms: T0,
            shown_ms: Some(T0),
        };
        world.past = slot.members.iter().cloned().map(shown).collect();
        let plan = world.plan();
        assert_eq!(
            minutes(&plan)[0],
            if again { 4 } else { 5 },
            "{step}: the next rungs ring all the same"
        );
        let left_out = plan.not_scheduled.iter().any(|n| n.reason == Unplanned::AlreadyShown);
        assert_ne!(left_out, again, "{step}");
    }
}

#[test]
fn a_task_comes_forward_only_to_another_that_falls_due_and_a_repeat_to_both() {
    let at = |minute: i64| T0 + minute * MINUTE;
    // A check that has been due for 10 min rings again at +5; minutes of the other's rings
    for (due, expected) in [
        // Four minutes after that repeat: not early because of it.
        (9, vec![9, 14, 24]),
        // Four minutes before it: the repeat comes forward to it.
        (1, vec![1, 6, 16]),
    ] {
        let mut tasks = vec![
            task("site-check", at(-10), 5 * HOUR),
            task("disinfect", at(due), 5 * HOUR),
        ];
        let with = |step: &'static str| move |r: &&Reminder| r.members.iter().any(|m| &*m.step == step && m.rung >= 0);
        let rings = |tasks: &[Task], step| -> Vec<i64> {
            let plan = World::of(tasks.to_vec()).plan();
            care(&plan)
                .filter(with(step))
                .map(|r| (r.fire_at_ms - T0) / MINUTE)
                .take(3)
                .collect()
        };
        assert_eq!(rings(&tasks, "disinfect"), expected);
        assert_eq!(rings(&tasks, "site-check")[0], if due == 1 { 1 } else { 5 });
        // Nor does its own next rung come so far forward that it rings twice at once.
        tasks[0].due_at = at(due - 14);
        assert_eq!(rings(&tasks, "disinfect"), expected);
    }
}

#[test]
fn what_was_shown_and_put_off_rings_again_however_wide_a_slot_is() {
    let mut world = World::of(vec![task("site-check", T0, HOUR)]).at(T0 + MINUTE);
    world.cases[0].protocol = policy(r#"{"reminder.slot":10,"snooze.minutes":5}"#);
    let member = World::of(world.cases[0].tasks.clone()).at(T0 - HOUR).plan().reminders[1].members[0].clone();
    let (case, step, due_at) = (member.case, member.step.to_string(), member.due_at);
    world.past = vec![Past {
        member,
        planned_ms: T0,
        shown_ms: Some(T0),
    }];
    world.snoozed = vec![Snoozed {
        case,
        step,
        due_at,
        until: T0 + 6 * MINUTE,
        times: 1,
    }];
    assert_eq!(rings(&world.plan())[0], (6, 0));
}

/// Somebody presses and waits for it: it comes to the second, and says nothing else.
#[test]
fn the_end_of_a_compression_rings_alone() {
    let end = T0 + 4 * MINUTE;
    // The last: what rings after everything else in the plan, and only once.
    let last = T0 + 24 * HOUR - MINUTE;
    for other in [end - 2 * MINUTE, end, end + 2 * MINUTE, last] {
        let mut pressing = Case::new(1, vec![task("compression", end, 0)]);
        let since = T0 - MINUTE;
        pressing.running = Some(Running { since, until: end });
        let plan = World::new(vec![pressing, Case::new(2, vec![task("site-check", other, HOUR)])]).plan();
        let due = |step: &str| {
            let of_it = |r: &&Reminder| r.members.iter().any(|m| &*m.step == step && m.rung == 0);
            care(&plan)
                .filter(of_it)
                .map(|r| (r.fire_at_ms, r.members.len()))
                .collect::<Vec<_>>()
        };
        assert_eq!(due("compression"), [(end, 1)], "{}", other - end);
        assert_eq!(due("site-check")[0].0, other, "{}", other - end);
    }
}
