//! R16: what covers the puncture.

use crate::support::{ADULT, BEFORE, table};

#[test]
fn r16_an_occlusive_dressing_or_a_film() {
    table(
        BEFORE,
        &[
            (
                "occlusive at the insertion",
                "+0 insert ez-io proximal-tibia left dressing=occlusive",
                "R16 amber dressing-occlusive",
            ),
            (
                "a transparent film",
                "+0 insert ez-io proximal-tibia left dressing=transparent",
                "R16 note dressing-transparent",
            ),
            ("gauze", "+0 insert ez-io proximal-tibia left dressing=gauze", "R16 -"),
            (
                "a stabiliser",
                "+0 insert ez-io proximal-tibia left dressing=stabiliser",
                "R16 -",
            ),
            (
                "amended",
                "+0 insert ez-io proximal-tibia left dressing=occlusive as=i; +1h amend of=i dressing=gauze",
                "R16 -",
            ),
        ],
    );
    table(
        ADULT,
        &[
            ("put on later", "+1h dressing occlusive", "R16 amber"),
            ("found at a check", "+1h look dressing=occlusive", "R16 amber"),
            ("put on after the removal", "+1h remove dressing=occlusive", "R16 amber"),
            (
                "another dressing",
                "+1h dressing occlusive; +2h dressing gauze",
                "R16 -",
            ),
            ("none at all", "+1h dressing occlusive; +2h dressing none", "R16 -"),
            (
                "a film in its place",
                "+1h dressing occlusive; +2h dressing transparent",
                "R16 note",
            ),
            (
                "another found at a check",
                "+1h dressing occlusive; +2h look dressing=gauze",
                "R16 -",
            ),
            (
                "a check that does not tell",
                "+1h dressing occlusive; +2h look",
                "R16 amber",
            ),
            (
                "by when it was put on",
                "+2h dressing gauze; +1h dressing occlusive",
                "R16 -",
            ),
            ("struck", "+1h dressing occlusive as=d; +2h strike of=d", "R16 -"),
            (
                "a disinfection does not clear it",
                "+1h dressing occlusive; +2h disinfect",
                "R16 amber",
            ),
        ],
    );
}
