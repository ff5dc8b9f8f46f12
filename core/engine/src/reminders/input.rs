//! What a plan is made from. Everything comes in; nothing is remembered between two plans.

use serde::{Deserialize, Serialize};

use super::{Member, PlatformCaps};
use crate::agenda::Task;
use crate::id::CaseId;
use crate::protocol::Protocol;
use crate::text::Lang;
use crate::time::Ms;

/// Everything that a plan depends on. The order of the lists has no meaning.
#[derive(Clone, Copy, Debug)]
pub struct PlanInput<'a> {
    /// The cases that this phone holds, watched or not.
    pub cases: &'a [PlanCase<'a>],
    /// What somebody said "later" to.
    pub snoozed: &'a [Snoozed],
    /// What earlier plans promised, and when it was shown; only the last days are needed.
    pub past: &'a [Past],
    /// What the operating system can do.
    pub caps: &'a PlatformCaps,
    /// This phone's wall clock.
    pub now: Ms,
    /// The language of the texts.
    pub lang: Lang,
}

/// One case, as far as reminders need it.
#[derive(Clone, Debug)]
pub struct PlanCase<'a> {
    /// The case.
    pub case: CaseId,
    /// Its open and upcoming tasks.
    pub tasks: &'a [Task],
    /// Its dwell limit, while one runs: no "later" moves a reminder past it.
    pub limit_at: Option<Ms>,
    /// The protocol in force, for its reminder parameters and what its steps allow.
    pub protocol: &'a Protocol,
    /// Whether this phone reminds of it.
    pub watched: bool,
    /// What a lock screen may call the patient; only where the policy opts in.
    pub label: Option<String>,
    /// The timer that runs now, if one does.
    pub running: Option<Running>,
}

/// A running timer: somebody presses on the puncture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// When it started, wall clock.
    pub since: Ms,
    /// When it ends, wall clock.
    pub until: Ms,
}

/// "Later": the reminders of one occurrence of a task were moved. Its due time never is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snoozed {
    /// The case.
    pub case: CaseId,
    /// The step.
    pub step: String,
    /// The occurrence it was said of; a "later" does not carry over to the next one.
    pub due_at: Ms,
    /// Until when.
    pub until: Ms,
    /// How often it was said for this occurrence.
    pub times: u32,
}

/// A reminder that an earlier plan promised for a time that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// What it was for.
    pub member: Member,
    /// When it should have fired.
    pub planned_ms: Ms,
    /// When it was shown, as far as the phone knows.
    pub shown_ms: Option<Ms>,
}
