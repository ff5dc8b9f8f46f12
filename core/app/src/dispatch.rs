//! One command, one transaction: record, append, fold that case again.

use marrow_engine::agenda::Status;
use marrow_engine::assess::{Assessment, Context, Known, assess_known};
use marrow_engine::entry::Payload;
use marrow_engine::entry::payload::Check;
use marrow_engine::flags::Flag;
use marrow_engine::fold::{CaseState, missing_findings};
use marrow_engine::id::{CaseId, EntryId};
use marrow_engine::record::{Command, Draft, Ground, LATE_ENTRY, record};
use marrow_engine::time::ClockSample;
use marrow_store::StoreError;

use crate::pen::Pen;
use crate::{Error, Marrow, Result};

/// What the person should still be asked; nothing waits for the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// It was recorded more than a day after it happened: why so late?
    WhyLate,
    /// The step was overdue when it was done: why?
    WhyOverdue(String),
}

/// What a command did, or would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The entry; none in a preview.
    pub entry: Option<EntryId>,
    /// The case.
    pub case: CaseId,
    /// Flags that it raised, or made worse.
    pub raised: Vec<Flag>,
    /// Rules that it cleared.
    pub cleared: Vec<&'static str>,
    /// What the person should still be asked.
    pub asks: Vec<Ask>,
    /// The fields that a check lacks to count; empty: it counts, or is no check.
    pub missing: Vec<String>,
    /// To be kept outside the database (see [`crate::OpenOptions::high_water`]).
    pub mark: u64,
}

impl Marrow {
    /// Records a command. `Ok` means that it is durable.
    pub fn dispatch(&mut self, command: &Command, now: &ClockSample) -> Result<Outcome> {
        // Another process may write to the same chain between reading and writing: then it is read again.
        for _ in 0..5 {
            self.refresh()?;
            let (outcome, pen) = self.prepare(command, now)?;
            match self.commit(pen) {
                Err(Error::Store(StoreError::Moved)) => self.load()?,
                Err(other) => return Err(other),
                Ok(()) => {
                    return Ok(Outcome {
                        mark: self.installation.mark(),
                        ..outcome
                    });
                }
            }
        }
        Err(Error::Contended)
    }

    /// Tells what a command would raise or be refused for, and changes nothing.
    pub fn preview(&mut self, command: &Command, now: &ClockSample) -> Result<Outcome> {
        self.refresh()?;
        let (outcome, _) = self.prepare(command, now)?;
        Ok(Outcome { entry: None, ..outcome })
    }

    fn prepare<'n>(&self, command: &Command, now: &'n ClockSample) -> Result<(Outcome, Pen<'n>)> {
        let before = self.cases.get(command.case);
        let mut pen = self.pen(now)?;
        let draft = match before {
            Some(case) => self.look(case, now, |look| self.record(Some(look), command, now))?,
            None => self.record(None, command, now)?,
        };
        let (entry, after) = if draft.local {
            (
                self.write_local(&mut pen, draft.payload.clone(), command.actor.clone())?,
                None,
            )
        } else {
            let (entry, after) = self.write_case(&mut pen, &draft, command.case, before, command.actor.clone())?;
            (entry, Some(after))
        };
        let (raised, cleared, asks) = after
            .as_ref()
            .map(|after| self.compare(before, after, &draft, now))
            .unwrap_or_default();
        pen.cases.extend(after);
        let missing = match (&draft.payload, before) {
            (Payload::Check(check), Some(case)) => self.look(case, now, |look| missing(look, check)),
            _ => Vec::new(),
        };
        let mark = self.installation.mark();
        Ok((
            Outcome {
                entry: Some(entry),
                case: command.case,
                raised,
                cleared,
                asks,
                missing,
                mark,
            },
            pen,
        ))
    }

    fn record(&self, look: Option<&Assessment<'_>>, command: &Command, now: &ClockSample) -> Result<Draft> {
        let ground = Ground {
            case: look,
            protocols: &self.protocols,
            policy: self.policy.as_deref(),
            now: now.wall_ms,
            snoozed: look.map_or(0, |look| self.times_snoozed(look, &command.payload)),
        };
        Ok(record(&ground, command.clone())?)
    }

    fn times_snoozed(&self, look: &Assessment<'_>, payload: &Payload) -> u32 {
        let Payload::Snooze(snooze) = payload else { return 0 };
        let Some(task) = snooze.step.as_deref().and_then(|step| look.task(step)) else {
            return 0;
        };
        let case = look.timeline.case.id;
        let jumps = look.timeline.frame.adjusted_ms;
        let same = |s: &&crate::Snooze| s.case == case && s.step == task.step && s.due_at + jumps == task.due_at;
        u32::try_from(self.snoozes.iter().filter(same).count()).unwrap_or(u32::MAX)
    }

    /// What a command changed: flags before and after, and what should be asked.
    fn compare(
        &self,
        before: Option<&CaseState>,
        after: &CaseState,
        draft: &Draft,
        now: &ClockSample,
    ) -> (Vec<Flag>, Vec<&'static str>, Vec<Ask>) {
        let ((old, then), (new, still)) = self.in_context(now, |context| {
            // Whether something was overdue is judged by when it was done, not by when it was typed.
            let done_at = Context {
                now: draft.performed_at,
                ..*context
            };
            let known = Known::of(after, context.frame);
            let look = |context| assess_known(after, &known, context);
            let old = before.map(|case| {
                (
                    self.cases.look(case, context).flags,
                    self.cases.look(case, &done_at).tasks,
                )
            });
            (old.unwrap_or_default(), (look(context).flags, look(&done_at).tasks))
        });
        let worse = |flag: &&Flag| {
            !old.iter()
                .any(|o| o.rule == flag.rule && o.step == flag.step && o.severity >= flag.severity)
        };
        let raised = new.iter().filter(worse).cloned().collect();
        let mut cleared: Vec<&'static str> = old
            .iter()
            .map(|f| f.rule)
            .filter(|rule| !new.iter().any(|f| f.rule == *rule))
            .collect();
        cleared.dedup();
        let mut asks = Vec::new();
        if draft.late_reason.is_none() {
            if now.wall_ms - draft.performed_at > LATE_ENTRY {
                asks.push(Ask::WhyLate);
            }
            let done = then.iter().filter(|t| t.status >= Status::Overdue);
            let done = done.filter(|t| !still.iter().any(|s| s.step == t.step && s.due_at <= t.due_at));
            let not_skipped = !matches!(
                draft.payload,
                Payload::Skip(_) | Payload::EndCase(_) | Payload::Strike(_)
            );
            asks.extend(done.filter(|_| not_skipped).map(|t| Ask::WhyOverdue(t.step.clone())));
        }
        (raised, cleared, asks)
    }

    /// Sets the policy that cases opened from now on follow; none takes it away.
    pub fn set_policy(&mut self, json: Option<&str>) -> Result<()> {
        if let Some(json) = json {
            self.protocols.check(json)?;
        }
        let settings = vec![("policy".to_owned(), json.map(|json| json.as_bytes().to_vec()))];
        self.store.commit(&marrow_store::Batch {
            settings,
            ..Default::default()
        })?;
        self.policy = json.map(str::to_owned);
        Ok(())
    }
}

/// What a check lacks to count in its case.
fn missing(look: &Assessment<'_>, check: &Check) -> Vec<String> {
    let timeline = &look.timeline;
    let (protocol, device_in) = (&timeline.case.protocol, timeline.removal.is_none());
    let missing = missing_findings(protocol, check, device_in, timeline.sternal());
    missing.into_iter().map(str::to_owned).collect()
}
