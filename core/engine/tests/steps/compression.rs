//! Pressing on the puncture.

use crate::support::{ADULT, Bench, expect, table};

#[test]
fn the_removal_ends_every_task_of_the_dwelling_device() {
    table(
        &format!("{ADULT}; +30m access-review remove; +1h venous-access central; +90m transfer"),
        &[(
            "and asks for a compression and for checks",
            "+2h remove",
            "baseline-check -, first-check -, site-check -, disinfect -, flush -, access-review -, removal-target -, \
             dwell-warning-4h -, dwell-warning-1h -, dwell-limit -, remove-after-access -, removal -, limit -, \
             compression +2h every=+0, post-removal-check +2h15m every=+15m, phase removed",
        )],
    );
}

#[test]
fn a_compression_counts_when_it_ran_long_enough_and_the_bleeding_stopped() {
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "five minutes sharp",
                "+2h1m start-compression; +2h6m end-compression true",
                "compression -, R19 -",
            ),
            (
                "a millisecond less: due at once again, from its end",
                "+2h1m start-compression; +2h6m-1ms end-compression true",
                "compression +2h5m59s999ms every=+0, R19 amber compression-too-short",
            ),
            (
                "still bleeding, however long",
                "+2h1m start-compression; +2h31m end-compression false",
                "compression +2h31m, R19 amber compression-still-bleeding",
            ),
            (
                "ended early and dry, with a reason",
                "+2h1m start-compression; +2h3m end-compression true 'child would not hold still'",
                "compression -, R19 note compression-early-dry",
            ),
            (
                "a blank reason is none",
                "+2h1m start-compression; +2h3m end-compression true '  '",
                "compression +2h3m",
            ),
            (
                "one that ran before the needle was out is none of this needle's",
                "+1h start-compression!; +1h10m end-compression! true",
                "compression +2h",
            ),
            (
                "a reason does not help while it bleeds",
                "+2h1m start-compression; +2h3m end-compression false 'called away'",
                "compression +2h3m, R19 amber",
            ),
            (
                "a second bad end sets it anew",
                "+2h1m start-compression; +2h3m end-compression true; +2h4m start-compression; +2h8m end-compression true",
                "compression +2h8m",
            ),
            (
                "nothing is added up",
                "+2h1m start-compression; +2h4m end-compression true; +2h4m start-compression; +2h7m end-compression true",
                "compression +2h7m",
            ),
            (
                "a second start interrupts",
                "+2h1m start-compression; +2h4m start-compression; +2h7m end-compression true",
                "compression +2h7m, R19 amber compression-too-short",
            ),
            (
                "and counts from itself",
                "+2h1m start-compression; +2h4m start-compression; +2h9m end-compression true",
                "compression -",
            ),
            (
                "the minutes count from the start's time, not from its typing",
                "+2h1m start-compression now=+2h5m; +2h6m end-compression true",
                "compression -",
            ),
            (
                "a struck end leaves it running",
                "+2h1m start-compression; +2h6m end-compression true as=e; +2h7m strike of=e",
                "compression +2h due | @+9h compression due",
            ),
            (
                "a struck start leaves nothing",
                "+2h1m start-compression as=s; +2h6m end-compression true; +2h7m strike of=s",
                "compression +2h",
            ),
        ],
    );
}

#[test]
fn while_one_runs_the_task_stays_due() {
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "for however long",
                "+2h4m start-compression",
                "compression +2h due | @+2h5m compression due | @+9h compression due",
            ),
            (
                "also when it was long overdue",
                "+2h30m note x; +2h30m start-compression",
                "compression +2h due",
            ),
            (
                "until it ends badly",
                "+2h4m start-compression; +2h5m end-compression true",
                "compression +2h5m due | @+2h10m compression late",
            ),
            (
                "without one it grows late",
                "",
                "@+2h5m compression late | @+2h10m compression overdue | @+2h20m compression long-overdue",
            ),
        ],
    );
}

#[test]
fn the_minutes_in_force_when_it_started_hold() {
    let thinned = format!("{ADULT}; +1h update-patient anticoagulated=true; +2h remove");
    table(
        &thinned,
        &[
            (
                "ten with anticoagulants",
                "+2h1m start-compression; +2h11m end-compression true",
                "compression -",
            ),
            (
                "a millisecond less does not do",
                "+2h1m start-compression; +2h11m-1ms end-compression true",
                "compression +2h10m59s999ms",
            ),
            (
                "taken back before the start",
                "+2h0m30s update-patient anticoagulated=false; +2h1m start-compression; +2h6m end-compression true",
                "compression -",
            ),
            (
                "taken back while it runs",
                "+2h1m start-compression; +2h3m update-patient anticoagulated=false; +2h6m end-compression true",
                "compression +2h6m",
            ),
        ],
    );
    table(
        &format!("{ADULT}; +2h remove"),
        &[(
            "told while it runs",
            "+2h1m start-compression; +2h3m update-patient anticoagulated=true; +2h6m end-compression true",
            "compression -",
        )],
    );
}

#[test]
fn a_policy_sets_the_minutes() {
    let script = format!("{ADULT}; +2h remove; +2h1m start-compression; +2h6m end-compression true");
    let mut bench = Bench::new();
    bench.policy = Some(r#"{"id":"h","version":1,"parameters":{"compression.minutes":8}}"#.to_owned());
    bench.run(&script);
    assert_eq!(expect::problems(&bench, "compression +2h6m"), Vec::<String>::new());
    let moved = |at: &str| {
        format!(
            "{ADULT}; +2h remove; +2h1m start-compression; {at} move-policy {{\"id\":\"h\",\"version\":2,\
             \"parameters\":{{\"compression.minutes\":8}}}} now=+2h3m; +2h6m end-compression true"
        )
    };
    table(
        &moved("+2h2m"),
        &[("moved while it runs: those it started with", "", "compression -")],
    );
    table(
        &moved("+2h0m30s"),
        &[("moved before it started", "", "compression +2h6m")],
    );
}

#[test]
fn bleeding_found_afterwards_makes_it_due_at_once() {
    table(
        &format!("{ADULT}; +2h remove"),
        &[
            (
                "after one that counted",
                "+2h1m start-compression; +2h6m end-compression true; +2h30m look-out bleeding=oozing bleeding_colour=dark",
                "compression +2h30m every=+0",
            ),
            (
                "also by a check that does not count",
                "+2h1m start-compression; +2h6m end-compression true; +2h30m check bleeding=flowing",
                "compression +2h30m",
            ),
            (
                "not by one that found none",
                "+2h1m start-compression; +2h6m end-compression true; +2h30m look-out",
                "compression -",
            ),
            (
                "never later than it was",
                "+2h30m look-out bleeding=oozing bleeding_colour=dark",
                "compression +2h",
            ),
            (
                "the next that counts ends it",
                "+2h1m start-compression; +2h6m end-compression true; +2h30m check bleeding=oozing; \
                 +2h31m start-compression; +2h36m end-compression true",
                "compression -",
            ),
            (
                "bleeding found at the very end of one is ended by it",
                "+2h1m start-compression; +2h6m end-compression true; +2h6m check bleeding=oozing",
                "compression -",
            ),
            (
                "bleeding found before the removal does not count",
                "+1h look bleeding=oozing bleeding_colour=dark; +2h1m start-compression; +2h6m end-compression true",
                "compression -",
            ),
        ],
    );
}
