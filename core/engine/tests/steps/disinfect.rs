//! The disinfection, and the flush that a policy may switch on.

use crate::support::{ADULT, Bench, expect, table};

#[test]
fn it_first_counts_from_the_insertion_where_an_antiseptic_is_on_record() {
    for (with, due) in [
        ("antiseptic=chlorhexidine", "disinfect +5h every=+5h"),
        ("", "disinfect +30m every=+30m"),
        ("antiseptic='  '", "disinfect +30m every=+30m"),
    ] {
        let script = format!("-10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left {with} as=i");
        table(&script, &[("from the insertion, or at 30 min", "", due)]);
    }
    table(
        "-10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left as=i",
        &[
            (
                "an antiseptic filled in later counts from the insertion",
                "+1h amend of=i antiseptic=iodine",
                "disinfect +5h every=+5h",
            ),
            ("one done at the insertion's own time", "+0 disinfect", "disinfect +5h"),
            (
                "one before the insertion does not count",
                "-1ms disinfect now=+1m",
                "disinfect +30m",
            ),
            (
                "after the first it is 5 h",
                "+40m disinfect",
                "disinfect +5h40m every=+5h",
            ),
        ],
    );
}

#[test]
fn it_counts_from_the_last_one_actually_done() {
    table(
        ADULT,
        &[
            (
                "from the last one",
                "+4h disinfect; +9h30m disinfect",
                "disinfect +14h30m every=+5h",
            ),
            ("by when it was done", "+4h disinfect; +1h disinfect", "disinfect +9h"),
            (
                "a struck one counts for nothing",
                "+4h disinfect as=d; +4h1m strike of=d",
                "disinfect +5h",
            ),
            (
                "a reinstated one counts again",
                "+4h disinfect as=d; +4h1m strike of=d; +4h2m reinstate of=d",
                "disinfect +9h",
            ),
            (
                "an amended time",
                "+4h disinfect as=d; +4h1m amend of=d at=+3h",
                "disinfect +8h",
            ),
            (
                "a check, a dressing, a removal antiseptic do not end it",
                "+1h look; +1h dressing gauze; +1h removal-antiseptic iodine",
                "disinfect +5h",
            ),
            (
                "infusing and consciousness do not change it",
                "+1h start-product a; +1h update-patient consciousness=sedated",
                "disinfect +5h",
            ),
            ("missed ones are one task", "+16h note x", "disinfect +5h"),
            ("the removal ends it", "+6h remove", "disinfect -"),
        ],
    );
}

#[test]
fn a_policy_moves_it_within_its_bounds() {
    for (minutes, due) in [(180, "disinfect +3h every=+3h"), (720, "disinfect +12h every=+12h")] {
        let bench = Bench::with_policy(&format!(r#"{{"disinfect.every":{minutes}}}"#), ADULT);
        assert_eq!(expect::problems(&bench, due), Vec::<String>::new());
    }
}

#[test]
fn the_flush_is_off_until_a_policy_sets_it() {
    table(
        ADULT,
        &[
            ("off", "", "flush -"),
            (
                "off while nothing runs, too",
                "+1h start-product a; +2h stop-product a",
                "flush -",
            ),
        ],
    );
    for (name, script, expected) in [
        ("4 h after the insertion", "", "flush +4h every=+4h"),
        ("from the last flush", "+1h flush", "flush +5h"),
        ("a blocked flush is one, too", "+1h flush blocked=true", "flush +5h"),
        (
            "gone while something runs",
            "+1h start-product a",
            "flush - | @+9h flush -",
        ),
        (
            "gone while one of two runs",
            "+1h start-product a; +1h start-product b; +2h stop-product a",
            "flush -",
        ),
        (
            "from when the last product stopped",
            "+1h start-product a; +2h stop-product a",
            "flush +6h every=+4h",
        ),
        (
            "of two, from when the last stopped",
            "+1h start-product a; +1h start-product b; +2h stop-product a; +3h stop-product b",
            "flush +7h every=+4h",
        ),
        (
            "a flush between the two ends does not count from then",
            "+1h start-product a; +1h start-product b; +2h stop-product a; +2h30m flush; +3h stop-product b; +4h flush",
            "flush +8h every=+4h",
        ),
        ("a single dose is nothing that runs", "+1h give-product a", "flush +4h"),
        (
            "back an hour after a skip",
            "+4h skip flush away",
            "flush +5h every=+1h",
        ),
        ("the removal ends it", "+1h remove", "flush -"),
    ] {
        let bench = Bench::with_policy(r#"{"flush.every":240}"#, &format!("{ADULT}; {script}"));
        assert_eq!(expect::problems(&bench, expected), Vec::<String>::new(), "{name}");
    }
}
