//! Handing over: one task, ended by who has seen it and never by clocks.

use crate::support::bench::stream;
use crate::support::{ADULT, BEFORE, Bench, OUT, table};

#[test]
fn a_handover_waits_for_its_acceptance() {
    table(
        ADULT,
        &[
            (
                "due 15 min after it was given",
                "+1h give-handover to=ward",
                "handover-accept +75m every=+15m upcoming",
            ),
            ("none without one", "", "handover-accept -"),
            (
                "by when it was given",
                "+2h note x; +1h give-handover to=ward",
                "handover-accept +75m",
            ),
            (
                "one task, from the latest",
                "+1h give-handover to=a; +2h give-handover to=b",
                "handover-accept +2h15m",
            ),
            (
                "latest by when it was given",
                "+2h give-handover to=b; +1h give-handover to=a",
                "handover-accept +2h15m",
            ),
            (
                "struck, it never was",
                "+1h give-handover to=a as=h; +2h strike of=h",
                "handover-accept -",
            ),
            (
                "a struck later one leaves the earlier",
                "+1h give-handover to=a; +2h give-handover to=b as=h; +3h strike of=h",
                "handover-accept +75m",
            ),
            (
                "accepted by word, at the giver",
                "+1h give-handover to=a; +65m accept-handover by_word=true",
                "handover-accept -",
            ),
            (
                "which ends the earlier ones",
                "+1h give-handover to=a; +2h give-handover to=b; +3h accept-handover by_word=true",
                "handover-accept -",
            ),
            (
                "but not later ones",
                "+1h give-handover to=a; +65m accept-handover by_word=true; +2h give-handover to=b",
                "handover-accept +2h15m",
            ),
            (
                "a struck acceptance counts for nothing",
                "+1h give-handover to=a; +65m accept-handover by_word=true as=x; +70m strike of=x",
                "handover-accept +75m",
            ),
        ],
    );
    table(
        BEFORE,
        &[(
            "before the insertion, too",
            "-5m give-handover to=ward",
            "handover-accept +10m",
        )],
    );
    table(
        OUT,
        &[(
            "and after the removal",
            "+3h give-handover to=ward",
            "handover-accept +3h15m",
        )],
    );
}

#[test]
fn an_acceptance_ends_what_it_has_seen() {
    table(
        ADULT,
        &[
            (
                "accepted on the other phone",
                "+1h give-handover to=B; A>B; B +65m accept-handover; B>A",
                "A@ handover-accept - | B@ handover-accept -",
            ),
            (
                "the giver does not know until it is told",
                "+1h give-handover to=B; A>B; B +65m accept-handover",
                "A@ handover-accept +75m | B@ handover-accept -",
            ),
            (
                "one that had not seen it does not",
                "A>B; +1h give-handover to=B; B +2h accept-handover; B>A",
                "handover-accept +75m",
            ),
            (
                "however its clock stood: seen, and performed before it was given",
                "+1h give-handover to=B; A>B; B +30m accept-handover now=+30m; B>A",
                "handover-accept -",
            ),
            (
                "one that saw the first alone leaves the second",
                "+1h give-handover to=B; A>B; +2h give-handover to=C; B +3h accept-handover; B>A",
                "handover-accept +2h15m",
            ),
            (
                "one that saw the latest ends the earlier ones",
                "+1h give-handover to=B; +2h give-handover to=C; A>C; C +3h accept-handover; C>A",
                "handover-accept -",
            ),
            (
                "seen by way of a third phone",
                "+1h give-handover to=C; A>B; B +61m note x; B>C; C +65m accept-handover; C>A",
                "handover-accept -",
            ),
            (
                "handed on by the one who accepted",
                "+1h give-handover to=B; A>B; B +65m accept-handover; B +2h give-handover to=C; B>A",
                "handover-accept +2h15m",
            ),
        ],
    );
}

#[test]
fn who_reminds_is_who_opened_or_accepted_last() {
    // The script; whether A, then B, reminds as A has it; the same as B has it.
    let told = |bench: &Bench, on: char| {
        let state = bench.state(on).unwrap();
        ['A', 'B'].map(|phone| state.watched_by(&|of| of == stream(phone)))
    };
    let (a, b, nobody) = ([true, false], [false, true], [false, false]);
    for (script, on_a, on_b) in [
        ("A>B", a, a),
        ("+1h give-handover to=ward; A>B", a, a),
        ("+1h give-handover to=ward; A>B; B +70m accept-handover", a, b),
        ("+1h give-handover to=ward; A>B; B +70m accept-handover; B>A", b, b),
        // By word, at the giver: it reminds no more, whoever does.
        (
            "+1h give-handover to=ward; +70m accept-handover by_word=true; A>B",
            nobody,
            nobody,
        ),
        ("A>B; B +70m accept-handover as=it; B +2h strike of=it; B>A", a, a),
        ("A>B; B +70m accept-handover; B>A; +3h accept-handover; A>B", a, a),
    ] {
        let bench = Bench::play(&format!("{ADULT}; {script}"));
        assert_eq!((told(&bench, 'A'), told(&bench, 'B')), (on_a, on_b), "{script}");
    }
}
