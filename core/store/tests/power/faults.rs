//! Disks that fail and disks that are full: at the first call of a run, at the second, and so on to
//! the last, once or from then on.

use std::path::Path;

use marrow_store::{Store, StoreError, testing};

use crate::dice::Dice;
use crate::image::{Image, place, restore, saved};
use crate::plan::{Plan, key};
use crate::tape::{self, Fault, Kind};

type Verdict<T> = Result<T, String>;

const BATCHES: usize = 5;
/// Before this one the store is closed and opened again.
const REOPEN: usize = 4;

/// What became of the runs.
#[derive(Debug, Default)]
struct Outcome {
    runs: usize,
    /// How often a step was refused.
    refusals: usize,
    /// Runs in which the fault cost nothing, as in a checkpoint that can wait.
    silent: usize,
    /// How often a batch was there although a failing disk had refused it.
    appeared: usize,
}

fn plan() -> Plan {
    Plan::draw(&mut Dice::new(7_750), BATCHES + 1)
}

/// No store yet; a file of the schema's first version; and one with batches in its -wal, as a kill
/// leaves it. With each, how many batches it holds.
fn starts() -> [(Image, usize); 3] {
    let (_folder, root) = place();
    let path = root.join("care.db");
    testing::version_1_file(&path, &key(), &plan().batches[0]).unwrap();
    let old = saved(&root);

    let (_folder, root) = place();
    let mut store = Store::open(&root.join("care.db"), &key()).unwrap();
    for batch in &plan().batches[..3] {
        store.commit(batch).unwrap();
    }
    [(Image::new(), 0), (old, 1), (saved(&root), 3)]
}

/// Plays every fault of this kind; the runs must have been refused and let through often enough to
/// prove something.
fn play(kind: Kind, lasting: bool, least: usize) {
    let mut total = Outcome::default();
    for (start, held) in tape::spare(starts) {
        let outcome = every_call(&start, held, kind, lasting).unwrap();
        total.runs += outcome.runs;
        total.refusals += outcome.refusals;
        total.silent += outcome.silent;
        total.appeared += outcome.appeared;
    }
    println!("{kind:?}, lasting {lasting}: {total:?}");
    assert!(total.runs >= least && total.refusals >= least / 2, "{total:?}");
}

#[test]
fn a_call_that_fails_once_costs_at_most_its_step() {
    play(Kind::Io, false, 600);
}

#[test]
fn a_disk_that_stops_answering_takes_nothing_with_it() {
    play(Kind::Io, true, 600);
}

#[test]
fn a_full_disk_is_told_and_waited_out() {
    play(Kind::Full, false, 180);
    play(Kind::Full, true, 180);
}

/// Lets every call of the run fail in turn. On the disk there are at first so many batches.
fn every_call(start: &Image, held: usize, kind: Kind, lasting: bool) -> Verdict<Outcome> {
    let plan = plan();
    let mut outcome = Outcome::default();
    for at in 1.. {
        let (_folder, root) = place();
        restore(start, &root);
        let path = root.join("care.db");
        let fault = Fault { kind, at, lasting };
        tape::arm(fault);
        let mut run = Run {
            plan: &plan,
            path: &path,
            fault,
            held,
            refusals: 0,
            appeared: 0,
        };
        let done = run.go();
        let struck = tape::has_struck();
        tape::spare(|| done.and_then(|()| run.afterwards()))
            .map_err(|what| format!("{fault:?}, {} batches held: {what}", run.held))?;
        if !struck {
            break;
        }
        outcome.runs += 1;
        outcome.refusals += run.refusals;
        outcome.appeared += run.appeared;
        outcome.silent += usize::from(run.refusals == 0);
    }
    Ok(outcome)
}

struct Run<'a> {
    plan: &'a Plan,
    path: &'a Path,
    fault: Fault,
    /// So many batches are acknowledged.
    held: usize,
    refusals: usize,
    appeared: usize,
}

impl Run<'_> {
    /// Writes the plan. What is refused is tried once more under the fault, and then without it: then
    /// it must succeed.
    fn go(&mut self) -> Verdict<()> {
        let mut store = self.open()?;
        while self.held < BATCHES {
            if self.held + 1 == REOPEN {
                drop(store);
                store = self.open()?;
            }
            let batch = &self.plan.batches[self.held];
            if self.attempt("commit", || store.commit(batch))? {
                self.held += 1;
                continue;
            }
            if self.fault.kind == Kind::Io {
                // SQLCipher deciphers even what could not be read, and then takes the whole
                // connection for damaged. Only a new one works.
                drop(store);
                store = tape::spare(|| self.open())?;
                if self.is_there_after_all(&mut store)? {
                    continue;
                }
            }
            let done = tape::spare(|| store.commit(batch));
            done.map_err(|error| format!("commit without the fault: {error:?}"))?;
            self.held += 1;
        }
        Ok(())
    }

    /// Of a batch that a failing disk has refused, nobody knows whether it is there. But it is there
    /// whole or not at all.
    fn is_there_after_all(&mut self, store: &mut Store) -> Verdict<bool> {
        let found = tape::spare(|| self.plan.found_in(store))?;
        if found == self.held {
            return Ok(false);
        }
        self.held += 1;
        self.appeared += 1;
        if found != self.held {
            return Err(format!("{found} batches are there"));
        }
        Ok(true)
    }

    fn open(&mut self) -> Verdict<Store> {
        let mut opened = None;
        let path = self.path;
        self.attempt("open", || Store::open(path, &key()).map(|store| opened = Some(store)))?;
        tape::spare(|| {
            let store = opened.map_or_else(|| Store::open(path, &key()), Ok)?;
            // Few pages, so that SQLite moves them into the database within the run.
            testing::run_sql(&store, "PRAGMA wal_autocheckpoint = 12")?;
            Ok(store)
        })
        .map_err(|error: StoreError| format!("open without the fault: {error:?}"))
    }

    /// Tries twice, and says whether it succeeded.
    fn attempt<T>(&mut self, what: &str, mut step: impl FnMut() -> marrow_store::Result<T>) -> Verdict<bool> {
        let Err(first) = step() else { return Ok(true) };
        self.judge(first, what)?;
        match step() {
            Ok(_) => return Ok(true),
            // As above; and only after the truth was told.
            Err(StoreError::Damaged) if self.fault.kind == Kind::Io && what == "commit" => {}
            Err(second) => self.judge(second, what)?,
        }
        Ok(false)
    }

    fn judge(&mut self, error: StoreError, what: &str) -> Verdict<()> {
        self.refusals += 1;
        match (self.fault.kind, error) {
            (Kind::Io, StoreError::Io(_)) | (Kind::Full, StoreError::DiskFull) => Ok(()),
            (_, error) => Err(format!("{what}: told as {error:?}")),
        }
    }

    /// The fault is gone and the app starts anew.
    fn afterwards(&self) -> Verdict<()> {
        let mut store = Store::open(self.path, &key()).map_err(|error| format!("afterwards: {error:?}"))?;
        let found = self.plan.found_in(&mut store)?;
        if found != self.held {
            return Err(format!("{found} batches are there afterwards"));
        }
        let next = store.commit(&self.plan.batches[found]);
        next.map(drop).map_err(|error| format!("going on: {error:?}"))
    }
}
