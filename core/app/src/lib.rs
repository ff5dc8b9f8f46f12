//! The facade: what every shell calls, and all that a shell calls.
//!
//! It holds the store and the folded cases, and turns one command into one transaction: record,
//! append, fold that case again. It asks no clock and draws no random number: both come in with the
//! call. What it returns is ready to show: texts are localised, times are on this phone's clock.

mod cases;
mod clock;
mod delivery;
mod dispatch;
mod error;
mod installation;
mod parallel;
mod parcel;
mod pen;
mod read;
mod reminders;
mod rescue;
mod sheet;
mod verify;

pub use dispatch::{Ask, Outcome};
pub use error::{Error, Result};
pub use installation::{Installation, Secret};
pub use marrow_engine as engine;
pub use marrow_engine::flags::Phone;
pub use marrow_store::{Info, Key, StoreError};
pub use parcel::{Parcel, Taken};
pub use rescue::{Rescue, rescue};
pub use verify::{Fault, Verification};

use std::collections::BTreeMap;
use std::path::Path;

use marrow_engine::assess::{Assessment, Context};
use marrow_engine::entry::{Entry, Payload, Shared};
use marrow_engine::fold::{Arrival, CaseState, Frame, fold};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::protocol::Protocols;
use marrow_engine::time::{ClockSample, ClockState, Ms};
use marrow_store::{LogRow, Store, StoredEntry};

use cases::Cases;

/// What `open` needs: where, with which key, and who this installation is.
pub struct OpenOptions<'a> {
    /// The database file.
    pub path: &'a Path,
    /// Its key.
    pub key: Key,
    /// This installation's own secret: its streams are named after it.
    pub secret: Secret,
    /// Sixteen random bytes, used only where a new incarnation has to start.
    pub fresh: [u8; 16],
    /// The mark that the last [`Outcome`] gave, kept outside the database; ahead of the database it
    /// means that the file was rolled back.
    pub high_water: Option<u64>,
    /// The protocols; [`Protocols::shipped`] but in tests.
    pub protocols: Protocols,
}

/// An open store with its cases.
pub struct Marrow {
    store: Store,
    protocols: Protocols,
    installation: Installation,
    clock: Option<ClockState>,
    policy: Option<String>,
    phone: Phone,
    cases: Cases,
    snoozes: Vec<Snooze>,
    generation: u64,
}

/// A reminder that was put off, as the local log tells it. Times are on this phone's clock as it stood at
/// its first sample, so that a clock that is set later changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Snooze {
    pub case: CaseId,
    pub step: String,
    pub due_at: Ms,
    pub until: Ms,
}

impl Snooze {
    /// What an entry of the local log puts off, if it does.
    pub(crate) fn of(entry: &Entry) -> Option<Self> {
        let jumps = entry.envelope.recorded.adjusted_ms;
        let Some(Payload::Snooze(snooze)) = entry.payload() else {
            return None;
        };
        Some(Self {
            case: snooze.case?,
            step: snooze.step.clone()?,
            due_at: snooze.due_at_ms? - jumps,
            until: snooze.until_ms? - jumps,
        })
    }
}

impl Marrow {
    /// Opens the store, or makes it where there is none.
    pub fn open(options: OpenOptions<'_>) -> Result<Self> {
        let store = Store::open(options.path, &options.key)?;
        Self::with_store(store, options)
    }

    /// Opens a store that must be there already.
    pub fn open_existing(options: OpenOptions<'_>) -> Result<Self> {
        let store = Store::open_existing(options.path, &options.key)?;
        Self::with_store(store, options)
    }

    fn with_store(mut store: Store, options: OpenOptions<'_>) -> Result<Self> {
        let installation = Installation::enter(&mut store, options.secret, options.fresh, options.high_water)?;
        let mut marrow = Self {
            store,
            protocols: options.protocols,
            installation,
            clock: None,
            policy: None,
            phone: Phone::default(),
            cases: Cases::default(),
            snoozes: Vec::new(),
            generation: 0,
        };
        marrow.load()?;
        Ok(marrow)
    }

    /// Reads everything from the log anew: what a call that was broken off may have left half done in memory is gone.
    pub fn reload(&mut self) -> Result<()> {
        self.load()
    }

    /// Reads everything from the log anew; where that fails, the next call tries again.
    fn load(&mut self) -> Result<()> {
        let generation = self.store.generation()?;
        self.installation.read_mark(&self.store)?;
        self.clock = self.read_clock()?;
        self.policy = self.text_setting("policy")?;
        let (arrivals, snoozes) = self.read_log()?;
        let protocols = &self.protocols;
        self.cases = Cases::of(arrivals, self.frame(), |(id, arrivals)| fold(id, arrivals, protocols));
        self.snoozes = snoozes;
        self.generation = generation;
        Ok(())
    }

    /// Every entry of every case, and what the local log puts off, in one go through the file: case by case would
    /// decrypt each page again and again, because cases that are open at the same time lie among each other.
    fn read_log(&mut self) -> Result<(ByCase, Vec<Snooze>)> {
        let (mut snoozes, mut shared) = (Vec::new(), Shared::default());
        let [mut cases, rest] = self.store.scan(|cases: &mut ByCase, row| {
            let arrival = arrival(&row, &mut shared)?;
            match row.case {
                Some(case) => cases.entry(CaseId(case)).or_default().push(arrival),
                None => snoozes.extend(Snooze::of(&arrival.entry)),
            }
            Ok::<(), Error>(())
        })?;
        for (case, arrivals) in rest {
            cases.entry(case).or_default().extend(arrivals);
        }
        Ok((cases, snoozes))
    }

    /// Another process may have written: its entries are read before anything is told or recorded.
    fn refresh(&mut self) -> Result<()> {
        if self.store.generation()? != self.generation {
            self.load()
        } else {
            Ok(())
        }
    }

    /// What the phone itself can say; a shell reports it when it changes.
    pub fn set_phone(&mut self, phone: Phone) {
        self.phone = phone;
    }

    fn text_setting(&self, name: &str) -> Result<Option<String>> {
        let bytes = self.store.setting(name)?;
        bytes
            .map(|bytes| String::from_utf8(bytes).map_err(|_| Error::Store(StoreError::Damaged)))
            .transpose()
    }

    /// The phone's clock as it stands with this sample.
    fn clock_now(&self, now: &ClockSample) -> ClockState {
        match &self.clock {
            Some(state) => state.observe(now).0,
            None => ClockState::first(now),
        }
    }

    fn phone_now(&self, clock: &ClockState) -> Phone {
        Phone {
            clock_jumped: clock.jumped() && !clock.uncertain,
            time_uncertain: clock.uncertain,
            ..self.phone
        }
    }

    /// The phone's clock as it was last seen.
    fn frame(&self) -> Frame {
        Frame {
            adjusted_ms: self.clock.as_ref().map_or(0, |clock| clock.adjusted_ms),
        }
    }

    /// Looks at a case at a moment, and hands the look to `f`.
    fn look<T>(&self, case: &CaseState, now: &ClockSample, f: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.in_context(now, |context| f(&self.cases.look(case, context)))
    }

    /// What a look needs beside the case: this phone as it stands now, and the other cases on it.
    fn in_context<T>(&self, now: &ClockSample, f: impl FnOnce(&Context<'_>) -> T) -> T {
        let clock = self.clock_now(now);
        let frame = Frame {
            adjusted_ms: clock.adjusted_ms,
        };
        f(&Context {
            frame,
            now: now.wall_ms,
            neighbours: &self.cases.neighbours(frame),
            phone: self.phone_now(&clock),
        })
    }

    fn case_state(&self, case: CaseId) -> Result<&CaseState> {
        self.cases.get(case).ok_or(Error::NotFound)
    }

    /// Whether this phone reminds of the case: it opened or accepted it and has not handed it over.
    fn watches(&self, state: &CaseState) -> bool {
        self.cases.watched(state, || {
            let own = self.own_streams(state);
            state.watched_by(&|stream| own.contains(&stream))
        })
    }

    /// The streams of a case that this installation wrote, in this incarnation or an earlier one.
    fn own_streams(&self, state: &CaseState) -> Vec<StreamId> {
        let (mut own, mut others): (Vec<StreamId>, Vec<StreamId>) = Default::default();
        for folded in &state.entries {
            let stream = folded.entry.envelope.stream;
            let continues = match folded.payload() {
                Some(Payload::StreamBegins(begins)) => begins.old_stream.is_some_and(|old| own.contains(&old)),
                _ => false,
            };
            if own.contains(&stream) || (others.contains(&stream) && !continues) {
                continue;
            }
            let ours = continues || self.installation.owns(Some(state.id), stream);
            if ours { &mut own } else { &mut others }.push(stream);
        }
        own
    }

    /// The policy for new cases, as JSON text.
    pub fn policy(&self) -> Option<&str> {
        self.policy.as_deref()
    }

    /// The protocols.
    pub fn protocols(&self) -> &Protocols {
        &self.protocols
    }

    /// The cases on this phone.
    pub fn case_ids(&self) -> Vec<CaseId> {
        self.cases.all().map(|case| case.id).collect()
    }

    /// Sizes and counts of the store.
    pub fn info(&self) -> Result<Info> {
        Ok(self.store.info()?)
    }

    /// Whether this start found the database rolled back to an earlier state.
    pub fn rolled_back(&self) -> bool {
        self.installation.rolled_back()
    }

    /// The mark to keep outside the database (see [`OpenOptions::high_water`]).
    pub fn mark(&self) -> u64 {
        self.installation.mark()
    }
}

type ByCase = BTreeMap<CaseId, Vec<Arrival>>;

/// An entry as it came out of the store.
fn arrival(row: &LogRow<'_>, shared: &mut Shared) -> Result<Arrival> {
    Ok(Arrival {
        // What lies in the store was checked on its way in: bytes that are no entry any more are damage.
        entry: Entry::restore(EntryId(row.id), row.bytes, shared)
            .map_err(|_| Error::Store(StoreError::Damaged))?
            .into(),
        received_at_ms: row.received_at_ms,
        shift_ms: row.clock_offset_ms,
    })
}

fn stored(arrival: &Arrival) -> StoredEntry {
    let envelope = &arrival.entry.envelope;
    StoredEntry {
        id: arrival.entry.id.0,
        stream: envelope.stream.0,
        seq: envelope.seq,
        lamport: envelope.lamport,
        case: envelope.case.map(|case| case.0),
        kind: envelope.kind.to_string(),
        bytes: arrival.entry.bytes(),
        received_at_ms: arrival.received_at_ms,
        clock_offset_ms: arrival.shift_ms,
    }
}
