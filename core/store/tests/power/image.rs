//! What lies in a folder, taken from real files and put back into them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Files with their bytes, folders with `None`, by their paths from the root.
pub type Image = BTreeMap<String, Option<Vec<u8>>>;

/// An empty folder, and its path as SQLite will give it.
pub fn place() -> (TempDir, PathBuf) {
    // In memory where there is such a place: what counts as durable is decided by the simulated disk.
    let folder = tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap();
    let root = folder.path().canonicalize().unwrap();
    (folder, root)
}

/// Puts the image into an empty folder.
pub fn restore(image: &Image, root: &Path) {
    // Sorted: a folder comes before what lies in it.
    for (path, content) in image {
        match content {
            None => fs::create_dir(root.join(path)).unwrap(),
            Some(bytes) => fs::write(root.join(path), bytes).unwrap(),
        }
    }
}

/// What lies in a folder, but for the shared memory, as after a kill.
pub fn saved(root: &Path) -> Image {
    let mut image = Image::new();
    for file in fs::read_dir(root).unwrap().map(Result::unwrap) {
        let name = file.file_name().into_string().unwrap();
        if !name.ends_with("-shm") {
            image.insert(name, Some(fs::read(file.path()).unwrap()));
        }
    }
    image
}
