//! The rules that are read off the timeline, the limit and the tasks: one function a rule.

use super::{Because, Flag, Severity, View};
use crate::agenda::{Status, Task};
use crate::entry::Payload;
use crate::entry::payload::Pain;
use crate::fold::PressingEnd;
use crate::fold::timeline::{CasePhase, Mark, Timeline, filled};
use crate::protocol::{Protocol, Schedule};
use crate::vocabulary::ProductClass;

/// The rules that neither the moment nor the phone decides.
pub(super) fn standing(timeline: &Timeline<'_>, flags: &mut Vec<Flag>) {
    let rules: [fn(&Timeline<'_>) -> Option<Flag>; 9] = [
        access,
        pain,
        risky_product,
        removal_findings,
        last_compression,
        sign_off,
        no_antiseptic,
        loose,
        running_at_removal,
    ];
    flags.extend(rules.iter().filter_map(|rule| rule(timeline)));
}

/// The rules that they do.
pub(super) fn of_the_moment(view: &View<'_>, flags: &mut Vec<Flag>) {
    let rules: [fn(&View<'_>) -> Option<Flag>; 3] = [limit, phone, handover];
    flags.extend(rules.iter().filter_map(|rule| rule(view)));
    flags.extend(neglected(view));
}

/// R1: the limit is near or passed.
fn limit(view: &View<'_>) -> Option<Flag> {
    let limit = view.limit?;
    let protocol = &view.timeline.protocol;
    let within = |name: &str| {
        protocol
            .value(name)
            .is_some_and(|before| view.now >= limit.at.saturating_sub(before))
    };
    let (severity, key) = if view.now >= limit.at {
        (Severity::Red, "limit-passed")
    } else if within("flag.limit-amber") {
        (Severity::Amber, "limit-near")
    } else if within("flag.limit-note") {
        (Severity::Note, "limit-near")
    } else {
        return None;
    };
    let from = limit.from?;
    Some(Flag::new("R1", severity, Because::of(key)).by(from, limit.at))
}

/// R7: venous access on record, device in.
fn access(timeline: &Timeline<'_>) -> Option<Flag> {
    if timeline.phase() != CasePhase::Dwelling || !timeline.now.access {
        return None;
    }
    let mut happened = timeline.happenings.iter();
    let got = happened.rfind(|h| h.events.has(crate::protocol::Event::AccessGot))?;
    Some(Flag::new("R7", Severity::Amber, Because::of("vein-and-needle")).by(got.index, got.at))
}

/// R13: pain could not be assessed at the last check that asked.
fn pain(timeline: &Timeline<'_>) -> Option<Flag> {
    let (last, check) = timeline.checks().rfind(|(_, check)| check.pain.is_some())?;
    let open = check.pain == Some(Pain::NotAssessable);
    open.then(|| Flag::new("R13", Severity::Note, Because::of("pain-not-assessable")).by(last.index, last.at))
}

/// R14: skipped again and again, or a whole interval passed, undone.
fn neglected(view: &View<'_>) -> Vec<Flag> {
    let skips = view.timeline.protocol.value("flag.skips").unwrap_or(i64::MAX);
    let neglected = view.tasks.iter().filter_map(|task| {
        let skipped = i64::from(task.skips) >= skips;
        let passed = task.interval > 0
            && task.status != Status::Upcoming
            && view.now >= task.due_at.saturating_add(task.interval);
        if !skipped && !passed {
            return None;
        }
        let key = if skipped { "skipped-again" } else { "interval-passed" };
        let mut flag = Flag::new("R14", Severity::Amber, Because::with(key, task.step.as_str()));
        flag.step = Some(task.step.clone());
        Some(flag.by(task.from?, task.due_at))
    });
    neglected.collect()
}

const fn risky(class: Option<ProductClass>) -> bool {
    matches!(
        class,
        Some(ProductClass::Vesicant | ProductClass::Lipid | ProductClass::Hypertonic)
    )
}

/// R15: a vesicant, lipid or hypertonic product runs, or was given since the last check.
fn risky_product(timeline: &Timeline<'_>) -> Option<Flag> {
    if timeline.phase() == CasePhase::Closed {
        return None;
    }
    let flag = |mark: Mark, key, name: &str| {
        Flag::new("R15", Severity::Amber, Because::with(key, name)).by(mark.index, mark.at)
    };
    let running = timeline
        .products
        .iter()
        .rev()
        .find(|p| p.stop.is_none() && risky(p.class));
    if let Some(product) = running {
        return Some(flag(product.start, "risky-running", &product.name));
    }
    let mut given = timeline.each().rev().filter_map(|(h, payload)| match payload {
        Payload::GiveProduct(p) if risky(p.class) => Some((
            Mark {
                at: h.at,
                index: h.index,
            },
            p,
        )),
        _ => None,
    });
    let (given, product) = given.next()?;
    let checked = timeline
        .checks()
        .rev()
        .any(|(h, _)| (h.at, h.index) > (given.at, given.index));
    (!checked).then(|| flag(given, "risky-given", product.name.as_deref().unwrap_or_default()))
}

/// R18: the tip is not whole, or there was resistance at the removal.
fn removal_findings(timeline: &Timeline<'_>) -> Option<Flag> {
    let (mark, remove) = (timeline.removal?, timeline.remove()?);
    let because: Vec<Because> = [
        (remove.tip_intact == Some(false)).then_some(Because::of("tip-not-whole")),
        (remove.resistance == Some(true)).then_some(Because::of("removal-resistance")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if because.is_empty() {
        return None;
    }
    let flag = Flag {
        rule: "R18",
        severity: Severity::Red,
        because,
        raised_by: Vec::new(),
        since: None,
        step: None,
    };
    Some(flag.by(mark.index, mark.at))
}

/// R19: how the last pressing ended.
fn last_compression(timeline: &Timeline<'_>) -> Option<Flag> {
    let mut ended = timeline.pressings.iter().filter_map(|p| p.end);
    let (mark, end) = ended.rfind(|(_, end)| *end != PressingEnd::Interrupted)?;
    let (severity, key) = match end {
        PressingEnd::Full | PressingEnd::Interrupted => return None,
        PressingEnd::EarlyDry => (Severity::Note, "compression-early-dry"),
        PressingEnd::TooShort => (Severity::Amber, "compression-too-short"),
        PressingEnd::StillBleeding => (Severity::Amber, "compression-still-bleeding"),
    };
    Some(Flag::new("R19", severity, Because::of(key)).by(mark.index, mark.at))
}

/// R20: the phone.
fn phone(view: &View<'_>) -> Option<Flag> {
    if view.timeline.phase() == CasePhase::Closed {
        return None;
    }
    let phone = view.phone;
    let because: Vec<Because> = [
        (phone.clock_jumped, "clock-jumped"),
        (phone.time_uncertain, "time-uncertain"),
        (phone.reminders_can_fail, "reminders-can-fail"),
        (phone.storage_low, "storage-low"),
    ]
    .into_iter()
    .filter_map(|(holds, key)| holds.then_some(Because::of(key)))
    .collect();
    let flag = Flag {
        rule: "R20",
        severity: Severity::Amber,
        because,
        raised_by: Vec::new(),
        since: None,
        step: None,
    };
    (!flag.because.is_empty()).then_some(flag)
}

/// R23: what the record of a signed-off case lacks.
fn sign_off(timeline: &Timeline<'_>) -> Option<Flag> {
    timeline.closed?;
    let mut signed = timeline.each().filter_map(|(h, payload)| match payload {
        Payload::SignOff(sign_off) => Some((
            Mark {
                at: h.at,
                index: h.index,
            },
            sign_off,
        )),
        _ => None,
    });
    let (mark, sign_off) = signed.next_back()?;
    let insertion = timeline.insertion.map(|m| timeline.entry(m));
    let insert = timeline.insert();
    let author = insertion.is_some_and(|f| !f.entry.envelope.actor.name.trim().is_empty());
    let because: Vec<Because> = [
        (
            author || insert.is_some_and(|i| filled(&i.inserted_by)),
            "missing-inserter",
        ),
        (insertion.is_some(), "missing-insertion-time"),
        (insert.is_some_and(|i| i.site.is_some()), "missing-site"),
        (insert.is_some_and(|i| i.side.is_some()), "missing-side"),
        (insert.is_some_and(|i| filled(&i.device)), "missing-device"),
        (timeline.remove().is_some_and(|r| r.tip_intact.is_some()), "missing-tip"),
        (sign_off.advice_given == Some(true), "missing-advice"),
    ]
    .into_iter()
    .filter_map(|(there, key)| (!there).then_some(Because::of(key)))
    .collect();
    let flag = Flag {
        rule: "R23",
        severity: Severity::Note,
        because,
        raised_by: Vec::new(),
        since: None,
        step: None,
    };
    (!flag.because.is_empty()).then(|| flag.by(mark.index, mark.at))
}

/// R24: the handover was not accepted in time.
fn handover(view: &View<'_>) -> Option<Flag> {
    let protocol = view.timeline.protocol;
    let task = view
        .tasks
        .iter()
        .find(|task| waits_for_acceptance(protocol, task) && task.status != Status::Upcoming)?;
    Some(Flag::new("R24", Severity::Amber, Because::of("handover-waits")).by(task.from?, task.due_at))
}

/// Whether a task is a handover that somebody has to accept.
pub(super) fn waits_for_acceptance(protocol: &Protocol, task: &Task) -> bool {
    protocol
        .step(&task.step)
        .is_some_and(|step| matches!(step.schedule, Schedule::Handover { .. }))
}

/// R25: taken out with no antiseptic shortly before; not asked where it came out by itself.
fn no_antiseptic(timeline: &Timeline<'_>) -> Option<Flag> {
    let (mark, remove) = (timeline.removal?, timeline.remove()?);
    let before = timeline.protocol.value("flag.removal-antiseptic")?;
    let antiseptic = timeline.each().any(|(h, payload)| {
        let lately = h.at <= mark.at && mark.at.saturating_sub(h.at) <= before;
        lately && matches!(payload, Payload::RemovalAntiseptic(_))
    });
    let missed = !antiseptic && remove.came_out != Some(true);
    missed.then(|| Flag::new("R25", Severity::Note, Because::of("no-removal-antiseptic")).by(mark.index, mark.at))
}

/// R26: the device was found loose or out.
fn loose(timeline: &Timeline<'_>) -> Option<Flag> {
    if timeline.phase() != CasePhase::Dwelling {
        return None;
    }
    let (last, check) = timeline.checks().rfind(|(_, check)| check.firm.is_some())?;
    (check.firm == Some(false))
        .then(|| Flag::new("R26", Severity::Red, Because::of("device-loose")).by(last.index, last.at))
}

/// R27: a product that ran at the removal still runs.
fn running_at_removal(timeline: &Timeline<'_>) -> Option<Flag> {
    let removal = timeline.removal.filter(|_| timeline.phase() == CasePhase::Removed)?;
    let product = timeline
        .products
        .iter()
        .find(|p| p.start < removal && p.stop.is_none())?;
    Some(
        Flag::new(
            "R27",
            Severity::Amber,
            Because::with("still-running", product.name.as_str()),
        )
        .by(removal.index, removal.at),
    )
}
