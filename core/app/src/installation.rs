//! Who writes: this installation, its streams, and whether its database was rolled back.
//!
//! A stream's id is derived from the installation's secret, its incarnation and the case, so that
//! two cases' streams cannot be told to be of one phone. A database that was restored to an earlier
//! state would write a second entry where it has already written one: the mark that the shell keeps
//! outside the database shows it, and a new incarnation starts new streams.

use marrow_engine::id::{CaseId, StreamId};
use marrow_store::{Batch, Store, StoreError};
use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

use crate::Result;

/// Thirty-two random bytes, made once an installation and kept in the platform's key store.
#[derive(Clone, ZeroizeOnDrop)]
pub struct Secret(pub [u8; 32]);

/// The first incarnation follows from the secret alone, so that it is known again after a rescue.
const FIRST: [u8; 16] = [0; 16];
const INCARNATIONS: &str = "incarnations";
const OWN_ENTRIES: &str = "own-entries";

/// This installation and its incarnations; the last one writes.
pub struct Installation {
    secret: Secret,
    incarnations: Vec<[u8; 16]>,
    own_entries: u64,
    rolled_back: bool,
}

impl Installation {
    pub(crate) fn enter(store: &mut Store, secret: Secret, fresh: [u8; 16], high_water: Option<u64>) -> Result<Self> {
        let stored = store.setting(INCARNATIONS)?.unwrap_or_default();
        let (chunks, rest) = stored.as_chunks::<16>();
        if !rest.is_empty() {
            return Err(StoreError::Damaged.into());
        }
        let mut installation = Self {
            secret,
            incarnations: chunks.to_vec(),
            own_entries: 0,
            rolled_back: false,
        };
        installation.read_mark(store)?;
        installation.rolled_back = high_water.is_some_and(|mark| mark > installation.own_entries);
        let first = installation.incarnations.is_empty();
        if first {
            installation.incarnations.push(FIRST);
            // Entries but no incarnation: what a rescue saved. Its chains may have lost their ends.
            installation.rolled_back |= !store.cases()?.is_empty() || !store.local_entries()?.is_empty();
        }
        if installation.rolled_back {
            installation.incarnations.push(fresh);
        }
        if first || installation.rolled_back {
            // Past the lost entries, so that the same mark does not start another incarnation.
            installation.own_entries = installation.own_entries.max(high_water.unwrap_or(0));
            let settings = vec![
                (INCARNATIONS.to_owned(), Some(installation.incarnations.concat())),
                installation.mark_setting(0),
            ];
            store.commit(&Batch {
                settings,
                ..Batch::default()
            })?;
        }
        Ok(installation)
    }

    pub(crate) fn read_mark(&mut self, store: &Store) -> Result<()> {
        let bytes = store.setting(OWN_ENTRIES)?.unwrap_or_default();
        self.own_entries = bytes.try_into().map_or(0, u64::from_be_bytes);
        Ok(())
    }

    /// The setting that goes with a batch of so many own entries.
    pub(crate) fn mark_setting(&self, more: u64) -> (String, Option<Vec<u8>>) {
        (
            OWN_ENTRIES.to_owned(),
            Some((self.own_entries + more).to_be_bytes().to_vec()),
        )
    }

    pub(crate) fn wrote(&mut self, entries: u64) {
        self.own_entries += entries;
    }

    /// How many entries this installation has ever written.
    pub const fn mark(&self) -> u64 {
        self.own_entries
    }

    /// Whether this start found the database rolled back.
    pub const fn rolled_back(&self) -> bool {
        self.rolled_back
    }

    fn stream_of(&self, incarnation: &[u8; 16], case: Option<CaseId>) -> StreamId {
        let mut hash = Sha256::new();
        hash.update(b"marrow stream v1");
        hash.update(self.secret.0);
        hash.update(incarnation);
        // The local log has no case; a case's id is never empty.
        hash.update(case.as_ref().map_or(&[][..], |case| &case.0[..]));
        let digest: [u8; 32] = hash.finalize().into();
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        StreamId(id)
    }

    /// The stream that this installation writes in a case, or in its local log.
    pub fn stream(&self, case: Option<CaseId>) -> StreamId {
        self.incarnations
            .last()
            .map_or(StreamId([0; 16]), |incarnation| self.stream_of(incarnation, case))
    }

    /// The streams of earlier incarnations in a case.
    pub(crate) fn earlier(&self, case: Option<CaseId>) -> impl Iterator<Item = StreamId> {
        let before = self.incarnations.len().saturating_sub(1);
        self.incarnations[..before]
            .iter()
            .map(move |incarnation| self.stream_of(incarnation, case))
    }

    /// Whether a stream of a case is this installation's.
    pub fn owns(&self, case: Option<CaseId>, stream: StreamId) -> bool {
        stream == self.stream(case) || self.earlier(case).any(|earlier| earlier == stream)
    }
}
