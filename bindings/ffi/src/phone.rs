//! What the shell knows of the phone, and what the core makes of its clock.

use marrow::Phone;
use marrow::engine::time::ClockSample;

use crate::forms::Actor;
use crate::guard::Failed;
use crate::reminders::Lateness;

/// What the shell knows of the phone: told after a boot, when the clock or the zone was set, when the app comes to the
/// front, and whenever one of these changes.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PhoneReport {
    /// The operating system may not deliver reminders.
    pub reminders_can_fail: bool,
    /// The storage is nearly full.
    pub storage_low: bool,
    /// A person has looked at the phone's clock and says that it is right: who.
    #[uniffi(default = None)]
    pub clock_confirmed_by: Option<Actor>,
}

/// The phone's clock, as the core sees it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PhoneView {
    /// By how much the wall clock jumped since it was last seen, ms.
    pub jumped_ms: i64,
    /// The wall clock stands elsewhere than where a person last trusted it, or time is uncertain.
    pub clock_in_doubt: bool,
    /// How much time passed over the last reboot cannot be known.
    pub time_uncertain: bool,
    /// How late reminders come here; none where none was shown yet.
    pub lateness: Option<Lateness>,
}

/// Takes a report over.
pub fn report(marrow: &mut marrow::Marrow, report: PhoneReport, now: &ClockSample) -> Result<PhoneView, Failed> {
    let PhoneReport {
        reminders_can_fail,
        storage_low,
        clock_confirmed_by,
    } = report;
    marrow.set_phone(Phone {
        reminders_can_fail,
        storage_low,
        // The core's own to tell.
        clock_jumped: false,
        time_uncertain: false,
    });
    let jumped_ms = marrow.observe(now)?;
    if let Some(actor) = clock_confirmed_by {
        marrow.confirm_clock(actor, now)?;
    }
    let clock = marrow.clock_state(now);
    Ok(PhoneView {
        jumped_ms,
        clock_in_doubt: clock.jumped(),
        time_uncertain: clock.uncertain,
        lateness: marrow.lateness()?.map(Lateness::from),
    })
}
