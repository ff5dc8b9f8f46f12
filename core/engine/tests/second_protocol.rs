//! A second protocol, a peripheral cannula's, runs on the same engine: nothing of the first one shows in it.
//!
//! How scripts and expectations are written stands in [`support`].

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use marrow_engine::entry::payload::Pin;
use marrow_engine::protocol::Protocols;
use support::{ADULT, Bench, expect, offset};

const DOCUMENT: &str = include_str!("protocols/peripheral-cannula.json");

/// The shipped protocols and the cannula's, which new cases follow.
static BOTH: LazyLock<Protocols> = LazyLock::new(|| Protocols::with("peripheral-cannula", 1, DOCUMENT));

const GROWN: &str = "-10m open-case alias=Anna age_years=40; +0 insert cannula forearm left";

fn play(script: &str) -> Bench {
    let mut bench = Bench::under(&BOTH);
    bench.run(script);
    bench
}

fn rows(before: &str, rows: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (name, script, expected) in rows {
        let bench = play(&format!("{before}; {script}"));
        wrong.extend(
            expect::problems(&bench, expected)
                .into_iter()
                .map(|p| format!("{name}: {p}")),
        );
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_site_check_is_four_hourly_and_hourly_in_children() {
    for (age, every) in [
        ("age_years=40", "+4h"),
        ("age_years=12", "+4h"),
        ("age_years=11", "+1h"),
        ("age_band=under-12", "+1h"),
        ("", "+1h"),
    ] {
        let before = format!("-10m open-case alias=Anna {age}; +0 insert cannula forearm left");
        rows(
            &before,
            &[(
                "from the insertion",
                "",
                &format!("look-at-cannula {every} every={every}"),
            )],
        );
    }
    rows(
        GROWN,
        &[
            (
                "from the last check",
                "+3h check bleeding=none pain=0 inflammation=none",
                "look-at-cannula +7h",
            ),
            (
                "an incomplete one does not count",
                "+3h check bleeding=none pain=0",
                "look-at-cannula +4h",
            ),
            (
                "a transfer makes it due at once",
                "+1h transfer",
                "look-at-cannula +1h every=+0",
            ),
            (
                "a skip brings it back in an hour",
                "+4h skip look-at-cannula away",
                "look-at-cannula +5h every=+1h",
            ),
            (
                "consciousness and infusions do not matter",
                "+1h start-product saline; +1h update-patient consciousness=sedated",
                "look-at-cannula +4h",
            ),
            (
                "a blocked flush does not either",
                "+1h flush blocked=true",
                "look-at-cannula +4h",
            ),
            (
                "late as its interval says",
                "",
                "@+4h24m-1ms look-at-cannula due | @+4h24m look-at-cannula late | @+5h look-at-cannula overdue",
            ),
        ],
    );
}

#[test]
fn the_review_can_say_remove() {
    rows(
        GROWN,
        &[
            ("due each day", "", "still-needed +24h every=+24h"),
            ("from the last", "+20h access-review keep", "still-needed +44h"),
            ("keep", "+20h access-review keep", "take-cannula-out -"),
            (
                "remove",
                "+20h access-review remove",
                "take-cannula-out +20h, still-needed -, three-days-in -",
            ),
            (
                "and keep after all",
                "+20h access-review remove; +21h access-review keep",
                "take-cannula-out -, still-needed +45h, three-days-in +72h",
            ),
        ],
    );
}

#[test]
fn three_days_in_a_warning_and_the_limit() {
    rows(
        GROWN,
        &[
            (
                "the target",
                "",
                "three-days-in +72h every=+72h | @+90h three-days-in due",
            ),
            ("acknowledged", "+72h acknowledge three-days-in", "three-days-in -"),
            ("reviewed", "+72h access-review keep", "three-days-in -"),
            ("the warning", "", "last-day +84h every=+0"),
            (
                "the limit",
                "",
                "limit +96h certain plain, cannula-limit +96h every=+96h",
            ),
            (
                "overdue at it, long overdue an hour later",
                "",
                "@+96h-1ms cannula-limit upcoming | @+96h cannula-limit overdue | @+97h cannula-limit long-overdue",
            ),
            (
                "its flag",
                "",
                "@+84h-1ms R1 - | @+84h R1 note | @+94h R1 amber | @+96h R1 red",
            ),
        ],
    );
    let mut bench = play(GROWN);
    assert_eq!(
        bench.attempt("+1h extend 120 a b").unwrap_err().rule,
        "R3",
        "no extension is foreseen"
    );
    for early_or_due in ["+1h", "+4h"] {
        let attempt = format!("{early_or_due} acknowledge look-at-cannula");
        assert_eq!(bench.attempt(&attempt).unwrap_err().rule, "not-acknowledgeable");
    }
    assert_eq!(
        bench.attempt("+25h skip still-needed away").unwrap_err().rule,
        "not-skippable"
    );
    assert_eq!(
        bench.attempt("+25h skip disinfect away").unwrap_err().rule,
        "unknown-step"
    );
}

#[test]
fn a_check_after_the_removal_and_then_it_is_closed() {
    rows(
        &format!("{GROWN}; +50h remove"),
        &[
            (
                "due half an hour after",
                "",
                "look-afterwards +50h30m every=+30m, close -, look-at-cannula -, cannula-limit -, limit -",
            ),
            (
                "ten minutes early will do",
                "+50h20m check bleeding=none pain=0 inflammation=none",
                "look-afterwards -, close +50h20m",
            ),
            (
                "eleven will not",
                "+50h19m check bleeding=none pain=0 inflammation=none",
                "look-afterwards +50h30m",
            ),
            (
                "skipped",
                "+50h30m skip look-afterwards refused",
                "look-afterwards -, close +50h30m",
            ),
            (
                "closed",
                "+50h30m check bleeding=none pain=0 inflammation=none; +51h sign-off",
                "close -, phase closed",
            ),
        ],
    );
    let mut bench = play(&format!("{GROWN}; +50h remove"));
    assert_eq!(bench.attempt("+51h sign-off").unwrap_err().rule, "slot-open");
}

#[test]
fn no_step_or_flag_of_the_first_protocol_appears() {
    let document: serde_json::Value = serde_json::from_str(DOCUMENT).unwrap();
    let steps: BTreeSet<&str> = document["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|s| s["id"].as_str())
        .collect();
    let flags: BTreeSet<&str> = document["flags"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|f| f.as_str())
        .collect();
    let eventful = format!(
        "{GROWN}; +1h start-product x vesicant; +2h flush blocked=true; +3h check swelling=true tense=true firm=false; \
         +4h venous-access central; +5h dressing occlusive; +6h give-handover to=x; +30h adequate-volume; \
         +31h update-patient mri_planned=true allergies=[iodine]; +32h disinfect iodine; +60h remove tip_intact=false; \
         +61h look-out bleeding=oozing"
    );
    let mut seen = BTreeSet::new();
    for until in 1..=eventful.split(';').count() {
        let script: Vec<&str> = eventful.split(';').take(until).collect();
        let bench = play(&script.join(";"));
        for after in ["+0", "+1h", "+25h", "+99h"] {
            let look = bench.look('A', bench.now() + offset(after));
            for task in &look.tasks {
                assert!(steps.contains(task.step.as_str()), "{}", task.step);
                seen.insert(task.step.clone());
            }
            for flag in &look.flags {
                assert!(flags.contains(flag.rule), "{}", flag.rule);
            }
        }
    }
    let expected = steps
        .iter()
        .filter(|s| **s != "take-cannula-out")
        .map(|s| (*s).to_owned())
        .collect();
    assert_eq!(seen, expected, "and every other one of its own does");
}

#[test]
fn both_protocols_live_side_by_side() {
    // A case that was opened under the first protocol keeps it on a phone whose new cases follow the second.
    let first = Bench::play(ADULT);
    let state = marrow_engine::fold::fold(first.case, first.all(), &BOTH);
    assert_eq!(
        (state.protocol.id.as_str(), state.foreign_protocol),
        ("io-aftercare", false)
    );
    let look = first.look_at(state, 0);
    assert_eq!(look.due("disinfect"), Some(offset("+5h")));
    // And one opened under the second says on a phone that does not know it that it cannot be read.
    let second = play(GROWN);
    let state = marrow_engine::fold::fold(second.case, second.all(), support::shipped());
    assert!(state.foreign_protocol);
    assert!(!second.look('A', 0).state.foreign_protocol);
}

#[test]
fn a_policy_is_laid_over_it_within_its_own_bounds() {
    let policy = |parameters: &str| {
        format!(r#"{{"id":"h","version":1,"protocol":"peripheral-cannula","parameters":{parameters}}}"#)
    };
    let mut bench = Bench::under(&BOTH);
    bench.policy = Some(policy(r#"{"limit.cannula":120,"site-check.every":480}"#));
    bench.run(GROWN);
    assert_eq!(
        expect::problems(&bench, "limit +120h from:policy, look-at-cannula +8h, last-day +108h"),
        Vec::<String>::new()
    );
    let refused = BOTH.check(&policy(r#"{"limit.cannula":200}"#)).unwrap_err().to_string();
    assert_eq!(refused, "limit.cannula may be 48 to 168 h, not 200");
    assert!(
        BOTH.check(&policy(r#"{"disinfect.every":300}"#)).is_err(),
        "no parameter of the first"
    );
    assert!(
        BOTH.check(r#"{"id":"h","version":1,"protocol":"io-aftercare"}"#)
            .is_err()
    );
    let pin = BOTH.pin(None);
    assert_eq!(
        pin,
        Pin {
            protocol: "peripheral-cannula".to_owned(),
            version: 1,
            policy: None
        }
    );
}
