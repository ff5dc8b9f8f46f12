//! Salvage: what is on sound pages comes out, whatever has become of the others, and the file stays
//! as it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use marrow_store::{Salvage, Store, StoreError, StoredEntry, salvage};

use crate::fixtures::{
    PAGE, batch, copy_as_killed, entry, filled, id16, key, long_entry, other_key, part, place, spoil, spoil_bytes,
};

/// Entries of 300 bytes with their columns: not more fit a page.
const PER_PAGE: usize = 12;

/// Salvages, and checks what holds of every salvage.
fn salvaged(path: &Path, written: &[StoredEntry]) -> Salvage {
    let files = || {
        let mut all: Vec<_> = fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|file| file.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).unwrap()))
            .collect();
        all.sort();
        all
    };
    let before = files();
    let result = salvage(path, &key()).unwrap();
    assert!(files() == before, "salvage changed a file or left one behind");
    assert!(
        result.entries.iter().all(|entry| written.contains(entry)),
        "an entry that never was"
    );
    let ids: BTreeSet<_> = result.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), result.entries.len(), "an entry twice");
    result
}

#[test]
fn a_sound_store_is_salvaged_whole() {
    let (_folder, path) = place();
    let entries = filled(&path, 300);
    let result = salvaged(&path, &entries);
    assert_eq!(
        result,
        Salvage {
            entries,
            unreadable_pages: 0,
            gaps: vec![]
        }
    );
}

#[test]
fn one_spoilt_page_costs_at_most_the_entries_on_it() {
    let (_folder, path) = place();
    let entries = filled(&path, 300);
    let good = fs::read(&path).unwrap();
    let mut lost = 0;
    for page in 0..good.len() / PAGE {
        fs::write(&path, &good).unwrap();
        spoil(&path, page);
        let result = salvaged(&path, &entries);
        assert_eq!(result.unreadable_pages, usize::from(page > 0), "page {page}");
        let missing = entries.len() - result.entries.len();
        assert!(missing <= PER_PAGE, "page {page}: {missing} lost");
        // Nobody can know of what is lost after the highest place that is left.
        let top = result.entries.iter().map(|entry| entry.seq).max().unwrap();
        let gap = top - result.entries.len() as u64;
        assert_eq!(result.gaps, if gap > 0 { vec![(id16(1), gap)] } else { vec![] });
        lost += missing;
    }
    // Each entry lies on one page, so with every page spoilt once each is lost once.
    assert_eq!(lost, entries.len());
}

#[test]
fn a_lost_first_page_and_key_check_file_cost_nothing() {
    let (_folder, path) = place();
    let entries = filled(&path, 100);
    spoil_bytes(&path, 0, PAGE);
    assert_eq!(salvaged(&path, &entries).entries, entries);
    fs::remove_file(part(&path, ".keycheck")).unwrap();
    assert_eq!(salvaged(&path, &entries).entries, entries);
    assert_eq!(salvage(&path, &other_key()), Err(StoreError::NotADatabase));
}

#[test]
fn a_file_that_was_cut_off_gives_what_is_left() {
    let (_folder, path) = place();
    let entries = filled(&path, 300);
    let good = fs::read(&path).unwrap();
    fs::write(&path, &good[..good.len() / 2 + 5]).unwrap();
    let found = salvaged(&path, &entries).entries.len();
    assert!((100..200).contains(&found), "{found}");
    fs::write(&path, &good[..100]).unwrap();
    assert_eq!(salvaged(&path, &entries).entries, []);
}

#[test]
fn long_entries_come_out_and_a_broken_one_takes_no_other_with_it() {
    let (_folder, path) = place();
    // Of this length only some 500 bytes lie on the leaf page, so that it holds many.
    let entries: Vec<_> = (1..=20).map(|seq| long_entry(1, 1, seq, 28_480)).collect();
    Store::open(&path, &key()).unwrap().commit(&batch(&entries)).unwrap();
    assert_eq!(salvaged(&path, &entries).entries, entries);
    let pages = fs::read(&path).unwrap().len() / PAGE;
    spoil(&path, pages / 2);
    let left = salvaged(&path, &entries).entries.len();
    assert_eq!(left, 19);
}

#[test]
fn what_is_only_in_the_wal_comes_out_too() {
    let (folder, living) = place();
    let mut store = Store::open(&living, &key()).unwrap();
    let entries: Vec<_> = (1..=60).map(|seq| entry(1, 1, seq)).collect();
    for one in &entries {
        store.commit(&batch(std::slice::from_ref(one))).unwrap();
    }
    let path = folder.path().join("killed").join("care.db");
    fs::create_dir(path.parent().unwrap()).unwrap();
    copy_as_killed(&living, &path);
    assert_eq!(salvaged(&path, &entries).entries, entries);

    // The database file gone; the -wal rotten at its head; rotten in the middle; at its end.
    let wal = part(&path, "-wal");
    let good = fs::read(&wal).unwrap();
    fs::remove_file(&path).unwrap();
    for (offset, length) in [(0, 0), (0, 32), (good.len() / 2, 5000), (good.len() - 500, 100)] {
        fs::write(&wal, &good).unwrap();
        spoil_bytes(&wal, offset, length);
        let found = salvaged(&path, &entries).entries.len();
        assert!(found >= 60 - PER_PAGE, "at {offset}: {found}");
    }
}

#[test]
fn what_was_never_acknowledged_does_not_come_out() {
    let (folder, living) = place();
    let mut store = Store::open(&living, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let before = fs::metadata(part(&living, "-wal")).unwrap().len();
    store.commit(&batch(&[entry(1, 1, 2)])).unwrap();
    let path = folder.path().join("killed.db");
    copy_as_killed(&living, &path);
    // The second commit's last frame, which would end it, has not reached the disk.
    let wal = fs::read(part(&path, "-wal")).unwrap();
    assert!(wal.len() as u64 > before + 4120);
    fs::write(part(&path, "-wal"), &wal[..wal.len() - 4120]).unwrap();
    assert_eq!(salvage(&path, &key()).unwrap().entries, [entry(1, 1, 1)]);
}
