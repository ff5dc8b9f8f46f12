//! What a phone's operating system can do for reminders, as its shell found it.

use serde::{Deserialize, Serialize};

/// The operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Os {
    /// Re-validates each reminder when it fires.
    Android,
    /// Runs no code of ours when a reminder fires.
    Ios,
}

/// What it can do now. Only [`PlatformCaps::max_pending`] shapes the plan: a permission that was taken
/// away makes reminders late or quiet, which a banner says, but never fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlatformCaps {
    /// The operating system.
    pub os: Os,
    /// How many reminders it may hold at a time.
    pub max_pending: usize,
    /// It fires at the exact time.
    pub exact: bool,
    /// Reminders pass a focus mode.
    pub time_sensitive: bool,
    /// Critical reminders sound on a silenced phone.
    pub critical: bool,
    /// It has system-level timers that an app can set.
    pub alarm_kit: bool,
    /// A critical reminder may take the whole screen.
    pub full_screen: bool,
}

impl PlatformCaps {
    /// Android with everything allowed. The system refuses the 501st exact wake-up of an app by throwing;
    /// 300 leaves room for the twins that critical ones get.
    pub const fn android() -> Self {
        Self {
            os: Os::Android,
            max_pending: 300,
            exact: true,
            time_sensitive: false,
            critical: true,
            alarm_kit: false,
            full_screen: true,
        }
    }

    /// iOS with time-sensitive notifications allowed. It keeps 64 and drops the rest, which ones differs
    /// by version; 60 leaves room for changes under way.
    pub const fn ios() -> Self {
        Self {
            os: Os::Ios,
            max_pending: 60,
            exact: true,
            time_sensitive: true,
            critical: false,
            alarm_kit: false,
            full_screen: false,
        }
    }
}
