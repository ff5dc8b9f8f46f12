//! Tells a scenario line by line: what was done, what it raised, what was refused, and what nobody
//! did in time.

use std::collections::BTreeSet;

use marrow::Outcome;
use marrow::engine::id::CaseId;
use marrow::engine::time::Ms;
use marrow::engine::view::{EntryView, TaskView, because};

use crate::failure::Result;
use crate::replay::{Instant, Line, Phone, Played, Player, Refused};
use crate::say::Say;
use crate::term::{Paint, Text, beside, width};

/// How much is told of what was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Every field.
    All,
    /// Of a check only what speaks; its many findings would drown the story.
    Some,
}

/// Fields of a check that speak in a short story.
const SPEAKING: &[&str] = &["context", "pain", "swelling", "leak", "action", "told", "note"];

/// Somebody who tells.
pub struct Teller {
    say: Say,
    columns: usize,
    detail: Detail,
    names: usize,
    day: String,
    told: BTreeSet<(String, CaseId, String, Ms, &'static str)>,
}

impl Teller {
    pub fn new(player: &Player<'_>, say: Say, columns: usize, detail: Detail) -> Self {
        let phones = player.scenario.timeline.iter().filter_map(|line| line.phone.as_deref());
        Self {
            say,
            columns,
            detail,
            names: phones.map(width).max().unwrap_or(0),
            day: String::new(),
            told: BTreeSet::new(),
        }
    }

    /// Plays the next line that comes by then, and tells it with what was missed before it.
    pub fn next(&mut self, player: &mut Player<'_>, by: Instant) -> Result<Option<Vec<Text>>> {
        let Some(coming) = player.coming(by) else {
            return Ok(None);
        };
        let mut lines = self.missed(player, coming.at)?;
        if let Some((line, played)) = player.step(by)? {
            lines.extend(self.line(player, line, &played)?);
        }
        Ok(Some(lines))
    }

    /// What has become overdue by a moment and was not told yet.
    pub fn missed(&mut self, player: &mut Player<'_>, at: Instant) -> Result<Vec<Text>> {
        let (say, mut lines) = (self.say, Vec::new());
        let mut found = Vec::new();
        for (name, phone) in &mut player.phones {
            let now = phone.sample(at);
            for case in phone.marrow.case_ids() {
                let (alias, tasks, watched) = phone.marrow.with_case(case, &now, |look, watched| {
                    let protocol = &look.timeline.case.protocol;
                    let tasks = look
                        .tasks
                        .iter()
                        .map(|task| TaskView::of(task, protocol, say.lang, now.wall_ms));
                    (
                        look.timeline.patient.alias.clone().unwrap_or_default(),
                        tasks.collect::<Vec<_>>(),
                        watched,
                    )
                })?;
                let overdue = tasks
                    .into_iter()
                    .filter(|task| watched && task.status.ends_with("overdue"));
                found
                    .extend(overdue.map(|task| (name.clone(), case, alias.clone(), phone.truth(task.due_at_ms), task)));
            }
        }
        for (phone, case, alias, due, task) in found {
            if self
                .told
                .insert((phone.clone(), case, task.step.clone(), task.due_at_ms, task.status))
            {
                let places = [
                    ("step", task.title.clone()),
                    ("case", alias),
                    ("time", say.clock(due.0, at.0)),
                    ("late", say.due(due.0, at.0)),
                ];
                let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
                let text = Text::of(Paint::of_status(task.status), &task.status_text).and(
                    Paint::Plain,
                    format!(" · {}", say.fill("terminal.story.missed", &places)),
                );
                lines.extend(self.row(at, &phone, vec![text]));
            }
        }
        Ok(lines)
    }

    fn line(&mut self, player: &mut Player<'_>, line: &Line, played: &Played) -> Result<Vec<Text>> {
        let who = line.by.as_ref().and_then(|by| player.scenario.people.get(by));
        let who = who.map(|person| format!("{}, {}", person.name, person.role));
        let phone = line.phone.clone().unwrap_or_default();
        let told = match played {
            Played::Recorded(outcome) => match player.phones.get_mut(&phone) {
                Some(phone) => self.recorded(outcome, phone, line, who)?,
                None => Vec::new(),
            },
            Played::Refused(refused) => self.refused(line, refused, who),
            Played::Done => vec![Text::plain(self.done(line))],
        };
        Ok(self.row(line.at, &phone, told))
    }

    fn recorded(&self, outcome: &Outcome, phone: &mut Phone, line: &Line, who: Option<String>) -> Result<Vec<Text>> {
        let (say, now) = (self.say, phone.sample(line.at));
        let case = phone.marrow.case(outcome.case, say.lang, &now)?;
        let id = outcome.entry.map(|id| id.to_string()).unwrap_or_default();
        let entry = case.record.iter().find(|entry| entry.id == id);
        // What a phone keeps to itself is no entry of the case.
        let title = entry.map_or_else(|| say.get(&format!("kind.{}", line.act)), |entry| entry.title.clone());
        let mut head = Text::of(Paint::Strong, title).and(Paint::Plain, format!(" · {}", case.header.alias));
        if let Some(who) = who {
            head = head.and(Paint::Quiet, format!(" · {who}"));
        }
        let mut lines = vec![head];
        lines.extend(entry.and_then(|entry| self.fields(entry, line)));
        for flag in &outcome.raised {
            let protocol = phone.marrow.with_case(outcome.case, &now, |look, _| {
                std::sync::Arc::clone(&look.timeline.case.protocol)
            })?;
            let found = because(flag, &protocol, say.lang);
            let severity = flag.severity.word();
            let found = if found.is_empty() { found } else { format!(": {found}") };
            lines.push(
                Text::of(Paint::of_severity(severity), say.get(&format!("severity.{severity}"))).and(
                    Paint::Plain,
                    format!(" · {}{found}", say.get(&format!("rule.{}.title", flag.rule))),
                ),
            );
        }
        for rule in &outcome.cleared {
            let title = say.get(&format!("rule.{rule}.title"));
            lines.push(Text::of(
                Paint::Quiet,
                say.fill("terminal.record.cleared", &[("title", &title)]),
            ));
        }
        Ok(lines)
    }

    fn fields(&self, entry: &EntryView, line: &Line) -> Option<Text> {
        let say = self.say;
        let short = self.detail == Detail::Some && entry.kind == Some("check");
        let speaks = |field: &str, text: &str| !short || (SPEAKING.contains(&field) && text != say.get("word.false"));
        let mut parts: Vec<String> = entry
            .fields
            .iter()
            .filter(|field| field.field != "entry" && speaks(&field.field, &field.text))
            .map(|field| format!("{}: {}", field.label, field.text))
            .collect();
        if line.performed_at.is_some_and(|at| at != line.at) {
            parts.insert(
                0,
                format!(
                    "{}: {}",
                    say.get("field.performed_at_ms"),
                    say.clock(entry.performed_at_ms, line.at.0)
                ),
            );
        }
        if let Some(reason) = &entry.late_reason {
            parts.push(say.fill("terminal.case.why", &[("reason", reason)]));
        }
        if !entry.missing.is_empty() {
            parts.push(format!("{}: {}", say.get("mark.incomplete"), entry.missing.join(", ")));
        }
        (!parts.is_empty()).then(|| Text::plain(parts.join(" · ")))
    }

    fn refused(&self, line: &Line, refused: &Refused, who: Option<String>) -> Vec<Text> {
        let say = self.say;
        let mut head = Text::of(Paint::Strong, say.get(&format!("kind.{}", line.act)));
        if let Some(who) = who {
            head = head.and(Paint::Quiet, format!(" · {who}"));
        }
        let text = match refused {
            Refused::Rule(refusal) => format!("{} {}", refusal.title(say.lang), refusal.advice(say.lang)),
            Refused::Invalid(problem) => problem.clone(),
        };
        let rule = say.fill("terminal.story.refused", &[("rule", refused.rule())]);
        vec![
            head,
            Text::of(Paint::Amber, rule).and(Paint::Plain, format!(" · {text}")),
        ]
    }

    /// A line that leaves no entry: a clock, a bundle on its way.
    fn done(&self, line: &Line) -> String {
        let field = |name: &str| {
            line.fields
                .get(name)
                .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                .unwrap_or_default()
        };
        if line.act == "carry" {
            return self.say.fill(
                "terminal.story.carry",
                &[("from", &field("from")), ("to", &field("to"))],
            );
        }
        let told: Vec<String> = line
            .fields
            .keys()
            .map(|name| format!("{name} {}", field(name)))
            .collect();
        self.say.fill("terminal.story.clock", &[("what", &told.join(", "))])
    }

    /// The time, the phone, and what is told; a new day has a line of its own.
    fn row(&mut self, at: Instant, phone: &str, told: Vec<Text>) -> Vec<Text> {
        let day = self.say.date(at.0);
        let mut lines = Vec::new();
        if day != self.day {
            lines.push(Text::of(Paint::Strong, &day));
            self.day = day;
        }
        let rest = self.columns.saturating_sub(self.names + 9).max(20);
        lines.extend(beside(&[
            (5, vec![Text::plain(self.say.time(at.0))]),
            (self.names, vec![Text::of(Paint::Quiet, phone)]),
            (rest, told),
        ]));
        lines
    }
}
