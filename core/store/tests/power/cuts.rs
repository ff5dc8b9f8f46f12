//! Power cuts in thousands: nothing acknowledged is lost, nothing is there by half, and the store
//! opens.

use crate::round::{LOST, Round, Tally};

/// Plays rounds from this seed on until there were so many cuts.
fn play(first: u64, cuts: usize, draw: fn(u64) -> Round) -> Tally {
    let mut total = Tally::default();
    let mut seed = first;
    while total.cuts < cuts {
        let round = draw(seed);
        let course = format!("{:?}", round.course);
        match round.play() {
            Ok(tally) => total.add(tally),
            Err(what) => panic!("seed {seed}, {course}: {what}"),
        }
        seed += 1;
    }
    println!("seeds {first} to {}: {total:?}", seed - 1);
    total
}

/// That the cuts were such as prove something.
fn assert_telling(tally: Tally) {
    assert!(tally.nested * 10 > tally.cuts, "few cuts after cuts: {tally:?}");
    assert!(tally.taken * 10 > tally.cuts, "few cuts fell in a commit: {tally:?}");
    assert!(tally.left * 20 > tally.cuts, "few cuts left a commit whole: {tally:?}");
    assert!(tally.unknowable * 200 < tally.cuts, "{tally:?}");
}

// Two tests, so that they run side by side.
#[test]
fn a_power_cut_takes_nothing_that_was_acknowledged() {
    assert_telling(play(0, 1_500, Round::draw));
}

#[test]
fn a_power_cut_takes_nothing_that_was_acknowledged_either() {
    assert_telling(play(1_000, 1_500, Round::draw));
}

#[test]
fn a_power_cut_in_the_making_leaves_a_store_or_room_for_one() {
    let tally = play(2_000, 1_000, Round::of_making);
    assert!(tally.nested * 3 > tally.cuts, "few cuts after cuts: {tally:?}");
}

/// `MARROW_POWER_CUTS` and `MARROW_POWER_SEED` change the number and the first seed.
#[test]
#[ignore = "takes minutes; for the time before a release"]
fn fifty_thousand_power_cuts() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse().unwrap());
    let seed = number("MARROW_POWER_SEED").unwrap_or(1_000_000);
    let cuts = number("MARROW_POWER_CUTS").unwrap_or(50_000);
    assert_telling(play(seed, usize::try_from(cuts).unwrap(), Round::draw));
}

#[test]
fn the_same_seed_gives_the_same_cuts() {
    let first = Round::draw(77).play().unwrap();
    assert!(first.cuts > 100, "{first:?}");
    assert_eq!(Round::draw(77).play(), Ok(first));
}

/// The cuts find what they are there to find: a store that doesn't wait for the disk.
#[test]
fn without_syncs_the_cuts_find_lost_entries() {
    let findings: Vec<String> = (0..10)
        .filter_map(|seed| Round::draw(seed).without_syncs().play().err())
        .collect();
    let lost = findings.iter().filter(|what| what.contains(LOST)).count();
    println!("{} of 10 runs fail, {lost} with lost entries", findings.len());
    assert!(findings.len() >= 9 && lost >= 3, "{findings:#?}");
}
