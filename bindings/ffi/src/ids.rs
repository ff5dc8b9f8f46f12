//! Ids and exact decimals: on both sides the platform's own types, `UUID`, and `BigDecimal` or Foundation's `Decimal`.

use std::fmt::Display;
use std::str::FromStr;

use marrow::engine::id::InvalidId;
pub use marrow::engine::id::{CaseId, EntryId};
pub use uuid::Uuid;

use crate::MarrowError;

// A failed lift must be the error that the export declares, or it would not reach the shell as that.
uniffi::custom_type!(CaseId, String, {
    remote,
    try_lift: |text| Ok(text.parse().map_err(|_: InvalidId| MarrowError::invalid("case"))?),
    lower: |id| id.to_string(),
});

uniffi::custom_type!(
    /// An entry: 64 hexadecimal digits, the SHA-256 of its bytes.
    EntryId, String, {
        remote,
        try_lift: |text| Ok(text.parse().map_err(|_: InvalidId| MarrowError::invalid("entry"))?),
        lower: |id| id.to_string(),
    }
);

uniffi::custom_type!(Uuid, String, {
    remote,
    try_lift: |text| Ok(Uuid::from_str(&text).map_err(|_| MarrowError::invalid("uuid"))?),
    lower: |id| id.to_string(),
});

/// An exact decimal number in the unit that its field names: `21.6` cm. Never a binary fraction.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity(String);

uniffi::custom_type!(Quantity, String, {
    try_lift: |text| Ok(Quantity(text)),
    lower: |quantity| quantity.0,
});

impl Quantity {
    /// Of a number that the core writes.
    pub fn of(number: impl Display) -> Self {
        Self(number.to_string())
    }

    /// As the quantity that a field holds. More places than it carries are refused, never rounded.
    pub fn exactly<T: FromStr>(&self, field: &str) -> Result<T, MarrowError> {
        self.0.parse().map_err(|_| MarrowError::invalid(field))
    }
}

/// A count. Nobody counts to four thousand million here.
pub fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
