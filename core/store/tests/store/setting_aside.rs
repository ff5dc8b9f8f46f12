//! Moving a store out of the way: whole, over nothing, and readable afterwards.

use std::fs;

use marrow_store::{Store, StoreError, salvage, set_aside};

use crate::fixtures::{batch, copy_as_killed, entry, filled, id16, key, part, place};

#[test]
fn everything_moves_and_a_new_store_can_begin() {
    let (folder, living) = place();
    let mut store = Store::open(&living, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let path = folder.path().join("killed.db");
    copy_as_killed(&living, &path);
    fs::write(part(&path, "-shm"), "x").unwrap();
    fs::write(part(&path, "-journal"), "x").unwrap();

    let aside = set_aside(&path, "2027-01-02").unwrap();
    assert_eq!(aside, part(&path, ".damaged-2027-01-02"));
    for suffix in ["", "-wal", "-shm", "-journal", ".keycheck"] {
        assert!(part(&aside, suffix).exists(), "{suffix}");
        assert!(!part(&path, suffix).exists(), "{suffix}");
    }
    assert_eq!(salvage(&aside, &key()).unwrap().entries, [entry(1, 1, 1)]);
    assert_eq!(Store::open(&path, &key()).unwrap().cases(), Ok(vec![]));
}

#[test]
fn nothing_is_overwritten() {
    let (_folder, path) = place();
    let mut names = Vec::new();
    for round in 1..=3 {
        filled(&path, round);
        names.push(set_aside(&path, "x").unwrap());
    }
    assert_eq!(names[1], part(&path, ".damaged-x-2"));
    for (aside, round) in names.iter().zip(1..) {
        let found = Store::open_existing(aside, &key())
            .unwrap()
            .entries_of(&id16(1))
            .unwrap();
        assert_eq!(found.len(), round);
    }
}

#[test]
fn an_interrupted_move_is_finished_under_the_same_name() {
    let (_folder, path) = place();
    filled(&path, 1);
    let aside = part(&path, ".damaged-x");
    fs::rename(&path, &aside).unwrap();
    // As the kill left it, the rest is told for damage, so nobody begins anew before it is moved.
    assert_eq!(Store::open(&path, &key()).err(), Some(StoreError::Damaged));
    assert_eq!(set_aside(&path, "x"), Ok(aside.clone()));
    assert!(part(&aside, ".keycheck").exists());
    assert_eq!(set_aside(&path, "x"), Err(StoreError::NotFound));
}

#[test]
fn a_stamp_cannot_lead_elsewhere() {
    let (_folder, path) = place();
    filled(&path, 1);
    for stamp in ["", "../x", "a/b", "a.b", "a b", "ä"] {
        assert!(
            matches!(set_aside(&path, stamp), Err(StoreError::Invalid(_))),
            "{stamp}"
        );
    }
    assert!(path.exists());
}
