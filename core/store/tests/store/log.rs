//! The log: what goes in comes out, once, in order, and never changes.

use marrow_store::{Batch, LedgerRow, Store, StoreError, entry_id, testing};

use crate::fixtures::{batch, entry, expecting, id16, key, place, tip_of, written};

#[test]
fn what_goes_in_comes_out() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let (ours, local) = (entry(1, 1, 1), entry(0, 9, 1));
    let settings = vec![("ward".to_owned(), Some(b"3 West".to_vec()))];
    let ledger = vec![LedgerRow {
        id: "r1".into(),
        fingerprint: "f".into(),
        fire_at_ms: -5,
    }];
    let everything = Batch {
        entries: vec![ours.clone(), local.clone()],
        settings,
        expect: vec![(id16(1), None)],
        ledger: Some(ledger.clone()),
    };
    assert_eq!(store.commit(&everything), Ok(2));

    for store in [store, Store::open_existing(&path, &key()).unwrap()] {
        assert_eq!(store.entries_of(&id16(1)), Ok(vec![ours.clone()]));
        assert_eq!(store.local_entries(), Ok(vec![local.clone()]));
        assert_eq!(store.entries_of(&id16(2)), Ok(vec![]));
        assert_eq!(store.cases(), Ok(vec![id16(1)]));
        assert_eq!(store.tip(&id16(1)), Ok(tip_of(&ours)));
        assert_eq!(store.tip(&id16(9)), Ok(tip_of(&local)));
        assert_eq!(store.tip(&id16(2)), Ok(None));
        assert_eq!(store.tips(&id16(1)), Ok(vec![(id16(1), (1, ours.id))]));
        assert_eq!(store.setting("ward"), Ok(Some(b"3 West".to_vec())));
        assert_eq!(store.setting("bed"), Ok(None));
        assert_eq!(store.ledger(), Ok(ledger.clone()));
        assert_eq!(store.integrity(), Ok(()));
    }
}

#[test]
fn order_is_lamport_then_stream_then_place_and_never_arrival() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let with = |stream, seq, lamport| {
        let mut entry = entry(1, stream, seq);
        entry.lamport = lamport;
        entry
    };
    let arrival = [
        with(2, 2, 9),
        with(2, 1, 5),
        with(1, 1, 5),
        with(1, 2, 5),
        with(3, 1, 1),
    ];
    store.commit(&batch(&arrival)).unwrap();

    let ordered: Vec<_> = store
        .entries_of(&id16(1))
        .unwrap()
        .iter()
        .map(|e| (e.lamport, e.stream[0], e.seq))
        .collect();
    assert_eq!(ordered, [(1, 3, 1), (5, 1, 1), (5, 1, 2), (5, 2, 1), (9, 2, 2)]);

    let mut arrived = Vec::new();
    store.all_entries(|entry| arrived.push(entry)).unwrap();
    assert_eq!(arrived, arrival);
}

#[test]
fn an_identical_entry_counts_once_and_keeps_its_first_arrival() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let first = entry(1, 1, 1);
    assert_eq!(store.commit(&batch(&[first.clone(), first.clone()])), Ok(1));
    let mut again = first.clone();
    again.received_at_ms += 60_000;
    assert_eq!(store.commit(&batch(&[again, entry(1, 1, 2)])), Ok(1));
    assert_eq!(store.entries_of(&id16(1)).unwrap()[0], first);
    assert_eq!(store.forks(), Ok(vec![]));
}

#[test]
fn a_batch_on_a_tip_that_has_moved_writes_nothing() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let (one, two, other) = (entry(1, 1, 1), entry(1, 1, 2), written(1, 1, 1, b"other"));
    assert_eq!(store.commit(&expecting(std::slice::from_ref(&one), 1, None)), Ok(1));

    let before = store.derived_dump().unwrap();
    let wrong = [None, tip_of(&two), Some((1, other.id)), Some((2, one.id))];
    for expected in wrong {
        let mut stale = expecting(std::slice::from_ref(&two), 1, expected);
        stale.settings = vec![("half".into(), Some(vec![1]))];
        stale.ledger = Some(vec![]);
        // One tip that holds doesn't make up for one that doesn't.
        stale.expect.insert(0, (id16(7), None));
        assert_eq!(store.commit(&stale), Err(StoreError::Moved));
    }
    assert_eq!(store.entries_of(&id16(1)).unwrap().len(), 1);
    assert_eq!(store.setting("half"), Ok(None));
    assert_eq!(store.derived_dump().unwrap(), before);
    assert_eq!(store.commit(&expecting(&[two], 1, tip_of(&one))), Ok(1));
}

#[test]
fn both_sides_of_a_fork_are_kept_and_reported() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let (left, right) = (written(1, 1, 2, b"left"), written(1, 1, 2, b"right"));
    let smaller = left.id.min(right.id);
    store.commit(&batch(&[entry(1, 1, 1), left])).unwrap();
    assert_eq!(store.forks(), Ok(vec![]));
    store.commit(&batch(&[right])).unwrap();
    assert_eq!(store.forks(), Ok(vec![(id16(1), 2)]));
    assert_eq!(store.entries_of(&id16(1)).unwrap().len(), 3);
    assert_eq!(store.tip(&id16(1)), Ok(Some((2, smaller))));
    // The stream goes on past the fork, which stays on record.
    store.commit(&batch(&[entry(1, 1, 3)])).unwrap();
    assert_eq!(store.tip(&id16(1)).unwrap().unwrap().0, 3);
    assert_eq!(store.forks(), Ok(vec![(id16(1), 2)]));
}

#[test]
fn the_log_refuses_every_way_of_changing_it() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let attempts = [
        "UPDATE entry SET bytes = x'00'",
        "UPDATE entry SET received_at_ms = 0 WHERE seq = 1",
        "DELETE FROM entry",
        "REPLACE INTO entry SELECT * FROM entry",
        "INSERT OR REPLACE INTO entry
             SELECT n + 1, id, stream, seq, lamport, case_id, kind, x'00', 0, 0 FROM entry",
        "INSERT INTO entry SELECT n + 1, id, stream, seq, lamport, case_id, kind, x'00', 0, 0 FROM entry
             WHERE true ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
    ];
    for sql in attempts {
        assert!(
            matches!(testing::run_sql(&store, sql), Err(StoreError::Invalid(_))),
            "{sql}"
        );
        assert_eq!(store.entries_of(&id16(1)), Ok(vec![entry(1, 1, 1)]), "{sql}");
    }
}

#[test]
fn what_cannot_be_stored_as_it_is_is_refused_whole() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let broken = |change: fn(&mut marrow_store::StoredEntry)| {
        let mut entry = entry(1, 1, 2);
        change(&mut entry);
        entry
    };
    let bad = [
        broken(|e| e.id = entry_id(b"another")),
        broken(|e| e.bytes.push(0)),
        broken(|e| e.seq = 0),
        broken(|e| e.seq = u64::MAX),
        broken(|e| e.lamport = 1 << 63),
    ];
    for entry_2 in bad {
        let result = store.commit(&batch(&[entry(1, 1, 1), entry_2]));
        assert!(matches!(result, Err(StoreError::Invalid(_))), "{result:?}");
    }
    let twice = LedgerRow {
        id: "r1".into(),
        fingerprint: "f".into(),
        fire_at_ms: 0,
    };
    let ledger = Batch {
        ledger: Some(vec![twice.clone(), twice]),
        ..batch(&[entry(1, 1, 1)])
    };
    assert!(matches!(store.commit(&ledger), Err(StoreError::Invalid(_))));
    assert_eq!(store.cases(), Ok(vec![]));
}

#[test]
fn settings_and_ledger_are_replaced_not_added_to() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let row = |id: &str| LedgerRow {
        id: id.into(),
        fingerprint: "f".into(),
        fire_at_ms: 1,
    };
    let set = |value: Option<&[u8]>, ledger: Option<Vec<LedgerRow>>| Batch {
        settings: vec![("k".into(), value.map(<[u8]>::to_vec))],
        ledger,
        ..Batch::default()
    };
    store.commit(&set(Some(b"1"), Some(vec![row("b"), row("a")]))).unwrap();
    assert_eq!(store.ledger(), Ok(vec![row("a"), row("b")]));
    store.commit(&set(Some(b""), None)).unwrap();
    assert_eq!(store.setting("k"), Ok(Some(vec![])));
    assert_eq!(store.ledger().unwrap().len(), 2);
    store.commit(&set(None, Some(vec![row("c")]))).unwrap();
    assert_eq!(store.setting("k"), Ok(None));
    assert_eq!(store.ledger(), Ok(vec![row("c")]));
}

#[test]
fn an_upgraded_file_holds_what_it_held() {
    let (_folder, path) = place();
    let entries = [
        entry(1, 1, 1),
        entry(1, 1, 2),
        written(1, 1, 2, b"fork"),
        entry(0, 9, 1),
    ];
    let old = Batch {
        settings: vec![("k".into(), Some(vec![7]))],
        ..batch(&entries)
    };
    testing::version_1_file(&path, &key(), &old).unwrap();

    let mut store = Store::open_existing(&path, &key()).unwrap();
    let mut found = Vec::new();
    store.all_entries(|entry| found.push(entry)).unwrap();
    assert_eq!(found, entries);
    assert_eq!(store.setting("k"), Ok(Some(vec![7])));
    assert_eq!(store.forks(), Ok(vec![(id16(1), 2)]));
    assert_eq!(store.tip(&id16(9)), Ok(tip_of(&entries[3])));
    assert_eq!(store.info().unwrap().schema_version, 2);
    let dump = store.derived_dump().unwrap();
    store.rebuild_derived().unwrap();
    assert_eq!(store.derived_dump().unwrap(), dump);
}

/// An app keeps its store behind a lock and hands it from thread to thread.
#[test]
fn a_store_may_move_between_threads() {
    fn moves<T: Send + 'static>() {}
    moves::<Store>();
    moves::<marrow_store::Key>();
}
