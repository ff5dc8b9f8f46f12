//! Phones with entries of one case, and a look at it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use marrow_engine::agenda::{DwellLimit, Task};
use marrow_engine::assess::{Context, assess};
use marrow_engine::course::{Course, course};
use marrow_engine::entry::{Actor, Entry, Payload};
use marrow_engine::flags::{Flag, Neighbour, Phone};
use marrow_engine::fold::timeline::{CasePhase, Timeline};
use marrow_engine::fold::{Arrival, CaseState, Frame, fold};
use marrow_engine::id::{CaseId, EntryId, StreamId};
use marrow_engine::protocol::Protocols;
use marrow_engine::record::{Command, Draft, Ground, Refusal, Tip, record, seal};
use marrow_engine::time::{ClockSample, ClockState, HOUR, Ms};
use marrow_engine::vocabulary::Precision;
use serde_json::Value;

use super::script::{Line, Typed, case_id, lines};

/// The moment that the times of scripts are counted from: 28 May 2026, 20:26:40 UTC.
pub const T0: Ms = 1_780_000_000_000;

/// The shipped protocols, read once.
pub fn shipped() -> &'static Protocols {
    static SHIPPED: LazyLock<Protocols> = LazyLock::new(Protocols::shipped);
    &SHIPPED
}

/// One phone's part of a case.
#[derive(Clone, Default)]
struct Holder {
    arrivals: Vec<Arrival>,
    last: Option<(u64, EntryId)>,
    snoozed: Vec<String>,
}

/// A case on one or more phones.
#[derive(Clone)]
pub struct Bench {
    protocols: &'static Protocols,
    /// The hospital's policy for a case that is opened.
    pub policy: Option<String>,
    /// The case.
    pub case: CaseId,
    phones: BTreeMap<char, Holder>,
    named: BTreeMap<String, EntryId>,
    clock: Ms,
    /// The other cases on the phone.
    pub neighbours: Vec<Neighbour>,
    /// What the phone says of itself.
    pub phone: Phone,
}

/// A case at a moment, as one phone sees it.
pub struct Look {
    /// Now, from the insertion of the script.
    pub now: Ms,
    pub phase: CasePhase,
    pub limit: Option<DwellLimit>,
    pub tasks: Vec<Task>,
    pub flags: Vec<Flag>,
    pub state: CaseState,
}

impl Look {
    /// The open task of a step.
    pub fn task(&self, step: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.step == step)
    }

    /// Due times from the insertion, by step.
    pub fn due(&self, step: &str) -> Option<Ms> {
        self.task(step).map(|task| task.due_at - T0)
    }
}

impl Bench {
    /// An empty case under the shipped protocol.
    pub fn new() -> Self {
        Self::under(shipped())
    }

    /// An empty case under other protocols.
    pub fn under(protocols: &'static Protocols) -> Self {
        Self {
            protocols,
            policy: None,
            case: case_id(1),
            phones: BTreeMap::new(),
            named: BTreeMap::new(),
            clock: Ms::MIN,
            neighbours: Vec::new(),
            phone: Phone::default(),
        }
    }

    /// Types a script; a refusal fails the test.
    pub fn play(script: &str) -> Self {
        let mut bench = Self::new();
        bench.run(script);
        bench
    }

    /// Types a script under a hospital's policy with these parameters.
    pub fn with_policy(parameters: &str, script: &str) -> Self {
        let mut bench = Self::new();
        bench.policy = Some(format!(r#"{{"id":"h","version":1,"parameters":{parameters}}}"#));
        bench.run(script);
        bench
    }

    /// Types more.
    pub fn run(&mut self, script: &str) -> &mut Self {
        for line in lines(script) {
            let done = self.line(&line).map(|_| ());
            assert_eq!(done, Ok(()), "refused: {line:?}");
        }
        self
    }

    /// Types lines of which the last one may be refused.
    pub fn attempt(&mut self, line: &str) -> Result<EntryId, Refusal> {
        let lines = lines(line);
        assert_eq!(lines.len(), 1, "{line}");
        self.line(&lines[0]).map(|id| id.expect("a line that types"))
    }

    fn line(&mut self, line: &Line) -> Result<Option<EntryId>, Refusal> {
        match line {
            Line::Carry { from, to } => {
                let carried = self.phones.get(from).cloned().unwrap_or_default().arrivals;
                let to = self.phones.entry(*to).or_default();
                for mut arrival in carried {
                    if !to.arrivals.iter().any(|a| a.entry.id == arrival.entry.id) {
                        arrival.received_at_ms = T0.saturating_add(self.clock);
                        to.arrivals.push(arrival);
                    }
                }
                Ok(None)
            }
            Line::Typed(typed) => self.typed(typed).map(Some),
        }
    }

    fn typed(&mut self, typed: &Typed) -> Result<EntryId, Refusal> {
        let now = typed.now.unwrap_or_else(|| self.clock.max(typed.at));
        self.clock = now;
        let state = self.state(typed.phone);
        let payload = self.payload(typed);
        let performed_at = T0 + typed.at;
        let draft = if typed.unasked {
            Draft {
                payload,
                performed_at,
                precision: Precision::Exact,
                late_reason: None,
                local: false,
            }
        } else {
            self.ask(typed, state.as_ref(), payload, now)?
        };
        if draft.local {
            let step = typed.fields["step"].to_string();
            self.phones.entry(typed.phone).or_default().snoozed.push(step);
            return Ok(EntryId::default());
        }
        let id = self.write(typed.phone, state.as_ref(), &draft, now);
        if let Some(name) = &typed.named {
            self.named.insert(name.clone(), id);
        }
        Ok(id)
    }

    fn ask(&self, typed: &Typed, state: Option<&CaseState>, payload: Payload, now: Ms) -> Result<Draft, Refusal> {
        let look = state.map(|state| assess(state, &self.context(now)));
        let snoozed = self.phones.get(&typed.phone).map_or(0, |phone| {
            let step = typed.fields.get("step").map(Value::to_string);
            phone.snoozed.iter().filter(|s| Some(*s) == step.as_ref()).count()
        });
        let ground = Ground {
            case: look.as_ref(),
            protocols: self.protocols,
            policy: self.policy.as_deref(),
            now: T0 + now,
            snoozed: u32::try_from(snoozed).unwrap(),
        };
        let command = Command {
            case: self.case,
            payload,
            performed_at: Some(T0 + typed.at),
            precision: Precision::Exact,
            late_reason: typed.late_reason.clone(),
            actor: actor(typed.phone),
        };
        record(&ground, command)
    }

    fn payload(&self, typed: &Typed) -> Payload {
        let mut fields = typed.fields.clone();
        if let Some(of) = &typed.of {
            let id = self.named.get(of).unwrap_or_else(|| panic!("nothing is named {of}"));
            fields.insert("entry".to_owned(), id.to_string().into());
        }
        let mut payload =
            Payload::from_json(&typed.kind, fields).unwrap_or_else(|problem| panic!("{problem}: {typed:?}"));
        if let Payload::Amend(amend) = &mut payload {
            amend.performed_at_ms = typed.amended_at.map(|at| T0 + at);
        }
        payload
    }

    /// Puts an entry on a phone's chain, whatever it says.
    pub fn write(&mut self, phone: char, state: Option<&CaseState>, draft: &Draft, now: Ms) -> EntryId {
        let holder = self.phones.entry(phone).or_default();
        let stream = stream(phone);
        let tip = Tip {
            stream,
            last: holder.last,
        };
        let sample = sample(T0 + now);
        let clock = ClockState::first(&sample);
        let entry = seal(draft, Some(self.case), state, &tip, actor(phone), &sample, &clock).unwrap();
        self.append(phone, entry, now)
    }

    /// Puts a sealed entry on a phone.
    pub fn append(&mut self, phone: char, entry: Entry, now: Ms) -> EntryId {
        let holder = self.phones.entry(phone).or_default();
        let id = entry.id;
        if entry.envelope.stream == stream(phone) {
            holder.last = Some((entry.envelope.seq, id));
        }
        holder.arrivals.push(Arrival {
            entry: entry.into(),
            received_at_ms: T0 + now,
            shift_ms: 0,
        });
        id
    }

    /// A named entry.
    pub fn id(&self, name: &str) -> EntryId {
        self.named[name]
    }

    /// When the last line was typed, from the insertion.
    pub fn now(&self) -> Ms {
        self.clock
    }

    /// The case as a phone has it; none where it has nothing of it.
    pub fn state(&self, phone: char) -> Option<CaseState> {
        let arrivals = &self.phones.get(&phone)?.arrivals;
        (!arrivals.is_empty()).then(|| fold(self.case, arrivals.clone(), self.protocols))
    }

    /// What lies on a phone, as it came.
    pub fn arrivals(&self, phone: char) -> Vec<Arrival> {
        self.phones.get(&phone).cloned().unwrap_or_default().arrivals
    }

    /// What lies on any phone.
    pub fn all(&self) -> Vec<Arrival> {
        self.phones.values().flat_map(|p| p.arrivals.clone()).collect()
    }

    fn context(&self, now: Ms) -> Context<'_> {
        Context {
            frame: Frame::default(),
            now: T0 + now,
            neighbours: &self.neighbours,
            phone: self.phone,
        }
    }

    /// Looks at the case on a phone.
    pub fn look(&self, phone: char, now: Ms) -> Look {
        let state = self
            .state(phone)
            .unwrap_or_else(|| panic!("phone {phone} has nothing of the case"));
        self.look_at(state, now)
    }

    /// Looks at a folded case.
    pub fn look_at(&self, state: CaseState, now: Ms) -> Look {
        let look = assess(&state, &self.context(now));
        let (phase, limit, tasks, flags) = (look.timeline.phase(), look.limit, look.tasks, look.flags);
        Look {
            now,
            phase,
            limit,
            tasks,
            flags,
            state,
        }
    }

    /// How the case went, as a phone has it.
    pub fn course(&self, phone: char, now: Ms) -> Course {
        self.state(phone).map_or_else(
            || panic!("phone {phone} has nothing of the case"),
            |state| course(&state, &self.context(now)),
        )
    }

    /// What other cases on the phone have to know of this one.
    pub fn neighbour(&self) -> Neighbour {
        Neighbour::of(&Timeline::read(&self.state('A').unwrap(), Frame::default()))
    }
}

/// A phone's stream.
pub fn stream(phone: char) -> StreamId {
    StreamId([u8::try_from(phone).unwrap(); 16])
}

fn actor(phone: char) -> Actor {
    Actor {
        name: format!("Nurse {phone}"),
        role: "nurse".to_owned(),
        unit: "ward".to_owned(),
    }
}

/// A phone's clocks at a moment, Unix ms; it was started long before.
pub fn sample(wall_ms: Ms) -> ClockSample {
    ClockSample {
        wall_ms,
        boot_ms: wall_ms - T0 + 10_000 * HOUR,
        boot_id: [9; 16],
        zone: "UTC".to_owned(),
        offset_s: 0,
        next_offset: None,
    }
}
