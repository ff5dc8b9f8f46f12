//! What can go wrong, in kinds that a shell acts on.
//!
//! No variant carries anything about a patient, a path, a key or SQL. The text of an error is for logs, in English;
//! what a person reads is in `title`, `advice` and `text`, in the language of the call.

use marrow::engine::protocol::PolicyError;
use marrow::engine::record::Refusal;
use marrow::engine::text::{self, Lang};
use marrow::{Error, StoreError};

/// A call that did not do what it was asked. Unless a variant says otherwise, nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum MarrowError {
    /// The store was made with another key.
    #[error("the key does not open the store")]
    WrongKey,
    /// The file is something else than a store.
    #[error("the file is not a store")]
    NotAStore,
    /// Part of the store can't be read: open it again with `rescue` to save what can be.
    #[error("the store is damaged")]
    Damaged,
    /// The store was written by a newer release: the app has to be updated.
    #[error("the store has format {found}; this release reads up to {supported}")]
    NewerSchema {
        /// The file's format.
        found: u32,
        /// The newest that this release reads.
        supported: u32,
    },
    /// No room is left. The store can still be read.
    #[error("no room is left on this device")]
    DiskFull,
    /// The store can be read but not written.
    #[error("the store cannot be written")]
    ReadOnly,
    /// Another process held the store for too long: try again.
    #[error("the store is busy")]
    Busy,
    /// There is no store at this place, and none was to be made.
    #[error("there is no store at this place")]
    NoStore,
    /// The operating system could not read or write. An entry on its way is there whole, or not at all.
    #[error("the operating system could not read or write the store")]
    Io,
    /// There is no such case on this phone.
    #[error("there is no such case on this phone")]
    NotFound,
    /// The protocol, or the state of the case, refuses the command.
    #[error("refused under {rule}")]
    Refused {
        /// The rule's id: `R3`, `one-device`.
        rule: String,
        /// What is refused, for a person.
        title: String,
        /// What to do, for a person.
        advice: String,
        /// The form's field that lifts the refusal once it says something; a shell asks for it.
        lifted_by: Option<String>,
    },
    /// The policy can't be used.
    #[error("the policy can't be used")]
    Policy {
        /// Which parameter, which value, which bounds, for a person.
        text: String,
    },
    /// A value that cannot be: a key that is not 32 bytes long, a decimal with more places than its field carries, a
    /// day that the calendar does not have.
    #[error("{field} cannot be that")]
    Invalid {
        /// The field's name; never its value.
        field: String,
    },
    /// The object was closed.
    #[error("the store was closed")]
    Closed,
    /// A fault of this program. The object reads everything anew before its next call.
    #[error("a fault inside")]
    Internal,
}

/// The result of an export.
pub type Result<T, E = MarrowError> = std::result::Result<T, E>;

impl MarrowError {
    /// A value that the field cannot hold.
    pub fn invalid(field: &str) -> Self {
        let field = field.to_owned();
        Self::Invalid { field }
    }

    /// An error of the core, in a person's language.
    pub fn of(error: Error, lang: Lang) -> Self {
        match error {
            Error::Store(store) => store.into(),
            Error::Refused(refusal) => Self::refused(&refusal, lang),
            Error::Policy(policy) => Self::policy(&policy, lang),
            Error::NotFound => Self::NotFound,
            Error::Contended => Self::Busy,
            // Only a text that is too long makes an entry that cannot be written.
            Error::Entry(_) => Self::invalid("entry"),
            Error::Broken(_) => Self::invalid("entries"),
        }
    }

    fn refused(refusal: &Refusal, lang: Lang) -> Self {
        Self::Refused {
            rule: refusal.rule.to_owned(),
            title: refusal.title(lang),
            advice: refusal.advice(lang),
            lifted_by: refusal.lifted_by.map(str::to_owned),
        }
    }

    fn policy(error: &PolicyError, lang: Lang) -> Self {
        let fill = |key: &str, places: &[(&str, &str)]| text::fill(lang, key, places);
        let text = match error {
            // The parser's words quote the file, which may be any file: only the place is kept.
            PolicyError::NotAPolicy(problem) => {
                let place = problem.rfind(" at line ").map_or("", |at| problem[at..].trim());
                fill("terminal.policy.not-a-policy", &[("problem", place)])
            }
            PolicyError::OtherProtocol { found: _, expected } => fill(
                "terminal.policy.other-protocol",
                &[("found", "?"), ("expected", expected)],
            ),
            PolicyError::UnknownParameter(name) => fill("terminal.policy.unknown", &[("name", name)]),
            PolicyError::BadValue { parameter, problem } => fill(
                "terminal.policy.bad-value",
                &[("name", parameter), ("problem", problem)],
            ),
            PolicyError::OutOfBounds {
                parameter: name,
                value,
                min,
                max,
                unit,
            } => {
                let unit = text::get(lang, &format!("unit.{unit}"));
                let places = [
                    ("name", &**name),
                    ("value", value),
                    ("min", min),
                    ("max", max),
                    ("unit", &unit),
                ];
                fill("terminal.policy.out-of-bounds", &places)
            }
        };
        Self::Policy { text }
    }
}

impl From<StoreError> for MarrowError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::WrongKey => Self::WrongKey,
            StoreError::NotADatabase => Self::NotAStore,
            StoreError::Damaged => Self::Damaged,
            StoreError::NewerSchema { found, supported } => Self::NewerSchema { found, supported },
            StoreError::DiskFull => Self::DiskFull,
            StoreError::ReadOnly | StoreError::Io(std::io::ErrorKind::PermissionDenied) => Self::ReadOnly,
            StoreError::Busy | StoreError::Moved => Self::Busy,
            StoreError::NotFound => Self::NoStore,
            StoreError::Io(_) => Self::Io,
            // `Invalid`, `Unexpected` and whatever is added: faults of the program.
            _ => Self::Internal,
        }
    }
}
