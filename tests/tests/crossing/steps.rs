//! A step of a vector file, as the facade's command and as the one that crosses.

use std::collections::BTreeMap;

use marrow::engine::entry::payload::{Amend, MovePolicy, Pin};
use marrow::engine::entry::{Actor, Kind, Payload};
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::record;
use marrow::engine::time;
use marrow::engine::vocabulary::Precision;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::stores::unhex;

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub name: String,
    pub command: Command,
    pub clock: Clock,
    /// The id of the entry that the core makes of it.
    pub entry: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Command {
    pub case: CaseId,
    pub kind: String,
    pub fields: Map<String, Value>,
    pub precision: Precision,
    pub actor: Who,
    pub performed_at_ms: Option<i64>,
    pub late_reason: Option<String>,
    pub amends: Option<Amends>,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Who {
    pub name: String,
    pub role: String,
    pub unit: String,
}

/// The step's fields are the whole new form of an earlier step's entry.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Amends {
    pub entry_of: String,
    pub reason: Option<String>,
    pub performed_at_ms: Option<i64>,
    pub precision: Option<Precision>,
}

#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub wall_ms: i64,
    pub boot_ms: i64,
    pub boot_id: String,
    pub zone: String,
    pub offset_s: i32,
}

/// The entries of the steps so far, by name.
pub type Made = BTreeMap<String, EntryId>;

impl Clock {
    pub fn sample(&self) -> time::ClockSample {
        time::ClockSample {
            wall_ms: self.wall_ms,
            boot_ms: self.boot_ms,
            boot_id: unhex(&self.boot_id),
            zone: self.zone.clone(),
            offset_s: self.offset_s,
            next_offset: None,
        }
    }

    pub fn crossing(&self) -> marrow_ffi::ClockSample {
        marrow_ffi::ClockSample {
            wall_ms: self.wall_ms,
            boot_ms: self.boot_ms,
            boot_id: marrow_ffi::Uuid::from_bytes(unhex(&self.boot_id)),
            zone: self.zone.clone(),
            offset_s: self.offset_s,
            next_offset: None,
        }
    }
}

impl Step {
    /// The fields with ids in place of the names of earlier steps.
    pub fn fields(&self, made: &Made) -> Map<String, Value> {
        let mut fields = self.command.fields.clone();
        for value in fields.values_mut() {
            if let Some(name) = value.get("entry_of").and_then(Value::as_str) {
                *value = Value::String(made[name].to_string());
            }
        }
        fields
    }

    fn payload(&self, made: &Made) -> Payload {
        // A policy crosses as the document's text, whose bytes count; a scenario writes it as JSON within its own.
        if let Some(Value::String(policy)) = self.command.fields.get("policy") {
            let policy = Some(policy.clone());
            let pin = Pin {
                policy,
                ..Pin::default()
            };
            return Payload::MovePolicy(MovePolicy { pin });
        }
        Payload::from_json(&self.command.kind, self.fields(made)).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }

    pub fn kind(&self) -> Kind {
        Kind::from_word(&self.command.kind).unwrap_or_else(|| panic!("{}: no such kind", self.name))
    }

    /// As the facade takes it.
    pub fn command(&self, made: &Made) -> record::Command {
        let payload = match &self.command.amends {
            None => self.payload(made),
            Some(amends) => {
                let mut changes = self.fields(made);
                for field in self.kind().fields() {
                    changes.entry(*field).or_insert(Value::Null);
                }
                Payload::Amend(Box::new(Amend {
                    entry: made[&amends.entry_of],
                    reason: amends.reason.clone(),
                    performed_at_ms: amends.performed_at_ms,
                    precision: amends.precision,
                    patch: Vec::new(),
                    changes,
                }))
            }
        };
        record::Command {
            case: self.command.case,
            payload,
            performed_at: self.command.performed_at_ms,
            precision: self.command.precision,
            late_reason: self.command.late_reason.clone(),
            actor: self.actor(),
        }
    }

    /// As the shells give it.
    pub fn crossing(&self, made: &Made) -> marrow_ffi::Command {
        let amends = self.command.amends.as_ref().map(|amends| marrow_ffi::AmendForm {
            entry: made[&amends.entry_of],
            reason: amends.reason.clone(),
            performed_at_ms: amends.performed_at_ms,
            precision: amends.precision,
        });
        marrow_ffi::Command {
            case: self.command.case,
            form: marrow_ffi::Form::of(self.payload(made)).unwrap_or_else(|| panic!("{}: no form", self.name)),
            precision: self.command.precision,
            actor: self.actor(),
            performed_at_ms: self.command.performed_at_ms,
            late_reason: self.command.late_reason.clone(),
            amends,
        }
    }

    fn actor(&self) -> Actor {
        let Who { name, role, unit } = self.command.actor.clone();
        Actor { name, role, unit }
    }
}
