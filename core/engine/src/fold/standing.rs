//! What later entries did to earlier ones: strikes, reinstatements and amendments.
//!
//! An entry is struck while some strike of it holds that no reinstatement has seen. An amendment
//! replaces those that its writer had seen; of concurrent ones the earliest time holds, and of any
//! other field the last in causal order. All of them stay visible.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Arrival, Folded, When};
use crate::entry::{Payload, apply_patch, split_patch};
use crate::id::{EntryId, StreamId};

/// Works out for each entry, in causal order, what its writer had seen.
pub(super) fn causality(arrivals: Vec<Arrival>) -> Vec<Folded> {
    let mut streams: Vec<Chain> = Vec::new();
    let mut entries = Vec::with_capacity(arrivals.len());
    for Arrival {
        entry,
        received_at_ms,
        shift_ms,
    } in arrivals
    {
        let envelope = &entry.envelope;
        let stream = index(&mut streams, envelope.stream);
        if !envelope.parents.is_empty() {
            let mut seen = streams[stream].seen.to_vec();
            for parent in &envelope.parents {
                let other = index(&mut streams, parent.stream);
                // What the other's writer had seen by then was seen with it.
                for (i, seq) in streams[other].seen_by(parent.seq).iter().enumerate() {
                    raise(&mut seen, i, *seq);
                }
                raise(&mut seen, other, parent.seq);
            }
            streams[stream].seen = seen.into();
        }
        let seen = Arc::clone(&streams[stream].seen);
        streams[stream].entries.push((envelope.seq, Arc::clone(&seen)));
        let when = When {
            ms: envelope.performed_at_ms,
            adjusted_ms: envelope.recorded.adjusted_ms,
            shift_ms,
        };
        entries.push(Folded {
            amended: None,
            when,
            precision: envelope.precision,
            struck_by: Vec::new(),
            amended_by: Vec::new(),
            shift_ms,
            stream,
            seen,
            entry,
            received_at_ms,
        });
    }
    entries
}

/// A stream of a case, as far as it has been read.
struct Chain {
    id: StreamId,
    /// How far its writer has seen the others.
    seen: Arc<[u64]>,
    /// The same as of each entry, by its place. Places rise, but where a part is missing or the chain has forked.
    entries: Vec<(u64, Arc<[u64]>)>,
}

impl Chain {
    /// What was seen of other streams at a place; of two entries there the last in causal order holds.
    fn seen_by(&self, seq: u64) -> Arc<[u64]> {
        let there = self.entries.iter().rfind(|(at, _)| *at == seq);
        there.map(|(_, seen)| Arc::clone(seen)).unwrap_or_default()
    }
}

fn index(streams: &mut Vec<Chain>, id: StreamId) -> usize {
    streams.iter().position(|chain| chain.id == id).unwrap_or_else(|| {
        streams.push(Chain {
            id,
            seen: Arc::default(),
            entries: Vec::new(),
        });
        streams.len() - 1
    })
}

fn raise(seen: &mut Vec<u64>, stream: usize, seq: u64) {
    if seen.len() <= stream {
        seen.resize(stream + 1, 0);
    }
    seen[stream] = seen[stream].max(seq);
}

/// Applies strikes, reinstatements and amendments, the last entries first: what acts on an entry
/// comes after it in causal order, so that its own standing is settled by then.
pub(super) fn settle(entries: &mut [Folded]) {
    let mut acts: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
    for (i, folded) in entries.iter().enumerate() {
        let target = match folded.payload() {
            Some(Payload::Strike(p)) => p.entry,
            Some(Payload::Reinstate(p)) => p.entry,
            Some(Payload::Amend(p)) => Some(p.entry),
            _ => None,
        };
        if let Some(target) = target {
            acts.entry(target).or_default().push(i);
        }
    }
    for i in (0..entries.len()).rev() {
        let Some(acts) = acts.get(&entries[i].entry.id) else {
            continue;
        };
        let standing: Vec<usize> = acts
            .iter()
            .copied()
            .filter(|a| *a > i && entries[*a].stands())
            .collect();
        let of = |wanted: fn(&Payload) -> bool| -> Vec<usize> {
            standing
                .iter()
                .copied()
                .filter(|a| entries[*a].payload().is_some_and(wanted))
                .collect()
        };
        let strikes = of(|p| matches!(p, Payload::Strike(_)));
        let reinstatements = of(|p| matches!(p, Payload::Reinstate(_)));
        let amendments = of(|p| matches!(p, Payload::Amend(_)));
        let undone = |s: &usize| reinstatements.iter().any(|r| entries[*r].saw(&entries[*s]));
        let struck_by: Vec<usize> = strikes.iter().copied().filter(|s| !undone(s)).collect();
        let (payload, when, precision) = amended(entries, i, &amendments);
        let folded = &mut entries[i];
        folded.struck_by = struck_by;
        folded.amended_by = amendments;
        folded.amended = payload.map(Box::new);
        folded.when = when;
        folded.precision = precision;
    }
}

fn amended(
    entries: &[Folded],
    i: usize,
    amendments: &[usize],
) -> (Option<Payload>, When, crate::vocabulary::Precision) {
    let base = &entries[i];
    let mut by_field: BTreeMap<Vec<u64>, Vec<(usize, Vec<u8>)>> = BTreeMap::new();
    let mut times: Vec<(usize, When)> = Vec::new();
    let mut precisions: Vec<(usize, crate::vocabulary::Precision)> = Vec::new();
    for a in amendments {
        let Some(Payload::Amend(amend)) = entries[*a].payload() else {
            continue;
        };
        for (field, patch) in split_patch(&amend.patch) {
            by_field.entry(field).or_default().push((*a, patch));
        }
        if let Some(ms) = amend.performed_at_ms {
            times.push((*a, entries[*a].when_of(ms)));
        }
        if let Some(precision) = amend.precision {
            precisions.push((*a, precision));
        }
    }
    let mut bytes = base.entry.envelope.payload.bytes().into_owned();
    for candidates in by_field.values() {
        if let Some((_, patch)) = unseen(entries, candidates).last() {
            bytes = apply_patch(&bytes, patch);
        }
    }
    let envelope = &base.entry.envelope;
    let changed = !by_field.is_empty();
    let payload = changed.then(|| Payload::from_cbor(envelope.kind, envelope.kind_version, &bytes));
    let at = |when: &When| when.at(super::Frame::default());
    let time = unseen(entries, &times).into_iter().min_by_key(|(_, when)| at(when));
    let sure = unseen(entries, &precisions).into_iter().next_back();
    (
        payload.flatten(),
        time.map_or(base.when, |(_, when)| *when),
        sure.map_or(base.precision, |(_, p)| *p),
    )
}

/// Those amendments that no other one of the same field has seen, in causal order.
fn unseen<'a, T>(entries: &[Folded], candidates: &'a [(usize, T)]) -> Vec<&'a (usize, T)> {
    let replaced = |a: usize| candidates.iter().any(|(b, _)| entries[*b].saw(&entries[a]));
    candidates.iter().filter(|(a, _)| !replaced(*a)).collect()
}
