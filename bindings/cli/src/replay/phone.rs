//! A phone of a scenario: a real encrypted store in a folder of its own, and clocks that can be wrong.

use chrono::{Offset, TimeZone, Utc};
use chrono_tz::Tz;
use marrow::engine::protocol::Protocols;
use marrow::engine::time::ClockSample;
use marrow::{Key, Marrow, OpenOptions, Secret};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::scenario::Instant;
use crate::failure::{Failure, Result};

/// One installation.
pub struct Phone {
    pub marrow: Marrow,
    /// What its wall clock shows beyond true time, ms.
    ahead_ms: i64,
    zone: Tz,
    boots: u8,
    booted_at: Instant,
    /// Where there is one to be thrown away.
    _folder: Option<TempDir>,
}

/// Bytes that follow from a name, so that a scenario plays the same way each time.
pub fn bytes(of: &str) -> [u8; 32] {
    Sha256::digest(of.as_bytes()).into()
}

fn sixteen(of: &str) -> [u8; 16] {
    let mut id = [0; 16];
    id.copy_from_slice(&bytes(of)[..16]);
    id
}

/// The zone of that name.
pub fn zone(name: &str) -> Result<Tz> {
    name.parse()
        .map_err(|_| Failure::new(format!("there is no time zone {name}")))
}

impl Phone {
    /// A new phone with an empty store.
    pub fn new(name: &str, zone: Tz, now: Instant) -> Result<Self> {
        let folder =
            TempDir::with_prefix("marrow-replay-").map_err(|e| Failure::new(format!("no temporary folder: {e}")))?;
        let marrow = Marrow::open(OpenOptions {
            path: &folder.path().join("marrow.db"),
            key: Key::new(bytes(&format!("key of {name}"))),
            secret: Secret(bytes(&format!("secret of {name}"))),
            fresh: sixteen(name),
            high_water: None,
            protocols: Protocols::shipped(),
        })?;
        Ok(Self {
            _folder: Some(folder),
            ..Self::with(marrow, zone, now)
        })
    }

    /// A phone with a store that stays.
    pub fn with(marrow: Marrow, zone: Tz, now: Instant) -> Self {
        // It was on for an hour before anybody used it.
        let booted_at = Instant(now.0 - 3_600_000);
        Self {
            marrow,
            ahead_ms: 0,
            zone,
            boots: 0,
            booted_at,
            _folder: None,
        }
    }

    /// What its clocks show at a true instant.
    pub fn sample(&self, at: Instant) -> ClockSample {
        let utc = Utc.timestamp_millis_opt(at.0).single().unwrap_or_default();
        ClockSample {
            wall_ms: self.wall(at),
            boot_ms: at.0 - self.booted_at.0,
            boot_id: [self.boots; 16],
            zone: self.zone.name().to_owned(),
            offset_s: self
                .zone
                .offset_from_utc_datetime(&utc.naive_utc())
                .fix()
                .local_minus_utc(),
            next_offset: None,
        }
    }

    /// A true instant as this phone's wall clock shows it now.
    pub fn wall(&self, at: Instant) -> i64 {
        at.0.saturating_add(self.ahead_ms)
    }

    /// What this phone's wall clock shows, as true time.
    pub fn truth(&self, wall_ms: i64) -> Instant {
        Instant(wall_ms.saturating_sub(self.ahead_ms))
    }

    /// Somebody sets the wall clock; the system tells the app.
    pub fn jump(&mut self, by_ms: i64, at: Instant) -> Result<()> {
        self.ahead_ms += by_ms;
        self.marrow.observe(&self.sample(at))?;
        Ok(())
    }

    /// The phone restarts; the system starts the app.
    pub fn reboot(&mut self, at: Instant) -> Result<()> {
        self.boots = self.boots.wrapping_add(1);
        self.booted_at = at;
        self.marrow.observe(&self.sample(at))?;
        Ok(())
    }

    /// The phone is in another zone.
    pub fn travel(&mut self, zone: Tz, at: Instant) -> Result<()> {
        self.zone = zone;
        self.marrow.observe(&self.sample(at))?;
        Ok(())
    }
}
