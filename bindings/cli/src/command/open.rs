//! `marrow open`: opens a case, and makes the store where there is none yet.

use clap::{ArgMatches, Command};
use marrow::engine::entry::Kind;
use marrow::engine::id::CaseId;
use serde_json::json;

use super::record::{self, Told};
use crate::args::{described, flag, kind_fields, when};
use crate::context::Context;
use crate::desk::Desk;
use crate::failure::Result;
use crate::say::Say;
use crate::{form, keep, trouble};

pub fn command(say: Say) -> Command {
    described(Command::new("open"), say, "terminal.help.open")
        .args(kind_fields(Kind::OpenCase, say))
        .args(when(say))
        .arg(flag("preview", say, "terminal.help.preview"))
}

pub fn run(context: &Context, matches: &ArgMatches) -> Result<u8> {
    let form = form::form(Kind::OpenCase, matches, context)?;
    let payload = form::payload(Kind::OpenCase, form, context)?;
    let now = context.now();
    let command = form::command(new_case()?, payload, matches, &now, context)?;
    // A case without an alias is refused before a store is made for it.
    if matches
        .get_one::<String>("alias")
        .is_none_or(|alias| alias.trim().is_empty())
    {
        let refusal = marrow::engine::record::Refusal::of("missing-field").with("field", "alias");
        return Err(trouble::refused(&refusal, context));
    }
    let mut desk = Desk::open_or_make(context)?;
    if matches.get_flag("preview") {
        return record::preview(&mut desk, &command, &now, context);
    }
    let outcome = desk
        .marrow
        .dispatch(&command, &now)
        .map_err(|e| trouble::explain(&e, context))?;
    desk.keep_mark();
    let told = Told::of(&outcome, &mut desk, &now, context)?;
    context.out.json(&if context.out.json {
        told.json(true)
    } else {
        json!({ "case": outcome.case })
    })?;
    told.talk(context);
    Ok(0)
}

/// A random UUID.
fn new_case() -> Result<CaseId> {
    let mut id: [u8; 16] = keep::random()?;
    id[6] = id[6] & 0x0f | 0x40;
    id[8] = id[8] & 0x3f | 0x80;
    Ok(CaseId(id))
}
