//! Plays small cases through the engine, so that a sheet is made from what the engine really says.

pub mod read;

use std::collections::BTreeMap;

use marrow_documents::{SheetInput, nursing_sheet};
use marrow_engine::assess::{Context, assess};
use marrow_engine::course::course;
use marrow_engine::entry::{Actor, Payload};
use marrow_engine::flags::Phone;
use marrow_engine::fold::{Arrival, CaseState, Frame, fold};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::protocol::Protocols;
use marrow_engine::record::{Command, Ground, Tip, record, seal};
use marrow_engine::text::Lang;
use marrow_engine::time::{ClockSample, ClockState, HOUR, MINUTE, Ms};
use marrow_engine::view::FieldView;
use marrow_engine::vocabulary::Precision;

/// Midnight of 4 March 2026 in Madrid.
const MIDNIGHT: Ms = 1_772_578_800_000;
const CASE: CaseId = CaseId([7; 16]);

/// A time of that day, `09:12`; `33:00` is nine o'clock on the next.
pub fn at(clock: &str) -> Ms {
    let (hours, minutes) = clock.split_once(':').expect("a time");
    let number = |text: &str| text.parse::<Ms>().expect("a number");
    MIDNIGHT + number(hours) * HOUR + number(minutes) * MINUTE
}

/// Something that somebody records.
#[derive(Clone, Copy, Default)]
pub struct Act<'a> {
    pub phone: u8,
    pub at: &'a str,
    pub performed: Option<&'a str>,
    pub precision: Option<Precision>,
    pub late_reason: Option<&'a str>,
    pub by: &'a str,
    pub offset_h: Option<i32>,
}

/// One case on one or more phones.
pub struct Play {
    protocols: Protocols,
    policy: Option<String>,
    phones: BTreeMap<u8, Vec<Arrival>>,
}

impl Play {
    pub fn new(policy: Option<&str>) -> Self {
        Self {
            protocols: Protocols::shipped(),
            policy: policy.map(str::to_owned),
            phones: BTreeMap::new(),
        }
    }

    fn case(&self, phone: u8) -> Option<CaseState> {
        let arrivals = self.phones.get(&phone)?.clone();
        Some(fold(CASE, arrivals, &self.protocols))
    }

    /// Records one entry; panics where the engine refuses it.
    pub fn act(&mut self, act: Act<'_>, kind: &str, form: &str) -> EntryId {
        let now = sample(at(act.at), act.offset_h.unwrap_or(1));
        let case = self.case(act.phone);
        let look = case.as_ref().map(|case| assess(case, &context(now.wall_ms)));
        let mut payload = payload(kind, form);
        let mut performed_at = act.performed.map(at);
        let mut precision = act.precision;
        if let Payload::Amend(amend) = &mut payload {
            amend.performed_at_ms = performed_at.take();
            amend.precision = precision.take();
        }
        let by = if act.by.is_empty() { "A. Ruiz" } else { act.by };
        let actor = Actor {
            name: by.to_owned(),
            role: "nurse".to_owned(),
            unit: "Ward 3".to_owned(),
        };
        let command = Command {
            case: CASE,
            payload,
            performed_at,
            precision: precision.unwrap_or(Precision::Exact),
            late_reason: act.late_reason.map(str::to_owned),
            actor: actor.clone(),
        };
        let ground = Ground {
            case: look.as_ref(),
            protocols: &self.protocols,
            policy: self.policy.as_deref(),
            now: now.wall_ms,
            snoozed: 0,
        };
        let draft = record(&ground, command).unwrap_or_else(|refused| panic!("{kind} at {}: {refused}", act.at));
        let stream = StreamId([act.phone + 1; 16]);
        let own = self.phones.entry(act.phone).or_default();
        let last = own.iter().rfind(|a| a.entry.envelope.stream == stream);
        let last = last.map(|arrival| (arrival.entry.envelope.seq, arrival.entry.id));
        let tip = Tip { stream, last };
        let clock = ClockState::first(&now);
        let entry = seal(&draft, Some(CASE), case.as_ref(), &tip, actor, &now, &clock).expect("an entry");
        let id = entry.id;
        own.push(Arrival {
            entry: entry.into(),
            received_at_ms: now.wall_ms,
            shift_ms: 0,
        });
        id
    }

    /// Takes everything from one phone to another.
    pub fn carry(&mut self, from: u8, to: u8, when: &str) {
        let given = self.phones.get(&from).cloned().unwrap_or_default();
        let own = self.phones.entry(to).or_default();
        for mut arrival in given {
            if !own.iter().any(|known| known.entry.id == arrival.entry.id) {
                arrival.received_at_ms = at(when);
                own.push(arrival);
            }
        }
    }

    /// The sheet of the first phone.
    pub fn sheet(&self, when: &str, lang: Lang) -> String {
        self.sheet_with(when, lang, |_| {})
    }

    pub fn sheet_with(&self, when: &str, lang: Lang, change: impl FnOnce(&mut SheetInput<'_>)) -> String {
        let case = self.case(0).expect("the case was opened");
        let now = sample(at(when), 1);
        let context = context(now.wall_ms);
        let mut input = SheetInput {
            look: &assess(&case, &context),
            course: &course(&case, &context),
            watched: true,
            lang,
            now: &now,
            unsynced: false,
            app_version: "0.1.0",
        };
        change(&mut input);
        nursing_sheet(&input)
    }
}

fn context(now: Ms) -> Context<'static> {
    Context {
        frame: Frame::default(),
        now,
        neighbours: &[],
        phone: Phone::default(),
    }
}

fn sample(wall_ms: Ms, offset_h: i32) -> ClockSample {
    ClockSample {
        wall_ms,
        boot_ms: wall_ms - MIDNIGHT,
        boot_id: [1; 16],
        zone: "Europe/Madrid".to_owned(),
        offset_s: offset_h * 3_600,
        next_offset: None,
    }
}

/// A payload from its form as JSON.
fn payload(kind: &str, form: &str) -> Payload {
    let carrier = FieldView {
        field: String::new(),
        label: String::new(),
        text: String::new(),
        value: form.parse().expect("JSON"),
    };
    let form = carrier.value.as_object().expect("a form").clone();
    Payload::from_json(kind, form).expect("a readable form")
}
