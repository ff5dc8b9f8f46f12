//! The wrong key, the wrong file, no file: told apart, and nothing is touched.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use marrow_store::{Key, Store, StoreError, salvage};

use crate::fixtures::{
    assert_passed, batch, child, copy_as_killed, entry, filled, id16, key, other_key, part, path_from_parent, place,
};

/// Every file of the folder, with its bytes.
fn everything(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| {
            (
                file.file_name().into_string().unwrap(),
                fs::read(file.path()).unwrap_or_default(),
            )
        })
        .collect();
    files.sort();
    files
}

/// Opens in every way, expects this error each time, and every file as it was.
fn refused(path: &Path, key: &Key, error: StoreError) {
    let before = everything(path);
    assert_eq!(Store::open(path, key).err(), Some(error));
    assert_eq!(Store::open_existing(path, key).err(), Some(error));
    assert!(everything(path) == before, "{error:?} touched the files");
}

#[test]
fn a_wrong_key_is_told_and_the_right_one_opens_afterwards() {
    let (_folder, path) = place();
    let entries = filled(&path, 3);
    refused(&path, &other_key(), StoreError::WrongKey);
    assert_eq!(salvage(&path, &other_key()), Err(StoreError::WrongKey));
    assert_eq!(Store::open(&path, &key()).unwrap().entries_of(&id16(1)), Ok(entries));
}

#[test]
fn a_wrong_key_leaves_what_a_kill_left_in_the_wal() {
    let (folder, path) = place();
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let killed = folder.path().join("killed").join("care.db");
    fs::create_dir(killed.parent().unwrap()).unwrap();
    copy_as_killed(&path, &killed);
    assert!(part(&killed, "-wal").metadata().unwrap().len() > 0);

    refused(&killed, &other_key(), StoreError::WrongKey);
    assert_eq!(
        Store::open(&killed, &key()).unwrap().entries_of(&id16(1)),
        Ok(vec![entry(1, 1, 1)])
    );
}

#[test]
fn the_right_key_opens_without_the_key_check_file_and_renews_it() {
    for spoilt in [None, Some(&b"not a key check"[..])] {
        let (_folder, path) = place();
        filled(&path, 1);
        let good = fs::read(part(&path, ".keycheck")).unwrap();
        match spoilt {
            None => fs::remove_file(part(&path, ".keycheck")).unwrap(),
            Some(bytes) => fs::write(part(&path, ".keycheck"), bytes).unwrap(),
        }
        refused(&path, &other_key(), StoreError::NotADatabase);
        drop(Store::open(&path, &key()).unwrap());
        assert_eq!(fs::read(part(&path, ".keycheck")).unwrap(), good);
        refused(&path, &other_key(), StoreError::WrongKey);
    }
}

#[test]
fn another_stores_key_check_file_locks_nobody_out() {
    let (_folder, path) = place();
    filled(&path, 1);
    let (_folder_2, other) = place();
    drop(Store::open(&other, &other_key()).unwrap());
    fs::copy(part(&other, ".keycheck"), part(&path, ".keycheck")).unwrap();
    drop(Store::open(&path, &key()).unwrap());
    refused(&path, &other_key(), StoreError::WrongKey);
}

#[test]
fn what_is_not_a_store_is_left_alone() {
    let (_folder, path) = place();
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    for garbage in [&b"x"[..], b"Dear diary, today ...", &[0; 4096], &[0xff; 20_000], &plain] {
        fs::write(&path, garbage).unwrap();
        let before = fs::read(&path).unwrap();
        for _ in 0..2 {
            assert_eq!(Store::open(&path, &key()).err(), Some(StoreError::NotADatabase));
            assert_eq!(salvage(&path, &key()).unwrap_err(), StoreError::NotADatabase);
        }
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn no_file_and_an_empty_file_are_the_beginning_of_a_store() {
    let (_folder, path) = place();
    assert_eq!(Store::open_existing(&path, &key()).err(), Some(StoreError::NotFound));
    assert_eq!(salvage(&path, &key()), Err(StoreError::NotFound));
    assert!(everything(&path).is_empty());
    fs::write(&path, "").unwrap();
    assert_eq!(Store::open_existing(&path, &key()).err(), Some(StoreError::NotFound));
    drop(Store::open(&path, &key()).unwrap());
    drop(Store::open_existing(&path, &key()).unwrap());
}

#[test]
fn a_folder_is_not_a_store() {
    let (folder, _) = place();
    let error = Store::open(folder.path(), &key()).unwrap_err();
    assert_eq!(error, StoreError::Io(ErrorKind::IsADirectory));
    let under_a_file = folder.path().join("file").join("care.db");
    fs::write(folder.path().join("file"), "x").unwrap();
    assert!(matches!(
        Store::open(&under_a_file, &key()).unwrap_err(),
        StoreError::Io(_)
    ));
}

#[test]
fn odd_names_are_files_all_the_same() {
    let (folder, _) = place();
    // `:memory:` and `file:` mean something to SQLite.
    for name in [":memory:", "file:care.db?mode=memory", "with space ü.db"] {
        let path = folder.path().join(name);
        drop(Store::open(&path, &key()).unwrap());
        assert!(path.metadata().unwrap().len() > 0, "{name}");
        let output = child("keys::opens_a_relative_path", Path::new(name))
            .current_dir(folder.path())
            .output();
        assert_passed(&output.unwrap());
    }
}

#[test]
#[ignore = "the child of odd_names_are_files_all_the_same"]
fn opens_a_relative_path() {
    drop(Store::open_existing(&path_from_parent(), &key()).unwrap());
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, _) = place();
    let path = folder.path().join("new").join("deeper").join("care.db");
    let mut store = Store::open(&path, &key()).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(mode(path.parent().unwrap().parent().unwrap()), 0o700);
    for suffix in ["", "-wal", "-shm", ".keycheck"] {
        assert_eq!(mode(&part(&path, suffix)), 0o600, "{suffix}");
    }
}
