//! What the tests write, batch by batch, and the proof that a store holds exactly a beginning of
//! it.

use std::collections::BTreeMap;

use marrow_store::{Batch, Id16, Key, LedgerRow, Store, StoredEntry, Tip, entry_id};

use crate::dice::Dice;

const CASES: [Option<Id16>; 3] = [Some([1; 16]), Some([2; 16]), None];

pub fn key() -> Key {
    Key::new([0x5a; 32])
}

/// Batches that follow one another, over two cases and the phone's own stream. Each tells its
/// number in a setting, so that one that is there by half shows.
#[derive(Debug)]
pub struct Plan {
    pub batches: Vec<Batch>,
}

impl Plan {
    /// A plan of so many batches. The first is what an old file can hold: no ledger.
    pub fn draw(dice: &mut Dice, batches: usize) -> Plan {
        let mut tips: [Option<Tip>; 3] = [None; 3];
        let mut plan = Plan { batches: Vec::new() };
        for number in 1..=batches {
            let mut batch = Batch {
                settings: vec![("batches".into(), Some(number.to_be_bytes().to_vec()))],
                ..Batch::default()
            };
            let before = tips;
            let entries = [1, 1, 3, 6, 0][if number == 1 { 2 } else { dice.below(5) }];
            for _ in 0..entries {
                let stream = dice.below(3);
                let entry = chained(stream, tips[stream], length(dice));
                tips[stream] = Some((entry.seq, entry.id));
                batch.entries.push(entry);
            }
            batch.expect = (0..3)
                .filter(|&stream| before[stream] != tips[stream])
                .map(|stream| (id_of(stream), before[stream]))
                .collect();
            // Comes and goes.
            batch
                .settings
                .push(("odd".into(), (number % 2 == 1).then(|| vec![1; 40])));
            if number > 1 && dice.percent(60) {
                batch.ledger = Some((0..dice.below(6)).map(|row| reminder(number, row)).collect());
            }
            plan.batches.push(batch);
        }
        plan
    }

    /// How many batches the store holds, if it holds them whole and in order and nothing else.
    pub fn found_in(&self, store: &mut Store) -> Result<usize, String> {
        let failed = |what: &str, error: marrow_store::StoreError| format!("{what}: {error:?}");
        store.integrity().map_err(|error| failed("integrity", error))?;
        let found = match store.setting("batches").map_err(|error| failed("setting", error))? {
            None => 0,
            Some(bytes) => usize::from_be_bytes(bytes.try_into().map_err(|_| "a setting of another length")?),
        };
        let batches = self.batches.get(..found).ok_or("more batches than were ever begun")?;

        let mut entries = Vec::new();
        store
            .all_entries(|entry| entries.push(entry))
            .map_err(|error| failed("entries", error))?;
        let expected: Vec<&StoredEntry> = batches.iter().flat_map(|batch| &batch.entries).collect();
        same("the entries", &entries.iter().collect(), &expected)?;
        for case in CASES {
            let by_case = match case {
                Some(case) => store.entries_of(&case),
                None => store.local_entries(),
            };
            let mut of_case: Vec<StoredEntry> = entries.iter().filter(|entry| entry.case == case).cloned().collect();
            of_case.sort_by_key(|entry| (entry.lamport, entry.stream, entry.seq, entry.id));
            same("the entries of a case", &by_case, &Ok(of_case))?;
        }
        let odd = batches.last().and_then(|_| (found % 2 == 1).then(|| vec![1; 40]));
        same("a setting", &store.setting("odd"), &Ok(odd))?;
        let ledger = batches.iter().rev().find_map(|batch| batch.ledger.clone());
        same("the ledger", &store.ledger(), &Ok(ledger.unwrap_or_default()))?;

        let mut tips = BTreeMap::new();
        for entry in &entries {
            tips.insert(entry.stream, (entry.seq, entry.id));
        }
        for stream in 0..3 {
            let tip = tips.get(&id_of(stream)).copied();
            same("a tip", &store.tip(&id_of(stream)), &Ok(tip))?;
        }
        let derived = store.derived_dump().map_err(|error| failed("derived", error))?;
        store.rebuild_derived().map_err(|error| failed("rebuild", error))?;
        same("the derived tables", &store.derived_dump(), &Ok(derived))?;
        Ok(found)
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}: found {found:?}, expected {expected:?}"))
}

fn id_of(stream: usize) -> Id16 {
    [10 + stream as u8; 16]
}

/// Mostly short; some run over several pages.
fn length(dice: &mut Dice) -> usize {
    match dice.below(8) {
        0 => 4_000 + dice.below(12_000),
        _ => 150 + dice.below(500),
    }
}

/// The next entry of a stream; its bytes name the one before.
fn chained(stream: usize, tip: Option<Tip>, length: usize) -> StoredEntry {
    let (last, prev) = tip.unwrap_or((0, [0; 32]));
    let seq = last + 1;
    let mut bytes = prev.to_vec();
    bytes.extend(seq.to_be_bytes());
    bytes.extend(id_of(stream));
    bytes.resize(length, b'.');
    StoredEntry {
        id: entry_id(&bytes),
        stream: id_of(stream),
        seq,
        lamport: seq,
        case: CASES[stream],
        kind: "note".into(),
        bytes,
        received_at_ms: 1_800_000_000_000,
        clock_offset_ms: -40,
    }
}

fn reminder(batch: usize, row: usize) -> LedgerRow {
    LedgerRow {
        id: format!("reminder {row}"),
        fingerprint: format!("{batch}"),
        fire_at_ms: 1_800_000_000_000,
    }
}
