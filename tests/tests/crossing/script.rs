//! A scenario of one phone, as the steps that its app would make of it.
//!
//! Refused lines are left out: no client has to send them. An amendment becomes the whole new form of what it amends,
//! as a client sends it.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::DateTime;
use marrow::engine::id::CaseId;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::steps::{Amends, Clock, Command, Step, Who};
use crate::stores::{Secrets, hex};

pub struct Script {
    pub secrets: Secrets,
    pub steps: Vec<Step>,
}

fn digest(of: &str) -> [u8; 32] {
    Sha256::digest(of.as_bytes()).into()
}

fn sixteen(of: &str) -> [u8; 16] {
    std::array::from_fn(|i| digest(of)[i])
}

/// What lines before have left for later ones.
struct Making {
    title: String,
    zone: String,
    people: Value,
    booted_ms: i64,
    /// The step that recorded an entry, by the name that the scenario gives it, with the kind and form as they stand.
    named: BTreeMap<String, (String, String, Map<String, Value>)>,
}

pub fn read(file: &str) -> Script {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(file);
    let text = std::fs::read_to_string(path).expect("a scenario can be read");
    let scenario: Value = serde_json::from_str(&text).expect("a scenario is JSON");
    let mut lines = scenario["timeline"].as_array().expect("a timeline").clone();
    lines.sort_by_key(|line| moment(&line["at"]).0);
    let title = scenario["title"].as_str().expect("a title").to_owned();
    let secrets = Secrets {
        key: hex(&digest(&format!("key of {title}"))),
        installation: hex(&digest(&format!("secret of {title}"))),
        fresh: marrow_ffi::Uuid::from_bytes(sixteen(&format!("fresh of {title}"))),
    };
    let mut making = Making {
        title,
        zone: scenario["zone"].as_str().expect("a zone").to_owned(),
        people: scenario["people"].clone(),
        // It was on for an hour before anybody used it.
        booted_ms: moment(&lines[0]["at"]).0 - 3_600_000,
        named: BTreeMap::new(),
    };
    let recorded = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.get("refused").is_none());
    let steps = recorded.map(|(n, line)| making.step(n + 1, line)).collect();
    Script { secrets, steps }
}

/// A time as written: Unix ms, and the offset that it is written with.
fn moment(at: &Value) -> (i64, i32) {
    let at = DateTime::parse_from_rfc3339(at.as_str().expect("a time")).expect("a time");
    (at.timestamp_millis(), at.offset().local_minus_utc())
}

impl Making {
    fn step(&mut self, number: usize, line: &Value) -> Step {
        let mut fields = line.as_object().expect("a line").clone();
        let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_null());
        let at = moment(&take("at").expect("when"));
        let mut kind = text(take("do")).expect("what");
        assert!(
            kind != "clock" && kind != "carry",
            "{}: more than one phone's taps",
            self.title
        );
        take("phone");
        let by = text(take("by")).unwrap_or_default();
        let case = self.case(&text(take("case")).expect("of which case"));
        let id = text(take("id"));
        let mut performed_at_ms = take("performed_at").map(|at| moment(&at).0);
        let mut precision = take("precision").map(|word| serde_json::from_value(word).expect("a precision"));
        let late_reason = text(take("late_reason"));
        let name = format!("{number} {kind}");
        let mut amends = None;
        if kind == "amend" {
            let target = text(take("entry")).expect("which entry");
            let reason = text(take("reason"));
            let (step, of_kind, form) = &mut self.named.get_mut(&target).expect("an entry before");
            amends = Some(Amends {
                entry_of: step.clone(),
                reason,
                // The time of an amendment is the new time of what it amends.
                performed_at_ms: performed_at_ms.take(),
                precision: precision.take(),
            });
            form.append(&mut fields);
            form.retain(|_, value| !value.is_null());
            kind.clone_from(of_kind);
            fields = form.clone();
        } else {
            self.refer(&kind, &mut fields);
            if let Some(id) = id {
                self.named.insert(id, (name.clone(), kind.clone(), fields.clone()));
            }
        }
        let command = Command {
            case,
            kind,
            fields,
            precision: precision.unwrap_or(marrow::engine::vocabulary::Precision::Exact),
            actor: self.actor(&by),
            performed_at_ms,
            late_reason,
            amends,
        };
        let clock = Clock {
            wall_ms: at.0,
            boot_ms: at.0 - self.booted_ms,
            boot_id: hex(&[0; 16]),
            zone: self.zone.clone(),
            offset_s: at.1,
        };
        let entry = String::new();
        Step {
            name,
            command,
            clock,
            entry,
        }
    }

    /// Puts ids of cases, names of steps and a policy's text where a scenario writes its own.
    fn refer(&self, kind: &str, fields: &mut Map<String, Value>) {
        for (field, value) in fields {
            match (field.as_str(), &*value) {
                ("other", Value::String(name)) => *value = json!(self.case(name)),
                ("entry", Value::String(name)) => *value = json!({ "entry_of": self.named[name].0 }),
                ("policy", Value::Object(_)) if kind == "move-policy" => *value = Value::String(value.to_string()),
                _ => {}
            }
        }
    }

    fn case(&self, name: &str) -> CaseId {
        CaseId(sixteen(&format!("{} / {name}", self.title)))
    }

    fn actor(&self, by: &str) -> Who {
        serde_json::from_value(self.people[by].clone()).expect("a person of the scenario")
    }
}

fn text(value: Option<Value>) -> Option<String> {
    value.map(|value| value.as_str().expect("a text").to_owned())
}
