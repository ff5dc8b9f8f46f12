//! The code of the workspace as text: its files, its string literals, and the keys that those make.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files below a folder that end so.
pub(super) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|of| of == ending) {
            found.push(path);
        }
    }
    found
}

pub(super) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let own = |path: &PathBuf| path.ends_with("text/tests.rs") || path.ends_with("tests/code.rs");
    files(folder, "rs").into_iter().filter(|path| !own(path)).collect()
}

/// A file without its tests.
pub(super) fn shipped(path: &Path) -> String {
    let code = std::fs::read_to_string(path).unwrap();
    code.split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The code of the workspace, tests left out.
pub(super) fn sources() -> Vec<String> {
    let folders = ["core", "bindings"].map(|folder| root().join(folder));
    folders
        .iter()
        .flat_map(|folder| rust_files(folder))
        .map(|path| shipped(&path))
        .collect()
}

pub(super) fn literals() -> BTreeSet<String> {
    sources().iter().flat_map(|code| strings(code)).collect()
}

/// The string literals of a piece of code; comments and characters are passed over.
pub(super) fn strings(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (start, from) = (&rest[..at], &rest[at..]);
        rest = if from.starts_with("//") {
            from.split_once('\n').map_or("", |(_, after)| after)
        } else if from.starts_with('\'') {
            // A character, where a quote closes it; else a lifetime.
            let character = ["'\"'", "'\\\"'", "'\\''", "'\\\\'", "'/'"]
                .iter()
                .find(|c| from.starts_with(**c));
            &from[character.map_or(1, |c| c.len())..]
        } else if let Some(after) = from.strip_prefix('/') {
            after
        } else {
            let hashes = start.bytes().rev().take_while(|b| *b == b'#').count();
            let raw = start[..start.len() - hashes].ends_with('r');
            let end = if raw {
                from[1..].find(&format!("\"{}", "#".repeat(hashes)))
            } else {
                closing(&from[1..])
            };
            let end = end.map_or(from.len(), |end| end + 1);
            found.push(from[1..end].to_owned());
            from.get(end + 1..).unwrap_or_default()
        };
    }
    found
}

/// Where a plain literal ends.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })
}

/// A literal such as `step.{}` as the parts around its places; only where it begins like a key.
pub(super) fn pattern(literal: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    for (i, part) in literal.split('{').enumerate() {
        parts.push(if i == 0 { part } else { part.split_once('}')?.1 });
    }
    let key_like = |part: &&str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    let family = parts.first()?.find('.')? > 2;
    (family && parts.iter().all(key_like)).then_some(parts)
}

pub(super) fn fits(parts: &[&str], key: &str) -> bool {
    let [first, middle @ .., last] = parts else {
        return false;
    };
    let Some(mut rest) = key.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else {
        return false;
    };
    middle
        .iter()
        .all(|part| rest.find(part).map(|at| rest = &rest[at + part.len()..]).is_some())
}

#[test]
fn literals_and_patterns_are_found() {
    let code = "let a = '\"'; // \"no\"\nlet b: &'static str = \"x.\\\"y\"; f(r#\"a\"b\"#, 'c', \"step.{}\");";
    assert_eq!(strings(code), ["x.\\\"y", "a\"b", "step.{}"]);
    assert!(fits(&pattern("step.{}.why").unwrap(), "step.flush.why"));
    assert!(!fits(&pattern("step.{}.why").unwrap(), "step.flush"));
    assert!(fits(&pattern("place.{}.{side}").unwrap(), "place.hand.left"));
    assert_eq!(pattern("{}.{}"), None);
    assert_eq!(pattern("limit {}"), None);
}
