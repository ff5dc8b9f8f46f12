//! Makes the fixtures that are missing. What is there is never touched.

use std::path::Path;

use marrow::engine::entry::{Actor, Entry, Envelope, Fields, Recorded};
use marrow::engine::id::{CaseId, EntryId, StreamId};
use marrow::engine::time::ClockSample;
use marrow::engine::vocabulary::Precision;
use marrow_store::{Batch, Store, StoredEntry, entry_id, testing};
use serde::Deserialize;

use crate::frozen::{Fixture, Holds, files, fixtures, hex, key, unhex};
use crate::ward;

/// Settings that a facade writes; the store has no list of them.
const SETTINGS: [&str; 4] = ["clock", "incarnations", "own-entries", "policy"];

/// An entry of a kind that no Marrow knows yet, by number and version.
pub const UNKNOWN_KIND: (u16, u16) = (9_999, 1);
/// A check of a version that no Marrow knows yet.
pub const UNKNOWN_VERSION: (u16, u16) = (5, 999);

#[derive(Deserialize)]
struct Vector {
    bytes: String,
}

fn stored(bytes: Vec<u8>) -> StoredEntry {
    let Entry { id, envelope, .. } = Entry::read(&bytes).unwrap();
    StoredEntry {
        id: id.0,
        stream: envelope.stream.0,
        seq: envelope.seq,
        lamport: envelope.lamport,
        case: envelope.case.map(|case| case.0),
        kind: envelope.kind.to_string(),
        bytes,
        received_at_ms: envelope.recorded.wall_ms + 5_000,
        clock_offset_ms: 0,
    }
}

/// Every vector; then a chain with what this Marrow cannot read, and a fork at its end.
fn kinds() -> Batch {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/entries.json");
    let vectors: Vec<Vector> = serde_json::from_str(&std::fs::read_to_string(vectors).unwrap()).unwrap();
    let mut entries: Vec<StoredEntry> = vectors.iter().map(|vector| stored(unhex(&vector.bytes))).collect();
    let first = sealed(1, None, UNKNOWN_KIND, b"\xa1\x00\x01");
    let second = sealed(2, Some(&first), UNKNOWN_VERSION, b"\xa1\x18\x63\x01");
    let note = |text: &[u8]| sealed(3, Some(&second), (24, 1), &[&[0xa1, 0x00, 0x64], text].concat());
    let forked = [note(b"left"), note(b"rite")];
    entries.extend([first, second]);
    entries.extend(forked);
    Batch {
        entries,
        ..Batch::default()
    }
}

fn sealed(seq: u64, before: Option<&StoredEntry>, (kind, kind_version): (u16, u16), payload: &[u8]) -> StoredEntry {
    let entry = Entry::seal(Envelope {
        version: 0,
        stream: StreamId([0x66; 16]),
        seq,
        prev: before.map(|entry| EntryId(entry.id)),
        parents: Vec::new(),
        lamport: 900 + seq,
        case: Some(CaseId([0x33; 16])),
        kind,
        kind_version,
        payload: Fields::Bytes(payload.to_vec()),
        actor: Actor::default().into(),
        recorded: Recorded {
            wall_ms: 1_772_611_930_000,
            zone: "UTC".into(),
            offset_s: 0,
            boot_id: [0x77; 16],
            boot_ms: 3_600_000,
            adjusted_ms: 0,
            uncertain: false,
        },
        performed_at_ms: 1_772_611_930_000,
        precision: Precision::Exact,
        late_reason: None,
    });
    stored(entry.unwrap().bytes())
}

/// Everything in the store at `path`.
fn contents(path: &Path) -> Batch {
    let store = Store::open_existing(path, &key()).unwrap();
    let mut entries = Vec::new();
    store.all_entries(|entry| entries.push(entry)).unwrap();
    let setting = |name: &str| Some((name.to_owned(), Some(store.setting(name).unwrap()?)));
    Batch {
        entries,
        settings: SETTINGS.into_iter().filter_map(setting).collect(),
        ledger: Some(store.ledger().unwrap()),
        ..Batch::default()
    }
}

/// Makes one fixture with today's code. `killed`: the file is taken while somebody has it open, so that what was
/// committed lies in its -wal.
fn make(schema: u32, name: &str, mut batch: Batch, now: &ClockSample) {
    let fixture = Fixture {
        schema,
        name: name.to_owned(),
    };
    if fixture.file(".db").exists() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(format!("{name}.db"));
    let killed = name.starts_with("killed");
    if schema == 1 {
        batch.ledger = None;
        let open = testing::version_1(&path, &key(), &batch).unwrap();
        if killed {
            fixture.freeze(&path);
        }
        drop(open);
    } else {
        let mut open = Store::open(&path, &key()).unwrap();
        assert_eq!(
            open.info().unwrap().schema_version,
            schema,
            "only the newest can be made"
        );
        open.commit(&batch).unwrap();
        if killed {
            fixture.freeze(&path);
        }
    }
    if !killed {
        fixture.freeze(&path);
    }
    let holds = serde_json::to_string_pretty(&Holds::of(&batch, now)).unwrap();
    std::fs::write(fixture.file(".json"), holds + "\n").unwrap();
}

#[test]
#[ignore = "makes the fixtures that are missing and prints the lines that pin them; run it by hand"]
fn make_missing_fixtures() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ward.db");
    let now = ward::play(&path);
    let ward = contents(&path);
    let newest = crate::newest_schema();
    for schema in 1..=newest {
        make(schema, "kinds", kinds(), &now);
        make(schema, "ward", ward.clone(), &now);
        make(schema, "killed", ward.clone(), &now);
    }
    // What pages are sealed with changed without a new schema: older files are read as they are.
    let seal = crate::newest_seal();
    make(newest, &format!("ward-seal-{seal}"), ward.clone(), &now);
    make(newest, &format!("killed-seal-{seal}"), ward, &now);
    // A new version of a kind that came without a new schema.
    let frozen = crate::frozen_versions();
    if crate::known_versions().any(|version| !frozen.contains(&version)) {
        let taken = fixtures().iter().filter(|f| f.schema == newest && f.of_kinds()).count();
        make(newest, &format!("kinds-{}", taken + 1), kinds(), &now);
    }
    for (name, path) in files() {
        println!("{}  {name}", hex(&entry_id(&std::fs::read(path).unwrap())));
    }
}
