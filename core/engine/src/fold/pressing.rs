//! Pressing on the puncture after the removal (article A18): what ran, and whether it counts.

use super::telling::Telling;
use super::timeline::{Events, Mark};
use crate::protocol::Event;
use crate::time::Ms;

/// One pressing on the puncture.
#[derive(Clone, Copy, Debug)]
pub struct Pressing {
    /// When it started.
    pub start: Mark,
    /// How long it had to be then.
    pub needed: Ms,
    /// When and how it ended; `None` while it runs.
    pub end: Option<(Mark, PressingEnd)>,
}

/// How a pressing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressingEnd {
    /// Long enough, and the bleeding had stopped.
    Full,
    /// Ended early and dry, with a reason.
    EarlyDry,
    /// Too short without a reason.
    TooShort,
    /// The bleeding had not stopped.
    StillBleeding,
    /// A second start interrupted it.
    Interrupted,
}

impl Telling<'_, '_> {
    /// Somebody starts to press; a second start interrupts the first.
    pub(super) fn press(&mut self, mark: Mark) {
        if let Some(running) = self.pressings.last_mut().filter(|p| p.end.is_none()) {
            running.end = Some((mark, PressingEnd::Interrupted));
        }
        let protocol = self.case.protocol_at(mark.at, self.frame);
        let minutes = if self.now.anticoagulated {
            "compression.minutes-anticoagulated"
        } else {
            "compression.minutes"
        };
        let needed = protocol.value(minutes).unwrap_or(0);
        self.pressings.push(Pressing {
            start: mark,
            needed,
            end: None,
        });
    }

    /// The pressing ends.
    pub(super) fn release(&mut self, mark: Mark, stopped: bool, early_reason: bool, events: &mut Events) {
        let Some(running) = self.pressings.last_mut().filter(|p| p.end.is_none()) else {
            return;
        };
        let long_enough = mark.at - running.start.at >= running.needed;
        let end = match (stopped, long_enough, early_reason) {
            (false, ..) => PressingEnd::StillBleeding,
            (true, true, _) => PressingEnd::Full,
            (true, false, true) => PressingEnd::EarlyDry,
            (true, false, false) => PressingEnd::TooShort,
        };
        running.end = Some((mark, end));
        let counts = matches!(end, PressingEnd::Full | PressingEnd::EarlyDry);
        events.add(if counts {
            Event::Compression
        } else {
            Event::CompressionBad
        });
    }
}
