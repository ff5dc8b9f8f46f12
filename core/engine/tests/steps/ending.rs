//! How a task ends: done, skipped, or cancelled; "later" only moves the reminder.

use crate::support::{ADULT, Bench, table};

#[test]
fn a_skip_brings_repeating_steps_back() {
    table(
        ADULT,
        &[
            (
                "the site check in 30 min",
                "+2h skip site-check refused",
                "site-check +2h30m every=+30m skips=1",
            ),
            (
                "the disinfection in 60",
                "+5h skip disinfect away",
                "disinfect +6h every=+1h skips=1",
            ),
            (
                "the review in 60",
                "+2h skip access-review emergency",
                "access-review +3h every=+1h skips=1",
            ),
            (
                "from when it was skipped",
                "+2h40m skip site-check away",
                "site-check +3h10m",
            ),
            (
                "one that was due at once",
                "+1h transfer; +65m skip site-check away",
                "site-check +95m every=+30m",
            ),
            (
                "due at once again after it",
                "+2h skip site-check away; +2h10m transfer",
                "site-check +2h10m every=+0",
            ),
            (
                "a change of interval does not move it",
                "+2h skip site-check away; +2h5m update-patient consciousness=sedated",
                "site-check +2h30m every=+30m",
            ),
            (
                "nor back",
                "+1m update-patient consciousness=sedated; +1h skip site-check away; +61m update-patient consciousness=conscious",
                "site-check +90m every=+30m",
            ),
            (
                "done after it: the interval as it is",
                "+2h skip site-check away; +2h20m look",
                "site-check +4h20m every=+2h skips=0",
            ),
            (
                "skipped twice",
                "+2h skip site-check away; +2h30m skip site-check away",
                "site-check +3h skips=2",
            ),
            (
                "a struck skip never was",
                "+2h skip site-check away as=s; +2h1m strike of=s",
                "site-check +2h skips=0",
            ),
            (
                "skipping one leaves the others",
                "+2h skip site-check away",
                "access-review +2h, first-check +30m, baseline-check +0",
            ),
        ],
    );
}

#[test]
fn a_skip_ends_the_baseline_and_the_first_check() {
    table(
        ADULT,
        &[
            (
                "the baseline",
                "+0 skip baseline-check emergency",
                "baseline-check -, first-check +30m",
            ),
            (
                "the first check",
                "+30m skip first-check emergency",
                "first-check -, baseline-check +0",
            ),
            (
                "struck, they are back",
                "+0 skip baseline-check away as=s; +1m strike of=s",
                "baseline-check +0",
            ),
            (
                "other, in words",
                "+30m skip first-check other 'in the scanner'",
                "first-check -",
            ),
        ],
    );
}

#[test]
fn later_moves_no_due_time() {
    let mut bench = Bench::play(ADULT);
    let before = bench.look('A', crate::support::offset("+2h5m")).due("site-check");
    bench.run("+2h5m snooze site-check");
    let after = bench.look('A', crate::support::offset("+2h5m"));
    assert_eq!(after.due("site-check"), before);
    assert_eq!(after.state.entries.len(), 2, "it concerns this phone alone");
}

#[test]
fn missed_repeats_are_one_task_that_shows_since_when() {
    let bench = Bench::play(&format!("{ADULT}; +30m look"));
    for hours in [3, 5, 9, 23] {
        let look = bench.look('A', hours * 3_600_000);
        let found: Vec<_> = look.tasks.iter().filter(|t| t.step == "site-check").collect();
        assert_eq!(found.len(), 1);
        assert_eq!(look.due("site-check"), Some(150 * 60_000), "since then");
    }
}

#[test]
fn a_skip_from_elsewhere_counts_like_one_from_here() {
    table(
        &format!("{ADULT}; A>B"),
        &[
            (
                "skipped there",
                "B +2h skip site-check away; B>A",
                "site-check +2h30m skips=1",
            ),
            (
                "skipped on both",
                "B +2h skip site-check away; +2h1m skip site-check away; B>A",
                "site-check +2h31m skips=2",
            ),
            (
                "done here, skipped there before that",
                "B +2h skip site-check away; +2h5m look; B>A",
                "site-check +4h5m skips=0",
            ),
        ],
    );
}
