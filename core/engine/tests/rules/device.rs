//! R4, R5, R17 and R26: the device and its needle against the patient, MRI, and a device that is loose.

use crate::support::{ADULT, table};

/// An insertion of this device at this site in a patient of this age.
fn placed(age: &str, device: &str, site: &str) -> String {
    let why = "override_reason='nothing else at hand'";
    format!("-10m open-case alias=Anna {age}; +0 insert {device} {site} left {why} as=i")
}

#[test]
fn r4_the_site_is_not_cleared_for_the_device() {
    let anywhere = [
        "proximal-tibia",
        "distal-tibia",
        "proximal-humerus",
        "distal-femur",
        "sternum",
    ];
    for (device, age, sites) in [
        (
            "ez-io",
            "age_years=18",
            "proximal-tibia distal-tibia proximal-humerus distal-femur",
        ),
        (
            "sam-io",
            "age_years=18",
            "proximal-tibia distal-tibia proximal-humerus distal-femur",
        ),
        (
            "bd-io",
            "age_years=18",
            "proximal-tibia distal-tibia proximal-humerus distal-femur",
        ),
        (
            "piper-go-io",
            "age_years=18",
            "proximal-tibia distal-tibia proximal-humerus distal-femur",
        ),
        ("fast1", "age_years=18", "sternum"),
        ("big-adult", "age_years=18", "proximal-tibia proximal-humerus"),
        ("big-paediatric", "age_years=8", "proximal-tibia"),
        ("nio-adult", "age_years=18", "proximal-tibia proximal-humerus"),
        ("nio-paediatric", "age_years=8", "proximal-tibia"),
        ("nio-infant", "age_years=2", "proximal-tibia"),
        ("manual", "age_years=40", "proximal-tibia distal-tibia distal-femur"),
        (
            "other",
            "age_years=40",
            "proximal-tibia distal-tibia proximal-humerus distal-femur sternum",
        ),
    ] {
        for site in anywhere {
            let cleared = sites.split_whitespace().any(|s| s == site);
            let expected = if cleared { "R4 -" } else { "R4 amber site-not-cleared" };
            table(&placed(age, device, site), &[("site by device", "", expected)]);
        }
    }
}

#[test]
fn r4_the_site_or_the_device_is_not_cleared_for_the_age() {
    for (age, device, site, expected) in [
        ("age_years=21", "ez-io", "distal-femur", "R4 -"),
        (
            "age_years=22",
            "ez-io",
            "distal-femur",
            "R4 amber site-not-cleared-for-age",
        ),
        ("age_months=263", "sam-io", "distal-femur", "R4 -"),
        (
            "age_months=264",
            "sam-io",
            "distal-femur",
            "R4 amber site-not-cleared-for-age",
        ),
        ("age_years=70", "manual", "distal-femur", "R4 -"),
        ("age_years=12", "fast1", "sternum", "R4 -"),
        (
            "age_years=11",
            "fast1",
            "sternum",
            "R4 amber device-not-cleared-for-age",
        ),
        (
            "age_band=under-12",
            "fast1",
            "sternum",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_years=12", "big-adult", "proximal-tibia", "R4 -"),
        (
            "age_years=11",
            "big-adult",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_years=11", "big-paediatric", "proximal-tibia", "R4 -"),
        (
            "age_years=12",
            "big-paediatric",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_years=12", "nio-adult", "proximal-tibia", "R4 -"),
        (
            "age_years=11",
            "nio-adult",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_years=3", "nio-paediatric", "proximal-tibia", "R4 -"),
        (
            "age_months=35",
            "nio-paediatric",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_years=11", "nio-paediatric", "proximal-tibia", "R4 -"),
        (
            "age_years=12",
            "nio-paediatric",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_months=35", "nio-infant", "proximal-tibia", "R4 -"),
        (
            "age_months=36",
            "nio-infant",
            "proximal-tibia",
            "R4 amber device-not-cleared-for-age",
        ),
        ("age_months=1", "ez-io", "proximal-tibia", "R4 -"),
        ("age_years=90", "ez-io", "proximal-tibia", "R4 -"),
    ] {
        table(&placed(age, device, site), &[("by age", "", expected)]);
    }
}

#[test]
fn r4_is_cleared_by_a_strike_or_an_amendment_only() {
    table(
        &placed("age_years=40", "manual", "proximal-humerus"),
        &[
            ("raised", "", "R4 amber"),
            ("amended", "+1h amend of=i site=proximal-tibia", "R4 -"),
            ("struck", "+1h strike of=i", "R4 -"),
            (
                "the age corrected does not make the site right",
                "+1h update-patient age_years=8",
                "R4 amber",
            ),
            ("a check does not clear it", "+1h look", "R4 amber"),
            ("nor the removal", "+1h remove", "R4 amber"),
        ],
    );
}

#[test]
fn r5_the_needle_against_the_weight() {
    for (mm, kg, expected) in [
        (15, "3", "R5 -"),
        (15, "2.99", "R5 amber"),
        (15, "39", "R5 -"),
        (15, "40", "R5 amber"),
        (25, "3", "R5 -"),
        (25, "2.99", "R5 amber"),
        (25, "120", "R5 -"),
        (45, "40", "R5 -"),
        (45, "39.99", "R5 amber"),
        (45, "150", "R5 -"),
    ] {
        let script = format!(
            "-10m open-case alias=Anna age_years=9 weight_kg={kg}; +0 insert ez-io proximal-tibia left needle_mm={mm} as=i"
        );
        table(
            &script,
            &[
                ("by weight", "", expected),
                (
                    "cleared by another needle on record",
                    "+1h amend of=i needle_mm=null",
                    "R5 -",
                ),
                (
                    "no longer told by weight",
                    "+1h update-patient weight_kg=null",
                    expected,
                ),
            ],
        );
    }
    table(
        "-10m open-case alias=Anna age_years=9",
        &[
            (
                "no weight, no flag",
                "+0 insert ez-io proximal-tibia left needle_mm=45",
                "R5 -",
            ),
            (
                "told later",
                "+0 insert ez-io proximal-tibia left needle_mm=45; +1h update-patient weight_kg=20",
                "R5 amber",
            ),
            (
                "a corrected weight",
                "+0 insert ez-io proximal-tibia left needle_mm=45; +1h update-patient weight_kg=20; +2h update-patient weight_kg=42",
                "R5 -",
            ),
            (
                "only the EZ-IO has such needles",
                "-5m update-patient weight_kg=2; +0 insert sam-io proximal-tibia left needle_mm=45",
                "R5 -",
            ),
        ],
    );
}

#[test]
fn r17_mri_planned_with_a_steel_device_in() {
    table(
        ADULT,
        &[
            ("planned", "+1h update-patient mri_planned=true", "R17 amber"),
            ("not planned", "", "R17 -"),
            (
                "withdrawn",
                "+1h update-patient mri_planned=true; +2h update-patient mri_planned=false",
                "R17 -",
            ),
            ("out", "+1h update-patient mri_planned=true; +2h remove", "R17 -"),
            (
                "known before the insertion",
                "-5m update-patient mri_planned=true",
                "R17 amber",
            ),
            (
                "another thing told of the patient leaves it",
                "+1h update-patient mri_planned=true; +2h update-patient place=MRI",
                "R17 amber",
            ),
            (
                "a check does not clear it",
                "+1h update-patient mri_planned=true; +2h look",
                "R17 amber",
            ),
        ],
    );
}

#[test]
fn r26_the_device_is_loose_or_out() {
    table(
        ADULT,
        &[
            ("found loose", "+1h look firm=false", "R26 red device-loose"),
            (
                "found loose by a check that does not count",
                "+1h check firm=false",
                "R26 red",
            ),
            ("firm", "+1h look", "R26 -"),
            ("firm again", "+1h look firm=false; +2h check firm=true", "R26 -"),
            ("removed", "+1h look firm=false; +2h remove", "R26 -"),
            (
                "a check that does not tell leaves it",
                "+1h check firm=false; +2h check pain=0",
                "R26 red",
            ),
            (
                "not assessed clears nothing",
                "+1h check firm=false; +2h look firm=null not_assessed=[firm] not_assessed_reason=covered",
                "R26 red",
            ),
            ("struck", "+1h check firm=false as=c; +2h strike of=c", "R26 -"),
            (
                "by when it was found",
                "+2h check firm=true; +1h check firm=false",
                "R26 -",
            ),
        ],
    );
}

#[test]
fn an_age_in_years_and_months_is_one_age_and_ends_where_the_next_begins() {
    let rows = [
        ("nio-infant", "age_years=2 age_months=11", "R4 -"),
        (
            "nio-infant",
            "age_years=3 age_months=0",
            "R4 amber device-not-cleared-for-age",
        ),
        (
            "nio-infant",
            "age_years=3 age_months=2",
            "R4 amber device-not-cleared-for-age",
        ),
        (
            "nio-paediatric",
            "age_years=2 age_months=11",
            "R4 amber device-not-cleared-for-age",
        ),
        ("nio-paediatric", "age_years=3 age_months=0", "R4 -"),
        (
            "big-adult",
            "age_years=11 age_months=11",
            "R4 amber device-not-cleared-for-age",
        ),
        ("big-adult", "age_years=12 age_months=0", "R4 -"),
        ("big-adult", "age_years=12 age_months=3", "R4 -"),
        ("big-adult", "age_months=143", "R4 amber device-not-cleared-for-age"),
        ("big-adult", "age_months=144", "R4 -"),
    ];
    for (device, age, expected) in rows {
        let script = format!("-10m open-case alias=Anna {age}; +0 insert {device} proximal-tibia left");
        table(&script, &[(&format!("{device} {age}"), "", expected)]);
    }
}
