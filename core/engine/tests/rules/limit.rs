//! R1, R2 and R7: the limit, what is not known, and a vein beside the needle.

use crate::support::{ADULT, table};

#[test]
fn r1_the_limit_is_near_or_passed() {
    table(
        ADULT,
        &[
            (
                "a note from 4 h before",
                "",
                "@+20h-1ms R1 - | @+20h R1 note limit-near",
            ),
            (
                "amber from 1 h before",
                "",
                "@+23h-1ms R1 note | @+23h R1 amber limit-near",
            ),
            (
                "red from the limit on",
                "",
                "@+24h-1ms R1 amber | @+24h R1 red limit-passed | @+99h R1 red",
            ),
            ("the removal clears it", "+25h remove", "R1 -"),
            ("the end of the case, too", "+25h end-case died in", "R1 -"),
            (
                "an extension moves it",
                "+25h extend 48 a b",
                "R1 - | @+44h R1 note | @+48h R1 red",
            ),
            (
                "a struck removal does not clear it",
                "+25h remove as=r; +26h strike of=r",
                "R1 red",
            ),
            (
                "keeping it, a review, an acknowledgement do not clear it",
                "+24h keep-past-limit 4 a b; +24h acknowledge dwell-warning-1h; +24h access-review keep",
                "R1 red",
            ),
            ("nor does venous access", "+24h venous-access central", "R1 red"),
        ],
    );
}

#[test]
fn r2_device_or_age_unknown() {
    table(
        "-10m open-case alias=Anna age_years=40",
        &[
            ("both known", "+0 insert ez-io proximal-tibia left", "R2 -"),
            (
                "the device unknown",
                "+0 insert other proximal-tibia left",
                "R2 note device-unknown",
            ),
            (
                "the device amended",
                "+0 insert other proximal-tibia left as=i; +1h amend of=i device=ez-io",
                "R2 -",
            ),
            (
                "amended to unknown",
                "+0 insert ez-io proximal-tibia left as=i; +1h amend of=i device=other",
                "R2 note device-unknown",
            ),
            (
                "no device on record",
                "+0 insert! site=hand side=left",
                "R2 note device-unknown",
            ),
            ("nothing before an insertion", "", "R2 -"),
        ],
    );
    table(
        "-10m open-case alias=Anna",
        &[
            (
                "the age unknown",
                "+0 insert ez-io proximal-tibia left",
                "R2 note age-unknown",
            ),
            (
                "told later",
                "+0 insert ez-io proximal-tibia left; +1h update-patient age_band=12-or-over",
                "R2 -",
            ),
            (
                "that struck",
                "+0 insert ez-io proximal-tibia left; +1h update-patient age_years=9 as=u; +2h strike of=u",
                "R2 note",
            ),
            (
                "a weight is no age",
                "+0 insert ez-io proximal-tibia left; +1h update-patient weight_kg=70",
                "R2 note",
            ),
            (
                "both unknown",
                "+0 insert other proximal-tibia left",
                "R2 note device-unknown age-unknown",
            ),
            (
                "one of two told: the other stays",
                "+0 insert other proximal-tibia left; +1h update-patient age_years=9",
                "R2 note device-unknown",
            ),
        ],
    );
}

#[test]
fn r7_venous_access_with_the_device_in() {
    table(
        ADULT,
        &[
            ("on record", "+1h venous-access peripheral", "R7 amber vein-and-needle"),
            ("none on record", "+1h adequate-volume", "R7 -"),
            ("lost", "+1h venous-access peripheral; +2h venous-access-lost", "R7 -"),
            (
                "got again",
                "+1h venous-access peripheral; +2h venous-access-lost; +3h venous-access central",
                "R7 amber",
            ),
            ("the device out", "+1h venous-access peripheral; +2h remove", "R7 -"),
            ("struck", "+1h venous-access peripheral as=v; +2h strike of=v", "R7 -"),
            (
                "a keep with a reason does not clear it",
                "+1h venous-access peripheral; +2h access-review keep reason",
                "R7 amber",
            ),
            (
                "nor a remove",
                "+1h venous-access peripheral; +2h access-review remove",
                "R7 amber",
            ),
            (
                "the case ended",
                "+1h venous-access peripheral; +2h end-case died in",
                "R7 -",
            ),
        ],
    );
}
