//! `commands.json`: every kind and every field, with the entry that each command becomes.

use serde::{Deserialize, Serialize};

use crate::steps::{Made, Step};
use crate::stores::{self, Secrets};

#[derive(Debug, Serialize, Deserialize, PartialEq)]
pub struct Vectors {
    #[serde(flatten)]
    pub secrets: Secrets,
    pub steps: Vec<Step>,
}

pub fn vectors() -> Vectors {
    stores::read("commands.json")
}

/// Plays all steps in order on a fresh store; `dispatch` gives the new entry's id.
pub fn play(steps: &[Step], mut dispatch: impl FnMut(&Step, &Made) -> marrow::engine::id::EntryId) -> Made {
    let mut made = Made::new();
    for step in steps {
        let entry = dispatch(step, &made);
        let before = made.insert(step.name.clone(), entry);
        assert_eq!(before, None, "two steps are named {}", step.name);
    }
    made
}

pub fn through_the_facade(vectors: &Vectors) -> Made {
    let folder = stores::folder();
    let mut marrow = stores::facade(&folder, &vectors.secrets);
    play(&vectors.steps, |step, made| {
        let outcome = marrow.dispatch(&step.command(made), &step.clock.sample());
        let outcome = outcome.unwrap_or_else(|e| panic!("{}: {e:?}", step.name));
        outcome.entry.expect("a dispatch makes an entry")
    })
}

pub fn through_what_crosses(vectors: &Vectors) -> Made {
    let folder = stores::folder();
    let marrow = stores::crossing(&folder, &vectors.secrets);
    play(&vectors.steps, |step, made| {
        let outcome = marrow.dispatch(step.crossing(made), marrow_ffi::Lang::En, step.clock.crossing(), None);
        let outcome = outcome.unwrap_or_else(|e| panic!("{}: {e:?}", step.name));
        outcome.entry.expect("a dispatch makes an entry")
    })
}

#[test]
fn every_command_becomes_the_entry_of_its_vector() {
    let mut vectors = vectors();
    let made = through_the_facade(&vectors);
    if stores::updating() {
        for step in &mut vectors.steps {
            step.entry = made[&step.name].to_string();
        }
        std::fs::write(stores::file("commands.json"), written(&vectors)).expect("written");
    }
    for step in &vectors.steps {
        assert_eq!(step.entry, made[&step.name].to_string(), "{}", step.name);
    }
}

#[test]
fn what_crosses_becomes_the_same_entry() {
    let vectors = vectors();
    let made = through_what_crosses(&vectors);
    let by_the_facade = through_the_facade(&vectors);
    for step in &vectors.steps {
        assert_eq!(made[&step.name], by_the_facade[&step.name], "{}", step.name);
    }
}

/// One step a line, so that a change can be read.
fn written(vectors: &Vectors) -> String {
    let secrets = serde_json::to_string(&vectors.secrets).expect("JSON");
    let steps: Vec<String> = vectors
        .steps
        .iter()
        .map(|step| serde_json::to_string(step).expect("JSON"))
        .collect();
    let secrets = secrets.trim_end_matches('}');
    format!("{secrets},\n\"steps\":[\n{}\n]}}\n", steps.join(",\n"))
}
