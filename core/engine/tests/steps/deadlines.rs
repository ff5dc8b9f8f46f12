//! Twelve hours in, the warnings before the limit, the limit, and keeping the device past it.

use crate::support::{ADULT, Bench, expect, table};

#[test]
fn twelve_hours_in() {
    table(
        ADULT,
        &[
            ("due 12 h after the insertion", "", "removal-target +12h every=+12h"),
            (
                "a review at 12 h ends it",
                "+12h access-review keep",
                "removal-target -",
            ),
            (
                "one a millisecond earlier does not",
                "+12h-1ms access-review keep",
                "removal-target +12h",
            ),
            (
                "an acknowledgement ends it",
                "+12h acknowledge removal-target",
                "removal-target -",
            ),
            (
                "one amended to before it does not",
                "+12h access-review keep as=r; +13h amend of=r at=+11h",
                "removal-target +12h",
            ),
            (
                "a struck acknowledgement does not",
                "+12h acknowledge removal-target as=a; +13h strike of=a",
                "removal-target +12h",
            ),
            ("absent after a remove", "+1h access-review remove", "removal-target -"),
            (
                "back after a keep",
                "+1h access-review remove; +2h access-review keep",
                "removal-target +12h",
            ),
            (
                "absent with venous access",
                "+1h venous-access central",
                "removal-target -",
            ),
            (
                "back when that is lost",
                "+1h venous-access central; +2h venous-access-lost",
                "removal-target +12h",
            ),
            ("the removal ends it", "+13h remove", "removal-target -"),
        ],
    );
}

#[test]
fn the_twelve_hours_are_absent_at_or_past_the_limit() {
    for (limit, expected) in [(12, "removal-target -"), (13, "removal-target +12h")] {
        let bench = Bench::with_policy(&format!(r#"{{"limit.ez-io":{limit}}}"#), ADULT);
        assert_eq!(
            expect::problems(&bench, expected),
            Vec::<String>::new(),
            "limit {limit} h"
        );
    }
    let bench = Bench::with_policy(
        r#"{"removal-target.after":24}"#,
        &format!("{ADULT}; +1h extend 48 'no vein' 'Dr Lee'"),
    );
    assert_eq!(
        expect::problems(&bench, "removal-target +24h"),
        Vec::<String>::new(),
        "the limit as it stands"
    );
    let bench = Bench::with_policy(r#"{"removal-target.after":24}"#, ADULT);
    assert_eq!(
        expect::problems(&bench, "removal-target -"),
        Vec::<String>::new(),
        "at the limit"
    );
}

#[test]
fn the_warnings_follow_the_limit_as_it_stands() {
    table(
        ADULT,
        &[
            (
                "4 h and 1 h before it",
                "",
                "dwell-warning-4h +20h every=+0, dwell-warning-1h +23h every=+0",
            ),
            (
                "an extension moves them",
                "+1h extend 48 'no vein' 'Dr Lee'",
                "dwell-warning-4h +44h, dwell-warning-1h +47h",
            ),
            (
                "a struck one moves them back",
                "+1h extend 48 a b as=e; +2h strike of=e",
                "dwell-warning-4h +20h, dwell-warning-1h +23h",
            ),
            (
                "a review at it ends it, and not the next",
                "+20h access-review keep",
                "dwell-warning-4h -, dwell-warning-1h +23h",
            ),
            (
                "one before it does not",
                "+20h-1ms access-review keep",
                "dwell-warning-4h +20h",
            ),
            (
                "one after the second ends both",
                "+23h access-review keep",
                "dwell-warning-4h -, dwell-warning-1h -",
            ),
            (
                "an acknowledgement ends it",
                "+20h acknowledge dwell-warning-4h",
                "dwell-warning-4h -, dwell-warning-1h +23h",
            ),
            (
                "each has its own",
                "+23h acknowledge dwell-warning-1h",
                "dwell-warning-4h +20h, dwell-warning-1h -",
            ),
            (
                "a check does not end it",
                "+20h look; +20h disinfect",
                "dwell-warning-4h +20h",
            ),
            (
                "the removal ends them",
                "+20h remove",
                "dwell-warning-4h -, dwell-warning-1h -",
            ),
        ],
    );
}

#[test]
fn an_acknowledgement_holds_while_the_due_time_is_that_one() {
    table(
        ADULT,
        &[
            (
                "an extension makes it a new one",
                "+20h acknowledge dwell-warning-4h; +21h extend 48 a b",
                "dwell-warning-4h +44h",
            ),
            (
                "without the extension it holds again",
                "+20h acknowledge dwell-warning-4h; +21h extend 48 a b as=e; +22h strike of=e",
                "dwell-warning-4h -",
            ),
            (
                "a review counts by its time, not by the due time then",
                "+20h access-review keep; +21h extend 48 a b",
                "dwell-warning-4h +44h",
            ),
            (
                "an amended insertion makes it a new one",
                "+1h note x; +20h acknowledge dwell-warning-4h; +21h update-patient age_years=41",
                "dwell-warning-4h -",
            ),
        ],
    );
    table(
        "-10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left as=i",
        &[(
            "an insertion amended to another time",
            "+20h acknowledge dwell-warning-4h; +12h acknowledge removal-target now=+20h; +21h amend of=i at=-5m",
            "dwell-warning-4h +19h55m, removal-target +11h55m",
        )],
    );
}

#[test]
fn the_limit_is_ended_by_the_removal_only() {
    table(
        ADULT,
        &[
            ("at the limit", "", "dwell-limit +24h every=+24h"),
            (
                "a review does not end it",
                "+24h access-review keep; +25h access-review remove",
                "dwell-limit +24h, R1 red",
            ),
            (
                "venous access does not",
                "+23h venous-access central",
                "dwell-limit +24h",
            ),
            (
                "an extension moves it",
                "+23h extend 36 a b",
                "dwell-limit +36h every=+36h",
            ),
            ("also past it", "+25h extend 36 a b", "dwell-limit +36h, R1 -"),
            ("the removal ends it", "+25h remove", "dwell-limit -, limit -, R1 -"),
        ],
    );
}

#[test]
fn keeping_it_past_the_limit_sets_a_recheck() {
    table(
        ADULT,
        &[
            (
                "due at its time + recheck; neither limit nor flag move",
                "+24h5m keep-past-limit 2 'theatre is full' 'Dr Lee'",
                "dwell-limit +26h5m every=+2h upcoming, limit +24h, R1 red",
            ),
            (
                "exactly at the limit",
                "+24h keep-past-limit 4 a b",
                "dwell-limit +28h, limit +24h",
            ),
            (
                "the last such entry",
                "+24h5m keep-past-limit 2 a b; +25h keep-past-limit 0.5 a b",
                "dwell-limit +25h30m",
            ),
            (
                "by when it was decided",
                "+25h keep-past-limit 0.5 a b; +24h5m keep-past-limit 4 a b",
                "dwell-limit +25h30m",
            ),
            (
                "a struck one counts for nothing",
                "+24h5m keep-past-limit 2 a b as=k; +24h6m strike of=k",
                "dwell-limit +24h overdue",
            ),
            (
                "an extension puts the limit in its place",
                "+24h5m keep-past-limit 2 a b; +25h extend 48 a b",
                "dwell-limit +48h, limit +48h, R1 -",
            ),
            (
                "the removal ends it",
                "+24h5m keep-past-limit 2 a b; +25h remove",
                "dwell-limit -",
            ),
            (
                "it does not end the warnings",
                "+24h5m keep-past-limit 2 a b",
                "dwell-warning-4h +20h, dwell-warning-1h +23h",
            ),
        ],
    );
}

#[test]
fn an_acknowledgement_is_of_its_own_step_only() {
    // Both fall due at twelve hours.
    let due = r#"{"limit.ez-io":16}"#;
    let bench = Bench::with_policy(due, &format!("{ADULT}; +12h acknowledge removal-target"));
    assert_eq!(
        expect::problems(&bench, "removal-target -, dwell-warning-4h +12h"),
        Vec::<String>::new()
    );
    let bench = Bench::with_policy(due, &format!("{ADULT}; +12h acknowledge dwell-warning-4h"));
    assert_eq!(
        expect::problems(&bench, "removal-target +12h, dwell-warning-4h -"),
        Vec::<String>::new()
    );
}
