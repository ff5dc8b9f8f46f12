//! What is held, beside what should be.

use super::*;
use crate::reminders::{Change, Held, Running, diff};

/// A reminder that is held with another time or other words is not the one that should be: it is put in its place.
#[test]
fn only_what_is_held_as_it_should_be_is_kept() {
    let plan = World::of(vec![task("dwell-limit", T0 + HOUR, 0)]).plan();
    let held: Vec<Held> = plan.reminders.iter().map(Held::from).collect();
    let first = plan.reminders[0].id.clone();
    let table = [
        ("an earlier time", -HOUR, ""),
        ("a later time", 1, ""),
        ("other words", 0, "x"),
    ];
    let nothing = diff(&plan, &held);
    assert!(nothing.is_empty());
    assert_eq!(nothing.keep.len(), held.len());
    for (what, by, words) in table {
        let mut held = held.clone();
        held[0].fire_at_ms += by;
        held[0].fingerprint.push_str(words);
        let diff = diff(&plan, &held);
        assert!(!diff.is_empty(), "{what}");
        let upserts: Vec<_> = diff.upsert.iter().map(|reminder| &reminder.id).collect();
        assert_eq!(upserts, [&first], "{what}");
        assert!(diff.cancel.is_empty(), "{what}: the same id replaces");
        assert!(!diff.keep.contains(&first), "{what}");
        assert!(
            matches!(&diff.steps[..], [Change::Upsert(_)]),
            "{what}: {:?}",
            diff.steps
        );
    }
}

/// Two people press at two beds: each has a timer.
#[test]
fn every_compression_has_its_timer() {
    let mut world = World::new(vec![Case::new(1, vec![]), Case::new(2, vec![]), Case::new(3, vec![])]);
    let running = |from| {
        Some(Running {
            since: T0 - from,
            until: T0 - from + 5 * MINUTE,
        })
    };
    world.cases[0].running = running(MINUTE);
    world.cases[1].running = running(2 * MINUTE);
    // It has ended.
    world.cases[2].running = running(5 * MINUTE);
    let ends: Vec<_> = world.plan().running.iter().map(|timer| timer.ends_at_ms - T0).collect();
    assert_eq!(ends, [3 * MINUTE, 4 * MINUTE]);
}
