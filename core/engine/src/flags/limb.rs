//! R8: the limb, against what the same check found in the other one, else against its own baseline.
//!
//! Worse than the comparison is red. Equally abnormal on both sides (as in shock) is a note, and so
//! is an abnormal finding that nothing on record can be compared with. Abnormal and as it was at the
//! baseline neither raises nor clears.

use super::Severity;
use super::sign::{Lines, Look, Measured, Seen, Sign};
use crate::entry::payload::Check;
use crate::fixed::Fixed;
use crate::fold::timeline::Timeline;
use crate::vocabulary::{CheckContext, Function, LimbColour, LimbTemperature, Pulse};

/// Findings as ranks: 0 is normal, more is worse.
#[derive(Clone, Copy, Debug, Default)]
struct Limb {
    pulse: Option<i64>,
    refill: Option<i64>,
    colour: Option<i64>,
    temperature: Option<i64>,
    sensation: Option<i64>,
    movement: Option<i64>,
    circumference: Option<i64>,
}

/// The limb's baselines: of a check made for it, else of the first look at each finding.
#[derive(Clone, Debug, Default)]
pub(super) struct Baselines {
    first: Limb,
    named: Limb,
}

impl Baselines {
    /// What a check at that moment is compared with.
    pub(super) fn now(&self, timeline: &Timeline<'_>) -> BaselineNow {
        let Self { first, named } = self;
        let of_insertion = timeline.insert().and_then(|insert| insert.circumference_cm);
        BaselineNow(Limb {
            pulse: named.pulse.or(first.pulse),
            refill: named.refill.or(first.refill),
            colour: named.colour.or(first.colour),
            temperature: named.temperature.or(first.temperature),
            sensation: named.sensation.or(first.sensation),
            movement: named.movement.or(first.movement),
            circumference: of_insertion
                .map(|cm| cm.0)
                .or(named.circumference)
                .or(first.circumference),
        })
    }

    pub(super) fn add(&mut self, check: &Check) {
        let found = limb(check);
        let keep = |into: &mut Limb| {
            for (into, found) in [
                (&mut into.pulse, found.pulse),
                (&mut into.refill, found.refill),
                (&mut into.colour, found.colour),
                (&mut into.temperature, found.temperature),
                (&mut into.sensation, found.sensation),
                (&mut into.movement, found.movement),
                (&mut into.circumference, found.circumference),
            ] {
                *into = into.or(found);
            }
        };
        keep(&mut self.first);
        if check.context == Some(CheckContext::Baseline) {
            keep(&mut self.named);
        }
    }
}

/// The baseline at a moment.
pub(super) struct BaselineNow(Limb);

fn limb(check: &Check) -> Limb {
    Limb {
        pulse: check.pulse.map(pulse),
        refill: check.cap_refill_s.map(|s| s.0),
        colour: check.colour.map(colour),
        temperature: check.temperature.map(temperature),
        sensation: check.sensation.map(function),
        movement: check.movement.map(function),
        circumference: check.circumference_cm.map(|cm| cm.0),
    }
}

fn other_limb(check: &Check) -> Limb {
    Limb {
        pulse: check.other_pulse.map(pulse),
        refill: check.other_cap_refill_s.map(|s| s.0),
        colour: check.other_colour.map(colour),
        temperature: check.other_temperature.map(temperature),
        ..Limb::default()
    }
}

const fn pulse(pulse: Pulse) -> i64 {
    match pulse {
        Pulse::Strong => 0,
        Pulse::Weak => 1,
        Pulse::Absent => 2,
    }
}

/// Paleness; blue and mottled are worse than pale, red is not pale.
const fn colour(colour: LimbColour) -> i64 {
    match colour {
        LimbColour::Normal | LimbColour::Red => 0,
        LimbColour::Pale => 1,
        LimbColour::Blue | LimbColour::Mottled => 2,
    }
}

/// Coldness; warm and hot are not cold.
const fn temperature(temperature: LimbTemperature) -> i64 {
    match temperature {
        LimbTemperature::Normal | LimbTemperature::Warm | LimbTemperature::Hot => 0,
        LimbTemperature::Cool => 1,
        LimbTemperature::Cold => 2,
    }
}

const fn function(function: Function) -> i64 {
    match function {
        Function::Normal => 0,
        Function::Reduced => 1,
        Function::Absent => 2,
    }
}

/// Why an abnormal finding is no more than a note: the other limb shows it too.
pub const SAME_ON_BOTH_SIDES: &str = "flags.same-on-both-sides";
/// Why an abnormal finding is no more than a note: nothing on record says whether it is worse.
pub const NOTHING_TO_COMPARE: &str = "flags.nothing-to-compare";

/// A finding that both limbs can show.
fn compared(found: i64, normal_up_to: i64, other: Option<i64>, baseline: Option<i64>) -> Look {
    if found <= normal_up_to {
        return Look::Absent;
    }
    match (other, baseline) {
        (Some(other), _) if found > other => Look::Present(Severity::Red, None),
        (Some(_), _) => Look::Present(Severity::Note, Some(Measured::Compared(SAME_ON_BOTH_SIDES))),
        (None, None) => Look::Present(Severity::Note, Some(Measured::Compared(NOTHING_TO_COMPARE))),
        (None, Some(baseline)) if found > baseline => Look::Present(Severity::Red, None),
        (None, Some(_)) => Look::Same,
    }
}

/// A finding of this limb alone; without a baseline it stands for itself.
fn own(found: i64, baseline: Option<i64>) -> Look {
    match baseline {
        _ if found == 0 => Look::Absent,
        Some(baseline) if found <= baseline => Look::Same,
        _ => Look::Present(Severity::Red, None),
    }
}

/// Every sign of R8 that a check tells, pain aside.
pub(super) fn limb_signs(lines: &Lines, baseline: &BaselineNow, check: &Check, seen: &mut Vec<Seen>) {
    let (found, other, base) = (limb(check), other_limb(check), &baseline.0);
    for (sign, found, normal_up_to, other, base) in [
        (Sign::PulseWeaker, found.pulse, 0, other.pulse, base.pulse),
        (
            Sign::RefillLonger,
            found.refill,
            lines.refill,
            other.refill,
            base.refill,
        ),
        (Sign::Paler, found.colour, 0, other.colour, base.colour),
        (Sign::Colder, found.temperature, 0, other.temperature, base.temperature),
    ] {
        if let Some(found) = found {
            seen.push((sign, compared(found, normal_up_to, other, base)));
        }
    }
    for (sign, found, base) in [
        (Sign::SensationReduced, found.sensation, base.sensation),
        (Sign::MovementReduced, found.movement, base.movement),
    ] {
        if let Some(found) = found {
            seen.push((sign, own(found, base)));
        }
    }
    if let (Some(found), Some(base)) = (found.circumference, base.circumference) {
        let look = if found - base >= lines.growth {
            Look::Present(Severity::Red, Some(Measured::Growth(Fixed(found - base))))
        } else {
            Look::Absent
        };
        seen.push((Sign::Circumference, look));
    }
    for (sign, there) in [(Sign::Tense, check.tense), (Sign::StretchPain, check.stretch_pain)] {
        if let Some(there) = there {
            seen.push((sign, Look::yes(there, Severity::Red)));
        }
    }
}
