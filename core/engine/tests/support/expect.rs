//! What a look is expected to show, in words, and the tables that hold scripts against it.
//!
//! Expectations are parted by `,` and may start with a moment, or a phone and a moment; `|` begins the next look:
//!
//! ```text
//! site-check +2h, disinfect +5h upcoming, compression - | @+2h site-check due | B@+2h phase dwelling
//! limit +24h, limit -, R8 red pulse-weaker, R8 -, R14:site-check amber
//! ```
//!
//! Without a moment the look is taken when the last line was typed.

use marrow_engine::agenda::{Status, Strictest};
use marrow_engine::text::{self, Lang};
use marrow_engine::time::Ms;

use super::bench::{Bench, Look, T0};
use super::script::{offset, show};

/// What it says, the script that follows the table's own, and what is expected.
pub type Row<'a> = (&'a str, &'a str, &'a str);

/// Plays each row's script after `before` and holds it against what is expected. All rows are tried.
#[track_caller]
pub fn table(before: &str, rows: &[Row<'_>]) {
    let mut wrong = Vec::new();
    for (name, script, expected) in rows {
        let mut bench = Bench::new();
        bench.run(before).run(script);
        for problem in problems(&bench, expected) {
            wrong.push(format!("{name}\n    {script}\n    {problem}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What of the expectations a bench does not meet.
#[must_use]
pub fn problems(bench: &Bench, expected: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for part in expected.split('|').map(str::trim) {
        let (place, items) = match part.split_once(' ') {
            Some((place, items)) if place.contains('@') => (place, items),
            _ => ("@", part),
        };
        let (phone, at) = place.split_once('@').unwrap_or_default();
        let phone = phone.chars().next().unwrap_or('A');
        let now = if at.is_empty() { bench.now() } else { offset(at) };
        let look = bench.look(phone, now);
        for item in items.split(',').map(str::trim).filter(|i| !i.is_empty()) {
            if let Err(found) = meets(&look, item) {
                problems.push(format!("at {}: expected {item}; found {found}", show(now)));
            }
        }
    }
    problems
}

fn meets(look: &Look, item: &str) -> Result<(), String> {
    let mut words = item.split_whitespace();
    let subject = words.next().unwrap_or_default();
    let values: Vec<&str> = words.collect();
    assert!(!values.is_empty(), "nothing expected of {item}");
    let shown = match subject {
        "phase" => look.phase.word().to_owned(),
        "limit" => limit(look),
        "foreign" => look.state.foreign_protocol.to_string(),
        flag if is_rule(flag) => flags(look, flag),
        step => task(look, step),
    };
    let known: Vec<&str> = shown.split_whitespace().collect();
    // "R8 red pulse-weaker" may be raised by more than that; "-" and times must be the whole answer.
    let met = values.iter().all(|v| known.contains(&plain(v).as_str()));
    if met { Ok(()) } else { Err(shown) }
}

/// Times as [`show`] writes them: `+90m` is `+1h30m`.
fn plain(value: &str) -> String {
    let (name, time) = value.split_once('=').unwrap_or(("", value));
    if !time.starts_with(['+', '-']) || time.len() < 2 {
        return value.to_owned();
    }
    let time = show(offset(time));
    if name.is_empty() {
        time
    } else {
        format!("{name}={time}")
    }
}

fn is_rule(subject: &str) -> bool {
    subject
        .strip_prefix('R')
        .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
}

fn task(look: &Look, step: &str) -> String {
    match look.task(step) {
        None => "-".to_owned(),
        Some(task) => {
            let every = show(task.interval);
            format!(
                "{} {} every={every} skips={}{}{}",
                show(task.due_at - T0),
                task.status.word(),
                task.skips,
                if task.skippable { " skippable" } else { " not-skippable" },
                if task.acknowledgeable {
                    " acknowledgeable"
                } else {
                    " not-acknowledgeable"
                },
            )
        }
    }
}

fn limit(look: &Look) -> String {
    let Some(limit) = &look.limit else {
        return "-".to_owned();
    };
    let why = match limit.strictest {
        None => "certain",
        Some(Strictest::UnknownDevice) => "unknown-device",
        Some(Strictest::UnknownAge) => "unknown-age",
        Some(Strictest::NotCleared) => "not-cleared",
    };
    let extended = if limit.extended { "extended" } else { "plain" };
    let source = limit.source.kind.word();
    format!("{} {why} {extended} from:{source}", show(limit.at - T0))
}

fn flags(look: &Look, rule: &str) -> String {
    let (rule, step) = rule.split_once(':').map_or((rule, None), |(r, s)| (r, Some(s)));
    let found = look
        .flags
        .iter()
        .filter(|f| f.rule == rule && (step.is_none() || f.step.as_deref() == step));
    let words: Vec<String> = found
        .map(|f| {
            let because: Vec<&str> = f.because.iter().map(|b| b.key).collect();
            let since = f.since.map(|at| show(at - T0)).unwrap_or_default();
            format!("{} {} since={since}", f.severity.word(), because.join(" "))
        })
        .collect();
    if words.is_empty() {
        "-".to_owned()
    } else {
        words.join(" & ")
    }
}

/// Walks a task's statuses: `begins` are the offsets from its due time at which it is late, overdue and long overdue,
/// where it ever is. Each holds from its millisecond on and not one before.
#[track_caller]
pub fn ladder(script: &str, step: &str, due: &str, begins: [Option<&str>; 3]) {
    let bench = Bench::play(script);
    let due = offset(due);
    let at = |now: Ms| -> Status {
        let look = bench.look('A', now);
        let task = look
            .task(step)
            .unwrap_or_else(|| panic!("{step} is not open: {script}"));
        assert_eq!(show(task.due_at - T0), show(due), "{step}: {script}");
        task.status
    };
    assert_eq!(at(due - 1), Status::Upcoming, "{step} a millisecond before: {script}");
    let words = [Status::Late, Status::Overdue, Status::LongOverdue];
    let mut before = Status::Due;
    if begins.iter().flatten().all(|b| offset(b) > 0) {
        assert_eq!(at(due), Status::Due, "{step} at its time: {script}");
    }
    for (begin, word) in begins.iter().zip(words) {
        let Some(begin) = begin.map(offset) else { continue };
        if begin > 0 {
            assert_eq!(at(due + begin - 1), before, "{step} just before {word:?}: {script}");
        }
        assert_eq!(at(due + begin), word, "{step}: {script}");
        before = word;
    }
    assert_eq!(at(due + offset("+90d")), before, "{step} in the end: {script}");
}

/// What it says, the script before, the line that is refused, and the refusal: its rule, and its text where that is
/// another (`R3/no-extension`), and the field that lifts it where there is one (`R3/…, lifted by override_reason`); `-`
/// where the line must be taken.
pub type Refused<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Holds each row's last line against the refusal, and makes sure that a refused line leaves nothing.
#[track_caller]
pub fn refusals(before: &str, rows: &[Refused<'_>]) {
    let mut wrong = Vec::new();
    for (name, script, line, expected) in rows {
        let mut bench = Bench::new();
        bench.run(before).run(script);
        let had: Vec<_> = bench.all().iter().map(|a| a.entry.id).collect();
        let (named, lifted_by) = match expected.split_once(", lifted by ") {
            Some((named, field)) => (named, Some(field)),
            None => (*expected, None),
        };
        let (rule, key) = named.split_once('/').unwrap_or((named, named));
        let mut complain = |found: String| wrong.push(format!("{name}\n    {script}; {line}\n    {found}"));
        match bench.attempt(line) {
            Ok(_) if *expected == "-" => {}
            Ok(_) => complain(format!("expected {expected}; it was taken")),
            Err(refusal) if (refusal.rule, refusal.key, refusal.lifted_by) != (rule, key, lifted_by) => {
                complain(format!("expected {expected}; found {refusal:?}"));
            }
            Err(refusal) => {
                let has: Vec<_> = bench.all().iter().map(|a| a.entry.id).collect();
                if has != had {
                    complain("refused, and recorded all the same".to_owned());
                }
                for part in ["title", "advice"] {
                    let key = format!("refusal.{}.{part}", refusal.key);
                    if !text::has(&key) || refusal.title(Lang::En).contains(['{', '}']) {
                        complain(format!("no text {key}, or a place of it is not filled"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
