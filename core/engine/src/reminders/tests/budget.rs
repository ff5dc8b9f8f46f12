//! What finds room where little is: due times first, critical ones before all.

use super::*;

/// Tasks of that step, each in a case of its own, due at these minutes.
fn due(step: &str, minutes: &[i64]) -> Vec<Case> {
    let case = |minute: &i64| {
        Case::new(
            u8::try_from(minute % 251).unwrap(),
            vec![task(step, T0 + minute * MINUTE, HOUR)],
        )
    };
    minutes.iter().map(case).collect()
}

/// Due times planned, in minutes.
fn due_times(plan: &Plan) -> Vec<i64> {
    rings(plan)
        .into_iter()
        .filter(|(_, rung)| *rung == 0)
        .map(|(minute, _)| minute)
        .collect()
}

#[test]
fn a_critical_task_evicts_the_latest_that_is_not() {
    let checks = [100, 120, 140, 160, 180];
    let plan = World::new([due("site-check", &checks), due("dwell-limit", &[200])].concat())
        .holding(5)
        .plan();
    assert_eq!(due_times(&plan), [100, 120, 140, 200]);
    assert_eq!(plan.reminders.len(), 5);
    assert_eq!(
        plan.coverage_until_ms,
        T0 + 160 * MINUTE,
        "the first due time that found no room"
    );
}

#[test]
fn of_too_many_critical_tasks_the_soonest_stay() {
    let plan = World::new([due("dwell-limit", &[200, 100, 300, 150]), due("site-check", &[50])].concat())
        .holding(3)
        .plan();
    assert_eq!(due_times(&plan), [100, 150, 200]);
    assert_eq!(plan.reminders.len(), 3, "no place is kept for the sentinel");
    assert_eq!(plan.coverage_until_ms, T0 + 50 * MINUTE);
    assert!(
        World::new(due("dwell-limit", &[200]))
            .holding(0)
            .plan()
            .reminders
            .is_empty()
    );
}

#[test]
fn due_times_first_then_the_rungs_of_critical_then_of_due_then_what_comes_before() {
    let world = World::new([due("site-check", &[100]), due("dwell-limit", &[200])].concat());
    // room for care; the rungs of the check and of the limit
    let table: &[(usize, &[i32], &[i32])] = &[
        (2, &[0], &[0]),
        (3, &[0], &[0, 1]),
        (4, &[0], &[0, 1, 2]),
        // The limit's repeats after 30 min, 1, 2, 4, 8 and 16 h: it rings all day before it rings often.
        (10, &[0], &[0, 1, 2, 3, 4, 6, 10, 18, 34]),
        (11, &[0], &[0, 1, 2, 3, 4, 5, 6, 10, 18, 34]),
    ];
    for (room, check, limit) in table {
        let plan = world.clone().holding(room + 1).plan();
        let of = |step: &str| -> Vec<i32> {
            care(&plan)
                .filter(|r| &*r.members[0].step == step)
                .map(|r| r.rung)
                .collect()
        };
        assert_eq!(
            (of("site-check"), of("dwell-limit")),
            (check.to_vec(), limit.to_vec()),
            "{room}"
        );
        assert_eq!(plan.coverage_until_ms, T0 + 24 * HOUR);
    }
    let all = care(&world.plan()).count();
    let early = |n: usize| {
        care(&world.clone().holding(n + 1).plan())
            .filter(|r| r.rung < 0)
            .count()
    };
    assert_eq!([early(all - 2), early(all - 1), early(all)], [0, 1, 2]);
}

#[test]
fn the_next_ring_of_what_is_past_due_comes_before_others_repeats() {
    // Three hours past due, and a removal that rings every half hour.
    let world = World::new([due("removal", &[0]), due("site-check", &[-210 + 251])].concat()).at(T0 + 3 * HOUR);
    let plan = world.holding(3).plan();
    assert_eq!(care(&plan).count(), 2);
    assert!(
        care(&plan).any(|r| &*r.members[0].step == "site-check"),
        "{:?}",
        rings(&plan)
    );
}

#[test]
fn what_found_no_room_is_named_and_the_plan_says_when_to_ask_again() {
    let world = World::new(due("site-check", &[100, 200, 300])).holding(3);
    let (plan, all) = (world.plan(), world.clone().holding(300).plan());
    assert_eq!(care(&plan).count() + plan.not_scheduled.len(), care(&all).count());
    for left_out in &plan.not_scheduled {
        assert!(
            all.reminders.iter().any(|r| r.id == left_out.id()) && plan.reminders.iter().all(|r| r.id != left_out.id())
        );
    }
    assert_eq!(
        plan.refresh_at_ms,
        T0 + 100 * MINUTE,
        "something was left out before, but only then a place is free"
    );
    assert_eq!(
        all.refresh_at_ms,
        T0 + 23 * HOUR + 30 * MINUTE,
        "all is in: when the plan is about to run out"
    );
}

#[test]
fn the_last_reminder_asks_to_open_the_app_before_the_plan_runs_out() {
    let sentinel = |world: &World| {
        let plan = world.plan();
        let found: Vec<_> = plan
            .reminders
            .iter()
            .filter(|r| r.members.is_empty())
            .cloned()
            .collect();
        assert!(found.len() <= 1);
        found.first().map(|r| (r.fire_at_ms - T0) / MINUTE)
    };
    let world = World::new(due("site-check", &[100, 200, 300]));
    assert_eq!(sentinel(&world), Some(24 * 60 - 30));
    assert_eq!(
        sentinel(&world.clone().at(T0 + 1)),
        Some(24 * 60 - 30),
        "a moment later it stands where it stood"
    );
    assert_eq!(
        sentinel(&world.clone().holding(3)),
        Some(270),
        "half an hour before the first that found no room"
    );
    assert_eq!(
        sentinel(&world.clone().holding(2)),
        Some(165),
        "on the quarter hour before"
    );
    assert_eq!(
        sentinel(&World::new(due("site-check", &[10, 20])).holding(2)),
        Some(10),
        "too late for that: half way"
    );
    assert_eq!(sentinel(&World::of(Vec::new())), None, "nothing to keep on");
    assert_eq!(sentinel(&world.at(T0 - 300 * HOUR)), None, "nothing within the horizon");
}

/// Six patients as a unit might have them in one night: the target is twelve hours on iOS.
#[test]
fn six_patients_are_covered_for_the_night_on_ios() {
    let h = |hours: f64| T0 + (hours * 60.0) as i64 * MINUTE;
    let cases = vec![
        // Just placed in the resuscitation room, infusing: nothing done yet but the insertion's own checks.
        Case::dwelling(1, h(-0.2), h(-0.2), HOUR, h(-0.2), None),
        // A child, hourly checks.
        Case::dwelling(2, h(-3.0), h(-0.7), HOUR, h(-3.0), Some(h(-1.1))),
        // A conscious adult, two-hourly.
        Case::dwelling(3, h(-6.5), h(-1.2), 2 * HOUR, h(-1.6), Some(h(-0.4))),
        // Eleven hours in, and a check that is overdue.
        Case::dwelling(4, h(-11.0), h(-2.3), 2 * HOUR, h(-4.3), Some(h(-2.9))),
        // Two hours before its limit.
        Case::dwelling(5, h(-22.0), h(-0.5), HOUR, h(-4.9), Some(h(-3.8))),
        // Taken out an hour ago: observation.
        Case::new(6, vec![task("post-removal-check", h(0.9), HOUR)]),
    ];
    let plan = World::new(cases).ios().plan();
    let hours = (plan.coverage_until_ms - T0) as f64 / HOUR as f64;
    println!(
        "six patients on iOS: {} reminders, {hours:.1} h covered",
        plan.reminders.len()
    );
    assert!(plan.reminders.len() <= 60);
    assert!(hours >= 12.0, "{hours}");
}

/// The hardest night: six needles placed within minutes of each other, nothing done since, all of it due.
#[test]
fn six_patients_at_once_are_covered_too() {
    let minutes = [0, 7, 13, 21, 28, 34];
    for lived in [0, 1, 11, 20, 23, 30] {
        let placed = |(i, minute): (u8, &i64)| {
            let at = T0 - lived * HOUR - minute * MINUTE;
            Case::dwelling(i, at, at, HOUR, at, None)
        };
        let plan = World::new((1..).zip(&minutes).map(placed).collect()).ios().plan();
        let hours = (plan.coverage_until_ms - T0) / HOUR;
        println!(
            "six at once, {lived} h in: {} reminders, {hours} h covered",
            plan.reminders.len()
        );
        assert!(plan.reminders.len() <= 60 && hours >= 12, "{lived}: {hours}");
    }
}
