//! The phone restarts, with its clock right, behind or ahead.

use marrow::engine::time::{HOUR, MINUTE, Ms};

use crate::phone::{PLACED, Phone, T0, at};
use crate::script::offset;

const DAY: Ms = 24 * HOUR;

/// How long the needle has been in, as the phone reads it.
fn elapsed(phone: &mut Phone, now: &str) -> Ms {
    let wall = phone.sample(at(now)).wall_ms;
    wall - phone.view(now).header.inserted_at_ms.unwrap()
}

#[test]
fn with_the_clock_right_nothing_moves() {
    let mut phone = Phone::with(1, PLACED);
    phone.run("+30m look");
    for n in 1..=3 {
        let now = format!("+{}m", 30 + 10 * n);
        phone.reboot(&now);
        assert_eq!(phone.observe(&now), 0);
        assert_eq!(phone.due_text("site-check", &now), "+2h30m");
        assert_eq!(phone.flag("R20", &now), "-");
    }
    phone.reopen();
    phone.run("+80m look");
    assert_eq!(phone.due_text("site-check", "+81m"), "+3h20m");
}

#[test]
fn with_the_clock_behind_elapsed_time_never_goes_below_what_was_stored() {
    for behind in [-MINUTE, -11 * MINUTE, -HOUR, -DAY, -30 * 365 * DAY] {
        let mut phone = Phone::with(1, PLACED);
        phone.observe("+2h");
        assert_eq!(elapsed(&mut phone, "+2h"), offset("+2h"));
        // Off for five minutes; the clock lost more than that.
        phone.reboot("+2h5m");
        phone.jump(behind);
        let lost = behind < -5 * MINUTE;
        let read = elapsed(&mut phone, "+2h5m");
        assert!(read >= offset("+2h"), "{behind}: {read}");
        assert!(read <= offset("+2h5m"), "{behind}: {read}");
        assert_eq!(
            phone.flag("R20", "+2h5m"),
            if lost { "amber time-uncertain" } else { "-" }
        );
        phone.observe("+2h6m");
        phone.reopen();
        let read = elapsed(&mut phone, "+2h10m");
        assert!(
            (offset("+2h4m")..=offset("+2h10m")).contains(&read),
            "and it goes on from there, {behind}: {read}"
        );
        // What is recorded now counts from now.
        phone.run("+2h20m look");
        let due = phone.due("site-check", "+2h21m").unwrap();
        assert_eq!(due, offset("+4h20m"), "{behind}");
    }
}

#[test]
fn a_clock_that_was_lost_and_found_again_is_off_by_the_time_nobody_looked_at_most() {
    for behind in [-HOUR, -DAY, -30 * 365 * DAY] {
        let mut phone = Phone::with(1, PLACED);
        phone.run("+30m look");
        phone.observe("+1h");
        phone.reboot("+1h10m");
        phone.jump(behind);
        phone.observe("+1h11m");
        phone.jump(-behind);
        phone.observe("+1h12m");
        let due = phone.due("site-check", "+1h13m").unwrap();
        // Nobody looked at the clocks between 1 h and 1 h 11 min.
        assert!((offset("+2h30m")..=offset("+2h41m")).contains(&due), "{behind}: {due}");
        assert_eq!(phone.flag("R20", "+1h13m"), "amber time-uncertain", "and it says so");
        let now = phone.sample(at("+1h14m"));
        phone
            .marrow
            .confirm_clock(marrow::engine::entry::Actor::default(), &now)
            .unwrap();
        assert_eq!(
            phone.flag("R20", "+1h15m"),
            "-",
            "until somebody has looked at the clock"
        );
    }
}

#[test]
fn with_the_clock_ahead_reminders_come_early_and_never_late() {
    for ahead in [MINUTE, HOUR, DAY] {
        let mut phone = Phone::with(1, PLACED);
        phone.observe("+1h");
        phone.reboot("+1h5m");
        phone.jump(ahead);
        phone.observe("+1h6m");
        let due = phone.due("site-check", "+1h6m").unwrap();
        assert!(due <= offset("+2h"), "{ahead}: {due}");
        assert!(elapsed(&mut phone, "+1h6m") >= offset("+1h"));
    }
}

#[test]
fn repeated_restarts_with_a_dead_clock_never_run_time_backwards() {
    let mut phone = Phone::with(1, PLACED);
    let mut least = 0;
    for n in 1..=10 {
        let now = format!("+{}m", 20 * n);
        phone.reboot(&now);
        // Each time the clock starts at the same day long ago.
        phone.ahead = -T0 + 1_000 - (at(&now) - T0);
        phone.observe(&now);
        let read = elapsed(&mut phone, &now);
        assert!(read >= least, "restart {n}: {read} after {least}");
        let later = format!("+{}m", 20 * n + 15);
        phone.observe(&later);
        assert_eq!(elapsed(&mut phone, &later) - read, 15 * MINUTE, "the boot clock counts");
        least = elapsed(&mut phone, &later);
    }
    assert!(least >= 10 * 15 * MINUTE, "what was seen to pass has passed");
}

#[test]
fn jumps_within_each_boot_stay_exact_over_restarts() {
    let mut phone = Phone::with(1, PLACED);
    phone.reboot("+10m");
    phone.observe("+10m");
    phone.jump(HOUR);
    phone.run("+30m look");
    phone.jump(-HOUR);
    phone.observe("+35m");
    phone.reboot("+40m");
    assert_eq!(phone.due_text("site-check", "+41m"), "+2h30m");
    phone.observe("+42m");
    phone.jump(DAY);
    phone.run("+50m disinfect");
    assert_eq!(phone.due_text("site-check", "+51m"), "+2h30m");
    assert_eq!(phone.due_text("disinfect", "+51m"), "+5h50m");
    // A restart under the wrong day leaves it known: the day was added before.
    phone.reboot("+1h");
    assert_eq!(phone.due_text("site-check", "+1h"), "+2h30m");
    assert_eq!(phone.flag("R20", "+1h"), "amber clock-jumped");
}

#[test]
fn a_sample_taken_a_moment_before_one_already_seen_is_no_restart() {
    // Two processes take a sample each; the later one gets to write first.
    let mut phone = Phone::with(1, PLACED);
    let early = phone.sample(at("+1h"));
    let late = phone.sample(at("+1h") + 250);
    phone.marrow.observe(&late).unwrap();
    assert_eq!(phone.marrow.observe(&early).unwrap(), 0, "no jump");
    assert_eq!(phone.flag("R20", "+1h1m"), "-", "and nothing uncertain");
    assert_eq!(phone.due_text("site-check", "+1h1m"), "+2h");
}
