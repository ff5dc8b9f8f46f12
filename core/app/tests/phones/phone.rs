//! A phone: a real encrypted store in a folder of its own, and clocks that can be wrong.

use std::collections::BTreeMap;
use std::path::PathBuf;

use marrow::engine::agenda::Task;
use marrow::engine::entry::{Actor, Payload};
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::protocol::Protocols;
use marrow::engine::record::Command;
use marrow::engine::text::Lang;
use marrow::engine::time::{ClockSample, HOUR, Ms};
use marrow::engine::view::CaseView;
use marrow::engine::vocabulary::Precision;
use marrow::{Error, Key, Marrow, OpenOptions, Outcome, Parcel, Result, Secret, Taken};
use tempfile::TempDir;

use crate::script::{Line, Typed, case_id, lines, offset, show};

/// The true moment that scripts count from: 28 May 2026, 20:26:40 UTC.
pub const T0: Ms = 1_780_000_000_000;

/// An adult, conscious, with a needle in and the skin disinfected; the site check is due each 2 h.
pub const PLACED: &str = "-10m open-case alias=Anna age_years=40 consciousness=conscious; \
    +0 insert ez-io proximal-tibia left antiseptic=chlorhexidine";

/// A true moment, counted from [`T0`].
pub fn at(text: &str) -> Ms {
    T0 + offset(text)
}

/// One installation.
pub struct Phone {
    pub marrow: Marrow,
    /// What its wall clock shows beyond true time, ms.
    pub ahead: Ms,
    pub zone: (&'static str, i32),
    boot: u8,
    booted_at: Ms,
    name: u8,
    named: BTreeMap<String, EntryId>,
    pub folder: TempDir,
}

impl Phone {
    /// A new phone, on for long before anybody used it.
    pub fn new(name: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let marrow = Marrow::open(options(name, &folder.path().join("marrow.db"), None)).unwrap();
        Self {
            marrow,
            ahead: 0,
            zone: ("UTC", 0),
            boot: 0,
            booted_at: T0 - 300 * HOUR,
            name,
            named: BTreeMap::new(),
            folder,
        }
    }

    /// A phone whose clock is that far ahead.
    pub fn ahead(name: u8, ahead: Ms) -> Self {
        let mut phone = Self::new(name);
        phone.ahead = ahead;
        phone
    }

    /// A phone on which a script was typed.
    pub fn with(name: u8, script: &str) -> Self {
        let mut phone = Self::new(name);
        phone.run(script);
        phone
    }

    /// What its clocks show at a true moment.
    pub fn sample(&self, now: Ms) -> ClockSample {
        ClockSample {
            wall_ms: now + self.ahead,
            boot_ms: now - self.booted_at,
            boot_id: [self.boot; 16],
            zone: self.zone.0.to_owned(),
            offset_s: self.zone.1,
            next_offset: None,
        }
    }

    /// Types a script; a refusal fails the test.
    pub fn run(&mut self, script: &str) {
        for line in lines(script) {
            let Line::Typed(typed) = &line else {
                panic!("cases are carried by parcels here");
            };
            let outcome = self.typed(typed);
            assert!(outcome.is_ok(), "{:?}: {line:?}", outcome.err());
        }
    }

    /// Types a line that may be refused.
    pub fn attempt(&mut self, line: &str) -> Result<Outcome> {
        match &lines(line)[..] {
            [Line::Typed(typed)] => self.typed(typed),
            _ => panic!("not one line: {line}"),
        }
    }

    fn typed(&mut self, typed: &Typed) -> Result<Outcome> {
        let now = self.sample(T0 + typed.now.unwrap_or(typed.at));
        let command = self.command(typed);
        let outcome = self.marrow.dispatch(&command, &now)?;
        if let (Some(name), Some(id)) = (&typed.named, outcome.entry) {
            self.named.insert(name.clone(), id);
        }
        Ok(outcome)
    }

    /// A line as a command; a person reads times off this phone's wall clock.
    pub fn command(&self, typed: &Typed) -> Command {
        let mut fields = typed.fields.clone();
        if let Some(of) = &typed.of {
            fields.insert("entry".to_owned(), self.named[of].to_string().into());
        }
        let mut payload = Payload::from_json(&typed.kind, fields).unwrap();
        if let Payload::Amend(amend) = &mut payload {
            amend.performed_at_ms = typed.amended_at.map(|at| T0 + at + self.ahead);
        }
        Command {
            case: case_id(1),
            payload,
            performed_at: Some(T0 + typed.at + self.ahead),
            precision: Precision::Exact,
            late_reason: typed.late_reason.clone(),
            actor: Actor {
                name: format!("Nurse {}", self.name),
                role: "nurse".to_owned(),
                unit: "ward".to_owned(),
            },
        }
    }

    /// Somebody sets the wall clock by that much more; nobody tells the app.
    pub fn jump(&mut self, by: Ms) {
        self.ahead += by;
    }

    /// The system tells the app that something about the clock may have changed.
    pub fn observe(&mut self, now: &str) -> Ms {
        let sample = self.sample(at(now));
        self.marrow.observe(&sample).unwrap()
    }

    /// The phone restarts.
    pub fn reboot(&mut self, now: &str) {
        self.boot += 1;
        self.booted_at = at(now);
    }

    /// The open tasks at a true moment.
    pub fn tasks(&mut self, now: &str) -> Vec<Task> {
        let sample = self.sample(at(now));
        self.marrow
            .with_case(case_id(1), &sample, |look, _| look.tasks.clone())
            .unwrap()
    }

    /// When a step falls due in true time, counted from [`T0`].
    pub fn due(&mut self, step: &str, now: &str) -> Option<Ms> {
        let ahead = self.ahead;
        let tasks = self.tasks(now);
        tasks.iter().find(|t| t.step == step).map(|t| t.due_at - ahead - T0)
    }

    /// As [`Phone::due`], in words; `-` where the step is not open.
    pub fn due_text(&mut self, step: &str, now: &str) -> String {
        self.due(step, now).map_or("-".to_owned(), show)
    }

    /// The flags of a rule: severity and reasons.
    pub fn flag(&mut self, rule: &str, now: &str) -> String {
        let sample = self.sample(at(now));
        let found = self.marrow.with_case(case_id(1), &sample, |look, _| {
            let flag = look.flag(rule)?;
            let because: Vec<&str> = flag.because.iter().map(|b| b.key).collect();
            Some(format!("{} {}", flag.severity.word(), because.join(" ")))
        });
        found.unwrap().unwrap_or_else(|| "-".to_owned())
    }

    /// Whether this phone reminds of the case.
    pub fn watches(&mut self, now: &str) -> bool {
        let sample = self.sample(at(now));
        self.marrow
            .with_case(case_id(1), &sample, |_, watched| watched)
            .unwrap()
    }

    /// The whole case as a screen shows it.
    pub fn view(&mut self, now: &str) -> CaseView {
        let sample = self.sample(at(now));
        self.marrow.case(case_id(1), Lang::En, &sample).unwrap()
    }

    /// Everything of the case, to be taken elsewhere.
    pub fn parcel(&mut self, now: &str) -> Parcel {
        let sample = self.sample(at(now));
        self.marrow.parcel(case_id(1), &sample).unwrap()
    }

    /// Takes a parcel in, made this very moment.
    pub fn take(&mut self, parcel: &Parcel, now: &str) -> Taken {
        let sample = self.sample(at(now));
        self.marrow.take(parcel, true, &sample).unwrap()
    }

    /// Hands everything of the case to another phone, side by side.
    pub fn hand_to(&mut self, other: &mut Self, now: &str) -> Taken {
        let parcel = self.parcel(now);
        other.take(&parcel, now)
    }

    /// Closes and opens again, with the mark that was kept outside.
    pub fn reopen(&mut self) {
        let mark = Some(self.marrow.mark());
        self.open_again(mark);
    }

    /// Opens the file again, with that mark.
    pub fn open_again(&mut self, mark: Option<u64>) {
        self.marrow = Marrow::open_existing(options(self.name, &self.path(), mark)).unwrap();
    }

    /// Another process on the same file.
    pub fn beside(&self) -> Marrow {
        Marrow::open_existing(options(self.name, &self.path(), None)).unwrap()
    }

    /// The database file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("marrow.db")
    }
}

/// How a phone of that name opens a file.
pub fn options(name: u8, path: &std::path::Path, high_water: Option<u64>) -> OpenOptions<'_> {
    // Fresh bytes have to differ each time they are used; the mark makes them so.
    let mut fresh = [name; 16];
    fresh[..8].copy_from_slice(&high_water.unwrap_or(0).to_be_bytes());
    OpenOptions {
        path,
        key: Key::new([name; 32]),
        secret: Secret([name + 100; 32]),
        fresh,
        high_water,
        protocols: Protocols::shipped(),
    }
}

/// The case of every script.
pub fn case() -> CaseId {
    case_id(1)
}

/// The rule that a command was refused under.
pub fn rule(result: Result<Outcome>) -> &'static str {
    match result {
        Err(Error::Refused(refusal)) => refusal.rule,
        other => panic!("not refused: {other:?}"),
    }
}
