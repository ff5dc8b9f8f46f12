//! Reading the whole log, as opening does: two threads read one half of the file each, while the caller makes
//! something of what has been read. To decrypt a page takes longer than to make entries of what it holds.
//!
//! Rows are only ever added, at the end. So the first half cannot change while the second is read, and both together
//! are the log as the second reader found it.

use std::panic;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
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

impl Store {
    /// Hands every entry to `read`, with what has been made of its half of the log so far; returns both. Within a
    /// half they come in the order in which they arrived on this phone. The first error ends it.
    pub fn scan<T: Default, E: From<StoreError>>(
        &mut self,
        mut read: impl FnMut(&mut T, LogRow<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<[T; 2], E> {
        let middle = last(self.writer())? / 2;
        thread::scope(|scope| {
            // Bounded: what is read ahead takes memory.
            let (full, packs) = sync_channel(AHEAD);
            let mut backs = Vec::new();
            let mut readers = Vec::new();
            for (half, conn) in self.connections().into_iter().enumerate() {
                let (full, (back, empty)) = (full.clone(), channel());
                let rows = if half == 0 { (0, middle) } else { (middle, i64::MAX) };
                backs.push(back);
                readers.push(scope.spawn(move || fill(conn, rows, |pack| full.send((half, pack)).is_ok(), &empty)));
            }
            drop(full);
            let mut made: [T; 2] = Default::default();
            let done = make(&packs, &backs, &mut made, &mut read);
            // Where making ended early, the readers find nobody to send to.
            drop(packs);
            for reader in readers {
                reader.join().unwrap_or_else(|panic| panic::resume_unwind(panic))?;
            }
            done.map(|()| made)
        })
    }
}

/// How many packs are read ahead.
const AHEAD: usize = 2;
/// How many bytes of entries go from thread to thread at a time.
const PACK: usize = 64 * 1024;

/// Some entries, one behind the other.
#[derive(Default)]
struct Pack {
    bytes: Vec<u8>,
    rows: Vec<Head>,
}

/// What a row holds beside the entry, and where the entry ends.
struct Head {
    id: EntryId,
    case: Option<Id16>,
    received_at_ms: i64,
    clock_offset_ms: i64,
    end: usize,
}

/// How far the log goes.
fn last(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT coalesce(max(n), 0) FROM entry")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Reads the entries after the first number, up to and with the second, and sends them on while somebody is there.
fn fill(
    conn: &mut Connection,
    (after, to): (i64, i64),
    send: impl Fn(Pack) -> bool,
    empty: &Receiver<Pack>,
) -> Result<()> {
    let sql = "SELECT id, case_id, bytes, received_at_ms, clock_offset_ms FROM entry
               WHERE n > ?1 AND n <= ?2 ORDER BY n";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([after, to])?;
    let mut pack = Pack::default();
    while let Some(row) = rows.next()? {
        pack.add(row)?;
        if pack.bytes.len() >= PACK {
            if !send(pack) {
                return Ok(());
            }
            pack = empty.try_recv().unwrap_or_default();
        }
    }
    send(pack);
    Ok(())
}

fn make<T, E>(
    packs: &Receiver<(usize, Pack)>,
    backs: &[Sender<Pack>],
    made: &mut [T; 2],
    read: &mut impl FnMut(&mut T, LogRow<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    for (half, mut pack) in packs {
        let mut start = 0;
        for head in &pack.rows {
            let bytes = pack.bytes.get(start..head.end).unwrap_or_default();
            start = head.end;
            let row = LogRow {
                id: head.id,
                case: head.case,
                bytes,
                received_at_ms: head.received_at_ms,
                clock_offset_ms: head.clock_offset_ms,
            };
            read(&mut made[half], row)?;
        }
        pack.bytes.clear();
        pack.rows.clear();
        // The reader may have come to the end.
        let _ = backs[half].send(pack);
    }
    Ok(())
}

impl Pack {
    fn add(&mut self, row: &Row<'_>) -> Result<()> {
        match row.get_ref(2)? {
            ValueRef::Blob(bytes) => self.bytes.extend_from_slice(bytes),
            // STRICT tables hold nothing else here.
            _ => return Err(StoreError::Damaged),
        }
        self.rows.push(Head {
            id: row.get(0)?,
            case: row.get(1)?,
            received_at_ms: row.get(3)?,
            clock_offset_ms: row.get(4)?,
            end: self.bytes.len(),
        });
        Ok(())
    }
}
