//! What is refused for the device: children, extensions, a second device, and what needs it in or out.

use crate::support::{ADULT, BEFORE, OUT, refusals};

#[test]
fn r3_a_sternal_device_in_a_child() {
    for (age, refused) in [
        ("age_years=11", true),
        ("age_months=143", true),
        ("age_band=under-12", true),
        // As old as the patient is when the case is opened: there is no needle yet.
        ("date_of_birth=2014-05-29", true),
        ("date_of_birth=2014-05-28", false),
        ("age_years=12", false),
        ("age_band=12-or-over", false),
        ("", false),
    ] {
        let before = format!("-10m open-case alias=Anna {age}");
        let expected = if refused {
            "R3/sternal-in-child, lifted by override_reason"
        } else {
            "-"
        };
        refusals(
            &before,
            &[
                ("by device", "", "+0 insert fast1 sternum midline", expected),
                ("by bone", "", "+0 insert manual sternum midline", expected),
                (
                    "with a reason it is taken",
                    "",
                    "+0 insert fast1 sternum midline override_reason='no limb left'",
                    "-",
                ),
                (
                    "a blank one is none",
                    "",
                    "+0 insert fast1 sternum midline override_reason='  '",
                    expected,
                ),
                ("in a limb", "", "+0 insert ez-io proximal-tibia left", "-"),
            ],
        );
    }
    refusals(
        "-10m open-case alias=Anna age_years=8; +0 insert ez-io proximal-tibia left as=i",
        &[
            (
                "amended into one",
                "",
                "+1h amend of=i device=fast1",
                "R3/sternal-in-child, lifted by override_reason",
            ),
            (
                "amended to the sternum",
                "",
                "+1h amend of=i site=sternum",
                "R3/sternal-in-child, lifted by override_reason",
            ),
            (
                "amended with a reason",
                "",
                "+1h amend of=i device=fast1 override_reason=r",
                "-",
            ),
        ],
    );
}

#[test]
fn r3_an_extension_beyond_what_device_and_age_allow() {
    refusals(
        ADULT,
        &[
            ("to the ceiling", "", "+1h extend 48 a b", "-"),
            ("beyond it", "", "+1h extend 48.001 a b", "R3/extension-too-long"),
            (
                "amended beyond it",
                "+1h extend 48 a b as=e",
                "+2h amend of=e to_hours=49",
                "R3/extension-too-long",
            ),
            (
                "shorter than the limit",
                "",
                "+1h extend 23.999 a b",
                "extension-shorter",
            ),
            ("as long as the limit", "", "+1h extend 24 a b", "-"),
            (
                "with no needle on record",
                "+1h note x",
                "-5m extend 48 a b now=+1h",
                "-",
            ),
            ("after the removal", "+2h remove", "+3h extend 48 a b", "device-out"),
            (
                "no reason",
                "",
                "+1h extend to_hours=48 authorised_by=b",
                "missing-field",
            ),
            ("no authoriser", "", "+1h extend to_hours=48 reason=a", "missing-field"),
        ],
    );
    refusals(
        BEFORE,
        &[("before any insertion", "", "+1h extend 48 a b", "no-insertion")],
    );
    for (before, expected) in [
        (
            "-10m open-case alias=A age_years=11; +0 insert ez-io proximal-tibia left",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A age_years=12; +0 insert ez-io proximal-tibia left",
            "-",
        ),
        (
            "-10m open-case alias=A; +0 insert ez-io proximal-tibia left",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A age_years=40; +0 insert sam-io proximal-tibia left",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A age_years=40; +0 insert manual proximal-tibia left",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A age_years=40; +0 insert other proximal-tibia left",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A age_years=40; +0 insert fast1 sternum midline",
            "-",
        ),
        (
            "-10m open-case alias=A age_years=11; +0 insert fast1 sternum midline override_reason=r",
            "R3/no-extension",
        ),
        (
            "-10m open-case alias=A; +0 insert fast1 sternum midline",
            "R3/no-extension",
        ),
    ] {
        refusals(before, &[("by device and age", "", "+1h extend 36 a b", expected)]);
    }
}

#[test]
fn one_case_one_device() {
    refusals(
        ADULT,
        &[
            (
                "a second insertion",
                "",
                "+1h insert ez-io distal-tibia left",
                "one-device",
            ),
            (
                "even after the removal",
                "+1h remove",
                "+2h insert ez-io distal-tibia right",
                "one-device",
            ),
            (
                "an earlier one",
                "",
                "-5m insert ez-io distal-tibia left now=+1h",
                "one-device",
            ),
            (
                "no device of the catalogue",
                "",
                "+1h insert x proximal-tibia left",
                "one-device",
            ),
            ("a case that is there", "", "+1h open-case alias=x", "case-exists"),
        ],
    );
    refusals(
        "-10m open-case alias=Anna; +0 insert ez-io proximal-tibia left as=i",
        &[
            (
                "once the first is struck",
                "+1h strike of=i",
                "+2h insert sam-io proximal-tibia left",
                "-",
            ),
            (
                "the first back beside another",
                "+1h strike of=i; +2h insert sam-io proximal-tibia left",
                "+3h reinstate of=i",
                "one-device",
            ),
            ("the first back alone", "+1h strike of=i", "+3h reinstate of=i", "-"),
            ("itself amended", "", "+1h amend of=i device=sam-io", "-"),
            (
                "amended to no device of the catalogue",
                "",
                "+1h amend of=i device=ezio",
                "unknown-device",
            ),
        ],
    );
    refusals(
        BEFORE,
        &[(
            "no device of the catalogue",
            "",
            "+0 insert ezio proximal-tibia left",
            "unknown-device",
        )],
    );
    refusals("", &[("a case that is not here", "", "+0 note x", "unknown-case")]);
}

#[test]
fn what_needs_the_device_in_or_out() {
    refusals(
        BEFORE,
        &[
            ("a flush", "", "+1h flush", "no-insertion"),
            ("a review", "", "+1h access-review keep", "no-insertion"),
            ("a keep past the limit", "", "+1h keep-past-limit 2 a b", "no-insertion"),
            ("a removal", "", "+1h remove", "no-insertion"),
            ("a compression", "", "+1h start-compression", "device-in"),
            ("an end of one", "", "+1h end-compression true", "no-compression"),
            ("a sign-off", "", "+1h sign-off", "no-insertion"),
        ],
    );
    refusals(
        ADULT,
        &[
            (
                "a removal before the insertion",
                "",
                "-1ms remove now=+1h",
                "before-insertion",
            ),
            ("a removal at its time", "", "+0 remove now=+1h", "-"),
            (
                "a compression with the device in",
                "",
                "+1h start-compression",
                "device-in",
            ),
            (
                "an end without a start",
                "",
                "+1h end-compression true",
                "no-compression",
            ),
            ("a second removal", "+2h remove", "+3h remove", "device-out"),
            ("an earlier second removal", "+2h remove", "+1h remove", "device-out"),
            ("a flush after the removal", "+2h remove", "+2h flush", "device-out"),
            (
                "a review after it",
                "+2h remove",
                "+3h access-review keep",
                "device-out",
            ),
            ("a flush typed after it, done before", "+2h remove", "+1h flush", "-"),
            (
                "a compression from before the removal",
                "+2h remove",
                "+2h-1ms start-compression",
                "device-in",
            ),
            ("a compression at its time", "+2h remove", "+2h start-compression", "-"),
            (
                "an end without a start, device out",
                "+2h remove",
                "+3h end-compression true",
                "no-compression",
            ),
            (
                "an end before its start",
                "+2h remove; +2h5m start-compression",
                "+2h4m end-compression true",
                "no-compression",
            ),
            (
                "a second end",
                "+2h remove; +2h1m start-compression; +2h6m end-compression true",
                "+2h7m end-compression true",
                "no-compression",
            ),
        ],
    );
}

#[test]
fn findings_about_the_device_after_the_removal() {
    for field in ["firm=true", "firm=false", "flush=free", "aspirates=true", "flow=good"] {
        let line = |at: &str| format!("{at} check {field} pain=0");
        let amend = |of: &str| format!("+3h amend of={of} {field}");
        refusals(
            &format!("{ADULT}; +1h check pain=0 as=c; +2h remove; +3h check pain=0 as=d"),
            &[
                ("after it", "", &line("+3h"), "device-out/device-finding-after-removal"),
                (
                    "at its time, typed after it",
                    "",
                    &line("+2h"),
                    "device-out/device-finding-after-removal",
                ),
                ("before it, typed after it", "", &line("+119m"), "-"),
                ("from elsewhere", "", &format!("+3h check! {field}"), "-"),
                ("amended into one from before", "", &amend("c"), "-"),
                (
                    "amended into one from after",
                    "",
                    &amend("d"),
                    "device-out/device-finding-after-removal",
                ),
            ],
        );
    }
    refusals(
        OUT,
        &[("everything else", "", "+3h check swelling=true dressing=gauze", "-")],
    );
}

#[test]
fn keeping_it_past_the_limit() {
    refusals(
        ADULT,
        &[
            (
                "before the limit",
                "",
                "+24h-1ms keep-past-limit 2 a b",
                "not-past-limit",
            ),
            ("at the limit", "", "+24h keep-past-limit 2 a b", "-"),
            ("for 4 h", "", "+25h keep-past-limit 4 a b", "-"),
            ("for longer", "", "+25h keep-past-limit 4.001 a b", "recheck-too-long"),
            (
                "no reason",
                "",
                "+25h keep-past-limit recheck_hours=2 authorised_by=b",
                "missing-field",
            ),
            (
                "no authoriser",
                "",
                "+25h keep-past-limit recheck_hours=2 reason=a",
                "missing-field",
            ),
            (
                "no recheck",
                "",
                "+25h keep-past-limit reason=a authorised_by=b",
                "missing-field",
            ),
            (
                "before an extended limit",
                "+1h extend 48 a b",
                "+25h keep-past-limit 2 a b",
                "not-past-limit",
            ),
            (
                "after the removal",
                "+25h remove",
                "+26h keep-past-limit 2 a b",
                "device-out",
            ),
        ],
    );
}
