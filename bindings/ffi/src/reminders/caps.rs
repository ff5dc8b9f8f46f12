//! What an operating system can do for reminders, and the words it needs to hold one.

use marrow::engine::reminders as engine;
pub use marrow::engine::reminders::{Category, Channel, Os};

/// The operating system.
#[uniffi::remote(Enum)]
pub enum Os {
    /// Re-validates each reminder when it fires.
    Android,
    /// Runs no code of ours when a reminder fires.
    Ios,
}

/// How a reminder sounds.
#[uniffi::remote(Enum)]
pub enum Channel {
    /// Must not be missed.
    Critical,
    /// Care that is due.
    Due,
    /// Good to know.
    Soon,
    /// Timers that run.
    Running,
    /// About the reminders themselves.
    System,
}

/// The actions that a reminder offers. *Done* and *acknowledge* ask for authentication.
#[uniffi::remote(Enum)]
pub enum Category {
    Open,
    OpenLater,
    OpenDone,
    OpenLaterDone,
    OpenAck,
    OpenLaterAck,
}

/// What the operating system can do for reminders now, as the shell found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PlatformCaps {
    /// The operating system.
    pub os: Os,
    /// How many reminders it may hold at a time: iOS 60, Android 300.
    pub max_pending: u32,
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

impl From<PlatformCaps> for engine::PlatformCaps {
    fn from(caps: PlatformCaps) -> Self {
        let PlatformCaps {
            os,
            max_pending,
            exact,
            time_sensitive,
            critical,
            alarm_kit,
            full_screen,
        } = caps;
        Self {
            os,
            max_pending: max_pending as usize,
            exact,
            time_sensitive,
            critical,
            alarm_kit,
            full_screen,
        }
    }
}
