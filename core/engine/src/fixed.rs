//! Measured quantities as whole numbers of a small unit, so that no entry ever holds a float.
//!
//! JSON and people write decimals (21.6 cm); the entry holds the integer (216 mm). A decimal that
//! has more places than the unit carries is refused, never rounded.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal quantity held as an integer count of `1/SCALE` units; `SCALE` is a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Fixed<const SCALE: i64>(#[n(0)] pub i64);

/// A length typed in centimetres, held in millimetres.
pub type Centimetres = Fixed<10>;
/// A mass typed in kilograms, held in grams.
pub type Kilograms = Fixed<1000>;
/// A temperature typed in °C, held in hundredths.
pub type Celsius = Fixed<100>;
/// A duration typed in seconds, held in milliseconds.
pub type Seconds = Fixed<1000>;
/// A volume typed in millilitres, held in microlitres.
pub type Millilitres = Fixed<1000>;
/// A duration typed in hours, held in thousandths of an hour (3.6 s).
pub type Hours = Fixed<1000>;

impl Hours {
    /// The duration in milliseconds.
    pub const fn as_ms(self) -> i64 {
        self.0.saturating_mul(3_600)
    }
}

/// A number that cannot be held exactly.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number with at most {places} decimal places")]
pub struct NotExact {
    /// How many decimal places the unit carries.
    pub places: usize,
}

impl<const SCALE: i64> Fixed<SCALE> {
    /// Decimal places that this unit carries.
    pub const PLACES: usize = SCALE.ilog10() as usize;

    /// A whole number of the big unit.
    pub const fn whole(units: i64) -> Self {
        Self(units.saturating_mul(SCALE))
    }
}

impl<const SCALE: i64> FromStr for Fixed<SCALE> {
    type Err = NotExact;

    fn from_str(text: &str) -> Result<Self, NotExact> {
        let wrong = NotExact { places: Self::PLACES };
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(part) || whole.len() > 12 {
            return Err(wrong);
        }
        let part = part.trim_end_matches('0');
        if part.len() > Self::PLACES {
            return Err(wrong);
        }
        let padded = format!("{whole}{part:0<width$}", width = Self::PLACES);
        let count: i64 = padded.parse().map_err(|_| wrong)?;
        Ok(Self(if negative { -count } else { count }))
    }
}

impl<const SCALE: i64> fmt::Display for Fixed<SCALE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (
            self.0.unsigned_abs() / SCALE as u64,
            self.0.unsigned_abs() % SCALE as u64,
        );
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let part = format!("{part:0>width$}", width = Self::PLACES);
        write!(f, "{sign}{whole}.{}", part.trim_end_matches('0'))
    }
}

impl<const SCALE: i64> Serialize for Fixed<SCALE> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if self.0 % SCALE == 0 {
            return s.serialize_i64(self.0 / SCALE);
        }
        // The shortest text of the nearest double is the decimal itself below 15 digits.
        s.serialize_f64(self.0 as f64 / SCALE as f64)
    }
}

impl<'de, const SCALE: i64> Deserialize<'de> for Fixed<SCALE> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Decimal<const SCALE: i64>;
        impl<const SCALE: i64> Visitor<'_> for Decimal<SCALE> {
            type Value = Fixed<SCALE>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a number with at most {} decimal places", Fixed::<SCALE>::PLACES)
            }
            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Self::Value, E> {
                n.checked_mul(SCALE)
                    .map(Fixed)
                    .ok_or_else(|| E::custom("number too large"))
            }
            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Self::Value, E> {
                i64::try_from(n).map_err(E::custom).and_then(|n| self.visit_i64(n))
            }
            fn visit_f64<E: serde::de::Error>(self, n: f64) -> Result<Self::Value, E> {
                n.to_string().parse().map_err(E::custom)
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse().map_err(E::custom)
            }
        }
        d.deserialize_any(Decimal).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        for (text, mm) in [("21.6", 216), ("21", 210), ("0.1", 1), ("-0.5", -5), ("21.60", 216)] {
            assert_eq!(text.parse(), Ok(Fixed::<10>(mm)), "{text}");
        }
        for bad in ["21.65", "", ".", "1.", ".5", "1e3", "NaN", "+1", "1234567890123"] {
            assert!(bad.parse::<Fixed<10>>().is_err(), "{bad}");
        }
    }

    #[test]
    fn json_and_text_survive_the_round_trip() {
        for grams in [0, 1, 999, 1_000, 11_250, 499_999, -3] {
            let kg = Kilograms { 0: grams };
            let json = serde_json::to_string(&kg).unwrap();
            assert_eq!(serde_json::from_str::<Kilograms>(&json).unwrap(), kg, "{json}");
            assert_eq!(kg.to_string().parse(), Ok(kg));
        }
        assert_eq!(serde_json::from_str::<Centimetres>("\"21.6\"").unwrap(), Fixed(216));
        assert!(serde_json::from_str::<Centimetres>("21.65").is_err());
        assert!(serde_json::from_str::<Centimetres>("1e300").is_err());
    }
}
