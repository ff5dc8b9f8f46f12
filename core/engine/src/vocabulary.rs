//! The closed word lists of the record: every answer that a form offers, with its stable number.
//!
//! The number goes into the entry's bytes, the word into JSON and on the command line; neither may
//! ever change or be reused. A word of a later version makes the whole entry one that this version
//! cannot read; it is kept all the same.

use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A word that is not in the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected one of: {expected}")]
pub struct UnknownWord {
    /// The words of the list.
    pub expected: String,
}

/// Folds what people type to the list's spelling: `Left our care`, `clinician's order`.
fn plain(word: &str) -> String {
    word.trim()
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| {
            if matches!(c, ' ' | '_') {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident $list:literal { $($variant:ident = $n:literal $word:literal $(| $alias:literal)*),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
            #[cbor(index_only)]
            #[allow(missing_docs, reason = "the word is the documentation")]
            pub enum $name { $(#[n($n)] $variant),+ }

            impl $name {
                /// The list's name in text keys.
                pub const LIST: &str = $list;
                /// Every word, in the order of the form.
                pub const ALL: &[Self] = &[$(Self::$variant),+];
                /// The stable word.
                pub const fn word(self) -> &'static str {
                    match self { $(Self::$variant => $word),+ }
                }
            }
            impl FromStr for $name {
                type Err = UnknownWord;
                fn from_str(word: &str) -> Result<Self, UnknownWord> {
                    match plain(word).as_str() {
                        $($word $(| $alias)* => Ok(Self::$variant),)+
                        _ => Err(UnknownWord { expected: [$($word),+].join(", ") }),
                    }
                }
            }
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                    s.serialize_str(self.word())
                }
            }
            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                    String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
                }
            }
        )+
        /// Every list and its words, for forms, text tables and the tests that compare them.
        pub const LISTS: &[(&str, &[&str])] = &[$(($list, &[$($word),+])),+];
    };
}

vocabulary! {
    /// How sure a time is.
    Precision "precision" { Exact = 0 "exact", Estimated = 1 "estimated", Told = 2 "told" }
    /// The coarse age that a paramedic can tell at a glance.
    AgeBand "age_band" { Under12 = 0 "under-12", Over12 = 1 "12-or-over" }
    /// As far as it is needed to say whether pain can be told.
    Consciousness "consciousness" { Conscious = 0 "conscious", Confused = 1 "confused", Sedated = 2 "sedated", Unconscious = 3 "unconscious" }
    /// As recorded for the patient label.
    Sex "sex" { Female = 0 "female" | "f", Male = 1 "male" | "m", Other = 2 "other", Unknown = 3 "unknown" }
    /// The bone the needle goes in. Proximal and distal tibia are one bone.
    Site "site" {
        ProximalTibia = 0 "proximal-tibia", DistalTibia = 1 "distal-tibia", ProximalHumerus = 2 "proximal-humerus",
        DistalFemur = 3 "distal-femur", Sternum = 4 "sternum", Forearm = 5 "forearm", Hand = 6 "hand",
        Elbow = 7 "elbow", Foot = 8 "foot",
    }
    /// The patient's own side.
    Side "side" { Left = 0 "left", Right = 1 "right", Midline = 2 "midline" }
    /// How the placement was confirmed.
    Confirmation "confirmation" { StandsFirm = 0 "stands-firm", Aspirates = 1 "aspirates", FlushesFreely = 2 "flushes-freely", Ultrasound = 3 "ultrasound" }
    /// What covers the puncture.
    Dressing "dressing" { None = 0 "none", Gauze = 1 "gauze", Transparent = 2 "transparent", Stabiliser = 3 "stabiliser", Occlusive = 4 "occlusive" }
    /// Why a check was done.
    CheckContext "context" { Baseline = 0 "baseline", Scheduled = 1 "scheduled", Transfer = 2 "transfer", BeforeVesicant = 3 "before-vesicant", Complaint = 4 "complaint", Handover = 5 "handover" }
    /// Bleeding at the puncture.
    Bleeding "bleeding" { None = 0 "none", Oozing = 1 "oozing", Flowing = 2 "flowing", Pulsatile = 3 "pulsatile" }
    /// The colour of the bleeding (article A9).
    BleedingColour "bleeding_colour" { Bright = 0 "bright", Dark = 1 "dark", Other = 2 "other" }
    /// The limb's colour.
    LimbColour "colour" { Normal = 0 "normal", Pale = 1 "pale", Blue = 2 "blue", Mottled = 3 "mottled", Red = 4 "red" }
    /// The limb's temperature to the hand.
    LimbTemperature "temperature" { Normal = 0 "normal", Cool = 1 "cool", Cold = 2 "cold", Warm = 3 "warm", Hot = 4 "hot" }
    /// The degree of inflammation (article A12).
    Inflammation "inflammation" { None = 0 "none", Mild = 1 "mild", Moderate = 2 "moderate", Severe = 3 "severe" }
    /// A distal pulse (article A10).
    Pulse "pulse" { Strong = 0 "strong", Weak = 1 "weak", Absent = 2 "absent" }
    /// Sensation or movement of the limb.
    Function "function" { Normal = 0 "normal", Reduced = 1 "reduced", Absent = 2 "absent" }
    /// How a flush went, as found at a check.
    FlushFinding "flush" { Free = 0 "free", Resistance = 1 "resistance", Blocked = 2 "blocked" }
    /// How the infusion flows.
    Flow "flow" { Good = 0 "good", Slow = 1 "slow", Stopped = 2 "stopped" }
    /// What class of product goes through the needle.
    ProductClass "product_class" {
        Crystalloid = 0 "crystalloid", Colloid = 1 "colloid", Blood = 2 "blood", Drug = 3 "drug", Vesicant = 4 "vesicant",
        Lipid = 5 "lipid", Hypertonic = 6 "hypertonic", Other = 7 "other",
    }
    /// Which venous access was got.
    VenousKind "venous_kind" { Peripheral = 0 "peripheral", Central = 1 "central" }
    /// The answer to "can it come out?".
    ReviewOutcome "outcome" { Keep = 0 "keep", Remove = 1 "remove" }
    /// Why a task was not done this time.
    SkipReason "skip_reason" { Refused = 0 "refused", Away = 1 "away", Emergency = 2 "emergency", CliniciansOrder = 3 "clinicians-order" | "clinician-order", Other = 4 "other" }
    /// Why a case ended without a sign-off.
    EndReason "end_reason" { Died = 0 "died", LeftOurCare = 1 "left-our-care", OpenedInError = 2 "opened-in-error", Duplicate = 3 "duplicate", Other = 4 "other" }
    /// Where the device was when the case ended.
    DevicePlace "device_place" { In = 0 "in", Out = 1 "out" }
    /// What two linked cases share.
    LinkBasis "basis" { SamePatient = 0 "same-patient", SameInsertion = 1 "same-insertion" }
}

impl Site {
    /// The bone that must not be used twice: proximal and distal tibia are one (R6).
    pub const fn bone(self) -> &'static str {
        match self {
            Self::ProximalTibia | Self::DistalTibia => "tibia",
            other => other.word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_people_type_them() {
        assert_eq!("clinician's order".parse(), Ok(SkipReason::CliniciansOrder));
        assert_eq!("Left our care".parse(), Ok(EndReason::LeftOurCare));
        assert_eq!("before_vesicant".parse(), Ok(CheckContext::BeforeVesicant));
        let wrong = "middle".parse::<Side>().unwrap_err();
        assert_eq!(wrong.to_string(), "expected one of: left, right, midline");
    }

    #[test]
    fn every_word_reads_back() {
        for site in Site::ALL {
            assert_eq!(site.word().parse(), Ok(*site));
        }
        for (list, words) in LISTS {
            let mut seen = std::collections::BTreeSet::new();
            assert!(words.iter().all(|w| seen.insert(plain(w)) && plain(w) == *w), "{list}");
        }
    }
}
