//! What is refused for a task or for the case's end.

use crate::support::{ADULT, BEFORE, OUT, refusals};

#[test]
fn skipping_acknowledging_and_putting_off() {
    refusals(
        ADULT,
        &[
            ("a step that is due", "", "+2h skip site-check away", "-"),
            ("one that is not due yet", "", "+2h-1ms skip site-check away", "not-due"),
            (
                "by when it was skipped, not typed",
                "",
                "+2h-1ms skip site-check away now=+3h",
                "not-due",
            ),
            (
                "one that is done",
                "+1m look",
                "+2m skip baseline-check away",
                "not-due",
            ),
            ("no such step", "", "+2h skip sight-check away", "unknown-step"),
            ("with no reason", "", "+2h skip site-check", "missing-field"),
            ("other, without words", "", "+2h skip site-check other", "missing-field"),
            ("other, in words", "", "+2h skip site-check other 'in the lift'", "-"),
            (
                "an acknowledgement may come early",
                "",
                "+12h-1ms acknowledge removal-target",
                "-",
            ),
            ("when it is due", "", "+12h acknowledge removal-target", "-"),
            (
                "not twice",
                "+12h acknowledge removal-target",
                "+12h acknowledge removal-target",
                "not-due",
            ),
            (
                "a check cannot be acknowledged",
                "",
                "+2h acknowledge site-check",
                "not-acknowledgeable",
            ),
            (
                "nor the limit",
                "",
                "+24h acknowledge dwell-limit",
                "not-acknowledgeable",
            ),
            ("later, once", "", "+2h snooze site-check", "-"),
            ("twice", "+2h snooze site-check", "+2h10m snooze site-check", "-"),
            (
                "not three times",
                "+2h snooze site-check; +2h10m snooze site-check",
                "+2h20m snooze site-check",
                "snoozed-enough",
            ),
            ("no such step to put off", "", "+2h snooze x", "unknown-step"),
            ("one that is not open", "", "+2h snooze compression", "not-due"),
        ],
    );
    let steps = "record-insertion removal-target dwell-warning-4h dwell-warning-1h dwell-limit \
                 remove-after-access removal compression handover-accept sign-off";
    for step in steps.split_whitespace() {
        let line = format!("+99h skip {step} away");
        refusals(ADULT, &[("nothing else can be skipped", "", &line, "not-skippable")]);
        refusals(OUT, &[("nor after the removal", "", &line, "not-skippable")]);
    }
    refusals(
        OUT,
        &[
            ("a slot that is due", "", "+2h21m skip post-removal-check away", "-"),
            (
                "one that is not",
                "",
                "+2h21m-1ms skip post-removal-check away",
                "not-due",
            ),
            (
                "a step of the device that is out",
                "",
                "+9h skip site-check away",
                "not-due",
            ),
        ],
    );
}

#[test]
fn closing_a_case() {
    refusals(
        OUT,
        &[
            ("a sign-off with a slot open", "", "+3h sign-off", "slot-open"),
            ("with the last one open", "+5h6m look-out", "+9h sign-off", "slot-open"),
            ("when all are done", "+6h6m look-out", "+6h6m sign-off", "-"),
            (
                "with R8 open",
                "+6h6m look-out tense=true; +7h6m look-out",
                "+7h7m sign-off",
                "slot-open",
            ),
            ("twice", "+6h6m look-out; +7h sign-off", "+8h sign-off", "case-closed"),
            ("an end is never refused", "", "+3h end-case died out", "-"),
            (
                "not even after a sign-off",
                "+6h6m look-out; +7h sign-off",
                "+8h end-case died out",
                "-",
            ),
            (
                "an end needs its reason",
                "",
                "+3h end-case device=out",
                "missing-field",
            ),
            ("and where the device is", "", "+3h end-case died", "missing-field"),
        ],
    );
    refusals(
        ADULT,
        &[
            ("a sign-off with the device in", "", "+9h sign-off", "device-in"),
            (
                "an end with the device in",
                "",
                "+9h end-case 'opened in error' in",
                "-",
            ),
        ],
    );
    refusals(
        BEFORE,
        &[("an end before the insertion", "", "+9h end-case duplicate out", "-")],
    );
    refusals(
        &format!("{ADULT}; +1h look as=c; +9h end-case died in as=e"),
        &[
            ("a check after the end is kept", "", "+9h look", "-"),
            ("care after the end", "", "+9h disinfect", "case-closed"),
            ("care from before it, typed later", "", "+9h-1ms look now=+10h", "-"),
            ("a removal after it", "", "+10h remove", "case-closed"),
            ("a handover after it", "", "+10h give-handover to=x", "case-closed"),
            ("a note", "", "+10h note x", "-"),
            ("word to somebody", "", "+10h tell 'the family'", "-"),
            ("patient data", "", "+10h update-patient name=x", "-"),
            ("a link", "", "+10h link case:2 same-patient", "-"),
            ("an amendment", "", "+10h amend of=c pain=3", "-"),
            ("a strike of the end", "", "+10h strike of=e", "-"),
            ("an acceptance", "", "+10h accept-handover", "-"),
            ("another end", "", "+10h end-case duplicate in", "-"),
            ("an amendment of the end", "", "+10h amend of=e to=mortuary", "-"),
        ],
    );
}
