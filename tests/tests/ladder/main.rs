//! The ladder: every schema and every entry version that ever landed on main, as files that somebody's phone
//! could still hold.
//!
//! `tests/fixtures/ladder/schema-N` holds databases as schema N left them, real and encrypted, and beside each what
//! was put into it. Each is copied, opened with today's code, and held against a database that was made today with
//! the same contents. The files are frozen: `SHA256SUMS` pins them.
//!
//! A new schema, or a new version of a kind of entry, fails here until it has fixtures of its own:
//! `cargo test -p marrow-tests --test ladder -- --ignored` makes those that are missing, never one that is there.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

mod frozen;
mod make;
mod ward;

use std::collections::{BTreeMap, BTreeSet};

use frozen::{Fixture, files, fixtures, folder, hex, key, opened};
use marrow::engine::entry::{Entry, Kind};
use marrow::engine::record::Command;
use marrow::engine::reminders::{Diff, Plan, PlatformCaps};
use marrow::engine::text::Lang;
use marrow::engine::time::ClockSample;
use marrow::engine::view::{BoardView, CaseView};
use marrow::{Marrow, Verification};
use marrow_store::{Store, entry_id, testing};

/// The newest version of the schema: what a file made now has.
fn newest_schema() -> u32 {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(&home.path().join("care.db"), &key()).unwrap();
    store.info().unwrap().schema_version
}

#[test]
fn every_schema_has_fixtures() {
    let found: BTreeSet<u32> = fixtures().iter().map(|fixture| fixture.schema).collect();
    let wanted: BTreeSet<u32> = (1..=newest_schema()).collect();
    assert_eq!(found, wanted, "a schema needs fixtures before it lands");
    for schema in wanted {
        for name in ["kinds", "killed", "ward"] {
            let there = fixtures().iter().any(|f| f.schema == schema && f.name == name);
            assert!(there, "schema {schema} has no fixture {name}");
        }
    }
}

/// How the pages of the store at `path` are sealed, as its key-check file says.
fn seal(path: &std::path::Path) -> u8 {
    std::fs::read(path.with_extension("db.keycheck")).unwrap()[15]
}

/// How a store that is made now is sealed.
fn newest_seal() -> u8 {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("care.db");
    drop(Store::open(&path, &key()).unwrap());
    seal(&path)
}

#[test]
fn every_seal_has_fixtures() {
    for sealed in 1..=newest_seal() {
        for name in ["killed", "ward"] {
            let there = |f: &Fixture| f.name.starts_with(name) && seal(&f.file(".db")) == sealed;
            assert!(fixtures().iter().any(there), "seal {sealed} has no fixture {name}");
        }
    }
}

/// Number and version of every kind that a fixture has an entry of.
fn frozen_versions() -> BTreeSet<(u16, u16)> {
    let entries = fixtures().into_iter().flat_map(|fixture| fixture.holds().entries());
    let envelopes = entries.map(|entry| Entry::read(&entry.bytes).unwrap().envelope);
    envelopes
        .map(|envelope| (envelope.kind, envelope.kind_version))
        .collect()
}

/// Every version of every kind that this engine reads.
fn known_versions() -> impl Iterator<Item = (u16, u16)> {
    let versions = |kind: &Kind| {
        (1..=kind.version())
            .map(|version| (kind.number(), version))
            .collect::<Vec<_>>()
    };
    Kind::ALL.iter().flat_map(versions)
}

#[test]
fn every_version_of_every_kind_is_in_a_fixture() {
    let frozen = frozen_versions();
    let unknown = [make::UNKNOWN_KIND, make::UNKNOWN_VERSION];
    let missing: Vec<_> = known_versions()
        .chain(unknown)
        .filter(|version| !frozen.contains(version))
        .collect();
    assert_eq!(missing, [], "number and version of kinds that no fixture holds");
}

#[test]
fn nobody_has_changed_a_fixture() {
    let sums = std::fs::read_to_string(folder().join("SHA256SUMS")).unwrap();
    let pinned: BTreeMap<&str, &str> = sums
        .lines()
        .map(|line| line.split_once("  ").map(|(sum, name)| (name, sum)).unwrap())
        .collect();
    let mut found = Vec::new();
    for (name, path) in files() {
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.len() < 200_000, "{name} is too large to be kept for ever");
        let sum = hex(&entry_id(&bytes));
        assert_eq!(
            pinned.get(&*name),
            Some(&&*sum),
            "{name}: what is frozen is never changed"
        );
        found.push(name);
    }
    let vanished: Vec<_> = pinned.keys().filter(|name| !found.iter().any(|f| f == *name)).collect();
    assert!(vanished.is_empty(), "{vanished:?}");
}

/// The text must be equal: marks, tables, indexes, triggers, and every row with every byte.
#[test]
fn every_fixture_upgrades_to_what_a_fresh_store_is() {
    for fixture in fixtures() {
        let home = tempfile::tempdir().unwrap();
        let copy = fixture.copy_to(home.path());
        let look = fixture.copy_to(&home.path().join("look"));
        assert_eq!(testing::version_of(&look, &key()), Ok(fixture.schema), "{fixture}");

        let upgraded = Store::open(&copy, &key()).unwrap();
        let fresh = fixture.made_today(home.path());
        assert_same(
            &testing::dump(&upgraded).unwrap(),
            &testing::dump(&fresh).unwrap(),
            &fixture,
        );
        assert_eq!(upgraded.integrity(), Ok(()), "{fixture}");

        // What is derived from the log was derived rightly.
        let derived = upgraded.derived_dump().unwrap();
        drop(upgraded);
        let mut again = Store::open_existing(&copy, &key()).unwrap();
        again.rebuild_derived().unwrap();
        assert_eq!(again.derived_dump().unwrap(), derived, "{fixture}");
    }
}

#[test]
fn every_entry_is_as_it_was_and_says_what_it_said() {
    for fixture in fixtures() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open_existing(&fixture.copy_to(home.path()), &key()).unwrap();
        let mut found = Vec::new();
        store.all_entries(|entry| found.push(entry)).unwrap();
        let holds = fixture.holds();
        assert!(found == holds.entries(), "{fixture}");
        for (stored, said) in found.into_iter().zip(holds.said()) {
            let entry = Entry::read(&stored.bytes).unwrap();
            assert_eq!(entry.id.0, stored.id, "{fixture}");
            let Some(said) = said else { continue };
            // A later version of a kind may know more fields; what was on record then still is.
            let says = entry.payload().expect("a kind that was once known").to_json();
            for (field, value) in said {
                assert_eq!(says.get(field), Some(value), "{fixture}: {field} of {}", entry.id);
            }
        }
    }
}

/// Everything that the facade tells of a store, and what it does with it next.
#[derive(Debug, PartialEq)]
struct Shown {
    boards: Vec<BoardView>,
    cases: Vec<CaseView>,
    plan: (Plan, Diff),
    verified: Verification,
    raised: usize,
}

fn shown(mut marrow: Marrow, now: &ClockSample) -> Shown {
    let langs = [Lang::En, Lang::Es];
    let boards = langs.map(|lang| marrow.board(lang, now).unwrap()).to_vec();
    let mut cases = Vec::new();
    for case in marrow.case_ids() {
        cases.extend(langs.map(|lang| marrow.case(case, lang, now).unwrap()));
    }
    let plan = marrow.reminders(&PlatformCaps::android(), Lang::En, now).unwrap();
    // An old store is written to, not only read.
    let case = marrow.case_ids()[0];
    let note: Command = ward::command(case, "note", serde_json::json!({"text": "after the update"}));
    let raised = marrow.dispatch(&note, now).unwrap().raised.len();
    let verified = marrow.verify().unwrap();
    Shown {
        boards,
        cases,
        plan,
        verified,
        raised,
    }
}

#[test]
fn every_fixture_is_shown_as_a_fresh_store_is() {
    for fixture in fixtures() {
        let home = tempfile::tempdir().unwrap();
        let holds = fixture.holds();
        let now = holds.now();
        let copy = fixture.copy_to(home.path());
        drop(fixture.made_today(home.path()));

        let old = shown(opened(&copy), &now);
        let new = shown(opened(&fixture.path_today(home.path())), &now);
        assert_eq!(old, new, "{fixture}");

        assert_eq!(old.verified.fault, None, "{fixture}");
        assert_eq!(old.verified.entries as usize, holds.entries().len() + 1, "{fixture}");
        let pending = holds.ledger().len();
        assert_eq!(pending > 0, fixture.schema > 1 && !fixture.of_kinds(), "{fixture}");
        if fixture.of_kinds() {
            assert_eq!((old.verified.unreadable, old.verified.forks), (2, 1), "{fixture}");
        } else {
            assert!(
                old.boards[0].open.len() >= 2 && !old.boards[0].closed.is_empty(),
                "{fixture}"
            );
            assert!(old.boards[0].open.iter().any(|row| row.header.watched), "{fixture}");
            // The phone of an old schema knew no ledger: it must be told to hold everything.
            let (plan, diff) = &old.plan;
            assert!(!plan.reminders.is_empty(), "{fixture}");
            assert!(pending > 0 || diff.upsert.len() == plan.reminders.len(), "{fixture}");
        }
        // Written to alike, they are still the same store.
        let dump = |path: &std::path::Path| testing::dump(&Store::open_existing(path, &key()).unwrap()).unwrap();
        assert_same(&dump(&copy), &dump(&fixture.path_today(home.path())), &fixture);
    }
}

/// Names the first line that differs: the whole text would fill screens.
fn assert_same(old: &str, new: &str, fixture: &Fixture) {
    let differ = old.lines().zip(new.lines()).find(|(old, new)| old != new);
    assert_eq!(differ, None, "{fixture}: upgraded, and made today");
    assert_eq!(old.lines().count(), new.lines().count(), "{fixture}");
}
