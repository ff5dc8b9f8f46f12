//! The state of every case on every phone at a moment, as JSON.

use marrow::engine::assess::Assessment;
use marrow::engine::text::Lang;
use marrow::engine::view::{FlagView, TaskView, source_text};
use serde_json::{Value, json};

use super::check::shown;
use super::phone::Phone;
use super::player::Player;
use super::scenario::Instant;
use crate::failure::Result;

/// `{"at", "cases": [{"case", "phone", "phase", "limit_at", "limit_source", "tasks": […], "flags": […]}]}`
pub fn state(player: &mut Player<'_>, at: Instant) -> Result<Value> {
    let zone = player.scenario.zone.clone();
    let lang: Lang = player.scenario.lang.parse().unwrap_or_default();
    let names: Vec<(marrow::engine::id::CaseId, String)> = player
        .phones
        .values()
        .flat_map(|phone| phone.marrow.case_ids())
        .map(|id| (id, player.name_of(id).map_or_else(|| id.to_string(), str::to_owned)))
        .collect();
    let mut cases = Vec::new();
    for (phone_name, phone) in &mut player.phones {
        let now = phone.sample(at);
        let mut ids: Vec<_> = phone
            .marrow
            .case_ids()
            .into_iter()
            .map(|id| (name(&names, id), id))
            .collect();
        ids.sort();
        for (case_name, id) in ids {
            let told = phone
                .marrow
                .with_case(id, &now, |look, _| told(look, lang, now.wall_ms))?;
            cases.push(in_true_time(told, phone, &zone, &case_name, phone_name));
        }
    }
    Ok(json!({ "at": shown(at, &zone), "cases": cases }))
}

fn name(names: &[(marrow::engine::id::CaseId, String)], id: marrow::engine::id::CaseId) -> String {
    names
        .iter()
        .find(|(other, _)| *other == id)
        .map_or_else(|| id.to_string(), |(_, name)| name.clone())
}

struct Told {
    phase: &'static str,
    limit: Option<(i64, String)>,
    tasks: Vec<TaskView>,
    flags: Vec<FlagView>,
}

fn told(look: &Assessment<'_>, lang: Lang, now: i64) -> Told {
    Told {
        phase: look.timeline.phase().word(),
        limit: look
            .limit
            .as_ref()
            .map(|limit| (limit.at, source_text(&limit.source, lang))),
        tasks: look
            .tasks
            .iter()
            .map(|task| TaskView::of(task, &look.timeline.case.protocol, lang, now))
            .collect(),
        flags: look
            .flags
            .iter()
            .map(|flag| FlagView::of(flag, None, look, lang))
            .collect(),
    }
}

fn in_true_time(told: Told, phone: &Phone, zone: &str, case: &str, phone_name: &str) -> Value {
    let time = |wall: i64| shown(phone.truth(wall), zone);
    let task = |t: TaskView| {
        json!({
            "step": t.step, "status": t.status, "due_at": time(t.due_at_ms), "since_at": t.since_at_ms.map(time),
            "interval_s": t.interval_s, "source": t.source,
        })
    };
    let flag = |f: FlagView| {
        json!({
            "rule": f.rule, "severity": f.severity, "text": f.text, "raised_by": f.raised_by, "clears_when": f.clears_when,
        })
    };
    json!({
        "case": case,
        "phone": phone_name,
        "phase": told.phase,
        "limit_at": told.limit.as_ref().map(|(at, _)| time(*at)),
        "limit_source": told.limit.map(|(_, source)| source),
        "tasks": told.tasks.into_iter().map(task).collect::<Vec<_>>(),
        "flags": told.flags.into_iter().map(flag).collect::<Vec<_>>(),
    })
}
