//! The tables that can be dropped and rebuilt from the log: the end of each stream, and the forks.
//!
//! They exist so that a tap needn't search the log. Whatever they say, the log is right.

use std::fmt::Write;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::entry::{StoredEntry, signed};
use crate::{Id16, Result};

/// Fills the tables from the log, whatever they held.
pub(crate) fn fill(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        // With a lone min(), SQLite takes the other columns from the row that holds the minimum.
        "DELETE FROM stream_tip;
         DELETE FROM fork;
         INSERT INTO stream_tip (stream, case_id, seq, id)
             SELECT entry.stream, case_id, seq, min(id) FROM entry
             JOIN (SELECT stream, max(seq) AS top FROM entry GROUP BY stream) AS ends
               ON entry.stream = ends.stream AND entry.seq = ends.top
             GROUP BY entry.stream;
         INSERT INTO fork (stream, seq)
             SELECT stream, seq FROM entry GROUP BY stream, seq HAVING count(*) > 1;",
    )?;
    Ok(())
}

/// Fills the tables again, in one transaction.
pub(crate) fn rebuild(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    fill(&tx)?;
    Ok(tx.commit()?)
}

/// Takes one entry in that has just been written to the log.
pub(crate) fn follow(conn: &Connection, entry: &StoredEntry) -> Result<()> {
    let seq = signed(entry.seq)?;
    conn.prepare_cached(
        "INSERT INTO stream_tip (stream, case_id, seq, id) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (stream) DO UPDATE
             SET case_id = excluded.case_id, seq = excluded.seq, id = excluded.id
             WHERE excluded.seq > seq OR (excluded.seq = seq AND excluded.id < id)",
    )?
    .execute(params![entry.stream, entry.case, seq, entry.id])?;
    conn.prepare_cached(
        "INSERT INTO fork (stream, seq)
             SELECT ?1, ?2 WHERE (SELECT count(*) FROM entry WHERE stream = ?1 AND seq = ?2) > 1
         ON CONFLICT DO NOTHING",
    )?
    .execute(params![entry.stream, seq])?;
    Ok(())
}

/// The tables as text, one row a line, in a fixed order.
pub(crate) fn dump(conn: &Connection) -> Result<String> {
    let mut text = String::new();
    let mut tips = conn.prepare("SELECT stream, case_id, seq, id FROM stream_tip ORDER BY stream")?;
    let mut rows = tips.query([])?;
    while let Some(row) = rows.next()? {
        let (stream, case): (Id16, Option<Id16>) = (row.get(0)?, row.get(1)?);
        let (seq, id): (i64, [u8; 32]) = (row.get(2)?, row.get(3)?);
        let case = case.map_or("-".to_owned(), |case| hex(&case));
        // Writing to a String can't fail.
        let _ = writeln!(text, "tip {} {case} {seq} {}", hex(&stream), hex(&id));
    }
    let mut forks = conn.prepare("SELECT stream, seq FROM fork ORDER BY stream, seq")?;
    let mut rows = forks.query([])?;
    while let Some(row) = rows.next()? {
        let (stream, seq): (Id16, i64) = (row.get(0)?, row.get(1)?);
        let _ = writeln!(text, "fork {} {seq}", hex(&stream));
    }
    Ok(text)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
