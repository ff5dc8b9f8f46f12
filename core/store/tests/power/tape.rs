//! What happens on the disk in one run of the store, recorded in order; and the fault, if one is
//! armed, that lets a call fail.
//!
//! Each thread has its own tape: a store and its tape live on one thread.

use std::cell::RefCell;
use std::ffi::c_int;
use std::io;
use std::path::{Path, PathBuf};

use marrow_store::testing::{self, Step};
use rusqlite::ffi;

use crate::vfs;

/// One thing that happened. Paths are relative to the root of the recording; `""` is the root.
#[derive(Debug, Clone)]
pub enum Event {
    MakeFolder(String),
    Make(String),
    Write(String, usize, Vec<u8>),
    Truncate(String, usize),
    Sync(String),
    /// A sync that Apple's systems may leave in the disk's cache.
    HalfSync(String),
    SyncFolder(String),
    Rename(String, String),
    Remove(String),
    /// What the store's caller may rely on from here on.
    Told(Promise),
}

/// How far the store has got, as its caller knows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Promise {
    /// A store has been opened here.
    pub made: bool,
    /// So many batches are safe.
    pub acknowledged: usize,
    /// So many have at least been begun.
    pub begun: usize,
}

/// What can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Open,
    Delete,
    Access,
    Read,
    Write,
    Truncate,
    Sync,
    Size,
    Lock,
    CheckLock,
    ShmMap,
    ShmGrow,
    ShmLock,
    /// A step of the store's own, beside SQLite; true if it needs room.
    Own(bool),
}

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The disk doesn't answer: any call can fail.
    Io,
    /// There is no room: what needs room fails.
    Full,
}

/// A fault at one call, or from that call on.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    pub kind: Kind,
    /// The call, counted from 1 among those that can fail in this way.
    pub at: usize,
    pub lasting: bool,
}

#[derive(Default)]
struct Tape {
    root: Option<PathBuf>,
    events: Vec<Event>,
    spares_neighbours: bool,
    fault: Option<Fault>,
    calls: usize,
    /// The fault is held back.
    spared: bool,
}

thread_local! {
    static TAPE: RefCell<Tape> = RefCell::default();
}

/// Begins to record what happens under the root, on a disk that does or doesn't promise that an
/// interrupted write spares its neighbours in the sector.
pub fn start(root: &Path, spares_neighbours: bool) {
    vfs::install();
    testing::listen(hear);
    TAPE.set(Tape {
        root: Some(root.to_owned()),
        spares_neighbours,
        ..Tape::default()
    });
}

/// Ends the recording.
pub fn stop() -> Vec<Event> {
    TAPE.with_borrow_mut(|tape| {
        tape.root = None;
        std::mem::take(&mut tape.events)
    })
}

pub fn tell(promise: Promise) {
    TAPE.with_borrow_mut(|tape| tape.events.push(Event::Told(promise)));
}

pub fn record(path: &Path, event: impl FnOnce(String) -> Event) {
    TAPE.with_borrow_mut(|tape| {
        if let Some(path) = tape.root.as_ref().and_then(|root| path.strip_prefix(root).ok()) {
            let path = path.to_str().unwrap().to_owned();
            tape.events.push(event(path));
        }
    });
}

pub fn spares_neighbours() -> bool {
    TAPE.with_borrow(|tape| tape.spares_neighbours)
}

/// Arms a fault, and counts calls from here on.
pub fn arm(fault: Fault) {
    vfs::install();
    testing::listen(hear);
    TAPE.with_borrow_mut(|tape| {
        tape.fault = Some(fault);
        tape.calls = 0;
    });
}

/// Whether the fault has struck by now.
pub fn has_struck() -> bool {
    TAPE.with_borrow(|tape| tape.fault.is_some_and(|fault| tape.calls >= fault.at))
}

/// Runs `f` without the fault, and without counting its calls.
pub fn spare<T>(f: impl FnOnce() -> T) -> T {
    let before = TAPE.with_borrow_mut(|tape| std::mem::replace(&mut tape.spared, true));
    let done = f();
    TAPE.with_borrow_mut(|tape| tape.spared = before);
    done
}

/// SQLite's code for the failure, if this call is to fail.
pub fn refused(call: Call) -> Option<c_int> {
    TAPE.with_borrow_mut(|tape| {
        let fault = tape.fault.filter(|_| !tape.spared)?;
        let code = code(fault.kind, call)?;
        tape.calls += 1;
        let strikes = tape.calls == fault.at || (fault.lasting && tape.calls > fault.at);
        strikes.then_some(code)
    })
}

fn code(kind: Kind, call: Call) -> Option<c_int> {
    match (kind, call) {
        (Kind::Io, Call::Open) => Some(ffi::SQLITE_CANTOPEN),
        (Kind::Io, Call::Delete) => Some(ffi::SQLITE_IOERR_DELETE),
        (Kind::Io, Call::Access) => Some(ffi::SQLITE_IOERR_ACCESS),
        (Kind::Io, Call::Read) => Some(ffi::SQLITE_IOERR_READ),
        (Kind::Io, Call::Write) => Some(ffi::SQLITE_IOERR_WRITE),
        (Kind::Io, Call::Truncate) => Some(ffi::SQLITE_IOERR_TRUNCATE),
        (Kind::Io, Call::Sync) => Some(ffi::SQLITE_IOERR_FSYNC),
        (Kind::Io, Call::Size) => Some(ffi::SQLITE_IOERR_FSTAT),
        (Kind::Io, Call::Lock) => Some(ffi::SQLITE_IOERR_LOCK),
        (Kind::Io, Call::CheckLock) => Some(ffi::SQLITE_IOERR_CHECKRESERVEDLOCK),
        (Kind::Io, Call::ShmMap | Call::ShmGrow) => Some(ffi::SQLITE_IOERR_SHMMAP),
        (Kind::Io, Call::ShmLock) => Some(ffi::SQLITE_IOERR_SHMLOCK),
        (Kind::Io, Call::Own(_)) => Some(ffi::SQLITE_IOERR),
        (Kind::Full, Call::Write | Call::Own(true)) => Some(ffi::SQLITE_FULL),
        (Kind::Full, Call::ShmGrow) => Some(ffi::SQLITE_IOERR_SHMSIZE),
        (Kind::Full, _) => None,
    }
}

/// Hears of what the store does to the disk beside SQLite.
fn hear(step: Step<'_>) -> io::Result<()> {
    let needs_room = !matches!(step, Step::Remove(_) | Step::SyncFolder(_) | Step::Sync(_));
    match refused(Call::Own(needs_room)) {
        Some(ffi::SQLITE_FULL) => return Err(io::ErrorKind::StorageFull.into()),
        Some(_) => return Err(io::ErrorKind::Other.into()),
        None => {}
    }
    match step {
        Step::MakeFolder(path) => {
            let mut missing: Vec<&Path> = path.ancestors().take_while(|path| !path.exists()).collect();
            missing.reverse();
            for folder in missing {
                record(folder, Event::MakeFolder);
            }
        }
        Step::Make(path) => record(path, Event::Make),
        Step::Fill(path, bytes) => record(path, |path| Event::Write(path, 0, bytes.to_vec())),
        Step::Sync(path) => record(path, Event::Sync),
        Step::SyncFolder(path) => record(path, Event::SyncFolder),
        // Both lie in one folder, and so both are recorded or neither.
        Step::Rename(from, to) => record(from, |from| {
            let name = to.file_name().unwrap().to_str().unwrap();
            Event::Rename(from.clone(), crate::disk::sibling(&from, name))
        }),
        // A step that will fail because there is nothing to remove.
        Step::Remove(path) if !path.exists() => {}
        Step::Remove(path) => record(path, Event::Remove),
    }
    Ok(())
}
