//! One table a rule: which rungs a task gets, and what moves or silences them.

use super::*;

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
    // One of two tasks rings again in five minutes, the other never: the reminder of both stays.
    let both = vec![
        task("site-check", T0 + HOUR, HOUR),
        task("removal-target", T0 + HOUR, 0),
    ];
    let plan = World::of(both).plan();
    let due = care(&plan).find(|r| r.rung == 0).unwrap();
    assert_eq!(due.expires_at_ms, T0 + 25 * HOUR);
}
