//! R15, R27 and R28: what goes through the needle.

use crate::support::{ADULT, table};

#[test]
fn r15_a_risky_product_runs_or_was_just_given() {
    for class in ["vesicant", "lipid", "hypertonic"] {
        let run = format!("+1h start-product x {class}");
        let given = format!("+1h give-product x {class}");
        table(
            &format!("{ADULT}; {run}"),
            &[
                ("runs", "", "R15 amber risky-running"),
                ("stopped", "+2h stop-product X", "R15 -"),
                ("a check does not stop it", "+2h look", "R15 amber"),
                (
                    "another product stopped",
                    "+2h start-product y; +3h stop-product y",
                    "R15 amber",
                ),
            ],
        );
        table(
            &format!("{ADULT}; +30m look; {given}"),
            &[
                ("just given", "", "R15 amber risky-given"),
                ("until the next check", "+2h look", "R15 -"),
                ("of any kind", "+2h check pain=1", "R15 -"),
                (
                    "nothing else clears it",
                    "+2h flush; +2h disinfect; +2h note x",
                    "R15 amber",
                ),
                ("given again", "+2h look; +3h give-product x vesicant", "R15 amber"),
            ],
        );
    }
    for class in ["crystalloid", "colloid", "blood", "drug", "other"] {
        table(
            &format!("{ADULT}; +1h start-product x {class}; +1h give-product y {class}"),
            &[(class, "", "R15 -")],
        );
    }
    table(
        ADULT,
        &[
            (
                "started before the insertion",
                "-1m start-product x lipid",
                "R15 amber risky-running",
            ),
            ("struck", "+1h start-product x lipid as=p; +2h strike of=p", "R15 -"),
            (
                "amended",
                "+1h start-product x lipid as=p; +2h amend of=p class=crystalloid",
                "R15 -",
            ),
            (
                "the case ended",
                "+1h start-product x lipid; +2h end-case died in",
                "R15 -",
            ),
        ],
    );
}

#[test]
fn r27_a_product_still_runs_at_the_removal() {
    table(
        &format!("{ADULT}; +1h start-product saline"),
        &[
            ("not before", "", "R27 -"),
            ("at the removal", "+2h remove", "R27 amber still-running"),
            ("stopped before", "+119m stop-product saline; +2h remove", "R27 -"),
            ("stopped after", "+2h remove; +2h5m stop-product saline", "R27 -"),
            (
                "stopped before, typed after",
                "+2h remove; +119m stop-product saline",
                "R27 -",
            ),
            (
                "one of two stopped",
                "+1h start-product blood; +2h remove; +2h5m stop-product saline",
                "R27 amber",
            ),
            ("a check does not clear it", "+2h remove; +2h15m look-out", "R27 amber"),
            (
                "started after the removal, elsewhere",
                "+119m stop-product saline; +2h remove; +3h start-product saline",
                "R27 -",
            ),
        ],
    );
}

#[test]
fn r28_an_allergy_on_record_matches_what_was_used() {
    let chlorhexidine = "-10m open-case alias=Anna age_years=40 allergies=[chlorhexidine]";
    table(
        &format!("{chlorhexidine}; +0 insert ez-io proximal-tibia left antiseptic='Chlorhexidine 2 %' as=i"),
        &[
            ("the antiseptic at the insertion", "", "R28 red allergy"),
            ("amended", "+1h amend of=i antiseptic=iodine", "R28 -"),
            ("struck", "+1h strike of=i", "R28 -"),
            ("a check does not clear it", "+1h look", "R28 red"),
            ("nor the removal", "+1h remove", "R28 red"),
        ],
    );
    table(
        &format!("{chlorhexidine}; +0 insert ez-io proximal-tibia left antiseptic=iodine"),
        &[
            ("nothing of that name", "+1h disinfect alcohol", "R28 -"),
            ("the disinfection", "+1h disinfect 'clorhexidina alcohólica'", "R28 red"),
            (
                "the removal antiseptic",
                "+1h removal-antiseptic CHLORHEXIDINE",
                "R28 red",
            ),
            ("struck", "+1h disinfect chlorhexidine as=d; +2h strike of=d", "R28 -"),
            (
                "amended",
                "+1h disinfect chlorhexidine as=d; +2h amend of=d agent=iodine",
                "R28 -",
            ),
        ],
    );
    table(
        "-10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left local_anaesthetic='lidocaína 2 %' dressing=stabiliser",
        &[
            ("no allergy on record", "", "R28 -"),
            ("told later", "+1h update-patient allergies=[Lidocaine]", "R28 red"),
            (
                "a word left blank is no allergy",
                "+1h update-patient allergies=['  ']",
                "R28 -",
            ),
            (
                "nor does it hide the one beside it",
                "+1h update-patient allergies=['',Lidocaine]",
                "R28 red",
            ),
            (
                "tape, by the dressing",
                "+1h update-patient allergies=[tape]",
                "R28 red",
            ),
            (
                "the allergy taken back",
                "+1h update-patient allergies=[tape]; +2h update-patient allergies=[latex]",
                "R28 -",
            ),
            (
                "by a dressing put on later",
                "+1h update-patient allergies=[iodine]; +2h dressing gauze",
                "R28 -",
            ),
            (
                "a product of that name",
                "+1h update-patient allergies=[Amiodarone]; +2h start-product 'amiodarone 300'",
                "R28 red",
            ),
            (
                "a single dose of it",
                "+1h update-patient allergies=[penicillin]; +2h give-product Penicillin",
                "R28 red",
            ),
            (
                "started before the insertion",
                "-5m start-product penicillin now=+1h; +1h update-patient allergies=[penicillin]",
                "R28 red",
            ),
        ],
    );
}

#[test]
fn r28_a_dressing_that_carries_it() {
    table(
        "-10m open-case alias=Anna age_years=40 allergies=[tape]; +0 insert ez-io proximal-tibia left",
        &[
            ("gauze", "+1h dressing gauze", "R28 -"),
            ("put on", "+1h dressing transparent", "R28 red allergy"),
            ("seen at a check", "+1h look dressing=occlusive", "R28 red allergy"),
        ],
    );
}
