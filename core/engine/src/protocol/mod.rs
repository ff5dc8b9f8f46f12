//! The protocol: what falls due when, as data.
//!
//! A protocol document names parameters (value, unit, bounds, source), steps built from a handful
//! of schedule shapes, devices with their limits, and the flags it uses. A hospital's policy is a
//! second document that changes parameters within their bounds and nothing else. Both together
//! are read once into a [`Protocol`], whose durations are plain milliseconds; the engine interprets
//! that and knows no clinical number of its own.

mod device;
mod parameter;
mod policy;
mod registry;
mod schedule;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use device::{Allergen, Ceiling, Device, Limit, Needle, SiteRule};
pub use parameter::{Parameter, Source, SourceKind, Unit, Value};
pub use policy::{Policy, PolicyError};
pub use registry::{Protocols, SHIPPED};
pub use schedule::{
    AtOnce, Beyond, Closer, Condition, DoneBy, Event, FirstInterval, FirstUnless, Level, Phase, Schedule, SkipRule,
    StatusRule, Step, Trigger,
};

use crate::time::Ms;

/// When a check counts: the findings it must have (care §3.3), as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredFinding {
    /// The check's field.
    pub field: String,
    /// Where it is asked only under a condition.
    #[serde(default)]
    pub when: Option<Asked>,
}

/// The condition under which a finding is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// When there is bleeding.
    Bleeding,
    /// While the device is in.
    DeviceIn,
    /// When the device is in a limb.
    Limb,
    /// When the device is in the sternum.
    Sternum,
}

impl Asked {
    /// Whether it holds by where the device is; what a check itself finds is not asked here.
    pub const fn holds(self, device_in: bool, sternal: bool) -> bool {
        match self {
            Self::Bleeding => false,
            Self::DeviceIn => device_in,
            Self::Limb => !sternal,
            Self::Sternum => sternal,
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    id: String,
    version: u32,
    parameters: BTreeMap<String, parameter::RawParameter>,
    counting_check: Vec<RequiredFinding>,
    steps: Vec<Step<String>>,
    devices: Vec<device::RawDevice>,
    #[serde(default)]
    allergens: Vec<Allergen>,
    flags: Vec<String>,
}

/// A protocol document that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the protocol document cannot be used: {0}")]
pub struct ProtocolError(pub String);

/// A protocol with a policy's values laid over its own: what a case is computed with.
#[derive(Clone, Debug)]
pub struct Protocol {
    /// The protocol's id.
    pub id: String,
    /// The protocol's version.
    pub version: u32,
    /// The policy laid over it, where there is one.
    pub policy: Option<Policy>,
    /// Every parameter with the value in force, its default, bounds and source.
    pub parameters: BTreeMap<String, Parameter>,
    /// The findings that a check needs to count.
    pub counting_check: Vec<RequiredFinding>,
    /// The steps, in the order of the document.
    pub steps: Vec<Step<Ms>>,
    /// The devices; one of them is the unknown one.
    pub devices: Vec<Device>,
    /// Words that name the same allergen.
    pub allergens: Vec<Allergen>,
    /// The flags in use.
    pub flags: Vec<String>,
}

impl Protocol {
    /// Reads a protocol document and lays a policy over it.
    pub fn parse(json: &str, policy: Option<Policy>) -> Result<Self, ProtocolError> {
        let document: Document = serde_json::from_str(json).map_err(|e| ProtocolError(e.to_string()))?;
        let mut parameters = BTreeMap::new();
        for (name, raw) in document.parameters {
            let parameter = raw.parse().map_err(|e| ProtocolError(format!("{name}: {e}")))?;
            parameters.insert(name, parameter);
        }
        if let Some(policy) = &policy {
            policy
                .lay_over(&document.id, &mut parameters)
                .map_err(|e| ProtocolError(e.to_string()))?;
        }
        let lookup = parameter::Lookup(&parameters);
        let steps: Result<Vec<_>, _> = document.steps.into_iter().map(|step| step.resolve(&lookup)).collect();
        let devices: Result<Vec<_>, _> = document
            .devices
            .into_iter()
            .map(|device| device.resolve(&lookup))
            .collect();
        let protocol = Self {
            id: document.id,
            version: document.version,
            policy,
            steps: steps?,
            devices: devices?,
            parameters,
            counting_check: document.counting_check,
            allergens: document.allergens,
            flags: document.flags,
        };
        protocol.check()
    }

    /// A protocol that asks for nothing.
    fn empty() -> Self {
        Self {
            id: String::new(),
            version: 0,
            policy: None,
            parameters: BTreeMap::new(),
            counting_check: Vec::new(),
            steps: Vec::new(),
            devices: Vec::new(),
            allergens: Vec::new(),
            flags: Vec::new(),
        }
    }

    fn check(self) -> Result<Self, ProtocolError> {
        let wrong = |what: &str| Err(ProtocolError(what.to_owned()));
        let mut ids: Vec<&str> = self.steps.iter().map(|s| s.id.as_str()).collect();
        ids.sort_unstable();
        if ids.windows(2).any(|pair| pair[0] == pair[1]) {
            return wrong("a step id stands twice");
        }
        if self.devices.iter().filter(|d| d.unknown).count() != 1 {
            return wrong("exactly one device must be the unknown one");
        }
        if let Some(field) = self
            .counting_check
            .iter()
            .find(|f| !crate::entry::payload::Check::FIELDS.contains(&f.field.as_str()))
        {
            return wrong(&format!("a check has no field {}", field.field));
        }
        Ok(self)
    }

    /// The step of that id.
    pub fn step(&self, id: &str) -> Option<&Step<Ms>> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The device of that id; the unknown one for an id that the protocol does not know.
    pub fn device(&self, id: &str) -> Option<&Device> {
        self.devices
            .iter()
            .find(|d| d.id == id)
            .or_else(|| self.devices.iter().find(|d| d.unknown))
    }

    /// Whether the protocol knows that device.
    pub fn knows_device(&self, id: &str) -> bool {
        self.devices.iter().any(|d| d.id == id)
    }

    /// A parameter's value in base units (ms, mm, hundredths of a degree, months, plain counts);
    /// `None` where it is off or unknown.
    pub fn value(&self, name: &str) -> Option<i64> {
        match self.parameters.get(name)?.value {
            Value::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Whether a flag is in use.
    pub fn uses_flag(&self, rule: &str) -> bool {
        self.flags.iter().any(|flag| flag == rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{HOUR, MINUTE};

    fn shipped() -> Protocols {
        Protocols::shipped()
    }

    #[test]
    fn the_shipped_protocol_reads() {
        let protocols = shipped();
        let protocol = protocols.find(&protocols.pin(None)).unwrap();
        assert_eq!(protocol.value("disinfect.every"), Some(5 * HOUR));
        assert_eq!(protocol.value("flush.every"), None);
        assert_eq!(protocol.value("flag.temperature"), Some(3_800));
        assert_eq!(
            protocol.device("ez-io").unwrap().ceiling.as_ref().unwrap().at,
            48 * HOUR
        );
        assert!(protocol.device("no such thing").unwrap().unknown);
        assert_eq!(protocol.steps.len(), 17);
    }

    #[test]
    fn a_policy_changes_values_within_bounds_and_nothing_else() {
        let good = r#"{"id":"h","version":3,"parameters":{"disinfect.every":360,"flush.every":{"value":240}}}"#;
        let protocol = shipped().check(good).unwrap();
        assert_eq!(protocol.value("disinfect.every"), Some(360 * MINUTE));
        assert_eq!(protocol.value("flush.every"), Some(240 * MINUTE));
        let changed: Vec<_> = protocol
            .parameters
            .iter()
            .filter(|(_, p)| p.overridden)
            .map(|(n, _)| n.as_str())
            .collect();
        assert_eq!(changed, ["disinfect.every", "flush.every"]);
        assert_eq!(
            protocol.parameters["disinfect.every"].default,
            Value::Number(300 * MINUTE)
        );
    }

    #[test]
    fn a_bad_policy_is_refused_with_parameter_value_and_bounds() {
        for (parameters, message) in [
            (
                r#"{"disinfect.every":3000}"#,
                "disinfect.every may be 180 to 720 min, not 3000",
            ),
            (r#"{"limit.fast1":73}"#, "limit.fast1 may be 12 to 72 h, not 73"),
            (
                r#"{"disinfect.every":null}"#,
                "disinfect.every may be 180 to 720 min, not off",
            ),
            (r#"{"disinfect.often":300}"#, "there is no parameter disinfect.often"),
            (r#"{"disinfect.every":"5 h"}"#, "disinfect.every: not a number"),
            (
                r#"{"post-removal-check.at":[30,15]}"#,
                "post-removal-check.at: not an ascending list",
            ),
        ] {
            let json = format!(r#"{{"id":"h","version":1,"parameters":{parameters}}}"#);
            assert_eq!(shipped().check(&json).unwrap_err().to_string(), message);
        }
        let other = r#"{"id":"h","version":1,"protocol":"other"}"#;
        assert!(matches!(shipped().check(other), Err(PolicyError::OtherProtocol { .. })));
        assert!(matches!(shipped().check("5 h"), Err(PolicyError::NotAPolicy(_))));
        let typed = shipped().check("\"Ana Ruiz\"").unwrap_err();
        assert!(!typed.to_string().contains("Ana"), "{typed}");
    }

    #[test]
    fn every_default_lies_within_its_bounds_and_has_a_source() {
        let protocols = shipped();
        let protocol = protocols.find(&protocols.pin(None)).unwrap();
        for (name, parameter) in &protocol.parameters {
            assert!(parameter.within(&parameter.default), "{name}");
            let needs_citation = parameter.source.kind != SourceKind::ProductDefault;
            assert!(
                !needs_citation || !parameter.source.citation.is_empty(),
                "{name} needs a citation"
            );
        }
    }
}
