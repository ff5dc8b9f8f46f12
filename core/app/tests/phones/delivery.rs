//! What becomes of reminders: fired or not, late or not, and what was missed.

use marrow::engine::reminders::{Fired, Held, NotShown, PlatformCaps, Reminder};
use marrow::engine::text::Lang;
use marrow::engine::time::{HOUR, MINUTE, SECOND};

use crate::phone::{PLACED, Phone, at};

const CAPS: PlatformCaps = PlatformCaps::android();

/// A phone whose system holds the plan of that moment.
fn armed(script: &str, now: &str) -> (Phone, Vec<Reminder>) {
    let mut phone = Phone::with(1, script);
    let now = phone.sample(at(now));
    let (plan, _) = phone.marrow.reminders(&CAPS, Lang::En, &now).unwrap();
    let held: Vec<Held> = plan.reminders.iter().map(Held::from).collect();
    phone.marrow.report(&held, &CAPS, &now).unwrap();
    (phone, plan.reminders)
}

fn first_of<'a>(reminders: &'a [Reminder], step: &str) -> &'a Reminder {
    let of_step = |r: &&Reminder| r.rung == 0 && r.members.iter().any(|m| &*m.step == step);
    reminders.iter().find(of_step).unwrap()
}

fn fires(phone: &mut Phone, id: &str, at: i64) -> Fired {
    let now = phone.sample(at);
    phone.marrow.fired(id, &CAPS, Lang::En, &now).unwrap()
}

#[test]
fn what_still_holds_is_shown_and_its_lateness_remembered() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let first = first_of(&plan, "first-check").clone();
    assert_eq!(phone.marrow.lateness().unwrap(), None);
    for (late, said) in [(5 * SECOND, None), (4 * MINUTE, Some(4 * MINUTE))] {
        let (mut phone, _) = armed(PLACED, "+1m");
        let Fired::Show { reminder, late_ms, .. } = fires(&mut phone, &first.id, first.fire_at_ms + late) else {
            panic!("it is due");
        };
        assert_eq!((late_ms, reminder.members.len()), (said, first.members.len()));
        let lateness = phone.marrow.lateness().unwrap().unwrap();
        assert_eq!((lateness.count, lateness.worst_ms), (1, late));
        // It outlives the app.
        phone.open_again(None);
        assert_eq!(phone.marrow.lateness().unwrap().unwrap().worst_ms, late);
    }
    fires(&mut phone, &first.id, first.fire_at_ms);
    let again = fires(&mut phone, &first.id, first.fire_at_ms + SECOND);
    assert_eq!(again, Fired::Suppress(NotShown::Expired));
    assert_eq!(phone.marrow.lateness().unwrap().unwrap().count, 1);
}

#[test]
fn what_was_done_meanwhile_is_not_shown() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let first = first_of(&plan, "disinfect").clone();
    phone.run("+1h look; +2h55m look; +4h50m look; +4h55m disinfect; +4h56m access-review keep reason=unstable");
    let fired = fires(&mut phone, &first.id, first.fire_at_ms);
    assert_eq!(fired, Fired::Suppress(NotShown::Unknown));
    assert_eq!(phone.marrow.lateness().unwrap(), None);
}

/// A clock was set, and a reminder of before fires: its time reads otherwise now, but what is due is due.
#[test]
fn a_clock_that_is_set_silences_nothing() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let first = first_of(&plan, "first-check").clone();
    phone.ahead = 10 * MINUTE;
    let Fired::Show { reminder, .. } = fires(&mut phone, &first.id, first.fire_at_ms) else {
        panic!("the check is due");
    };
    assert!(reminder.members.iter().any(|m| &*m.step == "first-check"));
}

/// The system forgot what it held, or the phone was off: what was due and not shown is told, once it is known.
#[test]
fn what_should_have_been_shown_and_was_not_is_told() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let first = first_of(&plan, "disinfect").clone();
    let later = phone.sample(first.fire_at_ms + HOUR);
    phone.marrow.report(&[], &CAPS, &later).unwrap();
    let (after, _) = phone.marrow.reminders(&CAPS, Lang::En, &later).unwrap();
    let missed: Vec<_> = after.missed.iter().filter(|m| m.step == "disinfect").collect();
    assert_eq!(missed.len(), 1, "{:?}", after.missed);
    assert_eq!(missed[0].planned_ms, first.fire_at_ms);
    // Shown at last, it is not missed any more.
    let Fired::Show { .. } = fires(&mut phone, &first.id, first.fire_at_ms + HOUR) else {
        panic!("it is still open");
    };
    let (after, _) = phone.marrow.reminders(&CAPS, Lang::En, &later).unwrap();
    assert!(after.missed.iter().all(|m| m.step != "disinfect"), "{:?}", after.missed);
}

/// An iPhone runs no code of ours when a reminder fires: that nobody said so does not mean that it did not come.
#[test]
fn silence_says_nothing_where_no_code_runs() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let first = first_of(&plan, "disinfect").clone();
    let later = phone.sample(first.fire_at_ms + HOUR);
    phone.marrow.report(&[], &PlatformCaps::ios(), &later).unwrap();
    let (after, _) = phone.marrow.reminders(&PlatformCaps::ios(), Lang::En, &later).unwrap();
    assert_eq!(after.missed, []);
}

#[test]
fn what_fired_on_time_is_not_missed() {
    let (mut phone, plan) = armed(PLACED, "+1m");
    let soon = at("+40m");
    for reminder in plan.iter().filter(|r| r.fire_at_ms <= soon) {
        fires(&mut phone, &reminder.id, reminder.fire_at_ms);
    }
    let now = phone.sample(soon);
    let held: Vec<Held> = plan.iter().filter(|r| r.fire_at_ms > soon).map(Held::from).collect();
    phone.marrow.report(&held, &CAPS, &now).unwrap();
    let (after, _) = phone.marrow.reminders(&CAPS, Lang::En, &now).unwrap();
    assert_eq!(after.missed, []);
}

/// Two of the app on one file: what one reports does not hide from it what the other wrote.
#[test]
fn a_report_hides_nothing_that_another_wrote() {
    let (phone, _) = armed(PLACED, "+1m");
    let mut beside = phone.beside();
    let mut phone = phone;
    phone.run("+20m look");
    let now = phone.sample(at("+21m"));
    beside.report(&[], &CAPS, &now).unwrap();
    let seen = beside.case(crate::phone::case(), Lang::En, &now).unwrap();
    assert_eq!(seen.record.len(), 3);
}
