//! Reading the whole log, as opening does: one thread reads the file while the caller makes something of what has
//! been read.
//!
//! To decrypt a page takes about as long as to make entries of what it holds.

use std::panic;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
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
    /// Hands every entry to `read`, in the order in which they arrived on this phone. The first error ends it.
    pub fn scan<E: From<StoreError>>(
        &mut self,
        mut read: impl FnMut(LogRow<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let conn = self.reader_alone();
        thread::scope(|scope| {
            // Bounded: what is read ahead takes memory.
            let (full, packs) = sync_channel(AHEAD);
            let (back, empty) = channel();
            let reader = scope.spawn(move || fill(conn, &full, &empty));
            let made = make(&packs, &back, &mut read);
            // Where making ended early, the reader finds nobody to send to.
            drop(packs);
            reader.join().unwrap_or_else(|panic| panic::resume_unwind(panic))?;
            made
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

fn fill(conn: &mut Connection, full: &SyncSender<Pack>, empty: &Receiver<Pack>) -> Result<()> {
    let sql = "SELECT id, case_id, bytes, received_at_ms, clock_offset_ms FROM entry ORDER BY n";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut pack = Pack::default();
    while let Some(row) = rows.next()? {
        pack.add(row)?;
        if pack.bytes.len() >= PACK {
            if full.send(pack).is_err() {
                return Ok(());
            }
            pack = empty.try_recv().unwrap_or_default();
        }
    }
    // Nobody there any more: making has ended with an error of its own.
    let _ = full.send(pack);
    Ok(())
}

fn make<E>(
    packs: &Receiver<Pack>,
    back: &Sender<Pack>,
    read: &mut impl FnMut(LogRow<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    for mut pack in packs {
        let mut start = 0;
        for head in &pack.rows {
            let bytes = pack.bytes.get(start..head.end).unwrap_or_default();
            start = head.end;
            read(LogRow {
                id: head.id,
                case: head.case,
                bytes,
                received_at_ms: head.received_at_ms,
                clock_offset_ms: head.clock_offset_ms,
            })?;
        }
        pack.bytes.clear();
        pack.rows.clear();
        // The reader may have come to the end.
        let _ = back.send(pack);
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
