//! The terminal as people meet it: the built program, real stores in temporary folders, the clock pinned.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const NOW: &str = "2026-03-04T20:00:00+01:00";

fn marrow(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_marrow"))
        .args(args)
        .env_clear()
        .env("TZ", "Europe/Madrid")
        .env("LC_ALL", "en")
        // No keyring answers here: the key goes into a file.
        .env("XDG_RUNTIME_DIR", "/nowhere")
        .output()
        .expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A demo store, its end pinned, for tests that need something to look at.
fn demo(folder: &TempDir) -> PathBuf {
    let dir = folder.path().join("demo");
    let played = marrow(&["--now", NOW, "demo", dir.to_str().expect("UTF-8")]);
    assert!(played.status.success(), "{}", err(&played));
    dir
}

fn at(store: &Path, args: &[&str]) -> Output {
    let store = store.to_str().expect("UTF-8");
    marrow(&[&["--now", NOW, "--store", store, "--as", "M. Gil,nurse,Ward 3"], args].concat())
}

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

fn scenarios(dir: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return Vec::new();
    };
    let files = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "json"));
    files.map(|p| p.to_str().expect("UTF-8").to_owned()).collect()
}

#[test]
fn every_scenario_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let own = scenarios(&root.join("tests/scenarios"));
    assert!(own.len() >= 10);
    // Others stand beside the project on some machines; they are checked where they do.
    let files = [own, scenarios(&root.join("../shared/scenarios"))].concat();
    let mut args = vec!["replay", "--check"];
    args.extend(files.iter().map(String::as_str));
    let played = marrow(&args);
    let text = out(&played);
    let last = text.lines().last().expect("a last line");
    assert!(
        played.status.success() && last.ends_with(" passed, 0 failed"),
        "{text}{}",
        err(&played)
    );
}

#[test]
fn a_wrong_expectation_fails_and_says_what_was_found() {
    let folder = folder();
    let file = folder.path().join("wrong.json");
    let json = r#"{"title":"t","zone":"UTC","timeline":[
        {"at":"2026-01-01T00:00:00Z","phone":"p","do":"open-case","case":"A","alias":"Bed 1"}],
        "expect":[{"at":"2026-01-01T00:01:00Z","phone":"p","case":"A","flags":["R8"],"absent":["record-insertion"]}]}"#;
    std::fs::write(&file, json).expect("written");
    let played = marrow(&["replay", "--check", file.to_str().expect("UTF-8")]);
    let text = out(&played);
    assert_eq!(played.status.code(), Some(1));
    assert!(text.contains("R8: expected open, found none"), "{text}");
    assert!(text.contains("record-insertion: expected none, found due"), "{text}");
    assert!(text.trim_end().ends_with("1 passed, 2 failed"), "{text}");
}

#[test]
fn the_demo_leaves_what_it_promises_and_a_board_to_read() {
    let folder = folder();
    let dir = demo(&folder);
    for made in ["nursing-sheet.html", "reminders.json", "case.json", "marrow.db"] {
        assert!(std::fs::metadata(dir.join(made)).is_ok_and(|m| m.len() > 0), "{made}");
    }
    assert_eq!(
        out(&at(&dir, &["--lang", "en", "board"])),
        include_str!("golden/board-en.txt")
    );
    assert_eq!(
        out(&at(&dir, &["--lang", "es", "board"])),
        include_str!("golden/board-es.txt")
    );
}

#[test]
fn nothing_is_coloured_but_on_a_terminal() {
    let folder = folder();
    let dir = demo(&folder);
    assert!(!out(&at(&dir, &["board"])).contains('\u{1b}'));
}

#[test]
fn every_read_speaks_json() {
    let folder = folder();
    let dir = demo(&folder);
    for args in [
        &["board"][..],
        &["case", "Bed 4"],
        &["reminders", "--os", "ios"],
        &["policy", "show"],
        &["reference", "ez-io"],
        &["verify"],
        &["doctor"],
    ] {
        let answer = at(&dir, &[&["--json"], args].concat());
        assert!(answer.status.success(), "{args:?}: {}", err(&answer));
        serde_json::from_str::<Value>(&out(&answer)).unwrap_or_else(|e| panic!("{args:?}: {e}"));
    }
}

#[test]
fn a_record_prints_its_entry_and_a_refusal_leaves_nothing() {
    let folder = folder();
    let dir = demo(&folder);
    let entries = || {
        let case: Value = serde_json::from_str(&out(&at(&dir, &["--json", "case", "Bed 4"]))).expect("JSON");
        case["record"].as_array().expect("a record").len()
    };
    let before = entries();
    let refused = at(
        &dir,
        &[
            "record",
            "Bed 4",
            "extend",
            "--to-hours",
            "72",
            "--reason",
            "r",
            "--authorised-by",
            "Dr O",
        ],
    );
    assert_eq!((refused.status.code(), entries()), (Some(1), before));
    assert!(
        err(&refused).contains("(R3)") && err(&refused).contains("hint:"),
        "{}",
        err(&refused)
    );
    let seen = at(
        &dir,
        &["record", "Bed 4", "disinfect", "--agent", "alcohol", "--preview"],
    );
    assert!(seen.status.success() && entries() == before);
    let recorded = at(&dir, &["record", "Bed 4", "disinfect", "--agent", "alcohol"]);
    let answer: Value = serde_json::from_str(&out(&recorded)).expect("JSON on stdout, talk on stderr");
    assert_eq!(answer["entry"].as_str().map(str::len), Some(64));
    assert_eq!(entries(), before + 1);
}

#[test]
fn what_went_wrong_says_what_to_do_next() {
    let folder = folder();
    let dir = demo(&folder);
    let nowhere = folder.path().join("nowhere");
    for (store, args, code, says) in [
        (&nowhere, &["board"][..], 1, "hint: open a case"),
        (&dir, &["case", "Bed 99"], 1, "did you mean"),
        (&dir, &["record", "Bed 4", "disinfect", "--agnt", "x"], 2, "--agent"),
        (&dir, &["bord"], 2, "did you mean board"),
        (&dir, &["--now", "yesterday", "board"], 2, "hint:"),
    ] {
        let answer = at(store, args);
        assert_eq!(answer.status.code(), Some(code), "{args:?}: {}", err(&answer));
        assert!(
            err(&answer).starts_with("error: ") && err(&answer).contains(says),
            "{args:?}: {}",
            err(&answer)
        );
        assert!(out(&answer).is_empty(), "{args:?}");
    }
    assert!(!nowhere.exists(), "looking makes no store");
}

#[test]
fn a_wrong_key_and_a_damaged_file_are_told_apart() {
    let folder = folder();
    let (one, two) = (demo(&folder), folder.path().join("two"));
    marrow(&["--now", NOW, "demo", two.to_str().expect("UTF-8")]);
    let before = std::fs::read(one.join("marrow.db")).expect("readable");
    let key = std::fs::read(one.join("marrow.key")).expect("readable");
    std::fs::copy(two.join("marrow.key"), one.join("marrow.key")).expect("copied");
    let wrong = at(&one, &["board"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert_eq!(
        std::fs::read(one.join("marrow.db")).expect("readable"),
        before,
        "nothing is written over"
    );
    std::fs::write(one.join("marrow.key"), key).expect("written");
    std::fs::write(one.join("marrow.db"), vec![0xa5; before.len()]).expect("written");
    let damaged = at(&one, &["board"]);
    assert_eq!(damaged.status.code(), Some(1));
    assert_ne!(err(&wrong), err(&damaged));
    assert!(err(&damaged).contains("salvage"), "{}", err(&damaged));
}

#[cfg(unix)]
#[test]
fn the_key_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let dir = demo(&folder);
    for file in ["marrow.key", "marrow.db", "case.json", "nursing-sheet.html"] {
        let mode = std::fs::metadata(dir.join(file)).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{file} can be read by others");
    }
}
