//! `marrow.key` and `marrow.mark`: small text files that only their owner may read, replaced whole.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{Place, Secrets};
use crate::failure::{Failure, Result};
use crate::say::Say;

/// What a key file says.
pub enum Found {
    Secrets(Secrets),
    InKeyring(String),
}

/// Reads a key file; `None` where there is none.
pub fn read(path: &Path, say: Say) -> Result<Option<Found>> {
    let mut text = Zeroizing::new(String::new());
    match File::open(path).and_then(|mut file| file.read_to_string(&mut text)) {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(trouble(path, &error, say)),
    }
    let value = |name: &str| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| line.split_once(' '))
            .find(|(n, _)| *n == name)
            .map(|(_, value)| value.trim())
    };
    let unreadable = || {
        let shown = path.display().to_string();
        Failure::new(say.fill("terminal.key.not-a-key-file", &[("file", &shown)])).kind("key")
    };
    if let Some(name) = value("keyring") {
        return Ok(Some(Found::InKeyring(name.to_owned())));
    }
    let secrets = Secrets {
        key: value("key").and_then(from_hex).ok_or_else(unreadable)?,
        installation: value("installation").and_then(from_hex).ok_or_else(unreadable)?,
    };
    Ok(Some(Found::Secrets(secrets)))
}

/// Writes a key file, durably. One that is there already is never written over: that is an error of
/// the kind `AlreadyExists`.
pub fn write(path: &Path, secrets: &Secrets, place: &Place) -> io::Result<()> {
    // The whole capacity at once: growing would leave a copy of the key behind.
    let mut text = Zeroizing::new(String::with_capacity(512));
    match place {
        Place::File => {
            text.push_str("# The key of the Marrow store in this folder. Whoever has both can read the record;\n");
            text.push_str("# without the key nobody can. Keep a copy of it apart from copies of the store.\n");
            text.push_str("key ");
            push_hex(&mut text, &secrets.key);
            text.push_str("\ninstallation ");
            push_hex(&mut text, &secrets.installation);
            text.push('\n');
        }
        Place::Keyring(name) => {
            text.push_str("# The key of the Marrow store in this folder is in its owner's keyring.\n");
            let _ = writeln!(text, "keyring {name}");
        }
    }
    let mut file = make_private(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a key is no key, and nothing is encrypted under it yet.
        let _ = fs::remove_file(path);
    }
    written.and_then(|()| sync_folder(path))
}

/// The mark; `None` where there is none, or it cannot be read: then a rollback is not noticed.
pub fn read_mark(path: &Path) -> Option<u64> {
    fs::read_to_string(path).ok()?.trim().parse().ok()
}

/// Replaces the mark.
pub fn write_mark(path: &Path, mark: u64) {
    // Nothing depends on it: a mark that lags behind only notices less.
    let _ = replace(path, format!("{mark}\n").as_bytes());
}

/// Makes or replaces a file that only its owner may read: after a power loss the old or the new one
/// is there, whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}", std::process::id()));
    let draft = PathBuf::from(draft);
    let _ = fs::remove_file(&draft);
    let mut file = make_private(&draft)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Makes the folder of a store; only its owner may look into it.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes a file that was not there; only its owner may read it.
fn make_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// A file that could not be read or written.
pub fn trouble(path: &Path, error: &io::Error, say: Say) -> Failure {
    let (path, cause) = (path.display().to_string(), error.to_string());
    Failure::new(say.fill("terminal.file.trouble", &[("file", &path), ("cause", &cause)])).kind("file")
}

fn push_hex(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
        }
    }
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    // An entry's id is written the same way.
    text.parse::<marrow::engine::id::EntryId>().ok().map(|id| id.0)
}
