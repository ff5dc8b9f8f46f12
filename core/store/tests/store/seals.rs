//! Files of both seals: the first stores were sealed by SHA-512, and go on as they are.

use std::fs;

use marrow_store::{Store, StoreError, salvage, testing};

use crate::fixtures::{PAGE, batch, entry, filled, id16, key, other_key, part, place, spoil_bytes};

/// Where the key-check file says how the pages are sealed.
const VERSION: usize = 15;

#[test]
fn a_new_store_is_sealed_anew_and_an_old_one_stays_as_it_is() {
    for (old, version) in [(false, 2), (true, 1)] {
        let (_folder, path) = place();
        if old {
            testing::version_1_file(&path, &key(), &batch(&[])).unwrap();
        }
        let entries = filled(&path, 30);
        let head = fs::read(&path).unwrap()[..16].to_vec();
        let store = Store::open_existing(&path, &key()).unwrap();
        assert_eq!(store.entries_of(&id16(1)), Ok(entries));
        assert_eq!(store.integrity(), Ok(()));
        drop(store);
        assert_eq!(fs::read(part(&path, ".keycheck")).unwrap()[VERSION], version);
        assert_eq!(fs::read(&path).unwrap()[..16], head);
        assert_eq!(Store::open(&path, &other_key()).unwrap_err(), StoreError::WrongKey);
    }
}

/// Of an old store whose head is lost, the key-check file still says how it is sealed; where that is lost too, salvage
/// tries both.
#[test]
fn an_old_store_without_its_head_is_read() {
    let (_folder, path) = place();
    testing::version_1_file(&path, &key(), &batch(&[])).unwrap();
    let entries = filled(&path, 100);
    let check = part(&path, ".keycheck");

    spoil_bytes(&path, 0, 16);
    let store = Store::open_existing(&path, &key()).unwrap();
    assert_eq!(store.entries_of(&id16(1)).as_ref(), Ok(&entries));
    drop(store);

    spoil_bytes(&path, 0, PAGE);
    assert_eq!(salvage(&path, &key()).unwrap().entries, entries);
    fs::remove_file(&check).unwrap();
    assert_eq!(salvage(&path, &key()).unwrap().entries, entries);
    assert_eq!(salvage(&path, &other_key()), Err(StoreError::NotADatabase));
}

/// What a store says of itself counts for more than a key-check file that was left from another.
#[test]
fn a_key_check_file_of_the_other_seal_locks_nobody_out() {
    let (_folder, path) = place();
    filled(&path, 3);
    let check = part(&path, ".keycheck");
    let good = fs::read(&check).unwrap();
    let mut stale = good.clone();
    stale[VERSION] = 1;
    fs::write(&check, stale).unwrap();
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 4)])).unwrap();
    assert_eq!(fs::read(&check).unwrap(), good, "it is renewed");
}
