//! Time and record: two of one thing, strikes, amendments, equal times, and what was before the insertion.

use marrow_engine::fold::fold;

use crate::support::bench::stream;
use crate::support::{ADULT, BEFORE, Bench, shipped, table};

#[test]
fn of_two_insertions_or_removals_the_earliest_counts() {
    table(
        BEFORE,
        &[
            (
                "two insertions merged",
                "A>B; +0 insert ez-io proximal-tibia left; B -7m insert ez-io proximal-tibia left; B>A",
                "limit +23h53m, site-check +1h53m, baseline-check -7m",
            ),
            (
                "whichever is on this phone",
                "A>B; -7m insert ez-io proximal-tibia left; B +0 insert sam-io proximal-tibia left; B>A",
                "limit +23h53m",
            ),
            (
                "the earliest struck: the other",
                "A>B; +0 insert ez-io proximal-tibia left; B -7m insert ez-io proximal-tibia left as=i; B>A; +1h strike of=i",
                "limit +24h, site-check +2h",
            ),
            (
                "amended to a later time: the other",
                "A>B; +0 insert ez-io proximal-tibia left as=i; B +5m insert ez-io proximal-tibia left; +10m amend of=i at=+9m; B>A",
                "limit +24h5m",
            ),
        ],
    );
    table(
        ADULT,
        &[
            (
                "two removals merged",
                "A>B; +2h remove; B +1h55m remove; B>A",
                "compression +1h55m, post-removal-check +2h10m, phase removed",
            ),
            (
                "the earliest struck",
                "A>B; +2h remove; B +1h55m remove as=r; B>A; +3h strike of=r",
                "compression +2h",
            ),
            (
                "a removal from before the insertion removes nothing",
                "-1m remove!",
                "phase dwelling, limit +24h",
            ),
            (
                "one at the insertion's own time does",
                "+0 remove!",
                "phase removed, compression +0",
            ),
        ],
    );
}

#[test]
fn what_is_struck_never_was_and_what_is_amended_was_so() {
    table(
        ADULT,
        &[
            (
                "struck",
                "+1h look as=c; +2h strike of=c",
                "site-check +2h, baseline-check +0",
            ),
            (
                "reinstated",
                "+1h look as=c; +2h strike of=c; +3h reinstate of=c",
                "site-check +3h",
            ),
            (
                "struck again",
                "+1h look as=c; +2h strike of=c; +3h reinstate of=c; +4h strike of=c",
                "site-check +2h",
            ),
            (
                "a strike of what was amended",
                "+1h look as=c; +2h amend of=c at=+50m; +3h strike of=c",
                "site-check +2h",
            ),
            (
                "amended twice: the later one",
                "+1h look as=c; +2h amend of=c at=+50m; +3h amend of=c at=+55m",
                "site-check +2h55m",
            ),
            (
                "the amendment struck: as it was",
                "+1h look as=c; +2h amend of=c at=+50m as=a; +3h strike of=a",
                "site-check +3h",
            ),
            (
                "the later one struck: the one before",
                "+1h look as=c; +2h amend of=c at=+50m; +3h amend of=c at=+55m as=a; +4h strike of=a",
                "site-check +2h50m",
            ),
            (
                "a field and a time, each by its own amendment",
                "+1h look pain=null as=c; +2h amend of=c pain=1; +3h amend of=c at=+50m",
                "site-check +2h50m",
            ),
            (
                "a field taken away",
                "+1h look as=c; +2h amend of=c pain=null",
                "site-check +2h",
            ),
        ],
    );
}

#[test]
fn concurrent_amendments_the_earliest_time_and_the_last_field() {
    table(
        &format!("{ADULT}; +1h look as=c; A>B; A>C"),
        &[
            (
                "the earliest time",
                "+2h amend of=c at=+50m; B +2h amend of=c at=+40m; B>A",
                "site-check +2h40m",
            ),
            (
                "whichever phone has it",
                "+2h amend of=c at=+40m; B +2h amend of=c at=+50m; B>A",
                "site-check +2h40m",
            ),
            (
                "of three",
                "+2h amend of=c at=+50m; B +2h amend of=c at=+40m; C +2h amend of=c at=+45m; C>B; B>A",
                "site-check +2h40m",
            ),
            (
                "one that saw both holds, though later",
                "+2h amend of=c at=+50m; B +2h amend of=c at=+40m; B>A; +3h amend of=c at=+55m",
                "site-check +2h55m",
            ),
            (
                "one that saw the earlier one only is concurrent with the other",
                "B +2h amend of=c at=+40m; C +2h amend of=c at=+45m; B>A; +3h amend of=c at=+55m; C>A",
                "site-check +2h45m",
            ),
            (
                "a field: the last in order, by stream at equal Lamport times",
                "B +2h amend of=c tense=true; +2h amend of=c tense=false; B>A",
                "R8 red",
            ),
            (
                "by Lamport time before that",
                "B +2h amend of=c tense=true; +1h30m note x; +1h31m note y; +2h amend of=c tense=false; B>A",
                "R8 -",
            ),
            (
                "different fields do not meet",
                "B +2h amend of=c tense=true; +2h amend of=c swelling=true; B>A",
                "R8 red, R9 red",
            ),
        ],
    );
    let mut bench = Bench::play(ADULT);
    bench.run("+1h look as=c; A>B; +2h amend of=c pain=1; B +2h amend of=c pain=2; B>A");
    let look = bench.look('A', bench.now());
    let check = look.state.entries.iter().find(|f| f.entry.id == bench.id("c")).unwrap();
    assert_eq!(check.amended_by.len(), 2, "all are shown");
}

#[test]
fn strikes_and_reinstatements_meet_by_what_they_saw() {
    table(
        &format!("{ADULT}; +1h look as=c; A>B"),
        &[
            (
                "struck on two phones, reinstated having seen one: still struck",
                "B +2h strike of=c; +2h strike of=c; +3h reinstate of=c; B>A",
                "site-check +2h",
            ),
            (
                "reinstated having seen both",
                "B +2h strike of=c; +2h strike of=c; B>A; +3h reinstate of=c",
                "site-check +3h",
            ),
            (
                "struck again by one who had not seen the reinstatement",
                "+2h strike of=c; +3h reinstate of=c; B +4h strike of=c; B>A",
                "site-check +2h",
            ),
            (
                "struck here, amended there",
                "+2h strike of=c; B +2h amend of=c at=+50m; B>A; +3h reinstate of=c",
                "site-check +2h50m",
            ),
        ],
    );
}

#[test]
fn at_equal_times_what_ends_a_step_is_taken_last() {
    table(
        ADULT,
        &[
            ("check and transfer", "+1h look; +1h transfer", "site-check +3h"),
            (
                "across phones, whichever is recorded first",
                "A>B; B +1h look; +1h transfer; B>A",
                "site-check +3h",
            ),
            (
                "review and enough fluid",
                "+1h access-review keep; +1h adequate-volume",
                "access-review +5h",
            ),
            (
                "review remove and enough fluid",
                "+1h access-review remove; +1h adequate-volume",
                "access-review -, removal +1h",
            ),
            (
                "check and shorter interval",
                "+1h look; +1h update-patient consciousness=sedated",
                "site-check +2h",
            ),
            (
                "skip and transfer",
                "+2h transfer; +2h skip site-check away",
                "site-check +2h30m",
            ),
            (
                "else recording order: the later of two reviews",
                "+1h access-review remove; +1h access-review keep",
                "removal -, access-review +5h",
            ),
        ],
    );
}

#[test]
fn what_was_done_before_the_insertion_has_no_effect_on_its_steps() {
    table(
        BEFORE,
        &[
            (
                "neither checks nor disinfections nor reviews nor access",
                "-5m disinfect; -5m adequate-volume; -5m venous-access central; -5m transfer; -4m flush!; \
                 +0 insert ez-io proximal-tibia left antiseptic=iodine; -3m look; -3m access-review! keep",
                "baseline-check +0, first-check +30m, site-check +2h, disinfect +5h, access-review +2h, R7 -",
            ),
            (
                "patient data does",
                "-5m update-patient consciousness=unconscious; +0 insert ez-io proximal-tibia left",
                "site-check +1h",
            ),
            (
                "and products started",
                "-5m start-product saline; +0 insert ez-io proximal-tibia left",
                "site-check +1h",
            ),
            (
                "an extension and a keep do not",
                "+0 insert ez-io proximal-tibia left; -1m extend! 48 a b; -1m keep-past-limit! 4 a b",
                "limit +24h, dwell-limit +24h",
            ),
            (
                "an insertion amended to a later time leaves them behind",
                "+0 insert ez-io proximal-tibia left as=i; +5m look; +20m amend of=i at=+10m",
                "baseline-check +10m, site-check +2h10m",
            ),
            (
                "and to an earlier one takes them in",
                "+0 insert ez-io proximal-tibia left as=i; -5m look; +20m amend of=i at=-6m",
                "baseline-check -, site-check +1h55m",
            ),
        ],
    );
}

#[test]
fn a_chain_that_forks_or_lacks_a_part_says_so() {
    let whole = Bench::play(&format!("{ADULT}; +1h look; +2h look; +3h look"));
    let known = |arrivals| {
        let state = fold(whole.case, arrivals, shipped());
        (state.forks, state.gaps)
    };
    assert_eq!(known(whole.all()), (Vec::new(), Vec::new()));
    // Entries 3 and 4 of five have not arrived: one chain lacks something, said once.
    let arrivals = whole.all().into_iter();
    let without: Vec<_> = arrivals.filter(|a| ![3, 4].contains(&a.entry.envelope.seq)).collect();
    assert_eq!(known(without), (Vec::new(), vec![stream('A')]));
    let twice_without = whole
        .all()
        .into_iter()
        .filter(|a| ![2, 4].contains(&a.entry.envelope.seq));
    assert_eq!(known(twice_without.collect()), (Vec::new(), vec![stream('A')]));
    let without_first: Vec<_> = whole.all().into_iter().skip(1).collect();
    assert_eq!(known(without_first), (Vec::new(), vec![stream('A')]));

    // A phone that went back to an older backup writes another third entry.
    let mut restored = Bench::play(ADULT);
    restored.run("+1h flush");
    let forked = [whole.all(), restored.all()].concat();
    assert_eq!(known(forked.clone()), (vec![(stream('A'), 3)], Vec::new()));
    assert_eq!(fold(whole.case, forked, shipped()).entries.len(), 6, "both are kept");
}
