//! Frozen vectors: bytes that have left a phone must read the same for ever, in every language.
//!
//! `forms.json` holds fields as a form writes them, every kind and every field; `entries.json` the
//! canonical bytes and hashes that they seal into; `invalid.json` bytes that are no entries, with
//! the error. The only copy: Kotlin and Swift read the same files. A changed vector is a changed
//! format. `cargo test -p marrow-tests --test vectors -- --ignored` prints new ones for new kinds.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use marrow_engine::entry::payload::{Amend, MovePolicy, OpenCase, Pin};
use marrow_engine::entry::{Actor, Entry, Envelope, Fields, Kind, Parent, Payload, Recorded, diff_patch};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::vocabulary::Precision;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Form {
    kind: String,
    fields: Map<String, Value>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Frozen {
    kind: String,
    id: String,
    bytes: String,
}

#[derive(Deserialize)]
struct Invalid {
    why: String,
    error: String,
    bytes: String,
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name)
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let json = std::fs::read_to_string(file(name)).expect("a vector file can be read");
    serde_json::from_str(&json).expect("a vector file is JSON of its shape")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&text[i..i + 2], 16).expect("hex"))
        .collect()
}

fn ascending(from: u8) -> [u8; 16] {
    std::array::from_fn(|i| from + i as u8)
}

/// The same envelope for each vector, but for what must differ; the second and later link to the first.
fn seal(payload: &Payload, seq: u64, prev: Option<EntryId>) -> Entry {
    let local = matches!(
        payload.kind(),
        Kind::Snooze | Kind::ClockAdjusted | Kind::ClockConfirmed
    );
    let parents = if seq > 1 {
        vec![Parent {
            stream: StreamId(ascending(0x80)),
            seq: 7,
        }]
    } else {
        Vec::new()
    };
    Entry::seal(Envelope {
        version: 0,
        stream: StreamId(ascending(0x40)),
        seq,
        prev,
        parents,
        lamport: seq + 300,
        case: (!local).then(|| CaseId(ascending(0))),
        kind: payload.kind().number(),
        kind_version: payload.kind().version(),
        payload: Fields::Bytes(payload.to_cbor()),
        actor: Actor {
            name: "M. Gil".into(),
            role: "nurse".into(),
            unit: "Ward 3".into(),
        }
        .into(),
        recorded: Recorded {
            wall_ms: 1_772_611_930_000,
            zone: "Europe/Madrid".into(),
            offset_s: 3_600,
            boot_id: ascending(0xa0),
            boot_ms: 3_600_000,
            adjusted_ms: -7_200_000,
            uncertain: false,
        },
        performed_at_ms: 1_772_611_800_000,
        precision: Precision::Estimated,
        late_reason: seq.is_multiple_of(2).then(|| "busy".to_owned()),
    })
    .expect("a vector seals")
}

/// Every payload: those of the forms, and the three whose bytes the core makes.
fn payloads() -> Vec<Payload> {
    let forms: Vec<Form> = read("forms.json");
    let mut payloads: Vec<Payload> = forms
        .into_iter()
        .map(|f| Payload::from_json(&f.kind, f.fields).expect("a form reads"))
        .collect();
    let pin = Pin {
        protocol: "io-aftercare".into(),
        version: 1,
        policy: Some(r#"{"id":"h","version":2}"#.into()),
    };
    if let Some(Payload::OpenCase(open)) = payloads.first_mut() {
        open.pin = Some(pin.clone());
    }
    payloads.push(Payload::MovePolicy(MovePolicy { pin }));
    let open = |alias: &str| {
        let mut open = OpenCase::default();
        open.patient.alias = Some(alias.into());
        Payload::OpenCase(Box::new(open)).to_cbor()
    };
    payloads.push(Payload::Amend(Box::new(Amend {
        entry: EntryId([0x5a; 32]),
        reason: Some("read wrongly".into()),
        performed_at_ms: Some(1_772_611_700_000),
        precision: Some(Precision::Told),
        patch: diff_patch(&open("Bed 4"), &open("Bed 5")),
        changes: Map::new(),
    })));
    payloads
}

fn sealed() -> Vec<Entry> {
    let mut prev = None;
    let mut entries = Vec::new();
    for (i, payload) in payloads().iter().enumerate() {
        let entry = seal(payload, i as u64 + 1, prev);
        prev = Some(entry.id);
        entries.push(entry);
    }
    entries
}

fn frozen(entry: &Entry) -> Frozen {
    let kind = entry.payload().map_or_else(String::new, |p| p.kind().word().to_owned());
    Frozen {
        kind,
        id: entry.id.to_string(),
        bytes: hex(&entry.bytes()),
    }
}

#[test]
fn entries_seal_into_the_frozen_bytes() {
    let expected: Vec<Frozen> = read("entries.json");
    let found: Vec<Frozen> = sealed().iter().map(frozen).collect();
    assert_eq!(found, expected);
}

#[test]
fn frozen_bytes_read_back_as_what_was_typed() {
    let expected: Vec<Frozen> = read("entries.json");
    for (frozen, payload) in expected.iter().zip(payloads()) {
        let entry = Entry::read(&unhex(&frozen.bytes)).expect("a frozen entry reads");
        assert_eq!(entry.id.to_string(), frozen.id);
        assert_eq!(entry.payload(), Some(&payload), "{}", frozen.kind);
    }
}

#[test]
fn every_kind_and_every_field_has_a_vector() {
    let mut seen: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let payloads = payloads();
    for payload in &payloads {
        seen.entry(payload.kind().word())
            .or_default()
            .extend(payload.to_json().into_iter().map(|(field, _)| field));
    }
    for kind in Kind::ALL {
        let fields = seen
            .get(kind.word())
            .unwrap_or_else(|| panic!("{} has no vector", kind.word()));
        for field in kind.fields() {
            assert!(
                fields.contains(&(*field).to_owned()),
                "{}.{field} has no vector",
                kind.word()
            );
        }
    }
}

#[test]
fn what_is_no_entry_is_told_apart() {
    let vectors: Vec<Invalid> = read("invalid.json");
    assert!(vectors.len() >= 10);
    for Invalid { why, error, bytes } in vectors {
        let found = Entry::read(&unhex(&bytes)).expect_err(&why);
        assert_eq!(format!("{found:?}"), error, "{why}");
    }
}

#[test]
#[ignore = "prints new vectors; run it by hand when a kind is added, and look at what changed"]
fn print_new_vectors() {
    let rows: Vec<String> = sealed()
        .iter()
        .map(|e| serde_json::to_string(&frozen(e)).expect("JSON"))
        .collect();
    std::fs::write(file("entries.json"), format!("[\n  {}\n]\n", rows.join(",\n  "))).expect("written");
    let good = sealed().remove(1);
    let bytes = good.bytes();
    let mut rows = Vec::new();
    let mut bad = |why: &str, bytes: Vec<u8>| {
        let error = Entry::read(&bytes).map_or_else(|e| format!("{e:?}"), |_| "NONE".to_owned());
        rows.push(format!(
            r#"{{"why":"{why}","error":"{error}","bytes":"{}"}}"#,
            hex(&bytes)
        ));
    };
    let change = |at: usize, to: u8| {
        let mut changed = bytes.clone();
        changed[at] = to;
        changed
    };
    bad("empty", Vec::new());
    bad("cut short", bytes[..bytes.len() - 1].to_vec());
    bad("a byte too many", [&bytes[..], &[0]].concat());
    bad("not an array", change(0, 0xa0));
    bad("a newer format", change(1, 2));
    bad("format 0", change(1, 0));
    bad(
        "an integer in a long form",
        [&bytes[..1], &[0x18, 1], &bytes[2..]].concat(),
    );
    bad("an indefinite array", [&[0x9f], &bytes[1..], &[0xff]].concat());
    let envelope = |change: fn(&mut Envelope)| {
        let mut envelope = Entry::read(&bytes).expect("good").envelope;
        change(&mut envelope);
        minicbor_bytes(&envelope)
    };
    bad("sequence 0", envelope(|e| e.seq = 0));
    bad("a first entry with a predecessor", envelope(|e| e.seq = 1));
    bad("a later entry without one", envelope(|e| e.prev = None));
    bad(
        "its own stream as a parent",
        envelope(|e| e.parents[0].stream = e.stream),
    );
    bad("a Lamport time below its place", envelope(|e| e.lamport = 0));
    bad("a Lamport time out of bounds", envelope(|e| e.lamport = u64::MAX));
    bad("too large", envelope(|e| e.payload = Fields::Bytes(vec![0; 17_000])));
    std::fs::write(file("invalid.json"), format!("[\n  {}\n]\n", rows.join(",\n  "))).expect("written");
}

fn minicbor_bytes(envelope: &Envelope) -> Vec<u8> {
    envelope.to_cbor()
}
