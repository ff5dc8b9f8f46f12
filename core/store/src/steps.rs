//! What this crate itself, beside SQLite, does to the disk: each step is announced before it is
//! taken, so that a test can record it, or refuse it as a failing disk would.
//!
//! In an app nobody listens, and an announcement is one look at an empty cell.

use std::cell::Cell;
use std::io;
use std::path::Path;

/// One change on the disk.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// A folder is made.
    MakeFolder(&'a Path),
    /// An empty file is made.
    Make(&'a Path),
    /// The file just made gets these bytes.
    Fill(&'a Path, &'a [u8]),
    /// A file's content is made durable.
    Sync(&'a Path),
    /// The names in a folder are made durable.
    SyncFolder(&'a Path),
    /// A file gets another name.
    Rename(&'a Path, &'a Path),
    /// A file is removed.
    Remove(&'a Path),
}

/// Hears of every step on its thread; the step is taken only if it says `Ok`.
pub type Listener = fn(Step<'_>) -> io::Result<()>;

thread_local! {
    static LISTENER: Cell<Option<Listener>> = const { Cell::new(None) };
}

/// Lets the listener hear of every further step on this thread.
pub fn listen(listener: Listener) {
    LISTENER.set(Some(listener));
}

pub(crate) fn announce(step: Step<'_>) -> io::Result<()> {
    match LISTENER.get() {
        Some(listener) => listener(step),
        None => Ok(()),
    }
}
