//! A scenario file: people, a timeline of what they did, and what the software must say when.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::failure::{Failure, Result};

/// True time, Unix ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl std::str::FromStr for Instant {
    type Err = String;
    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let wrong = |_| format!("not a time with an offset, such as 2026-03-04T09:12:00+01:00: {text}");
        DateTime::parse_from_rfc3339(text)
            .map(|at| Self(at.timestamp_millis()))
            .map_err(wrong)
    }
}

/// Somebody who records.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub role: String,
    pub unit: String,
}

/// Something that somebody did.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    pub at: Instant,
    #[serde(rename = "do")]
    pub act: String,
    pub phone: Option<String>,
    pub by: Option<String>,
    pub case: Option<String>,
    pub id: Option<String>,
    pub refused: Option<String>,
    pub performed_at: Option<Instant>,
    pub precision: Option<String>,
    pub late_reason: Option<String>,
    #[serde(flatten)]
    pub fields: Map<String, Value>,
}

/// A task as it must be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedTask {
    pub status: Option<String>,
    pub due_at: Option<Instant>,
}

/// What the software must say at a moment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    pub at: Instant,
    pub phone: String,
    pub case: String,
    #[serde(default, with = "present")]
    pub limit_at: Option<Option<Instant>>,
    #[serde(default)]
    pub tasks: BTreeMap<String, ExpectedTask>,
    #[serde(default)]
    pub absent: Vec<String>,
    #[serde(default)]
    pub flags: Vec<String>,
    #[serde(default)]
    pub no_flags: Vec<String>,
    #[serde(default)]
    pub severity: BTreeMap<String, String>,
    pub reminders: Option<usize>,
}

/// Tells `null` (no limit runs) from a field that is not there (nothing is asserted).
mod present {
    use super::{Deserialize, Instant};
    pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Option<Instant>>, D::Error> {
        Option::<Instant>::deserialize(d).map(Some)
    }
}

/// A scenario.
#[derive(Clone, Debug, Deserialize)]
pub struct Scenario {
    pub title: String,
    pub zone: String,
    #[serde(default)]
    pub lang: String,
    #[serde(default)]
    pub people: BTreeMap<String, Person>,
    pub timeline: Vec<Line>,
    #[serde(default)]
    pub expect: Vec<Expectation>,
}

impl Scenario {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let json = std::fs::read_to_string(path).map_err(|e| Failure::new(format!("cannot read {shown}: {e}")))?;
        Self::parse(&json).map_err(|e| Failure::new(format!("{shown}: {}", e.error)))
    }

    /// Reads a scenario from its JSON. Lines are played in the order of true time.
    pub fn parse(json: &str) -> Result<Self> {
        let mut scenario: Self = serde_json::from_str(json)
            .map_err(|e| Failure::new(format!("not a scenario: {e}")).hint("see docs/scenarios.md for the format"))?;
        scenario.timeline.sort_by_key(|line| line.at);
        scenario.expect.sort_by_key(|expectation| expectation.at);
        Ok(scenario)
    }

    /// When the last thing in it happens.
    pub fn end(&self) -> Instant {
        let lines = self.timeline.iter().map(|line| line.at);
        lines
            .chain(self.expect.iter().map(|e| e.at))
            .max()
            .unwrap_or(Instant(0))
    }
}
