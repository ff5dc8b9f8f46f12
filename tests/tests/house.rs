//! The house: which crate may depend on which, and who alone may name what.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each crate of ours may depend on. Arrows point down only.
const ARROWS: &[(&str, &[&str])] = &[
    ("marrow-engine", &[]),
    ("marrow-store", &[]),
    ("marrow-documents", &["marrow-engine"]),
    ("marrow", &["marrow-documents", "marrow-engine", "marrow-store"]),
    ("marrow-ffi", &["marrow"]),
    ("marrow-bindgen", &["marrow"]),
    ("marrow-cli", &["marrow"]),
    ("marrow-tests", &[]),
];

/// Outside crates that only some of ours may name.
const ONLY: &[(&str, &[&str])] = &[
    ("rusqlite", &["marrow-store"]),
    ("uniffi", &["marrow-ffi", "marrow-bindgen"]),
    ("uniffi_bindgen", &["marrow-bindgen"]),
];

/// What the engine may stand on.
const ENGINE: &[&str] = &[
    "chrono",
    "foldhash",
    "minicbor",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "uuid",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("tests/ lies in the workspace")
        .to_owned()
}

/// Every crate of the workspace with its ordinary dependencies.
fn dependencies() -> BTreeMap<String, Vec<Value>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("packages").iter();
    let ordinary = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies").iter();
        all.filter(|d| d["kind"].is_null()).cloned().collect::<Vec<_>>()
    };
    packages
        .map(|p| (p["name"].as_str().expect("name").to_owned(), ordinary(p)))
        .collect()
}

fn names(dependencies: &[Value]) -> Vec<&str> {
    dependencies.iter().filter_map(|d| d["name"].as_str()).collect()
}

#[test]
fn arrows_point_down() {
    let crates = dependencies();
    for (name, dependencies) in &crates {
        let (_, allowed) = ARROWS
            .iter()
            .find(|(n, _)| n == name)
            .unwrap_or_else(|| panic!("{name} has no place yet"));
        for dependency in names(dependencies).into_iter().filter(|d| crates.contains_key(*d)) {
            assert!(allowed.contains(&dependency), "{name} must not depend on {dependency}");
        }
    }
}

#[test]
fn only_the_store_names_the_database_and_only_the_bindings_name_uniffi() {
    for (name, dependencies) in dependencies() {
        for (outside, allowed) in ONLY {
            let names_it = names(&dependencies).contains(outside);
            assert!(
                !names_it || allowed.contains(&name.as_str()),
                "{name} must not name {outside}"
            );
        }
    }
}

/// What the crate that crosses may stand on.
const FFI: &[&str] = &["marrow", "thiserror", "uniffi", "uuid", "zeroize"];

#[test]
fn the_bindings_only_carry_over() {
    let crates = dependencies();
    for dependency in names(&crates["marrow-ffi"]) {
        assert!(FFI.contains(&dependency), "the bindings must not stand on {dependency}");
    }
    let uniffi = |of: &str| {
        crates[of]
            .iter()
            .find(|d| d["name"] == "uniffi")
            .expect("uniffi")
            .clone()
    };
    assert_eq!(
        uniffi("marrow-ffi")["features"],
        serde_json::json!([]),
        "what generates code is not in what ships"
    );
    let folder = root().join("bindings/ffi");
    // The crate's lints are the workspace's but for `unsafe_code`, which uniffi's macros need: so nobody else may.
    for file in sources(&folder) {
        let text = std::fs::read_to_string(&file).expect("a source file can be read");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            assert!(!line.contains("unsafe"), "{}: {line}", file.display());
        }
    }
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("a manifest can be read");
    let manifest = read(folder.join("Cargo.toml"));
    let house = read(root().join("Cargo.toml"));
    let lints = house.lines().skip_while(|line| *line != "[workspace.lints.rust]");
    for lint in lints.take_while(|line| !line.starts_with("[profile")) {
        let theirs = lint.replace("workspace.", "").replace("= \"forbid\"", "= \"allow\"");
        assert!(
            manifest.lines().any(|line| line == theirs),
            "bindings/ffi lacks {theirs}"
        );
    }
    assert!(
        !manifest.contains("default = ["),
        "what panics on request is never on by itself"
    );
}

/// One table shows the whole surface: a call that is added, renamed or taken away changes its line.
#[test]
fn the_architecture_shows_the_surface_as_it_is() {
    let read_of = |path: &Path| std::fs::read_to_string(path).expect("a file of the tree can be read");
    let read = |path: &str| read_of(&root().join(path));
    let object = read("bindings/ffi/src/object.rs");
    let (_, exports) = object.split_once("#[uniffi::export]").expect("exports");
    let (exports, _) = exports.split_once("\n}\n").expect("the end of the exports");
    let name = |line: &str| Some(line.trim().strip_prefix("pub fn ")?.split('(').next()?.to_owned());
    let exported: Vec<String> = exports.lines().filter_map(name).collect();
    let page = read("docs/ARCHITECTURE.md");
    let (_, table) = page.split_once("## The surface").expect("the surface");
    let (table, _) = table.split_once("\n## ").expect("what comes after");
    let row = |line: &str| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned());
    let shown: Vec<String> = table.lines().filter_map(row).collect();
    assert_eq!(shown, exported);
    assert!(
        exported.len() <= 15,
        "{} calls: is the new one a screen or a tap?",
        exported.len()
    );
    let elsewhere = |file: &PathBuf| !file.ends_with("object.rs") && read_of(file).contains("uniffi::export");
    let all = sources(&root().join("bindings/ffi/src"));
    assert_eq!(
        all.into_iter().find(elsewhere),
        None,
        "exports that the table cannot know"
    );
}

#[test]
fn the_engine_is_pure() {
    let crates = dependencies();
    let engine = &crates["marrow-engine"];
    for dependency in names(engine) {
        assert!(
            ENGINE.contains(&dependency),
            "the engine must not stand on {dependency}"
        );
    }
    let chrono = engine.iter().find(|d| d["name"] == "chrono").expect("chrono");
    assert_eq!(
        chrono["uses_default_features"], false,
        "chrono's default features ask the clock"
    );
    let features = chrono["features"].as_array().expect("features");
    assert!(
        !features.iter().any(|f| f == "clock" || f == "now"),
        "the core never asks a clock"
    );
    for file in sources(&root().join("core")) {
        let text = std::fs::read_to_string(&file).expect("a source file can be read");
        for forbidden in [
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "now_v7",
            "new_v4",
            "thread_rng",
            "getrandom",
        ] {
            let tests = file.components().any(|c| c.as_os_str() == "tests");
            assert!(
                tests || !text.contains(forbidden),
                "{} names {forbidden}",
                file.display()
            );
        }
    }
}

#[test]
fn no_file_has_grown_out_of_its_subject() {
    let mut lengths = Vec::new();
    for file in sources(&root())
        .into_iter()
        .filter(|f| !f.components().any(|c| c.as_os_str() == "generated"))
    {
        let lines = std::fs::read_to_string(&file)
            .expect("a source file can be read")
            .lines()
            .count();
        assert!(lines <= 520, "{}: {lines} lines", file.display());
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 170, "the median file has {median} lines");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder can be read").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "target" && name != ".git" {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// Licences ask to be shown with what ships: of the very crates that do.
#[test]
fn the_notices_are_those_of_the_crates_of_today() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let (notices, lock) = (read("docs/notices/rust.txt"), read("Cargo.lock"));
    let (alike, others) = notices.split_once("\n\n").unwrap();
    let listed = alike.split_once(':').unwrap().1.replace('\n', " ");
    let alone = others
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(crate_, _)| crate_);
    let mut named: Vec<&str> = listed.split(',').map(str::trim).collect();
    named.extend(
        alone.filter(|crate_| crate_.split(' ').count() == 2 && crate_.ends_with(|c: char| c.is_ascii_digit())),
    );
    for crate_ in &named {
        let (name, version) = crate_.split_once(' ').unwrap();
        let locked = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        assert!(lock.contains(&locked), "{crate_} is no more: run docs/notices/collect");
    }
    for (name, needed) in dependencies()
        .iter()
        .filter(|(name, _)| *name != "marrow-bindgen" && *name != "marrow-cli")
    {
        for needed in needed.iter().filter_map(|needed| needed["name"].as_str()) {
            let known =
                needed.starts_with("marrow") || named.iter().any(|crate_| crate_.starts_with(&format!("{needed} ")));
            assert!(
                known || name == "marrow-tests",
                "{needed} of {name} is not there: run docs/notices/collect"
            );
        }
    }
}
