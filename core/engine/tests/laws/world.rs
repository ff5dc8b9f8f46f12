//! Records that acts make, and what a look at them tells.

use marrow_engine::entry::payload::Amend;
use marrow_engine::entry::{Entry, Fields, Payload, diff_patch};
use marrow_engine::fold::Arrival;
use marrow_engine::id::EntryId;
use marrow_engine::record::Draft;
use marrow_engine::time::{MINUTE, Ms};
use marrow_engine::vocabulary::Precision;

use crate::acts::Act;
use crate::support::{Bench, Look, T0, show};

/// A record being made.
pub struct World {
    pub bench: Bench,
    /// What each act wrote.
    pub written: Vec<Option<EntryId>>,
    now: Ms,
}

impl World {
    /// Plays the acts on a case that every phone has, inserted at `+0` by an ordinary command.
    pub fn of(patient: &str, acts: &[Act]) -> Self {
        Self::without(patient, acts, None)
    }

    /// The same; the act of that number is a mere remark.
    pub fn without(patient: &str, acts: &[Act], remark: Option<usize>) -> Self {
        let mut bench = Bench::play(&format!(
            "-2h open-case alias=Anna {patient}; +0 insert! ez-io proximal-tibia left; A>B; A>C"
        ));
        // Everything is typed in order; what is typed late is the rule here.
        bench.run("+40h note! 'the shift begins'");
        let mut world = Self {
            bench,
            written: Vec::new(),
            now: 40 * 60 * MINUTE,
        };
        for (number, act) in acts.iter().enumerate() {
            let written = if remark == Some(number) {
                let (phone, at) = act.place();
                world.say(phone, at, "note! -")
            } else {
                world.play(act)
            };
            world.written.push(written);
        }
        world
    }

    fn play(&mut self, act: &Act) -> Option<EntryId> {
        match act {
            Act::Say { phone, at, line } => self.say(*phone, *at, line),
            Act::Acknowledge { phone, at, step, due } => {
                let due = T0 + due;
                self.say_at(
                    *phone,
                    *at,
                    Payload::from_json("acknowledge", fields(step)).ok()?,
                    |p| {
                        if let Payload::Acknowledge(ack) = p {
                            ack.due_at_ms = Some(due);
                        }
                    },
                )
            }
            Act::Strike { phone, act } => self.about(*phone, *act, "strike"),
            Act::Reinstate { phone, act } => self.about(*phone, *act, "reinstate"),
            Act::AmendTime { phone, act, at } => {
                let entry = self.known(*phone, *act)?;
                let amend = Amend {
                    entry: entry.id,
                    performed_at_ms: Some(T0 + at),
                    patch: diff_patch(&[0xa0], &[0xa0]),
                    ..Amend::default()
                };
                self.write(*phone, self.now, Payload::Amend(Box::new(amend)))
            }
            Act::AmendField { phone, act, pain } => {
                let entry = self.known(*phone, *act)?;
                let Payload::Check(old) = entry.payload()?.clone() else {
                    return None;
                };
                let mut new = old.clone();
                new.pain = serde_json::from_value(serde_json::json!(pain)).ok();
                new.tense = Some(pain % 2 == 1);
                let amend = Amend {
                    entry: entry.id,
                    patch: diff_patch(&Payload::Check(old).to_cbor(), &Payload::Check(new).to_cbor()),
                    ..Amend::default()
                };
                self.write(*phone, self.now, Payload::Amend(Box::new(amend)))
            }
            Act::Unknown {
                phone,
                at,
                kind,
                version,
            } => self.unknown(*phone, *at, *kind, *version),
            Act::Fork { phone, act } => {
                let entry = self.known(*phone, *act)?;
                let mut envelope = entry.envelope.clone();
                envelope.performed_at_ms += 10 * MINUTE;
                let fork = Entry::seal(envelope).ok()?;
                // It comes from a copy of the phone, so that the chain on the phone itself goes on as it was.
                let other = if *phone == 'A' { 'B' } else { 'A' };
                if fork.envelope.stream == crate::support::bench::stream(other) {
                    return None;
                }
                Some(self.bench.append(other, fork, self.now))
            }
            Act::Carry { from, to } => {
                if from != to {
                    self.bench.run(&format!("{from}>{to}"));
                }
                None
            }
        }
    }

    /// Types a line, a minute after the one before.
    pub fn say(&mut self, phone: char, at: Ms, line: &str) -> Option<EntryId> {
        self.now += MINUTE;
        let line = format!("{phone} {} {line} now={}", show(at), show(self.now));
        Some(self.bench.attempt(&line).unwrap())
    }

    fn say_at(
        &mut self,
        phone: char,
        at: Ms,
        mut payload: Payload,
        with: impl FnOnce(&mut Payload),
    ) -> Option<EntryId> {
        with(&mut payload);
        self.write(phone, at, payload)
    }

    fn about(&mut self, phone: char, act: usize, kind: &str) -> Option<EntryId> {
        let entry = self.known(phone, act)?;
        let fields = serde_json::json!({ "entry": entry.id.to_string() });
        let payload = Payload::from_json(kind, fields.as_object().cloned()?).ok()?;
        self.write(phone, self.now, payload)
    }

    /// The entry that an act wrote, where the phone has it.
    fn known(&self, phone: char, act: usize) -> Option<std::sync::Arc<Entry>> {
        let id = (*self.written.get(act)?)?;
        let arrivals = self.bench.arrivals(phone);
        arrivals.into_iter().find(|a| a.entry.id == id).map(|a| a.entry)
    }

    /// Puts an entry on a phone's chain, whatever it says.
    pub fn write(&mut self, phone: char, at: Ms, payload: Payload) -> Option<EntryId> {
        self.now += MINUTE;
        let state = self.bench.state(phone);
        let draft = Draft {
            payload,
            performed_at: T0 + at,
            precision: Precision::Exact,
            late_reason: None,
            local: false,
        };
        Some(self.bench.write(phone, state.as_ref(), &draft, self.now))
    }

    /// Puts an entry of a later Marrow on a phone's chain.
    pub fn unknown(&mut self, phone: char, at: Ms, kind: u16, version: u16) -> Option<EntryId> {
        self.now += MINUTE;
        let mut copy = self.bench.clone();
        let line = format!("{phone} {} note! x now={}", show(at), show(self.now));
        let id = copy.attempt(&line).ok()?;
        let plain = copy.arrivals(phone).into_iter().find(|a| a.entry.id == id)?;
        let mut envelope = plain.entry.envelope.clone();
        envelope.kind = kind;
        envelope.kind_version = version;
        envelope.payload = Fields::Bytes(vec![0xa1, 0x18, 0x63, 0xf5]);
        let entry = Entry::seal(envelope).ok()?;
        assert_eq!(entry.payload(), None);
        Some(self.bench.append(phone, entry, self.now))
    }

    /// Everything that any phone wrote, once each.
    pub fn record(&self) -> Vec<Arrival> {
        let mut all = self.bench.all();
        all.sort_by_key(|a| (a.entry.order(), a.received_at_ms));
        all.dedup_by_key(|a| a.entry.id);
        all
    }

    /// Brings everything to phone A.
    pub fn meet(&mut self) {
        self.bench.run("B>A; C>A");
    }
}

fn fields(step: &str) -> serde_json::Map<String, serde_json::Value> {
    serde_json::json!({ "step": step }).as_object().cloned().unwrap()
}

/// What a look tells a person, without the places of entries in the list.
pub fn told(look: &Look) -> String {
    let mut text = format!("{:?}\n", look.phase);
    if let Some(limit) = &look.limit {
        text += &format!(
            "{} {} {} {:?} {}\n",
            limit.at, limit.after, limit.extended, limit.strictest, limit.source
        );
    }
    for t in &look.tasks {
        text += &format!(
            "{} {:?} {} {} {:?} {} {} {} {:?}\n",
            t.step,
            t.status,
            show(t.due_at - T0),
            t.interval,
            t.level,
            t.skips,
            t.skippable,
            t.acknowledgeable,
            t.next_status_at
        );
    }
    for f in &look.flags {
        text += &format!(
            "{} {:?} {:?} {:?} {:?}\n",
            f.rule, f.severity, f.because, f.since, f.step
        );
    }
    text
}
