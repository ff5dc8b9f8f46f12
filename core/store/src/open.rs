//! From a path to a connection that is proved to be on a store of ours, up to date.
//!
//! The order is the point. What can be judged from the file's head and from the files beside it is
//! judged first; then the file is read with writing held back; only when key, kind and version are
//! right may anything be written. A file that fails on the way stays byte for byte as it was.

use std::io;
use std::path::Path;

use rusqlite::{Connection, MAIN_DB};

use crate::connection::{Role, answered, connect, head, make, trust};
use crate::key::Key;
use crate::keycheck::{self, Evidence, Said};
use crate::seal::Seal;
use crate::{Result, StoreError, files, schema, wal};

/// Opens the store at `path` for writing, migrated to `target`; with `create`, makes one where there is none, with that
/// seal. Says which seal the file has.
pub(crate) fn writer(path: &Path, key: &Key, create: Option<Seal>, target: u32) -> Result<(Connection, Seal)> {
    // Read before the database is looked at: if it is there now, a complete database was there even
    // before.
    let said = keycheck::read(path);
    let evidence = judge(path, key, create, said.as_ref())?;
    let seal = match evidence {
        Evidence::Right(seal) => seal,
        // A head that a power loss left: what SQLite will undo, it makes anew.
        _ => create.unwrap_or(Seal::NEW),
    };
    if wal::has_lost_commits(path)? {
        return Err(StoreError::Damaged);
    }
    let (mut conn, version) = look_inside(path, key, seal).map_err(|error| match (error, evidence) {
        // Nothing says that this was ever a store under this key.
        (StoreError::Damaged, Evidence::Unknown) => StoreError::NotADatabase,
        (error, _) => error,
    })?;
    if version == 0 && said.is_some() {
        return Err(StoreError::Damaged);
    }
    // SQLite falls back to reading, silently, where it may not write.
    if conn.is_readonly(MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    make_current(&mut conn, target)?;
    let now = Said { seal, tag: key.tag() };
    if said != Some(now) {
        let finished = finish_making(&conn, path, now);
        // A store that was here already opens even if, say, a full disk keeps the key-check file
        // from being renewed.
        if version == 0 {
            finished?;
        }
    }
    Ok((conn, seal))
}

/// Decides from outside whether the file may be opened under this key.
fn judge(path: &Path, key: &Key, create: Option<Seal>, said: Option<&Said>) -> Result<Evidence> {
    let length = files::length(path)?;
    if matches!(length, None | Some(0)) {
        // A store was here and is gone. To begin an empty one in its place would hide that.
        if said.is_some() || wal::has_frames(path)? {
            return Err(StoreError::Damaged);
        }
        let Some(seal) = create else {
            return Err(StoreError::NotFound);
        };
        files::make_folder(files::folder(path))?;
        make(path)?;
        files::sync_folder(files::folder(path))?;
        return Ok(Evidence::Right(seal));
    }
    let head = if length >= Some(16) { Some(head(path)?) } else { None };
    match keycheck::judge(key, head.as_ref(), said)? {
        Evidence::Wrong => Err(StoreError::WrongKey),
        // A power loss in the very first write can leave a head of zeros, which SQLite's journal
        // will undo.
        Evidence::Unknown if head != Some([0; 16]) => Err(StoreError::NotADatabase),
        evidence => Ok(evidence),
    }
}

fn look_inside(path: &Path, key: &Key, seal: Seal) -> Result<(Connection, u32)> {
    let conn = connect(path, key, seal, Role::Writer)?;
    let version = schema::version(&conn)?;
    Ok((conn, version))
}

fn make_current(conn: &mut Connection, target: u32) -> Result<()> {
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        // A file system without shared memory, such as a network share.
        return Err(StoreError::Io(io::ErrorKind::Unsupported));
    }
    schema::migrate(conn, target)?;
    trust(conn)
}

/// Writes the key-check file, after the tables have reached the database file itself: from then on
/// an empty database is known for damage even if the -wal is lost with it.
fn finish_making(conn: &Connection, path: &Path, said: Said) -> Result<()> {
    answered(conn, "PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(keycheck::write(path, said)?)
}
