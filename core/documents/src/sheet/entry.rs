//! What an entry says, in words: what happened, what was found, what became of it since.

use marrow_engine::course::Turn;
use marrow_engine::entry::{Kind, Payload};
use marrow_engine::fold::{Folded, PressingEnd};
use marrow_engine::record::UNDO;
use marrow_engine::time::Ms;

use super::words::lower;
use super::{Sheet, changes, check, items, missed};
use crate::line::Line;

/// What the forms of the needle's way in and out ask for: said where it is not on record.
const ASKED: &[(Kind, &[&str])] = &[
    (
        Kind::Insert,
        &[
            "needle_mm",
            "lot",
            "setting",
            "indication",
            "antiseptic",
            "local_anaesthetic",
            "confirmation",
            "flush_ml",
            "dressing",
            "circumference_cm",
            "wristband",
        ],
    ),
    (
        Kind::Remove,
        &["resistance", "tip_intact", "bleeding", "second_checker"],
    ),
];

/// The lines of an entry; `day` is a moment of the day it stands under.
pub(super) fn lines(sheet: &Sheet<'_>, index: usize, day: Ms) -> Vec<Line> {
    let main = main_line(sheet, index);
    let stands = sheet.entries()[index].stands();
    let main = if stands { main } else { main.struck() };
    [main].into_iter().chain(notes(sheet, index, day)).collect()
}

/// What happened, and its values.
pub(super) fn main_line(sheet: &Sheet<'_>, index: usize) -> Line {
    let (folded, view) = (&sheet.entries()[index], &sheet.view.record[index]);
    let mut title = Line::say(view.title.clone());
    let Some(payload) = folded.payload() else {
        return title.strong().then(". ").and(sheet.say("sheet.entry-unreadable"));
    };
    let mut items = items::of_entry(sheet, index);
    let is_check = payload.kind() == Kind::Check;
    if is_check && items.first().is_some_and(|item| item.key == "context") {
        title = title.then(", ").and(items.remove(0).line());
    }
    let lines = if is_check {
        check::lines(sheet, &items)
    } else {
        items.iter().map(items::Item::line).collect()
    };
    let said = Line::join(lines, " · ");
    if said.0.is_empty() {
        return title.strong();
    }
    let stop = if title.plain().ends_with('?') { " " } else { ". " };
    title.strong().then(stop).and(said.capital())
}

fn notes(sheet: &Sheet<'_>, index: usize, day: Ms) -> Vec<Line> {
    let (folded, view) = (&sheet.entries()[index], &sheet.view.record[index]);
    let mut notes = Vec::new();
    if folded.stands() {
        notes.extend(unrecorded(sheet, folded));
        if !view.missing.is_empty() {
            let missing: Vec<String> = view.missing.iter().map(|label| lower(label)).collect();
            let list = Line::say(missing.join(", "));
            notes.push(sheet.fill("sheet.check.missing", &[("list", list)]).strong());
        }
        notes.extend(pressed(sheet, index));
    }
    notes.extend(of_the_kind(sheet, index));
    if let Some(reason) = &view.late_reason {
        let key = if view.late {
            "sheet.why-late"
        } else {
            "sheet.why-not-in-time"
        };
        notes.push(sheet.fill(key, &[("why", Line::typed(reason.as_str()))]));
    }
    notes.extend(amended(sheet, folded, day));
    notes.extend(struck(sheet, folded, day));
    notes
}

pub(super) fn unrecorded(sheet: &Sheet<'_>, folded: &Folded) -> Option<Line> {
    let payload = folded.payload()?;
    let (_, asked) = ASKED.iter().find(|(kind, _)| *kind == payload.kind())?;
    let form = payload.to_json();
    let absent: Vec<String> = asked
        .iter()
        .filter(|field| !form.contains_key(**field))
        .map(|field| lower(&marrow_engine::view::field_label(field, sheet.lang)))
        .collect();
    let list = Line::say(absent.join(", "));
    (!absent.is_empty()).then(|| sheet.fill("sheet.not-recorded-list", &[("list", list)]))
}

/// How long somebody pressed, and whether that counts.
pub(super) fn pressed(sheet: &Sheet<'_>, index: usize) -> Option<Line> {
    let pressings = sheet.look.timeline.pressings.iter();
    let (pressing, mark, how) = pressings
        .filter_map(|p| p.end.map(|(mark, how)| (p, mark, how)))
        .find(|(_, mark, _)| mark.index == index)?;
    let long = sheet.times.span_to_the_second(mark.at - pressing.start.at);
    let (long, needed) = (Line::say(long), Line::say(sheet.times.span(pressing.needed)));
    let line = sheet.fill("sheet.pressed.for", &[("long", long), ("needed", needed)]);
    let verdict = match how {
        PressingEnd::Full => return Some(line.then(": ").and(sheet.say("sheet.pressed.full"))),
        PressingEnd::EarlyDry => "sheet.pressed.early-dry",
        PressingEnd::TooShort => "sheet.pressed.too-short",
        PressingEnd::StillBleeding => "sheet.pressed.still-bleeding",
        PressingEnd::Interrupted => "sheet.pressed.interrupted",
    };
    Some(line.then(": ").and(sheet.say(verdict).strong()))
}

/// What a kind says beside its fields.
fn of_the_kind(sheet: &Sheet<'_>, index: usize) -> Option<Line> {
    let case = sheet.look.timeline.case;
    match case.entries[index].payload()? {
        Payload::MovePolicy(_) => {
            let pin = case.pins.iter().find(|(i, _)| *i == index);
            Some(pin.map_or_else(
                || sheet.say("sheet.policy.foreign"),
                |(_, protocol)| super::policy::name(sheet, protocol),
            ))
        }
        Payload::Acknowledge(ack) => {
            let at = case.entries[index]
                .when_of(ack.due_at_ms?)
                .at(sheet.look.timeline.frame);
            let line = Line::say(format!("{}: {}", sheet.t("field.due_at_ms"), sheet.times.full(at)));
            Some(line)
        }
        Payload::Skip(_) => {
            let by_this = |turn: &&Turn| turn.ended.is_some_and(|ended| ended.by == index);
            let turn = sheet.course().turns.iter().find(by_this)?;
            let due = sheet.times.full(missed::due_again(sheet, turn)?);
            Some(sheet.fill("sheet.missed.back", &[("when", Line::say(due))]))
        }
        Payload::Amend(_) => Some(sheet.say("sheet.amended.see-there")),
        _ => None,
    }
}

fn amended(sheet: &Sheet<'_>, folded: &Folded, day: Ms) -> Vec<Line> {
    let changes = changes::of(sheet, folded);
    let mut lines: Vec<Line> = changes
        .iter()
        .map(|change| {
            let mut line = sheet.fill("sheet.amended.line", &who_and_when(sheet, change.by, day));
            if let Some(reason) = change.reason {
                line = line.then(", ").and(Line::typed(reason));
            }
            if change.set.is_empty() {
                return line;
            }
            line.then(". ").and(Line::join(change.set.clone(), " · "))
        })
        .collect();
    if changes::concurrent(sheet, folded) {
        lines.push(sheet.say("sheet.amended.concurrent"));
    }
    lines
}

fn struck(sheet: &Sheet<'_>, folded: &Folded, day: Ms) -> Vec<Line> {
    let strikes = folded.struck_by.iter().map(|i| &sheet.entries()[*i]);
    let mut lines: Vec<Line> = strikes
        .map(|strike| {
            let reason = match strike.payload() {
                Some(Payload::Strike(strike)) => strike.reason.as_deref().unwrap_or_default().trim(),
                _ => "",
            };
            let why = match reason {
                "" => sheet.say("sheet.no-reason"),
                UNDO => sheet.say("sheet.undone"),
                reason => Line::typed(reason),
            };
            let mut places = who_and_when(sheet, strike, day);
            places.push(("why", why));
            sheet.fill("sheet.struck.line", &places)
        })
        .collect();
    if !lines.is_empty() {
        lines.extend(counts(sheet, folded, day));
    }
    lines
}

/// What counts since an entry was struck of which a case has but one. Of others nothing says what replaces them.
fn counts(sheet: &Sheet<'_>, folded: &Folded, day: Ms) -> Option<Line> {
    let timeline = &sheet.look.timeline;
    let mark = match folded.payload()?.kind() {
        Kind::Insert => timeline.insertion,
        Kind::Remove => timeline.removal,
        Kind::SignOff | Kind::EndCase => timeline.closed,
        _ => return None,
    };
    let what = mark.map_or_else(
        || sheet.say("sheet.struck.nothing"),
        |mark| {
            let offset_s = sheet.entries()[mark.index].entry.envelope.recorded.offset_s;
            let title = lower(&sheet.view.record[mark.index].title);
            Line::say(format!("{title}, {}", sheet.times.beside(mark.at, offset_s, day)))
        },
    );
    Some(sheet.fill("sheet.struck.counts", &[("what", what)]))
}

fn who_and_when(sheet: &Sheet<'_>, entry: &Folded, day: Ms) -> Vec<(&'static str, Line)> {
    let envelope = &entry.entry.envelope;
    let at = sheet
        .times
        .beside(sheet.recorded_at(entry), envelope.recorded.offset_s, day);
    vec![("when", Line::say(at)), ("who", sheet.author(entry))]
}
