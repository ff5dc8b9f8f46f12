//! A VFS for SQLite (<https://www.sqlite.org/vfs.html>) around the platform's own: what it does to
//! the disk is put on the thread's tape, and it fails when the tape says so.
//!
//! The files are real, so that the store's own readers of them see what SQLite has written. Only
//! syncs are left out: what they promise is the simulated disk's affair.
//!
//! This is the one place with unsafe code in the house, because a VFS is a table of C functions. All
//! of it rests on SQLite's contract: a `sqlite3_file` that reaches these functions is one that
//! `open` has set up in memory of the size that was asked for, every pointer is valid for the
//! length that stands beside it, and a file's name lives as long as the file is open.

#![allow(unsafe_code, reason = "a VFS is a table of C functions")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::size_of;
use std::path::Path;
use std::ptr;
use std::sync::Once;

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use crate::tape::{self, Call, Event};

/// Makes this the VFS of every connection that the process opens from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| unsafe {
        let real = ffi::sqlite3_vfs_find(ptr::null());
        let ours = Box::leak(Box::new(*real));
        ours.zName = c"recorded".as_ptr();
        ours.pAppData = real.cast();
        ours.pNext = ptr::null_mut();
        ours.szOsFile += c_int::try_from(size_of::<File>()).unwrap();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        ours.xAccess = Some(access);
        ours.xFullPathname = Some(full_pathname);
        assert_eq!(ffi::sqlite3_vfs_register(ours, 1), ffi::SQLITE_OK);
    });
}

/// What SQLite holds as its `sqlite3_file`. The platform's own follows it in memory.
#[repr(C)]
struct File {
    base: sqlite3_file,
    name: *const c_char,
    /// Whether the next sync must make the file's name durable as well, as the platform's VFS does
    /// for a new -wal or -journal.
    sync_name: bool,
}

impl File {
    unsafe fn of<'a>(file: *mut sqlite3_file) -> &'a mut File {
        unsafe { &mut *file.cast() }
    }

    fn path(&self) -> Option<&Path> {
        unsafe { path(self.name) }
    }

    fn record(&self, event: impl FnOnce(String) -> Event) {
        if let Some(path) = self.path() {
            tape::record(path, event);
        }
    }
}

unsafe fn path<'a>(name: *const c_char) -> Option<&'a Path> {
    if name.is_null() {
        return None;
    }
    Some(Path::new(unsafe { CStr::from_ptr(name) }.to_str().unwrap()))
}

unsafe fn real_vfs(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    unsafe { (*vfs).pAppData.cast() }
}

unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    unsafe { file.cast::<File>().add(1).cast() }
}

/// Calls a method of the platform's VFS or file.
macro_rules! pass_on {
    ($vfs:expr => $method:ident($($argument:expr),*)) => {{
        let vfs = unsafe { real_vfs($vfs) };
        unsafe { (*vfs).$method.unwrap()(vfs, $($argument),*) }
    }};
    ($file:expr, $method:ident($($argument:expr),*)) => {{
        let file = unsafe { real($file) };
        unsafe { (*(*file).pMethods).$method.unwrap()(file, $($argument),*) }
    }};
}

/// Fails if the tape says so.
macro_rules! or_refuse {
    ($call:expr) => {
        if let Some(code) = tape::refused($call) {
            return code;
        }
    };
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let journal = ffi::SQLITE_OPEN_WAL | ffi::SQLITE_OPEN_MAIN_JOURNAL;
    unsafe {
        ptr::write(
            file.cast(),
            File {
                base: sqlite3_file { pMethods: ptr::null() },
                name,
                sync_name: flags & journal != 0 && flags & ffi::SQLITE_OPEN_CREATE != 0,
            },
        );
        (*real(file)).pMethods = ptr::null();
    }
    or_refuse!(Call::Open);
    let new = unsafe { path(name) }.is_some_and(|path| !path.exists());
    let code = pass_on!(vfs => xOpen(name, real(file), flags, out_flags));
    if unsafe { !(*real(file)).pMethods.is_null() } {
        unsafe { File::of(file) }.base.pMethods = &METHODS;
    }
    if code == ffi::SQLITE_OK && new {
        unsafe { File::of(file) }.record(Event::Make);
    }
    code
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    or_refuse!(Call::Delete);
    let code = pass_on!(vfs => xDelete(name, 0));
    if let (ffi::SQLITE_OK, Some(path)) = (code, unsafe { path(name) }) {
        tape::record(path, Event::Remove);
        if sync_folder != 0 {
            tape::record(path.parent().unwrap(), Event::SyncFolder);
        }
    }
    code
}

unsafe extern "C" fn access(vfs: *mut sqlite3_vfs, name: *const c_char, flags: c_int, out: *mut c_int) -> c_int {
    or_refuse!(Call::Access);
    pass_on!(vfs => xAccess(name, flags, out))
}

unsafe extern "C" fn full_pathname(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    length: c_int,
    out: *mut c_char,
) -> c_int {
    pass_on!(vfs => xFullPathname(name, length, out))
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // Version 3 would add memory-mapped reading, which neither SQLCipher nor the store uses.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    pass_on!(file, xClose())
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, length: c_int, offset: sqlite3_int64) -> c_int {
    or_refuse!(Call::Read);
    pass_on!(file, xRead(to, length, offset))
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    length: c_int,
    offset: sqlite3_int64,
) -> c_int {
    let refused = tape::refused(Call::Write);
    // A write that fails may have begun, with some of its sectors.
    let sector = c_int::try_from(crate::disk::SECTOR).unwrap();
    let length = if refused.is_some() {
        length / 2 / sector * sector
    } else {
        length
    };
    let code = pass_on!(file, xWrite(from, length, offset));
    if code == ffi::SQLITE_OK {
        let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(length).unwrap()) };
        let offset = usize::try_from(offset).unwrap();
        unsafe { File::of(file) }.record(|path| Event::Write(path, offset, bytes.to_vec()));
    }
    refused.unwrap_or(code)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, length: sqlite3_int64) -> c_int {
    or_refuse!(Call::Truncate);
    let code = pass_on!(file, xTruncate(length));
    if code == ffi::SQLITE_OK {
        let length = usize::try_from(length).unwrap();
        unsafe { File::of(file) }.record(|path| Event::Truncate(path, length));
    }
    code
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    or_refuse!(Call::Sync);
    let file = unsafe { File::of(file) };
    let full = flags & 0x0f == ffi::SQLITE_SYNC_FULL;
    file.record(if full { Event::Sync } else { Event::HalfSync });
    if file.sync_name {
        file.sync_name = false;
        if let Some(folder) = file.path().and_then(Path::parent) {
            tape::record(folder, Event::SyncFolder);
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    or_refuse!(Call::Size);
    pass_on!(file, xFileSize(out))
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    or_refuse!(Call::Lock);
    pass_on!(file, xLock(level))
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass_on!(file, xUnlock(level))
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    or_refuse!(Call::CheckLock);
    pass_on!(file, xCheckReservedLock(out))
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    pass_on!(file, xFileControl(operation, argument))
}

unsafe extern "C" fn sector_size(_file: *mut sqlite3_file) -> c_int {
    c_int::try_from(crate::disk::SECTOR).unwrap()
}

/// Of all that a disk could promise, only whether an interrupted write leaves its neighbours in the
/// sector alone.
unsafe extern "C" fn device_characteristics(_file: *mut sqlite3_file) -> c_int {
    if tape::spares_neighbours() {
        ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
    } else {
        0
    }
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    or_refuse!(if extend != 0 { Call::ShmGrow } else { Call::ShmMap });
    pass_on!(file, xShmMap(region, size, extend, out))
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, offset: c_int, n: c_int, flags: c_int) -> c_int {
    if flags & ffi::SQLITE_SHM_LOCK != 0 {
        or_refuse!(Call::ShmLock);
    }
    pass_on!(file, xShmLock(offset, n, flags))
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    pass_on!(file, xShmBarrier());
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    pass_on!(file, xShmUnmap(delete))
}
