//! R18, R19, R23 and R25: taking it out, pressing, and closing the case.

use crate::support::{ADULT, OUT, table};

#[test]
fn r18_the_tip_or_resistance_at_the_removal() {
    table(
        ADULT,
        &[
            (
                "the tip is not whole",
                "+2h remove tip_intact=false as=r",
                "R18 red tip-not-whole",
            ),
            ("resistance", "+2h remove resistance=true", "R18 red removal-resistance"),
            (
                "both",
                "+2h remove resistance=true tip_intact=false",
                "R18 red tip-not-whole removal-resistance",
            ),
            ("neither", "+2h remove resistance=false tip_intact=true", "R18 -"),
            ("not told", "+2h remove", "R18 -"),
            (
                "nothing clears it",
                "+2h remove tip_intact=false; +2h1m start-compression; +2h6m end-compression true; +9h look-out",
                "R18 red",
            ),
            (
                "not even the end",
                "+2h remove tip_intact=false; +3h end-case 'left our care' out",
                "R18 red",
            ),
            (
                "a struck removal never was",
                "+2h remove tip_intact=false as=r; +3h strike of=r",
                "R18 -",
            ),
        ],
    );
}

#[test]
fn r19_how_the_last_compression_ended() {
    table(
        &format!("{ADULT}; +2h remove; +2h1m start-compression"),
        &[
            ("while it runs", "", "R19 -"),
            ("long enough", "+2h6m end-compression true", "R19 -"),
            (
                "too short",
                "+2h6m-1ms end-compression true",
                "R19 amber compression-too-short",
            ),
            (
                "still bleeding",
                "+2h9m end-compression false",
                "R19 amber compression-still-bleeding",
            ),
            (
                "early and dry",
                "+2h3m end-compression true reason",
                "R19 note compression-early-dry",
            ),
            (
                "one that counts",
                "+2h3m end-compression true; +2h4m start-compression; +2h9m end-compression true",
                "R19 -",
            ),
            (
                "one that counts after one early and dry",
                "+2h3m end-compression true r; +2h4m start-compression; +2h9m end-compression true",
                "R19 -",
            ),
            (
                "a new start does not clear it",
                "+2h3m end-compression true; +2h4m start-compression",
                "R19 amber",
            ),
            (
                "nor does a check",
                "+2h3m end-compression true; +2h20m look-out",
                "R19 amber",
            ),
        ],
    );
}

#[test]
fn r25_no_antiseptic_in_the_hour_before() {
    table(
        ADULT,
        &[
            ("none", "+2h remove", "R25 note no-removal-antiseptic"),
            ("an hour before", "+1h removal-antiseptic iodine; +2h remove", "R25 -"),
            (
                "longer ago",
                "+1h-1ms removal-antiseptic iodine; +2h remove",
                "R25 note",
            ),
            ("at its very time", "+2h removal-antiseptic iodine; +2h remove", "R25 -"),
            ("after it", "+2h remove; +2h1ms removal-antiseptic iodine", "R25 note"),
            (
                "typed after it, done before",
                "+2h remove; +119m removal-antiseptic iodine",
                "R25 -",
            ),
            ("not when it came out by itself", "+2h remove came_out=true", "R25 -"),
            (
                "a disinfection is not that step",
                "+119m disinfect iodine; +2h remove",
                "R25 note",
            ),
            ("never cleared", "+2h remove; +9h look-out", "R25 note"),
        ],
    );
}

#[test]
fn r23_what_the_record_lacks_at_the_sign_off() {
    let signed = |insert: &str, remove: &str, sign: &str| {
        format!(
            "-10m open-case alias=Anna age_years=40; +0 insert! {insert} as=i; +2h remove {remove} as=r; \
             +2h1m start-compression; +2h6m end-compression true; +9h look-out; +10h sign-off {sign} as=s"
        )
    };
    let whole = "device=ez-io site=proximal-tibia side=left inserted_by=Lee";
    for (insert, remove, sign, expected) in [
        (whole, "tip_intact=true", "advice_given=true", "R23 -"),
        (whole, "tip_intact=false", "advice_given=true", "R23 -"),
        (whole, "", "advice_given=true", "R23 note missing-tip"),
        (whole, "tip_intact=true", "", "R23 note missing-advice"),
        (
            whole,
            "tip_intact=true",
            "advice_given=false",
            "R23 note missing-advice",
        ),
        (
            "device=ez-io site=proximal-tibia",
            "tip_intact=true",
            "advice_given=true",
            "R23 note missing-side",
        ),
        (
            "device=ez-io side=left",
            "tip_intact=true",
            "advice_given=true",
            "R23 note missing-site",
        ),
        (
            "site=proximal-tibia side=left",
            "tip_intact=true",
            "advice_given=true",
            "R23 note missing-device",
        ),
        (
            "site=proximal-tibia",
            "",
            "",
            "R23 note missing-device missing-side missing-tip missing-advice",
        ),
    ] {
        table(&signed(insert, remove, sign), &[("at the sign-off", "", expected)]);
    }
    table(
        &signed(whole, "", "advice_given=true"),
        &[
            ("the tip filled in later", "+11h amend of=r tip_intact=true", "R23 -"),
            (
                "nothing at an end that is no sign-off",
                "+11h strike of=s; +11h end-case died out",
                "R23 -",
            ),
            ("nothing while the case is open", "+11h strike of=s", "R23 -"),
        ],
    );
    table(OUT, &[("nothing before the sign-off", "", "R23 -")]);
}

#[test]
fn r23_clears_when_the_advice_is_filled_in() {
    table(
        &format!("{OUT}; +9h look-out; +10h sign-off as=s"),
        &[
            ("missing", "", "R23 note missing-advice"),
            ("filled in", "+11h amend of=s advice_given=true", "R23 -"),
        ],
    );
}
