//! Names of reminders, and fingerprints of what they say.
//!
//! A name tells nothing: the case's id in it is random, and the hash cannot be turned back.

use sha2::{Digest, Sha256};

use super::{Reminder, RunningTimer};
use crate::id::CaseId;
use crate::time::Ms;

/// The version of the naming. What is held under any other is cancelled.
pub(super) const VERSION: &str = "v1:";

/// The one reminder that is about the reminders themselves.
pub(super) const SENTINEL: &str = "v1:sentinel";

/// The first 128 bits in hex, of parts that cannot run into each other.
fn digest(kind: &str, parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in [kind.as_bytes()].iter().chain(parts) {
        hasher.update(part.len().to_be_bytes().as_slice());
        hasher.update(part);
    }
    // By hand: a plan for a ward makes tens of thousands of these.
    let digit = |nibble: u8| char::from(b"0123456789abcdef"[usize::from(nibble)]);
    let hash = hasher.finalize();
    let bytes = hash.iter().take(16);
    bytes.flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

pub(super) fn reminder(case: CaseId, step: &str, due_at: Ms, rung: i32) -> String {
    let parts = [
        case.0.as_slice(),
        step.as_bytes(),
        &due_at.to_be_bytes(),
        &rung.to_be_bytes(),
    ];
    format!("{VERSION}{}", digest("reminder", &parts))
}

pub(super) fn slot(case: CaseId, step: &str, due_at: Ms) -> String {
    format!(
        "{VERSION}{}",
        digest("slot", &[case.0.as_slice(), step.as_bytes(), &due_at.to_be_bytes()])
    )
}

pub(super) fn timer(case: CaseId, since: Ms) -> String {
    format!(
        "{VERSION}{}",
        digest("timer", &[case.0.as_slice(), &since.to_be_bytes()])
    )
}

/// A short mark of a task in any of its occurrences.
pub(super) fn mark(case: CaseId, step: &str) -> String {
    digest("task", &[case.0.as_slice(), step.as_bytes()])
        .chars()
        .take(12)
        .collect()
}

/// The marks at the end of a fingerprint: the critical tasks that the reminder covers.
pub(super) fn marks(fingerprint: &str) -> impl Iterator<Item = &str> {
    fingerprint.split('+').skip(1)
}

/// The fingerprint of a reminder whose own field is still empty.
pub(super) fn fingerprint(reminder: &Reminder, marks: &[String]) -> String {
    let content = serde_json::to_vec(reminder).unwrap_or_default();
    let mut fingerprint = digest("content", &[&content]);
    for mark in marks {
        fingerprint.push('+');
        fingerprint.push_str(mark);
    }
    fingerprint
}

pub(super) fn revision(reminders: &[Reminder], running: &[RunningTimer]) -> String {
    let timers = serde_json::to_vec(running).unwrap_or_default();
    let mut parts: Vec<&[u8]> = vec![&timers];
    parts.extend(
        reminders
            .iter()
            .flat_map(|r| [r.id.as_bytes(), r.fingerprint.as_bytes()]),
    );
    digest("plan", &parts)
}
