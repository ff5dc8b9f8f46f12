//! The phone's clocks, read by the shell just before each call.

use marrow::engine::time;
pub use marrow::engine::time::NextOffset;
use uuid::Uuid;

/// A coming change of the zone's offset.
#[uniffi::remote(Record)]
pub struct NextOffset {
    /// When it changes, Unix ms.
    pub at_ms: i64,
    /// The offset from then on, seconds.
    pub offset_s: i32,
}

/// What a shell reads from its platform's clocks and passes in with every call.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ClockSample {
    /// Wall clock, Unix ms.
    pub wall_ms: i64,
    /// Time since boot, sleep included, ms.
    pub boot_ms: i64,
    /// A new random value after each boot.
    pub boot_id: Uuid,
    /// IANA zone name, `Europe/Madrid`.
    pub zone: String,
    /// Offset from UTC now, seconds.
    pub offset_s: i32,
    /// The next change of that offset, where the platform knows it.
    pub next_offset: Option<NextOffset>,
}

impl From<ClockSample> for time::ClockSample {
    fn from(sample: ClockSample) -> Self {
        let ClockSample {
            wall_ms,
            boot_ms,
            boot_id,
            zone,
            offset_s,
            next_offset,
        } = sample;
        Self {
            wall_ms,
            boot_ms,
            boot_id: boot_id.into_bytes(),
            zone,
            offset_s,
            next_offset,
        }
    }
}
