//! What tests in this and other crates need and an app never does. Not part of the public
//! interface.

use std::path::Path;
use std::time::Duration;

use crate::{Batch, Key, Result, Store, commit, open};

/// Makes a store as release 1 of the schema left it, with the entries and settings of the batch.
pub fn version_1_file(path: &Path, key: &Key, batch: &Batch) -> Result<()> {
    let mut conn = open::writer(path, key, true, 1)?;
    let tx = conn.transaction()?;
    for entry in &batch.entries {
        commit::append(&tx, entry)?;
    }
    for (name, value) in &batch.settings {
        commit::set(&tx, name, value.as_deref())?;
    }
    Ok(tx.commit()?)
}

/// Lets the store grow to this many pages and no further, as a full disk would.
pub fn limit_pages(store: &Store, pages: u32) -> Result<()> {
    crate::connection::answered(store.writer(), &format!("PRAGMA max_page_count = {pages}"))
}

/// Sets how long a commit waits for another process's lock.
pub fn set_patience(store: &Store, patience: Duration) -> Result<()> {
    Ok(store.writer().busy_timeout(patience)?)
}

/// Runs SQL as a fault or another program would; for locks, newer versions, and attempts on the
/// log.
pub fn run_sql(store: &Store, sql: &str) -> Result<()> {
    Ok(store.writer().execute_batch(sql)?)
}
