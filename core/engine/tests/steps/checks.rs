//! The insertion to be recorded, the baseline check, the first check, and when a check counts.

use crate::support::{ADULT, BEFORE, table};

#[test]
fn an_insertion_is_due_from_the_opening_until_there_is_one() {
    table(
        BEFORE,
        &[
            (
                "due when the case was opened",
                "",
                "record-insertion -10m every=+0, phase awaiting",
            ),
            (
                "an insertion ends it",
                "+0 insert ez-io proximal-tibia left",
                "record-insertion -, phase dwelling",
            ),
            (
                "it is due again while the only insertion is struck",
                "+0 insert ez-io proximal-tibia left as=i; +5m strike of=i",
                "record-insertion -10m, phase awaiting, site-check -, limit -",
            ),
            (
                "a reinstated insertion ends it again",
                "+0 insert ez-io proximal-tibia left as=i; +5m strike of=i; +6m reinstate of=i",
                "record-insertion -, site-check +2h",
            ),
            (
                "nothing else does",
                "+0 attempt-failed proximal-tibia left; +1m look; +2m disinfect",
                "record-insertion -10m",
            ),
            (
                "nothing else is due before it",
                "",
                "baseline-check -, site-check -, disinfect -, access-review -, limit -",
            ),
        ],
    );
}

#[test]
fn the_baseline_check_is_due_at_the_insertion() {
    table(
        ADULT,
        &[
            ("due at the insertion", "", "baseline-check +0 every=+0"),
            ("a counting check ends it", "+1m look", "baseline-check -"),
            ("also at the insertion's own time", "+0 look", "baseline-check -"),
            ("an incomplete one does not", "+1m look pain=null", "baseline-check +0"),
            (
                "one before the insertion does not",
                "-1ms look now=+1m",
                "baseline-check +0",
            ),
            (
                "it is due again when that check is struck",
                "+1m look as=c; +2m strike of=c",
                "baseline-check +0",
            ),
            (
                "nothing but a check ends it",
                "+1m disinfect; +2m flush; +3m access-review keep",
                "baseline-check +0",
            ),
        ],
    );
}

#[test]
fn the_first_check_counts_from_a_quarter_of_an_hour_on() {
    table(
        ADULT,
        &[
            ("due at 30 min", "", "first-check +30m every=+30m"),
            (
                "a counting check at 15 min ends it",
                "+15m look",
                "first-check -, baseline-check -",
            ),
            (
                "a millisecond earlier it does not",
                "+15m-1ms look",
                "first-check +30m, baseline-check -",
            ),
            ("an incomplete one does not", "+20m look pulse=null", "first-check +30m"),
            ("a later one does", "+50m look", "first-check -"),
            (
                "one amended to before the quarter does not",
                "+20m look as=c; +21m amend of=c at=+14m",
                "first-check +30m",
            ),
            (
                "one check ends baseline, first and site check",
                "+20m look",
                "baseline-check -, first-check -, site-check +2h20m",
            ),
        ],
    );
}

#[test]
fn a_check_counts_when_each_finding_is_there_or_named_with_a_reason() {
    for field in [
        "bleeding",
        "colour",
        "temperature",
        "pain",
        "inflammation",
        "firm",
        "pulse",
    ] {
        let rows = [
            (format!("+1m look {field}=null"), "baseline-check +0"),
            (
                format!("+1m look {field}=null not_assessed=[{field}] not_assessed_reason='limb under the cast'"),
                "baseline-check -",
            ),
            (
                format!("+1m look {field}=null not_assessed=[{field}]"),
                "baseline-check +0",
            ),
            (
                format!("+1m look {field}=null not_assessed=[{field}] not_assessed_reason='  '"),
                "baseline-check +0",
            ),
            (
                format!("+1m look {field}=null not_assessed=[swelling] not_assessed_reason='no light'"),
                "baseline-check +0",
            ),
        ];
        for (script, expected) in rows {
            table(&format!("{ADULT}; {script}"), &[("left out, or named", "", expected)]);
        }
    }
}

#[test]
fn what_a_check_must_tell_depends_on_bleeding_and_on_the_bone() {
    table(
        ADULT,
        &[
            (
                "the colour when there is bleeding",
                "+1m look bleeding=oozing",
                "baseline-check +0",
            ),
            (
                "and with it the check counts",
                "+1m look bleeding=oozing bleeding_colour=dark",
                "baseline-check -",
            ),
            (
                "the colour can be left out with a reason",
                "+1m look bleeding=oozing not_assessed=[bleeding_colour] not_assessed_reason='too dark'",
                "baseline-check -",
            ),
            (
                "no colour is asked where bleeding was not assessed",
                "+1m look bleeding=null not_assessed=[bleeding] not_assessed_reason='under the dressing'",
                "baseline-check -",
            ),
            (
                "breathing is not asked at a limb",
                "+1m look breathless=null",
                "baseline-check -",
            ),
            (
                "pain that cannot be assessed is a finding",
                "+1m look pain=not-assessable",
                "baseline-check -",
            ),
            (
                "sensation, refill and the other limb are not asked",
                "+1m look",
                "baseline-check -",
            ),
        ],
    );
    table(
        "-10m open-case alias=Anna age_years=40; +0 insert fast1 sternum midline",
        &[
            (
                "at the sternum breathing is asked",
                "+1m look pulse=null",
                "baseline-check +0",
            ),
            (
                "and the distal pulse is not",
                "+1m look pulse=null breathless=false",
                "baseline-check -",
            ),
            (
                "a pulse does not stand in for breathing",
                "+1m look",
                "baseline-check +0",
            ),
            (
                "breathing can be left out with a reason",
                "+1m look pulse=null not_assessed=[breathless] not_assessed_reason=ventilated",
                "baseline-check -",
            ),
        ],
    );
}

#[test]
fn whether_the_device_stands_firm_is_asked_while_it_is_in() {
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "after the removal a check counts without it",
                "+2h15m look-out",
                "post-removal-check +2h30m",
            ),
            (
                "the rest is still asked",
                "+2h15m look-out pulse=null",
                "post-removal-check +2h15m",
            ),
        ],
    );
}
