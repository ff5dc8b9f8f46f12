//! One look at the site, the limb and the patient.

use super::forms;
use crate::Quantity;
use crate::words::{
    Bleeding, BleedingColour, CheckContext, Dressing, Flow, FlushFinding, Function, Inflammation, LimbColour,
    LimbTemperature, Pulse,
};

/// A pain score, or the statement that pain can't be assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, uniffi::Enum)]
pub enum Pain {
    /// A score.
    Score {
        /// 0 to 10.
        score: u8,
    },
    /// Asked for, but the patient can't tell and it can't be told by looking.
    NotAssessable,
}

forms! {
    /// One look at the site, the limb and the patient.
    CheckForm of Check {
        context: CheckContext,
        bleeding: Bleeding,
        bleeding_colour: BleedingColour,
        colour: LimbColour,
        temperature: LimbTemperature,
        inflammation: Inflammation,
        pulse: Pulse,
        artery: String,
        cap_refill_s: Quantity,
        other_pulse: Pulse,
        other_colour: LimbColour,
        other_temperature: LimbTemperature,
        other_cap_refill_s: Quantity,
        sensation: Function,
        movement: Function,
        pain: Pain,
        pain_scale: String,
        stretch_pain: bool,
        leak: bool,
        swelling: bool,
        redness: bool,
        warmth: bool,
        discharge: bool,
        tense: bool,
        firm: bool,
        aspirates: bool,
        breathless: bool,
        confused: bool,
        failed_site_swelling: bool,
        flush: FlushFinding,
        flow: Flow,
        circumference_cm: Quantity,
        other_circumference_cm: Quantity,
        circumference_landmark: String,
        body_temp_c: Quantity,
        skin: String,
        dressing: Dressing,
        dressing_state: String,
        /// Names of fields that were deliberately not assessed, as the catalogue names them.
        not_assessed: Vec<String>,
        not_assessed_reason: String,
        action: String,
        told: String,
        answer: String,
        note: String,
    }
}
