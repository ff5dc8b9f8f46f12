//! Moving a damaged store out of the way, whole, so that a new one can be begun.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::{self, PARTS, folder, part, plain, sync_folder};
use crate::{Result, StoreError};

/// Renames the store at `path` with all that belongs to it to `NAME.damaged-STAMP`, and returns the
/// new path. It can still be salvaged there. Nothing is ever overwritten: if the name is taken,
/// `-2`, `-3`… is added.
///
/// Close the store first. If a kill or a power loss interrupts the move, repeat it with the same stamp.
///
/// Errors: `NotFound` if there is nothing to move; `Invalid` for a stamp of other than letters,
/// digits and `-`.
pub fn set_aside(path: &Path, stamp: &str) -> Result<PathBuf> {
    if stamp.is_empty() || !stamp.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(StoreError::Invalid("a stamp is made of letters, digits and hyphens"));
    }
    let path = plain(path);
    let mut present = Vec::new();
    for suffix in PARTS {
        if taken(&part(&path, suffix))? {
            present.push(suffix);
        }
    }
    if present.is_empty() {
        return Err(StoreError::NotFound);
    }
    let target = free_name(&path, stamp, &present)?;
    // The database goes first: without its -wal it would still open, and lack what was in there.
    // The other way round, what stays behind is told for damage. And each is synced before the next:
    // a power loss may undo any of several moves.
    for suffix in present {
        files::rename(&part(&path, suffix), &part(&target, suffix))?;
        sync_folder(folder(&path))?;
    }
    Ok(target)
}

/// A name under which none of the given parts exists yet. Parts of an interrupted move don't stand
/// in the way of the rest, which so comes to lie beside them.
fn free_name(path: &Path, stamp: &str, present: &[&str]) -> Result<PathBuf> {
    for n in 1..1000 {
        let mut name = OsString::from(path);
        name.push(format!(".damaged-{stamp}"));
        if n > 1 {
            name.push(format!("-{n}"));
        }
        let target = PathBuf::from(name);
        let mut free = true;
        for suffix in present {
            free &= !taken(&part(&target, suffix))?;
        }
        if free {
            return Ok(target);
        }
    }
    Err(StoreError::Io(io::ErrorKind::AlreadyExists))
}

fn taken(path: &Path) -> Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}
