//! No room, no permission, no turn: told apart, and the store goes on afterwards.

use std::process::Command;
use std::time::Duration;

use marrow_store::{Batch, Store, StoreError, testing};

use crate::fixtures::{
    assert_passed, batch, child, entry, filled, id16, key, long_entry, other_key, path_from_parent, place,
};

#[test]
fn a_full_disk_keeps_the_whole_batch_out_and_nothing_else() {
    let (_folder, path) = place();
    let entries = filled(&path, 50);
    let mut store = Store::open(&path, &key()).unwrap();
    let dump = store.derived_dump().unwrap();
    testing::limit_pages(&store, 1).unwrap();
    let big = Batch {
        settings: vec![("half".into(), Some(vec![1]))],
        ..batch(&[entry(1, 1, 51), long_entry(1, 1, 52, 200_000)])
    };
    for _ in 0..3 {
        assert_eq!(store.commit(&big), Err(StoreError::DiskFull));
    }
    assert_eq!(store.entries_of(&id16(1)), Ok(entries));
    assert_eq!(store.setting("half"), Ok(None));
    assert_eq!(store.derived_dump().unwrap(), dump);
    assert_eq!(store.integrity(), Ok(()));

    testing::limit_pages(&store, 1_000_000).unwrap();
    assert_eq!(store.commit(&big), Ok(2));
    assert_eq!(
        Store::open(&path, &key()).unwrap().entries_of(&id16(1)).unwrap().len(),
        52
    );
}

#[test]
fn a_lock_held_by_another_is_waited_for_and_then_told() {
    let (_folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    let other = Store::open(&path, &key()).unwrap();
    testing::set_patience(&store, Duration::from_millis(20)).unwrap();
    testing::run_sql(&other, "BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.commit(&batch(&[entry(1, 1, 1)])), Err(StoreError::Busy));
    assert_eq!(store.entries_of(&id16(1)), Ok(vec![]), "reading never waits");
    testing::run_sql(&other, "COMMIT").unwrap();
    assert_eq!(store.commit(&batch(&[entry(1, 1, 1)])), Ok(1));
}

#[test]
fn nothing_is_printed_whatever_goes_wrong() {
    let (_folder, path) = place();
    filled(&path, 300);
    let output = child("limits::goes_wrong_in_every_way", &path).output().unwrap();
    assert_passed(&output);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
#[ignore = "the child of nothing_is_printed_whatever_goes_wrong"]
fn goes_wrong_in_every_way() {
    use crate::fixtures::{spoil, spoil_bytes};
    let path = path_from_parent();
    Store::open(&path, &other_key()).unwrap_err();
    // Past our own look at the head and the key-check file, SQLCipher itself meets a page it can't
    // decrypt.
    let good = std::fs::read(&path).unwrap();
    spoil(&path, 0);
    Store::open(&path, &key()).unwrap_err();
    std::fs::write(&path, &good).unwrap();
    for page in 1..good.len() / 4096 {
        spoil_bytes(&path, page * 4096, 4096);
    }
    let mut store = Store::open(&path, &key()).unwrap();
    store.entries_of(&id16(1)).unwrap_err();
    store.commit(&batch(&[entry(1, 1, 999)])).unwrap_err();
    store.integrity().unwrap_err();
    marrow_store::salvage(&path, &key()).unwrap();
}

/// Permissions don't bind root, so under root these run as "nobody".
#[cfg(unix)]
mod permissions {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    use std::path::Path;

    use super::*;

    const NOBODY: u32 = 65534;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Whether this process can write where it mustn't.
    fn permissions_bind() -> bool {
        let (_folder, path) = place();
        fs::write(&path, "").unwrap();
        set_mode(&path, 0o400);
        fs::OpenOptions::new().write(true).open(&path).is_err()
    }

    /// Runs a child that is bound by permissions, on a store that belongs to it.
    fn run_bound(name: &str, path: &Path) {
        let mut command = child(name, path);
        if !permissions_bind() {
            // The child must be able to run this very file: a copy where everybody may look.
            let folder = path.parent().unwrap();
            let copy = folder.join("tests");
            fs::copy(std::env::current_exe().unwrap(), &copy).unwrap();
            set_mode(&copy, 0o755);
            for entry in fs::read_dir(folder).unwrap() {
                chown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
            }
            chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
            let mut bound = Command::new(&copy);
            bound.args(command.get_args()).env("MARROW_STORE_PATH", path);
            bound.uid(NOBODY).gid(NOBODY).current_dir(folder);
            command = bound;
        }
        match command.output() {
            Ok(output) => assert_passed(&output),
            Err(error) => {
                eprintln!("SKIPPED {name}: can't run a child bound by permissions ({error})")
            }
        }
    }

    #[test]
    fn a_file_that_may_not_be_written_or_read_is_left_alone() {
        let (_folder, path) = place();
        filled(&path, 3);
        run_bound("limits::permissions::meets_permissions", &path);
    }

    #[test]
    #[ignore = "the child of a_file_that_may_not_be_written_or_read_is_left_alone"]
    fn meets_permissions() {
        let path = path_from_parent();
        let folder = path.parent().unwrap();
        let before = fs::read(&path).unwrap();

        set_mode(&path, 0o400);
        assert_eq!(Store::open(&path, &key()).err(), Some(StoreError::ReadOnly));
        assert_eq!(Store::open(&path, &other_key()).err(), Some(StoreError::WrongKey));
        set_mode(&path, 0);
        let denied = StoreError::Io(std::io::ErrorKind::PermissionDenied);
        assert_eq!(Store::open(&path, &key()).err(), Some(denied));
        set_mode(&path, 0o600);
        for leftover in ["care.db-wal", "care.db-shm"] {
            let _ = fs::remove_file(folder.join(leftover));
        }
        set_mode(folder, 0o500);
        let error = Store::open(&path, &key()).err();
        assert!(
            matches!(error, Some(StoreError::ReadOnly | StoreError::Io(_))),
            "{error:?}"
        );
        assert_eq!(Store::open(&folder.join("new.db"), &key()).err(), Some(denied));
        set_mode(folder, 0o700);

        assert!(fs::read(&path).unwrap() == before);
        drop(Store::open(&path, &key()).unwrap());
    }
}
