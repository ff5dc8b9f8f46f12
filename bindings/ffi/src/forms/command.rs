//! A command: a form, with when it happened and who records.

use marrow::engine::entry::payload::{MovePolicy, OpenCase, Pin};
use marrow::engine::entry::{Payload, payload};
use marrow::engine::record;

use super::*;
use crate::error::{MarrowError, Result};
use crate::ids::CaseId;
use crate::words::Precision;

/// Who recorded: what a person says of herself, on every entry.
pub use marrow::engine::entry::Actor;

/// Who recorded: what a person says of herself, on every entry.
#[uniffi::remote(Record)]
pub struct Actor {
    /// As the person writes it.
    pub name: String,
    /// Nurse, paramedic, physician …
    pub role: String,
    /// Ward, ambulance …
    pub unit: String,
}

/// What somebody wants to have recorded.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Command {
    /// The case. A shell gives a new random id to the one that it opens.
    pub case: CaseId,
    /// The fields.
    pub form: Form,
    /// How sure the time is.
    pub precision: Precision,
    /// Who records.
    pub actor: Actor,
    /// When it happened, if not now: wall ms of this phone.
    #[uniffi(default = None)]
    pub performed_at_ms: Option<i64>,
    /// Why it comes late, where the person says so.
    #[uniffi(default = None)]
    pub late_reason: Option<String>,
    /// The entry that this form takes the place of.
    #[uniffi(default = None)]
    pub amends: Option<AmendForm>,
}

impl TryFrom<Command> for record::Command {
    type Error = MarrowError;

    fn try_from(command: Command) -> Result<Self> {
        let Command {
            case,
            form,
            precision,
            actor,
            performed_at_ms,
            late_reason,
            amends,
        } = command;
        let payload = match amends {
            None => form.try_into()?,
            Some(amends) => amends.with(form)?,
        };
        Ok(Self {
            case,
            payload,
            performed_at: performed_at_ms,
            precision,
            late_reason,
            actor,
        })
    }
}

/// A case follows another policy from now on; none: the protocol's own values.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct MovePolicyForm {
    /// The policy document, JSON.
    #[uniffi(default = None)]
    pub policy: Option<String>,
}

/// Defines the kinds whose forms cross, and both ways between them and the engine's payloads.
macro_rules! form {
    ($($kind:ident($form:ident)),+ $(,)? ; beside: $($beside:ident),+) => {
        /// What is recorded, one form a kind of entry.
        #[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
        #[allow(missing_docs, reason = "documented at the form")]
        pub enum Form { $($kind { form: $form }),+ }

        impl TryFrom<Form> for Payload {
            type Error = MarrowError;

            fn try_from(form: Form) -> Result<Self> {
                Ok(match form { $(Form::$kind { form } => Self::$kind(inward(form)?)),+ })
            }
        }

        impl Form {
            /// The form of an entry; none for the kinds that have no form of their own.
            pub fn of(payload: Payload) -> Option<Self> {
                match payload {
                    $(Payload::$kind(payload) => Some(Self::$kind { form: outward(payload) }),)+
                    $(Payload::$beside(_) => None,)+
                }
            }
        }
    };
}

form! {
    OpenCase(PatientForm), UpdatePatient(PatientForm), AttemptFailed(AttemptFailedForm), Insert(InsertForm),
    Check(CheckForm), Disinfect(DisinfectForm), Dressing(DressingForm), GiveProduct(ProductForm),
    StartProduct(ProductForm), StopProduct(StopProductForm), Flush(FlushForm), AdequateVolume(AdequateVolumeForm),
    VenousAccess(VenousAccessForm), VenousAccessLost(VenousAccessLostForm), AccessReview(AccessReviewForm),
    Extend(ExtendForm), KeepPastLimit(KeepPastLimitForm), RemovalAntiseptic(RemovalAntisepticForm), Remove(RemoveForm),
    StartCompression(StartCompressionForm), EndCompression(EndCompressionForm), Transfer(TransferForm),
    Complication(ComplicationForm), Note(NoteForm), Tell(TellForm), Acknowledge(AcknowledgeForm), Snooze(SnoozeForm),
    Skip(SkipForm), GiveHandover(GiveHandoverForm), AcceptHandover(AcceptHandoverForm), SignOff(SignOffForm),
    EndCase(EndCaseForm), Link(LinkForm), Unlink(UnlinkForm), Strike(StrikeForm), Reinstate(ReinstateForm),
    MovePolicy(MovePolicyForm),
    ; beside: Amend, ClockAdjusted, ClockConfirmed, StreamBegins
}

/// A payload whose form is one of this side's.
trait Crosses<F>: Sized {
    fn inward(form: F) -> Result<Self>;
    fn outward(self) -> F;
}

fn inward<F, P: Crosses<F>>(form: F) -> Result<P> {
    P::inward(form)
}

fn outward<F, P: Crosses<F>>(payload: P) -> F {
    payload.outward()
}

impl<F: From<P>, P: TryFrom<F, Error = MarrowError>> Crosses<F> for P {
    fn inward(form: F) -> Result<Self> {
        form.try_into()
    }

    fn outward(self) -> F {
        self.into()
    }
}

/// Large payloads are boxed in the engine; their forms are not.
macro_rules! boxed {
    ($($form:ident of $payload:ty),+ $(,)?) => {$(
        impl TryFrom<$form> for Box<$payload> {
            type Error = MarrowError;

            fn try_from(form: $form) -> Result<Self> {
                form.try_into().map(Box::new)
            }
        }

        impl From<Box<$payload>> for $form {
            fn from(payload: Box<$payload>) -> Self {
                (*payload).into()
            }
        }
    )+};
}

boxed! {
    CheckForm of payload::Check,
    PatientForm of OpenCase,
    PatientForm of payload::Patient,
    InsertForm of payload::Insert,
    RemoveForm of payload::Remove,
}

impl TryFrom<PatientForm> for OpenCase {
    type Error = MarrowError;

    fn try_from(form: PatientForm) -> Result<Self> {
        // The protocol is the core's to pin.
        let pin = None;
        let patient = form.try_into()?;
        Ok(Self { patient, pin })
    }
}

impl From<OpenCase> for PatientForm {
    fn from(open: OpenCase) -> Self {
        let OpenCase { patient, pin: _ } = open;
        patient.into()
    }
}

impl TryFrom<MovePolicyForm> for MovePolicy {
    type Error = MarrowError;

    fn try_from(form: MovePolicyForm) -> Result<Self> {
        let MovePolicyForm { policy } = form;
        // Id and version are the core's to pin.
        let pin = Pin {
            policy,
            ..Pin::default()
        };
        Ok(Self { pin })
    }
}

impl From<MovePolicy> for MovePolicyForm {
    fn from(moved: MovePolicy) -> Self {
        let MovePolicy { pin } = moved;
        let Pin {
            protocol: _,
            version: _,
            policy,
        } = pin;
        Self { policy }
    }
}
