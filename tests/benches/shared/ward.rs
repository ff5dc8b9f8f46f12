//! A realistic ward: open cases with everything that is recorded in twenty hours, half of it checks.

use std::path::Path;

use marrow::engine::entry::payload::Amend;
use marrow::engine::entry::{Actor, Entry, Envelope, Fields, Payload, Recorded, diff_patch};
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::protocol::Protocols;
use marrow::engine::record::Command;
use marrow::engine::time::{ClockSample, HOUR, MINUTE, Ms};
use marrow::engine::vocabulary::Precision;
use marrow::{Key, Marrow, OpenOptions, Secret};
use marrow_store::{Batch, Store, StoredEntry};
use serde_json::{Value, json};

/// 4 March 2026, 08:00 UTC.
const T0: Ms = 1_772_611_200_000;
const HOURS: Ms = 20 * HOUR;

pub fn key() -> Key {
    Key::new([0x42; 32])
}

pub fn open(path: &Path) -> Marrow {
    let options = OpenOptions {
        path,
        key: key(),
        secret: Secret([7; 32]),
        fresh: [8; 16],
        high_water: None,
        protocols: Protocols::shipped(),
    };
    Marrow::open(options).expect("a ward opens")
}

pub fn clock(at: Ms) -> ClockSample {
    ClockSample {
        wall_ms: at,
        boot_ms: at - T0 + 9 * HOUR,
        boot_id: [0x77; 16],
        zone: "Europe/Madrid".to_owned(),
        offset_s: 3_600,
        next_offset: None,
    }
}

/// When everything is on record.
pub fn now() -> ClockSample {
    clock(T0 + HOURS + HOUR)
}

pub fn case(n: usize) -> CaseId {
    let mut id = [0x5c; 16];
    id[..8].copy_from_slice(&(n as u64).to_be_bytes());
    CaseId(id)
}

fn actor() -> Actor {
    Actor {
        name: "M. Gil".to_owned(),
        role: "nurse".to_owned(),
        unit: "Ward 3".to_owned(),
    }
}

fn payload(kind: &str, fields: Value) -> Payload {
    let fields = fields.as_object().cloned().unwrap_or_default();
    Payload::from_json(kind, fields).expect("a form of the ward reads")
}

pub fn command(case: CaseId, kind: &str, fields: Value) -> Command {
    Command {
        case,
        payload: payload(kind, fields),
        performed_at: None,
        precision: Precision::Exact,
        late_reason: None,
        actor: actor(),
    }
}

/// Makes a store with so many open cases of so many entries each.
pub fn make(path: &Path, cases: usize, each: usize) {
    let mut marrow = open(path);
    for n in 0..cases {
        let at = T0 + n as Ms * SECONDS_APART;
        let sites = ["proximal-tibia", "distal-tibia", "proximal-humerus"];
        let commands = [
            (
                "open-case",
                json!({"alias": format!("Bed {n}"), "age_years": 20 + n % 60, "weight_kg": 70.5,
                "consciousness": "conscious"}),
            ),
            (
                "insert",
                json!({"device": "ez-io", "site": sites[n % 3], "side": "left", "needle_mm": 25,
                "antiseptic": "chlorhexidine 2 %", "dressing": "gauze", "indication": "cardiac arrest"}),
            ),
        ];
        for (kind, fields) in commands {
            marrow
                .dispatch(&command(case(n), kind, fields), &clock(at))
                .expect("a case opens");
        }
    }
    drop(marrow);
    let mut store = Store::open_existing(path, &key()).expect("the store opens");
    let mut rest = Vec::new();
    for n in 0..cases {
        let begun = store.entries_of(&case(n).0).expect("the case reads");
        rest.extend(chain(&begun, each, T0 + n as Ms * SECONDS_APART));
    }
    // As they would have come: the cases among each other.
    rest.sort_by_key(|entry| entry.received_at_ms);
    for some in rest.chunks(500) {
        let batch = Batch {
            entries: some.to_vec(),
            ..Batch::default()
        };
        store.commit(&batch).expect("the batch is written");
    }
}

const SECONDS_APART: Ms = 7_000;

/// Goes on with a case that was opened, up to so many entries.
fn chain(begun: &[StoredEntry], each: usize, from: Ms) -> Vec<StoredEntry> {
    let last = begun.last().expect("a case that was opened");
    let mut before = Entry::read(&last.bytes).expect("an entry");
    let mut chain: Vec<StoredEntry> = Vec::new();
    let mut checks: Vec<(EntryId, Payload)> = Vec::new();
    for n in begun.len()..each {
        let at = from + MINUTE + n as Ms * HOURS / each as Ms;
        let payload = deed(n, &checks);
        let entry = Entry::seal(Envelope {
            seq: before.envelope.seq + 1,
            prev: Some(before.id),
            lamport: before.envelope.lamport + 1,
            kind: payload.kind().number(),
            kind_version: payload.kind().version(),
            payload: Fields::Bytes(payload.to_cbor()),
            actor: actor().into(),
            recorded: Recorded {
                wall_ms: at,
                boot_ms: clock(at).boot_ms,
                ..before.envelope.recorded.clone()
            },
            performed_at_ms: at,
            ..before.envelope.clone()
        })
        .expect("an entry seals");
        if let Payload::Check(_) = payload {
            checks.push((entry.id, payload));
        }
        chain.push(StoredEntry {
            id: entry.id.0,
            seq: entry.envelope.seq,
            lamport: entry.envelope.lamport,
            kind: entry.envelope.kind.to_string(),
            bytes: entry.bytes(),
            received_at_ms: at,
            ..last.clone()
        });
        before = entry;
    }
    chain
}

/// What is recorded n-th.
fn deed(n: usize, checks: &[(EntryId, Payload)]) -> Payload {
    match n % 20 {
        1 => payload(
            "start-product",
            json!({"name": "0.9 % saline", "class": "crystalloid", "rate_text": "100 ml/h"}),
        ),
        3 => payload(
            "note",
            json!({"text": "Family is here; asks whether the arm may be moved. Told: a little."}),
        ),
        5 => payload("flush", json!({"ml": 10, "resistance": false})),
        7 | 17 => payload("disinfect", json!({"agent": "chlorhexidine 2 %", "dried": true})),
        9 => payload("stop-product", json!({"name": "0.9 % saline"})),
        11 => payload("access-review", json!({"outcome": "keep", "reason": "no vein found"})),
        13 => payload(
            "give-product",
            json!({"name": "paracetamol", "class": "other", "rate_text": "as ordered"}),
        ),
        15 => payload("tell", json!({"whom": "Dr Ruiz", "rule": "R8", "answer": "coming"})),
        19 => amendment(checks),
        _ => look(n),
    }
}

fn look(n: usize) -> Payload {
    // Now and then the limb is worse, and better again.
    let worse = n % 60 == 14;
    payload(
        "check",
        json!({"context": "scheduled", "bleeding": "none", "colour": if worse { "pale" } else { "normal" },
            "temperature": "warm", "inflammation": "none", "pulse": if worse { "weak" } else { "strong" },
            "artery": "radial", "other_pulse": "strong", "other_colour": "normal", "cap_refill_s": 2,
            "pain": n % 4, "firm": true, "swelling": false, "leak": false, "circumference_cm": 31.5,
            "body_temp_c": 37.2, "dressing_state": "dry"}),
    )
}

/// The pain of the last check but one was misread.
fn amendment(checks: &[(EntryId, Payload)]) -> Payload {
    let Some((entry, check)) = checks.iter().rev().nth(1) else {
        return look(0);
    };
    let mut fields = check.to_json();
    fields.insert("pain".to_owned(), json!(5));
    let new = Payload::from_json("check", fields).expect("a check reads");
    Payload::Amend(Box::new(Amend {
        entry: *entry,
        reason: Some("misread".to_owned()),
        patch: diff_patch(&check.to_cbor(), &new.to_cbor()),
        ..Amend::default()
    }))
}
