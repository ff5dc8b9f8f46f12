//! Power cuts and failing disks.
//!
//! A kill leaves what was written; a power cut leaves only what was synced, and any part of the
//! rest. So SQLite's files go through a VFS that records ([`vfs`], [`tape`]), and a simulated disk
//! ([`disk`]) says what is left of a recording when the power goes.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic; so may what it calls"
)]

mod cuts;
mod dice;
mod disk;
mod plan;
mod run;
mod tape;
mod vfs;

use cuts::{Round, Tally};

/// Plays rounds from this seed on until there were so many cuts.
fn play(seed: u64, cuts: usize) -> Tally {
    let mut total = Tally::default();
    for seed in seed.. {
        if total.cuts >= cuts {
            break;
        }
        let round = Round::draw(seed);
        let course = format!("{:?}", round.course);
        match round.play() {
            Ok(tally) => total.add(tally),
            Err(what) => panic!("seed {seed}, {course}: {what}"),
        }
    }
    total
}

#[test]
fn a_power_cut_takes_nothing_that_was_acknowledged() {
    let tally = play(7_000, 3_000);
    println!("{tally:?}");
}

#[test]
#[ignore = "scratch"]
fn survey() {
    let seeds: u64 = std::env::var("SEEDS").map_or(20, |s| s.parse().unwrap());
    let mut total = Tally::default();
    for seed in 0..seeds {
        let round = Round::draw(seed);
        let course = format!("{:?}", round.course);
        match round.play() {
            Ok(tally) => total.add(tally),
            Err(what) => println!("seed {seed}, {course}: {}", &what[..what.len().min(300)]),
        }
    }
    println!("{total:?}");
}
