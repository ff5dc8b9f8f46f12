//! The flags R1 to R28: what crosses a line of the policy, shown with the policy's own words.
//!
//! A flag names what raised it and what clears it, and never says what the patient has. R3 and R22
//! are refusals and live in [`crate::record`]. Findings of checks (R8 to R12) are tracked sign by
//! sign in [`findings`]; the rest are read off the timeline, one function a rule.

pub mod findings;
mod limb;
mod neighbours;
mod placement;
mod rules;
mod sign;

pub use limb::{NOTHING_TO_COMPARE, SAME_ON_BOTH_SIDES};
pub use neighbours::Neighbour;
pub(crate) use placement::sternal_in_child;

use serde::{Deserialize, Serialize};

use crate::agenda::{DwellLimit, Task};
use crate::fold::timeline::Timeline;
use crate::time::Ms;
use findings::Findings;

/// How serious a flag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// To be known.
    Note,
    /// To be acted on.
    Amber,
    /// To be acted on now.
    Red,
}

impl Severity {
    /// Every severity.
    pub const ALL: &[Self] = &[Self::Note, Self::Amber, Self::Red];
    /// The word in JSON and in text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// One reason for a flag: a text key (`sign.…`) and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The key without its `sign.`.
    pub key: &'static str,
    /// What goes into the text, where it has a place for it.
    pub value: Option<String>,
}

impl Because {
    /// A reason without a value.
    pub const fn of(key: &'static str) -> Self {
        Self { key, value: None }
    }
    /// A reason with a value.
    pub fn with(key: &'static str, value: impl Into<String>) -> Self {
        Self {
            key,
            value: Some(value.into()),
        }
    }
}

/// A flag that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its id, `R8`.
    pub rule: &'static str,
    /// How serious.
    pub severity: Severity,
    /// Why.
    pub because: Vec<Because>,
    /// The entries that raised it.
    pub raised_by: Vec<usize>,
    /// Since when, on this phone's clock.
    pub since: Option<Ms>,
    /// The step it is about (R14).
    pub step: Option<String>,
}

impl Flag {
    fn new(rule: &'static str, severity: Severity, because: Because) -> Self {
        Self {
            rule,
            severity,
            because: vec![because],
            raised_by: Vec::new(),
            since: None,
            step: None,
        }
    }

    fn by(mut self, index: usize, since: Ms) -> Self {
        self.raised_by.push(index);
        self.since = Some(since);
        self
    }
}

/// What the phone itself can say (R20).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// The wall clock was moved and nobody has said that it is right.
    pub clock_jumped: bool,
    /// How much time passed over the last reboot cannot be known.
    pub time_uncertain: bool,
    /// The operating system may not deliver reminders.
    pub reminders_can_fail: bool,
    /// The storage is nearly full.
    pub storage_low: bool,
}

/// What the flags are read from.
pub struct View<'a> {
    /// The case in time.
    pub timeline: &'a Timeline<'a>,
    /// The signs that checks found.
    pub findings: &'a Findings,
    /// The limit, while one runs.
    pub limit: Option<&'a DwellLimit>,
    /// The open tasks.
    pub tasks: &'a [Task],
    /// The other cases on this phone.
    pub neighbours: &'a [Neighbour],
    /// The phone.
    pub phone: Phone,
    /// Now, on this phone's clock.
    pub now: Ms,
}

/// Every open flag, the most serious first, then by rule.
pub fn flags(view: &View<'_>) -> Vec<Flag> {
    flags_with(view, standing(view.timeline, view.findings))
}

/// The flags that neither the moment nor the phone nor other cases change. They can be kept as long as the case and
/// the clock stay as they are.
pub(crate) fn standing(timeline: &Timeline<'_>, findings: &Findings) -> Vec<Flag> {
    let mut flags = Vec::new();
    rules::standing(timeline, &mut flags);
    placement::collect(timeline, &mut flags);
    flags.extend(findings.flags());
    flags
}

/// Every open flag, of which these are known to stand.
pub(crate) fn flags_with(view: &View<'_>, standing: Vec<Flag>) -> Vec<Flag> {
    let mut flags = standing;
    rules::of_the_moment(view, &mut flags);
    neighbours::collect(view, &mut flags);
    flags.retain(|flag| view.timeline.protocol.uses_flag(flag.rule));
    flags.sort_by(|a, b| (b.severity, number(a.rule), &a.step).cmp(&(a.severity, number(b.rule), &b.step)));
    flags
}

/// The moments from which on time alone may open, change or clear a flag, if nothing else happens first.
pub(crate) fn changes_ahead(
    timeline: &Timeline<'_>,
    limit: Option<&DwellLimit>,
    tasks: &[Task],
    neighbours: &[Neighbour],
) -> Vec<Ms> {
    let value = |name: &str| timeline.protocol.value(name).unwrap_or(0);
    let near = ["flag.limit-note", "flag.limit-amber"];
    let limits = limit.into_iter().flat_map(|limit| {
        let before = near.map(|name| limit.at.saturating_sub(value(name)));
        before.into_iter().chain([limit.at])
    });
    let undone = tasks.iter().map(|task| task.due_at.saturating_add(task.interval));
    let not_accepted = tasks
        .iter()
        .filter(|task| rules::waits_for_acceptance(timeline.protocol, task));
    let undone = undone.chain(not_accepted.map(|task| task.due_at));
    let bones = neighbours::bones_free_at(timeline, neighbours);
    let mut changes: Vec<Ms> = limits.chain(undone).chain(bones).collect();
    changes.sort_unstable();
    changes.dedup();
    changes
}

fn number(rule: &str) -> u32 {
    rule.trim_start_matches('R').parse().unwrap_or(u32::MAX)
}
