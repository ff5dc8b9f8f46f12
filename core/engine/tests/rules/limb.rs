//! R8: the limb.

use crate::support::{ADULT, Bench, OUT, table};

#[test]
fn worse_than_the_other_limb_in_the_same_check_is_red() {
    table(
        ADULT,
        &[
            (
                "pulse weaker",
                "+1h check pulse=weak other_pulse=strong",
                "R8 red pulse-weaker",
            ),
            (
                "pulse absent",
                "+1h check pulse=absent other_pulse=weak",
                "R8 red pulse-weaker",
            ),
            (
                "refill over 3 s and longer",
                "+1h check cap_refill_s=3.1 other_cap_refill_s=3",
                "R8 red refill-longer",
            ),
            (
                "refill of 3 s is not over",
                "+1h check cap_refill_s=3 other_cap_refill_s=1",
                "R8 -",
            ),
            ("paler", "+1h check colour=pale other_colour=normal", "R8 red paler"),
            (
                "colder",
                "+1h check temperature=cool other_temperature=normal",
                "R8 red colder",
            ),
            (
                "colder still",
                "+1h check temperature=cold other_temperature=cool",
                "R8 red colder",
            ),
            (
                "strong, warm and red is neither",
                "+1h check pulse=strong colour=red temperature=hot cap_refill_s=1",
                "R8 -",
            ),
            (
                "normal beside an abnormal one",
                "+1h check pulse=strong other_pulse=weak",
                "R8 -",
            ),
            (
                "also after the removal",
                "+1h remove; +2h check pulse=weak other_pulse=strong",
                "R8 red",
            ),
        ],
    );
}

#[test]
fn equal_on_both_sides_is_a_note() {
    table(
        ADULT,
        &[
            ("pulse", "+1h check pulse=weak other_pulse=weak", "R8 note"),
            ("refill", "+1h check cap_refill_s=5 other_cap_refill_s=5", "R8 note"),
            ("colour", "+1h check colour=pale other_colour=pale", "R8 note"),
            (
                "temperature",
                "+1h check temperature=cold other_temperature=cold",
                "R8 note",
            ),
            (
                "whatever the baseline was",
                "+1m look; +1h check pulse=weak other_pulse=weak",
                "R8 note",
            ),
            (
                "one equal, one worse",
                "+1h check pulse=weak other_pulse=weak colour=pale other_colour=normal",
                "R8 red pulse-weaker paler",
            ),
            (
                "equal, then worse",
                "+1h check pulse=weak other_pulse=weak; +2h check pulse=weak other_pulse=strong",
                "R8 red",
            ),
            (
                "worse, then equal",
                "+1h check pulse=weak other_pulse=strong; +2h check pulse=weak other_pulse=weak",
                "R8 note",
            ),
        ],
    );
}

#[test]
fn without_the_other_limb_the_baseline_counts() {
    let baseline = format!("{ADULT}; +1m look cap_refill_s=2 sensation=normal movement=normal");
    table(
        &baseline,
        &[
            ("pulse", "+1h check pulse=weak", "R8 red pulse-weaker"),
            ("refill", "+1h check cap_refill_s=4", "R8 red refill-longer"),
            ("colour", "+1h check colour=mottled", "R8 red paler"),
            ("temperature", "+1h check temperature=cool", "R8 red colder"),
            ("refill longer, but not over 3 s", "+1h check cap_refill_s=3", "R8 -"),
            (
                "as it was",
                "+1h check pulse=strong colour=normal temperature=normal cap_refill_s=2",
                "R8 -",
            ),
        ],
    );
    table(
        &format!(
            "{ADULT}; +1m check context=baseline pulse=weak other_pulse=weak cap_refill_s=4 other_cap_refill_s=4; +2m check pulse=strong cap_refill_s=2"
        ),
        &[
            (
                "as it was at a baseline that was not normal",
                "+1h check pulse=weak cap_refill_s=4",
                "R8 -",
            ),
            ("worse than that", "+1h check pulse=absent", "R8 red"),
            ("refill longer than that", "+1h check cap_refill_s=4.1", "R8 red"),
        ],
    );
}

#[test]
fn what_the_limb_shows_by_itself_is_red() {
    table(
        ADULT,
        &[
            ("tense", "+1h check tense=true", "R8 red tense"),
            (
                "pain on passive stretch",
                "+1h check stretch_pain=true",
                "R8 red stretch-pain",
            ),
            (
                "sensation reduced",
                "+1h check sensation=reduced",
                "R8 red sensation-reduced",
            ),
            ("sensation absent", "+1h check sensation=absent", "R8 red"),
            (
                "movement reduced",
                "+1h check movement=reduced",
                "R8 red movement-reduced",
            ),
            (
                "all normal",
                "+1h check tense=false stretch_pain=false sensation=normal movement=normal",
                "R8 -",
            ),
        ],
    );
    let measured = "-10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left circumference_cm=30.5";
    table(
        measured,
        &[
            (
                "1 cm over the baseline",
                "+1h check circumference_cm=31.5",
                "R8 red circumference",
            ),
            ("a millimetre less", "+1h check circumference_cm=31.4", "R8 -"),
            ("thinner", "+1h check circumference_cm=29", "R8 -"),
            (
                "gone down again",
                "+1h check circumference_cm=32; +2h check circumference_cm=31",
                "R8 -",
            ),
            (
                "not measured again: it stays",
                "+1h check circumference_cm=32; +2h look",
                "R8 red",
            ),
        ],
    );
    table(
        ADULT,
        &[
            ("no baseline, nothing to tell", "+1h check circumference_cm=40", "R8 -"),
            (
                "the first measured is the baseline",
                "+1h check circumference_cm=40; +2h check circumference_cm=41",
                "R8 red",
            ),
        ],
    );
}

#[test]
fn pain_that_rose_alone_is_amber() {
    table(
        ADULT,
        &[
            (
                "by two since the last score",
                "+1h check pain=3; +2h check pain=5",
                "R8 amber pain-up",
            ),
            ("by one", "+1h check pain=3; +2h check pain=4", "R8 -"),
            (
                "by one and one",
                "+1h check pain=3; +2h check pain=4; +3h check pain=5",
                "R8 -",
            ),
            ("the first score is no rise", "+1h check pain=9", "R8 -"),
            (
                "over a check that could not assess it",
                "+1h check pain=3; +2h check pain=not-assessable; +3h check pain=5",
                "R8 amber",
            ),
            (
                "it stays while it is that high",
                "+1h check pain=3; +2h check pain=5; +3h check pain=5",
                "R8 amber",
            ),
            (
                "back to less than that",
                "+1h check pain=3; +2h check pain=5; +3h check pain=4",
                "R8 -",
            ),
            (
                "not assessable clears nothing",
                "+1h check pain=3; +2h check pain=6; +3h check pain=not-assessable",
                "R8 amber",
            ),
            (
                "with anything else it is that",
                "+1h check pain=3; +2h check pain=5 tense=true",
                "R8 red pain-up tense",
            ),
            (
                "and amber again when that is gone",
                "+1h check pain=3; +2h check pain=5 tense=true; +3h check tense=false",
                "R8 amber",
            ),
        ],
    );
}

#[test]
fn r8_clears_when_a_later_check_finds_absent_what_raised_it() {
    table(
        &format!("{ADULT}; +1m look; +1h check tense=true pulse=weak as=c"),
        &[
            ("raised", "", "R8 red tense pulse-weaker since=+1h"),
            ("both absent", "+2h check tense=false pulse=strong", "R8 -"),
            (
                "one absent, the other not looked at",
                "+2h check tense=false",
                "R8 red pulse-weaker",
            ),
            ("a sound check that does not look at it", "+2h look", "R8 red tense"),
            (
                "not assessed clears nothing",
                "+2h check pulse=strong not_assessed=[tense] not_assessed_reason='under the splint'",
                "R8 red tense",
            ),
            (
                "still there",
                "+2h check tense=true pulse=strong",
                "R8 red tense since=+1h",
            ),
            ("struck", "+2h strike of=c", "R8 -"),
            (
                "the absence struck",
                "+2h check tense=false pulse=strong as=d; +3h strike of=d",
                "R8 red",
            ),
            (
                "found absent before it was found, typed later",
                "+2h note x; +30m check tense=false pulse=strong",
                "R8 red",
            ),
            ("amended away", "+2h amend of=c tense=false pulse=strong", "R8 -"),
            ("the removal does not clear it", "+2h remove", "R8 red"),
            ("nor does telling", "+2h tell 'Dr Lee' rule=R8", "R8 red"),
        ],
    );
    table(
        OUT,
        &[(
            "after the removal, too",
            "+3h check tense=true; +4h check tense=false",
            "R8 -",
        )],
    );
}

#[test]
fn what_was_so_at_the_baseline_neither_raises_nor_clears() {
    let reduced = "+1h check context=baseline sensation=reduced";
    table(
        ADULT,
        &[
            ("at the baseline itself", reduced, "R8 red sensation-reduced"),
            (
                "no more, then as it was",
                &format!("{reduced}; +2h check sensation=normal; +3h check sensation=reduced"),
                "R8 -",
            ),
            (
                "no more, then worse than it was",
                &format!("{reduced}; +2h check sensation=normal; +3h check sensation=absent"),
                "R8 red sensation-reduced",
            ),
        ],
    );
}

#[test]
fn a_flag_names_how_much_and_each_entry_once() {
    let script = "+1h check circumference_cm=30; +2h check circumference_cm=31.2 tense=true";
    let look = Bench::play(&format!("{ADULT}; {script}")).look('A', 7_200_000);
    let limb = look.flags.iter().find(|flag| flag.rule == "R8").unwrap();
    let grown = limb
        .because
        .iter()
        .find(|because| because.key == "circumference")
        .unwrap();
    assert_eq!(grown.value.as_deref(), Some("1.2"));
    assert_eq!((limb.because.len(), limb.raised_by.len()), (2, 1));
}
