//! The runner: old files upgraded, newer and foreign ones refused.

use std::path::Path;

use super::*;
use crate::connection::{Role, connect};
use crate::seal::Seal;
use crate::{Key, Store, open, testing};

fn key() -> Key {
    Key::new([3; 32])
}

fn made_at(path: &Path, version: u32) -> Connection {
    open::writer(path, &key(), Some(Seal::NEW), version).unwrap().0
}

/// Tables, indexes and triggers as SQLite keeps them.
fn shape(conn: &Connection) -> Vec<(String, String, Option<String>)> {
    let mut statement = conn
        .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.map(rusqlite::Result::unwrap).collect()
}

#[test]
fn every_old_file_upgrades_to_the_shape_of_a_fresh_one() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = shape(&made_at(&folder.path().join("fresh.db"), SUPPORTED));
    assert!(fresh.len() >= 9, "{fresh:?}");
    for old in 1..SUPPORTED {
        let path = folder.path().join(format!("{old}.db"));
        let conn = made_at(&path, old);
        assert_eq!(version(&conn), Ok(old));
        assert_ne!(shape(&conn), fresh);
        drop(conn);
        let conn = made_at(&path, SUPPORTED);
        assert_eq!(version(&conn), Ok(SUPPORTED));
        assert_eq!(shape(&conn), fresh, "from version {old}");
    }
}

/// Frozen: what a released version has written can't be changed afterwards.
#[test]
fn steps_that_have_shipped_are_never_edited() {
    let hashes: Vec<String> = STEPS
        .iter()
        .map(|step| {
            let words: Vec<&str> = step.split_whitespace().collect();
            let id = crate::entry_id(words.join(" ").as_bytes());
            id[..4].iter().map(|byte| format!("{byte:02x}")).collect()
        })
        .collect();
    assert_eq!(hashes, ["af854b61", "a729f347"]);
}

#[test]
fn a_step_that_fails_leaves_the_old_version_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("care.db");
    let mut conn = made_at(&path, 1);
    // The last table of step 2 is there already, so the step breaks off near its end.
    conn.execute_batch("CREATE TABLE fork (x)").unwrap();
    let before = shape(&conn);
    migrate(&mut conn, SUPPORTED).unwrap_err();
    assert_eq!(version(&conn), Ok(1));
    assert_eq!(shape(&conn), before);
}

#[test]
fn a_newer_file_is_refused_and_stays_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("care.db");
    let store = Store::open(&path, &key()).unwrap();
    testing::run_sql(&store, "PRAGMA user_version = 99").unwrap();
    // Both ways round: with the change in the file, and with it still in the -wal, as after a kill.
    let in_wal = folder.path().join("killed.db");
    for suffix in ["", "-wal", ".keycheck"] {
        std::fs::copy(crate::files::part(&path, suffix), crate::files::part(&in_wal, suffix)).unwrap();
    }
    drop(store);
    for path in [path, in_wal] {
        let bytes = || {
            [
                std::fs::read(&path).unwrap(),
                std::fs::read(crate::files::part(&path, "-wal")).unwrap_or_default(),
            ]
        };
        let before = bytes();
        let error = Store::open(&path, &key()).unwrap_err();
        assert_eq!(
            error,
            StoreError::NewerSchema {
                found: 99,
                supported: SUPPORTED
            }
        );
        assert_eq!(error, Store::open_existing(&path, &key()).unwrap_err());
        assert!(bytes() == before);
    }
}

#[test]
fn another_apps_tables_are_not_taken_for_a_store() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sql) in [
        ("tables", "CREATE TABLE t (x)"),
        ("version", "PRAGMA user_version = 1"),
        (
            "id",
            "PRAGMA application_id = 7; PRAGMA user_version = 2; CREATE TABLE entry (x)",
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, "").unwrap();
        connect(&path, &key(), Seal::NEW, Role::Writer)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
        let before = std::fs::read(&path).unwrap();
        assert_eq!(
            Store::open(&path, &key()).unwrap_err(),
            StoreError::NotADatabase,
            "{name}"
        );
        assert!(std::fs::read(&path).unwrap() == before, "{name}");
    }
}

#[test]
fn connections_are_set_up_for_durability() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("care.db");
    let conn = made_at(&path, SUPPORTED);
    let expected = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
        ("temp_store", "2"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("recursive_triggers", "1"),
        ("cipher_memory_security", "1"),
        ("cache_size", "-512"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA256"),
        ("cipher_page_size", "4096"),
    ];
    for (name, value) in expected {
        let found: rusqlite::types::Value = conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap();
        let found = match found {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => format!("{other:?}"),
        };
        assert_eq!(found, value, "{name}");
    }
    let reader = connect(&path, &key(), Seal::NEW, Role::Reader).unwrap();
    assert!(reader.is_readonly(rusqlite::MAIN_DB).unwrap());
}

/// Reading a case in order must not sort it in memory, however long it gets.
#[test]
fn reading_a_case_goes_along_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let conn = made_at(&folder.path().join("care.db"), SUPPORTED);
    let sql = "EXPLAIN QUERY PLAN SELECT bytes FROM entry WHERE case_id IS ?1 ORDER BY lamport, stream, seq, id";
    let plan: String = conn.query_row(sql, [[0_u8; 16]], |row| row.get(3)).unwrap();
    assert_eq!(plan, "SEARCH entry USING INDEX entry_by_case (case_id=?)");
}

/// The runner fills the derived tables after every later step too, when there is something in them already.
#[test]
fn filling_what_is_already_full_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("care.db");
    let mut store = Store::open(&path, &key()).unwrap();
    let entry = |bytes: &[u8]| crate::StoredEntry {
        id: crate::entry_id(bytes),
        stream: [4; 16],
        seq: 1,
        lamport: 1,
        case: Some([5; 16]),
        kind: "24".into(),
        bytes: bytes.to_vec(),
        received_at_ms: 0,
        clock_offset_ms: 0,
    };
    let batch = crate::Batch {
        entries: vec![entry(b"one"), entry(b"other")],
        ..Default::default()
    };
    store.commit(&batch).unwrap();
    let before = store.derived_dump().unwrap();
    assert_eq!(before.lines().count(), 2, "{before}");
    derived::fill(store.writer()).unwrap();
    assert_eq!(store.derived_dump().unwrap(), before);
}
