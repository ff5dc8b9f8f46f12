//! `marrow replay`: plays timelines of what people did, each phone with a real store of its own,
//! and holds what the software says against what it should say.

mod check;
mod phone;
mod player;
mod scenario;
mod state;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub use check::Tally;
pub use phone::Phone;
pub use player::{Played, Player, Refused};
pub use scenario::{Instant, Line, Scenario};

use crate::failure::{Failure, Result};

/// Plays scenarios and checks every expectation; prints what fails.
pub fn check(files: &[PathBuf], done: &(impl Fn(usize) + Sync)) -> Result<Tally> {
    let tallies = each(files, done, |file| {
        let scenario = Scenario::read(file)?;
        check::check(&scenario, &file.display().to_string())
    })?;
    Ok(tallies.into_iter().fold(Tally::default(), Tally::add))
}

/// Plays scenarios up to an instant and tells the state of every case on every phone.
pub fn state_at(
    files: &[PathBuf],
    at: Option<Instant>,
    done: &(impl Fn(usize) + Sync),
) -> Result<Vec<serde_json::Value>> {
    each(files, done, |file| {
        let scenario = Scenario::read(file)?;
        let at = at.unwrap_or_else(|| scenario.end());
        let mut player = Player::new(&scenario)?;
        player.play_until(at)?;
        state::state(&mut player, at)
    })
}

/// Runs `f` over every file on all cores; results keep the files' order, the first failure counts.
/// `done` hears how many are through.
fn each<T: Send>(
    files: &[PathBuf],
    done: &(impl Fn(usize) + Sync),
    f: impl Fn(&Path) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let through = AtomicUsize::new(0);
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism()
        .map_or(1, std::num::NonZero::get)
        .min(files.len());
    let work = || {
        let mut results = Vec::new();
        while let Some((i, file)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, files.get(i)?))) {
            results.push((i, f(file)));
            done(through.fetch_add(1, Ordering::Relaxed) + 1);
        }
        results
    };
    let mut results: Vec<(usize, Result<T>)> = Vec::new();
    thread::scope(|scope| -> Result<()> {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        for handle in handles {
            results.extend(
                handle
                    .join()
                    .map_err(|_| Failure::new("a player stopped unexpectedly"))?,
            );
        }
        Ok(())
    })?;
    results.sort_by_key(|(i, _)| *i);
    results.into_iter().map(|(_, result)| result).collect()
}
