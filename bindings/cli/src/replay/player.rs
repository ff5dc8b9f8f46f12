//! Plays a scenario's timeline on its phones.

use std::collections::BTreeMap;
use std::fmt;

use chrono_tz::Tz;
use marrow::Outcome;
use marrow::engine::entry::{Actor, Payload};
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::record::{Command, Refusal};
use marrow::engine::vocabulary::Precision;
use serde_json::{Map, Value};

use super::phone::{Phone, bytes, zone};
use super::scenario::{Instant, Line, Scenario};
use crate::failure::{Failure, Result};

/// What became of a line.
#[derive(Debug)]
pub enum Played {
    /// Recorded.
    Recorded(Box<Outcome>),
    /// Done, without an entry of its own (clock, carry).
    Done,
    /// Refused under a rule.
    Refused(Refused),
}

/// Why a line left nothing on record.
#[derive(Debug)]
pub enum Refused {
    /// The core refuses it.
    Rule(Refusal),
    /// Its fields cannot be read.
    Invalid(String),
}

impl Refused {
    /// The rule's id.
    pub fn rule(&self) -> &str {
        match self {
            Self::Rule(refusal) => refusal.rule,
            Self::Invalid(_) => "invalid",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(refusal) => refusal.fmt(f),
            Self::Invalid(problem) => f.write_str(problem),
        }
    }
}

/// A scenario being played.
pub struct Player<'s> {
    pub scenario: &'s Scenario,
    pub phones: BTreeMap<String, Phone>,
    zone: Tz,
    next: usize,
    entries: BTreeMap<String, EntryId>,
    /// The lines played so far that did not end as the file says, with what happened.
    pub surprises: Vec<String>,
    /// How many lines were checked against the file so far.
    pub lines: usize,
}

impl<'s> Player<'s> {
    pub fn new(scenario: &'s Scenario) -> Result<Self> {
        let zone = zone(&scenario.zone)?;
        Ok(Self {
            scenario,
            phones: BTreeMap::new(),
            zone,
            next: 0,
            entries: BTreeMap::new(),
            surprises: Vec::new(),
            lines: 0,
        })
    }

    /// The id of a case by its name in the scenario.
    pub fn case(&self, name: &str) -> CaseId {
        let mut id = [0; 16];
        id.copy_from_slice(&bytes(&format!("{} / {name}", self.scenario.title))[..16]);
        CaseId(id)
    }

    /// The name in the scenario of a case.
    pub fn name_of(&self, id: CaseId) -> Option<&str> {
        let names = self.scenario.timeline.iter().filter_map(|line| line.case.as_deref());
        names.into_iter().find(|name| self.case(name) == id)
    }

    /// Plays every line up to and including an instant.
    pub fn play_until(&mut self, at: Instant) -> Result<()> {
        while self.step(at)?.is_some() {}
        Ok(())
    }

    /// The next line, if it comes by then.
    pub fn coming(&self, by: Instant) -> Option<&'s Line> {
        self.scenario.timeline.get(self.next).filter(|line| line.at <= by)
    }

    /// Plays the next line, if it comes by then, and holds what came of it against the file.
    pub fn step(&mut self, by: Instant) -> Result<Option<(&'s Line, Played)>> {
        let Some(line) = self.coming(by) else { return Ok(None) };
        self.next += 1;
        let played = self
            .play(line)
            .map_err(|e| Failure::new(format!("line {} ({}): {}", self.next, line.act, e.error)))?;
        self.compare(line, &played);
        Ok(Some((line, played)))
    }

    fn compare(&mut self, line: &Line, played: &Played) {
        self.lines += 1;
        let found = match (&line.refused, played) {
            (None, Played::Recorded(_) | Played::Done) => return,
            (Some(expected), Played::Refused(refused)) if expected == refused.rule() => return,
            (_, Played::Refused(refused)) => format!("refused under {}: {refused}", refused.rule()),
            (Some(_), _) => "recorded".to_owned(),
        };
        let expected = line
            .refused
            .as_ref()
            .map_or_else(|| "recorded".to_owned(), |rule| format!("refused under {rule}"));
        self.surprises.push(format!(
            "line {} ({}): expected {expected}, found {found}",
            self.next, line.act
        ));
    }

    fn play(&mut self, line: &Line) -> Result<Played> {
        match line.act.as_str() {
            "clock" => self.clock(line).map(|()| Played::Done),
            "carry" => self.carry(line).map(|()| Played::Done),
            _ => self.record(line),
        }
    }

    fn phone(&mut self, name: &str, at: Instant) -> Result<&mut Phone> {
        if !self.phones.contains_key(name) {
            let unique = format!("{} / {name}", self.scenario.title);
            self.phones.insert(name.to_owned(), Phone::new(&unique, self.zone, at)?);
        }
        self.phones.get_mut(name).ok_or_else(|| Failure::new("no such phone"))
    }

    fn clock(&mut self, line: &Line) -> Result<()> {
        let name = line.phone.clone().ok_or_else(|| Failure::new("`phone` is missing"))?;
        let phone = self.phone(&name, line.at)?;
        if let Some(seconds) = line.fields.get("wall_jump_s") {
            let seconds = seconds
                .as_f64()
                .ok_or_else(|| Failure::new("`wall_jump_s` is not a number"))?;
            phone.jump((seconds * 1_000.0).round() as i64, line.at)?;
        }
        if line.fields.get("reboot") == Some(&Value::Bool(true)) {
            phone.reboot(line.at)?;
        }
        if let Some(name) = line.fields.get("zone").and_then(Value::as_str) {
            phone.travel(zone(name)?, line.at)?;
        }
        Ok(())
    }

    fn carry(&mut self, line: &Line) -> Result<()> {
        let text = |name: &str| {
            let value = line.fields.get(name).and_then(Value::as_str);
            value
                .map(str::to_owned)
                .ok_or_else(|| Failure::new(format!("`{name}` is missing")))
        };
        let (from, to) = (text("from")?, text("to")?);
        let case = self.case(line.case.as_deref().unwrap_or_default());
        let giver = self.phone(&from, line.at)?;
        let parcel = giver.marrow.parcel(case, &giver.sample(line.at))?;
        let taker = self.phone(&to, line.at)?;
        taker.marrow.take(&parcel, true, &taker.sample(line.at))?;
        Ok(())
    }

    fn record(&mut self, line: &Line) -> Result<Played> {
        let name = line.phone.clone().ok_or_else(|| Failure::new("`phone` is missing"))?;
        let command = self.command(line, &name)?;
        let command = match command {
            Ok(command) => command,
            Err(problem) => return Ok(Played::Refused(Refused::Invalid(problem))),
        };
        let phone = self.phone(&name, line.at)?;
        match phone.marrow.dispatch(&command, &phone.sample(line.at)) {
            Ok(outcome) => {
                if let (Some(id), Some(entry)) = (&line.id, outcome.entry) {
                    self.entries.insert(id.clone(), entry);
                }
                Ok(Played::Recorded(Box::new(outcome)))
            }
            Err(marrow::Error::Refused(refusal)) => Ok(Played::Refused(Refused::Rule(*refusal))),
            Err(other) => Err(other.into()),
        }
    }

    /// The command of a line; `Ok(Err(…))` where its fields cannot be read.
    fn command(&mut self, line: &Line, phone: &str) -> Result<std::result::Result<Command, String>> {
        let case = self.case(line.case.as_deref().unwrap_or_default());
        let fields = self.named(line.fields.clone());
        let mut payload = match Payload::from_json(&line.act, fields) {
            Ok(payload) => payload,
            Err(invalid) => return Ok(Err(invalid.to_string())),
        };
        let precision = match line.precision.as_deref().map(str::parse::<Precision>) {
            Some(Err(wrong)) => return Ok(Err(format!("precision: {wrong}"))),
            Some(Ok(precision)) => Some(precision),
            None => None,
        };
        let phone = self.phone(phone, line.at)?;
        let mut performed_at = line.performed_at.map(|at| phone.wall(at));
        let mut command_precision = precision;
        if let Payload::Amend(amend) = &mut payload {
            // The time of an amendment is the new time of what it amends.
            amend.performed_at_ms = performed_at.take();
            amend.precision = command_precision.take();
        }
        let person = line
            .by
            .as_ref()
            .and_then(|by| self.scenario.people.get(by))
            .cloned()
            .unwrap_or_default();
        Ok(Ok(Command {
            case,
            payload,
            performed_at,
            precision: command_precision.unwrap_or(Precision::Exact),
            late_reason: line.late_reason.clone(),
            actor: Actor {
                name: person.name,
                role: person.role,
                unit: person.unit,
            },
        }))
    }

    /// Puts ids in place of the names that a scenario gives to cases and entries.
    fn named(&self, mut fields: Map<String, Value>) -> Map<String, Value> {
        if let Some(other) = fields.get_mut("other")
            && let Some(name) = other.as_str()
        {
            *other = Value::String(self.case(name).to_string());
        }
        if let Some(entry) = fields.get_mut("entry")
            && let Some(name) = entry.as_str()
        {
            // A line that was refused has no entry: what acts on it is refused in turn.
            let id = self.entries.get(name).copied().unwrap_or_default();
            *entry = Value::String(id.to_string());
        }
        fields
    }
}
