//! How a case went, in words: one line a turn, one line a time that a flag was open.
//!
//! `site-check +1h late done +1h10m` fell due at +1h, was late when it was done at +1h10m; `x` stands for what ended
//! it without doing it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/mod.rs"]
mod support;

use marrow_engine::course::{Course, How};
use support::{ADULT, Bench, T0, show};

fn turns(course: &Course, step: &str) -> Vec<String> {
    let of_step = course.turns.iter().filter(|turn| turn.step == step);
    of_step
        .map(|turn| {
            let ended = turn.ended.map_or("open".to_owned(), |ended| {
                let how = match ended.how {
                    How::Done => "done",
                    How::Skipped => "skipped",
                    How::NotDone => "x",
                };
                format!("{how} {}", show(ended.at - T0))
            });
            format!("{} {} {ended}", show(turn.due_at - T0), turn.status.word())
        })
        .collect()
}

fn raised(course: &Course, rule: &str) -> Vec<String> {
    let of_rule = course.raised.iter().filter(|raised| raised.rule == rule);
    of_rule
        .map(|raised| {
            let until = raised.until.map_or("open".to_owned(), |until| show(until - T0));
            let because: Vec<&str> = raised.because.iter().map(|because| because.key).collect();
            let from = show(raised.from - T0);
            format!("{} {from} to {until}: {}", raised.severity.word(), because.join(", "))
        })
        .collect()
}

/// Script, now, step or rule, what is told of it.
type Row<'r> = (&'r str, i64, &'r str, &'r [&'r str]);

fn table(rows: &[Row<'_>]) {
    for (script, hours, of, expected) in rows {
        let bench = Bench::play(&format!("{ADULT}; {script}"));
        let course = bench.course('A', hours * 3_600_000);
        let told = if of.starts_with('R') {
            raised(&course, of)
        } else {
            turns(&course, of)
        };
        assert_eq!(told, *expected, "{script} at {hours} h: {of}");
    }
}

#[test]
fn a_turn_ends_by_what_does_it_by_a_skip_or_by_something_else() {
    table(&[
        ("", 1, "site-check", &["+2h upcoming open"]),
        ("", 3, "site-check", &["+2h long-overdue open"]),
        (
            "+1h look; +3h20m look; +7h50m look",
            8,
            "site-check",
            &[
                "+2h upcoming done +1h",
                "+3h late done +3h20m",
                "+5h20m long-overdue done +7h50m",
                "+9h50m upcoming open",
            ],
        ),
        (
            "+2h5m skip site-check away; +2h50m look",
            3,
            "site-check",
            &[
                "+2h due skipped +2h5m",
                "+2h35m overdue done +2h50m",
                "+4h50m upcoming open",
            ],
        ),
        // What is moved before it falls due was never asked for.
        (
            "+1h30m transfer; +1h35m look",
            2,
            "site-check",
            &["+1h30m late done +1h35m", "+3h35m upcoming open"],
        ),
        ("+7h remove", 8, "disinfect", &["+5h overdue x +7h"]),
        // It would have been due later than the end.
        ("+4h remove", 5, "disinfect", &[]),
        // At the very end it was not asked for either; a millisecond later it was.
        ("+5h remove", 6, "disinfect", &[]),
        ("+5h+1ms remove", 6, "disinfect", &["+5h due x +5h1ms"]),
        (
            "+3h venous-access central; +4h remove",
            5,
            "access-review",
            &["+2h long-overdue x +3h"],
        ),
        (
            "+3h venous-access central; +4h remove",
            5,
            "remove-after-access",
            &["+3h long-overdue done +4h"],
        ),
        (
            "+3h venous-access central; +3h10m venous-access-lost",
            4,
            "remove-after-access",
            &["+3h due x +3h10m"],
        ),
        // What a vein had ended goes on where it is lost again.
        (
            "+2h1m venous-access central; +2h2m venous-access-lost",
            3,
            "access-review",
            &["+2h long-overdue open"],
        ),
        ("+3h remove", 4, "dwell-limit", &["+24h upcoming done +3h"]),
        ("+25h remove", 26, "dwell-limit", &["+24h long-overdue done +25h"]),
        (
            "+13h acknowledge removal-target",
            14,
            "removal-target",
            &["+12h due done +13h"],
        ),
    ]);
}

#[test]
fn a_compression_is_judged_by_when_it_was_begun() {
    table(&[
        (
            "+2h remove; +2h3m start-compression; +2h9m end-compression true",
            3,
            "compression",
            &["+2h due done +2h9m"],
        ),
        (
            "+2h remove; +2h3m start-compression; +2h5m end-compression true; +2h6m start-compression; +2h12m end-compression true",
            3,
            "compression",
            &["+2h due x +2h5m", "+2h5m due done +2h12m"],
        ),
    ]);
}

#[test]
fn a_corrected_or_struck_entry_is_told_as_it_stands_now() {
    table(&[
        (
            "+2h30m look as=it; +4h strike of=it reason=error",
            4,
            "site-check",
            &["+2h long-overdue open"],
        ),
        (
            "+2h30m look as=it; +4h amend of=it at=+2h5m reason=misread",
            4,
            "site-check",
            &["+2h due done +2h5m", "+4h5m upcoming open"],
        ),
    ]);
}

#[test]
fn flags_are_told_from_when_they_were_raised_to_when_they_cleared() {
    table(&[
        (
            "+1h look tense=true; +2h look tense=true swelling=true; +3h look tense=false swelling=false",
            4,
            "R8",
            &["red +1h to +3h: tense"],
        ),
        (
            "+1h look tense=true; +2h look tense=true swelling=true; +3h look tense=false swelling=false",
            4,
            "R9",
            &["red +2h to +3h: swelling"],
        ),
        // Time alone raises, changes and ends them.
        (
            "",
            25,
            "R1",
            &[
                "note +20h to +23h: limit-near",
                "amber +23h to +24h: limit-near",
                "red +24h to open: limit-passed",
            ],
        ),
        ("+22h remove", 25, "R1", &["note +20h to +22h: limit-near"]),
        (
            "+1h give-handover to=x; +2h accept-handover by_word=true",
            3,
            "R24",
            &["amber +1h15m to +2h: handover-waits"],
        ),
        (
            "+3h venous-access central; +4h remove",
            5,
            "R7",
            &["amber +3h to +4h: vein-and-needle"],
        ),
    ]);
    let course = Bench::play(&format!("{ADULT}; +1h look tense=true; +2h look tense=false")).course('A', 3 * 3_600_000);
    let limb = course.raised.iter().find(|raised| raised.rule == "R8").unwrap();
    assert_eq!((limb.raised_by.as_slice(), limb.cleared_by), ([2].as_slice(), Some(3)));
}

#[test]
fn each_moment_is_judged_by_the_policy_in_force_at_it() {
    let mut bench = Bench::new();
    bench.policy = Some(r#"{"id":"h","version":1,"parameters":{"disinfect.every":600}}"#.to_owned());
    bench.run(&format!(
        r#"{ADULT}; +9h disinfect; +10h move-policy {{"id":"h","version":2,"parameters":{{"disinfect.every":180}}}}; +11h disinfect"#
    ));
    let told = turns(&bench.course('A', 12 * 3_600_000), "disinfect");
    assert_eq!(
        told,
        [
            "+10h upcoming done +9h",
            "+12h upcoming done +11h",
            "+14h upcoming open"
        ]
    );
}
