//! The dwell limit: device by age by policy by extension, and how far each can be extended.
//!
//! How scripts and expectations are written stands in [`support`].

mod support;

use support::{Bench, expect, table};

/// Every device, a patient it is cleared for, and where it may be placed.
const DEVICES: &[(&str, &str, &str)] = &[
    ("ez-io", "age_years=40", "proximal-tibia left"),
    ("sam-io", "age_years=40", "proximal-tibia left"),
    ("bd-io", "age_years=40", "proximal-tibia left"),
    ("piper-go-io", "age_years=40", "proximal-tibia left"),
    ("fast1", "age_years=40", "sternum midline"),
    ("big-adult", "age_years=40", "proximal-tibia left"),
    ("big-paediatric", "age_years=8", "proximal-tibia left"),
    ("nio-adult", "age_years=40", "proximal-tibia left"),
    ("nio-paediatric", "age_years=8", "proximal-tibia left"),
    ("nio-infant", "age_years=1", "proximal-tibia left"),
    ("manual", "age_years=40", "proximal-tibia left"),
];

fn placed(age: &str, device: &str, place: &str) -> String {
    format!("-10m open-case alias=Anna {age}; +0 insert {device} {place} override_reason=r as=i")
}

fn assert_met(bench: &Bench, expected: &str, what: &str) {
    assert_eq!(expect::problems(bench, expected), Vec::<String>::new(), "{what}");
}

#[test]
fn every_device_starts_with_a_day() {
    for (device, age, place) in DEVICES {
        table(
            &placed(age, device, place),
            &[(device, "", "limit +24h certain plain, dwell-limit +24h every=+24h")],
        );
    }
    table(
        &placed("age_years=40", "other", "proximal-tibia left"),
        &[("unknown device", "", "limit +24h unknown-device plain")],
    );
}

#[test]
fn what_is_not_known_counts_as_the_strictest_and_says_why() {
    for (device, _, place) in DEVICES {
        table(
            &placed("", device, place),
            &[(device, "", "limit +24h unknown-age plain")],
        );
    }
    for (age, device, place) in [
        ("age_years=11", "fast1", "sternum midline"),
        ("age_years=11", "big-adult", "proximal-tibia left"),
        ("age_years=12", "big-paediatric", "proximal-tibia left"),
        ("age_years=2", "nio-paediatric", "proximal-tibia left"),
        ("age_years=3", "nio-infant", "proximal-tibia left"),
    ] {
        table(
            &placed(age, device, place),
            &[(device, "", "limit +24h not-cleared plain")],
        );
    }
    // A hospital gives FAST1 72 h outright: only those it is certainly cleared for have them.
    for (age, expected) in [
        ("age_years=40", "limit +72h certain"),
        ("age_years=12", "limit +72h certain"),
        ("age_band=12-or-over", "limit +72h certain"),
        ("age_years=11", "limit +24h not-cleared"),
        ("age_band=under-12", "limit +24h not-cleared"),
        ("", "limit +24h unknown-age"),
    ] {
        let bench = Bench::with_policy(r#"{"limit.fast1":72}"#, &placed(age, "fast1", "sternum midline"));
        assert_met(&bench, expected, age);
    }
    // The strictest of all devices counts for one that is not known.
    for (parameters, expected) in [
        (r#"{"limit.manual":12}"#, "limit +12h unknown-device"),
        (r#"{"limit.other":72}"#, "limit +24h unknown-device"),
        (r#"{"limit.other":12}"#, "limit +12h unknown-device"),
        (r#"{"limit.fast1":72}"#, "limit +24h unknown-device"),
    ] {
        let bench = Bench::with_policy(parameters, &placed("age_years=40", "other", "proximal-tibia left"));
        assert_met(&bench, expected, parameters);
    }
}

#[test]
fn a_policy_sets_the_limit_within_12_and_72_hours() {
    for (device, age, place) in DEVICES {
        for hours in [12, 36, 72] {
            let bench = Bench::with_policy(&format!(r#"{{"limit.{device}":{hours}}}"#), &placed(age, device, place));
            assert_met(&bench, &format!("limit +{hours}h certain plain from:policy"), device);
        }
        for (name, value) in [
            ("limit", "11"),
            ("limit", "73"),
            ("ceiling", "11"),
            ("ceiling", "73"),
            ("limit", "null"),
        ] {
            let policy = format!(r#"{{"id":"h","version":1,"parameters":{{"{name}.{device}":{value}}}}}"#);
            let refused = support::shipped().check(&policy).unwrap_err().to_string();
            assert!(refused.contains("12") && refused.contains("72"), "{refused}");
        }
        let other = Bench::with_policy(r#"{"limit.ez-io":48}"#, &placed(age, device, place));
        let expected = if *device == "ez-io" { "limit +48h" } else { "limit +24h" };
        assert_met(&other, expected, "another device's policy");
    }
}

#[test]
fn an_extension_goes_up_to_the_ceiling_of_device_and_age() {
    for (device, age, place, ceiling) in [
        ("ez-io", "age_years=40", "proximal-tibia left", Some(48)),
        ("ez-io", "age_years=12", "proximal-tibia left", Some(48)),
        ("ez-io", "age_band=12-or-over", "proximal-tibia left", Some(48)),
        ("ez-io", "age_years=11", "proximal-tibia left", None),
        ("ez-io", "age_months=143", "proximal-tibia left", None),
        ("ez-io", "age_band=under-12", "proximal-tibia left", None),
        ("ez-io", "", "proximal-tibia left", None),
        ("fast1", "age_years=12", "sternum midline", Some(72)),
        ("fast1", "age_years=11", "sternum midline", None),
        ("fast1", "", "sternum midline", None),
        ("sam-io", "age_years=40", "proximal-tibia left", None),
        ("bd-io", "age_years=40", "proximal-tibia left", None),
        ("piper-go-io", "age_years=40", "proximal-tibia left", None),
        ("big-adult", "age_years=40", "proximal-tibia left", None),
        ("big-paediatric", "age_years=8", "proximal-tibia left", None),
        ("nio-adult", "age_years=40", "proximal-tibia left", None),
        ("nio-paediatric", "age_years=8", "proximal-tibia left", None),
        ("nio-infant", "age_years=1", "proximal-tibia left", None),
        ("manual", "age_years=40", "proximal-tibia left", None),
        ("other", "age_years=40", "proximal-tibia left", None),
    ] {
        let before = placed(age, device, place);
        let mut bench = Bench::play(&before);
        let asked = bench.attempt("+1h extend 30 'no vein' 'Dr Lee'");
        assert_eq!(asked.is_ok(), ceiling.is_some(), "{device} {age}");
        // From elsewhere it is taken, and cut.
        let cut = format!("limit +{}h", ceiling.unwrap_or(24));
        table(&before, &[("cut to the ceiling", "+1h extend! 200 a b", &cut)]);
    }
}

#[test]
fn the_last_unstruck_extension_holds_as_things_stand_now() {
    let ez_io = placed("age_years=40", "ez-io", "proximal-tibia left");
    table(
        &ez_io,
        &[
            (
                "counts from the insertion",
                "+20h extend 36 a b",
                "limit +36h extended from:manufacturer",
            ),
            ("the last", "+1h extend 48 a b; +2h extend 30 a b", "limit +30h"),
            (
                "by when it was decided",
                "+2h extend 30 a b; +1h extend 48 a b",
                "limit +30h",
            ),
            (
                "that is not struck",
                "+1h extend 36 a b; +2h extend 48 a b as=e; +3h strike of=e",
                "limit +36h",
            ),
            (
                "none left",
                "+1h extend 36 a b as=e; +3h strike of=e",
                "limit +24h plain",
            ),
            (
                "amended",
                "+1h extend 36 a b as=e; +3h amend of=e to_hours=40",
                "limit +40h",
            ),
            ("decided past the limit", "+30h extend 48 a b", "limit +48h"),
            (
                "before the insertion it does nothing",
                "-1m extend! 48 a b",
                "limit +24h plain",
            ),
            ("at the insertion's own time it does", "+0 extend 48 a b", "limit +48h"),
            ("the removal ends it", "+1h extend 48 a b; +30h remove", "limit -"),
        ],
    );
    table(
        &format!("{ez_io}; +1h extend 48 a b"),
        &[
            (
                "the device corrected to one with no ceiling",
                "+30h amend of=i device=sam-io",
                "limit +24h plain, R1 red, dwell-limit +24h long-overdue",
            ),
            (
                "the device corrected to unknown",
                "+30h amend of=i device=other",
                "limit +24h unknown-device",
            ),
            (
                "the age corrected to below it",
                "+30h update-patient age_years=11",
                "limit +24h, R1 red",
            ),
            (
                "and back",
                "+30h update-patient age_years=11; +31h update-patient age_years=12",
                "limit +48h",
            ),
            (
                "the policy lowers the ceiling: cut, even into the past",
                r#"+40h move-policy {"id":"h","version":2,"parameters":{"ceiling.ez-io":36}}"#,
                "limit +36h extended, R1 red, dwell-limit +36h long-overdue",
            ),
            (
                "the policy raises the ceiling: what was asked for stays",
                r#"+40h move-policy {"id":"h","version":2,"parameters":{"ceiling.ez-io":72}}"#,
                "limit +48h",
            ),
            (
                "the insertion corrected to an hour earlier",
                "+30h amend of=i at=-8m",
                "limit +47h52m",
            ),
        ],
    );
    let bench = Bench::with_policy(
        r#"{"ceiling.sam-io":36}"#,
        &format!(
            "{}; +1h extend 36 a b",
            placed("age_years=40", "sam-io", "proximal-tibia left")
        ),
    );
    assert_met(
        &bench,
        "limit +36h extended from:policy",
        "a ceiling that a policy sets",
    );
    let bench = Bench::with_policy(r#"{"limit.ez-io":36}"#, &format!("{ez_io}; +1h extend 40 a b"));
    assert_met(&bench, "limit +40h extended", "beyond a limit that a policy sets");
}

#[test]
fn when_sources_disagree_about_an_insertion_the_earliest_counts() {
    let mut there = Bench::new();
    there.case = support::script::case_id(2);
    there.run("-2h open-case alias=Anna age_years=40; -1h insert ez-io proximal-tibia left");
    let link = |basis: &str| {
        let mut here = Bench::new();
        here.neighbours = vec![there.neighbour()];
        here.run(&format!(
            "{}; +1m link case:2 {basis}",
            placed("age_years=40", "ez-io", "proximal-tibia left")
        ));
        here
    };
    assert_met(
        &link("same-insertion"),
        "limit +23h, dwell-warning-4h +19h, dwell-limit +23h",
        "linked as one insertion",
    );
    assert_met(&link("same-patient"), "limit +24h", "linked as one patient");
    let mut unlinked = link("same-insertion");
    unlinked.run("+2m unlink case:2 same-insertion");
    assert_met(&unlinked, "limit +24h", "unlinked");
}

#[test]
fn no_limit_runs_before_an_insertion_after_the_removal_or_in_a_closed_case() {
    table(
        "-10m open-case alias=Anna age_years=40",
        &[
            ("before", "", "limit -"),
            ("in", "+0 insert ez-io proximal-tibia left", "limit +24h"),
            ("out", "+0 insert ez-io proximal-tibia left; +1h remove", "limit -"),
            (
                "in again, the removal struck",
                "+0 insert ez-io proximal-tibia left; +1h remove as=r; +2h strike of=r",
                "limit +24h",
            ),
            (
                "ended",
                "+0 insert ez-io proximal-tibia left; +1h end-case died in",
                "limit -",
            ),
        ],
    );
}
