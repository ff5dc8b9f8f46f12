//! `scenario.json`: whole scenarios as steps, and what every client must show half way and at the end.

use std::sync::Arc;

use marrow::engine::reminders;
use marrow_ffi::{DocumentKind, FlagView, Lang, Marrow, PlatformCaps, ReminderPlan, TaskView};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::commands::{Vectors, play, through_the_facade, through_what_crosses};
use crate::script;
use crate::steps::{Clock, Step};
use crate::stores::{self, hex};

/// Amendments and paper typed late; two policies; five cases, one of them still open at the end.
const SCENARIOS: &[&str] = &[
    "rural-ambulance-paper-typed-late.json",
    "hospital-policy-moved-twice.json",
    "same-bone-linked-cases.json",
];

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Scenarios {
    caps: Map<String, Value>,
    scenarios: Vec<Played>,
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Played {
    file: String,
    #[serde(flatten)]
    vectors: Vectors,
    looks: Vec<Look>,
}

/// What is to be seen after a step, in each language.
#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Look {
    after: String,
    clock: Clock,
    en: Value,
    es: Value,
}

fn caps() -> [reminders::PlatformCaps; 2] {
    [reminders::PlatformCaps::android(), reminders::PlatformCaps::ios()]
}

fn crossing(caps: &reminders::PlatformCaps) -> PlatformCaps {
    PlatformCaps {
        os: caps.os,
        max_pending: caps.max_pending as u32,
        exact: caps.exact,
        time_sensitive: caps.time_sensitive,
        critical: caps.critical,
        alarm_kit: caps.alarm_kit,
        full_screen: caps.full_screen,
    }
}

fn task(task: &TaskView) -> Value {
    json!({
        "step": task.step, "title": task.title, "status": task.status.word(), "status_text": task.status_text,
        "due_at_ms": task.due_at_ms,
    })
}

fn flag(flag: &FlagView) -> Value {
    json!({ "rule": flag.rule, "severity": flag.severity.word(), "title": flag.title, "text": flag.text })
}

fn board(marrow: &Marrow, lang: Lang, clock: &Clock) -> Value {
    let board = marrow.board(lang, clock.crossing()).expect("a board");
    let rows = board.open.iter().map(|row| {
        json!({
            "case": row.header.case, "alias": row.header.alias, "phase": row.header.phase.word(),
            "phase_text": row.header.phase_text, "device": row.header.device, "place": row.header.place,
            "limit_at_ms": row.header.limit.as_ref().map(|limit| limit.at_ms),
            "next": row.next.as_ref().map(task), "waiting": row.waiting,
            "flag": row.flag.as_ref().map(flag), "flags": row.flags,
        })
    });
    let open: Vec<Value> = rows.collect();
    let closed: Vec<Value> = board.closed.iter().map(|header| json!(header.case)).collect();
    json!({ "open": open, "closed": closed })
}

fn plan(plan: ReminderPlan) -> Value {
    let reminders = plan.reminders.iter();
    let reminders: Vec<Value> = reminders
        .map(|r| json!({ "id": r.id, "fire_at_ms": r.fire_at_ms, "fingerprint": r.fingerprint }))
        .collect();
    json!({ "revision": plan.revision, "left_out": plan.left_out, "reminders": reminders })
}

fn seen(marrow: &Marrow, lang: Lang, steps: &[Step], clock: &Clock) -> Value {
    let now = || clock.crossing();
    let mut cases = Map::new();
    for step in steps {
        let case = step.command.case;
        let view = marrow.case(case, None, lang, now()).expect("a case");
        let sheet = DocumentKind::NursingSheet { unsynced: false };
        let sheet = marrow.document(sheet, case, lang, now()).expect("a sheet").text;
        let told = json!({
            "phase": view.header.phase.word(),
            "tasks": view.tasks.iter().map(task).collect::<Vec<_>>(),
            "flags": view.flags.iter().map(flag).collect::<Vec<_>>(),
            "entries": view.record.len(),
            "sheet_sha256": hex(&Sha256::digest(sheet.as_bytes())),
        });
        cases.insert(case.to_string(), told);
    }
    let mut plans = Map::new();
    for caps in caps() {
        let found = marrow.reminders(crossing(&caps), lang, now()).expect("a plan");
        plans.insert(os(&caps), plan(found));
    }
    json!({ "board": board(marrow, lang, clock), "cases": cases, "plans": plans })
}

fn os(caps: &reminders::PlatformCaps) -> String {
    json!(caps.os).as_str().expect("a word").to_owned()
}

fn look(marrow: &Arc<Marrow>, steps: &[Step], later_ms: i64) -> Look {
    let last = steps.last().expect("a step");
    let mut clock = last.clock.clone();
    clock.wall_ms += later_ms;
    clock.boot_ms += later_ms;
    Look {
        after: last.name.clone(),
        en: seen(marrow, Lang::En, steps, &clock),
        es: seen(marrow, Lang::Es, steps, &clock),
        clock,
    }
}

fn played(file: &str) -> Played {
    let script = script::read(file);
    let mut vectors = Vectors {
        secrets: script.secrets,
        steps: script.steps,
    };
    let made = through_the_facade(&vectors);
    for step in &mut vectors.steps {
        step.entry = made[&step.name].to_string();
    }
    assert_eq!(through_what_crosses(&vectors), made, "{file}");
    let folder = stores::folder();
    let marrow = stores::crossing(&folder, &vectors.secrets);
    let mut looks = Vec::new();
    let half = vectors.steps.len() / 2;
    let mut done = 0;
    play(&vectors.steps, |step, made| {
        let outcome = marrow.dispatch(step.crossing(made), Lang::En, step.clock.crossing(), None);
        done += 1;
        let entry = outcome.unwrap_or_else(|e| panic!("{}: {e:?}", step.name)).entry;
        if done == half {
            looks.push(look(&marrow, &vectors.steps[..done], 0));
        }
        entry.expect("an entry")
    });
    looks.push(look(&marrow, &vectors.steps, 3_600_000));
    Played {
        file: file.to_owned(),
        vectors,
        looks,
    }
}

/// A line for each thing down to a depth: a change can be read, and the file stays small.
fn laid_out(value: &Value, depth: usize, indent: &str) -> String {
    let inner = format!("{indent} ");
    let below = |value: &Value| laid_out(value, depth - 1, &inner);
    let lines: Vec<String> = match value {
        Value::Object(map) if depth > 0 && !map.is_empty() => map
            .iter()
            .map(|(key, value)| format!("{inner}{}: {}", json!(key), below(value)))
            .collect(),
        Value::Array(items) if depth > 0 && !items.is_empty() => {
            items.iter().map(|item| inner.clone() + &below(item)).collect()
        }
        other => return other.to_string(),
    };
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    format!("{open}\n{}\n{indent}{close}", lines.join(",\n"))
}

#[test]
fn whole_scenarios_end_as_written() {
    let found = Scenarios {
        caps: caps().iter().map(|caps| (os(caps), json!(caps))).collect(),
        scenarios: SCENARIOS.iter().map(|file| played(file)).collect(),
    };
    if stores::updating() {
        let text = laid_out(&json!(found), 5, "") + "\n";
        std::fs::write(stores::file("scenario.json"), text).expect("written");
    }
    let expected: Scenarios = stores::read("scenario.json");
    assert_eq!(expected.caps, found.caps);
    for (expected, found) in expected.scenarios.iter().zip(&found.scenarios) {
        assert_eq!(expected.vectors, found.vectors, "{}", found.file);
        for (expected, found) in expected.looks.iter().zip(&found.looks) {
            assert_eq!(expected, found);
        }
    }
    assert_eq!(expected, found);
}

/// A comparison of nothing with nothing would pass in every language.
#[test]
fn there_is_something_to_see() {
    let expected: Scenarios = stores::read("scenario.json");
    let looks = || expected.scenarios.iter().flat_map(|played| &played.looks);
    let some = |path: &str| looks().any(|look| look.es.pointer(path).is_some());
    assert!(some("/board/open/0/next/step") && some("/board/open/0/flag/rule") && some("/board/closed/0"));
    assert!(some("/plans/android/reminders/0/id") && some("/plans/ios/reminders/0/id"));
    let texts = looks().filter(|look| look.en["board"] != look.es["board"]).count();
    assert!(texts > 0, "both languages say the same");
}
