//! One table a rule: which rungs a task gets, and what moves, shares or silences them.

use super::*;
use crate::reminders::{Channel, Unplanned};

#[test]
fn a_level_decides_the_rungs() {
    // step, interval in minutes; minutes from the due time at which it rings in the first five hours
    let table: &[(&str, i64, &[i64])] = &[
        ("removal-target", 720, &[0]),
        ("sign-off", 0, &[0]),
        ("site-check", 120, &[-5, 0, 5, 15, 120, 240]),
        ("site-check", 60, &[-5, 0, 5, 15, 60, 120, 180, 240, 300]),
        ("disinfect", 300, &[-5, 0, 5, 15, 300]),
        // Shorter than the least interval of the repeats.
        (
            "handover-accept",
            15,
            &[-5, 0, 5, 15, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300],
        ),
        // A critical task repeats at the least interval whatever its own is: the limit's is 24 h.
        (
            "dwell-limit",
            1_440,
            &[-15, 0, 5, 15, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300],
        ),
        (
            "dwell-warning-1h",
            0,
            &[-15, 0, 5, 15, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300],
        ),
    ];
    for (step, interval, expected) in table {
        let plan = World::of(vec![task(step, T0 + HOUR, interval * MINUTE)]).plan();
        let got: Vec<i64> = minutes(&plan)
            .into_iter()
            .map(|m| m - 60)
            .filter(|m| *m <= 300)
            .collect();
        assert_eq!(got, *expected, "{step}");
    }
}

#[test]
fn the_numbers_are_the_policys() {
    let parameters = r#"{"reminder.horizon":12,"reminder.second":3,"reminder.third":10,"reminder.again-min":60,
        "reminder.early-due":0,"reminder.early-critical":30}"#;
    let mut world = World::of(vec![task("baseline-check", T0 + HOUR, 0)]);
    world.cases[0].protocol = policy(parameters);
    let hourly = (2..=12).map(|h| (h * 60, i32::try_from(h).unwrap() + 1));
    assert_eq!(
        rings(&world.plan()),
        [(60, 0), (63, 1), (70, 2)]
            .into_iter()
            .chain(hourly)
            .collect::<Vec<_>>()
    );
    world.cases[0].tasks = vec![task("dwell-limit", T0 + 12 * HOUR, 0)];
    assert_eq!(rings(&world.plan()), [(690, -1), (720, 0)]);
}

#[test]
fn rungs_that_fall_together_ring_once() {
    // +5 and +15 at the same time, and the first repeat before the third rung
    for (parameters, expected) in [
        (
            r#"{"reminder.second":15,"reminder.third":15}"#,
            vec![(0, 0), (15, 1), (30, 3), (60, 4)],
        ),
        (
            r#"{"reminder.again-min":15,"reminder.third":30}"#,
            vec![(0, 0), (5, 1), (30, 2), (45, 5), (60, 6)],
        ),
    ] {
        let mut world = World::of(vec![task("baseline-check", T0, 0)]).at(T0 - 1);
        world.cases[0].protocol = policy(parameters);
        let mut rings = rings(&world.plan());
        rings.retain(|(minute, _)| *minute <= 60);
        assert_eq!(rings, expected);
    }
}

#[test]
fn nothing_that_has_passed_is_planned_and_what_is_to_come_is() {
    // minutes since the due time, and the next rings
    for (since, expected) in [
        (-6, &[(-5, -1), (0, 0), (5, 1)]),
        (-5, &[(0, 0), (5, 1), (15, 2)]),
        (0, &[(5, 1), (15, 2), (60, 3)]),
        (1, &[(5, 1), (15, 2), (60, 3)]),
        (15, &[(60, 3), (120, 4), (180, 5)]),
        (61, &[(120, 4), (180, 5), (240, 6)]),
        (60 * 100, &[(60 * 101, 103), (60 * 102, 104), (60 * 103, 105)]),
    ] {
        let plan = World::of(vec![task("site-check", T0, HOUR)])
            .at(T0 + since * MINUTE)
            .plan();
        assert_eq!(rings(&plan)[..3], expected[..], "{since}");
    }
}

#[test]
fn only_cases_that_this_phone_watches_ring() {
    let mut world = World::of(vec![task("dwell-limit", T0 + HOUR, 0)]);
    world.cases[0].running = Some(Running {
        since: T0,
        until: T0 + 5 * MINUTE,
    });
    assert!(!world.plan().reminders.is_empty());
    world.cases[0].watched = false;
    let plan = world.plan();
    assert!(plan.reminders.is_empty() && plan.running.is_empty() && plan.may_still_ring.is_empty());
    assert_eq!(plan.coverage_until_ms, T0 + 24 * HOUR);
}

fn later(step: &str, due_at: Ms, until: Ms, times: u32) -> Snoozed {
    Snoozed {
        case: CaseId([1; 16]),
        step: step.to_owned(),
        due_at,
        until,
        times,
    }
}

#[test]
fn later_moves_the_reminders_and_nothing_else() {
    let at = |minute: i64| T0 + minute * MINUTE;
    // said (due, until, times), limit, now; the next three rings
    let table = [
        (
            "said once",
            later("site-check", at(0), at(11), 1),
            None,
            1,
            [11, 16, 26],
        ),
        (
            "said twice",
            later("site-check", at(0), at(21), 2),
            None,
            12,
            [21, 26, 36],
        ),
        (
            "three times is one too many",
            later("site-check", at(0), at(31), 3),
            None,
            22,
            [60, 120, 180],
        ),
        (
            "longer than allowed",
            later("site-check", at(0), at(12), 1),
            None,
            1,
            [5, 15, 60],
        ),
        (
            "of another occurrence",
            later("site-check", at(-60), at(11), 1),
            None,
            1,
            [5, 15, 60],
        ),
        (
            "of another step",
            later("disinfect", at(0), at(11), 1),
            None,
            1,
            [5, 15, 60],
        ),
        (
            "cut to the dwell limit",
            later("site-check", at(0), at(11), 1),
            Some(4),
            1,
            [4, 9, 19],
        ),
        (
            "past the dwell limit",
            later("site-check", at(0), at(11), 1),
            Some(-1),
            1,
            [5, 15, 60],
        ),
        (
            "before it is due",
            later("site-check", at(0), at(-3), 1),
            None,
            -4,
            [0, 5, 15],
        ),
        ("over", later("site-check", at(0), at(11), 1), None, 12, [16, 26, 71]),
    ];
    for (what, said, limit, now, expected) in table {
        let mut world = World::of(vec![task("site-check", T0, HOUR)]).at(at(now));
        world.snoozed = vec![said];
        world.cases[0].limit_at = limit.map(at);
        let plan = world.plan();
        assert_eq!(minutes(&plan)[..3], expected, "{what}");
        assert!(
            care(&plan).all(|r| r.members[0].due_at == T0),
            "the due time never moves"
        );
    }
}

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
        world.past = slot.members.into_iter().map(shown).collect();
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
fn a_reminder_expires_when_later_ones_have_replaced_it() {
    let plan = World::of(vec![
        task("site-check", T0 + HOUR, 20 * HOUR),
        task("removal-target", T0 + 2 * HOUR, 0),
    ])
    .plan();
    let ends: Vec<_> = care(&plan)
        .map(|r| ((r.fire_at_ms - T0) / MINUTE, (r.expires_at_ms - T0) / MINUTE))
        .collect();
    let day = 24 * 60;
    assert_eq!(
        ends,
        [
            (55, 60),
            (60, 65),
            (65, 75),
            (75, 60 + 1_200),
            (120, 120 + day),
            (60 + 1_200, 60 + 1_200 + day)
        ]
    );
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
        let with = |step: &'static str| move |r: &&Reminder| r.members.iter().any(|m| m.step == step && m.rung >= 0);
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
