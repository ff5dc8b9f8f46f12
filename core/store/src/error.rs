//! What can go wrong, told apart so that a person can act on it.
//!
//! No variant carries a path, a key, SQL or anything from an entry: these texts end on screens and
//! in reports.

use std::io;

use rusqlite::{Error as Sql, ErrorCode, ffi};

/// The result of a call to the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store refused or failed. Unless a variant says otherwise, nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file is a store, made with another key.
    #[error("This key does not open the store. Nothing was changed; the key it was made with will open it.")]
    WrongKey,
    /// The file is something else. (Or a store whose key-check file is gone, opened with a wrong
    /// key.)
    #[error("The file is not a store that this key opens. Nothing was changed; check which file was chosen.")]
    NotADatabase,
    /// Part of the store can't be read, or has vanished.
    #[error(
        "The store is damaged or part of it is missing. Nothing was changed; save what can be read and set it aside."
    )]
    Damaged,
    /// The file was written by a newer release.
    #[error(
        "The store was written by a newer version (format {found}; this version reads up to {supported}). \
             Nothing was changed; update the app."
    )]
    NewerSchema {
        /// The file's schema version.
        found: u32,
        /// The highest schema version that this build reads.
        supported: u32,
    },
    /// There is no room for this write. The store can be read, and written again once there is
    /// room.
    #[error("There is no room left on this device. Nothing of this step was saved; free some space and repeat it.")]
    DiskFull,
    /// The file or its folder can't be written.
    #[error("The store can be read but not written. Check the permissions of the file and its folder.")]
    ReadOnly,
    /// Another process held the store for longer than we wait.
    #[error("Another process is using the store. Nothing of this step was saved; try again.")]
    Busy,
    /// There is no store here.
    #[error("There is no store at this place.")]
    NotFound,
    /// Somebody else has written to a stream that the batch was computed on: compute it again.
    #[error("The record has changed in the meantime. Nothing of this step was saved; look at it and repeat.")]
    Moved,
    /// The caller handed over something that can't be stored; a fault of the program.
    #[error("This can't be stored: {0}.")]
    Invalid(&'static str),
    /// The operating system refused. A batch that met this is there whole, or not at all.
    #[error("The operating system could not read or write the store ({0}).")]
    Io(io::ErrorKind),
    /// SQLite answered what we do not expect; a fault of the program.
    #[error("The store failed in an unexpected way (SQLite code {0}).")]
    Unexpected(i32),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            kind => StoreError::Io(kind),
        }
    }
}

impl From<Sql> for StoreError {
    // Only codes are kept of SQLite's error: its text can hold SQL, and with it the key.
    fn from(error: Sql) -> Self {
        match error {
            Sql::SqliteFailure(failure, _) => from_code(failure),
            Sql::SqlInputError { error, .. } => StoreError::Unexpected(error.extended_code),
            // A value in the file that no commit of ours can have put there.
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..) => StoreError::Damaged,
            _ => StoreError::Unexpected(0),
        }
    }
}

fn from_code(failure: ffi::Error) -> StoreError {
    match (failure.code, failure.extended_code) {
        (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => StoreError::Damaged,
        (_, ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA) => StoreError::Damaged,
        // The -shm file could not grow: there is no other reason in practice.
        (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => StoreError::DiskFull,
        (ErrorCode::ReadOnly, _) => StoreError::ReadOnly,
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::Busy,
        (ErrorCode::ConstraintViolation | ErrorCode::TooBig, _) => StoreError::Invalid("it breaks a rule of the store"),
        (ErrorCode::OutOfMemory, _) => StoreError::Io(io::ErrorKind::OutOfMemory),
        (ErrorCode::PermissionDenied, _) => StoreError::Io(io::ErrorKind::PermissionDenied),
        (ErrorCode::SystemIoFailure | ErrorCode::CannotOpen, _) => StoreError::Io(io::ErrorKind::Other),
        (_, code) => StoreError::Unexpected(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_codes_are_told_apart() {
        let cases = [
            (ffi::SQLITE_NOTADB, StoreError::Damaged),
            (ffi::SQLITE_CORRUPT, StoreError::Damaged),
            (ffi::SQLITE_CORRUPT_INDEX, StoreError::Damaged),
            (ffi::SQLITE_FULL, StoreError::DiskFull),
            (ffi::SQLITE_IOERR_SHMSIZE, StoreError::DiskFull),
            (ffi::SQLITE_READONLY_DIRECTORY, StoreError::ReadOnly),
            (ffi::SQLITE_BUSY, StoreError::Busy),
            (ffi::SQLITE_BUSY_SNAPSHOT, StoreError::Busy),
            (ffi::SQLITE_CANTOPEN, StoreError::Io(io::ErrorKind::Other)),
            (ffi::SQLITE_IOERR_FSYNC, StoreError::Io(io::ErrorKind::Other)),
            (ffi::SQLITE_MISUSE, StoreError::Unexpected(ffi::SQLITE_MISUSE)),
        ];
        for (code, expected) in cases {
            let error = Sql::SqliteFailure(ffi::Error::new(code), Some("PLANTED".into()));
            assert_eq!(StoreError::from(error), expected, "code {code}");
        }
    }

    #[test]
    fn a_full_disk_is_a_full_disk_whoever_says_it() {
        let error = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(StoreError::from(error), StoreError::DiskFull);
    }
}
