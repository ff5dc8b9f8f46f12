//! The site check: its intervals, what makes it due at once, what ends it.

use crate::support::{ADULT, table};

#[test]
fn it_is_hourly_for_children_the_unconscious_and_while_infusing() {
    for (patient, before, due) in [
        ("age_years=40 consciousness=conscious", "", "+2h"),
        ("age_years=12 consciousness=conscious", "", "+2h"),
        ("age_years=11 consciousness=conscious", "", "+1h"),
        ("age_months=144 consciousness=conscious", "", "+2h"),
        ("age_months=143 consciousness=conscious", "", "+1h"),
        ("age_band=12-or-over consciousness=conscious", "", "+2h"),
        ("age_band=under-12 consciousness=conscious", "", "+1h"),
        // The case is inserted on 28 May 2026.
        ("date_of_birth=2014-05-28 consciousness=conscious", "", "+2h"),
        ("date_of_birth=2014-05-29 consciousness=conscious", "", "+1h"),
        ("consciousness=conscious", "", "+1h"),
        ("age_years=40", "", "+1h"),
        ("age_years=40 consciousness=confused", "", "+1h"),
        ("age_years=40 consciousness=sedated", "", "+1h"),
        ("age_years=40 consciousness=unconscious", "", "+1h"),
        (
            "age_years=40 consciousness=conscious",
            "-5m start-product saline crystalloid;",
            "+1h",
        ),
        (
            "age_years=40 consciousness=conscious",
            "-5m start-product saline; -4m stop-product saline;",
            "+2h",
        ),
        (
            "age_years=40 consciousness=conscious",
            "-5m give-product adrenaline drug;",
            "+2h",
        ),
        (
            "age_years=40 consciousness=conscious",
            "-5m update-patient consciousness=sedated;",
            "+1h",
        ),
    ] {
        let script = format!("-10m open-case alias=Anna {patient}; {before} +0 insert ez-io proximal-tibia left");
        let expected = format!("site-check {due} every={due}");
        table(&script, &[("by patient", "", &expected)]);
    }
}

#[test]
fn it_counts_from_the_last_counting_check() {
    table(
        ADULT,
        &[
            ("from a counting check", "+30m look", "site-check +2h30m every=+2h"),
            ("not from an incomplete one", "+30m look colour=null", "site-check +2h"),
            (
                "from the last by when it was done, not when it was typed",
                "+1h look; +30m look",
                "site-check +3h",
            ),
            (
                "a struck one counts for nothing",
                "+30m look; +1h look as=c; +61m strike of=c",
                "site-check +2h30m",
            ),
            (
                "an amended one with its new time",
                "+1h look as=c; +2h amend of=c at=+50m",
                "site-check +2h50m",
            ),
            (
                "an amended one with its new findings",
                "+1h look pain=null as=c; +2h amend of=c pain=2",
                "site-check +3h",
            ),
            (
                "one before the insertion counts for nothing",
                "-5m look now=+1m",
                "site-check +2h",
            ),
            (
                "one at the insertion's own time is after it",
                "+0 look",
                "site-check +2h",
            ),
            (
                "it stays one task, due since then",
                "+30m look; +9h note later",
                "site-check +2h30m",
            ),
            (
                "a flush, a review, a disinfection do not end it",
                "+2h flush; +2h access-review keep; +2h disinfect",
                "site-check +2h",
            ),
        ],
    );
}

#[test]
fn a_change_of_interval_moves_it() {
    table(
        ADULT,
        &[
            (
                "a shorter one: last + new",
                "+50m update-patient consciousness=sedated",
                "site-check +1h every=+1h",
            ),
            (
                "but not before it began",
                "+90m update-patient consciousness=sedated",
                "site-check +90m every=+1h",
            ),
            (
                "at the very minute",
                "+1h update-patient consciousness=sedated",
                "site-check +1h",
            ),
            (
                "and never later than it was",
                "+130m update-patient consciousness=sedated",
                "site-check +2h",
            ),
            (
                "a longer one: last + new",
                "+50m update-patient consciousness=sedated; +55m update-patient consciousness=conscious",
                "site-check +2h every=+2h",
            ),
            (
                "a longer one also when it was due already",
                "+50m update-patient consciousness=sedated; +70m update-patient consciousness=conscious",
                "site-check +2h",
            ),
            (
                "a product that starts",
                "+30m start-product saline crystalloid",
                "site-check +1h",
            ),
            (
                "a product late in the interval",
                "+100m start-product saline crystalloid",
                "site-check +100m",
            ),
            (
                "and stops",
                "+30m start-product saline crystalloid; +40m stop-product Saline",
                "site-check +2h",
            ),
            (
                "while one of two still runs",
                "+30m start-product saline; +35m start-product blood; +40m stop-product saline",
                "site-check +1h",
            ),
            (
                "a single dose does not infuse",
                "+30m give-product adrenaline drug",
                "site-check +2h",
            ),
            (
                "a corrected age holds from the insertion",
                "+90m update-patient age_years=8",
                "site-check +1h",
            ),
            (
                "and the other way round",
                "+1m update-patient age_years=8; +50m look; +90m update-patient age_years=18",
                "site-check +2h50m",
            ),
            (
                "from the last check, once there is one",
                "+30m look; +50m update-patient consciousness=sedated",
                "site-check +90m",
            ),
            (
                "a check and the change at one time",
                "+50m update-patient consciousness=sedated; +50m look",
                "site-check +1h50m",
            ),
            (
                "a strike of the change takes it back",
                "+50m update-patient consciousness=sedated as=u; +55m strike of=u",
                "site-check +2h",
            ),
        ],
    );
}

#[test]
fn some_things_make_it_due_at_once() {
    table(
        ADULT,
        &[
            ("a transfer", "+30m transfer", "site-check +30m every=+0"),
            (
                "a handover given",
                "+30m give-handover to=ward",
                "site-check +30m every=+0",
            ),
            (
                "a flush with resistance",
                "+30m flush resistance=true",
                "site-check +30m every=+0",
            ),
            ("a blocked flush", "+30m flush blocked=true", "site-check +30m every=+0"),
            (
                "a free flush does not",
                "+30m flush resistance=false blocked=false",
                "site-check +2h",
            ),
            ("by when it was done", "+1h note x; +30m transfer", "site-check +30m"),
            (
                "a second one leaves it where it was",
                "+30m transfer; +40m transfer",
                "site-check +30m",
            ),
            (
                "never later: it was due already",
                "+130m transfer",
                "site-check +2h every=+2h",
            ),
            (
                "a counting check ends it",
                "+30m transfer; +31m look",
                "site-check +2h31m every=+2h",
            ),
            (
                "an incomplete one does not",
                "+30m transfer; +31m look pulse=null",
                "site-check +30m",
            ),
            (
                "a check before it does not",
                "+29m look; +30m transfer",
                "site-check +30m",
            ),
            (
                "a check at the same time does, typed after",
                "+30m transfer; +30m look",
                "site-check +2h30m",
            ),
            ("and typed before", "+30m look; +30m transfer", "site-check +2h30m"),
            (
                "nothing from before the insertion",
                "-1m transfer; -1m flush blocked=true",
                "site-check +2h",
            ),
            (
                "a longer interval leaves it due",
                "+20m start-product a; +30m transfer; +35m stop-product a",
                "site-check +30m",
            ),
            (
                "struck, it never was",
                "+30m transfer as=t; +31m strike of=t",
                "site-check +2h",
            ),
        ],
    );
}

#[test]
fn a_vesicant_asks_for_a_check_in_the_quarter_before() {
    table(
        ADULT,
        &[
            (
                "started with no check",
                "+30m start-product amiodarone vesicant",
                "site-check +30m every=+0",
            ),
            (
                "given with no check",
                "+30m give-product noradrenaline vesicant",
                "site-check +30m every=+0",
            ),
            (
                "a check 15 min before suffices",
                "+30m look; +45m give-product x vesicant",
                "site-check +2h30m",
            ),
            (
                "a millisecond longer ago does not",
                "+30m look; +45m+1ms give-product x vesicant",
                "site-check +45m1ms",
            ),
            (
                "a check at the same time does",
                "+30m give-product x vesicant; +30m look",
                "site-check +2h30m",
            ),
            (
                "an incomplete check does not",
                "+30m look pain=null; +31m give-product x vesicant",
                "site-check +31m",
            ),
            (
                "other classes do not ask",
                "+30m give-product x lipid; +31m give-product y drug; +32m give-product z",
                "site-check +2h",
            ),
            (
                "one that runs shortens the interval besides",
                "+30m look; +40m start-product x vesicant",
                "site-check +90m every=+1h",
            ),
            (
                "a check after it ends it",
                "+30m give-product x vesicant; +35m look",
                "site-check +2h35m",
            ),
        ],
    );
}

#[test]
fn what_makes_it_due_at_once_at_the_time_it_falls_due_changes_nothing() {
    table(ADULT, &[("", "+2h transfer", "site-check +2h every=+2h")]);
}
