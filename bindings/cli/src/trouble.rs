//! From what the core says to what a person can act on, in her language.

use std::path::Path;

use marrow::engine::protocol::PolicyError;
use marrow::engine::record::Refusal;
use marrow::{Error, StoreError};

use crate::context::Context;
use crate::failure::Failure;

/// What went wrong with a call on the store in `folder`.
pub fn explain(error: &Error, context: &Context) -> Failure {
    match error {
        Error::Store(store) => of_store(*store, &context.store, context),
        Error::Refused(refusal) => refused(refusal, context),
        Error::Policy(policy) => of_policy(policy, context),
        Error::NotFound => Failure::new(context.say.get("terminal.case.none")).kind("unknown-case"),
        Error::Contended => of_store(StoreError::Busy, &context.store, context),
        Error::Broken(_) | Error::Entry(_) => Failure::new(error.to_string()),
    }
}

/// A store that could not be opened, read or written.
pub fn of_store(error: StoreError, folder: &Path, context: &Context) -> Failure {
    let (key, kind) = match error {
        StoreError::WrongKey => ("wrong-key", "wrong-key"),
        StoreError::NotADatabase => ("not-a-store", "not-a-store"),
        StoreError::Damaged => ("damaged", "damaged"),
        StoreError::NewerSchema { .. } => ("newer", "newer-schema"),
        StoreError::DiskFull => ("full", "disk-full"),
        StoreError::ReadOnly => ("read-only", "read-only"),
        StoreError::Busy | StoreError::Moved => ("busy", "busy"),
        StoreError::NotFound => ("none", "no-store"),
        StoreError::Io(std::io::ErrorKind::PermissionDenied) => ("read-only", "read-only"),
        StoreError::Io(_) => ("io", "file"),
        _ => ("unexpected", "failed"),
    };
    let say = context.say;
    let (found, supported) = match error {
        StoreError::NewerSchema { found, supported } => (found.to_string(), supported.to_string()),
        _ => Default::default(),
    };
    let cause = match error {
        StoreError::Io(cause) => cause.to_string(),
        other => other.to_string(),
    };
    let folder = folder.display().to_string();
    let places = [
        ("folder", folder.as_str()),
        ("found", &found),
        ("supported", &supported),
        ("cause", &cause),
    ];
    let mut failure = Failure::new(say.fill(&format!("terminal.store.{key}"), &places)).kind(kind);
    let hint = format!("terminal.store.{key}.hint");
    if marrow::engine::text::has(&hint) {
        failure = failure.hint(say.fill(&hint, &[("marrow", &context.program), ("folder", &folder)]));
    }
    if kind == "no-store" {
        failure = failure.hint(say.fill("terminal.store.none.demo", &[("marrow", &context.program)]));
    }
    failure
}

/// A refused command: what is refused, under which rule, and what to do.
pub fn refused(refusal: &Refusal, context: &Context) -> Failure {
    let lang = context.say.lang;
    let title = refusal.title(lang);
    let mut failure = Failure::new(format!("{} ({})", title.trim_end_matches('.'), refusal.rule))
        .kind("refused")
        .hint(refusal.advice(lang));
    // A form has fields, the command line has options.
    if let Some((_, field)) = refusal.places.iter().find(|(place, _)| *place == "field")
        && refusal.rule == "missing-field"
    {
        let option = crate::args::fields::option(field);
        failure.hints = vec![context.say.fill("terminal.record.add", &[("option", &option)])];
    }
    failure.rule = Some(refusal.rule.to_owned());
    failure
}

/// A policy that cannot be used: which parameter, which value, which bounds.
pub fn of_policy(error: &PolicyError, context: &Context) -> Failure {
    let say = context.say;
    let text = match error {
        PolicyError::NotAPolicy(problem) => say.fill("terminal.policy.not-a-policy", &[("problem", problem)]),
        PolicyError::OtherProtocol { found, expected } => say.fill(
            "terminal.policy.other-protocol",
            &[("found", found), ("expected", expected)],
        ),
        PolicyError::UnknownParameter(name) => say.fill("terminal.policy.unknown", &[("name", name)]),
        PolicyError::BadValue { parameter, problem } => say.fill(
            "terminal.policy.bad-value",
            &[("name", parameter), ("problem", problem)],
        ),
        PolicyError::OutOfBounds {
            parameter,
            value,
            min,
            max,
            unit,
        } => {
            let unit = say.get(&format!("unit.{unit}"));
            let places = [
                ("name", parameter.as_str()),
                ("value", value),
                ("min", min),
                ("max", max),
                ("unit", &unit),
            ];
            say.fill("terminal.policy.out-of-bounds", &places)
        }
    };
    let mut failure = Failure::new(text).kind("policy");
    if let PolicyError::UnknownParameter(name) = error {
        let protocol = marrow::engine::protocol::Protocols::shipped().newest();
        let names = protocol.parameters.keys().map(String::as_str);
        if let Some(near) = crate::args::nearest(name, names) {
            failure = failure.hint(say.fill("terminal.near", &[("near", near)]));
        }
    }
    failure.hint(say.fill("terminal.policy.hint", &[("marrow", &context.program)]))
}
