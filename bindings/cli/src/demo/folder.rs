//! The demo's folder: new, empty, or a former demo's, of which only its own files are replaced.

use std::fs;
use std::io;
use std::path::Path;

use crate::context::{Context, quoted};
use crate::failure::{Failure, Result};
use crate::keep::file;

/// The nursing sheet.
pub const SHEET: &str = "nursing-sheet.html";
/// The plan of reminders.
pub const REMINDERS: &str = "reminders.json";
/// The case.
pub const CASE: &str = "case.json";

/// Says that the folder is a demo's.
const MARKER: &str = "this-is-a-demo.txt";
const STORE: &[&str] = &[
    "marrow.db",
    "marrow.db-wal",
    "marrow.db-shm",
    "marrow.db-journal",
    "marrow.db.keycheck",
    "marrow.key",
    "marrow.mark",
];

/// Makes the folder ready, or refuses: a real store, or anybody's files, are never written over.
pub fn prepare(folder: &Path, context: &Context) -> Result<()> {
    let trouble = |error: &io::Error| file::trouble(folder, error, context.say);
    let marker = folder.join(MARKER);
    if folder.exists() && !folder.is_dir() {
        return Err(refused(folder, context));
    }
    file::make_folder(folder).map_err(|e| trouble(&e))?;
    let empty = fs::read_dir(folder).map_err(|e| trouble(&e))?.next().is_none();
    if !empty && !marker.is_file() {
        return Err(refused(folder, context));
    }
    clear(folder).map_err(|e| trouble(&e))?;
    file::replace(&marker, context.say.get("terminal.demo.marker").as_bytes()).map_err(|e| trouble(&e))
}

fn refused(folder: &Path, context: &Context) -> Failure {
    let shown = folder.display().to_string();
    let places = [("folder", shown.as_str())];
    let other = format!("{shown}-2");
    Failure::new(context.say.fill("terminal.demo.not-empty", &places))
        .hint(context.say.fill(
            "terminal.demo.not-empty.hint",
            &[("marrow", &context.program), ("folder", &quoted(&other))],
        ))
        .kind("not-empty")
}

/// Takes away what a former demo made, by name, and nothing else.
fn clear(folder: &Path) -> io::Result<()> {
    let medic = folder.join(super::MEDIC);
    let own = STORE
        .iter()
        .map(|name| folder.join(name))
        .chain(STORE.iter().map(|name| medic.join(name)));
    let papers = [SHEET, REMINDERS, CASE, MARKER].map(|name| folder.join(name));
    for path in own.chain(papers) {
        match fs::remove_file(path) {
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(error);
            }
            _ => {}
        }
    }
    Ok(())
}
