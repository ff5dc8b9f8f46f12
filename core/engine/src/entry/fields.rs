//! The fields of an entry inside its envelope: a byte string of CBOR, so that an unknown kind survives untouched.

use std::borrow::Cow;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use super::Payload;

/// What an entry says.
///
/// Bytes that have been read are not held: they are written again, byte for byte, because only what is in its one
/// canonical form is read ([`Payload::from_cbor`]). An entry's hash hangs on that.
#[derive(Clone, Debug, PartialEq)]
pub enum Fields {
    /// Read.
    Known(Payload),
    /// Not read, or not to be read by this version.
    Bytes(Vec<u8>),
}

impl Fields {
    /// As CBOR.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Known(payload) => payload.to_cbor().into(),
            Self::Bytes(bytes) => bytes.into(),
        }
    }

    /// Reads bytes as those of a kind; what this version cannot read stays bytes.
    pub(super) fn read(&mut self, kind: u16, version: u16) {
        if let Self::Bytes(bytes) = self
            && let Some(payload) = Payload::from_cbor(kind, version, bytes)
        {
            *self = Self::Known(payload);
        }
    }
}

impl<C> Encode<C> for Fields {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(&self.bytes())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Fields {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        Ok(Self::Bytes(d.bytes()?.to_vec()))
    }
}
