//! The tables, and the runner that brings a file up to date.
//!
//! A step that has shipped is never edited. Steps say only what tables there are: the derived ones
//! are made empty, and the runner fills them from the log afterwards.

use rusqlite::{Connection, TransactionBehavior};

use crate::{Result, StoreError, derived};

/// Set in every file of ours, so that another app's SQLite isn't taken for a store: "MRRW".
const APPLICATION_ID: i32 = 0x4d52_5257;

/// Step n (from 1) brings a file from version n - 1 to version n.
const STEPS: &[&str] = &[
    // 1: the log and the settings. `n` is the order of arrival on this phone.
    "CREATE TABLE entry (
         n               INTEGER PRIMARY KEY,
         id              BLOB    NOT NULL UNIQUE CHECK (length(id) = 32),
         stream          BLOB    NOT NULL CHECK (length(stream) = 16),
         seq             INTEGER NOT NULL CHECK (seq >= 1),
         lamport         INTEGER NOT NULL CHECK (lamport >= 0),
         case_id         BLOB    CHECK (length(case_id) = 16),
         kind            TEXT    NOT NULL,
         bytes           BLOB    NOT NULL,
         received_at_ms  INTEGER NOT NULL,
         clock_offset_ms INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX entry_by_case ON entry (case_id, lamport, stream, seq, id);
     CREATE INDEX entry_by_stream ON entry (stream, seq, id);
     CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
         BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
     CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
         BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
     CREATE TABLE setting (
         key   TEXT PRIMARY KEY,
         value BLOB NOT NULL
     ) STRICT, WITHOUT ROWID;",
    // 2: the ledger of reminders; the ends and the forks of the streams, derived from the log.
    "CREATE TABLE ledger (
         id          TEXT PRIMARY KEY,
         fingerprint TEXT    NOT NULL,
         fire_at_ms  INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE stream_tip (
         stream  BLOB PRIMARY KEY,
         case_id BLOB,
         seq     INTEGER NOT NULL,
         id      BLOB    NOT NULL
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE fork (
         stream BLOB    NOT NULL,
         seq    INTEGER NOT NULL,
         PRIMARY KEY (stream, seq)
     ) STRICT, WITHOUT ROWID;",
];

/// The version that this build writes, and the highest that it reads.
pub(crate) const SUPPORTED: u32 = STEPS.len() as u32;

/// Reads the file's version without changing anything; 0 is a file that has no tables yet.
///
/// This is the first statement on a new connection, so it is here that a wrong key or a damaged
/// head shows. Errors: `NotADatabase` when the tables are another app's, `NewerSchema` when they
/// are beyond us.
pub(crate) fn version(conn: &Connection) -> Result<u32> {
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    // Last: if another process makes the store between two of these reads, the mark of ours is seen.
    let application: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let untouched = application == 0 && found == 0 && tables == 0;
    if application != APPLICATION_ID && !untouched {
        return Err(StoreError::NotADatabase);
    }
    if found > SUPPORTED {
        return Err(StoreError::NewerSchema {
            found,
            supported: SUPPORTED,
        });
    }
    Ok(found)
}

/// Brings the file to a version, [`SUPPORTED`] but in tests: every missing step in one transaction.
pub(crate) fn migrate(conn: &mut Connection, target: u32) -> Result<()> {
    // The common case takes no lock.
    if version(conn)? >= target {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Looked at again under the lock: another process may have been quicker.
    let found = version(&tx)?;
    if found >= target {
        return Ok(());
    }
    for step in &STEPS[found as usize..target as usize] {
        tx.execute_batch(step)?;
    }
    if target == SUPPORTED {
        derived::fill(&tx)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", target)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
