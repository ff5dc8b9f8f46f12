//! From a cold process to the board: 10,000 entries in 50 cases, and the memory that it takes.
//!
//! This program starts itself again and again. A child does one thing, says how long it took and how much memory it
//! had at most; the parent takes the time around it.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

mod shared;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use marrow::engine::text::Lang;
use marrow_store::Store;
use shared::figures::{Goal, Goes, Table, time};
use shared::ward;

const WHAT: &str = "MARROW_BENCH_CHILD";
const STORE: &str = "MARROW_BENCH_STORE";
const GOES: usize = 40;
/// Starts and ends; reads every entry's bytes out of the database, and no more; opens and shows the board.
const CHILDREN: [&str; 3] = ["nothing", "bytes", "board"];

fn main() {
    if let (Ok(what), Ok(store)) = (std::env::var(WHAT), std::env::var(STORE)) {
        return child(&what, Path::new(&store));
    }
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("care.db");
    ward::make(&path, 50, 200);

    let mut runs: [Vec<Run>; 3] = Default::default();
    for _ in 0..GOES {
        // In turns, so that whatever else the machine does falls on each alike.
        for (what, runs) in CHILDREN.iter().zip(&mut runs) {
            runs.push(start(what, &path));
        }
    }
    let outside = |n: usize| Goes::new(runs[n].iter().map(|run: &Run| run.outside).collect());
    let inside = |n: usize| Goes::new(runs[n].iter().map(|run: &Run| run.inside).collect());
    let memory = |n: usize| runs[n].iter().map(|run| run.peak_kb).max().unwrap_or(0) as f64 / 1_024.0;
    let mut table = Table::new();
    table.time("a process that does nothing", &outside(0), None, Goal::None);
    table.time("all bytes out of the database, inside", &inside(1), None, Goal::None);
    table.time(
        "all bytes out of the database, whole process",
        &outside(1),
        None,
        Goal::None,
    );
    table.time("open and board, inside", &inside(2), Some(&inside(1)), Goal::Most(25.0));
    table.time(
        "open and board, whole process",
        &outside(2),
        Some(&outside(1)),
        Goal::Most(25.0),
    );
    table.row("peak memory: nothing", memory(0), "MB", None, Goal::None);
    table.row("peak memory: all bytes", memory(1), "MB", None, Goal::None);
    table.row(
        "peak memory: open and board",
        memory(2),
        "MB",
        Some(memory(1)),
        Goal::Most(25.0),
    );
    table.print();
}

struct Run {
    outside: Duration,
    inside: Duration,
    peak_kb: u64,
}

fn start(what: &str, store: &Path) -> Run {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.env(WHAT, what).env(STORE, store);
    let mut output = None;
    let outside = time(|| output = Some(command.output().expect("a child runs")));
    let said = output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let mut numbers = said
        .split_whitespace()
        .map(|number| number.parse::<u64>().expect("a number"));
    Run {
        outside,
        inside: Duration::from_micros(numbers.next().expect("its time")),
        peak_kb: numbers.next().expect("its memory"),
    }
}

fn child(what: &str, path: &Path) {
    let mut opened = None;
    let inside = time(|| match what {
        "bytes" => {
            let store = Store::open_existing(path, &ward::key()).expect("the store opens");
            let mut bytes = 0;
            store
                .all_entries(|entry| bytes += entry.bytes.len())
                .expect("the log reads");
            assert!(bytes > 1_000_000);
        }
        // For profiling: a store to start the others on.
        "make" => ward::make(path, 50, 200),
        "board" => {
            let marrow = opened.insert(ward::open(path));
            let board = marrow.board(Lang::En, &ward::now()).expect("a board");
            assert_eq!(board.open.len(), 50);
        }
        _ => {}
    });
    println!("{} {}", inside.as_micros(), peak_kb());
    // As an app, which stays open.
    std::mem::forget(opened);
}

/// The most memory that this process ever had resident, in kB; 0 where the system does not say.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
