//! A run of the store is recorded once; then the power is cut after everything that happened in it,
//! and what the disk has left is opened as the next start of the app would. Some of these starts are
//! themselves recorded, and cut.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use marrow_store::{Batch, Store, StoreError, testing};

use crate::dice::Dice;
use crate::disk::{Disk, Manners};
use crate::image::{Image, place, restore};
use crate::plan::{Plan, key};
use crate::run::Course;
use crate::tape::{Event, Promise};

/// The key-check file of every store here: of an old file, which keeps its seal, and of a new one.
fn expected_key_check(old_file: bool) -> &'static [u8] {
    static BYTES: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
    let made = |old_file: bool| {
        let (_folder, root) = place();
        let path = root.join("care.db");
        if old_file {
            testing::version_1_file(&path, &key(), &Batch::default()).unwrap();
        } else {
            drop(Store::open(&path, &key()).unwrap());
        }
        fs::read(root.join("care.db.keycheck")).unwrap()
    };
    &BYTES.get_or_init(|| [made(false), made(true)])[usize::from(old_file)]
}

/// The words for the worst that can be found.
pub const LOST: &str = "acknowledged entries are lost";

/// What a round came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub cuts: usize,
    /// Cuts of a run that had itself begun after a cut.
    pub nested: usize,
    /// Cuts that took an unacknowledged batch, and those that left one whole.
    pub taken: usize,
    pub left: usize,
    /// Cuts that left garbage at the head of a store in the making.
    pub unknowable: usize,
    /// A hash over every outcome: two rounds of one seed must agree.
    pub outcome: u64,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.cuts += other.cuts;
        self.nested += other.nested;
        self.taken += other.taken;
        self.left += other.left;
        self.unknowable += other.unknowable;
        self.note(other.outcome);
    }

    fn note(&mut self, outcome: u64) {
        self.outcome = Dice::new(self.outcome ^ outcome).next();
    }
}

/// One run and all its cuts, as the seed draws them.
pub struct Round {
    dice: Dice,
    pub course: Course,
    /// So many batches the first run writes.
    batches: usize,
    /// So many in a hundred cuts are followed by a recorded run, and cuts in that.
    nesting: usize,
    plan: Plan,
    manners: Manners,
    tally: Tally,
}

impl Round {
    pub fn draw(seed: u64) -> Round {
        let mut dice = Dice::new(seed);
        let batches = 4 + dice.below(4);
        Round {
            course: Course::draw(&mut dice),
            batches,
            nesting: 6,
            // Some to spare, for going on after a cut.
            plan: Plan::draw(&mut dice, batches + 4),
            manners: Manners {
                whole_sectors: dice.percent(50),
                spares_neighbours: dice.percent(50),
            },
            dice,
            tally: Tally::default(),
        }
    }

    /// A run that only makes the store (and brings it up to date), with more cuts after cuts.
    pub fn of_making(seed: u64) -> Round {
        let mut round = Round::draw(seed);
        round.batches = 0;
        round.nesting = 30;
        round
    }

    /// The same run with SQLite's syncs turned off.
    pub fn without_syncs(mut self) -> Round {
        self.course.synchronous = false;
        self
    }

    /// Every cut of the run; `Err` says what a cut has taken that it mustn't.
    pub fn play(mut self) -> Result<Tally, String> {
        self.run_and_cut(&Image::new(), self.batches, Promise::default(), 0)?;
        Ok(self.tally)
    }

    /// Runs the store on what is in `start`, and cuts: at the first depth after every event, deeper
    /// at some.
    fn run_and_cut(&mut self, start: &Image, end: usize, promise: Promise, depth: usize) -> Result<(), String> {
        let (_folder, root) = place();
        restore(start, &root);
        let mut manners = self.manners;
        let events = self.course.record(
            &root,
            &self.plan,
            end,
            &mut self.dice,
            promise,
            manners.spares_neighbours,
        )?;
        if depth > 0 {
            // SQLite fills the sector in which a transaction ends with a copy, so that the next may
            // spoil the sector. A cut can take the copy, and then a second cut the transaction.
            // No disk is opened that way: SQLite takes them all for sparing.
            manners.spares_neighbours = true;
        }
        let mut disk = Disk::holding(start);
        let mut promise = promise;
        for (number, event) in events.iter().enumerate() {
            disk.apply(event);
            match event {
                Event::Told(told) => promise = *told,
                // SQLite itself is content with half a sync of a journal that it is about to undo.
                Event::HalfSync(path) if self.course.synchronous && !path.ends_with("-journal") => {
                    return Err(format!(
                        "depth {depth}, event {number}: a sync of {path} that may stay in a cache"
                    ));
                }
                _ => {}
            }
            if depth > 0 && !self.dice.percent(600 / events.len()) {
                continue;
            }
            let image = disk.cut(&mut self.dice, manners);
            self.tally.cuts += 1;
            self.tally.nested += usize::from(depth > 0);
            let found = self.check(&image, promise).map_err(|what| {
                let left: Vec<String> = image.iter().map(summary).collect();
                format!(
                    "depth {depth}, after event {number}, {}, on {left:?} ({manners:?}): {what}",
                    brief(event)
                )
            })?;
            if let Some(found) = found
                && depth < 2
                && self.dice.percent(self.nesting)
            {
                let promise = Promise {
                    made: promise.made,
                    // Nobody had promised a batch that was seen only after the cut; but it stays.
                    acknowledged: found,
                    begun: found,
                };
                let end = (found + 2).min(self.plan.batches.len());
                self.run_and_cut(&image, end, promise, depth + 1)?;
            }
        }
        Ok(())
    }

    /// Opens what a cut has left, and says how many batches are there; then goes on with the next.
    fn check(&mut self, image: &Image, promise: Promise) -> Result<Option<usize>, String> {
        let (_folder, root) = place();
        restore(image, &root);
        let path = self.course.path(&root);
        let key_check = fs::read(path.with_extension("db.keycheck")).ok();
        if key_check
            .as_deref()
            .map_or(promise.made, |bytes| bytes != expected_key_check(self.course.old_file))
        {
            return Err(format!("the key-check file is {key_check:?}"));
        }
        let Some(found) = self.found(&path, promise.made)? else {
            self.tally.unknowable += 1;
            return Ok(None);
        };
        if found < promise.acknowledged {
            return Err(format!("{LOST}: {found} of {} batches are there", promise.acknowledged));
        }
        if found > promise.begun {
            return Err(format!("{found} batches are there, {} were ever begun", promise.begun));
        }
        if promise.begun > promise.acknowledged {
            self.tally.taken += usize::from(found == promise.acknowledged);
            self.tally.left += usize::from(found == promise.begun);
        }
        self.tally
            .note(image.values().flatten().map(Vec::len).sum::<usize>() as u64);
        self.tally.note(found as u64);
        Ok(Some(found))
    }

    fn found(&mut self, path: &Path, made: bool) -> Result<Option<usize>, String> {
        let open = if made { Store::open_existing } else { Store::open };
        let mut store = match open(path, &key()) {
            // Where garbage can take the place of the file's head before there is a key-check file,
            // nothing tells it from another app's file. Nothing is lost: the store is still empty.
            Err(StoreError::NotADatabase) if !made && !self.manners.whole_sectors => return Ok(None),
            opened => opened.map_err(|error| format!("opening: {error:?}"))?,
        };
        let found = self.plan.found_in(&mut store)?;
        if let Some(next) = self.plan.batches.get(found) {
            store.commit(next).map_err(|error| format!("going on: {error:?}"))?;
            if self.dice.percent(20) {
                drop(store);
                store = Store::open_existing(path, &key()).map_err(|error| format!("opening again: {error:?}"))?;
                let now = self.plan.found_in(&mut store)?;
                if now != found + 1 {
                    return Err(format!("went on to batch {}, then found {now}", found + 1));
                }
            }
        }
        Ok(Some(found))
    }
}

pub fn summary((path, content): (&String, &Option<Vec<u8>>)) -> String {
    match content {
        None => format!("{path}/"),
        Some(bytes) => format!("{path}: {} bytes {:02x?}", bytes.len(), &bytes[..bytes.len().min(16)]),
    }
}

pub fn brief(event: &Event) -> String {
    match event {
        Event::Write(path, offset, bytes) => format!("Write({path}, {offset}, {} bytes)", bytes.len()),
        other => format!("{other:?}"),
    }
}
