//! The words of the screens, which the shells' generated code asks for.

use std::collections::BTreeSet;

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
    for module in std::fs::read_dir(root().join("android")).unwrap().flatten() {
        files(&module.path().join("src/main"), "kt")
            .iter()
            .for_each(|file| code.push_str(&std::fs::read_to_string(file).unwrap()));
    }
    let said: BTreeSet<&str> = code.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let keys = keys().filter(|key| key.starts_with("screen."));
    let unsaid: Vec<_> = keys.filter(|key| !said.contains(&*name_in_shells(key))).collect();
    assert!(unsaid.is_empty(), "no screen says {unsaid:?}");
    assert_eq!(name_in_shells("screen.new-io.title"), "newIoTitle");
}
