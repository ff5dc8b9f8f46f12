//! Looking for damage, and at the file's measurements.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::entry::{entry_id, unsigned};
use crate::{Result, StoreError, files, schema};

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

pub(crate) fn check(conn: &Connection) -> Result<()> {
    // Looked at twice: while another process moves its -wal into the file, a page may for an
    // instant be half old.
    if !seals_hold(conn)? && !seals_hold(conn)? {
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

/// SQLCipher answers with one row for each page that fails its check, and with none if all is well.
fn seals_hold(conn: &Connection) -> Result<bool> {
    Ok(!conn.prepare("PRAGMA cipher_integrity_check")?.exists([])?)
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
