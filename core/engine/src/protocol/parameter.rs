//! Parameters: every number of a protocol, with its unit, hard bounds and source.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ProtocolError;
use crate::time::{HOUR, MINUTE, Ms, SECOND};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The article on IO aftercare that the protocol follows.
    Article,
    /// The device's maker.
    Manufacturer,
    /// A guideline or review.
    Guideline,
    /// Clinical convention where no better source was found.
    Convention,
    /// Chosen by the makers of this software.
    ProductDefault,
    /// A hospital's policy.
    Policy,
}

impl SourceKind {
    /// The word in JSON and in text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Manufacturer => "manufacturer",
            Self::Guideline => "guideline",
            Self::Convention => "convention",
            Self::ProductDefault => "product-default",
            Self::Policy => "policy",
        }
    }
}

/// A source with its citation; the citation is empty where the kind says all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Article, manufacturer …
    pub kind: SourceKind,
    /// Statement number, FDA number, short citation.
    #[serde(rename = "ref")]
    pub citation: String,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.citation.as_str() {
            "" => f.write_str(self.kind.word()),
            citation => write!(f, "{} ({citation})", self.kind.word()),
        }
    }
}

/// The unit a parameter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Minutes; held in ms.
    Min,
    /// Hours; held in ms.
    H,
    /// Seconds; held in ms.
    S,
    /// Centimetres; held in mm.
    Cm,
    /// Degrees Celsius; held in hundredths.
    Celsius,
    /// Years of age; held in months.
    Years,
    /// A plain count.
    Count,
}

impl Unit {
    /// How many base units one of these is.
    pub const fn scale(self) -> i64 {
        match self {
            Self::Min => MINUTE,
            Self::H => HOUR,
            Self::S => SECOND,
            Self::Cm => 10,
            Self::Celsius => 100,
            Self::Years => 12,
            Self::Count => 1,
        }
    }

    /// The unit as written in a policy.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::H => "h",
            Self::S => "s",
            Self::Cm => "cm",
            Self::Celsius => "celsius",
            Self::Years => "years",
            Self::Count => "count",
        }
    }

    /// A JSON number in base units, exact; `None` where it is finer than the base unit.
    fn read(self, number: &serde_json::Number) -> Option<i64> {
        let milli = crate::fixed::Fixed::<1000>::from_str(&number.to_string()).ok()?.0;
        let scaled = milli.checked_mul(self.scale())?;
        (scaled % 1_000 == 0).then_some(scaled / 1_000)
    }

    /// A value in this unit, for people and for JSON.
    pub fn write(self, base: i64) -> String {
        let thousandths = i128::from(base) * 1_000 / i128::from(self.scale());
        crate::fixed::Fixed::<1000>(i64::try_from(thousandths).unwrap_or(i64::MAX)).to_string()
    }
}

/// A parameter's value in base units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Switched off.
    Off,
    /// One number.
    Number(i64),
    /// Several, ascending.
    List(Vec<i64>),
}

/// A parameter as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The value in force.
    pub value: Value,
    /// The protocol's own value.
    pub default: Value,
    /// The unit it is written in.
    pub unit: Unit,
    /// The smallest value that a policy may set, base units.
    pub min: i64,
    /// The largest.
    pub max: i64,
    /// Where the default comes from.
    pub source: Source,
    /// Whether the policy changed it.
    pub overridden: bool,
}

impl Parameter {
    /// Reads a value as a policy or a protocol writes it.
    pub(super) fn read(&self, json: &serde_json::Value) -> Result<Value, String> {
        let one = |json: &serde_json::Value| match json {
            serde_json::Value::Number(n) => self.unit.read(n).ok_or_else(|| "too finely divided".to_owned()),
            _ => Err("not a number".to_owned()),
        };
        match (json, &self.default) {
            (serde_json::Value::Null, _) => Ok(Value::Off),
            (serde_json::Value::Array(items), Value::List(_)) => {
                let list = items.iter().map(one).collect::<Result<Vec<_>, _>>()?;
                if list.is_empty() || !list.is_sorted_by(|a, b| a < b) {
                    return Err("not an ascending list".to_owned());
                }
                Ok(Value::List(list))
            }
            (_, Value::List(_)) => Err("not a list".to_owned()),
            _ => one(json).map(Value::Number),
        }
    }

    /// Whether a value lies within the bounds; a value that is never off by default cannot be switched off.
    pub(super) fn within(&self, value: &Value) -> bool {
        let ok = |n: &i64| (self.min..=self.max).contains(n);
        match value {
            Value::Off => self.default == Value::Off,
            Value::Number(n) => ok(n),
            Value::List(list) => list.iter().all(ok),
        }
    }

    /// A value in the parameter's unit, for people.
    pub fn show(&self, value: &Value) -> String {
        match value {
            Value::Off => "off".to_owned(),
            Value::Number(n) => self.unit.write(*n),
            Value::List(list) => list.iter().map(|n| self.unit.write(*n)).collect::<Vec<_>>().join(", "),
        }
    }

    /// The source of the value in force.
    pub fn source_in_force(&self) -> Source {
        if self.overridden {
            return Source {
                kind: SourceKind::Policy,
                citation: String::new(),
            };
        }
        self.source.clone()
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawParameter {
    value: serde_json::Value,
    unit: Unit,
    min: serde_json::Number,
    max: serde_json::Number,
    source: Source,
}

impl RawParameter {
    pub(super) fn parse(self) -> Result<Parameter, String> {
        let bound = |n: &serde_json::Number| self.unit.read(n).ok_or_else(|| "bad bound".to_owned());
        let shape = if self.value.is_array() {
            Value::List(Vec::new())
        } else {
            Value::Off
        };
        let (min, max) = (bound(&self.min)?, bound(&self.max)?);
        let unread = Parameter {
            value: Value::Off,
            default: shape,
            unit: self.unit,
            min,
            max,
            source: self.source,
            overridden: false,
        };
        let default = unread.read(&self.value)?;
        let parameter = Parameter {
            value: default.clone(),
            default: default.clone(),
            ..unread
        };
        if !parameter.within(&default) {
            return Err("the default lies outside the bounds".to_owned());
        }
        Ok(parameter)
    }
}

/// Finds what a step or a device names.
pub(super) struct Lookup<'a>(pub &'a BTreeMap<String, Parameter>);

impl Lookup<'_> {
    fn value(&self, name: &str) -> Result<&Value, ProtocolError> {
        self.0
            .get(name)
            .map(|p| &p.value)
            .ok_or_else(|| ProtocolError(format!("no parameter {name}")))
    }

    pub(super) fn number(&self, name: &str) -> Result<Ms, ProtocolError> {
        match self.value(name)? {
            Value::Number(n) => Ok(*n),
            _ => Err(ProtocolError(format!("{name} must be one number"))),
        }
    }

    pub(super) fn optional(&self, name: &str) -> Result<Option<Ms>, ProtocolError> {
        match self.value(name)? {
            Value::Number(n) => Ok(Some(*n)),
            Value::Off => Ok(None),
            Value::List(_) => Err(ProtocolError(format!("{name} must be one number"))),
        }
    }

    pub(super) fn list(&self, name: &str) -> Result<Vec<Ms>, ProtocolError> {
        match self.value(name)? {
            Value::List(list) => Ok(list.clone()),
            _ => Err(ProtocolError(format!("{name} must be a list"))),
        }
    }
}
