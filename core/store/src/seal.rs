//! What a file's pages are sealed with, so that damage and forgery show.
//!
//! Phones compute SHA-256 in hardware, and few of them SHA-512: opening a store is mostly the checking of seals. Files
//! from before are read, and go on, as they are. Which one a file has is said by its first 16 bytes ([`Key::salt`]) and
//! once more by the key-check file.
//!
//! [`Key::salt`]: crate::Key::salt

/// The seal of every page of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seal {
    /// HMAC-SHA512: SQLCipher's own choice, and that of the first stores.
    Sha512,
    /// HMAC-SHA256.
    Sha256,
}

impl Seal {
    /// The one that new files get, first.
    pub const ALL: [Self; 2] = [Self::Sha256, Self::Sha512];
    pub const NEW: Self = Self::ALL[0];

    /// Its name in SQLCipher.
    pub const fn algorithm(self) -> &'static str {
        match self {
            Self::Sha512 => "HMAC_SHA512",
            Self::Sha256 => "HMAC_SHA256",
        }
    }

    /// The version of the file's format, as the salt and the key-check file name it.
    pub const fn version(self) -> u8 {
        match self {
            Self::Sha512 => 1,
            Self::Sha256 => 2,
        }
    }
}
