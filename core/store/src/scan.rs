//! Reading the whole log, as opening does: by both connections at once, each taking one half, and without a copy of
//! any row.
//!
//! Rows are only ever added, at the end. So the first half cannot change while the second is read, and both together
//! are the log as the second reader found it.

use std::panic;
use std::thread;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::{EntryId, Id16, Result, Store, StoreError};

/// An entry of the log as it lies there.
pub struct LogRow<'a> {
    /// SHA-256 of `bytes`.
    pub id: EntryId,
    /// The case, or `None` for the phone's local stream.
    pub case: Option<Id16>,
    /// The entry itself.
    pub bytes: &'a [u8],
    /// When this phone got it: wall time in milliseconds since 1970.
    pub received_at_ms: i64,
    /// As in [`crate::StoredEntry`].
    pub clock_offset_ms: i64,
}

/// Below so many rows a second thread costs more than it saves.
const WORTH_SHARING: i64 = 500;

impl Store {
    /// Hands every entry to one of two readers, the log's first half to the one and the rest to the other, each in
    /// the order of arrival; returns both. The first error ends it.
    pub fn scan<T: Default + Send, E: From<StoreError> + Send>(
        &mut self,
        read: impl Fn(&mut T, LogRow<'_>) -> std::result::Result<(), E> + Sync,
    ) -> std::result::Result<[T; 2], E> {
        let last = last(self.writer())?;
        let middle = if last < WORTH_SHARING { last } else { last / 2 };
        let (writer, reader) = self.connections();
        thread::scope(|scope| {
            let rest = (middle < last).then(|| scope.spawn(|| part(writer, (middle, i64::MAX), &read)));
            let first = part(reader, (0, middle), &read);
            let rest = rest.map_or_else(
                || Ok(T::default()),
                |rest| rest.join().unwrap_or_else(|panic| panic::resume_unwind(panic)),
            );
            Ok([first?, rest?])
        })
    }
}

/// How far the log goes.
fn last(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT coalesce(max(n), 0) FROM entry")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Reads the entries after the first number, up to and with the second.
fn part<T: Default, E: From<StoreError>>(
    // Alone on it: a connection belongs to one thread at a time.
    conn: &mut Connection,
    (after, to): (i64, i64),
    read: &impl Fn(&mut T, LogRow<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<T, E> {
    let mut found = T::default();
    let sql =
        "SELECT id, case_id, bytes, received_at_ms, clock_offset_ms FROM entry WHERE n > ?1 AND n <= ?2 ORDER BY n";
    let mut statement = conn.prepare_cached(sql).map_err(StoreError::from)?;
    let mut rows = statement.query([after, to]).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        read(&mut found, log_row(row)?)?;
    }
    Ok(found)
}

fn log_row<'a>(row: &'a Row<'_>) -> Result<LogRow<'a>> {
    let blob = |column| match row.get_ref(column)? {
        ValueRef::Blob(bytes) => Ok(bytes),
        // STRICT tables hold nothing else here.
        _ => Err(StoreError::Damaged),
    };
    Ok(LogRow {
        id: row.get(0)?,
        case: row.get(1)?,
        bytes: blob(2)?,
        received_at_ms: row.get(3)?,
        clock_offset_ms: row.get(4)?,
    })
}
