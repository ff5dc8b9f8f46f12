//! Kills: a process that makes, upgrades and fills stores is killed at any moment, hundreds of times. After each
//! kill the store opens, every batch that was acknowledged is there, and no batch is there by half.
//!
//! A kill isn't a power loss: what the process had handed to the operating system survives it. For the rest there is
//! `every_end_that_a_power_loss_can_leave`, and `synchronous = FULL`, which another test reads back.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may panic; so may what it calls"
)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use marrow_store::{Batch, EntryId, Key, LedgerRow, Store, StoredEntry, entry_id, testing};

const STREAM: [u8; 16] = [1; 16];
const CASE: [u8; 16] = [2; 16];
const BATCH: u64 = 3;
/// Entries in a file of the older version: enough that its upgrade takes some milliseconds.
const OLD: u64 = 900;

fn key() -> Key {
    Key::new([0x5a; 32])
}

/// A small generator of pseudo-random numbers (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }
}

/// The next batch of a chain: its entries name their predecessor; a setting and the ledger name the last of them.
fn next_batch(tip: Option<(u64, EntryId)>) -> Batch {
    let (mut seq, mut prev) = tip.unwrap_or((0, [0; 32]));
    let mut batch = Batch {
        expect: vec![(STREAM, tip)],
        ..Batch::default()
    };
    for _ in 0..BATCH {
        seq += 1;
        let entry = chained(seq, prev);
        prev = entry.id;
        batch.entries.push(entry);
    }
    batch.settings = vec![("last".into(), Some(seq.to_be_bytes().to_vec()))];
    batch.ledger = Some(vec![LedgerRow {
        id: seq.to_string(),
        fingerprint: "f".into(),
        fire_at_ms: seq.cast_signed(),
    }]);
    batch
}

fn chained(seq: u64, prev: EntryId) -> StoredEntry {
    // Some longer than a page.
    let length = if seq.is_multiple_of(7) { 5000 } else { 300 };
    let mut bytes = prev.to_vec();
    bytes.extend(seq.to_be_bytes());
    bytes.resize(length, 0);
    StoredEntry {
        id: entry_id(&bytes),
        stream: STREAM,
        seq,
        lamport: seq,
        case: Some(CASE),
        kind: "note".into(),
        bytes,
        received_at_ms: 0,
        clock_offset_ms: 0,
    }
}

/// A file of version 1 with `OLD` entries.
fn old_file(path: &Path) {
    let mut old = Batch::default();
    let mut prev = [0; 32];
    for seq in 1..=OLD {
        let entry = chained(seq, prev);
        prev = entry.id;
        old.entries.push(entry);
    }
    old.settings = vec![("last".into(), Some(OLD.to_be_bytes().to_vec()))];
    testing::version_1_file(path, &key(), &old).unwrap();
}

#[test]
#[ignore = "the process that the other tests start and kill"]
fn victim() {
    let path = PathBuf::from(std::env::var_os("MARROW_STORE_PATH").expect("started by another test"));
    let mut out = std::io::stdout().lock();
    let mut tell = |text: String| {
        out.write_all(text.as_bytes()).unwrap();
        out.flush().unwrap();
    };
    tell("\nbegin\n".into());
    let mut store = Store::open(&path, &key()).unwrap();
    tell("opened\n".into());
    loop {
        let batch = next_batch(store.tip(&STREAM).unwrap());
        store.commit(&batch).unwrap();
        tell(format!("ack {}\n", batch.entries[BATCH as usize - 1].seq));
    }
}

/// What a victim had told when it was killed.
struct Told {
    opened: bool,
    acknowledged: u64,
}

/// Starts a victim, and kills it (SIGKILL on Unix) this long after it has begun.
fn kill_after(path: &Path, delay: Duration) -> Told {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "--test-threads=1", "victim"])
        .env("MARROW_STORE_PATH", path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    assert!(lines.any(|line| line == "begin"));
    thread::sleep(delay);
    victim.kill().unwrap();
    // Had it ended by itself, it would have failed.
    assert_eq!(
        victim.wait().unwrap().code(),
        None,
        "the victim failed before it was killed"
    );

    let mut told = Told {
        opened: false,
        acknowledged: 0,
    };
    for line in lines {
        told.opened |= line == "opened";
        // The last line may be cut off in the middle of its number; then it is smaller, never greater.
        if let Some(Ok(seq)) = line.strip_prefix("ack ").map(str::parse::<u64>) {
            told.acknowledged = told.acknowledged.max(seq);
        }
    }
    told
}

/// Opens the store as the next start would, and checks all that must hold after a kill. Returns the last place.
fn check(path: &Path, acknowledged: u64) -> u64 {
    let mut store = Store::open(path, &key()).unwrap();
    store.integrity().unwrap();
    let entries = store.entries_of(&CASE).unwrap();
    let mut prev = [0; 32];
    for (entry, seq) in entries.iter().zip(1..) {
        assert_eq!(entry, &chained(seq, prev), "the chain breaks at {seq}");
        prev = entry.id;
    }
    let last = entries.len() as u64;
    assert!(last >= acknowledged, "{acknowledged} was acknowledged, {last} is there");
    assert_eq!(last % BATCH, 0, "half a batch");
    assert_eq!(store.tip(&STREAM).unwrap(), (last > 0).then_some((last, prev)));
    let expected = (last > 0).then(|| last.to_be_bytes().to_vec());
    assert_eq!(store.setting("last").unwrap(), expected, "half a batch");
    if let [row] = store.ledger().unwrap().as_slice() {
        assert_eq!(row.id, last.to_string(), "half a batch");
    }
    let derived = store.derived_dump().unwrap();
    store.rebuild_derived().unwrap();
    assert_eq!(store.derived_dump().unwrap(), derived);
    last
}

#[test]
fn kills_among_commits() {
    let mut dice = Dice(7731);
    let mut kills_among_commits = 0;
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("care.db");
        let mut last = 0;
        for _ in 0..24 {
            let told = kill_after(&path, Duration::from_micros(2_000 + dice.below(25_000)));
            kills_among_commits += usize::from(told.acknowledged > 0);
            let now = check(&path, told.acknowledged);
            assert!(now >= last);
            last = now;
        }
    }
    assert!(
        kills_among_commits > 60,
        "only {kills_among_commits} of 120 kills fell among commits"
    );
}

#[test]
fn kills_in_the_making_of_a_store() {
    let mut dice = Dice(7732);
    let mut kills_in_making = 0;
    for _ in 0..60 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("care.db");
        let told = kill_after(&path, Duration::from_micros(dice.below(12_000)));
        kills_in_making += usize::from(!told.opened);
        check(&path, told.acknowledged);
    }
    assert!(
        kills_in_making > 5,
        "only {kills_in_making} of 60 kills fell in the making"
    );
}

#[test]
fn kills_in_an_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.db");
    old_file(&old);
    let path = folder.path().join("care.db");
    let keycheck = folder.path().join("care.db.keycheck");
    fs::copy(folder.path().join("old.db.keycheck"), &keycheck).unwrap();
    let mut dice = Dice(7733);
    let mut kills_in_upgrade = 0;
    for _ in 0..80 {
        for leftover in ["care.db-wal", "care.db-shm"] {
            let _ = fs::remove_file(folder.path().join(leftover));
        }
        fs::copy(&old, &path).unwrap();
        // Twice: the second finds what the first has left.
        for _ in 0..2 {
            let told = kill_after(&path, Duration::from_micros(dice.below(14_000)));
            kills_in_upgrade += usize::from(!told.opened);
            if told.opened {
                break;
            }
        }
        assert!(check(&path, OLD) >= OLD);
    }
    assert!(
        kills_in_upgrade > 8,
        "only {kills_in_upgrade} kills fell in the upgrade"
    );
}

/// A power loss can take any part of the -wal that had not been synced. Whatever is left of it, the store opens,
/// and shows whole batches only.
#[test]
fn every_end_that_a_power_loss_can_leave() {
    let folder = tempfile::tempdir().unwrap();
    let living = folder.path().join("living.db");
    let mut store = Store::open(&living, &key()).unwrap();
    for _ in 0..6 {
        store.commit(&next_batch(store.tip(&STREAM).unwrap())).unwrap();
    }
    let wal = fs::read(folder.path().join("living.db-wal")).unwrap();
    let path = folder.path().join("care.db");
    fs::copy(
        folder.path().join("living.db.keycheck"),
        folder.path().join("care.db.keycheck"),
    )
    .unwrap();
    let mut dice = Dice(7734);
    let mut reached = 0;
    for boundary in (32..=wal.len()).step_by(4096 + 24) {
        for length in [boundary, (boundary + 1 + dice.below(4000) as usize).min(wal.len())] {
            fs::copy(&living, &path).unwrap();
            fs::write(folder.path().join("care.db-wal"), &wal[..length]).unwrap();
            let last = check(&path, reached);
            reached = last;
        }
    }
    assert_eq!(reached, 6 * BATCH);
}
