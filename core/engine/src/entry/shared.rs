//! What most entries have in common, read and held once: who recorded, and in which zone.

use std::sync::Arc;

use minicbor::decode::{Decode, Decoder, Error as DecodeError};
use minicbor::encode::{Encode, Encoder, Error as EncodeError, Write};

use super::Actor;

/// What the last entry said, for those that are read next: a phone reads thousands that say the same.
#[derive(Default)]
pub struct Shared {
    actor: Last<Actor>,
    zone: Last<str>,
}

/// A context for encoding and decoding, with or without something to share.
pub(crate) trait Sharing {
    fn shared(&mut self) -> Option<&mut Shared>;
}

impl Sharing for Shared {
    fn shared(&mut self) -> Option<&mut Shared> {
        Some(self)
    }
}

impl Sharing for () {
    fn shared(&mut self) -> Option<&mut Shared> {
        None
    }
}

/// A value with its bytes.
struct Last<T: ?Sized> {
    bytes: Vec<u8>,
    value: Option<Arc<T>>,
}

impl<T: ?Sized> Default for Last<T> {
    fn default() -> Self {
        let (bytes, value) = (Vec::new(), None);
        Self { bytes, value }
    }
}

impl<T: ?Sized> Last<T> {
    /// The last value again where its bytes come next, else what `read` reads.
    fn or_read<'b>(
        &mut self,
        d: &mut Decoder<'b>,
        read: impl FnOnce(&mut Decoder<'b>) -> Result<Arc<T>, DecodeError>,
    ) -> Result<Arc<T>, DecodeError> {
        let start = d.position();
        let ahead = d.input().get(start..).unwrap_or_default();
        // No value's bytes begin with those of another one: CBOR says first how long a value is.
        if let Some(value) = self.value.as_ref().filter(|_| ahead.starts_with(&self.bytes)) {
            d.set_position(start + self.bytes.len());
            return Ok(Arc::clone(value));
        }
        let value = read(d)?;
        self.bytes.clear();
        self.bytes
            .extend_from_slice(d.input().get(start..d.position()).unwrap_or_default());
        self.value = Some(Arc::clone(&value));
        Ok(value)
    }
}

pub(super) fn actor<C: Sharing>(d: &mut Decoder<'_>, context: &mut C) -> Result<Arc<Actor>, DecodeError> {
    let read = |d: &mut Decoder<'_>| Actor::decode(d, &mut ()).map(Arc::new);
    match context.shared() {
        Some(shared) => shared.actor.or_read(d, read),
        None => read(d),
    }
}

pub(super) fn zone<C: Sharing>(d: &mut Decoder<'_>, context: &mut C) -> Result<Arc<str>, DecodeError> {
    let read = |d: &mut Decoder<'_>| d.str().map(Arc::from);
    match context.shared() {
        Some(shared) => shared.zone.or_read(d, read),
        None => read(d),
    }
}

/// Something shared is written as what it is.
pub(super) fn encode<C, T: Encode<C> + ?Sized, W: Write>(
    value: &Arc<T>,
    e: &mut Encoder<W>,
    context: &mut C,
) -> Result<(), EncodeError<W::Error>> {
    T::encode(value, e, context)
}
