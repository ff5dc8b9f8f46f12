//! Nothing that was put in can be read in the files or in the errors.

use std::fs;
use std::path::Path;

use marrow_store::{Batch, LedgerRow, Store, StoreError, salvage, set_aside, testing};

use crate::fixtures::{batch, id16, key, other_key, place, spoil, written};

const PLANTED: [&str; 5] = [
    "PLANTED-NAME-7731",
    "PLANTED-KIND-7732",
    "PLANTED-SETTING-7733",
    "PLANTED-VALUE-7734",
    "PLANTED-REMINDER-7735",
];

fn planted_batch() -> Batch {
    // Often enough that neither page borders nor overflow can hide all of them.
    let mut entries: Vec<_> = (1..=200_u64)
        .map(|seq| {
            written(
                1,
                1,
                seq,
                format!("{seq} {}", PLANTED[0].repeat(1 + seq as usize)).as_bytes(),
            )
        })
        .collect();
    for entry in &mut entries {
        entry.kind = PLANTED[1].into();
    }
    let row = LedgerRow {
        id: PLANTED[4].into(),
        fingerprint: PLANTED[4].into(),
        fire_at_ms: 1,
    };
    Batch {
        settings: vec![(PLANTED[2].into(), Some(PLANTED[3].into()))],
        ledger: Some(vec![row]),
        ..batch(&entries)
    }
}

/// Which of the planted texts can be found in the files of a folder, and how many files were looked
/// at.
fn found_in(folder: &Path) -> (usize, Vec<&'static str>) {
    let mut files = 0;
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        files += 1;
        found.extend(PLANTED.iter().filter(|text| contains(&bytes, text.as_bytes())));
    }
    (files, found)
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[test]
fn the_files_hold_nothing_that_can_be_read() {
    let (folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&planted_batch()).unwrap();
    // While it is open: the file, its -wal and -shm, and the key check.
    assert_eq!(found_in(folder.path()), (4, vec![]));
    store.rebuild_derived().unwrap();
    drop(store);
    // After it is closed: all is in the file.
    assert_eq!(found_in(folder.path()), (2, vec![]));
    spoil(&path, 3);
    salvage(&path, &key()).unwrap();
    assert_eq!(found_in(folder.path()), (2, vec![]));
    let head = fs::read(&path).unwrap();
    assert!(!contains(&head, b"CREATE TABLE") && !contains(&head, b"SQLite format"));
}

/// The scan would find them if they were there: the same rows in SQLite without a key.
#[test]
fn the_scan_finds_them_in_a_plain_file() {
    let (folder, _) = place();
    let plain = rusqlite::Connection::open(folder.path().join("plain.db")).unwrap();
    plain.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    plain.execute_batch("CREATE TABLE t (a, b, c)").unwrap();
    let planted = planted_batch();
    for entry in planted.entries {
        plain
            .execute(
                "INSERT INTO t VALUES (?1, ?2, ?3)",
                (entry.kind, entry.bytes, PLANTED[4]),
            )
            .unwrap();
    }
    plain
        .execute("INSERT INTO t VALUES (?1, ?2, 0)", (PLANTED[2], PLANTED[3]))
        .unwrap();
    let (_, mut found) = found_in(folder.path());
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), PLANTED.len());
}

#[test]
fn no_error_tells_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("PLANTED-NAME-7731.db");
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&planted_batch()).unwrap();
    let mut errors = Vec::new();

    let mut stale = planted_batch();
    stale.expect = vec![(id16(1), None)];
    errors.push(store.commit(&stale).unwrap_err());
    let mut wrong = planted_batch();
    wrong.entries[0].bytes.push(0);
    errors.push(store.commit(&wrong).unwrap_err());
    let row = planted_batch().ledger.unwrap().remove(0);
    let twice = Batch {
        ledger: Some(vec![row.clone(), row]),
        ..Batch::default()
    };
    errors.push(store.commit(&twice).unwrap_err());
    for sql in [
        "PLANTED-NAME-7731",
        "DELETE FROM entry",
        "SELECT * FROM 'PLANTED-NAME-7731'",
    ] {
        errors.push(testing::run_sql(&store, sql).unwrap_err());
    }
    testing::limit_pages(&store, 1).unwrap();
    let mut more = planted_batch();
    more.entries = vec![written(1, 1, 300, PLANTED[0].repeat(10_000).as_bytes())];
    errors.push(store.commit(&more).unwrap_err());
    testing::run_sql(&store, "PRAGMA user_version = 99").unwrap();
    drop(store);
    errors.push(Store::open(&path, &key()).unwrap_err());
    errors.push(Store::open(&path, &other_key()).unwrap_err());
    spoil(&path, 0);
    errors.push(Store::open(&path, &key()).unwrap_err());
    errors.push(Store::open(&path.join("PLANTED-NAME-7731"), &key()).unwrap_err());
    errors.push(Store::open_existing(&folder.path().join("none"), &key()).unwrap_err());
    errors.push(set_aside(&path, PLANTED[0].repeat(2).replace('-', "/").as_str()).unwrap_err());
    errors.extend([StoreError::Busy, StoreError::ReadOnly, StoreError::NotADatabase]);

    for error in errors {
        let text = format!("{error} {error:?}");
        let hidden = ["PLANTED", "7731", "5a5a5a", "5A5A5A", "SELECT", "PRAGMA", "/"];
        for secret in hidden {
            assert!(!text.contains(secret), "{text}");
        }
        assert!(std::error::Error::source(&error).is_none());
    }
}
