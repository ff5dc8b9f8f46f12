//! What tests in this and other crates need and an app never does. Not part of the public
//! interface.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

pub use crate::steps::{Listener, Step, listen};

use crate::connection::{Role, connect};
use crate::keycheck::{self, Evidence};
use crate::seal::Seal;
use crate::{Batch, Key, Result, Store, commit, open, schema};

/// A store of release 1 of the schema that somebody still has open.
pub struct Version1 {
    _open: Connection,
}

/// Makes a store as release 1 of the schema left it, with the entries and settings of the batch. While the
/// answer lives, they are in the -wal only, as after a kill.
pub fn version_1(path: &Path, key: &Key, batch: &Batch) -> Result<Version1> {
    let (mut conn, _) = open::writer(path, key, Some(Seal::Sha512), 1)?;
    let tx = conn.transaction()?;
    for entry in &batch.entries {
        commit::append(&tx, entry)?;
    }
    for (name, value) in &batch.settings {
        commit::set(&tx, name, value.as_deref())?;
    }
    tx.commit()?;
    Ok(Version1 { _open: conn })
}

/// As [`version_1`], closed.
pub fn version_1_file(path: &Path, key: &Key, batch: &Batch) -> Result<()> {
    version_1(path, key, batch).map(drop)
}

/// The schema version of a file, which is not brought up to date.
pub fn version_of(path: &Path, key: &Key) -> Result<u32> {
    let head = crate::connection::head(path)?;
    match keycheck::judge(key, Some(&head), None)? {
        Evidence::Right(seal) => schema::version(&connect(path, key, seal, Role::Writer)?),
        _ => Err(crate::StoreError::WrongKey),
    }
}

/// The whole database as text: its marks, every table, index and trigger as SQLite keeps its SQL, every row of
/// every table. Two stores with the same text are the same store.
pub fn dump(store: &Store) -> Result<String> {
    let conn = store.writer();
    let mut text = String::new();
    for mark in ["application_id", "user_version"] {
        let value: i64 = conn.query_row(&format!("PRAGMA {mark}"), [], |row| row.get(0))?;
        line(&mut text, &[mark.to_owned(), value.to_string()]);
    }
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    rows(conn, schema, "", &mut text)?;
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    for name in names.query_map([], |row| row.get::<_, String>(0))? {
        let name = name?;
        let all = format!("SELECT * FROM \"{name}\"");
        let columns = 1..=conn.prepare(&all)?.column_count();
        let order: Vec<String> = columns.map(|column| column.to_string()).collect();
        rows(conn, &format!("{all} ORDER BY {}", order.join(", ")), &name, &mut text)?;
    }
    Ok(text)
}

fn rows(conn: &Connection, sql: &str, head: &str, text: &mut String) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut cells = vec![head.to_owned()];
        for column in 0..columns {
            cells.push(match row.get_ref(column)? {
                ValueRef::Blob(bytes) => bytes.iter().fold(String::new(), |mut hex, byte| {
                    // Writing to a String can't fail.
                    let _ = write!(hex, "{byte:02x}");
                    hex
                }),
                ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                other => format!("{other:?}"),
            });
        }
        line(text, &cells);
    }
    Ok(())
}

fn line(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join("\t"));
    text.push('\n');
}

/// Lets the store grow to this many pages and no further, as a full disk would.
pub fn limit_pages(store: &Store, pages: u32) -> Result<()> {
    crate::connection::answered(store.writer(), &format!("PRAGMA max_page_count = {pages}"))
}

/// Sets how long a commit waits for another process's lock.
pub fn set_patience(store: &Store, patience: Duration) -> Result<()> {
    Ok(store.writer().busy_timeout(patience)?)
}

/// Runs SQL as a fault or another program would; for locks, newer versions, and attempts on the
/// log.
pub fn run_sql(store: &Store, sql: &str) -> Result<()> {
    Ok(store.writer().execute_batch(sql)?)
}
