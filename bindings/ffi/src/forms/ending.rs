//! The needle comes out, the case changes hands, the case ends.

use super::forms;
use crate::words::{Bleeding, DevicePlace, Dressing, EndReason};

forms! {
    /// Antiseptic before the device is taken out.
    RemovalAntisepticForm of RemovalAntiseptic { agent: String }
    /// The device is out.
    RemoveForm of Remove {
        resistance: bool,
        tip_intact: bool,
        tip_length_mm: u32,
        bleeding: Bleeding,
        reason: String,
        technique: String,
        second_checker: String,
        /// It came out by itself.
        came_out: bool,
        dressing: Dressing,
        tolerance: String,
    }
    /// Somebody presses on the puncture.
    StartCompressionForm of StartCompression { by: String }
    /// The pressing ended.
    EndCompressionForm of EndCompression { bleeding_stopped: bool, ended_early_reason: String }
    /// The case was handed over.
    GiveHandoverForm of GiveHandover { to: String, from: String, format: String, outstanding: String }
    /// The case was taken over.
    AcceptHandoverForm of AcceptHandover {
        /// The giver records that somebody accepted in person: this phone stops reminding.
        by_word: bool,
        name: String,
    }
    /// Observation is over and the case is closed.
    SignOffForm of SignOff { advice_given: bool, note: String }
    /// The case ended without a sign-off.
    EndCaseForm of EndCase { reason: EndReason, device: DevicePlace, to: String, note: String }
}
