//! The words of the screens, which the shells' generated code asks for.

use std::collections::BTreeSet;
use std::path::Path;

use super::code::{files, root};
use crate::text::keys;

/// `screen.new-io.title` is `newIoTitle` in the code that is made for the shells.
fn name_in_shells(key: &str) -> String {
    let mut name = String::new();
    for (n, part) in key.trim_start_matches("screen.").split(['.', '-']).enumerate() {
        let (first, rest) = part.split_at(usize::from(n > 0).min(part.len()));
        name.push_str(&first.to_uppercase());
        name.push_str(rest);
    }
    name
}

#[test]
fn every_word_of_the_screens_is_said_by_one() {
    let mut code = String::new();
    let mut read = |folder: &Path, ending| {
        files(folder, ending)
            .iter()
            .for_each(|file| code.push_str(&std::fs::read_to_string(file).unwrap()));
    };
    for module in std::fs::read_dir(root().join("android")).unwrap().flatten() {
        read(&module.path().join("src/main"), "kt");
    }
    // What is made from the table says every word of it: it lies elsewhere, and Swift's module of it is a link.
    for module in std::fs::read_dir(root().join("ios/Sources")).unwrap().flatten() {
        if !module.path().is_symlink() {
            read(&module.path(), "swift");
        }
    }
    read(&root().join("ios/App"), "swift");
    let said: BTreeSet<&str> = code.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let keys = keys().filter(|key| key.starts_with("screen."));
    let unsaid: Vec<_> = keys.filter(|key| !said.contains(&*name_in_shells(key))).collect();
    assert!(unsaid.is_empty(), "no screen says {unsaid:?}");
    assert_eq!(name_in_shells("screen.new-io.title"), "newIoTitle");
}
