//! One SQLCipher connection, keyed and set up.
//!
//! Not responsible for judging what it opens: `open` does that, with this connection held back from
//! writing.

use std::fs::OpenOptions;
use std::mem;
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::key::Key;
use crate::seal::Seal;
use crate::{Result, StoreError, files};

/// Long enough for another process's commit (a millisecond) and checkpoint (tens), short enough for
/// a person.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether a connection may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Writer,
    Reader,
}

/// Makes an empty file for SQLite to fill, private to its owner. It is no error if it has just
/// appeared.
pub(crate) fn make(path: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let _made = open_file(path, flags)?;
    Ok(files::keep_private(path)?)
}

/// The first 16 bytes of a file that is at least so long. Nothing else of it is read, and no lock
/// is taken.
pub(crate) fn head(path: &Path) -> Result<[u8; 16]> {
    let conn = open_file(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // SQLCipher takes the file's head for the salt; any key will make it look.
    answered(&conn, &format!("PRAGMA key = \"x'{:064}'\"", 0))?;
    let hex: String = conn.query_row("PRAGMA cipher_salt", [], |row| row.get(0))?;
    Ok(u128::from_str_radix(&hex, 16)
        .map_err(|_| StoreError::Damaged)?
        .to_be_bytes())
}

/// Opens an existing file under the key; doesn't yet read it, so a wrong key shows only with the
/// first statement.
pub(crate) fn connect(path: &Path, key: &Key, seal: Seal, role: Role) -> Result<Connection> {
    let access = match role {
        Role::Writer => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Role::Reader => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let conn = open_file(path, access)?;
    // Until the file has proved to be ours, closing the connection must not move the -wal into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(PATIENCE)?;
    // Key material, SQL text with the key in it, and pages are wiped when freed.
    conn.execute_batch("PRAGMA cipher_memory_security = ON")?;
    answered(&conn, &key.pragma(seal))?;
    // The format is pinned, so that a later SQLCipher with other defaults opens today's files.
    conn.execute_batch("PRAGMA cipher_compatibility = 4")?;
    conn.execute_batch(&format!("PRAGMA cipher_hmac_algorithm = {}", seal.algorithm()))?;
    conn.execute_batch(
        "-- On Apple an ordinary fsync may stay in the disk's cache. Elsewhere these do nothing.
         -- Before the others: some of those read the file, and so undo what a power loss interrupted.
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         -- Without it a REPLACE would delete rows past the triggers that guard the log.
         PRAGMA recursive_triggers = ON;
         PRAGMA synchronous = FULL;",
    )?;
    // In KiB. Each page that is not found in it is locked in memory, and wiped and unlocked when it goes. Who writes comes
    // to the same pages again; who only reads goes through the file once, and a few pages do.
    conn.execute_batch(match role {
        Role::Writer => "PRAGMA cache_size = -512",
        Role::Reader => "PRAGMA cache_size = -64; PRAGMA query_only = ON",
    })?;
    Ok(conn)
}

fn open_file(path: &Path, access: OpenFlags) -> Result<Connection> {
    // SQLite counts itself as ready before SQLCipher has begun (`SQLITE_EXTRA_INIT` runs outside its lock): a second
    // thread would find no cipher. So the first opening of a process goes through here alone.
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| drop(Connection::open_in_memory()));
    // No URI flag: a path is a path.
    match Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX) {
        Ok(conn) => {
            // SQLCipher would print a line to stderr (or a phone's system log) on a page that it
            // can't decrypt.
            answered(&conn, "PRAGMA cipher_log_level = NONE")?;
            Ok(conn)
        }
        // SQLite says only that it could not; the operating system knows why.
        Err(error) => match options(access).open(path) {
            Err(cause) => Err(cause.into()),
            Ok(file) => {
                // Not closed: that would drop the locks of other stores on it in this process.
                mem::forget(file);
                Err(error.into())
            }
        },
    }
}

/// The same wish, in the operating system's words.
fn options(access: OpenFlags) -> OpenOptions {
    let create = access.contains(OpenFlags::SQLITE_OPEN_CREATE);
    let mut options = OpenOptions::new();
    options.read(true).write(create).create(create);
    options
}

/// Lets the connection move the -wal into the file when it is closed: the file is ours.
pub(crate) fn trust(conn: &Connection) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Runs a pragma that answers with a row, and drops the row.
pub(crate) fn answered(conn: &Connection, sql: &str) -> Result<()> {
    Ok(conn.query_row(sql, [], |_| Ok(()))?)
}
