//! An open store with the key that opened it, and the case that somebody means.

use std::path::Path;

use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::protocol::Protocols;
use marrow::engine::time::ClockSample;
use marrow::engine::view::{CaseView, Header};
use marrow::{Marrow, OpenOptions, StoreError};

use crate::context::{Context, database};
use crate::failure::{Failure, Result};
use crate::keep::{self, Kept, Place, Wish};
use crate::term::{Text, fold};
use crate::trouble;

/// Shorter beginnings of an id would too easily be a bed's number.
const SHORTEST: usize = 4;

/// An open store.
pub struct Desk {
    /// The store.
    pub marrow: Marrow,
    /// The key that opened it.
    pub kept: Kept,
}

impl Desk {
    /// Opens the store, which must be there.
    pub fn open(context: &Context) -> Result<Self> {
        let folder = &context.store;
        match keep::find(folder, context.say)? {
            Some(kept) => Self::with(kept, folder, false, context),
            None if database(folder).exists() => Err(no_key(context)),
            None => Err(trouble::of_store(StoreError::NotFound, folder, context)),
        }
    }

    /// Opens the store, or makes it with a key of its own.
    pub fn open_or_make(context: &Context) -> Result<Self> {
        let folder = &context.store;
        let kept = match keep::find(folder, context.say)? {
            Some(kept) => kept,
            None if database(folder).exists() => return Err(no_key(context)),
            None => {
                let kept = keep::make(folder, Wish::from_env(context.say)?, context.say)?;
                announce(&kept, folder, context);
                kept
            }
        };
        Self::with(kept, folder, true, context)
    }

    /// Makes a store in a folder where there is none, and says nothing about it.
    pub fn make_quietly(folder: &Path, wish: Wish, context: &Context) -> Result<Self> {
        Self::with(keep::make(folder, wish, context.say)?, folder, true, context)
    }

    fn with(kept: Kept, folder: &Path, make: bool, context: &Context) -> Result<Self> {
        let options = OpenOptions {
            path: &database(folder),
            key: kept.secrets.key(),
            secret: kept.secrets.secret(),
            fresh: keep::random()?,
            high_water: kept.mark,
            protocols: Protocols::shipped(),
        };
        let opened = if make {
            Marrow::open(options)
        } else {
            Marrow::open_existing(options)
        };
        let marrow = opened.map_err(|error| match error {
            marrow::Error::Store(error) => trouble::of_store(error, folder, context),
            other => trouble::explain(&other, context),
        })?;
        let desk = Self { marrow, kept };
        // A rollback that was noticed moves the mark on.
        desk.keep_mark();
        Ok(desk)
    }

    /// Keeps the mark outside of the database, after every write.
    pub fn keep_mark(&self) {
        self.kept.keep_mark(self.marrow.mark());
    }

    /// The case that somebody means: by its id, the beginning of its id, or its alias.
    pub fn case(&mut self, typed: &str, now: &ClockSample, context: &Context) -> Result<(CaseId, Header)> {
        let board = self
            .marrow
            .board(context.say.lang, now)
            .map_err(|e| trouble::explain(&e, context))?;
        let open: Vec<Header> = board.open.into_iter().map(|row| row.header).collect();
        let found = meant(typed, &open, &board.closed);
        let one = match found.as_slice() {
            [one] => *one,
            [] => return Err(unknown(typed, &open, &board.closed, context)),
            several => return Err(ambiguous(typed, several, context)),
        };
        let id = one
            .case
            .parse()
            .map_err(|_| Failure::new(context.say.get("terminal.case.none")))?;
        Ok((id, one.clone()))
    }

    /// An entry of a case, by its id or the beginning of it.
    pub fn entry(&mut self, typed: &str, case: &CaseView, context: &Context) -> Result<EntryId> {
        let typed = typed.trim().to_lowercase();
        let matches: Vec<_> = case
            .record
            .iter()
            .filter(|entry| entry.id.starts_with(&typed))
            .collect();
        let found = match matches.as_slice() {
            [one] if typed.len() >= SHORTEST => one.id.parse().ok(),
            _ => None,
        };
        found.ok_or_else(|| {
            let places = [("typed", typed.as_str())];
            let key = if matches.len() > 1 {
                "terminal.entry.several"
            } else {
                "terminal.entry.none"
            };
            let (marrow, alias) = (&context.program, crate::context::quoted(&case.header.alias));
            Failure::new(context.say.fill(key, &places))
                .hint(
                    context
                        .say
                        .fill("terminal.entry.hint", &[("marrow", marrow), ("case", &alias)]),
                )
                .kind("unknown-entry")
        })
    }
}

/// The open cases that something typed fits; the closed ones only where none does.
fn meant<'h>(typed: &str, open: &'h [Header], closed: &'h [Header]) -> Vec<&'h Header> {
    let word = fold(typed);
    let by_alias = |header: &&Header| fold(&header.alias) == word;
    let by_id =
        |header: &&Header| typed.trim().len() >= SHORTEST && header.case.starts_with(&typed.trim().to_lowercase());
    let fits = |headers: &'h [Header]| headers.iter().filter(|h| by_alias(h) || by_id(h)).collect::<Vec<_>>();
    let exact = open
        .iter()
        .chain(closed)
        .find(|h| h.case == typed.trim().to_lowercase());
    if let Some(exact) = exact {
        return vec![exact];
    }
    let found = fits(open);
    if found.is_empty() { fits(closed) } else { found }
}

fn unknown(typed: &str, open: &[Header], closed: &[Header], context: &Context) -> Failure {
    let say = context.say;
    let failure = Failure::new(say.fill("terminal.case.unknown", &[("typed", typed)])).kind("unknown-case");
    let aliases = open.iter().chain(closed).map(|header| header.alias.as_str());
    let hint = match crate::args::nearest(typed, aliases) {
        Some(near) => say.fill("terminal.near", &[("near", &crate::context::quoted(near))]),
        None => say.fill("terminal.case.list", &[("marrow", &context.program)]),
    };
    failure.hint(hint)
}

fn ambiguous(typed: &str, several: &[&Header], context: &Context) -> Failure {
    let ids: Vec<String> = several
        .iter()
        .map(|header| {
            format!(
                "{} ({})",
                &header.case[..8],
                header.place.clone().unwrap_or_else(|| header.phase_text.clone())
            )
        })
        .collect();
    Failure::new(context.say.fill("terminal.case.several", &[("typed", typed)]))
        .hint(context.say.fill("terminal.case.which", &[("ids", &ids.join(", "))]))
        .kind("unknown-case")
}

fn no_key(context: &Context) -> Failure {
    let (folder, say) = (context.store.display().to_string(), context.say);
    Failure::new(say.fill("terminal.key.missing", &[("folder", &folder)]))
        .hint(say.get("terminal.key.missing.hint"))
        .kind("key")
}

/// Says once, when it is made, where the key is.
fn announce(kept: &Kept, folder: &Path, context: &Context) {
    let (folder_shown, file) = (
        folder.display().to_string(),
        keep::key_file(folder).display().to_string(),
    );
    let say = context.say;
    let key = match kept.place {
        Place::File => say.fill("terminal.key.made-file", &[("file", &file)]),
        Place::Keyring(_) => say.get("terminal.key.made-keyring"),
    };
    let made = say.fill("terminal.store.made", &[("folder", &folder_shown)]);
    context.out.talk(&[Text::plain(made), Text::plain(key)]);
}
