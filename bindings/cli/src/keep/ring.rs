//! The system's keyring: Secret Service, Keychain, Credential Manager.
//!
//! A keyring may ask its person for a password, wait for ever, or not be there at all. Every call
//! runs on a thread of its own and is given up after a while; the thread is left behind, and ends
//! with the program.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use keyring::Entry;
use marrow::engine::id::CaseId;

use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::{Out, Text};

const SERVICE: &str = "marrow";
/// A keyring that is open answers in milliseconds.
const PROMPT: Duration = Duration::from_secs(2);
/// Long enough to type a password.
const PATIENCE: Duration = Duration::from_secs(60);

/// The name that a store's secrets have in the keyring; it says nothing about the store.
pub fn name(random: &[u8; 16]) -> String {
    CaseId(*random).to_string()
}

fn waits<T: Send + 'static>(
    task: impl FnOnce() -> keyring::Result<T> + Send + 'static,
    patience: Duration,
) -> Option<keyring::Result<T>> {
    let (done, result) = channel();
    thread::Builder::new()
        .spawn(move || {
            let _ = done.send(task());
        })
        .ok()?;
    result.recv_timeout(patience).ok()
}

fn gone(say: Say) -> Failure {
    Failure::new(say.get("terminal.key.keyring-silent"))
        .hint(say.get("terminal.key.keyring-hint"))
        .kind("key")
}

/// Keeps secrets, and reads them back before anybody relies on them.
pub fn keep(name: &str, secrets: &[u8; 64], say: Say) -> Result<()> {
    let status = || {
        Entry::store_status()
            .as_ref()
            .map(|_| ())
            .map_err(|_| keyring::Error::NoDefaultStore)
    };
    if !matches!(waits(status, PROMPT), Some(Ok(()))) {
        return Err(gone(say));
    }
    let (name, secrets) = (name.to_owned(), *secrets);
    let task = move || {
        let entry = Entry::new(SERVICE, &name)?;
        entry.set_secret(&secrets)?;
        Ok(entry.get_secret()? == secrets)
    };
    match waits(task, PATIENCE) {
        Some(Ok(true)) => Ok(()),
        _ => Err(gone(say)),
    }
}

/// Finds secrets. Where that takes long, somebody is told why.
pub fn find(name: &str, say: Say) -> Result<Vec<u8>> {
    let (done, result) = channel();
    let user = name.to_owned();
    let task = move || {
        let _ = done.send(Entry::new(SERVICE, &user).and_then(|entry| entry.get_secret()));
    };
    thread::Builder::new().spawn(task).map_err(|_| gone(say))?;
    let answer = result.recv_timeout(PROMPT).or_else(|_| {
        Out::new(false).talk(&[Text::plain(say.get("terminal.key.keyring-waits"))]);
        result.recv_timeout(PATIENCE)
    });
    match answer {
        Ok(Ok(secret)) => Ok(secret),
        Ok(Err(keyring::Error::NoEntry)) => Err(Failure::new(say.get("terminal.key.keyring-lacks"))
            .hint(say.get("terminal.key.keyring-hint"))
            .kind("key")),
        _ => Err(gone(say)),
    }
}

fn mark_name(name: &str) -> String {
    format!("{name} mark")
}

/// The mark, where there is one.
pub fn find_mark(name: &str) -> Option<u64> {
    let user = mark_name(name);
    let secret = waits(move || Entry::new(SERVICE, &user)?.get_secret(), PROMPT)?.ok()?;
    Some(u64::from_be_bytes(secret.try_into().ok()?))
}

/// Keeps the mark.
pub fn keep_mark(name: &str, mark: u64) {
    let user = mark_name(name);
    let _ = waits(
        move || Entry::new(SERVICE, &user)?.set_secret(&mark.to_be_bytes()),
        PROMPT,
    );
}
