//! The database key and what is computed from it.
//!
//! Not responsible for making or wrapping the key: the platform's key store does that.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::seal::Seal;

/// The 32 random bytes that a store is encrypted under; wiped from memory when dropped.
pub struct Key(Box<Zeroizing<[u8; 32]>>);

impl Key {
    /// Takes the key's bytes. They must come from a secure random source: nothing here stretches a
    /// weak one.
    pub fn new(mut bytes: [u8; 32]) -> Key {
        // Boxed, so that moving the key about leaves no copies behind.
        let key = Key(Box::new(Zeroizing::new(bytes)));
        bytes.zeroize();
        key
    }

    /// The first 16 bytes of every file under this key whose pages have that seal.
    ///
    /// SQLCipher wants a salt there. A random one would serve keys stretched from passwords; ours
    /// are random already, so the salt is computed from the key instead. That makes the file's head
    /// tell a right key from a wrong one, and lets every intact page be read even when the head is
    /// lost.
    pub(crate) fn salt(&self, seal: Seal) -> [u8; 16] {
        let mut salt = [0; 16];
        let purpose = format!("marrow-store file salt v{}\0", seal.version());
        salt.copy_from_slice(&self.hash(purpose.as_bytes())[..16]);
        salt
    }

    /// What the key-check file keeps.
    pub(crate) fn tag(&self) -> [u8; 32] {
        self.hash(b"marrow-store key check v1\0")
    }

    // Publishing these hashes gives a guesser a quick way to test a guess, and no more: among 2^256
    // random keys a quick test is of no use. (For a key made from a password it would be; hence the
    // warning at `new`.)
    fn hash(&self, purpose: &[u8]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(purpose);
        hasher.update(self.0.as_slice());
        hasher.finalize().into()
    }

    /// The statement that hands key and salt to SQLCipher, in memory that is wiped.
    pub(crate) fn pragma(&self, seal: Seal) -> Zeroizing<String> {
        const HEAD: &str = "PRAGMA key = \"x'";
        // The whole capacity at once: growing would leave a copy of the key behind.
        let mut sql = Zeroizing::new(String::with_capacity(HEAD.len() + 2 * (32 + 16) + 2));
        sql.push_str(HEAD);
        for byte in self.0.iter().chain(&self.salt(seal)) {
            for nibble in [byte >> 4, byte & 15] {
                sql.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
            }
        }
        sql.push_str("'\"");
        sql
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing_of_the_key() {
        assert_eq!(format!("{:?}", Key::new([7; 32])), "Key(..)");
    }

    #[test]
    fn salt_and_tag_differ_by_key_and_by_purpose() {
        let (a, b) = (Key::new([1; 32]), Key::new([2; 32]));
        for seal in Seal::ALL {
            assert_ne!(a.salt(seal), b.salt(seal));
            assert_ne!(a.salt(seal), a.tag()[..16]);
            assert_eq!(a.salt(seal), Key::new([1; 32]).salt(seal));
        }
        assert_ne!(a.tag(), b.tag());
        assert_ne!(a.salt(Seal::Sha256), a.salt(Seal::Sha512));
    }

    #[test]
    fn the_pragma_is_written_without_growing() {
        let sql = Key::new([0xab; 32]).pragma(Seal::NEW);
        assert!(sql.starts_with("PRAGMA key = \"x'abababab"));
        assert_eq!(sql.len(), sql.capacity());
    }

    /// Frozen: a store made by one release must open in the next.
    #[test]
    fn salt_and_tag_are_frozen() {
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let key = Key::new(*b"0123456789abcdef0123456789abcdef");
        assert_eq!(hex(&key.salt(Seal::Sha512)), "304e58bc94692902d2823477eddfe878");
        assert_eq!(hex(&key.salt(Seal::Sha256)), "219ad007869f7dcda93a134470b8ff45");
        assert_eq!(
            hex(&key.tag()),
            "03406615951c824a0e426e511591c627955764cc6ed2427f388743ff06ca03db"
        );
    }
}
