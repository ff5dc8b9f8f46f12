//! The kinds of entry: one table of number, version, word and payload.

use serde::de::Error as _;
use serde_json::{Map, Value};

use super::canonical::writes_as;
use super::payload::*;

/// A command or an entry whose fields cannot be read; says which and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {problem}")]
pub struct InvalidFields {
    /// The kind, as typed.
    pub kind: String,
    /// What is wrong, naming the field but never its value.
    pub problem: String,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($payload:ty) = $number:literal $version:literal $word:literal),+ $(,)?) => {
        /// What an entry is about. The number goes into the bytes, the word into JSON; both are for ever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "documented at the payload")]
        pub enum Kind { $($name),+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];
            /// The number in the entry's bytes.
            pub const fn number(self) -> u16 { match self { $(Self::$name => $number),+ } }
            /// The newest version of the kind that this engine reads and writes.
            pub const fn version(self) -> u16 { match self { $(Self::$name => $version),+ } }
            /// The word in JSON, on the command line and in text keys.
            pub const fn word(self) -> &'static str { match self { $(Self::$name => $word),+ } }
            /// The fields of a form of this kind, in its order.
            pub fn fields(self) -> &'static [&'static str] { match self { $(Self::$name => <$payload as Form>::FIELDS),+ } }
            /// The kind of that word.
            pub fn from_word(word: &str) -> Option<Self> { match word { $($word => Some(Self::$name),)+ _ => None } }
            /// The kind of that number.
            pub fn from_number(number: u16) -> Option<Self> { match number { $($number => Some(Self::$name),)+ _ => None } }
        }

        /// What was recorded. Large payloads are boxed: a phone holds thousands of small ones.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "documented at the payload")]
        pub enum Payload { $($(#[$doc])* $name($payload)),+ }

        impl Payload {
            /// The kind.
            pub const fn kind(&self) -> Kind { match self { $(Self::$name(_) => Kind::$name),+ } }

            /// The canonical bytes of the fields.
            pub fn to_cbor(&self) -> Vec<u8> {
                let mut bytes = Vec::with_capacity(256);
                // Writing into a Vec cannot fail.
                let _ = match self { $(Self::$name(p) => minicbor::encode(p, &mut bytes)),+ };
                bytes
            }

            /// Reads the fields of an entry; `None` where the kind or its version is of a later Marrow,
            /// or where the bytes are not the canonical form of what they say.
            pub fn from_cbor(number: u16, version: u16, bytes: &[u8]) -> Option<Self> {
                let kind = Kind::from_number(number)?;
                if version == 0 || version > kind.version() {
                    return None;
                }
                match kind { $(Kind::$name => {
                    let payload = minicbor::decode(bytes).ok()?;
                    writes_as(&payload, bytes).then_some(Self::$name(payload))
                }),+ }
            }

            /// Reads a command's fields as a form or a scenario writes them.
            pub fn from_json(word: &str, fields: Map<String, Value>) -> Result<Self, InvalidFields> {
                let invalid = |e: serde_json::Error| InvalidFields { kind: word.to_owned(), problem: e.to_string() };
                match Kind::from_word(word) {
                    $(Some(Kind::$name) => read(fields).map(Self::$name).map_err(invalid),)+
                    None => Err(invalid(serde_json::Error::custom("no such kind of entry"))),
                }
            }

            /// The fields as a form writes them; absent ones are left out.
            pub fn to_json(&self) -> Map<String, Value> {
                let value = match self { $(Self::$name(p) => serde_json::to_value(p)),+ };
                match value { Ok(Value::Object(map)) => map, _ => Map::new() }
            }
        }
    };
}

kinds! {
    OpenCase(Box<OpenCase>) = 1 1 "open-case",
    UpdatePatient(Box<Patient>) = 2 1 "update-patient",
    AttemptFailed(AttemptFailed) = 3 1 "attempt-failed",
    Insert(Box<Insert>) = 4 1 "insert",
    Check(Box<Check>) = 5 1 "check",
    Disinfect(Disinfect) = 6 1 "disinfect",
    Dressing(DressingChange) = 7 1 "dressing",
    GiveProduct(Product) = 8 1 "give-product",
    StartProduct(Product) = 9 1 "start-product",
    StopProduct(StopProduct) = 10 1 "stop-product",
    Flush(Flush) = 11 1 "flush",
    AdequateVolume(AdequateVolume) = 12 1 "adequate-volume",
    VenousAccess(VenousAccess) = 13 1 "venous-access",
    VenousAccessLost(VenousAccessLost) = 14 1 "venous-access-lost",
    AccessReview(AccessReview) = 15 1 "access-review",
    Extend(Extend) = 16 1 "extend",
    KeepPastLimit(KeepPastLimit) = 17 1 "keep-past-limit",
    RemovalAntiseptic(RemovalAntiseptic) = 18 1 "removal-antiseptic",
    Remove(Box<Remove>) = 19 1 "remove",
    StartCompression(StartCompression) = 20 1 "start-compression",
    EndCompression(EndCompression) = 21 1 "end-compression",
    Transfer(Transfer) = 22 1 "transfer",
    Complication(Complication) = 23 1 "complication",
    Note(Note) = 24 1 "note",
    Tell(Tell) = 25 1 "tell",
    Acknowledge(Acknowledge) = 26 1 "acknowledge",
    Snooze(Snooze) = 27 1 "snooze",
    Skip(Skip) = 28 1 "skip",
    GiveHandover(GiveHandover) = 29 1 "give-handover",
    AcceptHandover(AcceptHandover) = 30 1 "accept-handover",
    SignOff(SignOff) = 31 1 "sign-off",
    EndCase(EndCase) = 32 1 "end-case",
    Link(Link) = 33 1 "link",
    Unlink(Unlink) = 34 1 "unlink",
    Strike(Strike) = 35 1 "strike",
    Reinstate(Reinstate) = 36 1 "reinstate",
    Amend(Box<Amend>) = 37 1 "amend",
    MovePolicy(MovePolicy) = 38 1 "move-policy",
    ClockAdjusted(ClockAdjusted) = 64 1 "clock-adjusted",
    ClockConfirmed(ClockConfirmed) = 65 1 "clock-confirmed",
    StreamBegins(StreamBegins) = 66 1 "stream-begins",
}

impl Payload {
    /// The names of the fields that a patch of this payload changes.
    pub fn fields_in_patch(&self, patch: &[u8]) -> Vec<String> {
        let before = self.to_json();
        let bytes = super::patch::apply_patch(&self.to_cbor(), patch);
        let kind = self.kind();
        let after = Self::from_cbor(kind.number(), kind.version(), &bytes)
            .map(|p| p.to_json())
            .unwrap_or_default();
        let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        names
            .into_iter()
            .filter(|name| before.get(*name) != after.get(*name))
            .cloned()
            .collect()
    }
}

/// The fields of a payload's form.
pub trait Form {
    /// Their names, in the form's order.
    const FIELDS: &'static [&'static str];
}

impl<F: Form> Form for Box<F> {
    const FIELDS: &'static [&'static str] = F::FIELDS;
}

impl Form for OpenCase {
    const FIELDS: &'static [&'static str] = Patient::FIELDS;
}

impl Form for MovePolicy {
    const FIELDS: &'static [&'static str] = &["policy"];
}

impl Form for Amend {
    /// Beside these, any field of the entry that is amended.
    const FIELDS: &'static [&'static str] = &["entry", "reason"];
}

fn read<T: serde::de::DeserializeOwned>(fields: Map<String, Value>) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::Object(fields)).map_err(|e| {
        // serde quotes the value it could not read; a person's text must not end in an error.
        serde_json::Error::custom(without_values(&e.to_string()))
    })
}

/// Takes quoted values out of serde's message: `invalid type: string "Ana", expected u32`.
pub(crate) fn without_values(message: &str) -> String {
    let kept = match (message.starts_with("invalid "), message.find(", expected ")) {
        (true, Some(at)) => &message[at + 2..],
        _ => message,
    };
    kept.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fields(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn numbers_and_words_are_unique() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_number(kind.number()), Some(*kind));
            assert_eq!(Kind::from_word(kind.word()), Some(*kind));
        }
    }

    #[test]
    fn a_form_becomes_the_same_fields_again() {
        let form = fields(json!({
            "bleeding": "oozing", "pain": "not-assessable", "circumference_cm": 21.6,
            "not_assessed": ["pulse"], "swelling": false
        }));
        let check = Payload::from_json("check", form.clone()).unwrap();
        assert_eq!(check.to_json(), form);
        let bytes = check.to_cbor();
        assert_eq!(Payload::from_cbor(5, 1, &bytes), Some(check));
        assert_eq!(
            Payload::from_cbor(5, 2, &bytes),
            None,
            "a later version is not guessed at"
        );
        assert_eq!(Payload::from_cbor(999, 1, &bytes), None);
    }

    #[test]
    fn what_cannot_be_read_is_named_without_its_value() {
        for (word, form) in [
            ("check", json!({"pain": 11})),
            ("check", json!({"colour": "Ana Ruiz"})),
            ("check", json!({"swelling": "Ana Ruiz"})),
            ("flush", json!({"ml": "Ana Ruiz"})),
            ("insert", json!({"device": 5})),
            ("disinfect", json!({"agnt": "x"})),
            ("levitate", json!({})),
        ] {
            let error = Payload::from_json(word, fields(form)).unwrap_err();
            assert!(!error.to_string().contains("Ana"), "{error}");
        }
        let error = Payload::from_json("disinfect", fields(json!({"agnt": "x"}))).unwrap_err();
        assert!(
            error.to_string().contains("agnt") && error.to_string().contains("agent"),
            "{error}"
        );
    }
}
