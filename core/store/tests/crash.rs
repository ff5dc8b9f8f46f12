//! Kills: a process that makes, upgrades and fills stores is killed at any moment, hundreds of
//! times. After each kill the store opens, every batch that was acknowledged is there, and no batch
//! is there by half.
//!
//! A kill isn't a power loss: what the process had handed to the operating system survives it. For
//! the rest there is `tests/power`, and here `every_end_that_a_power_loss_can_leave`.

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

/// The next batch of a chain: its entries name their predecessor; a setting and the ledger name the
/// last of them.
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

/// Starts a victim, and kills it (SIGKILL) this long after it has told the given line.
fn kill_after(path: &Path, line: &str, delay: Duration) -> Told {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "--test-threads=1", "victim"])
        .env("MARROW_STORE_PATH", path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    assert!(
        lines.any(|told| told == line),
        "the victim failed before it had told {line}"
    );
    thread::sleep(delay);
    victim.kill().unwrap();
    // Had it ended by itself, it would have failed.
    assert_eq!(
        victim.wait().unwrap().code(),
        None,
        "the victim failed before it was killed"
    );

    let mut told = Told {
        opened: line == "opened",
        acknowledged: 0,
    };
    for line in lines {
        told.opened |= line == "opened";
        // The last line may be cut off in the middle of its number; then it is smaller, never
        // greater.
        if let Some(Ok(seq)) = line.strip_prefix("ack ").map(str::parse::<u64>) {
            told.acknowledged = told.acknowledged.max(seq);
        }
    }
    told
}

/// Moments spread over the opening of a store, however fast this machine is at it just now: the
/// range widens after a kill that came before the end, and narrows after one that came too late.
struct Opening {
    dice: Dice,
    range: f64,
    hits: usize,
}

impl Opening {
    fn new(seed: u64) -> Opening {
        Opening {
            dice: Dice(seed),
            range: 6_000.0,
            hits: 0,
        }
    }

    fn kill(&mut self, path: &Path) -> Told {
        let delay = Duration::from_micros(self.dice.below(self.range as u64));
        let told = kill_after(path, "begin", delay);
        self.hits += usize::from(!told.opened);
        self.range = (self.range * if told.opened { 0.8 } else { 1.15 }).clamp(300.0, 60_000.0);
        told
    }
}

/// Opens the store as the next start would, and checks all that must hold after a kill. Returns the
/// last place.
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
    match store.ledger().unwrap().as_slice() {
        [row] => assert_eq!(row.id, last.to_string(), "half a batch"),
        // The old version had no ledger.
        rows => assert!(rows.is_empty() && (last == 0 || last == OLD), "half a batch"),
    }
    let derived = store.derived_dump().unwrap();
    store.rebuild_derived().unwrap();
    assert_eq!(store.derived_dump().unwrap(), derived);
    last
}

#[test]
fn kills_among_commits() {
    let mut dice = Dice(7731);
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("care.db");
        let mut last = 0;
        for _ in 0..24 {
            let told = kill_after(&path, "opened", Duration::from_micros(dice.below(25_000)));
            let now = check(&path, told.acknowledged);
            assert!(now >= last);
            last = now;
        }
        assert!(last > 0, "none of these kills came after a commit");
    }
}

#[test]
fn kills_in_the_making_of_a_store() {
    let mut opening = Opening::new(7732);
    for _ in 0..70 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("care.db");
        let told = opening.kill(&path);
        check(&path, told.acknowledged);
    }
    assert!(
        opening.hits > 10,
        "only {} of 70 kills fell in the making",
        opening.hits
    );
}

#[test]
fn kills_in_an_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.db");
    old_file(&old);
    let path = folder.path().join("care.db");
    fs::copy(
        folder.path().join("old.db.keycheck"),
        folder.path().join("care.db.keycheck"),
    )
    .unwrap();
    let mut opening = Opening::new(7733);
    for _ in 0..70 {
        for leftover in ["care.db-wal", "care.db-shm"] {
            let _ = fs::remove_file(folder.path().join(leftover));
        }
        fs::copy(&old, &path).unwrap();
        // Twice if the first comes in time: the second victim finds what the first has left.
        if !opening.kill(&path).opened {
            opening.kill(&path);
        }
        assert!(check(&path, OLD) >= OLD);
    }
    assert!(opening.hits > 20, "only {} kills fell in the upgrade", opening.hits);
}

/// A power loss can take any part of the -wal that had not been synced. Whatever is left of it, the
/// store opens, and shows whole batches only.
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
