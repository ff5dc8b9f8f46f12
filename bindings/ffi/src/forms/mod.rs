//! What a person records: a command with its form, one record a kind of entry.
//!
//! A form's fields are the engine's, under the same names; all are optional, because nothing is ever assumed: `null`
//! means "not recorded". What the core itself adds to an entry is not in a form.

mod amend;
mod care;
mod check;
mod command;
mod corrections;
mod ending;
mod field;
mod patient;
mod placement;
mod steps;

pub use amend::AmendForm;
pub use care::*;
pub use check::{CheckForm, Pain};
pub use command::{Actor, Command, Form, MovePolicyForm};
pub use corrections::*;
pub use ending::*;
pub use patient::{Day, PatientForm};
pub use placement::*;
pub use steps::*;

/// Defines forms as records that cross, each with its way to the engine's payload and back.
///
/// Both ways name every field, so that a field which the engine gains fails to compile here. Fields in brackets are
/// the core's to set: they cross in neither direction.
macro_rules! forms {
    ($($(#[$doc:meta])* $form:ident of $payload:ident {
        $($(#[$fdoc:meta])* $field:ident: $ty:ty),* $(,)?
    } $([$($set:ident),+])?)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
        #[allow(missing_docs, reason = "a field is named after what the form asks; the engine's payload says more")]
        pub struct $form {
            $($(#[$fdoc])* #[uniffi(default = None)] pub $field: Option<$ty>),*
        }

        impl TryFrom<$form> for marrow::engine::entry::payload::$payload {
            type Error = crate::MarrowError;

            fn try_from(form: $form) -> crate::error::Result<Self> {
                let $form { $($field),* } = form;
                Ok(Self {
                    $($field: crate::forms::field::inward($field, stringify!($field))?,)*
                    $($($set: None,)+)?
                })
            }
        }

        impl From<marrow::engine::entry::payload::$payload> for $form {
            fn from(payload: marrow::engine::entry::payload::$payload) -> Self {
                let marrow::engine::entry::payload::$payload { $($field,)* $($($set: _,)+)? } = payload;
                Self { $($field: crate::forms::field::outward($field)),* }
            }
        }
    )+};
}
use forms;
