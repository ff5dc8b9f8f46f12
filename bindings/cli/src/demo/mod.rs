//! The demo: one needle from the street to the ward, played into real encrypted stores.
//!
//! The story lies in `story.json`, in the scenario format with scenes around it. It is moved in time
//! so that it ends now: the commands that come after it use the real clock. Everybody in it is made
//! up.

mod folder;
mod story;

use std::path::Path;

use marrow::Marrow;
use marrow::engine::id::CaseId;
use marrow::engine::reminders::{Plan, PlatformCaps};
use marrow::engine::time::MINUTE;

pub use folder::prepare;
pub use story::{Scene, Story};

use crate::context::Context;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::keep::{Wish, file};
use crate::replay::{Instant, Phone, Player};
use crate::trouble;

/// The phones of the story; the ward's store is the one that stays in the folder.
pub const MEDIC: &str = "medic";
pub const WARD: &str = "ward";

/// When the story ends: the minute that has just begun.
pub fn end(context: &Context) -> Instant {
    let now = context.now().wall_ms;
    Instant(now - now.rem_euclid(MINUTE))
}

/// The two stores in the folder, each with a key of its own beside it.
pub struct Stores {
    kept: Vec<(&'static str, crate::keep::Kept)>,
}

impl Stores {
    /// Makes both, and gives their phones to the player.
    pub fn make(folder: &Path, player: &mut Player<'_>, start: Instant, context: &Context) -> Result<Self> {
        let mut kept = Vec::new();
        for (name, folder) in [(MEDIC, folder.join(MEDIC)), (WARD, folder.to_owned())] {
            let desk = Desk::make_quietly(&folder, Wish::File, context)?;
            player
                .phones
                .insert(name.to_owned(), Phone::with(desk.marrow, context.say.zone, start));
            kept.push((name, desk.kept));
        }
        Ok(Self { kept })
    }

    /// Keeps the marks, as every command does after it wrote.
    pub fn keep_marks(&self, player: &Player<'_>) {
        for (name, kept) in &self.kept {
            if let Some(phone) = player.phones.get(*name) {
                kept.keep_mark(phone.marrow.mark());
            }
        }
    }
}

/// What the story's phone would hold at a moment.
pub fn plan(player: &mut Player<'_>, phone: &str, at: Instant, context: &Context) -> Result<Plan> {
    let phone = player
        .phones
        .get_mut(phone)
        .ok_or_else(|| Failure::new("no such phone"))?;
    let now = phone.sample(at);
    let planned = phone.marrow.reminders(&PlatformCaps::android(), context.say.lang, &now);
    planned.map(|(plan, _)| plan).map_err(|e| trouble::explain(&e, context))
}

/// Writes the papers of the ward's first case.
pub fn papers(folder: &Path, ward: &mut Marrow, case: CaseId, context: &Context) -> Result<()> {
    let (now, lang) = (context.now(), context.say.lang);
    let sheet = ward
        .sheet(case, lang, &now, true)
        .map_err(|e| trouble::explain(&e, context))?;
    let view = ward.case(case, lang, &now).map_err(|e| trouble::explain(&e, context))?;
    let (plan, _) = ward
        .reminders(&PlatformCaps::android(), lang, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    let json =
        |value: serde_json::Result<String>| value.map(|json| json + "\n").map_err(|e| Failure::new(e.to_string()));
    for (name, content) in [
        (folder::SHEET, sheet),
        (folder::REMINDERS, json(serde_json::to_string_pretty(&plan))?),
        (folder::CASE, json(serde_json::to_string_pretty(&view))?),
    ] {
        let path = folder.join(name);
        file::replace(&path, content.as_bytes()).map_err(|error| file::trouble(&path, &error, context.say))?;
    }
    Ok(())
}
