//! After the removal: the checks by slots, the sign-off, and the end of a case.

use crate::support::{ADULT, OUT, table};

/// Every slot done: 15, 30, 60, 120, 180 and 240 min after the compression ended at 2 h 6 min.
const WATCHED: &str = "+2h21m look-out; +2h36m look-out; +3h6m look-out; +4h6m look-out; +5h6m look-out";

#[test]
fn slots_count_from_the_end_of_the_last_compression_that_counted() {
    table(
        OUT,
        &[
            ("the first", "", "post-removal-check +2h21m every=+15m"),
            ("the second", "+2h21m look-out", "post-removal-check +2h36m every=+15m"),
            ("the third", "+2h36m look-out", "post-removal-check +3h6m every=+30m"),
            ("the fourth", "+3h6m look-out", "post-removal-check +4h6m every=+1h"),
            ("the fifth", "+4h6m look-out", "post-removal-check +5h6m every=+1h"),
            ("the sixth", "+5h6m look-out", "post-removal-check +6h6m every=+1h"),
            (
                "no more after 240 min",
                "+6h6m look-out",
                "post-removal-check -, sign-off +6h6m",
            ),
            (
                "another compression that counts: all anew",
                "+2h21m look-out; +3h start-compression; +3h5m end-compression true",
                "post-removal-check +3h20m every=+15m",
            ),
            (
                "one that does not count moves nothing",
                "+2h21m look-out; +3h start-compression; +3h1m end-compression true",
                "post-removal-check +2h36m",
            ),
            (
                "one ended early and dry counts",
                "+3h start-compression; +3h1m end-compression true 'no bleeding at all'",
                "post-removal-check +3h16m",
            ),
            (
                "a check before the end of it ends no slot",
                "+2h5m look-out",
                "post-removal-check +2h21m",
            ),
        ],
    );
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "from the removal while none has",
                "",
                "post-removal-check +2h15m every=+15m",
            ),
            ("checks end those slots", "+2h15m look-out", "post-removal-check +2h30m"),
            (
                "until one does",
                "+2h15m look-out; +2h20m start-compression; +2h25m end-compression true",
                "post-removal-check +2h40m every=+15m",
            ),
            (
                "and not one that does not count",
                "+2h15m look-out; +2h20m start-compression; +2h24m end-compression true",
                "post-removal-check +2h30m",
            ),
        ],
    );
}

#[test]
fn a_counting_check_ends_the_slots_due_and_the_next_if_hardly_early() {
    table(
        OUT,
        &[
            ("five minutes early", "+2h16m look-out", "post-removal-check +2h36m"),
            (
                "a millisecond more is too early",
                "+2h16m-1ms look-out",
                "post-removal-check +2h21m",
            ),
            ("all that are due", "+3h10m look-out", "post-removal-check +4h6m"),
            ("and the next with them", "+2h31m look-out", "post-removal-check +3h6m"),
            (
                "but only the next",
                "+2h21m look-out; +2h35m look-out; +2h36m look-out",
                "post-removal-check +3h6m",
            ),
            (
                "an incomplete one ends none",
                "+2h21m look-out pain=null",
                "post-removal-check +2h21m",
            ),
            ("missed ones are one task", "", "@+9h post-removal-check +2h21m"),
            (
                "one late check ends them all",
                "+9h look-out",
                "post-removal-check -, sign-off +9h",
            ),
            (
                "a struck one ends none",
                "+2h21m look-out as=c; +2h22m strike of=c",
                "post-removal-check +2h21m",
            ),
            (
                "a check while the device was in ends none",
                "+2h-1ms look",
                "post-removal-check +2h21m",
            ),
        ],
    );
}

#[test]
fn they_go_on_hourly_while_the_limb_or_the_site_is_flagged() {
    table(
        &format!("{OUT}; {WATCHED}"),
        &[
            (
                "while R9 is open",
                "+5h30m check swelling=true; +6h6m look-out",
                "post-removal-check +7h6m every=+1h, sign-off -, R9 red",
            ),
            (
                "while R8 is open",
                "+5h30m check tense=true; +6h6m look-out",
                "post-removal-check +7h6m every=+1h, sign-off -, R8 red",
            ),
            (
                "hour after hour",
                "+5h30m check swelling=true; +6h6m look-out; +7h6m look-out; +8h1m look-out",
                "post-removal-check +9h6m every=+1h",
            ),
            (
                "until a check clears it: that one may be the last",
                "+5h30m check swelling=true; +6h6m look-out; +7h6m look-out swelling=false",
                "post-removal-check -, sign-off +7h6m",
            ),
            (
                "cleared between two slots",
                "+5h30m check swelling=true; +6h6m look-out; +6h30m check swelling=false",
                "post-removal-check -, sign-off +6h30m",
            ),
            (
                "opened when all were done",
                "+6h6m look-out; +6h30m look-out swelling=true",
                "post-removal-check +7h6m, sign-off -",
            ),
            (
                "other flags do not keep it going",
                "+5h30m check redness=true breathless=true; +6h6m look-out inflammation=mild pain=not-assessable",
                "post-removal-check -, sign-off +6h6m, R10 amber, R11 red, R13 note",
            ),
        ],
    );
}

#[test]
fn a_skip_ends_the_slots_then_due() {
    table(
        OUT,
        &[
            (
                "the one that is due",
                "+2h21m skip post-removal-check refused",
                "post-removal-check +2h36m",
            ),
            (
                "all that are",
                "+3h30m skip post-removal-check emergency",
                "post-removal-check +4h6m",
            ),
            (
                "and not one that is hardly early",
                "+2h32m skip post-removal-check away",
                "post-removal-check +2h36m",
            ),
            (
                "the last one",
                "+9h skip post-removal-check away",
                "post-removal-check -, sign-off +9h",
            ),
        ],
    );
}

#[test]
fn the_sign_off_is_due_when_the_last_slot_is_done() {
    table(
        &format!("{OUT}; {WATCHED}"),
        &[
            ("not before", "", "sign-off -"),
            ("then", "+6h6m look-out", "sign-off +6h6m every=+0 | @+99h sign-off due"),
            (
                "when the last is done a little early",
                "+6h1m look-out",
                "sign-off +6h1m",
            ),
            (
                "it closes the case",
                "+6h6m look-out; +7h sign-off advice_given=true",
                "sign-off -, phase closed, post-removal-check -",
            ),
            (
                "struck, the case is open again",
                "+6h6m look-out; +7h sign-off as=s; +8h strike of=s",
                "sign-off +6h6m, phase removed",
            ),
            (
                "another compression that counts: not yet",
                "+6h6m look-out; +7h start-compression; +7h5m end-compression true",
                "sign-off -, post-removal-check +7h20m",
            ),
        ],
    );
}

#[test]
fn the_end_of_a_case_ends_every_task() {
    for (before, phase) in [
        ("-10m open-case alias=Anna", "awaiting"),
        (ADULT, "dwelling"),
        (OUT, "removed"),
    ] {
        let gone = "record-insertion -, baseline-check -, site-check -, disinfect -, dwell-limit -, compression -, \
                    post-removal-check -, handover-accept -, limit -, R1 -, R14 -, phase closed";
        let rows = [
            (
                "whatever is open",
                "+10h give-handover to=x; +30h end-case died in".to_owned(),
                gone.to_owned(),
            ),
            (
                "for any reason",
                "+30h end-case duplicate out".to_owned(),
                gone.to_owned(),
            ),
            (
                "struck, all is back",
                "+30h end-case 'left our care' in as=e; +31h strike of=e".to_owned(),
                format!("phase {phase}"),
            ),
        ];
        for (name, script, expected) in rows {
            table(before, &[(name, &script, &expected)]);
        }
    }
}

#[test]
fn beyond_the_list_they_count_from_when_a_flag_opened_without_a_break() {
    let done = format!("{OUT}; {WATCHED}; +6h6m look-out");
    table(
        &done,
        &[
            // An incomplete check finds something and ends no slot: asked again at the next full hour after the list.
            (
                "a flag",
                "+7h check tense=true",
                "post-removal-check +7h6m every=+1h, sign-off -",
            ),
            (
                "another before it clears",
                "+7h check tense=true; +7h30m check swelling=true; +7h40m check tense=false",
                "post-removal-check +7h6m every=+1h",
            ),
            (
                "another after it cleared",
                "+7h check tense=true; +7h20m check tense=false; +7h30m check swelling=true",
                "post-removal-check +8h6m every=+1h",
            ),
            (
                "signing off falls due when the last of these clears",
                "+7h check tense=true; +7h30m check tense=false",
                "post-removal-check -, sign-off +7h30m",
            ),
            (
                "others do not count",
                "+7h check redness=true; +7h30m check redness=false",
                "sign-off +6h6m",
            ),
        ],
    );
}
