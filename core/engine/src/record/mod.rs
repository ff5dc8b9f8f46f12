//! From a command to an entry: what is refused, and what the core adds.
//!
//! A refused command says under which rule, why and what to do, and leaves nothing on record. What
//! arrives from elsewhere is never refused here: it is already on somebody's record.

mod fields;
mod seal;
mod sense;

pub use fields::{bounds, required};
pub use seal::{Tip, delay, seal};

use std::fmt;

use serde_json::{Map, Value};

use crate::assess::Assessment;
use crate::entry::payload::{Amend, Pin};
use crate::entry::{Actor, Payload, apply_patch, diff_patch};
use crate::fold::{CaseState, Folded};
use crate::id::CaseId;
use crate::protocol::Protocols;
use crate::text::{self, Lang};
use crate::time::{HOUR, MINUTE, Ms};
use crate::vocabulary::Precision;

/// What somebody wants to have recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// The case.
    pub case: CaseId,
    /// The fields.
    pub payload: Payload,
    /// When it happened, if not now: wall ms of this phone.
    pub performed_at: Option<Ms>,
    /// How sure that is.
    pub precision: Precision,
    /// Why it comes late, where the person says so.
    pub late_reason: Option<String>,
    /// Who records.
    pub actor: Actor,
}

/// A refused command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule's id: `R3`, `one-device`.
    pub rule: &'static str,
    /// Which text, where a rule has several.
    pub key: &'static str,
    /// What goes into the text. Never anything that a person typed.
    pub places: Vec<(&'static str, String)>,
    /// The form's field that lifts it, once it says something.
    pub lifted_by: Option<&'static str>,
}

impl Refusal {
    /// A refusal whose text is named like its rule.
    pub const fn of(rule: &'static str) -> Self {
        Self::under(rule, rule)
    }
    pub(crate) const fn under(rule: &'static str, key: &'static str) -> Self {
        Self {
            rule,
            key,
            places: Vec::new(),
            lifted_by: None,
        }
    }
    /// One that a person can lift by a field of the form.
    pub(crate) const fn lifted_by(mut self, field: &'static str) -> Self {
        self.lifted_by = Some(field);
        self
    }
    /// Fills a place of its text.
    pub fn with(mut self, place: &'static str, value: impl Into<String>) -> Self {
        self.places.push((place, value.into()));
        self
    }

    fn text(&self, lang: Lang, part: &str) -> String {
        let named = |place: &str, value: &str| match place {
            "field" if text::has(&format!("field.{value}")) => text::get(lang, &format!("field.{value}")),
            _ => value.to_owned(),
        };
        let places: Vec<_> = self
            .places
            .iter()
            .map(|(place, value)| (*place, named(place, value)))
            .collect();
        let places: Vec<_> = places.iter().map(|(place, value)| (*place, value.as_str())).collect();
        text::fill(lang, &format!("refusal.{}.{part}", self.key), &places)
    }

    /// What is refused.
    pub fn title(&self, lang: Lang) -> String {
        self.text(lang, "title")
    }

    /// What to do.
    pub fn advice(&self, lang: Lang) -> String {
        self.text(lang, "advice")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}). {}", self.title(Lang::En), self.rule, self.advice(Lang::En))
    }
}

impl std::error::Error for Refusal {}

/// What a command is held against.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The case as it stands, looked at now; `None` for one that is not on this phone.
    pub case: Option<&'a Assessment<'a>>,
    /// The protocols.
    pub protocols: &'a Protocols,
    /// The hospital's policy for new cases, as JSON text.
    pub policy: Option<&'a str>,
    /// Now, on this phone's clock.
    pub now: Ms,
    /// How often the reminder of the snoozed task was put off already.
    pub snoozed: u32,
}

/// A command that holds, with what the core adds to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The fields as they go on record.
    pub payload: Payload,
    /// When it happened.
    pub performed_at: Ms,
    /// How sure that is.
    pub precision: Precision,
    /// Why it comes late.
    pub late_reason: Option<String>,
    /// It concerns this phone alone and goes into its local log.
    pub local: bool,
}

/// A time typed this far ahead is taken for a clock that is a little slow (R22).
const AHEAD: Ms = MINUTE;
/// What is typed later than this after it happened is a late entry (R22).
pub const LATE_ENTRY: Ms = 24 * HOUR;
/// The reason of a strike that takes back what was just recorded (care §6). It is the app's word, not a person's.
pub const UNDO: &str = "undo";
/// How long after recording a person is offered to take it back (care §6).
pub const UNDO_WITHIN: Ms = 10_000;

/// Holds a command against the case and the protocol.
pub fn record(ground: &Ground<'_>, command: Command) -> Result<Draft, Refusal> {
    let opens = matches!(command.payload, Payload::OpenCase(_));
    match ground.case {
        None if !opens => return Err(Refusal::of("unknown-case")),
        Some(_) if opens => return Err(Refusal::of("case-exists")),
        _ => {}
    }
    let performed_at = command.performed_at.unwrap_or(ground.now);
    not_ahead(ground, performed_at)?;
    let payload = complete(ground, command.payload, performed_at)?;
    Ok(Draft {
        local: matches!(payload, Payload::Snooze(_)),
        payload,
        performed_at,
        precision: command.precision,
        late_reason: command.late_reason.filter(|reason| !reason.trim().is_empty()),
    })
}

fn not_ahead(ground: &Ground<'_>, at: Ms) -> Result<(), Refusal> {
    if at > ground.now.saturating_add(AHEAD) {
        return Err(Refusal::under("R22", "future-time"));
    }
    Ok(())
}

/// Checks the fields, adds what the core knows, and holds the whole against the case.
fn complete(ground: &Ground<'_>, payload: Payload, at: Ms) -> Result<Payload, Refusal> {
    if let Payload::Amend(amend) = payload {
        return Ok(Payload::Amend(Box::new(amended(ground, *amend)?)));
    }
    fields::check(&payload)?;
    let Some(case) = ground.case else {
        return Ok(opened(ground, payload));
    };
    sense::check(ground, case, &payload, at, None)?;
    match payload {
        Payload::MovePolicy(mut moved) => {
            moved.pin = new_pin(ground, case.timeline.case, moved.pin.policy)?;
            Ok(Payload::MovePolicy(moved))
        }
        Payload::Acknowledge(mut ack) => {
            ack.due_at_ms = ack
                .step
                .as_deref()
                .and_then(|step| case.task(step))
                .map(|task| task.due_at);
            Ok(Payload::Acknowledge(ack))
        }
        Payload::Snooze(mut snooze) => {
            let task = snooze.step.as_deref().and_then(|step| case.task(step));
            snooze.due_at_ms = task.map(|task| task.due_at);
            snooze.case = Some(case.timeline.case.id);
            let minutes = case.timeline.case.protocol.value("snooze.minutes").unwrap_or(0);
            let until = ground.now.saturating_add(minutes);
            // Never past the dwell limit (care §3.14).
            let limit = case
                .limit
                .as_ref()
                .map(|limit| limit.at)
                .filter(|limit| *limit > ground.now);
            snooze.until_ms = Some(limit.map_or(until, |limit| until.min(limit)));
            Ok(Payload::Snooze(snooze))
        }
        payload => Ok(payload),
    }
}

fn opened(ground: &Ground<'_>, payload: Payload) -> Payload {
    match payload {
        Payload::OpenCase(mut open) => {
            open.pin = Some(ground.protocols.pin(ground.policy.map(str::to_owned)));
            Payload::OpenCase(open)
        }
        payload => payload,
    }
}

/// The case keeps its protocol; the policy must hold against it.
fn new_pin(ground: &Ground<'_>, case: &CaseState, policy: Option<String>) -> Result<Pin, Refusal> {
    let protocol = &case.protocol;
    if let Some(json) = &policy {
        let problem = |e: crate::protocol::PolicyError| Refusal::of("policy").with("problem", e.to_string());
        ground.protocols.check(json).map_err(problem)?;
    }
    Ok(Pin {
        protocol: protocol.id.clone(),
        version: protocol.version,
        policy,
    })
}

/// Turns the fields as typed into a patch of the target's bytes, and holds the amended entry
/// against the case as if it were typed now.
fn amended(ground: &Ground<'_>, mut amend: Amend) -> Result<Amend, Refusal> {
    fields::text(amend.reason.as_deref(), "reason")?;
    let case = ground.case.ok_or(Refusal::of("unknown-case"))?;
    let state = case.timeline.case;
    let target = state
        .position(amend.entry)
        .map(|i| (i, &state.entries[i]))
        .ok_or(Refusal::of("unknown-entry"))?;
    let old = amendable(target.1)?;
    if let Some(at) = amend.performed_at_ms {
        not_ahead(ground, at)?;
    }
    let mut form = old.to_json();
    for (field, value) in std::mem::take(&mut amend.changes) {
        match value {
            Value::Null => form.remove(&field),
            value => form.insert(field, value),
        };
    }
    let new = relaid(old, form)?;
    fields::check(&new)?;
    let at = amend
        .performed_at_ms
        .unwrap_or_else(|| target.1.when.at(case.timeline.frame));
    let was = target.1.when.at(case.timeline.frame);
    if let Err(refusal) = sense::check(ground, case, &new, at, Some(target.0)) {
        // What already stands on record against a rule is not made worse by correcting something else.
        let before = sense::check(ground, case, old, was, Some(target.0));
        if refusal.rule == "R3" || before.map_err(|before| before.rule) != Err(refusal.rule) {
            return Err(refusal);
        }
    }
    let envelope = &target.1.entry.envelope;
    let (before, after) = (old.to_cbor(), new.to_cbor());
    amend.patch = diff_patch(&before, &after);
    debug_assert_eq!(apply_patch(&before, &amend.patch), after);
    let same_time = amend
        .performed_at_ms
        .is_none_or(|at| at == target.1.when.at(case.timeline.frame));
    let same_precision = amend.precision.is_none_or(|p| p == target.1.precision);
    if before == after && same_time && same_precision {
        return Err(Refusal::of("nothing-changes"));
    }
    debug_assert_eq!(envelope.kind, new.kind().number());
    Ok(amend)
}

/// The fields of an entry that may be amended.
fn amendable(target: &Folded) -> Result<&Payload, Refusal> {
    let payload = target.payload().ok_or(Refusal::of("cannot-amend"))?;
    let fixed = matches!(
        payload,
        Payload::Strike(_)
            | Payload::Reinstate(_)
            | Payload::Amend(_)
            | Payload::MovePolicy(_)
            | Payload::Acknowledge(_)
            | Payload::AcceptHandover(_)
    );
    if fixed {
        Err(Refusal::of("cannot-amend"))
    } else {
        Ok(payload)
    }
}

fn relaid(old: &Payload, form: Map<String, Value>) -> Result<Payload, Refusal> {
    let unreadable = |e: crate::entry::InvalidFields| Refusal::of("invalid").with("problem", e.problem);
    let mut new = Payload::from_json(old.kind().word(), form).map_err(unreadable)?;
    if let (Payload::OpenCase(new), Payload::OpenCase(old)) = (&mut new, old) {
        new.pin.clone_from(&old.pin);
    }
    Ok(new)
}
