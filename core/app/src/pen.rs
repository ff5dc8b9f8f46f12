//! What one call writes: entries of this phone's chains and the settings that go with them, all in
//! one transaction or not at all.

use std::collections::BTreeMap;

use marrow_engine::entry::payload::{ClockAdjusted, StreamBegins};
use marrow_engine::entry::{Actor, Entry, Payload};
use marrow_engine::fold::{Arrival, CaseState, fold};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::record::{Draft, Tip, seal};
use marrow_engine::time::{ClockSample, ClockState};
use marrow_engine::vocabulary::Precision;
use marrow_store::Batch;

use crate::{Marrow, Result, Snooze, stored};

/// A batch in the making.
pub(crate) struct Pen<'n> {
    pub now: &'n ClockSample,
    pub clock: ClockState,
    /// The chains that are written to: as they were, and as they will be.
    tips: BTreeMap<StreamId, (Tip, Tip)>,
    pub entries: Vec<Arrival>,
    pub settings: Vec<(String, Option<Vec<u8>>)>,
    /// Entries of other phones among them, which do not count for the mark.
    pub foreign: u64,
    /// The cases that changed, folded anew.
    pub cases: Vec<CaseState>,
}

impl Marrow {
    /// Starts a batch: the clock is looked at first, and a jump goes on record before anything else.
    pub(crate) fn pen<'n>(&self, now: &'n ClockSample) -> Result<Pen<'n>> {
        let (clock, jump) = match &self.clock {
            Some(before) => before.observe(now),
            None => (ClockState::first(now), 0),
        };
        let total_ms = Some(clock.adjusted_ms);
        let mut pen = Pen {
            now,
            clock,
            tips: BTreeMap::new(),
            entries: Vec::new(),
            settings: Vec::new(),
            foreign: 0,
            cases: Vec::new(),
        };
        if jump != 0 {
            let adjusted = ClockAdjusted {
                delta_ms: Some(jump),
                total_ms,
            };
            self.write_local(&mut pen, Payload::ClockAdjusted(adjusted), Actor::default())?;
        }
        Ok(pen)
    }

    pub(crate) fn write_local(&self, pen: &mut Pen<'_>, payload: Payload, actor: Actor) -> Result<EntryId> {
        self.begin_stream(pen, None, None)?;
        let draft = plain(payload, pen.now);
        self.append(pen, &draft, None, None, actor)
    }

    /// Writes into a case and returns it folded with the new entry.
    pub(crate) fn write_case(
        &self,
        pen: &mut Pen<'_>,
        draft: &Draft,
        id: CaseId,
        case: Option<&CaseState>,
        actor: Actor,
    ) -> Result<(EntryId, CaseState)> {
        let begun = self.begin_stream(pen, Some(id), case)?;
        let case = begun.as_ref().or(case);
        let entry = self.append(pen, draft, Some(id), case, actor)?;
        let mut arrivals = case.map(arrivals).unwrap_or_default();
        arrivals.extend(pen.entries.last().cloned());
        Ok((entry, fold(id, arrivals, &self.protocols)))
    }

    /// The first entry of a new incarnation's stream names the head of the old one.
    fn begin_stream(
        &self,
        pen: &mut Pen<'_>,
        id: Option<CaseId>,
        case: Option<&CaseState>,
    ) -> Result<Option<CaseState>> {
        let stream = self.installation.stream(id);
        if pen.tips.contains_key(&stream) {
            return Ok(None);
        }
        let last = self.store.tip(&stream.0)?.map(|(seq, id)| (seq, EntryId(id)));
        pen.tips.insert(stream, (Tip { stream, last }, Tip { stream, last }));
        if last.is_some() {
            return Ok(None);
        }
        for old in self.installation.earlier(id).collect::<Vec<_>>().into_iter().rev() {
            if let Some((seq, head)) = self.store.tip(&old.0)? {
                let begins = StreamBegins {
                    old_stream: Some(old),
                    old_seq: Some(seq),
                    old_head: Some(EntryId(head)),
                };
                let draft = plain(Payload::StreamBegins(begins), pen.now);
                self.append(pen, &draft, id, case, Actor::default())?;
                let refolded = id.zip(case).map(|(id, case)| {
                    let mut arrivals = arrivals(case);
                    arrivals.extend(pen.entries.last().cloned());
                    fold(id, arrivals, &self.protocols)
                });
                return Ok(refolded);
            }
        }
        Ok(None)
    }

    fn append(
        &self,
        pen: &mut Pen<'_>,
        draft: &Draft,
        id: Option<CaseId>,
        case: Option<&CaseState>,
        actor: Actor,
    ) -> Result<EntryId> {
        let stream = self.installation.stream(id);
        let none = Tip { stream, last: None };
        let tip = pen.tips.get(&stream).map_or(&none, |(_, tip)| tip);
        let entry: Entry = seal(draft, id, case, tip, actor, pen.now, &pen.clock)?;
        let entry_id = entry.id;
        if let Some((_, tip)) = pen.tips.get_mut(&stream) {
            tip.last = Some((entry.envelope.seq, entry_id));
        }
        pen.entries.push(Arrival {
            entry: entry.into(),
            received_at_ms: pen.now.wall_ms,
            shift_ms: 0,
        });
        Ok(entry_id)
    }

    /// Writes the batch durably, then takes it over into memory.
    pub(crate) fn commit(&mut self, pen: Pen<'_>) -> Result<()> {
        let own = pen.entries.len() as u64 - pen.foreign;
        let mut settings = pen.settings;
        if self.clock.as_ref() != Some(&pen.clock) {
            settings.push(Self::clock_setting(&pen.clock)?);
        }
        if own > 0 {
            settings.push(self.installation.mark_setting(own));
        }
        let expect = pen
            .tips
            .values()
            .map(|(before, _)| (before.stream.0, before.last.map(|(seq, id)| (seq, id.0))))
            .collect();
        let batch = Batch {
            entries: pen.entries.iter().map(stored).collect(),
            settings,
            expect,
            ledger: None,
        };
        if !batch.entries.is_empty() || !batch.settings.is_empty() {
            self.store.commit(&batch)?;
        }
        self.installation.wrote(own);
        self.clock = Some(pen.clock);
        for case in pen.cases {
            self.cases.put(case);
        }
        self.cases.follow(self.frame());
        let local = pen.entries.iter().filter(|a| a.entry.envelope.case.is_none());
        self.snoozes.extend(local.filter_map(|a| Snooze::of(&a.entry)));
        Ok(())
    }
}

/// The entries of a folded case as they arrived.
pub(crate) fn arrivals(case: &CaseState) -> Vec<Arrival> {
    case.entries.iter().map(marrow_engine::fold::Folded::arrival).collect()
}

fn plain(payload: Payload, now: &ClockSample) -> Draft {
    Draft {
        payload,
        performed_at: now.wall_ms,
        precision: Precision::Exact,
        late_reason: None,
        local: false,
    }
}
