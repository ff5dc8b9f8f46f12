//! What a shell reports back of the reminders.

use marrow::engine::reminders::Held;

/// A reminder that the operating system holds and has not fired yet.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct HeldReminder {
    /// Its id.
    pub id: String,
    /// The fingerprint it was made with.
    pub fingerprint: String,
    /// When it fires, Unix ms.
    pub fire_at_ms: i64,
}

impl From<HeldReminder> for Held {
    fn from(held: HeldReminder) -> Self {
        let HeldReminder {
            id,
            fingerprint,
            fire_at_ms,
        } = held;
        Self {
            id,
            fingerprint,
            fire_at_ms,
        }
    }
}
