//! R11, R12 and R13: breathing and confusion, bleeding, and pain that can't be assessed.

use crate::support::{ADULT, OUT, table};

#[test]
fn r11_new_breathlessness_or_confusion() {
    table(
        ADULT,
        &[
            ("breathless", "+1h check breathless=true", "R11 red breathless"),
            ("confused", "+1h check confused=true", "R11 red confused"),
            ("neither", "+1h check breathless=false confused=false", "R11 -"),
            (
                "no longer",
                "+1h check breathless=true; +2h check breathless=false",
                "R11 -",
            ),
            (
                "one of two is left",
                "+1h check breathless=true confused=true; +2h check breathless=false",
                "R11 red confused",
            ),
            ("not looked at", "+1h check breathless=true; +2h look", "R11 red"),
            ("struck", "+1h check confused=true as=c; +2h strike of=c", "R11 -"),
            (
                "after the removal, too",
                "+1h remove; +2h check breathless=true",
                "R11 red",
            ),
        ],
    );
}

#[test]
fn r12_bleeding() {
    table(
        ADULT,
        &[
            ("pulsatile", "+1h check bleeding=pulsatile", "R12 red bleeding-flowing"),
            ("flowing", "+1h check bleeding=flowing", "R12 red bleeding-flowing"),
            (
                "bright",
                "+1h check bleeding=oozing bleeding_colour=bright",
                "R12 amber bleeding-bright",
            ),
            (
                "oozing and dark",
                "+1h check bleeding=oozing bleeding_colour=dark",
                "R12 -",
            ),
            (
                "flowing and bright",
                "+1h check bleeding=flowing bleeding_colour=bright",
                "R12 red bleeding-flowing bleeding-bright",
            ),
            (
                "no longer flowing, still bright",
                "+1h check bleeding=flowing bleeding_colour=bright; +2h check bleeding=oozing",
                "R12 amber",
            ),
            (
                "none",
                "+1h check bleeding=flowing bleeding_colour=bright; +2h check bleeding=none",
                "R12 -",
            ),
            (
                "darker",
                "+1h check bleeding=oozing bleeding_colour=bright; +2h check bleeding=oozing bleeding_colour=dark",
                "R12 -",
            ),
            (
                "not looked at",
                "+1h check bleeding=flowing; +2h check pain=1",
                "R12 red",
            ),
            ("struck", "+1h check bleeding=flowing as=c; +2h strike of=c", "R12 -"),
        ],
    );
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "not stopped by a compression",
                "+2h1m start-compression; +2h6m end-compression false",
                "R12 amber bleeding-not-stopped",
            ),
            (
                "stopped by the next",
                "+2h1m start-compression; +2h6m end-compression false; +2h7m start-compression; +2h12m end-compression true",
                "R12 -",
            ),
            (
                "a check finds none",
                "+2h1m start-compression; +2h6m end-compression false; +2h20m look-out",
                "R12 -",
            ),
            (
                "a check that does not look",
                "+2h1m start-compression; +2h6m end-compression false; +2h20m check pain=0",
                "R12 amber",
            ),
        ],
    );
    table(
        ADULT,
        &[
            ("flowing at the removal", "+2h remove bleeding=flowing", "R12 red"),
            ("oozing at the removal", "+2h remove bleeding=oozing", "R12 -"),
        ],
    );
}

#[test]
fn r13_pain_cannot_be_assessed() {
    table(
        ADULT,
        &[
            ("not assessable", "+1h look pain=not-assessable", "R13 note"),
            ("a score", "+1h look", "R13 -"),
            (
                "a later score",
                "+1h look pain=not-assessable; +2h check pain=0",
                "R13 -",
            ),
            (
                "a check that does not ask",
                "+1h look pain=not-assessable; +2h check firm=true",
                "R13 note",
            ),
            ("after a score", "+1h look; +2h look pain=not-assessable", "R13 note"),
            (
                "by when it was asked",
                "+2h look; +1h look pain=not-assessable",
                "R13 -",
            ),
            ("struck", "+1h look pain=not-assessable as=c; +2h strike of=c", "R13 -"),
        ],
    );
    table(
        OUT,
        &[("after the removal, too", "+3h look-out pain=not-assessable", "R13 note")],
    );
}
