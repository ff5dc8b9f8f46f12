//! The signs of R8 to R12, and what a look at one of them told.

use std::fmt;

use super::Severity;
use crate::fixed::Fixed;
use crate::protocol::Protocol;

/// What a check can find that one of the lasting rules speaks of, by rule and by the name in its text key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    Circumference,
    Colder,
    MovementReduced,
    PainUp,
    Paler,
    PulseWeaker,
    RefillLonger,
    SensationReduced,
    StretchPain,
    Tense,
    FailedSiteSwelling,
    FlowStopped,
    FlushResistance,
    Leak,
    Swelling,
    Discharge,
    Inflammation,
    PainNew,
    Redness,
    Temperature,
    Warmth,
    Breathless,
    Confused,
    BleedingBright,
    BleedingFlowing,
    BleedingNotStopped,
}

impl Sign {
    /// The rule that it is a sign of, and its key without `sign.`.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Circumference => ("R8", "circumference"),
            Self::Colder => ("R8", "colder"),
            Self::MovementReduced => ("R8", "movement-reduced"),
            Self::PainUp => ("R8", "pain-up"),
            Self::Paler => ("R8", "paler"),
            Self::PulseWeaker => ("R8", "pulse-weaker"),
            Self::RefillLonger => ("R8", "refill-longer"),
            Self::SensationReduced => ("R8", "sensation-reduced"),
            Self::StretchPain => ("R8", "stretch-pain"),
            Self::Tense => ("R8", "tense"),
            Self::FailedSiteSwelling => ("R9", "failed-site-swelling"),
            Self::FlowStopped => ("R9", "flow-stopped"),
            Self::FlushResistance => ("R9", "flush-resistance"),
            Self::Leak => ("R9", "leak"),
            Self::Swelling => ("R9", "swelling"),
            Self::Discharge => ("R10", "discharge"),
            Self::Inflammation => ("R10", "inflammation"),
            Self::PainNew => ("R10", "pain-new"),
            Self::Redness => ("R10", "redness"),
            Self::Temperature => ("R10", "temperature"),
            Self::Warmth => ("R10", "warmth"),
            Self::Breathless => ("R11", "breathless"),
            Self::Confused => ("R11", "confused"),
            Self::BleedingBright => ("R12", "bleeding-bright"),
            Self::BleedingFlowing => ("R12", "bleeding-flowing"),
            Self::BleedingNotStopped => ("R12", "bleeding-not-stopped"),
        }
    }

    /// The rule that it is a sign of.
    pub const fn rule(self) -> &'static str {
        self.names().0
    }
}

/// What a look at one sign told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// There, how serious, and what goes into its text.
    Present(Severity, Option<Measured>),
    /// Not there.
    Absent,
    /// Looked at, but it neither raises nor clears (abnormal, and as it always was).
    Same,
}

impl Look {
    pub(super) fn yes(there: bool, severity: Severity) -> Self {
        if there {
            Self::Present(severity, None)
        } else {
            Self::Absent
        }
    }
}

/// One sign as a check found it.
pub(super) type Seen = (Sign, Look);

/// What was measured or compared; in words only once somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measured {
    /// A score rose.
    Rise { from: i64, to: i64 },
    /// So many centimetres more.
    Growth(Fixed<10>),
    /// So many degrees.
    Degrees(Fixed<100>),
    /// A text key that says how it compares.
    Compared(&'static str),
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rise { from, to } => write!(f, "{from} → {to}"),
            Self::Growth(cm) => cm.fmt(f),
            Self::Degrees(degrees) => degrees.fmt(f),
            Self::Compared(key) => f.write_str(key),
        }
    }
}

/// The lines of the policy that a sign has to cross; one that is off is never crossed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    pub pain_rise: i64,
    pub refill: i64,
    pub growth: i64,
    pub fever: i64,
}

impl Lines {
    pub fn of(protocol: &Protocol) -> Self {
        let line = |name| protocol.value(name).unwrap_or(i64::MAX);
        Self {
            pain_rise: line("flag.pain-rise"),
            refill: line("flag.refill"),
            growth: line("flag.circumference"),
            fever: line("flag.temperature"),
        }
    }
}
