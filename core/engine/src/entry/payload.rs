//! What was recorded, one struct a kind, one numbered field a finding.
//!
//! Field numbers are for ever: a field may be added under a new number (with a new kind version),
//! never renumbered or given another meaning. `None` means "not recorded"; nothing is ever assumed
//! to be normal. Units are in the names and exact (see [`crate::fixed`]).

use chrono::{Datelike, NaiveDate};
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fixed::{Celsius, Centimetres, Hours, Kilograms, Millilitres, Seconds};
use crate::id::{CaseId, EntryId, StreamId};
use crate::vocabulary::*;

/// A field's name in JSON: its own, unless Rust keeps that word for itself.
macro_rules! json_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $json:literal) => {
        $json
    };
}

macro_rules! payload {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $n:literal $field:ident $(as $json:literal)?: $ty:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Encode, Decode, Serialize, Deserialize)]
        #[cbor(map)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs, reason = "a field is named after what the form asks; care notes stand where a name is not enough")]
        pub struct $name {
            $($(#[$fdoc])* #[n($n)] #[serde(default, skip_serializing_if = "Option::is_none" $(, rename = $json)?)] pub $field: Option<$ty>),*
        }
        impl $name {
            /// The fields in the order of the form.
            pub const FIELDS: &[&str] = &[$(json_name!($field $($json)?)),*];
            /// Whether the field of that name is on record.
            pub fn has(&self, field: &str) -> bool {
                match field { $(json_name!($field $($json)?) => self.$field.is_some(),)* _ => false }
            }
        }
        impl super::kind::Form for $name {
            const FIELDS: &'static [&'static str] = $name::FIELDS;
        }
    )+};
}

payload! {
    /// Who the patient is, as far as it is known; later entries add or correct.
    Patient {
        /// Bed, tag or initials: what the board shows.
        0 alias: String,
        1 name: String,
        2 identifier: String,
        3 date_of_birth: BirthDate,
        4 age_years: u32,
        5 age_months: u32,
        6 age_band: AgeBand,
        7 weight_kg: Kilograms,
        8 weight_measured: bool,
        9 sex: Sex,
        10 allergies: Vec<String>,
        11 anticoagulated: bool,
        12 consciousness: Consciousness,
        13 mri_planned: bool,
        14 encounter: String,
        15 place: String,
        16 responsible_clinician: String,
    }
    /// A try to place an IO needle that failed: that bone must not be used again for a while (R6).
    AttemptFailed { 0 site: Site, 1 side: Side, 2 device: DeviceId, 3 note: String }
    /// The needle went in.
    Insert {
        0 device: DeviceId,
        1 site: Site,
        2 side: Side,
        3 needle_mm: u32,
        4 model: String,
        5 lot: String,
        /// Who placed it, where that is not the author.
        6 inserted_by: String,
        7 setting: String,
        8 indication: String,
        9 venous_tries: u32,
        10 antiseptic: String,
        11 local_anaesthetic: String,
        12 confirmation: Vec<Confirmation>,
        13 flush_ml: Millilitres,
        14 dressing: Dressing,
        15 circumference_cm: Centimetres,
        16 other_circumference_cm: Centimetres,
        17 circumference_landmark: String,
        18 wristband: bool,
        /// Why a device was used that is not cleared for this patient (R3).
        19 override_reason: String,
        20 complications: String,
    }
    /// One look at the site, the limb and the patient.
    Check {
        0 context: CheckContext,
        1 bleeding: Bleeding,
        2 bleeding_colour: BleedingColour,
        3 colour: LimbColour,
        4 temperature: LimbTemperature,
        5 inflammation: Inflammation,
        6 pulse: Pulse,
        7 artery: String,
        8 cap_refill_s: Seconds,
        9 other_pulse: Pulse,
        10 other_colour: LimbColour,
        11 other_temperature: LimbTemperature,
        12 other_cap_refill_s: Seconds,
        13 sensation: Function,
        14 movement: Function,
        15 pain: Pain,
        16 pain_scale: String,
        17 stretch_pain: bool,
        18 leak: bool,
        19 swelling: bool,
        20 redness: bool,
        21 warmth: bool,
        22 discharge: bool,
        23 tense: bool,
        24 firm: bool,
        25 aspirates: bool,
        26 breathless: bool,
        27 confused: bool,
        28 failed_site_swelling: bool,
        29 flush: FlushFinding,
        30 flow: Flow,
        31 circumference_cm: Centimetres,
        32 other_circumference_cm: Centimetres,
        33 circumference_landmark: String,
        34 body_temp_c: Celsius,
        35 skin: String,
        36 dressing: Dressing,
        37 dressing_state: String,
        /// Names of fields that were deliberately not assessed.
        38 not_assessed: Vec<String>,
        39 not_assessed_reason: String,
        40 action: String,
        41 told: String,
        42 answer: String,
        43 note: String,
    }
    /// The puncture area was disinfected (article A13).
    Disinfect { 0 agent: String, 1 dried: bool, 2 dressing_changed: bool }
    /// The dressing was changed.
    DressingChange { 0 kind as "type": Dressing }
    /// A product: a single dose, or the start of one that runs. No dose is recorded as a number.
    Product { 0 name: String, 1 class: ProductClass, 2 rate_text: String, 3 pressure: String }
    /// A running product was stopped.
    StopProduct { 0 name: String }
    /// The needle was flushed.
    Flush { 0 ml: Millilitres, 1 resistance: bool, 2 blocked: bool }
    /// Enough fluid is in: a vein should be got now (article A5).
    AdequateVolume { 0 note: String }
    /// A vein was got: the needle should come out (article A6).
    VenousAccess { 0 kind: VenousKind, 1 place: String, 2 by: String }
    /// That vein is lost.
    VenousAccessLost { 0 reason: String }
    /// "Can it come out?" was asked and answered.
    AccessReview { 0 outcome: ReviewOutcome, 1 reason: String }
    /// The dwell limit was extended, counted from the insertion.
    Extend { 0 to_hours: Hours, 1 reason: String, 2 authorised_by: String }
    /// The device stays in past its limit; neither moves the limit nor clears its flag.
    KeepPastLimit { 0 reason: String, 1 authorised_by: String, 2 recheck_hours: Hours }
    /// Antiseptic before the device is taken out (article A17).
    RemovalAntiseptic { 0 agent: String }
    /// The device is out.
    Remove {
        0 resistance: bool,
        1 tip_intact: bool,
        2 tip_length_mm: u32,
        3 bleeding: Bleeding,
        4 reason: String,
        5 technique: String,
        6 second_checker: String,
        /// It came out by itself.
        7 came_out: bool,
        8 dressing: Dressing,
        9 tolerance: String,
    }
    /// Somebody presses on the puncture (article A18).
    StartCompression { 0 by: String }
    /// The pressing ended.
    EndCompression { 0 bleeding_stopped: bool, 1 ended_early_reason: String }
    /// The patient was moved.
    Transfer { 0 to: String }
    /// A complication, recordable at any time (article A16).
    Complication { 0 kind: String, 1 found_when: String, 2 note: String }
    /// A remark.
    Note { 0 text: String }
    /// Somebody was told of a flag.
    Tell { 0 whom: String, 1 rule: String, 2 answer: String }
    /// A reminder that can be acknowledged was.
    Acknowledge {
        0 step: String,
        /// When the step was due as this phone then knew it (wall clock, ms); set by the core.
        1 due_at_ms: i64,
    }
    /// "Later": moves the reminder, never the due time.
    Snooze { 0 step: String, 1 due_at_ms: i64, 2 until_ms: i64, 3 case: CaseId }
    /// "Not this time".
    Skip { 0 step: String, 1 reason: SkipReason, 2 text: String }
    /// The case was handed over.
    GiveHandover { 0 to: String, 1 from: String, 2 format: String, 3 outstanding: String }
    /// The case was taken over.
    AcceptHandover {
        /// The giver records that somebody accepted in person: this phone stops reminding.
        0 by_word: bool,
        1 name: String,
    }
    /// Observation is over and the case is closed.
    SignOff { 0 advice_given: bool, 1 note: String }
    /// The case ended without a sign-off.
    EndCase { 0 reason: EndReason, 1 device: DevicePlace, 2 to: String, 3 note: String }
    /// Two cases share a patient or an insertion: a person's word, reversible.
    Link { 0 other: CaseId, 1 basis: LinkBasis }
    /// That word is taken back.
    Unlink { 0 other: CaseId, 1 basis: LinkBasis }
    /// An entry was written in error; it stays on record, struck.
    Strike { 0 entry: EntryId, 1 reason: String }
    /// A struck entry holds after all.
    Reinstate { 0 entry: EntryId, 1 reason: String }
    /// The phone's wall clock moved against its boot clock.
    ClockAdjusted {
        /// Wall minus boot clock, in ms, that this jump added.
        0 delta_ms: i64,
        /// All known jumps of this installation so far.
        1 total_ms: i64,
    }
    /// A person looked at the phone's clock and says it is right.
    ClockConfirmed { 0 total_ms: i64 }
    /// A chain of this installation was rolled back or cut; this stream goes on from there.
    StreamBegins { 0 old_stream: StreamId, 1 old_seq: u64, 2 old_head: EntryId }
}

/// A device's id in the protocol's device table, `ez-io`.
pub type DeviceId = String;

/// The case was opened. Its JSON form is the patient's alone; the core adds the protocol.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(from = "Patient", into = "Patient")]
pub struct OpenCase {
    /// The patient, as known at that moment.
    #[n(0)]
    pub patient: Patient,
    /// The protocol and the policy that hold for this case on every phone.
    #[n(1)]
    pub pin: Option<Pin>,
}

impl From<Patient> for OpenCase {
    fn from(patient: Patient) -> Self {
        Self { patient, pin: None }
    }
}

impl From<OpenCase> for Patient {
    fn from(open: OpenCase) -> Self {
        open.patient
    }
}

/// Which protocol a case follows, with the hospital's override values: enough to compute alike.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
pub struct Pin {
    /// The protocol's id, `io-aftercare`.
    #[n(0)]
    pub protocol: String,
    /// The protocol's version.
    #[n(1)]
    pub version: u32,
    /// The hospital's override document, as JSON text, where there is one.
    #[n(2)]
    pub policy: Option<String>,
}

/// The case follows another policy from now on. Its JSON form carries the document in `policy`.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct MovePolicy {
    /// What holds from now on.
    #[n(0)]
    pub pin: Pin,
}

impl Serialize for MovePolicy {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let policy = self.pin.policy.as_deref().unwrap_or("null");
        let document: serde_json::Value = serde_json::from_str(policy).unwrap_or_default();
        serde_json::json!({ "policy": document }).serialize(s)
    }
}

impl<'de> Deserialize<'de> for MovePolicy {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Form {
            policy: serde_json::Value,
        }
        let policy = Form::deserialize(d)?.policy;
        let text = (!policy.is_null()).then(|| policy.to_string());
        Ok(Self {
            pin: Pin {
                policy: text,
                ..Pin::default()
            },
        })
    }
}

/// Values of an earlier entry change; the old ones stay visible.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Amend {
    /// The entry that is amended.
    #[n(0)]
    pub entry: EntryId,
    /// Why.
    #[n(1)]
    pub reason: Option<String>,
    /// The new claim of when it happened (wall ms of the phone that amends).
    #[n(2)]
    pub performed_at_ms: Option<i64>,
    /// The new precision of that time.
    #[n(3)]
    pub precision: Option<Precision>,
    /// The fields that change, as a CBOR map to lay over the entry's own; null takes a value away.
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    pub patch: Vec<u8>,
    /// The same as typed, by field name. Not part of the entry: the core makes `patch` of it.
    #[cbor(skip)]
    pub changes: serde_json::Map<String, serde_json::Value>,
}

impl Serialize for Amend {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut form = self.changes.clone();
        form.insert("entry".into(), self.entry.to_string().into());
        if let Some(reason) = &self.reason {
            form.insert("reason".into(), reason.as_str().into());
        }
        form.serialize(s)
    }
}

impl<'de> Deserialize<'de> for Amend {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Form {
            entry: EntryId,
            reason: Option<String>,
            #[serde(flatten)]
            changes: serde_json::Map<String, serde_json::Value>,
        }
        let form = Form::deserialize(d)?;
        Ok(Self {
            entry: form.entry,
            reason: form.reason,
            changes: form.changes,
            ..Self::default()
        })
    }
}

/// A pain score, or the statement that pain can't be assessed (R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pain {
    /// 0 to 10.
    Score(u8),
    /// Asked for, but the patient can't tell and it can't be told by looking.
    NotAssessable,
}

impl Pain {
    /// The score, where there is one.
    pub const fn score(self) -> Option<u8> {
        match self {
            Self::Score(score) => Some(score),
            Self::NotAssessable => None,
        }
    }
}

impl<C> Encode<C> for Pain {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.i64(self.score().map_or(-1, i64::from))?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Pain {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        match d.i64()? {
            -1 => Ok(Self::NotAssessable),
            score @ 0..=10 => Ok(Self::Score(score as u8)),
            _ => Err(DecodeError::message("pain score out of range")),
        }
    }
}

impl Serialize for Pain {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Score(score) => s.serialize_u8(*score),
            Self::NotAssessable => s.serialize_str("not-assessable"),
        }
    }
}

impl<'de> Deserialize<'de> for Pain {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let wrong = || serde::de::Error::custom("expected 0 to 10 or not-assessable");
        match serde_json::Value::deserialize(d)? {
            serde_json::Value::Number(n) => n
                .as_u64()
                .filter(|n| *n <= 10)
                .map(|n| Self::Score(n as u8))
                .ok_or_else(wrong),
            serde_json::Value::String(text) if text == "not-assessable" => Ok(Self::NotAssessable),
            _ => Err(wrong()),
        }
    }
}

/// A date of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BirthDate(pub NaiveDate);

impl BirthDate {
    /// The day of that year, month (1 to 12) and day of the month; `None` where the calendar has none.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Year, month (1 to 12), day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl<C> Encode<C> for BirthDate {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.i32(self.0.num_days_from_ce())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for BirthDate {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        let days = d.i32()?;
        NaiveDate::from_num_days_from_ce_opt(days)
            .map(Self)
            .ok_or_else(|| DecodeError::message("not a date"))
    }
}
