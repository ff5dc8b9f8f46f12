//! The key-check file: tells a wrong key from a damaged file.
//!
//! SQLCipher gives one answer to both. A right key is normally known by the file's first 16 bytes
//! ([`Key::salt`]); this small file beside the database still knows it when those are lost. It is
//! written only after the database is complete and durable. So a kill while a store is made locks
//! nobody out, and where this file is but the database isn't, a store has vanished: that is damage,
//! and no leave to begin an empty one in its place.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::key::Key;
use crate::seal::Seal;
use crate::{Result, files};

// A name, padded to 15 bytes, and the seal's version; then 32 bytes of tag.
const MAGIC: &[u8; 15] = b"marrow-key\0\0\0\0\0";

/// What the file says: how the pages are sealed, and the key's tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    pub seal: Seal,
    pub tag: [u8; 32],
}

/// What is known about a key before the database is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The right key, of a file with this seal.
    Right(Seal),
    Wrong,
    Unknown,
}

/// Reads the file beside the database at `path`; a missing or unreadable one says nothing.
pub(crate) fn read(path: &Path) -> Option<Said> {
    let mut bytes = Vec::new();
    let file = File::open(files::part(path, files::KEY_CHECK)).ok()?;
    file.take(64).read_to_end(&mut bytes).ok()?;
    let (version, tag) = bytes.strip_prefix(MAGIC)?.split_first()?;
    Some(Said {
        seal: Seal::ALL.into_iter().find(|seal| seal.version() == *version)?,
        tag: tag.try_into().ok()?,
    })
}

/// Writes the file beside the database at `path`, durably.
pub(crate) fn write(path: &Path, said: Said) -> io::Result<()> {
    let bytes = [&MAGIC[..], &[said.seal.version()], &said.tag].concat();
    files::replace(&files::part(path, files::KEY_CHECK), &bytes)
}

/// Judges a key by the head of the file and by the key-check file. The head is believed first: it
/// is what the database itself was written with, and a stale key-check file must lock nobody out.
pub(crate) fn judge(key: &Key, head: Option<&[u8; 16]>, said: Option<&Said>) -> Result<Evidence> {
    if head == Some(b"SQLite format 3\0") {
        return Err(crate::StoreError::NotADatabase);
    }
    if let Some(seal) = Seal::ALL.into_iter().find(|seal| head == Some(&key.salt(*seal))) {
        return Ok(Evidence::Right(seal));
    }
    Ok(match said {
        Some(said) if said.tag == key.tag() => Evidence::Right(said.seal),
        Some(_) => Evidence::Wrong,
        None => Evidence::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreError;

    #[test]
    fn the_head_is_believed_first_then_the_file() {
        let (key, other) = (Key::new([1; 32]), Key::new([2; 32]));
        for (seal, stale) in [(Seal::Sha256, Seal::Sha512), (Seal::Sha512, Seal::Sha256)] {
            let (ours, theirs, lost) = (key.salt(seal), other.salt(seal), [0; 16]);
            let our_word = Said { seal, tag: key.tag() };
            let stale_word = Said {
                seal: stale,
                ..our_word
            };
            let their_word = Said { seal, tag: other.tag() };
            let right = Evidence::Right(seal);
            let cases = [
                (Some(&ours), None, right),
                (Some(&ours), Some(&our_word), right),
                (Some(&ours), Some(&stale_word), right),
                (Some(&ours), Some(&their_word), right),
                (Some(&theirs), Some(&their_word), Evidence::Wrong),
                (Some(&theirs), None, Evidence::Unknown),
                (Some(&lost), Some(&our_word), right),
                (Some(&lost), Some(&their_word), Evidence::Wrong),
                (Some(&lost), None, Evidence::Unknown),
                (None, Some(&our_word), right),
                (None, Some(&their_word), Evidence::Wrong),
                (None, None, Evidence::Unknown),
            ];
            for (head, said, expected) in cases {
                assert_eq!(judge(&key, head, said), Ok(expected), "{head:?} {said:?}");
            }
            let plain = judge(&key, Some(b"SQLite format 3\0"), Some(&our_word));
            assert_eq!(plain, Err(StoreError::NotADatabase));
        }
    }

    #[test]
    fn a_spoilt_file_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("care.db");
        let tag = Key::new([1; 32]).tag();
        assert_eq!(read(&path), None);
        for seal in Seal::ALL {
            write(&path, Said { seal, tag }).unwrap();
            assert_eq!(read(&path), Some(Said { seal, tag }));
        }

        let file = files::part(&path, files::KEY_CHECK);
        let good = std::fs::read(&file).unwrap();
        let longer = [&good[..], b"x"].concat();
        let later = [&good[..15], &[3], &good[16..]].concat();
        for bad in [&b""[..], &good[..47], &good[1..], &longer, &later] {
            std::fs::write(&file, bad).unwrap();
            assert_eq!(read(&path), None, "{} bytes", bad.len());
        }
    }
}
