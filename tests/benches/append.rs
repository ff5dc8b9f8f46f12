//! A durable append, against a bare insert of the same bytes into the same kind of database.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

mod shared;

use std::path::Path;

use marrow_store::{Batch, Key, Store, StoredEntry, entry_id};
use rusqlite::Connection;
use shared::figures::{Goal, Goes, Table, time};
use shared::ward;

const GOES: usize = 1_000;
/// The size of an ordinary check.
const BYTES: usize = 330;

/// A SQLCipher database as ours: a raw key, WAL, a sync at each commit.
fn bare(path: &Path) -> Connection {
    let conn = Connection::open(path).expect("a database opens");
    let key: String = "42".repeat(48);
    conn.execute_batch(&format!(
        "PRAGMA key = \"x'{key}'\"; PRAGMA synchronous = FULL; PRAGMA cipher_memory_security = ON;
         PRAGMA temp_store = MEMORY;"
    ))
    .expect("keyed");
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
        .expect("WAL");
    conn.execute_batch("CREATE TABLE entry (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        .expect("a table");
    conn
}

fn entry(n: u64) -> StoredEntry {
    let mut bytes = n.to_be_bytes().repeat(BYTES / 8 + 1);
    bytes.truncate(BYTES);
    StoredEntry {
        id: entry_id(&bytes),
        stream: [(n % 50) as u8; 16],
        seq: n / 50 + 1,
        lamport: n / 50 + 1,
        case: Some([(n % 50) as u8; 16]),
        kind: "5".to_owned(),
        bytes,
        received_at_ms: 1_772_611_200_000,
        clock_offset_ms: 0,
    }
}

fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let bare = bare(&home.path().join("bare.db"));
    let mut insert = bare.prepare("INSERT INTO entry (bytes) VALUES (?1)").expect("prepared");
    let mut store = Store::open(&home.path().join("care.db"), &Key::new([0x42; 32])).expect("a store");

    let (mut bares, mut appends, mut commands) = (Vec::new(), Vec::new(), Vec::new());
    // In turns, so that whatever else the machine does falls on each alike.
    for n in 0..GOES as u64 {
        let (one, other) = (entry(2 * n), entry(2 * n + 1));
        bares.push(time(|| insert.execute([&one.bytes]).expect("inserted")));
        let batch = Batch {
            entries: vec![one],
            ..Batch::default()
        };
        appends.push(time(|| store.commit(&batch).expect("appended")));
        // As a command of the facade writes it: with the tip it stands on and two settings.
        let batch = Batch {
            expect: vec![(other.stream, store.tip(&other.stream).expect("a tip"))],
            entries: vec![other],
            settings: ["clock", "own-entries"]
                .map(|name| (name.to_owned(), Some(n.to_be_bytes().repeat(20))))
                .to_vec(),
            ..Batch::default()
        };
        commands.push(time(|| store.commit(&batch).expect("appended")));
    }
    let [bares, appends, commands] = [bares, appends, commands].map(Goes::new);
    let mut table = Table::new();
    table.time("bare insert, p50", &bares, None, Goal::None);
    table.p99("bare insert, p99", &bares, None, Goal::None);
    table.time("append, p50", &appends, Some(&bares), Goal::Times(1.5));
    table.p99("append, p99", &appends, Some(&bares), Goal::Most(2.0));
    table.time("append with tip and settings, p50", &commands, Some(&bares), Goal::None);
    table.p99("append with tip and settings, p99", &commands, Some(&bares), Goal::None);
    taps(&mut table, &bares);
    table.print();
}

/// A whole tap through the facade, on a ward of 50 cases with 200 entries each.
fn taps(table: &mut Table, bares: &Goes) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("care.db");
    ward::make(&path, 50, 200);
    let mut marrow = ward::open(&path);
    let mut n = 0;
    let taps = Goes::of(
        200,
        || {
            n += 1;
            ward::command(ward::case(n % 50), "flush", serde_json::json!({"ml": 5}))
        },
        |command| marrow.dispatch(&command, &ward::now()).expect("recorded"),
    );
    table.time("a tap, from command to outcome, p50", &taps, Some(bares), Goal::None);
    table.p99("a tap, p99", &taps, Some(bares), Goal::None);
}
