//! A host database into which the pages of a damaged one are put, to be read one by one.
//!
//! A fresh file under the same key gets a sound first page and a table with the log's columns. The
//! damaged file's other pages are copied behind it as they are, still encrypted. Then the table's
//! root is pointed at each page in turn: a leaf of the log gives its rows, whatever has become of
//! the pages above it; anything else gives an error.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::FoundEntries;
use crate::connection::{Role, answered, connect};
use crate::entry::{COLUMNS, entry_id, from_row};
use crate::files::{self, PAGE, part};
use crate::integrity::broken_pages;
use crate::key::Key;
use crate::seal::Seal;
use crate::wal::Frame;
use crate::{EntryId, Result, StoreError, StoredEntry};

pub(super) struct Graft<'a> {
    // Before the copy, so that it is closed before the copy is removed.
    conn: Connection,
    key: &'a Key,
    seal: Seal,
    copy: Copy,
    /// How many pages came from the damaged file; page 1 is never among them.
    pages: u32,
}

/// The host's file, removed when it is dropped.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        // Nobody is left to tell; what stays behind is encrypted.
        let _ = fs::remove_file(&self.0);
    }
}

impl<'a> Graft<'a> {
    /// Copies the pages of the store at `source`, and over them those of the given frames of its
    /// -wal.
    pub fn new(source: &Path, key: &'a Key, seal: Seal, frames: &[Frame]) -> Result<Graft<'a>> {
        let length = fs::metadata(source).map_or(0, |meta| meta.len());
        // An unfinished last page is lost; what of it is there can't be decrypted.
        let in_file = u32::try_from(length / PAGE as u64).unwrap_or(u32::MAX);
        let pages = frames.iter().map(|frame| frame.page).fold(in_file, u32::max);

        let path = part(source, ".salvage");
        // What a kill during an earlier attempt may have left.
        let _ = fs::remove_file(&path);
        drop(files::make_private(&path)?);
        let copy = Copy(path);
        build_host(&copy.0, key, seal, pages)?;
        put_in(&copy.0, source, in_file, frames)?;
        let conn = unjournaled(&copy.0, key, seal)?;
        Ok(Graft {
            conn,
            key,
            seal,
            copy,
            pages,
        })
    }

    /// Adds what can be read to `found`, and returns how many pages can't.
    pub fn collect(mut self, found: &mut FoundEntries) -> Result<usize> {
        // To leave these out saves much time: each costs a connection.
        let unreadable = broken_pages(&self.conn)?;
        for page in 2..=self.pages {
            if !unreadable.contains(&page) {
                self.collect_page(page, found)?;
            }
        }
        Ok(unreadable.len())
    }

    fn collect_page(&mut self, page: u32, found: &mut FoundEntries) -> Result<()> {
        // SQLCipher refuses everything on a connection that has met a broken page; then another
        // takes its place.
        if of_the_page(point_at(&self.conn, page))?.is_none() {
            self.reopen()?;
            point_at(&self.conn, page)?;
        }
        // Most often the page is of another kind. If not, then it leads to a broken page, and to
        // others that have their own turn.
        let Some(rows) = of_the_page(rows_on_page(&self.conn))? else {
            return Ok(());
        };
        for (n, id) in rows {
            if found.contains_key(&id) {
                continue;
            }
            match of_the_page(row(&self.conn, n))? {
                Some(Some(entry)) if entry.id == entry_id(&entry.bytes) => {
                    found.insert(entry.id, entry);
                }
                Some(_) => {}
                // A long entry runs on over pages of its own, and one of those may be the broken
                // one.
                None => self.reopen()?,
            }
        }
        Ok(())
    }

    fn reopen(&mut self) -> Result<()> {
        self.conn = unjournaled(&self.copy.0, self.key, self.seal)?;
        Ok(())
    }
}

/// `None` for an error that lies in the page. One that lies in the disk under the copy must not pass
/// for a page without entries.
fn of_the_page<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error @ (StoreError::Io(_) | StoreError::DiskFull)) => Err(error),
        Err(_) => Ok(None),
    }
}

fn build_host(path: &Path, key: &Key, seal: Seal, pages: u32) -> Result<()> {
    let conn = unjournaled(path, key, seal)?;
    conn.execute_batch(&format!(
        "CREATE TABLE entry (n INTEGER PRIMARY KEY, {COLUMNS}); CREATE TABLE filler (x);"
    ))?;
    // The header counts the pages, and none beyond the count is read. So there must be enough
    // before the damaged ones come in.
    let mut missing = u64::from(pages);
    while missing > 0 {
        let now = missing.min(10_000);
        let bytes = (now * PAGE as u64).cast_signed();
        conn.execute("INSERT INTO filler VALUES (zeroblob(?1))", [bytes])?;
        missing -= now;
    }
    conn.execute_batch("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'filler'")?;
    Ok(())
}

fn put_in(host: &Path, source: &Path, in_file: u32, frames: &[Frame]) -> Result<()> {
    let mut host = OpenOptions::new().write(true).open(host)?;
    if in_file > 1 {
        let mut file = File::open(source)?;
        file.seek(SeekFrom::Start(PAGE as u64))?;
        host.seek(SeekFrom::Start(PAGE as u64))?;
        io::copy(&mut file.take(u64::from(in_file - 1) * PAGE as u64), &mut host)?;
    }
    if !frames.is_empty() {
        let mut wal = File::open(part(source, files::WAL))?;
        let mut page = [0; PAGE];
        for frame in frames.iter().filter(|frame| frame.page > 1) {
            wal.seek(SeekFrom::Start(frame.offset))?;
            wal.read_exact(&mut page)?;
            host.seek(SeekFrom::Start(u64::from(frame.page - 1) * PAGE as u64))?;
            host.write_all(&page)?;
        }
    }
    Ok(())
}

/// Opens the host. It is thrown away in the end, so it needs neither journal nor syncs.
fn unjournaled(path: &Path, key: &Key, seal: Seal) -> Result<Connection> {
    let conn = connect(path, key, seal, Role::Writer)?;
    answered(&conn, "PRAGMA journal_mode = OFF")?;
    conn.execute_batch("PRAGMA synchronous = OFF")?;
    Ok(conn)
}

/// Makes the page the root of the table.
fn point_at(conn: &Connection, page: u32) -> Result<()> {
    conn.execute_batch("PRAGMA writable_schema = ON")?;
    conn.prepare_cached("UPDATE sqlite_schema SET rootpage = ?1 WHERE name = 'entry'")?
        .execute([page])?;
    // Makes SQLite read the schema again.
    Ok(conn.execute_batch("PRAGMA writable_schema = RESET")?)
}

/// Number and id of each row, which lie at the front of it and so on the page itself.
fn rows_on_page(conn: &Connection) -> Result<Vec<(i64, EntryId)>> {
    let mut statement = conn.prepare_cached("SELECT n, id FROM entry")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn row(conn: &Connection, n: i64) -> Result<Option<StoredEntry>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM entry WHERE n = ?1"))?;
    let mut rows = statement.query([n])?;
    rows.next()?.map(from_row).transpose()
}
