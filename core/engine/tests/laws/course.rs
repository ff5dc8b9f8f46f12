//! The course of a case agrees with looks at its moments.

use marrow_engine::course::{Course, How};
use marrow_engine::flags::{Flag, Severity};
use marrow_engine::time::{MINUTE, Ms};
use proptest::prelude::*;

use crate::acts::{acts, patient};
use crate::support::{Bench, T0};
use crate::world::World;

type Open = (String, Option<String>, Severity);

fn flagged(flags: &[Flag]) -> Vec<Open> {
    let mut open: Vec<Open> = flags
        .iter()
        .map(|f| (f.rule.to_owned(), f.step.clone(), f.severity))
        .collect();
    open.sort();
    open
}

/// What was open at a moment, as the course tells it.
fn raised_at(course: &Course, at: Ms) -> Vec<Open> {
    let open = course
        .raised
        .iter()
        .filter(|r| r.from <= at && r.until.is_none_or(|until| at < until));
    let mut open: Vec<Open> = open.map(|r| (r.rule.to_owned(), r.step.clone(), r.severity)).collect();
    open.sort();
    open
}

/// Lines as a shift types them, one after the other.
const SHIFT: &[&str] = &[
    "look",
    "look",
    "look tense=true",
    "check swelling=true",
    "disinfect",
    "start-product saline",
    "stop-product saline",
    "start-product amiodarone vesicant",
    "flush blocked=true",
    "adequate-volume",
    "venous-access central",
    "venous-access-lost",
    "access-review keep reason",
    "access-review remove",
    "update-patient consciousness=sedated",
    "remove",
    "start-compression",
    "end-compression true",
    "look-out",
    "look-out",
    "transfer",
    "skip site-check away",
    "give-handover to=x",
    "accept-handover by_word=true",
    "end-case died in",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn its_end_is_what_a_look_shows(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        minutes in prop::collection::vec(2_400..6_000_i64, 1..6),
    ) {
        let world = World::of(patient, &acts);
        let latest = minutes.iter().max().map_or(0, |m| m * MINUTE);
        let course = world.bench.course('A', latest);
        let look = world.bench.look('A', latest);
        let open: Vec<_> = course.turns.iter().filter(|t| t.ended.is_none()).collect();
        prop_assert_eq!(open.len(), look.tasks.len());
        for task in &look.tasks {
            let same = open.iter().any(|t| (&t.step, t.due_at, t.status) == (&task.step, task.due_at, task.status));
            prop_assert!(same, "{} {:?}", task.step, task.status);
        }
        // Time alone changes flags when the course says so. What happens later than that is not looked at.
        let timeline = marrow_engine::fold::timeline::Timeline::read(&look.state, Default::default());
        let last = timeline.happenings.iter().map(|h| h.at).max().unwrap_or(T0);
        for minute in minutes.iter().map(|m| T0 + m * MINUTE).filter(|at| *at >= last) {
            prop_assert_eq!(raised_at(&course, minute), flagged(&world.bench.look('A', minute - T0).flags));
        }
    }

    #[test]
    fn every_moment_of_it_is_what_a_look_showed_then(
        patient in patient(),
        typed in prop::collection::vec((1..150_i64, prop::sample::select(SHIFT)), 1..25),
        wait in 0..2_000_i64,
    ) {
        let mut bench = Bench::play(&format!("-10m open-case alias=Anna {patient}; +0 insert ez-io proximal-tibia left"));
        let mut now = 0;
        let mut shown = Vec::new();
        for (minutes, line) in typed {
            for before in [0, minutes / 2, minutes - 1] {
                let at = (now + before) * MINUTE;
                shown.push((at, bench.look('A', at)));
            }
            now += minutes;
            let _ = bench.attempt(&format!("+{now}m {line}"));
        }
        let end = (now + wait) * MINUTE;
        let course = bench.course('A', end);
        for (at, look) in shown {
            prop_assert_eq!(raised_at(&course, T0 + at), flagged(&look.flags), "at {} min", at / MINUTE);
            for task in look.tasks.iter().filter(|t| t.due_at <= T0 + at) {
                let told = course.turns.iter().filter(|t| (&t.step, t.due_at) == (&task.step, task.due_at));
                let told = told.filter(|t| t.ended.is_none_or(|e| e.at > T0 + at)).count();
                prop_assert_eq!(told, 1, "{} since {} min at {} min", task.step, (task.due_at - T0) / MINUTE, at / MINUTE);
            }
        }
        for turn in course.turns.iter().filter(|t| t.ended.is_some_and(|e| e.how != How::Done)) {
            prop_assert!(turn.ended.is_some_and(|e| e.at >= turn.due_at), "{turn:?}");
        }
    }
}
