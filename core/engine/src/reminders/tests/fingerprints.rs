//! Fingerprints: what a system holds is told by them from what it should hold, on every phone and in every version.

use super::*;
use crate::reminders::{Category, Channel, ids};

fn example() -> Reminder {
    let tasks = vec![
        task("dwell-limit", T0 + HOUR, 24 * HOUR),
        task("site-check", T0 + HOUR, HOUR),
    ];
    let plan = World::of(tasks).plan();
    care(&plan).find(|r| r.rung == 0).unwrap().clone()
}

/// One that is made otherwise by a later version costs nothing but that everything is held anew once.
#[test]
fn a_fingerprint_is_the_same_wherever_it_is_made() {
    let reminder = example();
    assert_eq!(reminder.members.len(), 2);
    assert_eq!(reminder.fingerprint, "fdbabc67e60f30440594969b4e0e33e2+fd402a32f016");
    let marks: Vec<&str> = ids::marks(&reminder.fingerprint).collect();
    assert_eq!(marks, [ids::mark(CaseId([1; 16]), "dwell-limit")]);
}

#[test]
fn whatever_changes_changes_the_fingerprint() {
    type Change = fn(&mut Reminder);
    let fields: [Change; 13] = [
        |r| r.id.push('0'),
        |r| r.slot.push('0'),
        |r| r.fire_at_ms += 1,
        |r| r.channel = Channel::Soon,
        |r| r.level = Level::Soon,
        |r| r.rung += 1,
        |r| r.title.push('.'),
        |r| r.body.push('.'),
        |r| r.thread.push('0'),
        |r| r.category = Category::OpenAck,
        |r| r.link.push('0'),
        |r| r.expires_at_ms += 1,
        // Between two texts that stand side by side.
        |r| {
            let last = r.title.pop().unwrap();
            r.body.insert(0, last);
        },
    ];
    let members = [([1; 16], 0), ([2; 16], 0)];
    let of = |reminder: &Reminder, members: &[(ids::Hash, i32)]| {
        let members = members.iter().map(|(occurrence, rung)| (occurrence, *rung));
        ids::fingerprint(reminder, members, ["mark"].into_iter())
    };
    let mut seen = vec![of(&example(), &members)];
    for change in fields {
        let mut other = example();
        change(&mut other);
        seen.push(of(&other, &members));
    }
    let others: [&[(ids::Hash, i32)]; 5] = [
        &[],
        &members[..1],
        &[members[1], members[0]],
        &[members[0], ([2; 16], 1)],
        &[members[0], ([3; 16], 0)],
    ];
    seen.extend(others.map(|members| of(&example(), members)));
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all);
}

/// A task's members are told apart by its case, its step and its occurrence.
#[test]
fn an_occurrence_has_a_hash_of_its_own() {
    let (case, other) = (CaseId([1; 16]), CaseId([2; 16]));
    let hash = ids::occurrence(case, "flush", T0);
    assert_eq!(hash, ids::occurrence(case, "flush", T0));
    for another in [
        ids::occurrence(other, "flush", T0),
        ids::occurrence(case, "flus", T0),
        ids::occurrence(case, "flush", T0 + 1),
    ] {
        assert_ne!(hash, another);
    }
}

/// Shells report by it which plan they hold.
#[test]
fn a_revision_is_that_of_what_is_planned_and_of_nothing_else() {
    let world = World::of(vec![task("site-check", T0 + HOUR, HOUR)]);
    let pressing = |since: Ms| {
        let mut world = world.clone();
        let until = since + 5 * MINUTE;
        world.cases[0].running = Some(Running { since, until });
        world.plan()
    };
    let plans = [
        world.plan(),
        World::of(vec![task("site-check", T0 + 2 * HOUR, HOUR)]).plan(),
        pressing(T0),
        pressing(T0 - MINUTE),
    ];
    let revisions: std::collections::BTreeSet<_> = plans.iter().map(|plan| &plan.revision).collect();
    assert_eq!(revisions.len(), plans.len(), "{revisions:?}");
    assert_eq!(world.plan().revision, plans[0].revision);
    let timers: std::collections::BTreeSet<_> = plans[2..].iter().map(|plan| &plan.running[0].id).collect();
    assert_eq!(timers.len(), 2, "each compression has a timer of its own: {timers:?}");
}

/// An operating system keeps what a person set for a channel under its name, for ever.
#[test]
fn the_names_of_channels_are_for_ever() {
    let names = Channel::ALL.iter().map(|channel| channel.name());
    assert!(names.eq(["critical_v1", "due_v1", "soon_v1", "running_v1", "system_v1"]));
    for channel in Channel::ALL {
        assert_eq!(serde_json::to_value(channel).unwrap(), channel.name());
    }
}
