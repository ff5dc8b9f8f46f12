//! From a draft to an entry of this phone's chain.

use std::collections::BTreeMap;

use super::Draft;
use crate::entry::{Actor, Entry, EntryError, Envelope, Fields, Parent, Recorded};
use crate::fold::CaseState;
use crate::id::{CaseId, EntryId, StreamId};
use crate::time::{ClockSample, ClockState, Ms};

/// The end of this phone's chain in a case, and what of the others it had seen when it last wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The chain.
    pub stream: StreamId,
    /// Its newest entry; none for a new chain.
    pub last: Option<(u64, EntryId)>,
}

/// Seals a draft into the next entry of a chain.
///
/// `case` is the case as this phone knows it (none for the local log or a new case): it tells the
/// Lamport time and the parents, which are the other chains' heads that this chain has not named yet.
pub fn seal(
    draft: &Draft,
    case_id: Option<CaseId>,
    case: Option<&CaseState>,
    tip: &Tip,
    actor: Actor,
    now: &ClockSample,
    clock: &ClockState,
) -> Result<Entry, EntryError> {
    let seq = tip.last.map_or(1, |(seq, _)| seq + 1);
    let (parents, lamport) = case.map_or((Vec::new(), 0), |case| (parents(case, tip), case.lamport()));
    Entry::seal(Envelope {
        version: 0,
        stream: tip.stream,
        seq,
        prev: tip.last.map(|(_, id)| id),
        parents,
        lamport: lamport.max(seq - 1) + 1,
        case: case_id,
        kind: draft.payload.kind().number(),
        kind_version: draft.payload.kind().version(),
        payload: Fields::Bytes(draft.payload.to_cbor()),
        actor: actor.into(),
        recorded: recorded(now, clock),
        performed_at_ms: draft.performed_at,
        precision: draft.precision,
        late_reason: draft.late_reason.clone(),
    })
}

fn recorded(now: &ClockSample, clock: &ClockState) -> Recorded {
    Recorded {
        wall_ms: now.wall_ms,
        zone: now.zone.as_str().into(),
        offset_s: now.offset_s,
        boot_id: now.boot_id,
        boot_ms: now.boot_ms,
        adjusted_ms: clock.adjusted_ms,
        uncertain: clock.uncertain,
    }
}

/// Heads of the other chains that this one has not seen yet.
fn parents(case: &CaseState, tip: &Tip) -> Vec<Parent> {
    let mut named: BTreeMap<StreamId, u64> = BTreeMap::new();
    for folded in case.entries.iter().filter(|f| f.entry.envelope.stream == tip.stream) {
        for parent in &folded.entry.envelope.parents {
            let seq = named.entry(parent.stream).or_default();
            *seq = (*seq).max(parent.seq);
        }
    }
    let unseen = |(stream, seq): (StreamId, u64)| {
        let new = stream != tip.stream && named.get(&stream).is_none_or(|seen| *seen < seq);
        new.then_some(Parent { stream, seq })
    };
    case.heads().into_iter().filter_map(unseen).collect()
}

/// How long after it happened something was recorded, both on the recording phone's clock.
pub fn delay(entry: &Entry) -> Ms {
    entry
        .envelope
        .recorded
        .wall_ms
        .saturating_sub(entry.envelope.performed_at_ms)
}
