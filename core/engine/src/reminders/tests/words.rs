//! What a lock screen learns: counts and times, in the reader's language; and what it offers.

use super::*;
use crate::reminders::{Category, Channel};
use crate::text;

#[test]
fn titles_and_bodies_are_counts_and_times() {
    let one = || vec![task("disinfect", T0 + HOUR, 2 * HOUR)];
    let two = || [one(), vec![task("site-check", T0 + HOUR + MINUTE, 2 * HOUR)]].concat();
    // tasks, language, minute; title and body
    let table = [
        (one(), Lang::En, 55, "Care task soon", "Due in 5 min."),
        (one(), Lang::En, 60, "Care task due", "Open the app to see what."),
        (one(), Lang::En, 65, "Care task due", "Due for 5 min. Open the app."),
        (one(), Lang::En, 180, "Care task due", "Due for 2 h. Open the app."),
        (two(), Lang::En, 55, "2 care tasks soon", "The first is due in 5 min."),
        (two(), Lang::En, 60, "2 care tasks due", "Open the app to see what."),
        (
            two(),
            Lang::En,
            75,
            "2 care tasks due",
            "The first has been due for 15 min. Open the app.",
        ),
        (one(), Lang::Es, 55, "Tarea de cuidados próxima", "Toca en 5 min."),
        (
            two(),
            Lang::Es,
            60,
            "2 tareas de cuidados pendientes",
            "Abra la aplicación para ver cuál.",
        ),
        (
            two(),
            Lang::Es,
            65,
            "2 tareas de cuidados pendientes",
            "La primera está pendiente desde hace 5 min. Abra la aplicación.",
        ),
    ];
    for (tasks, lang, minute, title, body) in table {
        let plan = World {
            lang,
            ..World::of(tasks)
        }
        .plan();
        let reminder = care(&plan).find(|r| r.fire_at_ms == T0 + minute * MINUTE).unwrap();
        assert_eq!((reminder.title.as_str(), reminder.body.as_str()), (title, body));
    }
}

#[test]
fn the_label_stands_there_only_if_it_came_in() {
    let mut world = World::new(vec![
        Case::new(1, vec![task("disinfect", T0 + HOUR, HOUR)]),
        Case::new(2, vec![task("disinfect", T0 + HOUR, HOUR)]),
    ]);
    let body = |world: &World| care(&world.plan()).find(|r| r.rung == 0).unwrap().body.clone();
    assert_eq!(body(&world), "Open the app to see what.");
    world.cases[1].label = Some("Bed {n}".to_owned());
    assert_eq!(body(&world), "Bed {n}: Open the app to see what.");
    world.cases[0].label = Some("Bed 4".to_owned());
    assert_eq!(body(&world), "Bed 4, Bed {n}: Open the app to see what.");
}

#[test]
fn a_check_is_never_done_from_a_notification() {
    let case = |tasks| World::of(tasks);
    let mut mislabelled = task("site-check", T0 + HOUR, HOUR);
    mislabelled.one_tap = Some("check".to_owned());
    let due = |step| vec![task(step, T0 + HOUR, HOUR)];
    let table = [
        ("a check", case(due("site-check")), Category::OpenLater),
        (
            "a check that a protocol lets one tap do",
            case(vec![mislabelled]),
            Category::OpenLater,
        ),
        ("a disinfection", case(due("disinfect")), Category::OpenLaterDone),
        ("a flush", case(due("flush")), Category::OpenLaterDone),
        ("a dwell warning", case(due("dwell-warning-4h")), Category::OpenLaterAck),
        ("the limit", case(due("dwell-limit")), Category::OpenLater),
        (
            "several",
            case([due("disinfect"), due("flush")].concat()),
            Category::OpenLater,
        ),
    ];
    for (what, world, expected) in table {
        let category = |world: &World, rung| care(&world.plan()).find(|r| r.rung == rung).unwrap().category;
        assert_eq!(category(&world, 0), expected, "{what}");
        assert_eq!(category(&world, -1), Category::Open, "{what}, not due yet");
    }
}

#[test]
fn later_is_offered_twice_and_not_at_the_limit() {
    for (times, limit, offered) in [
        (0, 25, true),
        (1, 25, true),
        (2, 25, false),
        (0, 0, false),
        (0, -1, false),
        (0, 1, true),
    ] {
        let mut world = World::of(vec![task("disinfect", T0 + HOUR, HOUR)]);
        let case = CaseId([1; 16]);
        world.snoozed = vec![Snoozed {
            case,
            step: "disinfect".to_owned(),
            due_at: T0 + HOUR,
            until: T0,
            times,
        }];
        world.cases[0].limit_at = Some(T0 + HOUR + limit * MINUTE);
        let category = care(&world.plan()).find(|r| r.rung == 0).unwrap().category;
        assert_eq!(category == Category::OpenLaterDone, offered, "{times} {limit}");
    }
}

#[test]
fn the_end_of_a_timer_rings_alone_and_to_the_second() {
    let until = T0 + 5 * MINUTE - 7;
    let mut world = World::of(vec![
        task("compression", T0 - MINUTE, 0),
        task("post-removal-check", until - 1_000, HOUR),
    ]);
    world.cases[0].running = Some(Running { since: T0 - 7, until });
    let plan = world.plan();
    let end = care(&plan).find(|r| r.title == "Time is up").unwrap();
    assert_eq!(
        (end.fire_at_ms, end.level, end.channel),
        (until, Level::Critical, Channel::Critical)
    );
    assert_eq!((end.members.len(), end.category), (1, Category::Open));
    let compression = |r: &&Reminder| r.members.iter().any(|m| &*m.step == "compression");
    let rings: Vec<_> = care(&plan)
        .filter(compression)
        .map(|r| (r.fire_at_ms - until).div_euclid(MINUTE))
        .collect();
    assert_eq!(
        rings[..3],
        [0, 4, 14],
        "while it runs it does not ring; after it, it does until the end is recorded"
    );
    let timer = &plan.running[0];
    assert_eq!(
        (timer.started_at_ms, timer.ends_at_ms, timer.channel),
        (T0 - 7, until, Channel::Running)
    );

    // Two that end seconds apart are two.
    let mut two = world.clone();
    two.cases.push(Case {
        id: CaseId([2; 16]),
        running: Some(Running {
            since: T0,
            until: until + 9_000,
        }),
        ..two.cases[0].clone()
    });
    let plan = two.plan();
    let ends = care(&plan).filter(|r| r.title == "Time is up");
    assert_eq!(ends.map(|r| r.fire_at_ms).collect::<Vec<_>>(), [until, until + 9_000]);

    // A timer that runs for no task rings at its end, once.
    world.cases[0].tasks.clear();
    let plan = world.plan();
    let care: Vec<_> = care(&plan).map(|r| (r.fire_at_ms, r.level)).collect();
    assert_eq!(care, [(until, Level::Critical)]);
    assert!(world.at(until).plan().running.is_empty());
}

#[test]
fn every_text_that_is_used_is_there_in_every_language_and_no_other() {
    let sources = [
        include_str!("../words.rs"),
        include_str!("../sentinel.rs"),
        include_str!("../compose.rs"),
    ]
    .concat();
    let used: std::collections::BTreeSet<&str> = sources.split('"').filter(|s| s.starts_with("reminders.")).collect();
    let own: std::collections::BTreeSet<&str> = text::keys().filter(|key| key.starts_with("reminders.")).collect();
    assert_eq!(used, own);
    let places = |lang, key| {
        let text = text::get(lang, key);
        let names: std::collections::BTreeSet<String> = text
            .split('{')
            .skip(1)
            .map(|s| s.split('}').next().unwrap().to_owned())
            .collect();
        names
    };
    for key in own {
        assert_eq!(places(Lang::En, key), places(Lang::Es, key), "{key}");
        assert!(
            Lang::ALL
                .iter()
                .all(|lang| text::get(*lang, key) != key && !text::get(*lang, key).to_lowercase().contains("alarm"))
        );
    }
}
