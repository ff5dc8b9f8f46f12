//! Entries, stores and faults for the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use marrow_store::{Batch, Id16, Key, Store, StoredEntry, Tip, entry_id};
use tempfile::TempDir;

pub const PAGE: usize = 4096;

pub fn key() -> Key {
    Key::new([0x5a; 32])
}

pub fn other_key() -> Key {
    Key::new([0xa5; 32])
}

/// An entry whose bytes, and so whose id, follow from the arguments. Case 0 is the local stream.
pub fn entry(case: u8, stream: u8, seq: u64) -> StoredEntry {
    long_entry(case, stream, seq, 300)
}

/// As [`entry`], with this many bytes.
pub fn long_entry(case: u8, stream: u8, seq: u64, length: usize) -> StoredEntry {
    let mut bytes = format!("{case} {stream} {seq} ").into_bytes();
    bytes.resize(length, b'.');
    written(case, stream, seq, &bytes)
}

/// An entry with these bytes.
pub fn written(case: u8, stream: u8, seq: u64, bytes: &[u8]) -> StoredEntry {
    StoredEntry {
        id: entry_id(bytes),
        stream: [stream; 16],
        seq,
        lamport: seq,
        case: (case != 0).then_some([case; 16]),
        kind: "note".into(),
        bytes: bytes.to_vec(),
        received_at_ms: 1_800_000_000_000,
        clock_offset_ms: -40,
    }
}

pub fn batch(entries: &[StoredEntry]) -> Batch {
    Batch {
        entries: entries.to_vec(),
        ..Batch::default()
    }
}

pub fn expecting(entries: &[StoredEntry], stream: u8, tip: Option<Tip>) -> Batch {
    Batch {
        expect: vec![([stream; 16], tip)],
        ..batch(entries)
    }
}

pub fn tip_of(entry: &StoredEntry) -> Option<Tip> {
    Some((entry.seq, entry.id))
}

pub fn id16(byte: u8) -> Id16 {
    [byte; 16]
}

/// A folder that is removed afterwards, and the path of a store in it.
pub fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("care.db");
    (folder, path)
}

/// A closed store with this many entries of 300 bytes, about ten to the page.
pub fn filled(path: &Path, entries: u64) -> Vec<StoredEntry> {
    let all: Vec<StoredEntry> = (1..=entries).map(|seq| entry(1, 1, seq)).collect();
    let mut store = Store::open(path, &key()).unwrap();
    for some in all.chunks(25) {
        store.commit(&batch(some)).unwrap();
    }
    all
}

/// The path of a file that belongs to the store.
pub fn part(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Copies a store as a kill would leave it, while it is still open.
pub fn copy_as_killed(from: &Path, to: &Path) {
    for suffix in ["", "-wal", ".keycheck"] {
        if part(from, suffix).exists() {
            fs::copy(part(from, suffix), part(to, suffix)).unwrap();
        }
    }
}

/// Flips bits in the middle of a page (counted from 0) of a file.
pub fn spoil(path: &Path, page: usize) {
    spoil_bytes(path, page * PAGE + 1000, 200);
}

pub fn spoil_bytes(path: &Path, offset: usize, length: usize) {
    let mut bytes = fs::read(path).unwrap();
    for byte in &mut bytes[offset..offset + length] {
        *byte ^= 0x55;
    }
    fs::write(path, bytes).unwrap();
}

/// Runs an ignored test of this file in a process of its own.
pub fn child(name: &str, path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "--test-threads=1", name]);
    command.env("MARROW_STORE_PATH", path);
    command
}

/// The path that the parent has handed to this child.
pub fn path_from_parent() -> PathBuf {
    std::env::var_os("MARROW_STORE_PATH")
        .expect("started by another test")
        .into()
}

pub fn assert_passed(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{output:?}");
}
