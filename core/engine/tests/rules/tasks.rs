//! R14, R20 and R24: what is left undone, what the phone says, and a handover that waits.

use marrow_engine::flags::Phone;

use crate::support::{ADULT, Bench, OUT, expect, table};

#[test]
fn r14_two_skips_in_a_row() {
    table(
        ADULT,
        &[
            ("one skip", "+2h skip site-check away", "R14:site-check -"),
            (
                "two",
                "+2h skip site-check away; +2h30m skip site-check away",
                "R14:site-check amber skipped-again",
            ),
            (
                "not in a row",
                "+2h skip site-check away; +2h10m look; +4h10m skip site-check away",
                "R14:site-check -",
            ),
            (
                "two since it was done",
                "+1h look; +3h skip site-check away; +3h30m skip site-check away",
                "R14:site-check amber skipped-again",
            ),
            (
                "of two, one at the very time it was done",
                "+2h skip site-check away; +2h look; +4h skip site-check away",
                "R14:site-check -",
            ),
            (
                "done",
                "+2h skip site-check away; +2h30m skip site-check away; +2h40m look",
                "R14:site-check -",
            ),
            (
                "an incomplete check does not do it",
                "+2h skip site-check away; +2h30m skip site-check away; +2h40m look pain=null",
                "R14:site-check amber",
            ),
            (
                "each step its own",
                "+2h skip site-check away; +2h30m skip access-review away",
                "R14:site-check -, R14:access-review -",
            ),
            (
                "of the disinfection",
                "+5h skip disinfect away; +6h skip disinfect away",
                "R14:disinfect amber",
            ),
            (
                "one of them struck",
                "+2h skip site-check away; +2h30m skip site-check away as=s; +2h31m strike of=s",
                "R14:site-check -",
            ),
        ],
    );
    table(
        OUT,
        &[
            (
                "of the checks after the removal",
                "+2h21m skip post-removal-check away; +2h36m skip post-removal-check away",
                "R14:post-removal-check amber",
            ),
            (
                "until one is done",
                "+2h21m skip post-removal-check away; +2h36m skip post-removal-check away; +3h6m look-out",
                "R14:post-removal-check -",
            ),
        ],
    );
}

#[test]
fn the_most_serious_first_then_by_number() {
    let bench = Bench::play(&format!(
        "{ADULT}; +1h look redness=true swelling=true tense=true breathless=true pain=not-assessable"
    ));
    let look = bench.look('A', 3_600_000);
    let order: Vec<(&str, &str)> = look.flags.iter().map(|f| (f.severity.word(), f.rule)).collect();
    let expected = [
        ("red", "R8"),
        ("red", "R9"),
        ("red", "R11"),
        ("amber", "R10"),
        ("note", "R13"),
    ];
    assert_eq!(order, expected);
}

#[test]
fn r14_a_whole_interval_passed() {
    table(
        ADULT,
        &[
            (
                "after it fell due",
                "",
                "@+4h-1ms R14:site-check - | @+4h R14:site-check amber interval-passed",
            ),
            (
                "of the interval as it is",
                "+1m update-patient consciousness=sedated",
                "@+2h-1ms R14:site-check - | @+2h R14:site-check amber",
            ),
            (
                "the disinfection",
                "",
                "@+10h-1ms R14:disinfect - | @+10h R14:disinfect amber",
            ),
            (
                "the first check",
                "",
                "@+1h-1ms R14:first-check - | @+1h R14:first-check amber",
            ),
            (
                "the review",
                "",
                "@+4h-1ms R14:access-review - | @+4h R14:access-review amber",
            ),
            ("done", "+4h30m look", "R14:site-check -"),
            (
                "not for what is due at once: the baseline",
                "",
                "@+9h R14:baseline-check -",
            ),
            ("a transfer", "+30m transfer", "@+9h R14:site-check -"),
            ("enough fluid", "+30m adequate-volume", "@+9h R14:access-review -"),
            ("a remove", "+30m access-review remove", "@+9h R14:removal -"),
            ("a vein", "+30m venous-access central", "@+9h R14:remove-after-access -"),
            (
                "the warnings",
                "",
                "@+30h R14:dwell-warning-4h -, R14:dwell-warning-1h -",
            ),
            (
                "the interval of a skip is its delay",
                "+2h skip site-check away",
                "@+3h-1ms R14:site-check - | @+3h R14:site-check amber",
            ),
        ],
    );
    table(
        OUT,
        &[
            (
                "a slot",
                "",
                "@+2h36m-1ms R14:post-removal-check - | @+2h36m R14:post-removal-check amber",
            ),
            (
                "not the compression",
                "+3h check bleeding=oozing",
                "@+9h R14:compression -",
            ),
        ],
    );
}

#[test]
fn r24_the_handover_was_not_accepted_in_time() {
    table(
        ADULT,
        &[
            (
                "after 15 min",
                "+1h give-handover to=x",
                "@+75m-1ms R24 - | @+75m R24 amber",
            ),
            (
                "accepted by word",
                "+1h give-handover to=x; +2h accept-handover by_word=true",
                "R24 -",
            ),
            (
                "accepted elsewhere",
                "+1h give-handover to=B; A>B; B +2h accept-handover; B>A",
                "R24 -",
            ),
            (
                "not by one that had not seen it",
                "A>B; +1h give-handover to=B; B +2h accept-handover; B>A",
                "R24 amber",
            ),
            (
                "given again",
                "+1h give-handover to=x; +70m give-handover to=y",
                "@+80m R24 - | @+85m R24 amber",
            ),
            (
                "after the removal, too",
                "+1h give-handover to=x; +2h remove",
                "R24 amber",
            ),
            (
                "the case ended",
                "+1h give-handover to=x; +2h end-case 'left our care' in",
                "R24 -",
            ),
        ],
    );
}

#[test]
fn r20_what_the_phone_says() {
    let quiet = Phone::default();
    for (phone, expected) in [
        (quiet, "R20 -"),
        (
            Phone {
                clock_jumped: true,
                ..quiet
            },
            "R20 amber clock-jumped",
        ),
        (
            Phone {
                time_uncertain: true,
                ..quiet
            },
            "R20 amber time-uncertain",
        ),
        (
            Phone {
                reminders_can_fail: true,
                ..quiet
            },
            "R20 amber reminders-can-fail",
        ),
        (
            Phone {
                storage_low: true,
                ..quiet
            },
            "R20 amber storage-low",
        ),
        (
            Phone {
                clock_jumped: true,
                storage_low: true,
                ..quiet
            },
            "R20 amber clock-jumped storage-low",
        ),
    ] {
        for before in [ADULT, OUT, "-10m open-case alias=Anna"] {
            let mut bench = Bench::play(before);
            bench.phone = phone;
            assert_eq!(expect::problems(&bench, expected), Vec::<String>::new());
            bench.run("+9h end-case died in");
            assert_eq!(
                expect::problems(&bench, "R20 -"),
                Vec::<String>::new(),
                "not in a closed case"
            );
        }
    }
}
