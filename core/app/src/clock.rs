//! The phone's clock: what is remembered of it between two calls.

use marrow_engine::entry::payload::ClockConfirmed;
use marrow_engine::entry::{Actor, Payload};
use marrow_engine::time::{ClockSample, ClockState, Ms};
use marrow_store::StoreError;

use crate::{Error, Marrow, Result};

const CLOCK: &str = "clock";

impl Marrow {
    pub(crate) fn read_clock(&self) -> Result<Option<ClockState>> {
        let bytes = self.store.setting(CLOCK)?;
        let read = |bytes: Vec<u8>| serde_json::from_slice(&bytes).map_err(|_| Error::Store(StoreError::Damaged));
        bytes.map(read).transpose()
    }

    pub(crate) fn clock_setting(clock: &ClockState) -> Result<(String, Option<Vec<u8>>)> {
        let bytes = serde_json::to_vec(clock).map_err(|_| Error::Store(StoreError::Damaged))?;
        Ok((CLOCK.to_owned(), Some(bytes)))
    }

    /// A shell's word that something about the clock may have changed: after a boot, when the clock
    /// or the zone was set, when the app comes to the front. Says by how much the wall clock jumped.
    pub fn observe(&mut self, now: &ClockSample) -> Result<Ms> {
        self.refresh()?;
        let before = self.clock.as_ref().map_or(0, |clock| clock.adjusted_ms);
        let pen = self.pen(now)?;
        self.commit(pen)?;
        Ok(self.clock.as_ref().map_or(0, |clock| clock.adjusted_ms) - before)
    }

    /// A person has looked at the phone's clock and says that it is right (clears R20's clock).
    pub fn confirm_clock(&mut self, actor: Actor, now: &ClockSample) -> Result<()> {
        self.refresh()?;
        let mut pen = self.pen(now)?;
        pen.clock = pen.clock.confirm();
        let confirmed = ClockConfirmed {
            total_ms: Some(pen.clock.adjusted_ms),
        };
        self.write_local(&mut pen, Payload::ClockConfirmed(confirmed), actor)?;
        self.commit(pen)
    }

    /// What is known of the clock, with this sample.
    pub fn clock_state(&self, now: &ClockSample) -> ClockState {
        self.clock_now(now)
    }
}
