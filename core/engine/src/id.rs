//! Names of things: cases, streams and entries. None of them says anything about a patient.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// An id that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a valid id")]
pub struct InvalidId;

macro_rules! bytes_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; $len]);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

bytes_id! {
    /// One case: one device in one patient. A random UUID, given by the shell that opens it.
    CaseId, 16
}
bytes_id! {
    /// One installation's incarnation in one case (or in its own local log): the writer of a chain.
    StreamId, 16
}
bytes_id! {
    /// SHA-256 of an entry's canonical bytes.
    EntryId, 32
}

macro_rules! uuid_text {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Uuid::from_bytes(self.0).hyphenated().fmt(f)
            }
        }
        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Uuid::from_str(text)
                    .map(|u| Self(u.into_bytes()))
                    .map_err(|_| InvalidId)
            }
        }
        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid.into_bytes())
            }
        }
    };
}
uuid_text!(CaseId);
uuid_text!(StreamId);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = String::with_capacity(2 * self.0.len());
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        for byte in self.0 {
            digits.extend([digit(byte >> 4), digit(byte & 15)]);
        }
        f.write_str(&digits)
    }
}

impl FromStr for EntryId {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let bytes = text.as_bytes();
        if bytes.len() != 64 {
            return Err(InvalidId);
        }
        let mut id = [0; 32];
        for (to, pair) in id.iter_mut().zip(bytes.chunks_exact(2)) {
            if !pair.iter().all(u8::is_ascii_hexdigit) {
                return Err(InvalidId);
            }
            let digits = std::str::from_utf8(pair).map_err(|_| InvalidId)?;
            *to = u8::from_str_radix(digits, 16).map_err(|_| InvalidId)?;
        }
        Ok(Self(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text() {
        let entry = EntryId([0xa7; 32]);
        assert_eq!(entry.to_string().parse(), Ok(entry));
        let case = CaseId([7; 16]);
        assert_eq!(case.to_string().parse(), Ok(case));
        for bad in ["", "zz", "07070707-0707-0707-0707-07070707070"] {
            assert_eq!(bad.parse::<CaseId>(), Err(InvalidId), "{bad}");
            assert_eq!(bad.parse::<EntryId>(), Err(InvalidId), "{bad}");
        }
        assert_eq!("+f".repeat(32).parse::<EntryId>(), Err(InvalidId));
    }
}
