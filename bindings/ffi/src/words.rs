//! The closed word lists of the record, as enums on both sides, and the engine's other small enums.
//!
//! The words themselves stay in the core: [`crate::Catalogue`] brings their texts. A word that the engine gains fails
//! to compile here.

pub use marrow::engine::agenda::Status;
pub use marrow::engine::flags::Severity;
pub use marrow::engine::fold::timeline::CasePhase;
pub use marrow::engine::protocol::Level;
pub use marrow::engine::text::Lang;
use marrow::engine::text::{self};
pub use marrow::engine::vocabulary::*;

use crate::error::{MarrowError, Result};

/// A word of a list.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct WordText {
    /// The word.
    pub word: Word,
    /// Its text.
    pub text: String,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[uniffi::remote(Enum)]
            pub enum $name { $($variant),+ }
        )+

        /// A word of any list: what a shell finds its text by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, uniffi::Enum)]
        pub enum Word {
            $($(#[$doc])* $name {
                /// The word.
                word: $name
            }),+
        }

        /// The words of a list, in the order of the form; none where there is no list of that name.
        pub fn words_of_list(list: &str, lang: Lang) -> Vec<WordText> {
            match list {
                $($name::LIST => $name::ALL.iter().map(|word| WordText {
                    word: Word::$name { word: *word },
                    text: text::get(lang, &format!("word.{}.{}", $name::LIST, word.word())),
                }).collect(),)+
                _ => Vec::new(),
            }
        }

        /// Every word of every list, in the order of the forms.
        pub fn all_words(lang: Lang) -> Vec<WordText> {
            let lists = [$($name::LIST),+];
            lists.iter().flat_map(|list| words_of_list(list, lang)).collect()
        }
    };
}

words! {
    /// How sure a time is.
    Precision { Exact, Estimated, Told }
    /// The coarse age that a paramedic can tell at a glance.
    AgeBand { Under12, Over12 }
    /// As far as it is needed to say whether pain can be told.
    Consciousness { Conscious, Confused, Sedated, Unconscious }
    /// As recorded for the patient label.
    Sex { Female, Male, Other, Unknown }
    /// The bone the needle goes in.
    Site { ProximalTibia, DistalTibia, ProximalHumerus, DistalFemur, Sternum, Forearm, Hand, Elbow, Foot }
    /// The patient's own side.
    Side { Left, Right, Midline }
    /// How the placement was confirmed.
    Confirmation { StandsFirm, Aspirates, FlushesFreely, Ultrasound }
    /// What covers the puncture.
    Dressing { None, Gauze, Transparent, Stabiliser, Occlusive }
    /// Why a check was done.
    CheckContext { Baseline, Scheduled, Transfer, BeforeVesicant, Complaint, Handover }
    /// Bleeding at the puncture.
    Bleeding { None, Oozing, Flowing, Pulsatile }
    /// The colour of the bleeding.
    BleedingColour { Bright, Dark, Other }
    /// The limb's colour.
    LimbColour { Normal, Pale, Blue, Mottled, Red }
    /// The limb's temperature to the hand.
    LimbTemperature { Normal, Cool, Cold, Warm, Hot }
    /// The degree of inflammation.
    Inflammation { None, Mild, Moderate, Severe }
    /// A distal pulse.
    Pulse { Strong, Weak, Absent }
    /// Sensation or movement of the limb.
    Function { Normal, Reduced, Absent }
    /// How a flush went, as found at a check.
    FlushFinding { Free, Resistance, Blocked }
    /// How the infusion flows.
    Flow { Good, Slow, Stopped }
    /// What class of product goes through the needle.
    ProductClass { Crystalloid, Colloid, Blood, Drug, Vesicant, Lipid, Hypertonic, Other }
    /// Which venous access was got.
    VenousKind { Peripheral, Central }
    /// The answer to "can it come out?".
    ReviewOutcome { Keep, Remove }
    /// Why a task was not done this time.
    SkipReason { Refused, Away, Emergency, CliniciansOrder, Other }
    /// Why a case ended without a sign-off.
    EndReason { Died, LeftOurCare, OpenedInError, Duplicate, Other }
    /// Where the device was when the case ended.
    DevicePlace { In, Out }
    /// What two linked cases share.
    LinkBasis { SamePatient, SameInsertion }
}

/// A language of the app.
#[uniffi::remote(Enum)]
pub enum Lang {
    /// English.
    En,
    /// Spanish.
    Es,
}

/// How a task stands.
#[uniffi::remote(Enum)]
pub enum Status {
    /// Not due yet.
    Upcoming,
    /// Due.
    Due,
    /// A little late.
    Late,
    /// Overdue.
    Overdue,
    /// Long overdue.
    LongOverdue,
}

/// How serious a flag is.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// To be known.
    Note,
    /// To be acted on.
    Amber,
    /// To be acted on now.
    Red,
}

/// How loudly a step reminds.
#[uniffi::remote(Enum)]
pub enum Level {
    /// Good to know.
    Soon,
    /// Care that is due.
    Due,
    /// Must not be missed.
    Critical,
}

/// Where a case stands.
#[uniffi::remote(Enum)]
pub enum CasePhase {
    /// No insertion on record.
    Awaiting,
    /// The device is in.
    Dwelling,
    /// The device is out; the patient is observed.
    Removed,
    /// Signed off or ended.
    Closed,
}

/// The enum behind a word of a view.
pub fn of_word<T: Copy>(all: &[T], word_of: impl Fn(T) -> &'static str, word: &str) -> Result<T> {
    let found = all.iter().copied().find(|of| word_of(*of) == word);
    // A word that the engine has and this list lacks is a fault of this crate.
    found.ok_or(MarrowError::Internal)
}
