//! What is said about a step that is due, beside doing it.

use super::forms;
use crate::words::SkipReason;

forms! {
    /// A reminder that can be acknowledged was.
    AcknowledgeForm of Acknowledge { step: String } [due_at_ms]
    /// "Later": moves the reminder, never the due time.
    SnoozeForm of Snooze { step: String } [due_at_ms, until_ms, case]
    /// "Not this time".
    SkipForm of Skip { step: String, reason: SkipReason, text: String }
}
