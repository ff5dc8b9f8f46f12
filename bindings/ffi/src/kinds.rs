//! The kinds of entry, as a name without fields.

pub use marrow::engine::entry::Kind as EntryKind;
use marrow::engine::entry::Kind;

/// What an entry is about.
#[uniffi::remote(Enum)]
#[uniffi(name = "EntryKind")]
pub enum Kind {
    OpenCase,
    UpdatePatient,
    AttemptFailed,
    Insert,
    Check,
    Disinfect,
    Dressing,
    GiveProduct,
    StartProduct,
    StopProduct,
    Flush,
    AdequateVolume,
    VenousAccess,
    VenousAccessLost,
    AccessReview,
    Extend,
    KeepPastLimit,
    RemovalAntiseptic,
    Remove,
    StartCompression,
    EndCompression,
    Transfer,
    Complication,
    Note,
    Tell,
    Acknowledge,
    Snooze,
    Skip,
    GiveHandover,
    AcceptHandover,
    SignOff,
    EndCase,
    Link,
    Unlink,
    Strike,
    Reinstate,
    Amend,
    MovePolicy,
    ClockAdjusted,
    ClockConfirmed,
    StreamBegins,
}
