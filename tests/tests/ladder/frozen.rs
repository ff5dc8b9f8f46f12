//! A fixture: a database file of some schema, and what was put into it.

use std::fmt;
use std::path::{Path, PathBuf};

use marrow::engine::entry::{Entry, Payload};
use marrow::engine::protocol::Protocols;
use marrow::engine::time::ClockSample;
use marrow::{Marrow, OpenOptions, Secret};
use marrow_store::{Batch, Key, LedgerRow, Store, StoredEntry};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a store at `ward.db` may consist of.
const PARTS: [&str; 3] = [".db", ".db-wal", ".db.keycheck"];

/// For ever the key of every fixture: there is nothing secret in them.
pub fn key() -> Key {
    Key::new(*b"the ladder's key is not a secret")
}

/// For ever the secret of the phone that made them.
pub fn opened(path: &Path) -> Marrow {
    let options = OpenOptions {
        path,
        key: key(),
        secret: Secret([0x1a; 32]),
        fresh: [0x2b; 16],
        high_water: None,
        protocols: Protocols::shipped(),
    };
    Marrow::open(options).unwrap()
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ladder")
}

/// Every file of every fixture, by its path below [`folder`].
pub fn files() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for schema in std::fs::read_dir(folder())
        .unwrap()
        .flatten()
        .filter(|e| e.path().is_dir())
    {
        for file in std::fs::read_dir(schema.path()).unwrap().flatten() {
            let name = format!("{}/{}", schema.file_name().display(), file.file_name().display());
            found.push((name, file.path()));
        }
    }
    found.sort();
    found
}

/// Every fixture, the oldest schema first.
pub fn fixtures() -> Vec<Fixture> {
    let mut found = Vec::new();
    for (name, _) in files() {
        let Some((schema, name)) = name.strip_suffix(".db").and_then(|name| name.split_once('/')) else {
            continue;
        };
        found.push(Fixture {
            schema: schema.strip_prefix("schema-").unwrap().parse().unwrap(),
            name: name.to_owned(),
        });
    }
    found.sort();
    found
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixture {
    pub schema: u32,
    pub name: String,
}

impl fmt::Display for Fixture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "schema-{}/{}", self.schema, self.name)
    }
}

impl Fixture {
    /// Whether it holds one entry of each kind rather than a ward: `kinds`, `kinds-2`…
    pub fn of_kinds(&self) -> bool {
        self.name.starts_with("kinds")
    }

    /// Where the file of that ending lies.
    pub fn file(&self, ending: &str) -> PathBuf {
        folder().join(format!("{self}{ending}"))
    }

    /// What was put into it.
    pub fn holds(&self) -> Holds {
        serde_json::from_str(&std::fs::read_to_string(self.file(".json")).unwrap()).unwrap()
    }

    /// Copies the store, as a phone that is updated finds it, and returns the path of its database.
    pub fn copy_to(&self, home: &Path) -> PathBuf {
        self.copy_from(&folder().join(self.to_string()), home)
    }

    /// Freezes the store at `path`, which may still be open.
    pub fn freeze(&self, path: &Path) {
        let target = folder().join(format!("schema-{}", self.schema));
        self.copy_from(&path.with_extension(""), &target);
    }

    fn copy_from(&self, from: &Path, home: &Path) -> PathBuf {
        std::fs::create_dir_all(home).unwrap();
        for part in PARTS {
            let source = PathBuf::from(format!("{}{part}", from.display()));
            if source.exists() {
                std::fs::copy(&source, home.join(format!("{}{part}", self.name))).unwrap();
            }
        }
        home.join(format!("{}.db", self.name))
    }

    pub fn path_today(&self, home: &Path) -> PathBuf {
        home.join("today").join(format!("{}.db", self.name))
    }

    /// A store made by today's code, with the same contents.
    pub fn made_today(&self, home: &Path) -> Store {
        let mut store = Store::open(&self.path_today(home), &key()).unwrap();
        store.commit(&self.holds().batch()).unwrap();
        store
    }
}

/// What a fixture holds, written down apart from it.
#[derive(Serialize, Deserialize)]
pub struct Holds {
    now: ClockSample,
    entries: Vec<Held>,
    settings: Vec<(String, String)>,
    ledger: Vec<(String, String, i64)>,
}

#[derive(Serialize, Deserialize)]
struct Held {
    stream: String,
    seq: u64,
    lamport: u64,
    case: Option<String>,
    kind: String,
    id: String,
    bytes: String,
    received_at_ms: i64,
    clock_offset_ms: i64,
    /// What the engine of that day read in it; nothing where it could not.
    says: Option<Map<String, Value>>,
}

impl Holds {
    pub fn of(batch: &Batch, now: &ClockSample) -> Self {
        let entries = batch.entries.iter().map(|e| Held {
            stream: hex(&e.stream),
            seq: e.seq,
            lamport: e.lamport,
            case: e.case.map(|case| hex(&case)),
            kind: e.kind.clone(),
            id: hex(&e.id),
            bytes: hex(&e.bytes),
            received_at_ms: e.received_at_ms,
            clock_offset_ms: e.clock_offset_ms,
            says: Entry::read(&e.bytes).unwrap().payload().map(Payload::to_json),
        });
        let set = |(name, value): &(String, Option<Vec<u8>>)| value.as_ref().map(|value| (name.clone(), hex(value)));
        let ledger = batch.ledger.iter().flatten();
        Self {
            now: now.clone(),
            entries: entries.collect(),
            settings: batch.settings.iter().filter_map(set).collect(),
            ledger: ledger
                .map(|row| (row.id.clone(), row.fingerprint.clone(), row.fire_at_ms))
                .collect(),
        }
    }

    pub fn now(&self) -> ClockSample {
        self.now.clone()
    }

    pub fn entries(&self) -> Vec<StoredEntry> {
        let stored = |held: &Held| StoredEntry {
            id: unhex(&held.id).try_into().unwrap(),
            stream: unhex(&held.stream).try_into().unwrap(),
            seq: held.seq,
            lamport: held.lamport,
            case: held.case.as_ref().map(|case| unhex(case).try_into().unwrap()),
            kind: held.kind.clone(),
            bytes: unhex(&held.bytes),
            received_at_ms: held.received_at_ms,
            clock_offset_ms: held.clock_offset_ms,
        };
        self.entries.iter().map(stored).collect()
    }

    pub fn said(&self) -> impl Iterator<Item = Option<&Map<String, Value>>> {
        self.entries.iter().map(|held| held.says.as_ref())
    }

    pub fn ledger(&self) -> Vec<LedgerRow> {
        let row = |(id, fingerprint, fire_at_ms): &(String, String, i64)| LedgerRow {
            id: id.clone(),
            fingerprint: fingerprint.clone(),
            fire_at_ms: *fire_at_ms,
        };
        self.ledger.iter().map(row).collect()
    }

    fn batch(&self) -> Batch {
        Batch {
            entries: self.entries(),
            settings: self
                .settings
                .iter()
                .map(|(name, value)| (name.clone(), Some(unhex(value))))
                .collect(),
            ledger: Some(self.ledger()),
            ..Batch::default()
        }
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub fn unhex(text: &str) -> Vec<u8> {
    let byte = |i| u8::from_str_radix(&text[i..i + 2], 16).expect("hex");
    (0..text.len()).step_by(2).map(byte).collect()
}
