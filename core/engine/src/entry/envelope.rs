//! The envelope around every payload, its canonical bytes and its hash.

use std::sync::Arc;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::canonical::writes_as;
use super::fields::Fields;
use super::kind::Payload;
use super::shared::{self, Shared, Sharing};
use crate::id::{CaseId, EntryId, StreamId};
use crate::vocabulary::Precision;

/// The largest entry that is written or taken in, in bytes.
pub const MAX_ENTRY_BYTES: usize = 16 * 1024;
/// The most that a Lamport time may lie ahead of what is already known, so that one wrong phone
/// cannot exhaust the number.
pub const MAX_LAMPORT: u64 = 1 << 48;
const FORMAT: u8 = 1;

/// Bytes that are not an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Longer than [`MAX_ENTRY_BYTES`].
    #[error("the entry is too large")]
    TooLarge,
    /// Not CBOR, or not an envelope.
    #[error("the bytes are not an entry")]
    NotAnEntry,
    /// Readable, but not in the one canonical form.
    #[error("the entry is not in canonical form")]
    NotCanonical,
    /// An envelope of a later Marrow, whose chain this version cannot follow.
    #[error("the entry has a newer format; update this app to read it")]
    NewerFormat,
    /// A number that cannot be (sequence 0, a missing or superfluous link).
    #[error("the entry contradicts itself")]
    Inconsistent,
}

/// Who recorded: what a person says of herself, on every entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
pub struct Actor {
    /// As the person writes it.
    #[n(0)]
    pub name: String,
    /// Nurse, paramedic, physician …
    #[n(1)]
    pub role: String,
    /// Ward, ambulance …
    #[n(2)]
    pub unit: String,
}

/// Another stream's newest entry that the recording phone had seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Parent {
    /// The stream.
    #[n(0)]
    pub stream: StreamId,
    /// The sequence number in it.
    #[n(1)]
    pub seq: u64,
}

/// The phone's own clocks at the moment of recording.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(context_bound = "Sharing")]
pub struct Recorded {
    /// Wall clock, Unix ms.
    #[n(0)]
    pub wall_ms: i64,
    /// IANA zone name.
    #[n(1)]
    #[cbor(encode_with = "shared::encode", decode_with = "shared::zone")]
    pub zone: Arc<str>,
    /// Offset from UTC in seconds, at that moment.
    #[n(2)]
    pub offset_s: i32,
    /// Which boot.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub boot_id: [u8; 16],
    /// Time since that boot, sleep included, ms.
    #[n(4)]
    pub boot_ms: i64,
    /// Clock state: the sum of the wall-clock jumps that this installation knew of.
    #[n(5)]
    pub adjusted_ms: i64,
    /// Clock state: true where the phone could not be sure of the time.
    #[n(6)]
    pub uncertain: bool,
}

/// What stands around every payload.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Sharing")]
pub struct Envelope {
    /// Format of the envelope itself.
    #[n(0)]
    pub version: u8,
    /// The chain.
    #[n(1)]
    pub stream: StreamId,
    /// Position in the chain, from 1.
    #[n(2)]
    pub seq: u64,
    /// Hash of the entry before; none for the first.
    #[n(3)]
    pub prev: Option<EntryId>,
    /// Heads of the case's other chains that were newly seen.
    #[n(4)]
    pub parents: Vec<Parent>,
    /// Greater than that of everything seen.
    #[n(5)]
    pub lamport: u64,
    /// The case; none in a phone's local log.
    #[n(6)]
    pub case: Option<CaseId>,
    /// The kind's number.
    #[n(7)]
    pub kind: u16,
    /// The kind's version.
    #[n(8)]
    pub kind_version: u16,
    /// The kind's fields.
    #[n(9)]
    pub payload: Fields,
    /// Who recorded.
    #[n(10)]
    #[cbor(encode_with = "shared::encode", decode_with = "shared::actor")]
    pub actor: Arc<Actor>,
    /// The phone's clocks.
    #[n(11)]
    pub recorded: Recorded,
    /// When it happened, as claimed: wall ms of the recording phone.
    #[n(12)]
    pub performed_at_ms: i64,
    /// How sure that time is.
    #[n(13)]
    pub precision: Precision,
    /// Why it was recorded late or done overdue, where the person said so.
    #[n(14)]
    pub late_reason: Option<String>,
}

impl Envelope {
    /// The bytes, whatever the envelope says; [`Entry::seal`] makes an entry of one that holds.
    pub fn to_cbor(&self) -> Vec<u8> {
        // Room for all but long texts.
        let mut bytes = Vec::with_capacity(640);
        // Writing into a Vec cannot fail.
        let _ = minicbor::encode(self, &mut bytes);
        bytes
    }
}

/// One entry: the hash of its bytes, and what they say.
///
/// The bytes themselves are not held: there is only one canonical form, so that [`Entry::bytes`] writes them again.
#[derive(Clone, PartialEq)]
pub struct Entry {
    /// SHA-256 of the bytes.
    pub id: EntryId,
    /// The envelope.
    pub envelope: Envelope,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Entries hold health data: a debug print must not.
        write!(f, "Entry({}, kind {})", self.id, self.envelope.kind)
    }
}

impl Entry {
    /// Seals an envelope into an entry.
    pub fn seal(mut envelope: Envelope) -> Result<Self, EntryError> {
        envelope.version = FORMAT;
        Self::read(&envelope.to_cbor())
    }

    /// The canonical bytes: what is stored, passed on and hashed.
    pub fn bytes(&self) -> Vec<u8> {
        self.envelope.to_cbor()
    }

    /// Reads an entry from bytes that may come from anywhere.
    pub fn read(bytes: &[u8]) -> Result<Self, EntryError> {
        let envelope = Self::envelope(bytes, &mut Shared::default())?;
        if !writes_as(&envelope, bytes) {
            return Err(EntryError::NotCanonical);
        }
        let chained = (envelope.seq == 1) == envelope.prev.is_none();
        let parents_sorted = envelope.parents.is_sorted_by(|a, b| a.stream < b.stream)
            && envelope
                .parents
                .iter()
                .all(|p| p.stream != envelope.stream && p.seq > 0);
        let lamport = (envelope.seq..MAX_LAMPORT).contains(&envelope.lamport);
        if envelope.seq == 0 || !chained || !parents_sorted || !lamport {
            return Err(EntryError::Inconsistent);
        }
        Ok(Self::of(EntryId(Sha256::digest(bytes).into()), envelope))
    }

    /// Reads an entry again that [`Entry::read`] has read before and that has been kept under its id since, where
    /// nobody else can write: neither the hash nor the form is proved once more.
    pub fn restore(id: EntryId, bytes: &[u8], shared: &mut Shared) -> Result<Self, EntryError> {
        Ok(Self::of(id, Self::envelope(bytes, shared)?))
    }

    fn of(id: EntryId, mut envelope: Envelope) -> Self {
        envelope.payload.read(envelope.kind, envelope.kind_version);
        Self { id, envelope }
    }

    /// The fields; `None` in an entry that this version cannot read.
    pub const fn payload(&self) -> Option<&Payload> {
        match &self.envelope.payload {
            Fields::Known(payload) => Some(payload),
            Fields::Bytes(_) => None,
        }
    }

    fn envelope(bytes: &[u8], shared: &mut Shared) -> Result<Envelope, EntryError> {
        if bytes.len() > MAX_ENTRY_BYTES {
            return Err(EntryError::TooLarge);
        }
        let mut start = minicbor::Decoder::new(bytes);
        match start.array().and_then(|_| start.u8()) {
            Ok(FORMAT) => {}
            Ok(version) if version > FORMAT => return Err(EntryError::NewerFormat),
            _ => return Err(EntryError::NotAnEntry),
        }
        minicbor::decode_with(bytes, shared).map_err(|_| EntryError::NotAnEntry)
    }

    /// Causal order with its tie-break; never the wall clock.
    pub fn order(&self) -> (u64, StreamId, u64, EntryId) {
        (self.envelope.lamport, self.envelope.stream, self.envelope.seq, self.id)
    }
}
