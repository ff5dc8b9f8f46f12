//! R9 and R10: suspected extravasation, and signs of infection.

use crate::support::{ADULT, OUT, table};

#[test]
fn r9_suspected_extravasation() {
    table(
        ADULT,
        &[
            ("swelling", "+1h check swelling=true", "R9 red swelling"),
            ("leak", "+1h check leak=true", "R9 red leak"),
            (
                "resistance to a flush at a check",
                "+1h check flush=resistance",
                "R9 red flush-resistance",
            ),
            ("a blocked flush at a check", "+1h check flush=blocked", "R9 red"),
            (
                "resistance to a flush",
                "+1h flush resistance=true",
                "R9 red flush-resistance",
            ),
            ("a blocked flush", "+1h flush blocked=true", "R9 red"),
            ("flow stopped", "+1h check flow=stopped", "R9 red flow-stopped"),
            (
                "swelling at a failed try's bone",
                "+1h check failed_site_swelling=true",
                "R9 red failed-site-swelling",
            ),
            ("slow flow is none", "+1h check flow=slow", "R9 -"),
            (
                "all looked at and absent",
                "+1h check swelling=false leak=false flush=free flow=good failed_site_swelling=false; +2h flush",
                "R9 -",
            ),
            (
                "after the removal, too",
                "+1h remove; +2h check swelling=true",
                "R9 red",
            ),
        ],
    );
}

#[test]
fn r9_clears_when_a_later_check_finds_it_absent() {
    for (raised, absent) in [
        ("check swelling=true", "swelling=false"),
        ("check leak=true", "leak=false"),
        ("check flush=resistance", "flush=free"),
        ("flush blocked=true", "flush=free"),
        ("check flow=stopped", "flow=good"),
        ("check failed_site_swelling=true", "failed_site_swelling=false"),
    ] {
        let before = format!("{ADULT}; +1h {raised} as=c");
        let cleared = format!("+2h check {absent}");
        table(
            &before,
            &[
                ("found absent", &cleared, "R9 -"),
                ("not looked at", "+2h look", "R9 red"),
                ("struck", "+2h strike of=c", "R9 -"),
            ],
        );
    }
    table(
        ADULT,
        &[
            (
                "one of two is left",
                "+1h check swelling=true leak=true; +2h check leak=false",
                "R9 red swelling",
            ),
            (
                "not assessed clears nothing",
                "+1h check swelling=true; +2h look not_assessed=[swelling] not_assessed_reason=dressing",
                "R9 red",
            ),
            (
                "a free flush is no check",
                "+1h flush blocked=true; +2h flush",
                "R9 red",
            ),
            (
                "a stop of the product is none",
                "+1h check swelling=true; +2h start-product a; +3h stop-product a",
                "R9 red",
            ),
        ],
    );
    table(
        &format!("{ADULT}; +1h flush blocked=true; +1h check flow=stopped; +2h remove"),
        &[
            (
                "what the device showed stays after the removal",
                "",
                "R9 red flush-resistance flow-stopped",
            ),
            (
                "until a check finds no swelling",
                "+2h15m look-out swelling=false",
                "R9 -",
            ),
            (
                "one that does not look for it clears nothing",
                "+2h15m look-out",
                "R9 red",
            ),
        ],
    );
}

#[test]
fn r10_think_of_infection() {
    table(
        ADULT,
        &[
            ("redness", "+1h check redness=true", "R10 amber redness"),
            ("warmth", "+1h check warmth=true", "R10 amber warmth"),
            ("discharge", "+1h check discharge=true", "R10 amber discharge"),
            (
                "moderate inflammation",
                "+1h check inflammation=moderate",
                "R10 amber inflammation",
            ),
            ("severe inflammation", "+1h check inflammation=severe", "R10 amber"),
            (
                "mild inflammation alone",
                "+1h check inflammation=mild",
                "R10 note inflammation",
            ),
            ("38 °C alone", "+1h check body_temp_c=38", "R10 note temperature"),
            ("just below", "+1h check body_temp_c=37.99", "R10 -"),
            (
                "new pain alone",
                "+1h check pain=0; +2h check pain=1",
                "R10 note pain-new",
            ),
            (
                "pain that was always there is not new",
                "+1h check pain=4; +2h check pain=5",
                "R10 -",
            ),
            (
                "a note with something amber is amber",
                "+1h check body_temp_c=39 redness=true",
                "R10 amber redness temperature",
            ),
            (
                "and a note again without it",
                "+1h check body_temp_c=39 redness=true; +2h check redness=false",
                "R10 note temperature",
            ),
            (
                "all absent",
                "+1h check redness=false warmth=false discharge=false inflammation=none body_temp_c=36.8 pain=0",
                "R10 -",
            ),
            (
                "after the removal, too",
                "+1h remove; +2h check redness=true",
                "R10 amber",
            ),
        ],
    );
}

#[test]
fn r10_clears_when_a_later_check_finds_it_absent() {
    for (raised, absent, still) in [
        ("redness=true", "redness=false", "R10 amber"),
        ("warmth=true", "warmth=false", "R10 amber"),
        ("discharge=true", "discharge=false", "R10 amber"),
        ("inflammation=severe", "inflammation=none", "R10 amber"),
        ("body_temp_c=38.4", "body_temp_c=37.9", "R10 note"),
    ] {
        let before = format!("{ADULT}; +1h check {raised} as=c");
        let cleared = format!("+2h check {absent}");
        table(
            &before,
            &[
                ("found absent", &cleared, "R10 -"),
                ("not looked at", "+2h check firm=true pulse=strong", still),
                ("struck", "+2h strike of=c", "R10 -"),
            ],
        );
    }
    table(
        ADULT,
        &[
            (
                "new pain, gone",
                "+1h check pain=0; +2h check pain=1; +3h check pain=0",
                "R10 -",
            ),
            (
                "new pain that stays",
                "+1h check pain=0; +2h check pain=1; +3h check pain=1",
                "R10 note",
            ),
            (
                "inflammation gone down to mild",
                "+1h check inflammation=severe; +2h check inflammation=mild",
                "R10 note",
            ),
        ],
    );
    table(
        OUT,
        &[(
            "and after the removal",
            "+3h check discharge=true; +4h check discharge=false",
            "R10 -",
        )],
    );
}

/// "No inflammation" grades redness, warmth and discharge together; any other grade says nothing of them.
#[test]
fn r10_is_cleared_by_a_grade_of_none_and_by_no_other() {
    for raised in ["redness=true", "warmth=true", "discharge=true"] {
        let before = format!("{ADULT}; +1h check {raised}");
        table(
            &before,
            &[
                ("no grade", "+2h check pain=0", "R10 amber"),
                ("a grade above none", "+2h check inflammation=mild", "R10 amber"),
                ("a grade of none", "+2h check inflammation=none", "R10 -"),
                (
                    "a grade of none and redness",
                    "+2h check inflammation=none redness=true",
                    "R10 amber",
                ),
            ],
        );
    }
}

#[test]
fn r10_new_pain_clears_with_no_pain_and_not_with_less() {
    table(
        ADULT,
        &[
            (
                "less",
                "+1h look pain=0; +2h look pain=1; +3h look pain=1",
                "R10 note pain-new",
            ),
            ("none", "+1h look pain=0; +2h look pain=1; +3h look pain=0", "R10 -"),
        ],
    );
}
