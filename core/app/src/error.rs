//! What can go wrong, in kinds that a shell acts on. No variant carries anything about a patient.

use marrow_engine::entry::EntryError;
use marrow_engine::protocol::PolicyError;
use marrow_engine::record::Refusal;
use marrow_store::StoreError;

/// A call that did not do what it was asked. Nothing changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The store could not be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The protocol or the state of the case refuses the command.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// A policy that cannot be used.
    #[error("{0}")]
    Policy(#[from] PolicyError),
    /// There is no such case or entry on this phone.
    #[error("there is no such case on this phone")]
    NotFound,
    /// What was received is no entry, or its chain is cut or forged.
    #[error("what was received is not whole: {0}")]
    Broken(&'static str),
    /// An entry that cannot be written.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// Other processes kept writing to the same chain.
    #[error("the store is busy; try again")]
    Contended,
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// The result of a call.
pub type Result<T, E = Error> = std::result::Result<T, E>;
