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

/// The first 128 bits of a hash.
pub(super) type Hash = [u8; 16];

/// A hash of parts that cannot run into each other.
fn digest(kind: &str, parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in [kind.as_bytes()].iter().chain(parts) {
        hasher.update(length(part));
        hasher.update(part);
    }
    let (mut first, hash) = (Hash::default(), hasher.finalize());
    first.iter_mut().zip(hash).for_each(|(to, byte)| *to = byte);
    first
}

/// How long a part is; in as many bytes on every phone.
const fn length(part: &[u8]) -> [u8; 8] {
    (part.len() as u64).to_be_bytes()
}

/// In hex, after what stands before it. By hand: a plan for a ward makes hundreds of these.
fn hex(before: &str, bytes: &[u8]) -> String {
    let mut text = String::with_capacity(before.len() + 2 * bytes.len());
    text.push_str(before);
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
        }
    }
    text
}

pub(super) fn reminder(case: CaseId, step: &str, due_at: Ms, rung: i32) -> String {
    let parts = [
        case.0.as_slice(),
        step.as_bytes(),
        &due_at.to_be_bytes(),
        &rung.to_be_bytes(),
    ];
    hex(VERSION, &digest("reminder", &parts))
}

/// One occurrence of one task.
pub(super) fn occurrence(case: CaseId, step: &str, due_at: Ms) -> Hash {
    digest("slot", &[case.0.as_slice(), step.as_bytes(), &due_at.to_be_bytes()])
}

/// What is on the screen for an occurrence.
pub(super) fn slot(occurrence: &Hash) -> String {
    hex(VERSION, occurrence)
}

pub(super) fn timer(case: CaseId, since: Ms) -> String {
    hex(VERSION, &digest("timer", &[case.0.as_slice(), &since.to_be_bytes()]))
}

/// A short mark of a task in any of its occurrences.
pub(super) fn mark(case: CaseId, step: &str) -> String {
    let hash = digest("task", &[case.0.as_slice(), step.as_bytes()]);
    hex("", &hash[..6])
}

/// The marks at the end of a fingerprint: the critical tasks that the reminder covers.
pub(super) fn marks(fingerprint: &str) -> impl Iterator<Item = &str> {
    fingerprint.split('+').skip(1)
}

/// The fingerprint of a reminder whose own field is still empty. What its members are is told by the hashes of their
/// occurrences, which are made once a task: members are by far the most of a plan.
pub(super) fn fingerprint<'m>(
    reminder: &Reminder,
    members: impl Iterator<Item = (&'m Hash, i32)>,
    marks: impl Iterator<Item = &'m str>,
) -> String {
    // Field by field, so that a new one does not compile until it is here.
    let Reminder {
        id,
        slot,
        fire_at_ms,
        channel,
        level,
        rung,
        title,
        body,
        thread,
        category,
        link,
        expires_at_ms,
        fingerprint: _,
        members: _,
    } = reminder;
    let mut content = Vec::with_capacity(512 + 20 * reminder.members.len());
    for text in [id, slot, title, body, thread, link] {
        content.extend(length(text.as_bytes()));
        content.extend(text.as_bytes());
    }
    content.extend([*channel as u8, *level as u8, *category as u8]);
    content.extend(rung.to_be_bytes());
    content.extend(fire_at_ms.to_be_bytes());
    content.extend(expires_at_ms.to_be_bytes());
    for (occurrence, rung) in members {
        content.extend(occurrence);
        content.extend(rung.to_be_bytes());
    }
    let mut fingerprint = hex("", &digest("content", &[&content]));
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
    hex("", &digest("plan", &parts))
}
