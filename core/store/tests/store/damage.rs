//! Damage: told as damage wherever it sits, never written over, never taken for an empty store.

use std::fs;
use std::path::Path;

use marrow_store::{Batch, Result, Store, StoreError, testing};

use crate::fixtures::{
    PAGE, batch, copy_as_killed, entry, filled, id16, key, other_key, part, place, spoil, spoil_bytes,
};

/// Reads everything that a start of the app reads, and then the rest.
fn read_all(path: &Path) -> Result<()> {
    let mut store = Store::open(path, &key())?;
    store.entries_of(&id16(1))?;
    store.all_entries(drop)?;
    store.scan(|(): &mut (), _| Ok::<(), StoreError>(()))?;
    store.integrity()
}

#[test]
fn a_spoilt_page_is_damage_wherever_it_is() {
    let (_folder, path) = place();
    filled(&path, 300);
    let good = fs::read(&path).unwrap();
    let pages = good.len() / PAGE;
    assert!(pages > 40, "{pages}");
    for page in [0, 1, 2, 3, pages / 4, pages / 2, pages - 2, pages - 1] {
        fs::write(&path, &good).unwrap();
        spoil(&path, page);
        let spoilt = fs::read(&path).unwrap();
        assert_eq!(read_all(&path), Err(StoreError::Damaged), "page {page}");
        assert!(fs::read(&path).unwrap() == spoilt, "page {page} was written over");
    }
    fs::write(&path, &good).unwrap();
    assert_eq!(read_all(&path), Ok(()));
}

#[test]
fn a_commit_that_meets_a_spoilt_page_says_so_every_time() {
    let (_folder, path) = place();
    filled(&path, 300);
    let pages = fs::read(&path).unwrap().len() / PAGE;
    for page in 1..pages {
        spoil(&path, page);
    }
    let mut store = Store::open(&path, &key()).unwrap();
    for seq in 301..306 {
        // Having met such a page in reading, SQLCipher calls the connection read-only, which would
        // mislead.
        let _ = testing::run_sql(&store, "SELECT sum(length(bytes)) FROM entry NOT INDEXED");
        assert_eq!(store.commit(&batch(&[entry(1, 1, seq)])), Err(StoreError::Damaged));
    }
}

#[test]
fn damage_that_comes_while_the_store_is_open_is_damage_every_time() {
    let (_folder, path) = place();
    filled(&path, 3);
    let mut store = Store::open(&path, &key()).unwrap();
    let mut other = Store::open(&path, &key()).unwrap();
    spoil(&path, 0);
    // The other has what it needs in its memory; after its commit, the first must read the page
    // again.
    other.commit(&batch(&[entry(1, 2, 1)])).unwrap();
    for seq in 1..4 {
        assert_eq!(store.commit(&batch(&[entry(1, 3, seq)])), Err(StoreError::Damaged));
        assert_eq!(store.rebuild_derived(), Err(StoreError::Damaged));
        assert_eq!(store.entries_of(&id16(1)), Err(StoreError::Damaged));
    }
}

#[test]
fn a_page_that_nothing_uses_is_looked_at_too() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    for value in [Some(vec![1; 100_000]), None] {
        store
            .commit(&Batch {
                settings: vec![("big".into(), value)],
                ..Batch::default()
            })
            .unwrap();
    }
    assert!(store.info().unwrap().free_pages > 20);
    drop(store);
    let good = fs::read(&path).unwrap();
    for page in 0..good.len() / PAGE {
        fs::write(&path, &good).unwrap();
        spoil(&path, page);
        assert_eq!(read_all(&path), Err(StoreError::Damaged), "page {page}");
    }
}

#[test]
fn a_spoilt_first_page_is_damage_under_the_right_key_only() {
    let (_folder, path) = place();
    filled(&path, 3);
    spoil_bytes(&path, 0, PAGE);
    assert_eq!(Store::open(&path, &key()).err(), Some(StoreError::Damaged));
    assert_eq!(Store::open_existing(&path, &key()).err(), Some(StoreError::Damaged));
    assert_eq!(Store::open(&path, &other_key()).err(), Some(StoreError::WrongKey));
}

#[test]
fn a_spoilt_salt_is_no_loss() {
    let (_folder, path) = place();
    let entries = filled(&path, 3);
    spoil_bytes(&path, 0, 16);
    assert_eq!(Store::open(&path, &key()).unwrap().entries_of(&id16(1)), Ok(entries));
    assert_eq!(Store::open(&path, &other_key()).err(), Some(StoreError::WrongKey));
}

#[test]
fn a_file_that_was_cut_off_is_damage() {
    let (_folder, path) = place();
    filled(&path, 300);
    let good = fs::read(&path).unwrap();
    for length in [
        0,
        1,
        15,
        16,
        100,
        PAGE,
        PAGE + 1,
        good.len() / 2,
        good.len() - PAGE,
        good.len() - 1,
    ] {
        fs::write(&path, &good[..length]).unwrap();
        assert_eq!(read_all(&path), Err(StoreError::Damaged), "{length} bytes");
        assert!(
            fs::read(&path).unwrap() == good[..length],
            "{length} bytes: written over"
        );
    }
}

#[test]
fn a_store_that_has_vanished_is_not_begun_anew() {
    let (folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let killed = folder.path().join("killed.db");

    // Gone without its key-check file, but for the -wal; then the other way round.
    for keep in ["-wal", ".keycheck"] {
        for length in [None, Some(0)] {
            copy_as_killed(&path, &killed);
            for suffix in ["-wal", ".keycheck"] {
                if suffix != keep {
                    fs::remove_file(part(&killed, suffix)).unwrap();
                }
            }
            match length {
                None => fs::remove_file(&killed).unwrap(),
                Some(_) => fs::write(&killed, "").unwrap(),
            }
            let kept = fs::read(part(&killed, keep)).unwrap();
            assert_eq!(Store::open(&killed, &key()).err(), Some(StoreError::Damaged), "{keep}");
            assert_eq!(
                Store::open_existing(&killed, &key()).err(),
                Some(StoreError::Damaged),
                "{keep}"
            );
            assert!(fs::read(part(&killed, keep)).unwrap() == kept);
            assert_eq!(killed.exists(), length.is_some());
        }
    }
}

/// A killed store with 30 commits in its -wal.
fn killed_with_wal(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("living.db");
    let mut store = Store::open(&path, &key()).unwrap();
    for seq in 1..=30 {
        store.commit(&batch(&[entry(1, 1, seq)])).unwrap();
    }
    let killed = folder.join("killed.db");
    copy_as_killed(&path, &killed);
    killed
}

#[test]
fn acknowledged_entries_that_rot_in_the_wal_are_missed() {
    let (folder, _) = place();
    let path = killed_with_wal(folder.path());
    let wal = part(&path, "-wal");
    let good = fs::read(&wal).unwrap();
    let frame = PAGE + 24;
    let frames = (good.len() - 32) / frame;
    for (what, offset, length) in [
        ("the header", 0, 32),
        ("the header's salt", 16, 8),
        ("a frame's header", 32 + frames / 3 * frame, 24),
        ("a frame's salt", 32 + frames / 3 * frame + 8, 8),
        ("a frame's page", 32 + frames / 2 * frame + 500, 1),
        ("many frames", 32, frames / 2 * frame),
    ] {
        fs::write(&wal, &good).unwrap();
        spoil_bytes(&wal, offset, length);
        let spoilt = fs::read(&wal).unwrap();
        // SQLite by itself would open the file and be silent about the rest of the -wal.
        assert_eq!(Store::open(&path, &key()).err(), Some(StoreError::Damaged), "{what}");
        assert!(fs::read(&wal).unwrap() == spoilt, "{what}");
    }
    fs::write(&wal, &good).unwrap();
    assert_eq!(
        Store::open(&path, &key()).unwrap().entries_of(&id16(1)).unwrap().len(),
        30
    );
}

#[test]
fn an_unfinished_end_of_the_wal_is_no_damage() {
    let (folder, _) = place();
    let path = killed_with_wal(folder.path());
    let wal = part(&path, "-wal");
    let good = fs::read(&wal).unwrap();
    let database = fs::read(&path).unwrap();
    // A power loss can leave the last transaction half on the disk: cut short, or with a hole.
    for (cut, hole) in [
        (1, None),
        (PAGE, None),
        (PAGE + 24 + 7, None),
        (0, Some(600)),
        (0, Some(PAGE + 30)),
    ] {
        fs::write(&path, &database).unwrap();
        fs::write(&wal, &good[..good.len() - cut]).unwrap();
        if let Some(from_end) = hole {
            spoil_bytes(&wal, good.len() - from_end, 1);
        }
        let found = Store::open(&path, &key()).unwrap().entries_of(&id16(1)).unwrap();
        assert_eq!(found.len(), 29, "cut {cut}, hole {hole:?}");
    }
}
