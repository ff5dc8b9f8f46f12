//! The reminder plan of this phone, against what its operating system holds.

use marrow_engine::assess::Assessment;
use marrow_engine::id::CaseId;
use marrow_engine::reminders::{
    Diff, Held, Past, Plan, PlanCase, PlanInput, PlatformCaps, Running, Snoozed, diff, plan,
};
use marrow_engine::text::Lang;
use marrow_engine::time::{ClockSample, Ms};
use marrow_store::LedgerRow;

use crate::{Marrow, Result, Snooze};

impl Marrow {
    /// The whole set of reminders that this phone's operating system should hold, and the steps that
    /// bring it there from what the ledger says it holds.
    pub fn reminders(&mut self, caps: &PlatformCaps, lang: Lang, now: &ClockSample) -> Result<(Plan, Diff)> {
        let past = self.past()?;
        let plan = self.with_plan_input(caps, &past, lang, now, plan)?;
        let held: Vec<Held> = self.store.ledger()?.into_iter().map(held).collect();
        let diff = diff(&plan, &held);
        Ok((plan, diff))
    }

    /// A shell's word on what the operating system holds now: the ledger. A shell hands in nothing after a boot, an
    /// update or a force-stop, when the system has forgotten all.
    pub fn report(&mut self, held: &[Held], caps: &PlatformCaps, now: &ClockSample) -> Result<()> {
        let row = |held: &Held| LedgerRow {
            id: held.id.clone(),
            fingerprint: held.fingerprint.clone(),
            fire_at_ms: held.fire_at_ms,
        };
        self.replace_ledger(held.iter().map(row).collect(), caps, now)
    }

    /// All that a plan is made from, as of now.
    pub(crate) fn with_plan_input<T>(
        &mut self,
        caps: &PlatformCaps,
        past: &[Past],
        lang: Lang,
        now: &ClockSample,
        f: impl FnOnce(&PlanInput<'_>) -> T,
    ) -> Result<T> {
        self.refresh()?;
        let snoozed = self.snoozed(self.clock_now(now).adjusted_ms);
        self.with_cases(now, |looks| {
            let cases: Vec<PlanCase<'_>> = looks.iter().map(|(look, watched)| plan_case(look, *watched)).collect();
            f(&PlanInput {
                cases: &cases,
                snoozed: &snoozed,
                past,
                caps,
                now: now.wall_ms,
                lang,
            })
        })
    }

    /// How many reminders the plan holds for a case.
    pub fn reminders_for(&mut self, case: CaseId, caps: &PlatformCaps, now: &ClockSample) -> Result<usize> {
        let (plan, _) = self.reminders(caps, Lang::En, now)?;
        Ok(plan
            .reminders
            .iter()
            .filter(|r| r.members.iter().any(|m| m.case == case))
            .count())
    }

    /// What somebody said "later" to in a case, as long as that holds.
    pub fn later(&self, case: CaseId, now: &ClockSample) -> Vec<Snoozed> {
        let mut later = self.snoozed(self.clock_now(now).adjusted_ms);
        later.retain(|said| said.case == case && said.until > now.wall_ms);
        later
    }

    /// What somebody said "later" to, one an occurrence.
    fn snoozed(&self, jumps: Ms) -> Vec<Snoozed> {
        let mut snoozed: Vec<Snoozed> = Vec::new();
        for Snooze {
            case,
            step,
            due_at,
            until,
        } in &self.snoozes
        {
            let (due_at, until) = (due_at + jumps, until + jumps);
            let same = |s: &&mut Snoozed| s.case == *case && s.step == *step && s.due_at == due_at;
            match snoozed.iter_mut().find(same) {
                Some(known) => {
                    known.until = known.until.max(until);
                    known.times += 1;
                }
                None => snoozed.push(Snoozed {
                    case: *case,
                    step: step.clone(),
                    due_at,
                    until,
                    times: 1,
                }),
            }
        }
        snoozed
    }
}

fn plan_case<'a>(look: &'a Assessment<'_>, watched: bool) -> PlanCase<'a> {
    let timeline = &look.timeline;
    let pressing = timeline.pressing();
    PlanCase {
        case: timeline.case.id,
        tasks: &look.tasks,
        limit_at: look.limit.as_ref().map(|limit| limit.at),
        protocol: &timeline.case.protocol,
        watched,
        // A lock screen shows no name; a setting to show the alias comes with the phones.
        label: None,
        running: pressing.map(|p| Running {
            since: p.start.at,
            until: p.start.at + p.needed,
        }),
    }
}

fn held(row: LedgerRow) -> Held {
    Held {
        id: row.id,
        fingerprint: row.fingerprint,
        fire_at_ms: row.fire_at_ms,
    }
}
