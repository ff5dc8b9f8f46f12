//! What was written stays as it was written, also what this version cannot read.

use std::collections::BTreeMap;

use marrow_engine::entry::{Actor, Entry, Envelope, Fields, Kind, MAX_ENTRY_BYTES, Parent, Payload, Recorded, Shared};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::vocabulary::Precision;
use proptest::prelude::*;

use crate::acts::{acts, patient};
use crate::world::World;

prop_compose! {
    fn envelope()(
        (seq, ahead, case) in (1..1_000_u64, 0..1_000_u64, any::<bool>()),
        (kind, kind_version) in (any::<u16>(), any::<u16>()),
        payload in prop::collection::vec(any::<u8>(), 0..300),
        others in prop::collection::btree_set(0..200_u8, 0..4),
        (name, zone, late) in ("\\PC{0,20}", "[A-Za-z/]{0,20}", prop::option::of("\\PC{0,20}")),
        (wall, boot, adjusted, performed) in (any::<i64>(), any::<i64>(), any::<i64>(), any::<i64>()),
        (offset, uncertain) in (any::<i32>(), any::<bool>()),
        precision in prop::sample::select(Precision::ALL),
    ) -> Envelope {
        Envelope {
            version: 0,
            stream: StreamId([255; 16]),
            seq,
            prev: (seq > 1).then_some(EntryId([3; 32])),
            parents: others.into_iter().map(|n| Parent { stream: StreamId([n; 16]), seq: u64::from(n) + 1 }).collect(),
            lamport: seq + ahead,
            case: case.then_some(CaseId([1; 16])),
            kind,
            kind_version,
            payload: Fields::Bytes(payload),
            actor: Actor { name, role: "nurse".into(), unit: "ward".into() }.into(),
            recorded: Recorded {
                wall_ms: wall,
                zone: zone.into(),
                offset_s: offset,
                boot_id: [9; 16],
                boot_ms: boot,
                adjusted_ms: adjusted,
                uncertain,
            },
            performed_at_ms: performed,
            precision,
            late_reason: late,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_kind_and_version_survives_byte_for_byte(envelope in envelope()) {
        let sealed = Entry::seal(envelope.clone()).unwrap();
        let read = Entry::read(&sealed.bytes()).unwrap();
        prop_assert_eq!(read.bytes(), sealed.bytes());
        prop_assert_eq!(read.id, sealed.id);
        prop_assert_eq!(read.envelope.payload.bytes(), envelope.payload.bytes());
        prop_assert_eq!((read.envelope.kind, read.envelope.kind_version), (envelope.kind, envelope.kind_version));
        prop_assert_eq!(Entry::seal(read.envelope.clone()).unwrap().bytes(), sealed.bytes());
        let known = Kind::from_number(envelope.kind).is_some_and(|k| (1..=k.version()).contains(&envelope.kind_version));
        prop_assert!(known || read.payload().is_none(), "what is not known is not guessed at");
        if let Some(payload) = read.payload() {
            prop_assert_eq!(&payload.to_cbor(), &*envelope.payload.bytes());
        }
    }

    #[test]
    fn a_byte_changed_makes_it_another_entry_or_none(envelope in envelope(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let entry = Entry::seal(envelope).unwrap();
        let mut bytes = entry.bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        if let Ok(other) = Entry::read(&bytes) {
            prop_assert_ne!(other.id, entry.id);
        }
    }

    #[test]
    fn bytes_from_anywhere_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(entry) = Entry::read(&bytes) {
            prop_assert_eq!(entry.bytes(), bytes);
        }
    }

    #[test]
    fn what_was_read_once_is_restored_the_same_whatever_came_before_it(
        envelopes in prop::collection::vec(envelope(), 1..4), order in prop::collection::vec(0..8_usize, 1..12)
    ) {
        let sealed: Vec<Entry> = envelopes.into_iter().map(|envelope| Entry::seal(envelope).unwrap()).collect();
        let mut shared = Shared::default();
        for n in order {
            let entry = &sealed[n % sealed.len()];
            prop_assert_eq!(&Entry::restore(entry.id, &entry.bytes(), &mut shared).unwrap(), entry);
        }
    }

    #[test]
    fn payloads_from_anywhere_are_read_or_left_alone(number in 0..70_u16, bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Some(payload) = Payload::from_cbor(number, 1, &bytes) {
            prop_assert_eq!(payload.to_cbor(), bytes);
        }
    }

    #[test]
    fn entries_that_follow_change_nothing_before_them(patient in patient(), acts in (1..=3_usize).prop_flat_map(acts)) {
        let mut known: BTreeMap<EntryId, Vec<u8>> = BTreeMap::new();
        for until in 0..=acts.len() {
            let now: BTreeMap<EntryId, Vec<u8>> =
                World::of(patient, &acts[..until]).record().into_iter().map(|a| (a.entry.id, a.entry.bytes())).collect();
            prop_assert!(known.iter().all(|(id, bytes)| now.get(id) == Some(bytes)));
            known = now;
        }
        for (id, bytes) in &known {
            let entry = Entry::read(bytes).unwrap();
            prop_assert_eq!(entry.id, *id);
            if let Some(prev) = entry.envelope.prev {
                let before = Entry::read(&known[&prev]).unwrap().envelope;
                prop_assert_eq!((before.stream, before.seq + 1), (entry.envelope.stream, entry.envelope.seq));
            }
        }
    }
}

/// An entry with little around these fields.
fn small(kind: u16, payload: &[u8]) -> Envelope {
    Envelope {
        version: 0,
        stream: StreamId([1; 16]),
        seq: 1,
        prev: None,
        parents: Vec::new(),
        lamport: 1,
        case: None,
        kind,
        kind_version: 1,
        payload: Fields::Bytes(payload.to_vec()),
        actor: Actor::default().into(),
        recorded: Recorded {
            wall_ms: 0,
            zone: "".into(),
            offset_s: 0,
            boot_id: [0; 16],
            boot_ms: 0,
            adjusted_ms: 0,
            uncertain: false,
        },
        performed_at_ms: 0,
        precision: Precision::Exact,
        late_reason: None,
    }
}

#[test]
fn fields_in_another_form_than_the_canonical_one_stay_the_bytes_that_they_are() {
    let note = Kind::Note.number();
    for (name, payload, read) in [
        ("canonical", &b"\xa1\x00\x61a"[..], true),
        ("a key in two bytes", b"\xa1\x18\x00\x61a", false),
        ("a length in two bytes", b"\xa1\x00\x78\x01a", false),
        ("a field that is not known", b"\xa1\x18\x63\xf5", false),
    ] {
        let entry = Entry::seal(small(note, payload)).unwrap();
        let again = Entry::restore(entry.id, &entry.bytes(), &mut Shared::default()).unwrap();
        for entry in [entry, again] {
            assert_eq!(entry.payload().is_some(), read, "{name}");
            assert_eq!(&*entry.envelope.payload.bytes(), payload, "{name}");
        }
    }
}

#[test]
fn an_entry_too_large_is_refused_both_ways() {
    let small = Entry::seal(small(999, &[])).unwrap();
    // A length of two bytes more stands before a payload that long.
    let room = MAX_ENTRY_BYTES - small.bytes().len() - 2;
    let with = |length: usize| {
        let mut envelope = small.envelope.clone();
        envelope.payload = Fields::Bytes(vec![7; length]);
        Entry::seal(envelope)
    };
    assert_eq!(with(room).unwrap().bytes().len(), MAX_ENTRY_BYTES);
    assert!(with(room + 1).is_err());
}
