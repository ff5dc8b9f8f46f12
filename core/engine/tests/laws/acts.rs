//! Random acts: what one to three phones say, strike, amend and carry to each other.

use marrow_engine::time::{MINUTE, Ms};
use proptest::prelude::*;

/// What phones say, as lines without their time. Few, so that each often meets its like.
const LINES: &[&str] = &[
    "insert! ez-io proximal-tibia left antiseptic=iodine",
    "insert! fast1 sternum midline",
    "insert! other distal-femur right",
    "look!",
    "look!",
    "look! pain=3 swelling=true bleeding=oozing bleeding_colour=bright",
    "look-out!",
    "look-out! swelling=false tense=false pulse=weak other_pulse=strong",
    "check! tense=true pain=6",
    "check! firm=false redness=true flow=stopped",
    "disinfect! chlorhexidine",
    "dressing! occlusive",
    "start-product! saline crystalloid",
    "start-product! amiodarone vesicant",
    "stop-product! saline",
    "give-product! x lipid",
    "flush! blocked=true",
    "flush!",
    "adequate-volume!",
    "venous-access! peripheral",
    "venous-access-lost!",
    "access-review! keep reason",
    "access-review! keep",
    "access-review! remove",
    "extend! 48 a b",
    "extend! 30 a b",
    "keep-past-limit! 2 a b",
    "removal-antiseptic! iodine",
    "remove! tip_intact=true",
    "start-compression!",
    "end-compression! true",
    "end-compression! false",
    "transfer!",
    "update-patient! consciousness=sedated",
    "update-patient! consciousness=conscious anticoagulated=true",
    "update-patient! age_years=9 allergies=[chlorhexidine]",
    "update-patient! age_years=40 mri_planned=true weight_kg=20",
    "skip! site-check away",
    "skip! access-review away",
    "skip! post-removal-check away",
    "skip! baseline-check away",
    "give-handover! to=x",
    "accept-handover!",
    "accept-handover! by_word=true",
    "attempt-failed! distal-tibia left",
    "complication! kind=other",
    "note! x",
];

/// The last words of a case; rarer, because they end everything.
const ENDINGS: &[&str] = &["sign-off! advice_given=true", "end-case! died in"];

/// One thing that happens to the record. Entries are named by the number of the act that wrote them.
#[derive(Clone, Debug)]
pub enum Act {
    Say {
        phone: char,
        at: Ms,
        line: &'static str,
    },
    Strike {
        phone: char,
        act: usize,
    },
    Reinstate {
        phone: char,
        act: usize,
    },
    AmendTime {
        phone: char,
        act: usize,
        at: Ms,
    },
    AmendField {
        phone: char,
        act: usize,
        pain: u8,
    },
    Acknowledge {
        phone: char,
        at: Ms,
        step: &'static str,
        due: Ms,
    },
    Unknown {
        phone: char,
        at: Ms,
        kind: u16,
        version: u16,
    },
    Fork {
        phone: char,
        act: usize,
    },
    Carry {
        from: char,
        to: char,
    },
}

fn phone(phones: usize) -> impl Strategy<Value = char> {
    prop::sample::select(&['A', 'B', 'C'][..phones])
}

/// Times on a grid of ten minutes, an hour before to thirty hours after, so that equal ones are common.
fn time() -> impl Strategy<Value = Ms> {
    prop_oneof![3 => -6..24_i64, 1 => -6..180_i64].prop_map(|n| n * 10 * MINUTE)
}

fn act(phones: usize) -> impl Strategy<Value = Act> {
    let say = |lines: &'static [&'static str]| {
        (phone(phones), time(), prop::sample::select(lines)).prop_map(|(phone, at, line)| Act::Say { phone, at, line })
    };
    let acknowledged = prop::sample::select(&[
        ("removal-target", 12),
        ("dwell-warning-4h", 20),
        ("dwell-warning-1h", 23),
        ("dwell-warning-4h", 44),
    ]);
    prop_oneof![
        24 => say(LINES),
        1 => say(ENDINGS),
        3 => (phone(phones), 0..60_usize).prop_map(|(phone, act)| Act::Strike { phone, act }),
        2 => (phone(phones), 0..60_usize).prop_map(|(phone, act)| Act::Reinstate { phone, act }),
        3 => (phone(phones), 0..60_usize, time()).prop_map(|(phone, act, at)| Act::AmendTime { phone, act, at }),
        2 => (phone(phones), 0..60_usize, 0..11_u8).prop_map(|(phone, act, pain)| Act::AmendField { phone, act, pain }),
        1 => (phone(phones), time(), acknowledged)
            .prop_map(|(phone, at, (step, hours))| Act::Acknowledge { phone, at, step, due: hours * 60 * MINUTE }),
        1 => (phone(phones), time(), prop::sample::select(&[(5, 2), (999, 1), (4, 9)]))
            .prop_map(|(phone, at, (kind, version))| Act::Unknown { phone, at, kind, version }),
        1 => (phone(phones), 0..60_usize).prop_map(|(phone, act)| Act::Fork { phone, act }),
        6 => (phone(phones), phone(phones)).prop_map(|(from, to)| Act::Carry { from, to }),
    ]
}

/// Up to forty acts on that many phones.
pub fn acts(phones: usize) -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(act(phones), 1..40)
}

/// Who the patient is.
pub fn patient() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&[
        "age_years=40 consciousness=conscious",
        "age_years=8 consciousness=conscious weight_kg=25",
        "age_band=12-or-over",
        "weight_kg=70",
    ])
}

impl Act {
    /// Whether it writes an entry whatever else is on record.
    pub const fn says(&self) -> bool {
        matches!(self, Self::Say { .. } | Self::Acknowledge { .. })
    }

    /// An act that changes nothing.
    pub const NOTHING: Self = Self::Carry { from: 'A', to: 'A' };

    /// The act whose entry it is about.
    pub const fn about(&self) -> Option<usize> {
        match self {
            Self::Strike { act, .. }
            | Self::Reinstate { act, .. }
            | Self::AmendTime { act, .. }
            | Self::AmendField { act, .. }
            | Self::Fork { act, .. } => Some(*act),
            _ => None,
        }
    }

    /// Who says it, and of when.
    pub fn place(&self) -> (char, Ms) {
        match self {
            Self::Say { phone, at, .. } | Self::Acknowledge { phone, at, .. } => (*phone, *at),
            other => panic!("{other:?} says nothing"),
        }
    }
}
