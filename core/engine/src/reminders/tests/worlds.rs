//! Any world, and what may happen in it: what the property tests plan for.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::reminders::Member;

/// What a lock screen must not say unless it came in as a label.
pub(super) const ALIAS: &str = "Juana bed 7";

fn tasks() -> impl Strategy<Value = Vec<Task>> {
    let steps: Vec<String> = SHIPPED.steps.iter().map(|step| step.id.clone()).collect();
    let minutes = prop_oneof![3 => -300..1_500_i64, 1 => select(vec![0, 30, 60, 61, 64, 65, 120, 1_439, 1_440, 1_441])];
    let spread = prop_oneof![3 => Just(0), 1 => -2_000..2_000_i64];
    let one = (
        select(steps),
        minutes,
        spread,
        select(vec![0, 15, 30, 60, 120, 300, 1_440]),
    );
    let one = one.prop_map(|(step, minute, ms, interval)| task(&step, T0 + minute * MINUTE + ms, interval * MINUTE));
    // One occurrence a step, as the agenda gives it.
    prop::collection::vec(one, 0..9).prop_map(|tasks| {
        tasks
            .into_iter()
            .map(|t| (t.step.clone(), t))
            .collect::<BTreeMap<_, _>>()
            .into_values()
            .collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    let limit = prop::option::of((-100..1_500_i64).prop_map(|minute| T0 + minute * MINUTE));
    let running = prop::option::weighted(
        0.2,
        (1..300_i64).prop_map(|s| Running {
            since: T0 - s * 1_000,
            until: T0 + (300 - s) * 1_000,
        }),
    );
    let label = prop::option::weighted(0.3, Just(ALIAS.to_owned()));
    (tasks(), limit, prop::bool::weighted(0.85), label, running).prop_map(
        |(tasks, limit_at, watched, label, running)| Case {
            limit_at,
            watched,
            label,
            running,
            ..Case::new(0, tasks)
        },
    )
}

pub(super) fn world() -> impl Strategy<Value = World> {
    let caps = select(vec![PlatformCaps::ios(), PlatformCaps::ios(), PlatformCaps::android()]);
    let most = prop_oneof![2 => Just(None), 1 => (0..25_usize).prop_map(Some)];
    let said = prop::collection::vec((any::<Index>(), -20..11_i64, 0..4_u32), 0..6);
    let past = prop::collection::vec((any::<Index>(), -1..3_i32, -6..6_i64, prop::bool::ANY), 0..6);
    let lang = select(Lang::ALL);
    (prop::collection::vec(case(), 0..9), caps, most, said, past, lang).prop_map(
        |(cases, caps, most, said, past, lang)| {
            let mut world = World {
                caps,
                lang,
                ..World::new(cases)
            };
            world.caps.max_pending = most.unwrap_or(caps.max_pending);
            (0..)
                .zip(&mut world.cases)
                .for_each(|(i, case)| case.id = CaseId([i; 16]));
            let all: Vec<Member> = members(&world);
            if !all.is_empty() {
                let snooze = |(i, minute, times): (Index, i64, u32)| {
                    let Member { case, step, due_at, .. } = i.get(&all).clone();
                    Snoozed {
                        case,
                        step: step.to_string(),
                        due_at,
                        until: T0 + minute * MINUTE,
                        times,
                    }
                };
                world.snoozed = said.into_iter().map(snooze).collect();
                let seen = |(i, rung, minute, shown): (Index, i32, i64, bool)| {
                    let planned_ms = T0 + minute * MINUTE;
                    Past {
                        member: Member {
                            rung,
                            ..i.get(&all).clone()
                        },
                        planned_ms,
                        shown_ms: shown.then_some(planned_ms),
                    }
                };
                world.past = past.into_iter().map(seen).collect();
            }
            world
        },
    )
}

/// Every task of every case, watched or not, at rung 0.
pub(super) fn members(world: &World) -> Vec<Member> {
    let of = |case: &Case| {
        let id = case.id;
        let member = move |t: &Task| Member {
            case: id,
            step: t.step.as_str().into(),
            due_at: t.due_at,
            rung: 0,
        };
        case.tasks.iter().map(member).collect::<Vec<_>>()
    };
    world.cases.iter().flat_map(of).collect()
}

/// What may have happened between two plans.
#[derive(Clone, Debug)]
pub(super) enum Event {
    Done(Index),
    Moved(Index, i64),
    Opened(Box<Case>),
    HandedOver(Index),
    ClockSet(i64),
    Waited(i64),
}

pub(super) fn event() -> impl Strategy<Value = Event> {
    let opened = world().prop_filter_map("no case", |w| w.cases.into_iter().next().map(Box::new));
    prop_oneof![
        4 => any::<Index>().prop_map(Event::Done),
        4 => (any::<Index>(), -90..300_i64).prop_map(|(i, m)| Event::Moved(i, m)),
        1 => opened.prop_map(Event::Opened),
        1 => any::<Index>().prop_map(Event::HandedOver),
        1 => (-5_000..5_000_i64).prop_map(Event::ClockSet),
        2 => (0..400_i64).prop_map(Event::Waited),
    ]
}

pub(super) fn happen(world: &mut World, event: Event) {
    let tasks: usize = world.cases.iter().map(|c| c.tasks.len()).sum();
    let each = |world: &mut World, by: i64| {
        world
            .cases
            .iter_mut()
            .flat_map(|c| &mut c.tasks)
            .for_each(|t| t.due_at += by)
    };
    match event {
        Event::Done(i) if tasks > 0 => {
            let mut nth = i.index(tasks);
            for case in &mut world.cases {
                if nth < case.tasks.len() {
                    case.tasks.remove(nth);
                    break;
                }
                nth -= case.tasks.len();
            }
        }
        Event::Moved(i, minutes) if tasks > 0 => {
            let i = i.index(tasks);
            if let Some(task) = world.cases.iter_mut().flat_map(|c| &mut c.tasks).nth(i) {
                task.due_at += minutes * MINUTE;
            }
        }
        Event::Opened(case) => world.cases.push(Case {
            id: CaseId([200; 16]),
            ..*case
        }),
        Event::HandedOver(i) if !world.cases.is_empty() => {
            let i = i.index(world.cases.len());
            world.cases[i].watched = false;
        }
        // The clock was set: every due time, read on it, is another one, and so is every id.
        Event::ClockSet(ms) => each(world, ms),
        Event::Waited(minutes) => world.now += minutes * MINUTE,
        _ => {}
    }
}
