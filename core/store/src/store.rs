//! An open store: everything that can be asked of it, and the way to its one writer.

use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Params};

use crate::connection::{Role, connect};
use crate::entry::{COLUMNS, from_row, unsigned};
use crate::key::Key;
use crate::seal::Seal;
use crate::{
    Batch, EntryId, Id16, Info, LedgerRow, Result, StoreError, StoredEntry, Tip, commit, derived, files, integrity,
    open, schema,
};

/// An open store. Several may be open on one file, in one process or in many; each belongs to one
/// thread at a time.
pub struct Store {
    // The reader first: the last connection to be closed tidies up the -wal, and only the writer
    // can.
    reader: Connection,
    writer: Connection,
    path: PathBuf,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store(..)")
    }
}

impl Store {
    /// Opens the store at `path`; makes one, and the folder for it, where there is none or an empty
    /// file.
    ///
    /// Errors: any of [`StoreError`] but `Moved` and `Invalid`. A file that can't be opened is left
    /// as it is.
    pub fn open(path: &Path, key: &Key) -> Result<Store> {
        Store::with(path, key, Some(Seal::NEW), schema::SUPPORTED)
    }

    /// Opens the store at `path`, or says [`StoreError::NotFound`] rather than make one.
    pub fn open_existing(path: &Path, key: &Key) -> Result<Store> {
        Store::with(path, key, None, schema::SUPPORTED)
    }

    pub(crate) fn with(path: &Path, key: &Key, create: Option<Seal>, target: u32) -> Result<Store> {
        let path = files::plain(path);
        let (writer, seal) = open::writer(&path, key, create, target)?;
        let reader = connect(&path, key, seal, Role::Reader)?;
        Ok(Store { reader, writer, path })
    }

    /// Writes a batch, all of it or nothing, and returns how many of its entries are new (an
    /// identical one that is already there counts 0). `Ok` means that it is still there after a
    /// power loss.
    ///
    /// Errors: `Moved` when an expected tip has moved, `Invalid` for an entry whose id isn't the
    /// hash of its bytes, `DiskFull`, `Busy`, `Damaged`, `Io`. After each of them the store can go
    /// on being used; but after `Io` open it anew, and look. The batch may be there all the same,
    /// whole; and SQLCipher, having failed to read a page, calls the connection damaged from then on.
    pub fn commit(&mut self, batch: &Batch) -> Result<usize> {
        commit::commit(&mut self.writer, batch).map_err(|error| match error {
            // `open` has made sure that the file can be written. SQLCipher makes a connection
            // read-only, without a word, when it meets a page that it can't decrypt.
            StoreError::ReadOnly => StoreError::Damaged,
            error => error,
        })
    }

    /// The entries of a case, in the log's order: by Lamport time, then stream, place and id.
    pub fn entries_of(&self, case: &Id16) -> Result<Vec<StoredEntry>> {
        self.select(Some(case))
    }

    /// The entries that concern the phone alone and belong to no case, in the same order.
    pub fn local_entries(&self) -> Result<Vec<StoredEntry>> {
        self.select(None)
    }

    fn select(&self, case: Option<&Id16>) -> Result<Vec<StoredEntry>> {
        let sql = format!("SELECT {COLUMNS} FROM entry WHERE case_id IS ?1 ORDER BY lamport, stream, seq, id");
        let mut entries = Vec::new();
        self.each(&sql, [case], |entry| entries.push(entry))?;
        Ok(entries)
    }

    /// Hands every entry to `f`, in the order in which they arrived on this phone, one at a time.
    pub fn all_entries(&self, f: impl FnMut(StoredEntry)) -> Result<()> {
        self.each(&format!("SELECT {COLUMNS} FROM entry ORDER BY n"), [], f)
    }

    fn each(&self, sql: &str, params: impl Params, mut f: impl FnMut(StoredEntry)) -> Result<()> {
        let mut statement = self.reader.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            f(from_row(row)?);
        }
        Ok(())
    }

    /// The cases that there are entries of, by id.
    pub fn cases(&self) -> Result<Vec<Id16>> {
        let sql = "SELECT DISTINCT case_id FROM stream_tip WHERE case_id IS NOT NULL ORDER BY case_id";
        let mut statement = self.reader.prepare_cached(sql)?;
        let cases = statement.query_map([], |row| row.get(0))?;
        Ok(cases.collect::<rusqlite::Result<_>>()?)
    }

    /// The end of a stream, or `None` if the stream is empty.
    pub fn tip(&self, stream: &Id16) -> Result<Option<Tip>> {
        commit::tip(&self.reader, stream)
    }

    /// The ends of all streams of a case, by stream.
    pub fn tips(&self, case: &Id16) -> Result<Vec<(Id16, Tip)>> {
        let sql = "SELECT stream, seq, id FROM stream_tip WHERE case_id = ?1 ORDER BY stream";
        let mut statement = self.reader.prepare_cached(sql)?;
        let rows = statement.query_map([case], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut tips = Vec::new();
        for row in rows {
            let (stream, seq, id): (Id16, i64, EntryId) = row?;
            tips.push((stream, (unsigned(seq)?, id)));
        }
        Ok(tips)
    }

    /// The places at which a stream has forked: two different entries at one stream and seq. Both
    /// are kept.
    pub fn forks(&self) -> Result<Vec<(Id16, u64)>> {
        let mut statement = self
            .reader
            .prepare_cached("SELECT stream, seq FROM fork ORDER BY stream, seq")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut forks = Vec::new();
        for row in rows {
            let (stream, seq): (Id16, i64) = row?;
            forks.push((stream, unsigned(seq)?));
        }
        Ok(forks)
    }

    /// The value of a setting.
    pub fn setting(&self, key: &str) -> Result<Option<Vec<u8>>> {
        let mut statement = self.reader.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// The reminders that the phone's operating system holds, by id.
    pub fn ledger(&self) -> Result<Vec<LedgerRow>> {
        let mut statement = self
            .reader
            .prepare_cached("SELECT id, fingerprint, fire_at_ms FROM ledger ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(LedgerRow {
                id: row.get(0)?,
                fingerprint: row.get(1)?,
                fire_at_ms: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A number that changes when *another* store, in this or in another process, has written to
    /// the file. Compare it only with earlier numbers from this same store. Costs microseconds.
    pub fn generation(&self) -> Result<u64> {
        // Asked of the writer: for the reader, our own commits would count as another's.
        unsigned(self.writer.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Empties everything that is derived from the log and fills it again.
    pub fn rebuild_derived(&mut self) -> Result<()> {
        derived::rebuild(&mut self.writer)
    }

    /// Everything that is derived from the log, as text; equal before and after
    /// [`Store::rebuild_derived`].
    pub fn derived_dump(&self) -> Result<String> {
        derived::dump(&self.reader)
    }

    /// Reads the whole file: every page's seal, SQLite's structures, every entry's hash. Says
    /// `Damaged` or nothing.
    pub fn integrity(&self) -> Result<()> {
        integrity::check(&self.reader, &self.path)
    }

    /// Size and version, for a person who looks after the installation.
    pub fn info(&self) -> Result<Info> {
        integrity::info(&self.reader, &self.path)
    }

    pub(crate) fn writer(&self) -> &Connection {
        &self.writer
    }

    /// Both connections, for two threads to read with.
    pub(crate) fn connections(&mut self) -> [&mut Connection; 2] {
        [&mut self.reader, &mut self.writer]
    }
}
