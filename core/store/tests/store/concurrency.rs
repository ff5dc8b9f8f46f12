//! Several stores on one file, in threads and in processes.

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use marrow_store::{Batch, Result, Store, StoreError, StoredEntry};

use crate::fixtures::{
    assert_passed, batch, child, entry, expecting, id16, key, other_key, part, path_from_parent, place, tip_of, written,
};

#[test]
fn a_reader_sees_whole_batches_while_another_writes() {
    let (_folder, path) = place();
    let mut writer = Store::open(&path, &key()).unwrap();
    let done = AtomicBool::new(false);
    let done = &done;
    thread::scope(|scope| {
        for _ in 0..2 {
            let reader = Store::open(&path, &key()).unwrap();
            scope.spawn(move || {
                let mut seen = 0;
                let mut last_look = false;
                while !last_look {
                    last_look = done.load(Ordering::Acquire);
                    let entries = reader.entries_of(&id16(1)).unwrap();
                    // Four to the batch, and never fewer than were there before.
                    assert_eq!(entries.len() % 4, 0);
                    assert!(entries.len() >= seen);
                    assert!(entries.iter().map(|entry| entry.seq).eq(1..=entries.len() as u64));
                    seen = entries.len();
                }
                assert_eq!(seen, 400);
            });
        }
        let wrote: Result<()> = (1..=400).step_by(4).try_for_each(|first| {
            let four: Vec<_> = (first..first + 4).map(|seq| entry(1, 1, seq)).collect();
            writer.commit(&batch(&four)).map(drop)
        });
        // Whatever has happened, the readers must end.
        done.store(true, Ordering::Release);
        wrote.unwrap();
    });
    assert_eq!(writer.integrity(), Ok(()));
}

#[test]
fn the_generation_counts_what_others_have_written_and_not_our_own() {
    let (_folder, path) = place();
    let mut ours = Store::open(&path, &key()).unwrap();
    let mut other = Store::open(&path, &key()).unwrap();
    let before = ours.generation().unwrap();
    ours.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    assert_eq!(ours.generation(), Ok(before));
    other.commit(&batch(&[entry(1, 1, 2)])).unwrap();
    assert_ne!(ours.generation(), Ok(before));
    // And what they have written is there at once.
    assert_eq!(ours.entries_of(&id16(1)).unwrap().len(), 2);
    let settled = ours.generation();
    ours.entries_of(&id16(1)).unwrap();
    assert_eq!(ours.generation(), settled);
}

/// Takes turns at one stream as the app does: look at the tip, compute, commit, and look again if
/// it has moved.
fn append_to_shared_stream(store: &mut Store, author: u8, count: u64) {
    for n in 0..count {
        loop {
            let tip = store.tip(&id16(1)).unwrap();
            let seq = tip.map_or(1, |(seq, _)| seq + 1);
            let entry = written(1, 1, seq, &[author, n as u8, seq as u8, (seq >> 8) as u8]);
            match store.commit(&expecting(&[entry], 1, tip)) {
                Ok(written) => break assert_eq!(written, 1),
                Err(error) => assert_eq!(error, StoreError::Moved),
            }
        }
    }
}

#[test]
fn two_processes_never_fork_a_stream() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let children: Vec<_> = (0..2)
        .map(|author| {
            let mut command = child("concurrency::appends_with_others", &path);
            command.env("MARROW_STORE_AUTHOR", author.to_string());
            command.stdout(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    append_to_shared_stream(&mut store, 9, 100);
    for child in children {
        assert_passed(&child.wait_with_output().unwrap());
    }
    let entries: Vec<StoredEntry> = store.entries_of(&id16(1)).unwrap();
    assert!(entries.iter().map(|entry| entry.seq).eq(1..=300));
    assert_eq!(store.forks(), Ok(vec![]));
    assert_eq!(store.tip(&id16(1)).unwrap(), tip_of(&entries[299]));
    assert_eq!(store.integrity(), Ok(()));
}

#[test]
#[ignore = "the child of two_processes_never_fork_a_stream"]
fn appends_with_others() {
    let author = std::env::var("MARROW_STORE_AUTHOR").unwrap().parse().unwrap();
    let mut store = Store::open_existing(&path_from_parent(), &key()).unwrap();
    append_to_shared_stream(&mut store, author, 100);
}

#[test]
fn many_may_make_the_same_store_at_once() {
    for _ in 0..10 {
        let (_folder, path) = place();
        let start = Barrier::new(6);
        thread::scope(|scope| {
            for author in 0..6 {
                let (path, start) = (&path, &start);
                scope.spawn(move || {
                    start.wait();
                    let mut store = Store::open(path, &key()).unwrap();
                    store.commit(&batch(&[entry(1, author, 1)])).unwrap();
                });
            }
        });
        let store = Store::open_existing(&path, &key()).unwrap();
        assert_eq!(store.entries_of(&id16(1)).unwrap().len(), 6);
        assert_eq!(store.integrity(), Ok(()));
    }
}

#[test]
fn many_may_upgrade_the_same_store_at_once() {
    let (_folder, path) = place();
    let old: Batch = batch(&[entry(1, 1, 1), entry(1, 1, 2)]);
    marrow_store::testing::version_1_file(&path, &key(), &old).unwrap();
    let start = Barrier::new(4);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                start.wait();
                let store = Store::open_existing(&path, &key()).unwrap();
                assert_eq!(store.tip(&id16(1)).unwrap().unwrap().0, 2);
            });
        }
    });
}

/// To open and close a file by other means than SQLite drops, on Unix, every lock that the process
/// holds on it. Then another process might take itself for the last, and carry the -wal away from
/// under us.
#[cfg(target_os = "linux")]
#[test]
fn opening_twice_leaves_the_first_stores_locks_alone() {
    use std::os::unix::fs::MetadataExt;

    if std::fs::read_to_string("/proc/locks").is_err() {
        return eprintln!("SKIPPED opening_twice_leaves_the_first_stores_locks_alone: no /proc/locks");
    }
    let (_folder, path) = place();
    let mut first = Store::open(&path, &key()).unwrap();
    let inode = format!(":{}", path.metadata().unwrap().ino());
    let pid = std::process::id().to_string();
    let holds_lock = || {
        let all = std::fs::read_to_string("/proc/locks").unwrap();
        let ours = |line: &&str| {
            let words: Vec<_> = line.split_whitespace().collect();
            words[4] == pid && words[5].ends_with(&inode)
        };
        all.lines().any(|line| ours(&line))
    };
    // The list is given out in pieces, and other tests change it meanwhile: one lock may be passed
    // over.
    let holds_lock = || (0..100).any(|_| holds_lock());
    first.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    assert!(holds_lock());
    drop(Store::open(&path, &key()).unwrap());
    drop(Store::open_existing(&path, &key()).unwrap());
    assert!(Store::open(&path, &other_key()).is_err());
    first.info().unwrap();
    assert!(holds_lock());

    assert_passed(&child("concurrency::opens_and_closes", &path).output().unwrap());
    assert!(part(&path, "-wal").exists());
    first.commit(&batch(&[entry(1, 1, 2)])).unwrap();
    assert_passed(&child("concurrency::opens_and_closes", &path).output().unwrap());
    assert_eq!(
        Store::open(&path, &key()).unwrap().tip(&id16(1)).unwrap(),
        tip_of(&entry(1, 1, 2))
    );
}

#[test]
#[ignore = "the child of opening_twice_leaves_the_first_stores_locks_alone"]
fn opens_and_closes() {
    Store::open_existing(&path_from_parent(), &key())
        .unwrap()
        .integrity()
        .unwrap();
}
