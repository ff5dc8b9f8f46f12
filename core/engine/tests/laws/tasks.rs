//! Tasks and the limit, whatever is on record.

use marrow_engine::agenda::Status;
use marrow_engine::fold::timeline::Timeline;
use marrow_engine::fold::{CaseState, Frame};
use marrow_engine::time::{HOUR, MINUTE, Ms};
use proptest::prelude::*;

use crate::acts::{acts, patient};
use crate::support::{Bench, T0, offset};
use crate::world::World;

/// What somebody types who is asked, hour after hour; refusals are part of it.
const LINES: &[&str] = &[
    "insert ez-io proximal-tibia left",
    "look",
    "look",
    "look-out",
    "look-out tense=true",
    "check swelling=true",
    "disinfect",
    "start-product saline",
    "stop-product saline",
    "flush",
    "flush blocked=true",
    "adequate-volume",
    "venous-access central",
    "venous-access-lost",
    "access-review keep reason",
    "access-review remove",
    "extend 48 a b",
    "keep-past-limit 2 a b",
    "remove",
    "start-compression",
    "end-compression true",
    "end-compression false",
    "transfer",
    "skip site-check away",
    "skip access-review away",
    "skip disinfect away",
    "skip post-removal-check away",
    "give-handover to=x",
    "acknowledge removal-target",
    "acknowledge dwell-warning-4h",
];

/// What does a step, and how long it takes.
fn deed(step: &str) -> &'static [(&'static str, Ms)] {
    match step {
        "record-insertion" => &[("insert ez-io proximal-tibia left", 0)],
        "baseline-check" | "first-check" | "site-check" => &[("look", 0)],
        "disinfect" => &[("disinfect", 0)],
        "flush" => &[("flush", 0)],
        "access-review" => &[("access-review keep reason", 0)],
        "removal-target" | "dwell-warning-4h" | "dwell-warning-1h" => &[("access-review keep reason", 0)],
        "dwell-limit" | "remove-after-access" | "removal" => &[("remove", 0)],
        "compression" => &[("start-compression", 0), ("end-compression true", 10 * MINUTE)],
        "post-removal-check" => &[("look-out", 0)],
        "handover-accept" => &[("accept-handover by_word=true", 0)],
        "sign-off" => &[("sign-off", 0)],
        other => panic!("nothing does {other}"),
    }
}

/// When the needle went in, which it is, and whether the patient is twelve for certain.
fn insertion_of(state: &CaseState) -> Option<(Ms, String, bool)> {
    let timeline = Timeline::read(state, Frame::default());
    let device = timeline.insert()?.device.clone().unwrap_or_default();
    let twelve = timeline.age.is_some_and(|age| age.low >= 144);
    Some((timeline.insertion?.at, device, twelve))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_task_only_grows_later_while_nothing_is_recorded(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        moments in prop::collection::vec(-60..3_000_i64, 2..12),
    ) {
        let world = World::of(patient, &acts);
        let mut moments = moments;
        moments.sort_unstable();
        let looks: Vec<_> = moments.iter().map(|m| world.bench.look('A', m * MINUTE)).collect();
        for pair in looks.windows(2) {
            let (before, after) = (&pair[0].tasks, &pair[1].tasks);
            prop_assert_eq!(before.len(), after.len());
            for (a, b) in before.iter().zip(after) {
                prop_assert_eq!((&a.step, a.due_at, a.interval), (&b.step, b.due_at, b.interval));
                prop_assert!(a.status <= b.status, "{} {:?} {:?}", a.step, a.status, b.status);
                prop_assert_eq!(a.status == Status::Upcoming, T0 + pair[0].now < a.due_at);
                if let Some(next) = a.next_status_at {
                    let changed = T0 + pair[1].now >= next;
                    prop_assert_eq!(changed, b.status > a.status, "the next status begins when it says");
                }
            }
        }
        for look in &looks {
            let steps: Vec<_> = look.tasks.iter().map(|t| &t.step).collect();
            prop_assert!(steps.iter().enumerate().all(|(i, s)| !steps[..i].contains(s)), "one task a step");
        }
    }

    #[test]
    fn doing_what_is_due_ends_it_or_moves_it_on(
        patient in patient(),
        typed in prop::collection::vec((1..150_i64, prop::sample::select(LINES)), 1..30),
        wait in 0..600_i64,
    ) {
        let mut bench = Bench::play(&format!("-10m open-case alias=Anna {patient}; +0 insert ez-io proximal-tibia left"));
        let mut now = 0;
        for (minutes, line) in typed {
            now += minutes;
            // A refusal is as good as an entry here.
            let _ = bench.attempt(&format!("+{now}m {line}"));
        }
        now += wait;
        let due: Vec<_> = bench
            .look('A', now * MINUTE)
            .tasks
            .into_iter()
            .filter(|t| t.status != Status::Upcoming)
            .collect();
        for task in due {
            let mut done = bench.clone();
            for (line, after) in deed(&task.step) {
                let at = now + after / MINUTE;
                let written = done.attempt(&format!("+{at}m {line}"));
                prop_assert!(written.is_ok(), "{} while {} is due: {:?}", line, task.step, written);
            }
            let still = done.look('A', done.now()).task(&task.step).map(|t| t.due_at);
            prop_assert!(still.is_none_or(|at| at > task.due_at), "{} stays due at {:?}", task.step, still);
        }
    }

    #[test]
    fn the_limit_is_never_later_than_its_strictest_source(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
    ) {
        let mut world = World::of(patient, &acts);
        world.meet();
        let look = world.bench.look('A', offset("+26h"));
        let Some(limit) = &look.limit else { return Ok(()) };
        let (insertion, device, twelve) = insertion_of(&look.state).unwrap();
        // As the table of devices has it, told here once more.
        let hours = match device.as_str() {
            "ez-io" if twelve => 48,
            "fast1" if twelve => 72,
            _ => 24,
        };
        prop_assert!(limit.at <= insertion + hours * HOUR, "{} at twelve: {}", device, twelve);
        let extended = look.state.entries.iter().any(|f| {
            f.stands() && matches!(f.payload(), Some(marrow_engine::entry::Payload::Extend(_)))
        });
        if !extended {
            prop_assert_eq!(limit.at, insertion + 24 * HOUR);
        }
    }

    #[test]
    fn what_arrives_is_never_refused_for_its_time(days in -40_000..40_000_i64) {
        let mut bench = Bench::play("-10m open-case alias=Anna age_years=40; A>B");
        bench.run("+0 insert ez-io proximal-tibia left; A>B");
        bench.run(&format!("B {}h look! now=+1h; B>A", if days < 0 { (days * 24).to_string() } else { format!("+{}", days * 24) }));
        let look = bench.look('A', HOUR);
        prop_assert_eq!(look.state.entries.len(), 3);
        let last = if days >= 0 { days * 24 } else { 0 };
        prop_assert_eq!(look.due("site-check"), Some((last + 1) * HOUR), "and it counts by its time");
    }
}
