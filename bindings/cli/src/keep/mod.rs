//! Where the key of a store is kept, and with it this installation's secret and high-water mark.
//!
//! In the system's keyring where one answers, else in a file beside the store that only its owner
//! may read. Which of the two it is stands in `marrow.key`, decided once, when the store is made: a
//! keyring that happens to be locked tomorrow must not look like a store without a key.
//!
//! Nothing here prints a key, and nothing is ever written over one.

pub mod file;
#[cfg(feature = "keyring")]
mod ring;

use std::path::{Path, PathBuf};

use marrow::{Key, Secret};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::failure::{Failure, Result};
use crate::say::Say;

/// Says where new keys go: `file`, `keyring`, or wherever one answers (`auto`).
pub const WISH: &str = "MARROW_KEY";

/// The two secrets of an installation.
#[derive(Clone, PartialEq, Eq, ZeroizeOnDrop)]
pub struct Secrets {
    key: [u8; 32],
    installation: [u8; 32],
}

impl Secrets {
    const LENGTH: usize = 64;

    fn random() -> Result<Self> {
        Ok(Self {
            key: random()?,
            installation: random()?,
        })
    }

    fn to_bytes(&self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        bytes[..32].copy_from_slice(&self.key);
        bytes[32..].copy_from_slice(&self.installation);
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (key, installation) = bytes.split_at_checked(32)?;
        Some(Self {
            key: key.try_into().ok()?,
            installation: installation.try_into().ok()?,
        })
    }

    /// The database's key.
    pub fn key(&self) -> Key {
        Key::new(self.key)
    }

    /// What this installation's streams are named after.
    pub fn secret(&self) -> Secret {
        Secret(self.installation)
    }
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Failure::new(format!("no random numbers: {e}")))?;
    Ok(bytes)
}

/// Where the secrets are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In `marrow.key` itself.
    File,
    /// In the system's keyring, under this name.
    Keyring(String),
}

/// The secrets of a store, found or made.
pub struct Kept {
    /// The secrets.
    pub secrets: Secrets,
    /// The mark that was kept last.
    pub mark: Option<u64>,
    /// Where they are.
    pub place: Place,
    folder: PathBuf,
}

/// Whether new keys may go to the keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Wherever one answers.
    Auto,
    /// Into a file.
    File,
    /// Into the keyring or nowhere.
    Keyring,
}

impl Wish {
    /// What the environment says.
    pub fn from_env(say: Say) -> Result<Self> {
        match std::env::var(WISH).unwrap_or_default().as_str() {
            "" | "auto" => Ok(Self::Auto),
            "file" => Ok(Self::File),
            "keyring" => Ok(Self::Keyring),
            other => Err(Failure::usage(say.fill("terminal.key.wish", &[("typed", other)]))),
        }
    }
}

/// The file that holds the key or says where it is.
pub fn key_file(folder: &Path) -> PathBuf {
    folder.join("marrow.key")
}

/// The file that keeps the mark, where the key is in a file.
pub fn mark_file(folder: &Path) -> PathBuf {
    folder.join("marrow.mark")
}

/// The secrets of the store in a folder; `None` where none were ever made.
pub fn find(folder: &Path, say: Say) -> Result<Option<Kept>> {
    let Some(found) = file::read(&key_file(folder), say)? else {
        return Ok(None);
    };
    let (secrets, mark, place) = match found {
        file::Found::Secrets(secrets) => (secrets, file::read_mark(&mark_file(folder)), Place::File),
        file::Found::InKeyring(name) => {
            let (secrets, mark) = from_keyring(&name, say)?;
            (secrets, mark, Place::Keyring(name))
        }
    };
    Ok(Some(Kept {
        secrets,
        mark,
        place,
        folder: folder.to_owned(),
    }))
}

/// Makes new secrets and keeps them, durably, before anything is encrypted under them.
pub fn make(folder: &Path, wish: Wish, say: Say) -> Result<Kept> {
    let secrets = Secrets::random()?;
    file::make_folder(folder).map_err(|e| file::trouble(folder, &e, say))?;
    let place = place_for(&secrets, wish, say)?;
    match file::write(&key_file(folder), &secrets, &place) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            // Another process was quicker: its key counts.
            return find(folder, say)?.ok_or_else(|| file::trouble(&key_file(folder), &error, say));
        }
        Err(error) => return Err(file::trouble(&key_file(folder), &error, say)),
        Ok(()) => {}
    }
    Ok(Kept {
        secrets,
        mark: None,
        place,
        folder: folder.to_owned(),
    })
}

impl Kept {
    /// Keeps the mark. One that lags behind the store does no harm, so a failure is none of the
    /// command's.
    pub fn keep_mark(&self, mark: u64) {
        if self.mark == Some(mark) {
            return;
        }
        match &self.place {
            Place::File => file::write_mark(&mark_file(&self.folder), mark),
            Place::Keyring(name) => mark_to_keyring(name, mark),
        }
    }
}

#[cfg(feature = "keyring")]
fn place_for(secrets: &Secrets, wish: Wish, say: Say) -> Result<Place> {
    if wish == Wish::File {
        return Ok(Place::File);
    }
    let name = ring::name(&random()?);
    let mut bytes = secrets.to_bytes();
    let kept = ring::keep(&name, &bytes, say);
    bytes.zeroize();
    match kept {
        Ok(()) => Ok(Place::Keyring(name)),
        Err(_) if wish == Wish::Auto => Ok(Place::File),
        Err(failure) => Err(failure),
    }
}

#[cfg(not(feature = "keyring"))]
fn place_for(_secrets: &Secrets, wish: Wish, say: Say) -> Result<Place> {
    match wish {
        Wish::Keyring => Err(Failure::new(say.get("terminal.key.no-keyring"))),
        _ => Ok(Place::File),
    }
}

#[cfg(feature = "keyring")]
fn from_keyring(name: &str, say: Say) -> Result<(Secrets, Option<u64>)> {
    let mut bytes = ring::find(name, say)?;
    let secrets = Secrets::from_bytes(&bytes);
    bytes.zeroize();
    let secrets = secrets.ok_or_else(|| Failure::new(say.get("terminal.key.unreadable")).kind("key"))?;
    Ok((secrets, ring::find_mark(name)))
}

#[cfg(not(feature = "keyring"))]
fn from_keyring(_name: &str, say: Say) -> Result<(Secrets, Option<u64>)> {
    Err(Failure::new(say.get("terminal.key.no-keyring")).kind("key"))
}

#[cfg(feature = "keyring")]
fn mark_to_keyring(name: &str, mark: u64) {
    ring::keep_mark(name, mark);
}

#[cfg(not(feature = "keyring"))]
fn mark_to_keyring(_name: &str, _mark: u64) {}
