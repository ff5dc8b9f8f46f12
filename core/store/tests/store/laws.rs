//! Laws that hold for any sequence of batches.

use std::collections::{BTreeMap, BTreeSet};

use marrow_store::{Store, StoredEntry, testing};
use proptest::prelude::*;

use crate::fixtures::{batch, key, place, written};

/// Few streams, places and variants, so that repeats and forks are common.
fn any_entry() -> impl Strategy<Value = StoredEntry> {
    (0..3_u8, 1..5_u64, 0..3_u8).prop_map(|(stream, seq, variant)| {
        // A stream belongs to one case; stream 0 is local.
        let mut entry = written(stream, stream, seq, format!("{stream} {seq} {variant}").as_bytes());
        entry.lamport = seq * u64::from(variant + 1);
        entry
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_store_is_a_set_of_entries_in_whatever_order_they_come(
        batches in prop::collection::vec(prop::collection::vec(any_entry(), 0..6), 0..8)
    ) {
        let (_folder, path) = place();
        let mut store = Store::open(&path, &key()).unwrap();
        let mut model = BTreeMap::new();
        for entries in &batches {
            let before = model.len();
            for entry in entries {
                model.entry(entry.id).or_insert_with(|| entry.clone());
            }
            prop_assert_eq!(store.commit(&batch(entries)), Ok(model.len() - before));
        }

        for stream in 0..3_u8 {
            let mut expected: Vec<_> = model.values().filter(|e| e.stream == [stream; 16]).cloned().collect();
            expected.sort_by_key(|e| (e.lamport, e.stream, e.seq, e.id));
            let top = expected.iter().map(|e| e.seq).max();
            let tip = expected.iter().filter(|e| Some(e.seq) == top).map(|e| (e.seq, e.id)).min();
            prop_assert_eq!(store.tip(&[stream; 16]), Ok(tip));
            let found = if stream == 0 { store.local_entries() } else { store.entries_of(&[stream; 16]) };
            prop_assert_eq!(found, Ok(expected));
        }
        let mut seen = BTreeSet::new();
        let forks: BTreeSet<_> =
            model.values().map(|e| (e.stream, e.seq)).filter(|place| !seen.insert(*place)).collect();
        prop_assert_eq!(store.forks(), Ok(forks.into_iter().collect()));

        let dump = store.derived_dump().unwrap();
        store.rebuild_derived().unwrap();
        prop_assert_eq!(store.derived_dump().unwrap(), dump.clone());
        testing::run_sql(&store, "DELETE FROM stream_tip; INSERT INTO fork VALUES (zeroblob(16), 9)").unwrap();
        prop_assert_ne!(store.derived_dump().unwrap(), dump.clone());
        store.rebuild_derived().unwrap();
        prop_assert_eq!(store.derived_dump().unwrap(), dump);
        prop_assert_eq!(store.integrity(), Ok(()));
    }
}
