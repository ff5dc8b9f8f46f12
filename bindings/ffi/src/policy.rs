//! The policy that new cases follow: every number with its default, bounds and source.

use std::sync::Arc;

use marrow::engine::protocol::{Parameter, Protocol, Unit, Value};
use marrow::engine::text;
use marrow::engine::view::source_text;

use crate::guard::Failed;
use crate::words::Lang;

/// What happens to the policy before it is shown.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PolicyChange {
    /// Cases opened from now on follow this one.
    Set {
        /// The policy document.
        json: String,
    },
    /// Cases opened from now on follow the protocol's own values.
    Remove,
}

/// A number of the protocol.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PolicyNumber {
    /// Its name in a policy document.
    pub name: String,
    /// What it is about.
    pub label: String,
    /// The value in force, for a person; empty: off.
    pub value: String,
    /// The protocol's own value.
    pub default_value: String,
    /// The smallest that a policy may set.
    pub min: String,
    /// The largest.
    pub max: String,
    /// The unit of all four, for a person; empty for a count.
    pub unit: String,
    /// The policy changed it.
    pub changed: bool,
    /// Where the value in force comes from.
    pub source: String,
}

/// The protocol with the policy laid over it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PolicyView {
    /// The protocol's id.
    pub protocol: String,
    /// Its version.
    pub protocol_version: u32,
    /// The policy document, to be exported; none: the protocol's own values hold.
    pub document: Option<String>,
    /// The policy's id.
    pub id: Option<String>,
    /// Its version.
    pub version: Option<u32>,
    /// Who answers for it.
    pub author: Option<String>,
    /// From which day.
    pub effective: Option<String>,
    /// Why it differs.
    pub reason: Option<String>,
    /// Every number.
    pub numbers: Vec<PolicyNumber>,
}

/// The protocol that new cases follow.
pub fn in_force(marrow: &marrow::Marrow) -> marrow::Result<Arc<Protocol>> {
    Ok(match marrow.policy() {
        Some(json) => marrow.protocols().check(json)?,
        None => marrow.protocols().newest(),
    })
}

/// Changes the policy where that is asked, and shows the one in force.
pub fn policy(marrow: &mut marrow::Marrow, change: Option<PolicyChange>, lang: Lang) -> Result<PolicyView, Failed> {
    match change {
        Some(PolicyChange::Set { json }) => marrow.set_policy(Some(&json))?,
        Some(PolicyChange::Remove) => marrow.set_policy(None)?,
        None => {}
    }
    let protocol = in_force(marrow)?;
    let policy = protocol.policy.as_ref();
    Ok(PolicyView {
        protocol: protocol.id.clone(),
        protocol_version: protocol.version,
        document: marrow.policy().map(str::to_owned),
        id: policy.map(|policy| policy.id.clone()),
        version: policy.map(|policy| policy.version),
        author: policy.and_then(|policy| policy.author.clone()),
        effective: policy.and_then(|policy| policy.effective.clone()),
        reason: policy.and_then(|policy| policy.reason.clone()),
        numbers: protocol
            .parameters
            .iter()
            .map(|(name, parameter)| number(name, parameter, lang))
            .collect(),
    })
}

fn number(name: &str, parameter: &Parameter, lang: Lang) -> PolicyNumber {
    let shown = |value: &Value| match value {
        Value::Off => String::new(),
        value => decimal(&parameter.show(value), lang),
    };
    let unit = parameter.unit;
    PolicyNumber {
        name: name.to_owned(),
        label: text::get(lang, &format!("parameter.{name}")),
        value: shown(&parameter.value),
        default_value: shown(&parameter.default),
        min: decimal(&unit.write(parameter.min), lang),
        max: decimal(&unit.write(parameter.max), lang),
        unit: if unit == Unit::Count {
            String::new()
        } else {
            text::get(lang, &format!("unit.{}", unit.word()))
        },
        changed: parameter.overridden,
        source: source_text(&parameter.source_in_force(), lang),
    }
}

/// Decimals as the language writes them. A list's items are set apart by `, `.
fn decimal(numbers: &str, lang: Lang) -> String {
    match lang {
        Lang::En => numbers.to_owned(),
        Lang::Es => numbers.replace(", ", "; ").replace('.', ","),
    }
}
