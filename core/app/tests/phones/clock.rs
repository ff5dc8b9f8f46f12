//! The wall clock is set, by a little or by years, and the zone changes: nothing moves in true time.

use marrow::engine::time::{ClockSample, HOUR, Ms, NextOffset, SECOND};

use crate::phone::{PLACED, Phone, at, case};
use crate::script::{offset, show};

const DAY: Ms = 24 * HOUR;
const THIRTY_YEARS: Ms = 30 * 365 * DAY;

/// Jumps that are too small to be told from drift: true times may be off by as much.
const SMALL: [Ms; 6] = [-2 * SECOND, -SECOND, -1, 1, SECOND, 2 * SECOND];
/// Jumps that show: true times stay exact.
const LARGE: [Ms; 10] = [
    -THIRTY_YEARS,
    -DAY,
    -HOUR,
    -3 * SECOND,
    -2 * SECOND - 1,
    2 * SECOND + 1,
    3 * SECOND,
    HOUR,
    DAY,
    THIRTY_YEARS,
];

/// How far the due times at `now` lie from what they must be.
fn error(phone: &mut Phone, now: &str, expected: &[(&str, &str)]) -> Ms {
    let errors = expected.iter().map(|(step, due)| {
        let found = phone.due(step, now).unwrap_or_else(|| panic!("{step} is not open"));
        (found - offset(due)).abs()
    });
    errors.max().unwrap_or(0)
}

const DUE: [(&str, &str); 4] = [
    ("site-check", "+2h"),
    ("disinfect", "+5h"),
    ("dwell-warning-4h", "+20h"),
    ("dwell-limit", "+24h"),
];

#[test]
fn a_jump_moves_no_due_time() {
    for (jumps, tolerance) in [(&SMALL[..], 2 * SECOND), (&LARGE[..], 0)] {
        for &jump in jumps {
            // Nobody tells the app: it sees the jump when it is next asked.
            let mut phone = Phone::with(1, PLACED);
            phone.jump(jump);
            assert!(error(&mut phone, "+30m", &DUE) <= tolerance, "unseen, {jump} ms");
            // The system tells it.
            let seen = phone.observe("+31m");
            assert_eq!(seen, if tolerance == 0 { jump } else { 0 });
            assert!(error(&mut phone, "+32m", &DUE) <= tolerance, "seen, {jump} ms");
            phone.reopen();
            assert!(error(&mut phone, "+33m", &DUE) <= tolerance, "reopened, {jump} ms");
        }
    }
}

#[test]
fn what_is_recorded_under_a_jumped_clock_counts_right() {
    for (jumps, tolerance) in [(&SMALL[..], 2 * SECOND), (&LARGE[..], 0)] {
        for &jump in jumps {
            for told in [true, false] {
                let mut phone = Phone::with(1, PLACED);
                phone.jump(jump);
                if told {
                    phone.observe("+20m");
                }
                phone.run("+30m look; +1h disinfect now=+70m");
                let due = [("site-check", "+2h30m"), ("disinfect", "+6h"), ("dwell-limit", "+24h")];
                assert!(error(&mut phone, "+71m", &due) <= tolerance, "{jump} ms");
                // And when the clock is right again.
                phone.jump(-jump);
                assert!(error(&mut phone, "+72m", &due) <= tolerance, "{jump} ms, undone");
                phone.run("+80m look");
                let due = [("site-check", "+3h20m"), ("disinfect", "+6h"), ("dwell-limit", "+24h")];
                assert!(
                    error(&mut phone, "+81m", &due) <= tolerance,
                    "{jump} ms, undone and recorded"
                );
            }
        }
    }
}

#[test]
fn a_jump_before_the_case_or_before_the_insertion_does_not_matter() {
    for jump in LARGE {
        let mut phone = Phone::with(1, "-20m open-case alias=other");
        phone.jump(jump);
        let mut later = Phone::ahead(2, jump);
        later.run(PLACED);
        assert_eq!(error(&mut later, "+1m", &DUE), 0);
        phone.run(
            "-5m update-patient age_years=40 consciousness=conscious; +0 insert ez-io proximal-tibia left antiseptic=x",
        );
        assert_eq!(error(&mut phone, "+1m", &DUE), 0, "{jump} ms");
    }
}

#[test]
fn jumps_add_up_and_cancel_out() {
    for jump in LARGE {
        let mut phone = Phone::with(1, PLACED);
        for n in 1..=6 {
            phone.jump(jump);
            phone.observe(&format!("+{}m", 5 * n));
        }
        phone.run("+40m look");
        let due = [("site-check", "+2h40m"), ("dwell-limit", "+24h")];
        assert_eq!(error(&mut phone, "+41m", &due), 0, "{jump} ms, six times");
        phone.jump(-6 * jump);
        assert_eq!(error(&mut phone, "+42m", &due), 0, "all undone at once");
        assert_eq!(phone.flag("R20", "+43m"), "-");
    }
}

#[test]
fn small_steps_that_add_up_are_a_jump() {
    let mut phone = Phone::with(1, PLACED);
    for n in 1..=30 {
        phone.jump(SECOND);
        phone.observe(&format!("+{n}m"));
        assert!(error(&mut phone, &format!("+{n}m"), &DUE) <= 2 * SECOND, "after {n} s");
    }
    assert_eq!(phone.flag("R20", "+31m"), "amber clock-jumped");
}

#[test]
fn r20_opens_with_a_jump_and_clears_with_its_cause() {
    for jump in SMALL {
        let mut phone = Phone::with(1, PLACED);
        phone.jump(jump);
        phone.observe("+1m");
        assert_eq!(phone.flag("R20", "+2m"), "-", "{jump} ms is drift");
        assert!(!phone.marrow.clock_state(&phone.sample(at("+2m"))).jumped());
    }
    for jump in LARGE {
        let mut phone = Phone::with(1, PLACED);
        phone.jump(jump);
        assert_eq!(
            phone.flag("R20", "+1m"),
            "amber clock-jumped",
            "before anybody tells the app"
        );
        phone.observe("+2m");
        assert_eq!(phone.flag("R20", "+3m"), "amber clock-jumped");
        phone.reopen();
        assert_eq!(
            phone.flag("R20", "+4m"),
            "amber clock-jumped",
            "after a restart of the app"
        );
        // Set back: the cause is gone.
        phone.jump(-jump);
        assert_eq!(phone.flag("R20", "+5m"), "-");
        phone.observe("+6m");
        assert_eq!(phone.flag("R20", "+7m"), "-");
        // Or a person looks at the clock and says that it is right.
        phone.jump(jump);
        phone.observe("+8m");
        let now = phone.sample(at("+9m"));
        phone
            .marrow
            .confirm_clock(marrow::engine::entry::Actor::default(), &now)
            .unwrap();
        assert_eq!(phone.flag("R20", "+10m"), "-", "confirmed");
        assert_eq!(error(&mut phone, "+10m", &DUE), 0, "which moves nothing");
        phone.reopen();
        assert_eq!(phone.flag("R20", "+11m"), "-");
        phone.jump(HOUR);
        assert_eq!(
            phone.flag("R20", "+12m"),
            "amber clock-jumped",
            "and the next one opens it again"
        );
    }
}

#[test]
fn a_time_typed_for_the_past_is_read_off_the_clock_as_it_is_now() {
    // The clock goes an hour ahead at +30m; at +40m a nurse records a check of ten minutes before the jump.
    for jump in LARGE {
        let mut phone = Phone::with(1, PLACED);
        phone.jump(jump);
        phone.run("+20m look now=+40m");
        assert_eq!(phone.due_text("site-check", "+41m"), "+2h20m", "{jump} ms");
        phone.run("+45m note x as=n; +46m amend of=n at=+44m");
        phone.jump(-jump);
        assert_eq!(phone.due_text("site-check", "+50m"), "+2h20m", "{jump} ms, undone");
    }
}

#[test]
fn an_acknowledgement_holds_over_a_jump() {
    for jump in LARGE {
        let mut phone = Phone::with(1, PLACED);
        phone.jump(jump);
        phone.run("+12h acknowledge removal-target");
        phone.jump(-jump);
        assert_eq!(phone.due_text("removal-target", "+13h"), "-", "made under the jump");
        phone.run("+20h acknowledge dwell-warning-4h");
        phone.jump(jump);
        assert_eq!(phone.due_text("dwell-warning-4h", "+20h30m"), "-", "made before it");
    }
}

#[test]
fn a_refused_time_is_judged_by_the_clock_as_it_stands() {
    let mut phone = Phone::with(1, PLACED);
    phone.jump(-HOUR);
    // Half an hour after the insertion the clock shows half an hour before it; the check is no future one.
    phone.run("+30m look");
    assert_eq!(phone.due_text("site-check", "+31m"), "+2h30m");
    assert_eq!(crate::phone::rule(phone.attempt("+33m look now=+31m")), "R22");
}

#[test]
fn zones_and_summer_time_move_nothing() {
    let mut phone = Phone::with(1, PLACED);
    for (n, zone) in [
        ("Europe/Madrid", 7_200),
        ("Europe/Madrid", 3_600),
        ("Asia/Kathmandu", 20_700),
        ("Pacific/Kiritimati", 50_400),
        ("Pacific/Niue", -39_600),
        ("UTC", 0),
    ]
    .into_iter()
    .enumerate()
    {
        phone.zone = zone;
        let now = format!("+{}m", n + 1);
        assert_eq!(phone.observe(&now), 0, "{zone:?}");
        assert_eq!(error(&mut phone, &now, &DUE), 0, "{zone:?}");
        assert_eq!(phone.flag("R20", &now), "-", "{zone:?}");
        phone.run(&format!("+{}m30s flush", n + 1));
    }
    phone.run("+30m look");
    phone.zone = ("America/Caracas", -14_400);
    phone.run("+40m disinfect");
    let due = [
        ("site-check", "+2h30m"),
        ("disinfect", "+5h40m"),
        ("dwell-limit", "+24h"),
    ];
    assert_eq!(error(&mut phone, "+41m", &due), 0);
    let names: Vec<_> = phone.view("+42m").record.iter().map(|e| e.recorded_offset_s).collect();
    assert_eq!(
        names.last(),
        Some(&-14_400),
        "each entry keeps the offset it was made under"
    );
}

#[test]
fn a_coming_change_of_the_offset_moves_nothing() {
    let mut phone = Phone::with(1, PLACED);
    let plain = phone.sample(at("+1h"));
    let change = NextOffset {
        at_ms: at("+90m"),
        offset_s: 3_600,
    };
    let coming = ClockSample {
        zone: "Europe/Madrid".into(),
        offset_s: 7_200,
        next_offset: Some(change),
        ..plain.clone()
    };
    let due =
        |phone: &mut Phone, now: &ClockSample| phone.marrow.with_case(case(), now, |l, _| l.tasks.clone()).unwrap();
    assert_eq!(due(&mut phone, &plain), due(&mut phone, &coming));
    assert_eq!(
        (coming.offset_at(at("+90m") - 1), coming.offset_at(at("+90m"))),
        (7_200, 3_600)
    );
}

#[test]
fn overdue_stays_overdue_whatever_the_clock_shows() {
    for jump in LARGE {
        let mut phone = Phone::with(1, PLACED);
        phone.jump(jump);
        for (now, status) in [
            ("+2h-1ms", "upcoming"),
            ("+2h", "due"),
            ("+2h12m", "late"),
            ("+2h30m", "overdue"),
            ("+3h", "long-overdue"),
        ] {
            let tasks = phone.tasks(now);
            let task = tasks.iter().find(|t| t.step == "site-check").unwrap();
            assert_eq!(task.status.word(), status, "{} after a jump of {}", now, show(jump));
            assert_eq!(task.due_at, at("+2h") + jump, "as the wall clock shows it");
        }
    }
}

#[test]
fn a_child_stays_a_child_when_the_clock_goes_to_another_year() {
    let child = "-10m open-case alias=Anna date_of_birth=2018-03-01 consciousness=conscious; \
        +0 insert ez-io proximal-tibia left antiseptic=x";
    for years in [-5, 5, 30] {
        let mut phone = Phone::with(1, child);
        assert_eq!(phone.due_text("site-check", "+1m"), "+1h", "hourly in a child");
        phone.jump(years * 365 * DAY);
        assert_eq!(phone.due_text("site-check", "+2m"), "+1h", "{years} years on");
    }
    // Nor does it grow up on a phone whose clock stands in another year.
    let mut phone = Phone::with(1, child);
    let mut other = Phone::ahead(2, 30 * 365 * DAY);
    phone.hand_to(&mut other, "+5m");
    assert_eq!(other.due_text("site-check", "+6m"), "+1h");
}

#[test]
fn later_is_said_twice_at_most_over_a_jump_too() {
    let mut phone = Phone::with(1, PLACED);
    phone.run("+2h snooze site-check");
    phone.jump(HOUR);
    phone.run("+2h10m snooze site-check");
    assert_eq!(
        crate::phone::rule(phone.attempt("+2h20m snooze site-check")),
        "snoozed-enough"
    );
}
