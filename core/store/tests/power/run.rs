//! A run of the store, as an app would have it, told step by step.

use std::path::{Path, PathBuf};

use marrow_store::{Result, Store, testing};

use crate::dice::Dice;
use crate::plan::{Plan, key};
use crate::tape::{self, Event, Promise};

/// How a run goes. Drawn by dice, so that many runs try many ways.
#[derive(Debug)]
pub struct Course {
    /// Whether the first batch is written by the schema's first version.
    pub old_file: bool,
    /// Whether the store lies in folders that must be made.
    pub new_folder: bool,
    /// After so many pages in the -wal SQLite moves them into the database.
    pub checkpoint_pages: u32,
    /// So many in a hundred commits are followed by closing and opening the store.
    pub reopen: usize,
    pub synchronous: bool,
}

impl Course {
    pub fn draw(dice: &mut Dice) -> Course {
        Course {
            old_file: dice.percent(40),
            new_folder: dice.percent(30),
            checkpoint_pages: [3, 8, 20, 1000][dice.below(4)],
            reopen: [0, 20, 50][dice.below(3)],
            synchronous: true,
        }
    }

    pub fn path(&self, root: &Path) -> PathBuf {
        let folder = if self.new_folder {
            root.join("new").join("deeper")
        } else {
            root.to_owned()
        };
        folder.join("care.db")
    }

    fn open(&self, path: &Path) -> Result<Store> {
        let store = Store::open(path, &key())?;
        let pages = self.checkpoint_pages;
        testing::run_sql(&store, &format!("PRAGMA wal_autocheckpoint = {pages}"))?;
        if !self.synchronous {
            testing::run_sql(&store, "PRAGMA synchronous = OFF")?;
        }
        Ok(store)
    }

    /// Writes the plan from the batch after `promise.begun` up to batch `end`, keeping account in
    /// `promise`. Stops at the first error.
    pub fn run(&self, path: &Path, plan: &Plan, end: usize, dice: &mut Dice, promise: &mut Promise) -> Result<()> {
        tape::tell(*promise);
        if self.old_file && promise.begun == 0 {
            promise.begun = 1;
            tape::tell(*promise);
            testing::version_1_file(path, &key(), &plan.batches[0])?;
            promise.acknowledged = 1;
            promise.made = true;
            tape::tell(*promise);
        }
        let mut store = self.open(path)?;
        promise.made = true;
        tape::tell(*promise);
        for number in promise.begun + 1..=end {
            promise.begun = number;
            tape::tell(*promise);
            store.commit(&plan.batches[number - 1])?;
            promise.acknowledged = number;
            tape::tell(*promise);
            if dice.percent(self.reopen) {
                drop(store);
                store = self.open(path)?;
            }
        }
        Ok(())
    }

    /// As `run`, recorded; no error is expected.
    pub fn record(
        &self,
        root: &Path,
        plan: &Plan,
        end: usize,
        dice: &mut Dice,
        promise: Promise,
        spares_neighbours: bool,
    ) -> std::result::Result<Vec<Event>, String> {
        tape::start(root, spares_neighbours);
        let done = self.run(&self.path(root), plan, end, dice, &mut promise.clone());
        let events = tape::stop();
        done.map(|()| events)
            .map_err(|error| format!("in a run without a fault: {error:?}"))
    }
}
