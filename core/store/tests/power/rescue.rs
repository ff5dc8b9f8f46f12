//! Salvaging a store and setting it aside, while the power goes or the disk fails.

use std::path::Path;

use marrow_store::{Store, StoreError, salvage, set_aside};

use crate::dice::Dice;
use crate::disk::{Disk, Manners};
use crate::image::{Image, place, restore, saved};
use crate::plan::{Plan, key};
use crate::tape::{self, Fault, Kind};

const STAMP: &str = "2027-01-02";
const BATCHES: usize = 3;

fn plan() -> Plan {
    Plan::draw(&mut Dice::new(7_760), BATCHES)
}

/// A store with its last batches in the -wal, as a kill leaves it.
fn killed() -> Image {
    let (_folder, root) = place();
    let mut store = Store::open(&root.join("care.db"), &key()).unwrap();
    for batch in &plan().batches {
        store.commit(batch).unwrap();
    }
    saved(&root)
}

fn assert_whole(path: &Path, what: &str) {
    let mut store = Store::open_existing(path, &key()).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    assert_eq!(plan().found_in(&mut store), Ok(BATCHES), "{what}");
}

/// The next start of the app: the store is either where it was, whole, or it is missed, and then
/// the move is finished.
fn finish_moving(root: &Path, what: &str) {
    let path = root.join("care.db");
    match Store::open_existing(&path, &key()) {
        Ok(store) => {
            drop(store);
            assert_whole(&path, what);
            return;
        }
        Err(StoreError::Damaged) => drop(set_aside(&path, STAMP).unwrap()),
        Err(error) => assert_eq!(error, StoreError::NotFound, "{what}"),
    }
    assert_whole(&root.join(format!("care.db.damaged-{STAMP}")), what);
}

#[test]
fn a_power_cut_while_a_store_is_set_aside_parts_nothing_from_it() {
    let start = killed();
    let (_folder, root) = place();
    restore(&start, &root);
    tape::start(&root, true);
    set_aside(&root.join("care.db"), STAMP).unwrap();
    let events = tape::stop();
    assert!(events.len() >= 4, "{events:?}");

    let manners = Manners {
        whole_sectors: true,
        spares_neighbours: true,
    };
    let mut dice = Dice::new(7_761);
    let mut disk = Disk::holding(&start);
    for event in &events {
        disk.apply(event);
        for _ in 0..20 {
            let (_folder, root) = place();
            restore(&disk.cut(&mut dice, manners), &root);
            finish_moving(&root, &format!("after {event:?}"));
        }
    }
}

#[test]
fn a_disk_that_fails_while_a_store_is_set_aside_parts_nothing_from_it() {
    let start = killed();
    for lasting in [false, true] {
        for at in 1.. {
            let (_folder, root) = place();
            restore(&start, &root);
            let kind = Kind::Io;
            tape::arm(Fault { kind, at, lasting });
            let moved = set_aside(&root.join("care.db"), STAMP);
            let struck = tape::has_struck();
            tape::spare(|| finish_moving(&root, &format!("fault at {at}")));
            if !struck {
                assert!(moved.is_ok() && at > 3);
                break;
            }
            assert!(matches!(moved, Err(StoreError::Io(_))), "{moved:?}");
        }
    }
}

#[test]
fn a_disk_that_fails_in_salvaging_harms_nothing() {
    let start = killed();
    let mut expected: Vec<_> = plan().batches.into_iter().flat_map(|batch| batch.entries).collect();
    expected.sort_by_key(|entry| (entry.lamport, entry.stream, entry.seq, entry.id));
    for (kind, lasting) in [(Kind::Io, false), (Kind::Io, true), (Kind::Full, true)] {
        for at in 1.. {
            let (_folder, root) = place();
            restore(&start, &root);
            let path = root.join("care.db");
            tape::arm(Fault { kind, at, lasting });
            let salvaged = salvage(&path, &key());
            let struck = tape::has_struck();
            match (kind, salvaged) {
                // With a failing disk under the copy it must not say that less was found.
                (_, Ok(salvaged)) => assert_eq!(salvaged.entries, expected, "{kind:?} at {at}"),
                (Kind::Io, Err(StoreError::Io(_))) | (Kind::Full, Err(StoreError::DiskFull)) => {}
                (_, Err(error)) => panic!("{kind:?} at {at}: told as {error:?}"),
            }
            // Nor is anything left of the copy.
            assert!(saved(&root) == start, "{kind:?} at {at}: the store was touched");
            if !struck {
                break;
            }
        }
    }
}

#[test]
fn a_damaged_file_is_never_written_over_whatever_fails() {
    let (_folder, root) = place();
    let path = root.join("care.db");
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&plan().batches[0]).unwrap();
    drop(store);
    let mut damaged = saved(&root);
    damaged.get_mut("care.db").unwrap().as_mut().unwrap()[100..300].fill(0);

    for lasting in [false, true] {
        for at in 1.. {
            let (_folder, root) = place();
            restore(&damaged, &root);
            let kind = Kind::Io;
            tape::arm(Fault { kind, at, lasting });
            let error = Store::open(&root.join("care.db"), &key()).unwrap_err();
            assert!(matches!(error, StoreError::Damaged | StoreError::Io(_)), "{error:?}");
            let after = saved(&root);
            assert!(
                damaged.iter().all(|file| after.get(file.0) == Some(file.1)),
                "fault at {at}"
            );
            if !tape::has_struck() {
                assert!(error == StoreError::Damaged && at > 5);
                break;
            }
        }
    }
}
