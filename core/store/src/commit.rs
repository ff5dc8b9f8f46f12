//! The one way to write: a batch, in one transaction, durable when it returns.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::entry::{entry_id, signed, unsigned};
use crate::{Batch, Id16, LedgerRow, Result, StoreError, StoredEntry, Tip, derived};

/// Writes the batch and returns how many of its entries are new.
pub(crate) fn commit(conn: &mut Connection, batch: &Batch) -> Result<usize> {
    for entry in &batch.entries {
        check(entry)?;
    }
    // IMMEDIATE: the tips are compared under the same lock that the entries are written under.
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (stream, expected) in &batch.expect {
        if tip(&tx, stream)? != *expected {
            return Err(StoreError::Moved);
        }
    }
    let mut new = 0;
    for entry in &batch.entries {
        if append(&tx, entry)? {
            derived::follow(&tx, entry)?;
            new += 1;
        }
    }
    for (key, value) in &batch.settings {
        set(&tx, key, value.as_deref())?;
    }
    if let Some(ledger) = &batch.ledger {
        replace_ledger(&tx, ledger)?;
    }
    tx.commit()?;
    Ok(new)
}

/// Refuses what the log could not give back as it was, before anything is locked.
fn check(entry: &StoredEntry) -> Result<()> {
    if entry.id != entry_id(&entry.bytes) {
        return Err(StoreError::Invalid("an entry's id is not the hash of its bytes"));
    }
    if entry.seq == 0 {
        return Err(StoreError::Invalid("an entry's place in its stream counts from 1"));
    }
    signed(entry.seq.max(entry.lamport))?;
    Ok(())
}

/// Adds one entry to the log. An identical one that is already there stays as it is, with its own
/// time of arrival.
pub(crate) fn append(conn: &Connection, entry: &StoredEntry) -> Result<bool> {
    let changed = conn
        .prepare_cached(
            "INSERT INTO entry (id, stream, seq, lamport, case_id, kind, bytes, received_at_ms, clock_offset_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO NOTHING",
        )?
        .execute(params![
            entry.id,
            entry.stream,
            signed(entry.seq)?,
            signed(entry.lamport)?,
            entry.case,
            entry.kind,
            entry.bytes,
            entry.received_at_ms,
            entry.clock_offset_ms,
        ])?;
    Ok(changed == 1)
}

pub(crate) fn set(conn: &Connection, key: &str, value: Option<&[u8]>) -> Result<()> {
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![key, value])?,
        None => conn
            .prepare_cached("DELETE FROM setting WHERE key = ?1")?
            .execute([key])?,
    };
    Ok(())
}

fn replace_ledger(conn: &Connection, rows: &[LedgerRow]) -> Result<()> {
    conn.prepare_cached("DELETE FROM ledger")?.execute([])?;
    let mut insert = conn.prepare_cached("INSERT INTO ledger (id, fingerprint, fire_at_ms) VALUES (?1, ?2, ?3)")?;
    for row in rows {
        insert.execute(params![row.id, row.fingerprint, row.fire_at_ms])?;
    }
    Ok(())
}

/// The end of a stream, as the given connection sees it.
pub(crate) fn tip(conn: &Connection, stream: &Id16) -> Result<Option<Tip>> {
    let found: Option<(i64, [u8; 32])> = conn
        .prepare_cached("SELECT seq, id FROM stream_tip WHERE stream = ?1")?
        .query_row([stream], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.map(|(seq, id)| Ok((unsigned(seq)?, id))).transpose()
}
