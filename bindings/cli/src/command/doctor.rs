//! `marrow doctor`: how things stand with the store, the key and the clock; what is missing and how
//! to get it.

use clap::{ArgMatches, Command};
use marrow::engine::time::ClockSample;
use marrow::{Info, Marrow};
use serde_json::{Value, json};

use super::policy;
use crate::args::{described, flag};
use crate::clock::Source;
use crate::context::{Context, database};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::keep::{self, Place};
use crate::say::Say;
use crate::term::{Paint, Text, beside, width};
use crate::trouble;

pub fn command(say: Say) -> Command {
    described(Command::new("doctor"), say, "terminal.help.doctor").arg(flag(
        "clock-is-right",
        say,
        "terminal.help.clock-is-right",
    ))
}

/// How a thing stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Good,
    Note,
    Broken,
}

impl Verdict {
    const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Note => "note",
            Self::Broken => "broken",
        }
    }

    const fn paint(self) -> Paint {
        match self {
            Self::Good => Paint::Quiet,
            Self::Note => Paint::Amber,
            Self::Broken => Paint::Red,
        }
    }
}

/// One thing that was looked at.
struct Finding {
    what: &'static str,
    verdict: Verdict,
    text: String,
    /// What to do about it.
    hints: Vec<String>,
}

/// The examination as it goes on.
struct Exam<'c> {
    context: &'c Context,
    findings: Vec<Finding>,
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let now = context.now();
    if matches.get_flag("clock-is-right") {
        let mut desk = Desk::open(context)?;
        desk.marrow
            .confirm_clock(context.actor.clone(), &now)
            .map_err(|e| trouble::explain(&e, context))?;
        desk.keep_mark();
    }
    let mut exam = Exam {
        context,
        findings: Vec::new(),
    };
    exam.program();
    exam.store(&now);
    exam.clock(&now);
    exam.person();
    exam.find(
        "reminders",
        Verdict::Note,
        context.say.get("terminal.doctor.reminders"),
        None,
    );
    exam.print()
}

impl Exam<'_> {
    fn find(&mut self, what: &'static str, verdict: Verdict, text: String, hint: Option<String>) {
        self.findings.push(Finding {
            what,
            verdict,
            text,
            hints: hint.into_iter().collect(),
        });
    }

    fn failed(&mut self, what: &'static str, failure: Failure) {
        let verdict = if failure.kind == "no-store" {
            Verdict::Note
        } else {
            Verdict::Broken
        };
        self.findings.push(Finding {
            what,
            verdict,
            text: failure.error,
            hints: failure.hints,
        });
    }

    fn program(&mut self) {
        let version = env!("CARGO_PKG_VERSION");
        let text = self
            .context
            .say
            .fill("terminal.doctor.program", &[("version", version)]);
        self.find("program", Verdict::Good, text, None);
    }

    /// The store with its key, entries and policy; the clock as the store knows it.
    fn store(&mut self, now: &ClockSample) {
        let context = self.context;
        match Desk::open(context) {
            Err(failure) => self.failed("store", failure),
            Ok(mut desk) => {
                self.opened(&desk.marrow);
                self.key(&desk);
                self.known_clock(&desk.marrow, now);
                self.policy(&mut desk);
            }
        }
    }

    fn opened(&mut self, marrow: &Marrow) {
        let (context, say) = (self.context, self.context.say);
        match marrow.info() {
            Err(error) => self.failed("store", trouble::explain(&error, context)),
            Ok(info) => {
                self.find("store", Verdict::Good, size(&info, context), None);
                let cases = marrow.case_ids().len().to_string();
                let places = [("entries", info.entries.to_string()), ("cases", cases)];
                let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
                self.find(
                    "entries",
                    Verdict::Good,
                    say.fill("terminal.doctor.entries", &places),
                    None,
                );
            }
        }
    }

    fn key(&mut self, desk: &Desk) {
        let say = self.context.say;
        let file = keep::key_file(&self.context.store);
        let shown = file.display().to_string();
        match &desk.kept.place {
            Place::Keyring(_) => self.find("key", Verdict::Good, say.get("terminal.doctor.key-keyring"), None),
            Place::File if !private(&file) => {
                let hint = format!("chmod 600 {}", crate::context::quoted(&shown));
                self.find(
                    "key",
                    Verdict::Broken,
                    say.fill("terminal.doctor.key-open", &[("file", &shown)]),
                    Some(hint),
                );
            }
            Place::File => {
                let text = say.fill("terminal.doctor.key-file", &[("file", &shown)]);
                self.find(
                    "key",
                    Verdict::Note,
                    text,
                    Some(say.get("terminal.doctor.key-file.hint")),
                );
            }
        }
    }

    fn known_clock(&mut self, marrow: &Marrow, now: &ClockSample) {
        let (context, say) = (self.context, self.context.say);
        let state = marrow.clock_state(now);
        let hint = || Some(say.fill("terminal.doctor.clock.hint", &[("marrow", &context.program)]));
        let by = say.span(state.adjusted_ms - state.confirmed_ms);
        let seconds = (state.adjusted_ms - state.confirmed_ms).abs() / 1_000;
        let by = if seconds < 60 { format!("{seconds} s") } else { by };
        let (verdict, text, hint) = match (state.uncertain, state.jumped()) {
            (true, _) => (Verdict::Broken, say.get("terminal.doctor.clock-uncertain"), hint()),
            (_, true) => (
                Verdict::Broken,
                say.fill("terminal.doctor.clock-jumped", &[("span", &by)]),
                hint(),
            ),
            _ => (Verdict::Good, say.get("terminal.doctor.clock-steady"), None),
        };
        self.find("jumps", verdict, text, hint);
    }

    fn policy(&mut self, desk: &mut Desk) {
        let say = self.context.say;
        let protocols = marrow::engine::protocol::Protocols::shipped();
        match desk.marrow.policy().map(|json| protocols.check(json)) {
            None => self.find("policy", Verdict::Good, say.get("policy.none"), None),
            Some(Ok(protocol)) => self.find("policy", Verdict::Good, policy::name(&protocol), None),
            Some(Err(error)) => self.failed("policy", trouble::of_policy(&error, self.context)),
        }
    }

    fn clock(&mut self, now: &ClockSample) {
        let (context, say) = (self.context, self.context.say);
        let offset = marrow::engine::time::rfc3339(now.wall_ms, now.offset_s);
        let places = [("now", offset.as_str()), ("zone", now.zone.as_str())];
        let text = say.fill("terminal.doctor.clock", &places);
        match context.clock.source() {
            Source::System => self.find("clock", Verdict::Good, text, None),
            Source::Pretended => self.find(
                "clock",
                Verdict::Note,
                text,
                Some(say.get("terminal.doctor.clock-pretended")),
            ),
            Source::WallClock => self.find(
                "clock",
                Verdict::Note,
                text,
                Some(say.get("terminal.doctor.clock-alone")),
            ),
        }
        if !context.zone_known {
            let hint = say.get("terminal.doctor.zone.hint");
            self.find("zone", Verdict::Note, say.get("terminal.doctor.zone"), Some(hint));
        }
    }

    fn person(&mut self) {
        let (actor, say) = (&self.context.actor, self.context.say);
        if actor.name.is_empty() {
            return self.find(
                "person",
                Verdict::Note,
                say.get("terminal.doctor.nobody"),
                Some(say.get("terminal.as.hint")),
            );
        }
        let parts: Vec<&str> = [&actor.name, &actor.role, &actor.unit]
            .into_iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        self.find("person", Verdict::Good, parts.join(", "), None);
    }

    fn print(self) -> Result<u8> {
        let (out, say) = (self.context.out, self.context.say);
        let broken = self.findings.iter().any(|f| f.verdict == Verdict::Broken);
        if out.json {
            let one =
                |f: &Finding| json!({ "what": f.what, "verdict": f.verdict.word(), "text": f.text, "hints": f.hints });
            let all: Vec<Value> = self.findings.iter().map(one).collect();
            out.pretty_json(&json!({
                "works": !broken, "store": self.context.store, "database": database(&self.context.store), "findings": all,
            }))?;
            return Ok(u8::from(broken));
        }
        let name = |f: &Finding| say.get(&format!("terminal.doctor.what.{}", f.what));
        let word = |f: &Finding| say.get(&format!("terminal.doctor.verdict.{}", f.verdict.word()));
        let words = self.findings.iter().map(|f| width(&word(f))).max().unwrap_or(0);
        let names = self.findings.iter().map(|f| width(&name(f))).max().unwrap_or(0);
        let rest = out.columns.saturating_sub(words + names + 4).max(20);
        let mut page = Vec::new();
        for finding in &self.findings {
            let mut text = vec![Text::plain(&finding.text)];
            text.extend(
                finding
                    .hints
                    .iter()
                    .map(|hint| Text::of(Paint::Hint, "hint:").and(Paint::Plain, format!(" {hint}"))),
            );
            let verdict = Text::of(finding.verdict.paint(), word(finding));
            page.extend(beside(&[
                (words, vec![verdict]),
                (names, vec![Text::plain(name(finding))]),
                (rest, text),
            ]));
        }
        out.data(&page)?;
        Ok(u8::from(broken))
    }
}

fn size(info: &Info, context: &Context) -> String {
    let say: Say = context.say;
    let places = [
        ("folder", context.store.display().to_string()),
        ("schema", info.schema_version.to_string()),
        (
            "size",
            format!("{} KiB", (info.file_bytes + info.wal_bytes).div_ceil(1024)),
        ),
        ("cipher", info.cipher_version.clone()),
    ];
    let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
    say.fill("terminal.doctor.store", &places)
}

/// Whether only its owner may read a file.
fn private(path: &std::path::Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 == 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        true
    }
}
