//! A command held against the case: what cannot be, or must not be, as things stand.

use super::{Ground, Refusal};
use crate::agenda::{Task, ceiling};
use crate::assess::Assessment;
use crate::entry::Payload;
use crate::entry::payload::{Check, Insert};
use crate::fold::Pressing;
use crate::fold::timeline::{Mark, Timeline};
use crate::form::of_the_device;
use crate::protocol::{Schedule, SkipRule};
use crate::time::Ms;

/// Holds a payload against the case. `amends` is the position of the entry whose new fields these
/// are, where they are an amendment.
pub(super) fn check(
    ground: &Ground<'_>,
    case: &Assessment<'_>,
    payload: &Payload,
    at: Ms,
    amends: Option<usize>,
) -> Result<(), Refusal> {
    let timeline = &case.timeline;
    if let Payload::Insert(insert) = payload {
        insertion(timeline, insert, amends)?;
    }
    if amends.is_none() {
        not_after_closing(case, payload, at)?;
    }
    match payload {
        Payload::Check(check) => findings(timeline, check, at, amends),
        Payload::Flush(_) | Payload::AccessReview(_) => device_in(timeline, at, amends),
        Payload::Extend(extend) => {
            device_in(timeline, at, amends)?;
            extension(case, extend.to_hours.map_or(0, crate::fixed::Hours::as_ms))
        }
        Payload::KeepPastLimit(kept) => {
            device_in(timeline, at, amends)?;
            let longest = timeline.case.protocol.value("limit.recheck-max").unwrap_or(0);
            if kept.recheck_hours.is_some_and(|hours| hours.as_ms() > longest) {
                return Err(Refusal::of("recheck-too-long").with("max", hours(longest)));
            }
            if case.limit.as_ref().is_none_or(|limit| at < limit.at) {
                return Err(Refusal::of("not-past-limit"));
            }
            Ok(())
        }
        Payload::Remove(_) => {
            let insertion = timeline.insertion.ok_or(Refusal::of("no-insertion"))?;
            if at < insertion.at {
                return Err(Refusal::of("before-insertion"));
            }
            other_than(timeline.removal, amends).map_or(Ok(()), |_| Err(Refusal::of("device-out")))
        }
        Payload::StartCompression(_) => match timeline.removal {
            Some(removal) if at >= removal.at => Ok(()),
            _ => Err(Refusal::of("device-in")),
        },
        Payload::EndCompression(_) if amends.is_none() => {
            let ran = |p: &&Pressing| p.start.at <= at && p.end.is_none_or(|(end, _)| end.at > at);
            let running = timeline.pressings.iter().any(|p| ran(&p));
            if running {
                Ok(())
            } else {
                Err(Refusal::of("no-compression"))
            }
        }
        Payload::Acknowledge(ack) => {
            let task = open_task(case, ack.step.as_deref())?;
            let step = timeline.case.protocol.step(&task.step);
            if step.is_some_and(|step| step.acknowledge) {
                Ok(())
            } else {
                Err(Refusal::of("not-acknowledgeable"))
            }
        }
        Payload::Snooze(snooze) => {
            let most = timeline.case.protocol.value("snooze.times").unwrap_or(0);
            open_task(case, snooze.step.as_deref())?;
            if i64::from(ground.snoozed) >= most {
                Err(Refusal::of("snoozed-enough"))
            } else {
                Ok(())
            }
        }
        Payload::Skip(skip) if amends.is_none() => skippable(case, skip.step.as_deref(), at),
        Payload::SignOff(_) if amends.is_none() => may_sign_off(case),
        Payload::Strike(strike) => {
            let target = target(timeline, strike.entry)?;
            let fixed = matches!(
                target.payload(),
                Some(Payload::OpenCase(_) | Payload::Strike(_) | Payload::Reinstate(_))
            );
            match (fixed, target.stands()) {
                (true, _) => Err(Refusal::of("cannot-strike")),
                (false, false) => Err(Refusal::of("already-struck")),
                (false, true) => Ok(()),
            }
        }
        Payload::Reinstate(reinstate) => {
            let target = target(timeline, reinstate.entry)?;
            if target.stands() {
                return Err(Refusal::of("not-struck"));
            }
            match target.payload() {
                Some(Payload::Insert(insert)) => insertion(timeline, insert, None),
                _ => Ok(()),
            }
        }
        Payload::Link(link) => other_case(timeline, link.other),
        Payload::Unlink(link) => other_case(timeline, link.other),
        _ => Ok(()),
    }
}

/// A mark that is not the entry being amended.
fn other_than(mark: Option<Mark>, amends: Option<usize>) -> Option<Mark> {
    mark.filter(|mark| Some(mark.index) != amends)
}

/// What happens after the end belongs into another case, or the end was recorded in error.
fn not_after_closing(case: &Assessment<'_>, payload: &Payload, at: Ms) -> Result<(), Refusal> {
    let always = matches!(
        payload,
        Payload::Note(_)
            | Payload::Tell(_)
            | Payload::Complication(_)
            | Payload::Check(_)
            | Payload::Strike(_)
            | Payload::Reinstate(_)
            | Payload::Amend(_)
            | Payload::Link(_)
            | Payload::Unlink(_)
            | Payload::UpdatePatient(_)
            | Payload::EndCase(_)
            | Payload::AcceptHandover(_)
    );
    match case.timeline.closed {
        Some(closed) if !always && at >= closed.at => Err(Refusal::of("case-closed")),
        _ => Ok(()),
    }
}

fn insertion(timeline: &Timeline<'_>, insert: &Insert, amends: Option<usize>) -> Result<(), Refusal> {
    if other_than(timeline.insertion, amends).is_some() {
        return Err(Refusal::of("one-device"));
    }
    let protocol = &timeline.case.protocol;
    let id = insert.device.as_deref().unwrap_or_default();
    if !protocol.knows_device(id) {
        let known: Vec<&str> = protocol.devices.iter().map(|device| device.id.as_str()).collect();
        return Err(Refusal::of("unknown-device").with("devices", known.join(", ")));
    }
    let sternal_from = protocol.devices.iter().filter(|d| d.sternal).map(|d| d.min_years).max();
    let child = crate::flags::sternal_in_child(insert, protocol.device(id), sternal_from, timeline.age);
    if child && !crate::fold::timeline::filled(&insert.override_reason) {
        return Err(Refusal::under("R3", "sternal-in-child").lifted_by("override_reason"));
    }
    Ok(())
}

/// Findings about the device once it is out (care §3.3).
fn findings(timeline: &Timeline<'_>, check: &Check, at: Ms, amends: Option<usize>) -> Result<(), Refusal> {
    let after = |removal: Mark| (at, amends.unwrap_or(usize::MAX)) > (removal.at, removal.index);
    let protocol = &timeline.case.protocol;
    match of_the_device(protocol).into_iter().find(|field| check.has(field)) {
        Some(field) if timeline.removal.is_some_and(after) => {
            Err(Refusal::under("device-out", "device-finding-after-removal").with("field", field))
        }
        _ => Ok(()),
    }
}

fn device_in(timeline: &Timeline<'_>, at: Ms, amends: Option<usize>) -> Result<(), Refusal> {
    if timeline.insertion.is_none() {
        return Err(Refusal::of("no-insertion"));
    }
    match timeline.removal {
        Some(removal) if amends.is_none() && at >= removal.at => Err(Refusal::of("device-out")),
        _ => Ok(()),
    }
}

fn extension(case: &Assessment<'_>, to: Ms) -> Result<(), Refusal> {
    let timeline = &case.timeline;
    let protocol = &timeline.case.protocol;
    let device = timeline
        .insert()
        .and_then(|insert| protocol.device(insert.device.as_deref().unwrap_or_default()));
    let device = device.ok_or(Refusal::of("no-insertion"))?;
    let Some(ceiling) = ceiling(timeline, device) else {
        return Err(Refusal::under("R3", "no-extension"));
    };
    if to > ceiling {
        return Err(Refusal::under("R3", "extension-too-long").with("ceiling", hours(ceiling)));
    }
    if to < device.limit.at {
        return Err(Refusal::of("extension-shorter").with("limit", hours(device.limit.at)));
    }
    Ok(())
}

fn hours(ms: Ms) -> String {
    crate::protocol::Unit::H.write(ms)
}

fn open_task<'t>(case: &'t Assessment<'_>, step: Option<&str>) -> Result<&'t Task, Refusal> {
    let step = step.unwrap_or_default();
    if case.timeline.case.protocol.step(step).is_none() {
        return Err(Refusal::of("unknown-step"));
    }
    case.task(step).ok_or(Refusal::of("not-due"))
}

fn due_task<'t>(case: &'t Assessment<'_>, step: Option<&str>, at: Ms) -> Result<&'t Task, Refusal> {
    let task = open_task(case, step)?;
    if at < task.due_at {
        Err(Refusal::of("not-due"))
    } else {
        Ok(task)
    }
}

fn skippable(case: &Assessment<'_>, step: Option<&str>, at: Ms) -> Result<(), Refusal> {
    let known = case
        .timeline
        .case
        .protocol
        .step(step.unwrap_or_default())
        .ok_or(Refusal::of("unknown-step"))?;
    match known.skip {
        None => Err(Refusal::of("not-skippable")),
        Some(SkipRule::Ends | SkipRule::BackAfter(_)) => due_task(case, step, at).map(|_| ()),
    }
}

fn may_sign_off(case: &Assessment<'_>) -> Result<(), Refusal> {
    let timeline = &case.timeline;
    if timeline.insertion.is_none() {
        return Err(Refusal::of("no-insertion"));
    }
    if timeline.removal.is_none() {
        return Err(Refusal::of("device-in"));
    }
    let steps = &timeline.case.protocol.steps;
    let slots: Vec<_> = steps
        .iter()
        .filter(|step| matches!(step.schedule, Schedule::Slots { .. }))
        .collect();
    if slots.iter().any(|step| case.task(&step.id).is_some()) {
        return Err(Refusal::of("slot-open"));
    }
    let keeping = slots.iter().flat_map(|step| match &step.schedule {
        Schedule::Slots {
            beyond: Some(beyond), ..
        } => beyond.while_flags.as_slice(),
        _ => &[],
    });
    let lasting = case.findings.lasting();
    let open: Vec<&str> = keeping
        .map(String::as_str)
        .filter(|rule| lasting.iter().any(|f| f.open() && f.rule == *rule))
        .collect();
    if !open.is_empty() {
        return Err(Refusal::of("flag-open").with("rules", open.join(", ")));
    }
    Ok(())
}

fn target<'c>(timeline: &Timeline<'c>, entry: Option<crate::id::EntryId>) -> Result<&'c crate::fold::Folded, Refusal> {
    let case = timeline.case;
    let position = entry
        .and_then(|id| case.position(id))
        .ok_or(Refusal::of("unknown-entry"))?;
    Ok(&case.entries[position])
}

fn other_case(timeline: &Timeline<'_>, other: Option<crate::id::CaseId>) -> Result<(), Refusal> {
    if other == Some(timeline.case.id) {
        Err(Refusal::of("own-other-case"))
    } else {
        Ok(())
    }
}
