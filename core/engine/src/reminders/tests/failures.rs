//! How other software failed, each story as a test of what the plan can do against it.

use super::*;
use crate::reminders::{Channel, Fired, Held, NotShown, Os, diff, on_fired};

fn world() -> World {
    World::new(vec![Case::dwelling(1, T0 - HOUR, T0 - HOUR, HOUR, T0 - HOUR, None)])
}

/// A medication app set the next reminder only when the last one fired; one that did not fire ended all
/// of them (medTimer #1389). Here every ring of the day is in the plan, none waits for another.
#[test]
fn no_reminder_is_chained_from_anothers_firing() {
    let plan = World::of(vec![task("dwell-limit", T0 + HOUR, 0)]).plan();
    let half_hours = (2..)
        .map(|n| T0 + n * 30 * MINUTE)
        .take_while(|at| *at <= T0 + 24 * HOUR);
    for at in half_hours {
        assert!(
            plan.reminders.iter().any(|r| r.fire_at_ms == at),
            "{}",
            (at - T0) / MINUTE
        );
    }
}

/// Exact alarms were off by default, or taken away, and reminders came an hour late or were not set at
/// all (Tasks). Here no permission changes the plan: it is held as well as the system can, and said so.
#[test]
fn a_permission_that_is_refused_takes_nothing_out_of_the_plan() {
    let all = world().plan();
    let mut world = world();
    world.caps = PlatformCaps {
        exact: false,
        critical: false,
        full_screen: false,
        time_sensitive: false,
        ..world.caps
    };
    assert_eq!(world.plan(), all);
    let os = World {
        caps: PlatformCaps {
            os: Os::Ios,
            ..world.caps
        },
        ..world
    };
    assert_eq!(os.plan(), all, "what rings depends on what is due, not on who asks");
}

/// The 65th pending notification made iOS drop all of them (flutter_local_notifications #2312), and the
/// 500th exact wake-up crashed an Android app (dose-android #66). Here a whole ward stays below both.
#[test]
fn a_whole_ward_stays_within_what_the_system_holds() {
    let ward = || {
        World::new(
            (0..60)
                .map(|i| Case::dwelling(i, T0 - i64::from(i) * 7 * MINUTE, T0, HOUR, T0, None))
                .collect(),
        )
    };
    for (world, most) in [(ward().ios(), 60), (ward(), 300)] {
        let plan = world.plan();
        assert_eq!(plan.reminders.len(), most);
        let change = diff(&plan, &[]);
        assert_eq!(
            change.steps.len(),
            most,
            "from nothing to a full plan it never holds more"
        );
    }
}

/// The night the clocks changed, interval reminders moved by an hour (medTimer #943). Here no zone comes
/// in: five hours after is five hours after, over the change at 01:00 UTC as on any other night.
#[test]
fn five_hours_are_five_hours_over_a_change_of_the_clocks() {
    let offsets = |start: Ms| -> Vec<Ms> {
        let case = Case::dwelling(1, start, start, HOUR, start, None);
        let plan = World::new(vec![case]).at(start).plan();
        care(&plan).map(|r| r.fire_at_ms - start).collect()
    };
    let change = T0 + 5 * HOUR;
    assert_eq!(offsets(T0), offsets(T0 - 7 * 24 * HOUR));
    assert!(offsets(T0).contains(&(5 * HOUR)) && offsets(change - 1).contains(&(5 * HOUR)));
}

/// Intervals were stored instead of instants, so that after each restart they began again at full length
/// (Loop). Here a plan made later, from the same record, holds the same reminders at the same instants.
#[test]
fn a_restart_moves_nothing() {
    let before = world().plan();
    for restart in [1, MINUTE, 17 * MINUTE, 3 * HOUR] {
        let after = world().at(T0 + restart).plan();
        for reminder in care(&before).filter(|r| r.fire_at_ms > T0 + restart) {
            let again = after.reminders.iter().find(|r| r.id == reminder.id).unwrap();
            assert_eq!((again.fire_at_ms, &again.body), (reminder.fire_at_ms, &reminder.body));
        }
    }
}

/// After an update the notifications of the old version kept firing beside the new ones (Loop #212). Here
/// whatever is held that the plan does not name is cancelled, and is not shown if it fires all the same.
#[test]
fn what_an_older_version_left_behind_is_cancelled_and_not_shown() {
    let plan = world().plan();
    let old = ["v0:abc", "medication-reminder-7", ""].map(|id| Held {
        id: id.to_owned(),
        fingerprint: id.to_owned(),
        fire_at_ms: T0 + HOUR,
    });
    let held: Vec<Held> = plan.reminders.iter().map(Held::from).chain(old.clone()).collect();
    let mut cancelled = diff(&plan, &held).cancel;
    cancelled.sort();
    assert_eq!(cancelled, ["", "medication-reminder-7", "v0:abc"]);
    for id in old.map(|h| h.id) {
        assert_eq!(
            world().with(|input| on_fired(input, &plan.reminders, &id)),
            Fired::Suppress(NotShown::Unknown)
        );
    }
}

/// A silenced phone hid a critical alert for three hours (AndroidAPS #3117). Here a critical task is on
/// the channel that sounds all the same, and rings at least every half hour until it is done.
#[test]
fn a_critical_task_rings_on_until_it_is_done() {
    for now in [T0, T0 + 3 * HOUR, T0 + 50 * HOUR] {
        let plan = World::of(vec![task("removal", T0, 0)]).at(now).plan();
        let fires: Vec<Ms> = care(&plan).map(|r| r.fire_at_ms).collect();
        assert!(fires.windows(2).all(|pair| pair[1] - pair[0] <= 30 * MINUTE) && fires[0] - now <= 30 * MINUTE);
        assert!(*fires.last().unwrap() > now + 23 * HOUR);
        assert!(care(&plan).all(|r| r.channel == Channel::Critical));
    }
}

/// "Later" said again and again put a reminder off for good. Here the third is none, none reaches past
/// the dwell limit, and it holds for that occurrence only.
#[test]
fn later_cannot_be_said_for_ever() {
    let mut world = World::of(vec![task("dwell-warning-1h", T0, 0)]);
    world.cases[0].limit_at = Some(T0 + HOUR);
    for times in 1..20 {
        world.now = T0 + i64::from(times) * 10 * MINUTE - 1;
        let (case, step) = (CaseId([1; 16]), "dwell-warning-1h".to_owned());
        world.snoozed = vec![Snoozed {
            case,
            step,
            due_at: T0,
            until: world.now + 10 * MINUTE,
            times,
        }];
        let next = care(&world.plan()).next().unwrap().fire_at_ms - world.now;
        assert!(next <= if times <= 2 { 10 * MINUTE } else { 30 * MINUTE }, "{times}");
    }
}

/// A command at the very second a reminder was to fire cancelled it, and it never came. Here one that is
/// late for an open task is left to fire; once the task is done, it is cancelled.
#[test]
fn a_plan_made_at_the_due_time_does_not_cancel_what_is_about_to_ring() {
    let mut world = world();
    let held: Vec<Held> = world.plan().reminders.iter().map(Held::from).collect();
    let first = held[0].clone();
    world.now = first.fire_at_ms + 3;
    let change = diff(&world.plan(), &held);
    assert!(change.keep.contains(&first.id) && !change.cancel.contains(&first.id));
    world.cases[0].tasks.clear();
    assert!(diff(&world.plan(), &held).cancel.contains(&first.id));
}
