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
use crate::{Result, files};

// A name and a version, padded to 16 bytes; then 32 bytes of tag.
const MAGIC: &[u8; 16] = b"marrow-key\0\0\0\0\0\x01";

/// What is known about a key before the database is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    Right,
    Wrong,
    Unknown,
}

/// Reads the tag beside the database at `path`; a missing or unreadable file says nothing.
pub(crate) fn read(path: &Path) -> Option<[u8; 32]> {
    let mut bytes = Vec::new();
    let file = File::open(files::part(path, files::KEY_CHECK)).ok()?;
    file.take(64).read_to_end(&mut bytes).ok()?;
    bytes.strip_prefix(MAGIC)?.try_into().ok()
}

/// Writes the file beside the database at `path`, durably.
pub(crate) fn write(path: &Path, key: &Key) -> io::Result<()> {
    files::replace(&files::part(path, files::KEY_CHECK), &[&MAGIC[..], &key.tag()].concat())
}

/// Judges a key by the head of the file and by the key-check file. The head is believed first: it
/// is what the database itself was written with, and a stale key-check file must lock nobody out.
pub(crate) fn judge(key: &Key, head: Option<&[u8; 16]>, tag: Option<&[u8; 32]>) -> Result<Evidence> {
    if head == Some(b"SQLite format 3\0") {
        return Err(crate::StoreError::NotADatabase);
    }
    if head == Some(&key.salt()) {
        return Ok(Evidence::Right);
    }
    Ok(match tag {
        Some(tag) if *tag == key.tag() => Evidence::Right,
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
        let (ours, theirs, lost) = (key.salt(), other.salt(), [0; 16]);
        let (our_tag, their_tag) = (key.tag(), other.tag());
        let cases = [
            (Some(&ours), None, Evidence::Right),
            (Some(&ours), Some(&our_tag), Evidence::Right),
            (Some(&ours), Some(&their_tag), Evidence::Right),
            (Some(&theirs), Some(&their_tag), Evidence::Wrong),
            (Some(&theirs), None, Evidence::Unknown),
            (Some(&lost), Some(&our_tag), Evidence::Right),
            (Some(&lost), Some(&their_tag), Evidence::Wrong),
            (Some(&lost), None, Evidence::Unknown),
            (None, Some(&our_tag), Evidence::Right),
            (None, Some(&their_tag), Evidence::Wrong),
            (None, None, Evidence::Unknown),
        ];
        for (head, tag, expected) in cases {
            assert_eq!(judge(&key, head, tag), Ok(expected), "{head:?} {tag:?}");
        }
        let plain = judge(&key, Some(b"SQLite format 3\0"), Some(&our_tag));
        assert_eq!(plain, Err(StoreError::NotADatabase));
    }

    #[test]
    fn a_spoilt_file_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("care.db");
        let key = Key::new([1; 32]);
        assert_eq!(read(&path), None);
        write(&path, &key).unwrap();
        assert_eq!(read(&path), Some(key.tag()));

        let file = files::part(&path, files::KEY_CHECK);
        let good = std::fs::read(&file).unwrap();
        let longer = [&good[..], b"x"].concat();
        for bad in [&b""[..], &good[..47], &good[1..], &longer] {
            std::fs::write(&file, bad).unwrap();
            assert_eq!(read(&path), None, "{} bytes", bad.len());
        }
    }
}
