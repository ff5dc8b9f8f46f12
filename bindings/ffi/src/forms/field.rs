//! How one field crosses: as it is, or as an exact decimal, a day, a pain score.

use marrow::engine::entry::payload::{BirthDate, Pain as EnginePain};
use marrow::engine::fixed::Fixed;
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::vocabulary::*;

use super::{Day, Pain};
use crate::Quantity;
use crate::error::{MarrowError, Result};

/// A field's type on this side, for the engine's `T`.
pub trait Field<T>: Sized {
    /// To the engine; `name` is the field's.
    fn inward(self, name: &str) -> Result<T>;
    /// From the engine.
    fn outward(value: T) -> Self;
}

/// A field on its way to the engine.
pub fn inward<T, F: Field<T>>(field: Option<F>, name: &str) -> Result<Option<T>> {
    field.map(|value| value.inward(name)).transpose()
}

/// A field on its way from the engine.
pub fn outward<T, F: Field<T>>(value: Option<T>) -> Option<F> {
    value.map(F::outward)
}

macro_rules! as_it_is {
    ($($ty:ty),+ $(,)?) => {$(
        impl Field<$ty> for $ty {
            fn inward(self, _: &str) -> Result<$ty> { Ok(self) }
            fn outward(value: $ty) -> Self { value }
        }
    )+};
}

as_it_is! {
    String, Vec<String>, bool, u32, CaseId, EntryId, AgeBand, Consciousness, Sex, Site, Side, Vec<Confirmation>, Dressing,
    CheckContext, Bleeding, BleedingColour, LimbColour, LimbTemperature, Inflammation, Pulse, Function, FlushFinding, Flow,
    ProductClass, VenousKind, ReviewOutcome, SkipReason, EndReason, DevicePlace, LinkBasis,
}

impl<const SCALE: i64> Field<Fixed<SCALE>> for Quantity {
    fn inward(self, name: &str) -> Result<Fixed<SCALE>> {
        self.exactly(name)
    }

    fn outward(value: Fixed<SCALE>) -> Self {
        Self::of(value)
    }
}

impl Field<BirthDate> for Day {
    fn inward(self, name: &str) -> Result<BirthDate> {
        let Self { year, month, day } = self;
        BirthDate::of(year, month, day).ok_or_else(|| MarrowError::invalid(name))
    }

    fn outward(value: BirthDate) -> Self {
        let (year, month, day) = value.parts();
        Self { year, month, day }
    }
}

impl Field<EnginePain> for Pain {
    fn inward(self, name: &str) -> Result<EnginePain> {
        match self {
            Self::Score { score } if score <= 10 => Ok(EnginePain::Score(score)),
            Self::Score { .. } => Err(MarrowError::invalid(name)),
            Self::NotAssessable => Ok(EnginePain::NotAssessable),
        }
    }

    fn outward(value: EnginePain) -> Self {
        match value {
            EnginePain::Score(score) => Self::Score { score },
            EnginePain::NotAssessable => Self::NotAssessable,
        }
    }
}
