//! The files of a store, and how they are made: private to their owner, and durable.
//!
//! A store at `care.db` is `care.db`, SQLite's `care.db-wal`, `care.db-shm` and (for an instant, at
//! its making) `care.db-journal`, and `care.db.keycheck`.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::steps::{Step, announce};

/// SQLCipher's page size; part of our file format.
pub(crate) const PAGE: usize = 4096;

pub(crate) const WAL: &str = "-wal";
pub(crate) const KEY_CHECK: &str = ".keycheck";
/// Every file of a store, the database itself first.
pub(crate) const PARTS: [&str; 5] = ["", WAL, "-shm", "-journal", KEY_CHECK];

/// The path of one part of the store at `path`.
pub(crate) fn part(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// The folder that the store lies in.
pub(crate) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A path that SQLite takes for a file, whatever the file's name: it gives `:memory:` and the like
/// a meaning.
pub(crate) fn plain(path: &Path) -> PathBuf {
    match path.file_name() {
        Some(name) => folder(path).join(name),
        None => path.to_owned(),
    }
}

/// The length of the database file, or `None` if there is no file. It is only looked at from
/// outside: on Unix, to open and close it by other means than SQLite would drop every lock that
/// SQLite holds on it in this process.
pub(crate) fn length(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(meta) if meta.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(meta) if !meta.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        Ok(meta) => Ok(Some(meta.len())),
    }
}

/// Makes the folder, and those above it, if they aren't there, durably; only the owner may look
/// into them.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = self::folder(folder);
    // One by one: each new name must be made durable in the folder above it.
    make_folder(above)?;
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    announce(Step::MakeFolder(folder))?;
    match builder.create(folder) {
        // Another has just made it.
        Err(_) if folder.is_dir() => {}
        made => made?,
    }
    sync_folder(above)
}

/// Makes a file that wasn't there; only the owner may read it.
pub(crate) fn make_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    announce(Step::Make(path))?;
    options.open(path)
}

/// Lets only the owner read a file. SQLite gives the -wal and -shm that it makes the same
/// permissions.
pub(crate) fn keep_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Makes or replaces a small file such that after a power loss either the old or the new one is
/// there, whole.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A name of its own, so that two that make one store at the same moment don't get in each
    // other's way.
    static DRAFTS: AtomicU32 = AtomicU32::new(0);
    let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
    let draft = part(path, &format!(".{}-{number}", std::process::id()));
    let written = write_draft(&draft, bytes).and_then(|()| rename(&draft, path));
    if written.is_err() {
        // Nothing depends on the draft; the error that matters is the first.
        let _ = remove(&draft);
    }
    written?;
    sync_folder(folder(path))
}

fn write_draft(draft: &Path, bytes: &[u8]) -> io::Result<()> {
    match remove(draft) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = make_private(draft)?;
    announce(Step::Fill(draft, bytes))?;
    file.write_all(bytes)?;
    announce(Step::Sync(draft))?;
    file.sync_all()
}

/// Gives a file another name in the same folder; durable only once the folder is synced.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    announce(Step::Rename(from, to))?;
    fs::rename(from, to)
}

fn remove(path: &Path) -> io::Result<()> {
    announce(Step::Remove(path))?;
    fs::remove_file(path)
}

/// Makes the names in a folder durable; a file that was synced can otherwise still vanish with its
/// name.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    announce(Step::SyncFolder(folder))?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
