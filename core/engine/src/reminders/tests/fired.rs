//! What fires is judged as of then: shown if anything of it is still open, with how late it is.

use super::*;
use crate::reminders::{Fired, Member, Missed, NotShown, ON_TIME, on_fired};
use crate::time::SECOND;

/// A world an hour before a check and a disinfection fall due together, and the reminder of that.
fn armed() -> (World, Vec<Reminder>, Reminder) {
    let world = World::of(vec![
        task("site-check", T0, HOUR),
        task("disinfect", T0 + MINUTE, 5 * HOUR),
    ])
    .at(T0 - HOUR);
    let armed = world.plan().reminders;
    let due = armed.iter().find(|r| r.fire_at_ms == T0).unwrap().clone();
    (world, armed, due)
}

fn fires(world: &World, armed: &[Reminder], id: &str, now: Ms) -> Fired {
    world.clone().at(now).with(|input| on_fired(input, armed, id))
}

#[test]
fn up_to_fifteen_seconds_is_on_time_and_later_says_so() {
    let (world, armed, due) = armed();
    let both = "The first has been due for";
    for (late, shown, body) in [
        (0, None, "Open the app to see what.".to_owned()),
        (15 * SECOND, None, "Open the app to see what.".to_owned()),
        (
            15 * SECOND + 1,
            Some(15 * SECOND + 1),
            "Open the app to see what. This reminder came 1 min late.".to_owned(),
        ),
        (
            61 * MINUTE,
            Some(61 * MINUTE),
            format!("{both} 1 h 1 min. Open the app. This reminder came 1 h 1 min late."),
        ),
    ] {
        // With the plan at hand, and found again by its name alone.
        let Fired::Show {
            reminder,
            since_ms,
            late_ms,
        } = fires(&world, &armed, &due.id, T0 + late)
        else {
            panic!()
        };
        assert_eq!((late_ms, since_ms, reminder.body), (shown, Some(T0), body));
        assert_eq!(
            (reminder.id, reminder.title.as_str(), reminder.slot),
            (due.id.clone(), "2 care tasks due", due.slot.clone())
        );
        let Fired::Show { reminder, late_ms, .. } = fires(&world, &[], &due.id, T0 + late) else {
            panic!()
        };
        assert_eq!((late_ms, reminder.title.as_str()), (shown, "Care task due"));
    }
}

#[test]
fn what_no_longer_holds_is_not_shown() {
    let (world, armed, due) = armed();
    let change = |change: &dyn Fn(&mut World)| {
        let mut world = world.clone();
        change(&mut world);
        fires(&world, &armed, &due.id, T0 + SECOND)
    };
    let done = |w: &mut World| w.cases[0].tasks.iter_mut().for_each(|t| t.due_at += t.interval);
    assert_eq!(change(&done), Fired::Suppress(NotShown::Done));
    assert_eq!(
        change(&|w| w.cases[0].tasks.clear()),
        Fired::Suppress(NotShown::Cancelled)
    );
    assert_eq!(change(&|w| w.cases.clear()), Fired::Suppress(NotShown::Cancelled));
    // Another step of the case is open, and nothing that it was for.
    assert_eq!(
        change(&|w| w.cases[0].tasks = vec![task("flush", T0 + HOUR, 8 * HOUR)]),
        Fired::Suppress(NotShown::Cancelled)
    );
    assert_eq!(
        change(&|w| w.cases[0].watched = false),
        Fired::Suppress(NotShown::NotWatched)
    );
    let both_later = |w: &mut World| {
        w.snoozed = due.members.iter().map(|m| later(m, T0 + 10 * MINUTE)).collect();
    };
    assert_eq!(change(&both_later), Fired::Suppress(NotShown::Early));
    let one_later = |w: &mut World| w.snoozed = vec![later(&due.members[0], T0 + 10 * MINUTE)];
    let Fired::Show { reminder, .. } = change(&one_later) else {
        panic!()
    };
    assert_eq!((reminder.members.len(), &*reminder.members[0].step), (1, "disinfect"));
    assert_eq!(fires(&world, &armed, "v1:0123", T0), Fired::Suppress(NotShown::Unknown));
    assert_eq!(
        fires(&world, &armed, "v1:sentinel", T0),
        Fired::Suppress(NotShown::Expired)
    );
}

/// Put off since: what rings up to a slot's width and what counts as on time ahead of it is shown, and nothing before.
#[test]
fn what_was_put_off_is_shown_when_it_is_nearly_time() {
    let (world, armed, due) = armed();
    let width = 5 * MINUTE + 15 * SECOND;
    for (ahead, shown) in [(width + 1, false), (width, true), (0, true)] {
        let mut world = world.clone();
        world.snoozed = due.members.iter().map(|m| later(m, T0 + 10 * MINUTE)).collect();
        let fired = fires(&world, &armed, &due.id, T0 + 10 * MINUTE - ahead);
        assert_eq!(matches!(fired, Fired::Show { .. }), shown, "{ahead}: {fired:?}");
    }
}

fn later(member: &Member, until: Ms) -> Snoozed {
    Snoozed {
        case: member.case,
        step: member.step.to_string(),
        due_at: member.due_at,
        until,
        times: 1,
    }
}

#[test]
fn what_is_still_open_of_it_is_shown() {
    let (mut world, armed, due) = armed();
    world.cases[0].tasks.remove(0);
    let Fired::Show { reminder, .. } = fires(&world, &armed, &due.id, T0 + MINUTE) else {
        panic!()
    };
    assert_eq!((reminder.members.len(), reminder.title.as_str()), (1, "Care task due"));
    assert_eq!(&*reminder.members[0].step, "disinfect");
}

#[test]
fn an_early_reminder_that_comes_after_the_due_time_says_due() {
    let (world, armed, _) = armed();
    let early = armed.iter().find(|r| r.rung < 0).unwrap();
    assert_eq!((early.title.as_str(), early.level), ("2 care tasks soon", Level::Soon));
    let Fired::Show { reminder, since_ms, .. } = fires(&world, &armed, &early.id, T0 - MINUTE) else {
        panic!()
    };
    assert_eq!((reminder.title.as_str(), since_ms), ("2 care tasks soon", None));
    let Fired::Show { reminder, .. } = fires(&world, &armed, &early.id, T0 + 2 * MINUTE) else {
        panic!()
    };
    assert_eq!(
        (reminder.title.as_str(), reminder.level),
        ("2 care tasks due", Level::Due)
    );
}

#[test]
fn the_twin_of_what_was_shown_is_not_shown_again_and_what_was_moved_is() {
    let (mut world, armed, due) = armed();
    let shown = |member: &Member| Past {
        member: member.clone(),
        planned_ms: T0,
        shown_ms: Some(T0 + 3),
    };
    world.past = vec![shown(&due.members[0])];
    assert!(
        matches!(fires(&world, &armed, &due.id, T0 + 2 * MINUTE), Fired::Show { .. }),
        "the other was not shown"
    );
    world.past = due.members.iter().map(shown).collect();
    assert_eq!(
        fires(&world, &armed, &due.id, T0 + 2 * MINUTE),
        Fired::Suppress(NotShown::Expired)
    );
    world.snoozed = due.members.iter().map(|m| later(m, T0 + 11 * MINUTE)).collect();
    let moved = world.clone().at(T0 + 2 * MINUTE).plan();
    assert!(
        moved
            .reminders
            .iter()
            .any(|r| r.id == due.id && r.fire_at_ms == T0 + 11 * MINUTE)
    );
    assert!(matches!(
        fires(&world, &moved.reminders, &due.id, T0 + 11 * MINUTE),
        Fired::Show { late_ms: None, .. }
    ));
}

#[test]
fn missed_is_what_was_promised_and_not_shown_while_its_task_is_open() {
    let (mut world, _, due) = armed();
    let past = |rung, minute: i64, shown: Option<i64>| Past {
        member: Member {
            rung,
            ..due.members[0].clone()
        },
        planned_ms: T0 + minute * MINUTE,
        shown_ms: shown.map(|minute| T0 + minute * MINUTE),
    };
    // what was promised and shown, the minute it is now, and what was missed
    let table = [
        ("never promised", vec![], 10, None),
        ("shown", vec![past(0, 0, Some(0))], 10, None),
        ("not shown", vec![past(0, 0, None)], 10, Some(0)),
        ("not yet", vec![past(0, 0, None)], 0, None),
        ("two not shown", vec![past(1, 5, None), past(0, 0, None)], 10, Some(0)),
        (
            "a later one shown",
            vec![past(0, 0, None), past(1, 5, Some(5))],
            10,
            None,
        ),
        (
            "an earlier one shown",
            vec![past(0, 0, Some(0)), past(1, 5, None)],
            10,
            Some(5),
        ),
        ("only before it was due", vec![past(-1, -5, None)], 10, None),
    ];
    let table = table.map(|(what, past, now, expected)| (what, past, now * MINUTE, expected));
    // Fifteen seconds late is on time.
    let on_time = [
        ("may still come", vec![past(0, 0, None)], ON_TIME, None),
        ("late", vec![past(0, 0, None)], ON_TIME + 1, Some(0)),
    ];
    for (what, past, now, expected) in table.into_iter().chain(on_time) {
        world.past = past;
        let missed = world.clone().at(T0 + now).plan().missed;
        let missed_at = |minute: i64| Missed {
            case: due.members[0].case,
            step: "site-check".to_owned(),
            due_at: T0,
            planned_ms: T0 + minute * MINUTE,
        };
        assert_eq!(
            missed,
            expected.map(missed_at).into_iter().collect::<Vec<_>>(),
            "{what}"
        );
    }
    world.past = vec![past(0, 0, None)];
    world.cases[0].tasks.clear();
    assert!(world.at(T0 + HOUR).plan().missed.is_empty(), "done since");
}

#[test]
fn a_clock_that_was_set_without_a_new_plan_silences_nothing_that_is_due() {
    let (mut world, armed, due) = armed();
    world.cases[0].tasks.iter_mut().for_each(|t| t.due_at -= HOUR);
    let Fired::Show { reminder, since_ms, .. } = fires(&world, &armed, &due.id, T0) else {
        panic!()
    };
    assert_eq!((reminder.members.len(), since_ms), (2, Some(T0 - HOUR)));
    world.cases[0].tasks.iter_mut().for_each(|t| t.due_at += 2 * HOUR);
    assert_eq!(
        fires(&world, &armed, &due.id, T0),
        Fired::Suppress(NotShown::Done),
        "set forward: it rings when it is due"
    );
}
