//! A hospital's policy: a document that names only the parameters that differ.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Parameter;
use crate::entry::without_values;

/// A policy that cannot be laid over the protocol. Nothing changes when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Not JSON, or not the shape of a policy.
    #[error("not a policy document: {0}")]
    NotAPolicy(String),
    /// Made for another protocol.
    #[error("the policy is for protocol {found}, not for {expected}")]
    OtherProtocol {
        /// The protocol it names.
        found: String,
        /// The protocol in use.
        expected: String,
    },
    /// Names a parameter that the protocol does not have.
    #[error("there is no parameter {0}")]
    UnknownParameter(String),
    /// A value that is not of the parameter's shape.
    #[error("{parameter}: {problem}")]
    BadValue {
        /// The parameter.
        parameter: String,
        /// What is wrong with the value.
        problem: String,
    },
    /// A value outside the hard bounds.
    #[error("{parameter} may be {min} to {max} {unit}, not {value}")]
    OutOfBounds {
        /// The parameter.
        parameter: String,
        /// The value, in its unit.
        value: String,
        /// The smallest allowed, in its unit.
        min: String,
        /// The largest allowed.
        max: String,
        /// The unit.
        unit: &'static str,
    },
}

/// A policy document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Which policy.
    pub id: String,
    /// Its version; a case keeps the one under which it was opened.
    pub version: u32,
    /// The protocol it is made for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// From which day, `2026-01-01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<String>,
    /// Why it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The values that differ, each in its parameter's unit.
    #[serde(default, alias = "overrides")]
    pub parameters: BTreeMap<String, serde_json::Value>,
}

impl Policy {
    /// Reads a document; does not yet hold it against a protocol.
    pub fn read(json: &str) -> Result<Self, PolicyError> {
        serde_json::from_str(json).map_err(|e| PolicyError::NotAPolicy(without_values(&e.to_string())))
    }

    pub(super) fn lay_over(
        &self,
        protocol: &str,
        parameters: &mut BTreeMap<String, Parameter>,
    ) -> Result<(), PolicyError> {
        if let Some(found) = self.protocol.as_ref().filter(|p| *p != protocol) {
            return Err(PolicyError::OtherProtocol {
                found: found.clone(),
                expected: protocol.to_owned(),
            });
        }
        for (name, json) in &self.parameters {
            let parameter = parameters
                .get_mut(name)
                .ok_or_else(|| PolicyError::UnknownParameter(name.clone()))?;
            // `{"value": 360}` is taken for 360, so that an exported parameter can be pasted in.
            let json = json.get("value").unwrap_or(json);
            let value = parameter.read(json).map_err(|problem| PolicyError::BadValue {
                parameter: name.clone(),
                problem,
            })?;
            if !parameter.within(&value) {
                let unit = parameter.unit;
                return Err(PolicyError::OutOfBounds {
                    parameter: name.clone(),
                    value: parameter.show(&value),
                    min: unit.write(parameter.min),
                    max: unit.write(parameter.max),
                    unit: unit.word(),
                });
            }
            parameter.overridden = value != parameter.default;
            parameter.value = value;
        }
        Ok(())
    }
}
