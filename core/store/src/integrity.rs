//! Looking for damage, and at the file's measurements.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use rusqlite::Connection;

use crate::entry::{entry_id, unsigned};
use crate::{Result, StoreError, files, schema, wal};

/// The measurements of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The schema version of the file.
    pub schema_version: u32,
    /// How many entries the log has.
    pub entries: u64,
    /// The size of the database file in bytes.
    pub file_bytes: u64,
    /// The size in bytes of what is committed but not yet moved into the database file.
    pub wal_bytes: u64,
    /// How many of the database's pages are unused.
    pub free_pages: u64,
    /// The release of SQLCipher.
    pub cipher_version: String,
}

pub(crate) fn check(conn: &Connection, path: &Path) -> Result<()> {
    // Looked at twice: while another process moves its -wal into the file, a page may for an
    // instant be half old.
    if !seals_hold(conn, path)? && !seals_hold(conn, path)? {
        return Err(StoreError::Damaged);
    }
    let answer: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(StoreError::Damaged);
    }
    let mut statement = conn.prepare("SELECT id, bytes FROM entry")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: [u8; 32] = row.get(0)?;
        if id != entry_id(row.get_ref(1)?.as_blob().map_err(|_| StoreError::Damaged)?) {
            return Err(StoreError::Damaged);
        }
    }
    Ok(())
}

/// A power loss while the -wal is moved into the file leaves half-written pages there. That is no
/// damage: SQLite reads them from the -wal, until they are written again.
fn seals_hold(conn: &Connection, path: &Path) -> Result<bool> {
    let broken = broken_pages(conn)?;
    if broken.is_empty() {
        return Ok(true);
    }
    let newer: HashSet<u32> = wal::read(path)?.committed().iter().map(|frame| frame.page).collect();
    Ok(broken.is_subset(&newer))
}

/// The pages of the file, without the -wal, whose seal is broken.
pub(crate) fn broken_pages(conn: &Connection) -> Result<HashSet<u32>> {
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut pages = HashSet::new();
    for line in lines {
        // "HMAC verification failed for page 17"; "page 18 has an invalid size of ..."
        let line = line?;
        if line.starts_with("error reading") {
            return Err(StoreError::Io(io::ErrorKind::Other));
        }
        let number = line
            .split_once("page ")
            .and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
        // What can't be told is said of a page that there never is.
        pages.insert(number.unwrap_or(0));
    }
    Ok(pages)
}

pub(crate) fn info(conn: &Connection, path: &Path) -> Result<Info> {
    let number = |sql: &str| -> Result<u64> { unsigned(conn.query_row(sql, [], |row| row.get(0))?) };
    Ok(Info {
        schema_version: schema::version(conn)?,
        entries: number("SELECT count(*) FROM entry")?,
        file_bytes: fs::metadata(path)?.len(),
        // Missing after a clean close by a store that shared the file.
        wal_bytes: fs::metadata(files::part(path, files::WAL)).map_or(0, |meta| meta.len()),
        free_pages: number("PRAGMA freelist_count")?,
        cipher_version: conn.query_row("PRAGMA cipher_version", [], |row| row.get(0))?,
    })
}
