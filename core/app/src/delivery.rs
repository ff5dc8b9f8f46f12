//! What became of the reminders: which fired and how late, and which should have and did not.
//!
//! The phone's own, no part of any record: one setting that keeps the last of them. Losing it costs a figure, never a
//! reminder.

use marrow_engine::reminders::{
    Delivered, Fired, Lateness, Member, NotShown, ON_TIME, Os, Past, PlanInput, PlatformCaps, Reminder, lateness,
    on_fired, plan,
};
use marrow_engine::text::Lang;
use marrow_engine::time::{ClockSample, Ms};
use marrow_store::{Batch, LedgerRow};
use serde::{Deserialize, Serialize};

use crate::{Marrow, Result};

const SETTING: &str = "deliveries";
/// How many are kept: a few days of a busy phone.
const KEPT: usize = 300;

/// What is known of past reminders, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Deliveries {
    shown: Vec<Shown>,
    /// Their time came, the system does not hold them any more, and nobody said that they fired.
    silent: Vec<Silent>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    delivered: Delivered,
    members: Vec<Member>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Silent {
    id: String,
    planned_ms: Ms,
    members: Vec<Member>,
}

impl Deliveries {
    fn past(&self) -> Vec<Past> {
        let shown = self.shown.iter().flat_map(|shown| {
            let (planned_ms, at) = (shown.delivered.planned_ms, shown.delivered.actual_ms);
            shown.members.iter().map(move |member| (member, planned_ms, Some(at)))
        });
        let silent = self.silent.iter();
        let silent = silent.flat_map(|of| of.members.iter().map(move |member| (member, of.planned_ms, None)));
        let past = |(member, planned_ms, shown_ms): (&Member, Ms, Option<Ms>)| Past {
            member: member.clone(),
            planned_ms,
            shown_ms,
        };
        shown.chain(silent).map(past).collect()
    }

    fn forget_the_oldest(&mut self) {
        let beyond = |len: usize| 0..len.saturating_sub(KEPT);
        self.shown.drain(beyond(self.shown.len()));
        self.silent.drain(beyond(self.silent.len()));
    }
}

impl Marrow {
    /// A reminder fires: whether it still holds, as what to show it, and how late it is. What is shown is remembered.
    pub fn fired(&mut self, id: &str, caps: &PlatformCaps, lang: Lang, now: &ClockSample) -> Result<Fired> {
        self.refresh()?;
        let mut deliveries = self.deliveries()?;
        let planned = self
            .store
            .ledger()?
            .into_iter()
            .find(|row| row.id == id)
            .map(|row| row.fire_at_ms);
        let armed = self.promised(planned.unwrap_or(now.wall_ms), caps, now)?;
        let past = deliveries.past();
        let fired = self.planned(caps, &past, lang, now, now.wall_ms, |input| {
            match on_fired(input, &armed, id) {
                Fired::Suppress(NotShown::Unknown) => in_doubt(input),
                fired => fired,
            }
        })?;
        if let Fired::Show { reminder, .. } = &fired {
            let planned_ms = planned.or_else(|| armed.iter().find(|r| r.id == id).map(|r| r.fire_at_ms));
            deliveries.silent.retain(|silent| silent.id != id);
            deliveries.shown.push(Shown {
                delivered: Delivered {
                    id: reminder.id.clone(),
                    planned_ms: planned_ms.unwrap_or(now.wall_ms),
                    actual_ms: now.wall_ms,
                },
                members: reminder.members.to_vec(),
            });
            self.keep(deliveries, None)?;
        }
        Ok(fired)
    }

    /// How late this phone's reminders come; none where nothing was shown yet.
    pub fn lateness(&self) -> Result<Option<Lateness>> {
        let shown = self.deliveries()?.shown;
        Ok(lateness(&shown.into_iter().map(|of| of.delivered).collect::<Vec<_>>()))
    }

    /// What is known of past reminders, for the next plan.
    pub(crate) fn past(&self) -> Result<Vec<Past>> {
        Ok(self.deliveries()?.past())
    }

    /// Takes over what the system holds now. What it held, whose time has come, and which nobody said was shown, may
    /// never have been.
    pub(crate) fn replace_ledger(
        &mut self,
        held: Vec<LedgerRow>,
        caps: &PlatformCaps,
        now: &ClockSample,
    ) -> Result<()> {
        let mut deliveries = self.deliveries()?;
        // Where no code of ours runs when a reminder fires, silence says nothing.
        let tells = caps.os == Os::Android;
        let gone: Vec<LedgerRow> = self
            .store
            .ledger()?
            .into_iter()
            .filter(|row| {
                let over = row.fire_at_ms < now.wall_ms.saturating_sub(ON_TIME);
                let known = deliveries.shown.iter().any(|of| of.delivered.id == row.id)
                    || deliveries.silent.iter().any(|of| of.id == row.id);
                over && tells && !known && held.iter().all(|kept| kept.id != row.id)
            })
            .collect();
        let Some(first) = gone.iter().map(|row| row.fire_at_ms).min() else {
            let ledger = Some(held);
            self.store.commit(&Batch {
                ledger,
                ..Batch::default()
            })?;
            return Ok(());
        };
        let promised = self.promised(first, caps, now)?;
        for row in gone {
            let members = promised.iter().find(|r| r.id == row.id).map(|r| r.members.to_vec());
            deliveries.silent.push(Silent {
                id: row.id,
                planned_ms: row.fire_at_ms,
                members: members.unwrap_or_default(),
            });
        }
        self.keep(deliveries, Some(held))
    }

    /// The reminders that a plan made just before a moment holds, from what is known now.
    fn promised(&mut self, at: Ms, caps: &PlatformCaps, now: &ClockSample) -> Result<Vec<Reminder>> {
        // The language changes nothing about what a reminder is for.
        self.planned(caps, &[], Lang::En, now, at.min(now.wall_ms) - 1, |input| {
            plan(input).reminders
        })
    }

    fn planned<T>(
        &mut self,
        caps: &PlatformCaps,
        past: &[Past],
        lang: Lang,
        now: &ClockSample,
        as_of: Ms,
        f: impl FnOnce(&PlanInput<'_>) -> T,
    ) -> Result<T> {
        self.with_plan_input(caps, past, lang, now, |input| f(&PlanInput { now: as_of, ..*input }))
    }

    fn deliveries(&self) -> Result<Deliveries> {
        let kept = self.store.setting(SETTING)?;
        // What an older or newer version wrote otherwise is only a figure: begin anew.
        Ok(kept
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default())
    }

    fn keep(&mut self, mut deliveries: Deliveries, ledger: Option<Vec<LedgerRow>>) -> Result<()> {
        deliveries.forget_the_oldest();
        let bytes = serde_json::to_vec(&deliveries).unwrap_or_default();
        let settings = vec![(SETTING.to_owned(), Some(bytes))];
        self.store.commit(&Batch {
            ledger,
            settings,
            ..Batch::default()
        })?;
        Ok(())
    }
}

/// Something fired that is in no plan any more: it was done, or a clock was set and nobody has made a new plan yet. Then
/// what is due and was not shown is shown: a reminder too many is a nuisance, one too few is a hazard.
fn in_doubt(input: &PlanInput<'_>) -> Fired {
    let watched = input.cases.iter().filter(|case| case.watched);
    let due = watched
        .flat_map(|case| case.tasks)
        .map(|task| task.due_at)
        .filter(|due_at| *due_at <= input.now);
    let Some(since) = due.min() else {
        return Fired::Suppress(NotShown::Unknown);
    };
    let then = plan(&PlanInput {
        now: since - 1,
        past: &[],
        ..*input
    })
    .reminders;
    let come = then.iter().rev().filter(|reminder| reminder.fire_at_ms <= input.now);
    come.map(|reminder| on_fired(input, &then, &reminder.id))
        .find(|fired| matches!(fired, Fired::Show { .. }))
        .unwrap_or(Fired::Suppress(NotShown::Unknown))
}
