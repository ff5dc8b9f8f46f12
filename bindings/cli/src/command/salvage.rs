//! `marrow salvage`: sets a damaged file aside and takes along what can still be read of it.
//!
//! Nothing is done without `--yes`, and nothing at all to a store that is whole.

use chrono::TimeZone;
use clap::{ArgMatches, Command};
use marrow::engine::time::Ms;
use marrow::{Error, StoreError};
use serde_json::json;

use crate::args::{described, flag};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::Text;
use crate::{keep, trouble};

pub fn command(say: Say) -> Command {
    described(Command::new("salvage"), say, "terminal.help.salvage").arg(flag("yes", say, "terminal.help.yes"))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let say = context.say;
    if whole(context)? {
        if context.out.json {
            context.out.json(&json!({ "whole": true }))?;
        } else {
            context.out.data(&[Text::plain(say.get("terminal.salvage.whole"))])?;
        }
        return Ok(0);
    }
    let folder = context.store.display().to_string();
    let stamp = stamp(context.now().wall_ms, say);
    if !matches.get_flag("yes") {
        let places = [("folder", folder.as_str()), ("stamp", &stamp)];
        if context.out.json {
            context
                .out
                .json(&json!({ "whole": false, "done": false, "stamp": stamp }))?;
        } else {
            let lines = Text::plain(say.fill("terminal.salvage.would", &places)).wrap(context.out.columns);
            context.out.data(&lines)?;
        }
        let again = say.fill(
            "terminal.salvage.again",
            &[
                ("marrow", &context.program),
                ("folder", &crate::context::quoted(&folder)),
            ],
        );
        return Err(Failure::new(say.get("terminal.salvage.nothing-done"))
            .hint(again)
            .kind("not-told-to"));
    }
    let kept = keep::find(&context.store, say)?
        .ok_or_else(|| trouble::of_store(StoreError::NotFound, &context.store, context))?;
    let rescue =
        marrow::rescue(&context.database(), &kept.secrets.key(), &stamp).map_err(|e| trouble::explain(&e, context))?;
    let aside = rescue.aside.display().to_string();
    if context.out.json {
        context.out.json(&json!({
            "whole": false, "done": true, "aside": aside, "saved": rescue.saved, "after_a_hole": rescue.after_a_hole,
        }))?;
        return Ok(0);
    }
    let places = [
        ("n", rescue.saved.to_string()),
        ("aside", aside),
        ("holes", rescue.after_a_hole.to_string()),
    ];
    let places: Vec<(&str, &str)> = places.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let mut lines = vec![
        Text::plain(say.fill("terminal.salvage.saved", &places)),
        Text::plain(say.fill("terminal.salvage.aside", &places)),
    ];
    if rescue.after_a_hole > 0 {
        lines.push(Text::plain(say.fill("terminal.salvage.holes", &places)));
    }
    context.out.data(&lines)?;
    Ok(0)
}

/// Whether the store opens and every chain holds. Only damage is worth a rescue: a wrong key or a
/// full disk is told as what it is.
fn whole(context: &Context) -> Result<bool> {
    let mut desk = match Desk::open(context) {
        Ok(desk) => desk,
        Err(failure) if failure.kind == "damaged" => return Ok(false),
        Err(failure) => return Err(failure),
    };
    match desk.marrow.verify() {
        Ok(found) => Ok(found.fault.is_none()),
        Err(Error::Store(StoreError::Damaged)) => Ok(false),
        Err(other) => Err(trouble::explain(&other, context)),
    }
}

/// `20260304-141005`, for the name of the file that is set aside.
fn stamp(at: Ms, say: Say) -> String {
    let utc = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
    say.zone
        .from_utc_datetime(&utc.naive_utc())
        .format("%Y%m%d-%H%M%S")
        .to_string()
}
