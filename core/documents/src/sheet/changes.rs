//! What each amendment changed: from which value, to which, and whether that is the one that holds.
//!
//! An amendment is read against what its writer had seen, so that of two that were written without
//! knowledge of each other both are shown as what they were meant to be.

use marrow_engine::entry::payload::Amend;
use marrow_engine::entry::{Payload, apply_patch};
use marrow_engine::fold::Folded;
use marrow_engine::text;
use marrow_engine::time::Ms;
use marrow_engine::vocabulary::Precision;

use super::Sheet;
use super::items::{self, Item};
use crate::line::{Line, Words};

/// One amendment of an entry.
pub(super) struct Change<'a> {
    /// The amending entry.
    pub by: &'a Folded,
    /// Why, as typed.
    pub reason: Option<&'a str>,
    /// What it set, a line a field.
    pub set: Vec<Line>,
}

/// The amendments of an entry that are not struck, in causal order.
pub(super) fn of<'a>(sheet: &Sheet<'a>, folded: &Folded) -> Vec<Change<'a>> {
    let entries = sheet.entries();
    let amendments = folded
        .amended_by
        .iter()
        .filter_map(|i| Some((&entries[*i], amend(&entries[*i])?)));
    amendments
        .map(|(by, amend)| Change {
            by,
            reason: amend.reason.as_deref().filter(|reason| !reason.trim().is_empty()),
            set: set(sheet, folded, by, amend),
        })
        .collect()
}

/// Whether two of an entry's amendments were written without knowledge of each other.
pub(super) fn concurrent(sheet: &Sheet<'_>, folded: &Folded) -> bool {
    let entries = sheet.entries();
    let by = &folded.amended_by;
    let unseen = |a: &usize, b: &usize| a != b && !entries[*a].saw(&entries[*b]) && !entries[*b].saw(&entries[*a]);
    by.iter().any(|a| by.iter().any(|b| unseen(a, b)))
}

fn amend(folded: &Folded) -> Option<&Amend> {
    match folded.payload() {
        Some(Payload::Amend(amend)) => Some(amend),
        _ => None,
    }
}

fn set(sheet: &Sheet<'_>, folded: &Folded, by: &Folded, amend: &Amend) -> Vec<Line> {
    let mut lines = fields(sheet, folded, by, amend);
    if let Some(ms) = amend.performed_at_ms {
        let frame = sheet.look.timeline.frame;
        let offset = folded.entry.envelope.recorded.offset_s;
        let (new, old) = (by.when_of(ms).at(frame), time_before(sheet, folded, by));
        let shown = |at: Ms| Line::say(sheet.times.full_in(at, offset));
        if new != old {
            let holds = sheet.happened_at(folded) == new;
            lines.push(change(
                sheet,
                sheet.t("field.performed_at_ms"),
                Some(shown(old)),
                Some(shown(new)),
                holds,
            ));
        }
    }
    if let Some(precision) = amend.precision {
        let word = |p: Precision| Line::say(text::get(sheet.lang, &format!("word.precision.{}", p.word())));
        let old = folded.entry.envelope.precision;
        let holds = folded.precision == precision;
        if old != precision {
            lines.push(change(
                sheet,
                sheet.t("field.precision"),
                Some(word(old)),
                Some(word(precision)),
                holds,
            ));
        }
    }
    lines
}

/// The entry's bytes as the writer of an amendment had them before her.
fn bytes_before(sheet: &Sheet<'_>, folded: &Folded, by: &Folded) -> Vec<u8> {
    let entries = sheet.entries();
    let seen = folded
        .amended_by
        .iter()
        .map(|i| &entries[*i])
        .filter(|other| by.saw(other));
    let first = folded.entry.envelope.payload.bytes().into_owned();
    seen.filter_map(amend)
        .fold(first, |bytes, amend| apply_patch(&bytes, &amend.patch))
}

fn time_before(sheet: &Sheet<'_>, folded: &Folded, by: &Folded) -> Ms {
    let (entries, frame) = (sheet.entries(), sheet.look.timeline.frame);
    let seen = folded
        .amended_by
        .iter()
        .rev()
        .map(|i| &entries[*i])
        .filter(|other| by.saw(other));
    let mut times = seen.filter_map(|other| Some(other.when_of(amend(other)?.performed_at_ms?).at(frame)));
    let first = folded.entry.envelope.performed_at_ms;
    times.next().unwrap_or_else(|| folded.when_of(first).at(frame))
}

fn fields(sheet: &Sheet<'_>, folded: &Folded, by: &Folded, amend: &Amend) -> Vec<Line> {
    let envelope = &folded.entry.envelope;
    let read = |bytes: &[u8]| Payload::from_cbor(envelope.kind, envelope.kind_version, bytes);
    let before = bytes_before(sheet, folded, by);
    let (Some(old), Some(new)) = (read(&before), read(&apply_patch(&before, &amend.patch))) else {
        return Vec::new();
    };
    let holds = folded
        .payload()
        .map(|payload| items::of(sheet, payload))
        .unwrap_or_default();
    let (old, new) = (items::of(sheet, &old), items::of(sheet, &new));
    let value = |items: &[Item], key: &str| items.iter().find(|item| item.key == key).and_then(|i| i.value.clone());
    let taken_away = old.iter().filter(|was| !new.iter().any(|item| item.key == was.key));
    let touched = new.iter().chain(taken_away);
    touched
        .filter(|item| value(&old, &item.key) != value(&new, &item.key))
        .map(|item| {
            let (old, new) = (value(&old, &item.key), value(&new, &item.key));
            let in_force = value(&holds, &item.key) == new;
            change(sheet, item.label.clone().into(), old, new, in_force)
        })
        .collect()
}

/// "Pain: ~~3~~ → **4**"; what does not hold is not bold and says so.
fn change(sheet: &Sheet<'_>, label: Words, old: Option<Line>, new: Option<Line>, holds: bool) -> Line {
    let label = Line::say(format!("{label}: "));
    let old = old.map_or_else(|| sheet.not_recorded(), Line::struck);
    let new = new.unwrap_or_else(|| sheet.not_recorded());
    let line = label.and(old).then(" → ");
    if holds {
        line.and(new.strong())
    } else {
        line.and(new)
            .then(" (")
            .and(sheet.say("sheet.amended.not-in-force"))
            .then(")")
    }
}
