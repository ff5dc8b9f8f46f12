//! How late a task is: to the millisecond, for every step.

use crate::support::{ADULT, BEFORE, Bench, OUT, ladder, table};

const AT_ONCE: [Option<&str>; 3] = [Some("+5m"), Some("+10m"), Some("+20m")];
const HALF_HOURLY: [Option<&str>; 3] = AT_ONCE;
const HOURLY: [Option<&str>; 3] = [Some("+6m"), Some("+15m"), Some("+30m")];
const TWO_HOURLY: [Option<&str>; 3] = [Some("+12m"), Some("+30m"), Some("+1h")];
const FOUR_HOURLY: [Option<&str>; 3] = [Some("+24m"), Some("+1h"), Some("+2h")];
const FIVE_HOURLY: [Option<&str>; 3] = [Some("+30m"), Some("+75m"), Some("+150m")];
const STAYS_DUE: [Option<&str>; 3] = [None, None, None];
const LIMIT: [Option<&str>; 3] = [None, Some("+0"), Some("+30m")];
const VEIN: [Option<&str>; 3] = [None, Some("+30m"), Some("+1h")];

#[test]
fn every_step_grows_late_by_its_interval() {
    let watched = format!("{OUT}; +2h21m look-out; +2h36m look-out");
    let with = |before: &str, more: &str| format!("{before}; {more}");
    for (script, step, due, begins) in [
        (BEFORE.to_owned(), "record-insertion", "-10m", AT_ONCE),
        (ADULT.to_owned(), "baseline-check", "+0", AT_ONCE),
        (ADULT.to_owned(), "first-check", "+30m", HALF_HOURLY),
        (ADULT.to_owned(), "site-check", "+2h", TWO_HOURLY),
        (
            with(ADULT, "+1m update-patient consciousness=sedated"),
            "site-check",
            "+1h",
            HOURLY,
        ),
        (with(ADULT, "+30m transfer"), "site-check", "+30m", AT_ONCE),
        (
            with(ADULT, "+2h skip site-check away"),
            "site-check",
            "+2h30m",
            HALF_HOURLY,
        ),
        (ADULT.to_owned(), "disinfect", "+5h", FIVE_HOURLY),
        (
            with(BEFORE, "+0 insert ez-io proximal-tibia left"),
            "disinfect",
            "+30m",
            HALF_HOURLY,
        ),
        (with(ADULT, "+5h skip disinfect away"), "disinfect", "+6h", HOURLY),
        (ADULT.to_owned(), "access-review", "+2h", TWO_HOURLY),
        (
            with(ADULT, "+2h access-review keep"),
            "access-review",
            "+6h",
            FOUR_HOURLY,
        ),
        (with(ADULT, "+1h adequate-volume"), "access-review", "+1h", AT_ONCE),
        (
            with(ADULT, "+2h skip access-review away"),
            "access-review",
            "+3h",
            HOURLY,
        ),
        (ADULT.to_owned(), "removal-target", "+12h", STAYS_DUE),
        (ADULT.to_owned(), "dwell-warning-4h", "+20h", AT_ONCE),
        (ADULT.to_owned(), "dwell-warning-1h", "+23h", AT_ONCE),
        (ADULT.to_owned(), "dwell-limit", "+24h", LIMIT),
        (with(ADULT, "+25h keep-past-limit 4 a b"), "dwell-limit", "+29h", LIMIT),
        (
            with(ADULT, "+1h venous-access central"),
            "remove-after-access",
            "+1h",
            VEIN,
        ),
        (
            with(ADULT, "+1h venous-access central; +2h access-review keep r"),
            "remove-after-access",
            "+4h",
            VEIN,
        ),
        (with(ADULT, "+1h access-review remove"), "removal", "+1h", AT_ONCE),
        (with(ADULT, "+2h remove"), "compression", "+2h", AT_ONCE),
        (OUT.to_owned(), "post-removal-check", "+2h21m", HALF_HOURLY),
        (with(&watched, ""), "post-removal-check", "+3h6m", HALF_HOURLY),
        (with(&watched, "+3h6m look-out"), "post-removal-check", "+4h6m", HOURLY),
        (
            with(&watched, "+2h40m check tense=true; +6h6m look-out"),
            "post-removal-check",
            "+7h6m",
            HOURLY,
        ),
        (
            with(ADULT, "+1h give-handover to=x"),
            "handover-accept",
            "+75m",
            AT_ONCE,
        ),
        (with(&watched, "+6h6m look-out"), "sign-off", "+6h6m", STAYS_DUE),
    ] {
        ladder(&script, step, due, begins);
    }
}

#[test]
fn late_begins_half_an_hour_after_at_most() {
    let mut bench = Bench::new();
    bench.policy = Some(r#"{"id":"h","version":1,"parameters":{"disinfect.every":720}}"#.to_owned());
    bench.run(ADULT);
    let status = |at: &str| {
        let look = bench.look('A', crate::support::offset(at));
        look.task("disinfect").unwrap().status.word()
    };
    for (at, word) in [
        ("+12h-1ms", "upcoming"),
        ("+12h", "due"),
        ("+12h30m-1ms", "due"),
        ("+12h30m", "late"),
        ("+15h-1ms", "late"),
        ("+15h", "overdue"),
        ("+18h-1ms", "overdue"),
        ("+18h", "long-overdue"),
    ] {
        assert_eq!(status(at), word, "{at}");
    }
}

#[test]
fn the_status_follows_what_is_recorded() {
    table(
        ADULT,
        &[
            ("long overdue, then done", "+4h look", "site-check +6h upcoming"),
            (
                "overdue, then made due at once: it keeps its time",
                "+2h40m transfer",
                "site-check +2h overdue",
            ),
            (
                "overdue, then its interval grows",
                "+1m update-patient consciousness=sedated; +90m update-patient consciousness=conscious",
                "site-check +2h upcoming",
            ),
            (
                "the limit, extended once passed",
                "+25h extend 48 a b",
                "dwell-limit +48h upcoming",
            ),
        ],
    );
}

#[test]
fn a_task_can_be_skipped_or_acknowledged_from_when_it_is_due() {
    table(
        ADULT,
        &[
            ("not yet", "", "@+2h-1ms site-check not-skippable not-acknowledgeable"),
            ("skipped", "", "@+2h site-check skippable not-acknowledgeable"),
            ("and later", "", "@+2h+1ms site-check skippable not-acknowledgeable"),
            (
                "not yet acknowledged",
                "",
                "@+12h-1ms removal-target not-skippable not-acknowledgeable",
            ),
            ("acknowledged", "", "@+12h removal-target not-skippable acknowledgeable"),
            ("neither", "", "@+25h dwell-limit not-skippable not-acknowledgeable"),
        ],
    );
}
