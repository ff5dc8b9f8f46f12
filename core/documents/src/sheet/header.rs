//! Who, where, with what, since when and until when; room for the hospital's label.

use marrow_engine::entry::payload::Patient;
use marrow_engine::time::Ms;
use marrow_engine::view::{place_name, value_text};

use super::words::loud_side;
use super::{Sheet, drawn, limit};
use crate::html::Html;
use crate::line::Line;
use crate::measure::{TEXT_PT, at_most, lines};
use crate::pages::LINE_MM;

/// The columns: the figure, the words, what stands under the hospital's label; mm.
const WORDS_MM: f32 = 89.0;
const ASIDE_MM: f32 = 54.0;
/// The height of a line of the name, of device and site, and of all else.
const NAME: (f32, f32) = (19.0, 8.0);
const LARGE: (f32, f32) = (13.0, 5.4);
const LABEL_MM: f32 = 25.5;
const GAPS_MM: f32 = 1.2;

/// Writes the head of the first page; how high it is on paper. Words that are longer than it has room for are cut
/// there, and whole in the record.
pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) -> f32 {
    let (large, small) = needle(sheet);
    let bounded = |lines: Vec<Line>, column: f32, most: usize| -> Vec<Line> {
        lines.into_iter().map(|line| at_most(line, column, most)).collect()
    };
    let alias = at_most(alias(sheet), WORDS_MM * TEXT_PT / NAME.0, 3);
    let large = bounded(large, WORDS_MM * TEXT_PT / LARGE.0, 2);
    let patient = bounded(patient(sheet), WORDS_MM, 6);
    let words = bounded([small, limit::lines(sheet)].concat(), WORDS_MM, 4);
    let cautions = bounded(cautions(sheet), ASIDE_MM, 12);
    html.el("header", "id", |html| {
        html.el("div", "", |html| drawn::figure(sheet, html));
        html.el("div", "", |html| {
            html.line_in("h1", "", &alias);
            patient.iter().for_each(|line| html.line_in("p", "", line));
            large.iter().for_each(|line| html.line_in("p", "big", line));
            words.iter().for_each(|line| html.line_in("p", "", line));
        });
        html.el("div", "", |html| {
            html.el("div", "label", |html| html.text(&sheet.t("sheet.patient-label")));
            cautions.iter().for_each(|line| html.line_in("p", "", line));
        });
    });
    let sized = |line: &Line, (pt, mm): (f32, f32), room: f32| lines(line, room * TEXT_PT / pt) as f32 * mm;
    let plain = |line: &Line, room: f32| sized(line, (TEXT_PT, LINE_MM), room);
    let mut middle = sized(&alias.strong(), NAME, WORDS_MM) + GAPS_MM;
    middle += large
        .iter()
        .map(|line| sized(&line.clone().strong(), LARGE, WORDS_MM))
        .sum::<f32>();
    middle += patient
        .iter()
        .chain(&words)
        .map(|line| plain(line, WORDS_MM))
        .sum::<f32>();
    let aside = LABEL_MM + GAPS_MM + cautions.iter().map(|line| plain(line, ASIDE_MM)).sum::<f32>();
    drawn::figure_height(sheet).max(middle).max(aside) + 0.8
}

pub(super) fn alias(sheet: &Sheet<'_>) -> Line {
    match sheet.view.header.alias.trim() {
        "" => sheet.not_recorded(),
        alias => Line::name(alias),
    }
}

/// What is known of the patient: first what the care depends on, named also where it is not.
fn patient(sheet: &Sheet<'_>) -> Vec<Line> {
    let patient = &sheet.look.timeline.patient;
    let field = |name: &str, value: Line| Line::say(format!("{}: ", sheet.t(&format!("field.{name}")))).and(value);
    let typed = |name: &str, words: &Option<String>| {
        let words = words.as_deref().map(str::trim).filter(|words| !words.is_empty())?;
        Some(field(name, Line::typed(words)))
    };
    let word = |name: &str, word: &str| Line::say(value_text(name, &word.into(), sheet.lang));
    let consciousness = patient.consciousness.map(|known| word("consciousness", known.word()));
    let consciousness = consciousness.unwrap_or_else(|| field("consciousness", sheet.not_recorded()));
    let born = patient.date_of_birth.map(|born| {
        let date = sheet.times.date(&born.0.to_string());
        field("date_of_birth", Line::say(date))
    });
    let sex = patient.sex.map(|sex| field("sex", word("sex", sex.word())));
    let mri = patient
        .mri_planned
        .map(|yes| field("mri_planned", yes_or_no(sheet, yes)));
    let care = [age(sheet, patient), weight(sheet, patient), consciousness];
    let who = [
        typed("name", &patient.name),
        typed("identifier", &patient.identifier),
        born,
        sex,
        mri,
        typed("place", &patient.place),
        typed("encounter", &patient.encounter),
        typed("responsible_clinician", &patient.responsible_clinician),
    ];
    let lines = [Line::join(care, " · "), Line::join(who.into_iter().flatten(), " · ")];
    lines.into_iter().filter(|line| !line.0.is_empty()).collect()
}

fn yes_or_no(sheet: &Sheet<'_>, yes: bool) -> Line {
    sheet.say(if yes { "word.true" } else { "word.false" })
}

fn age(sheet: &Sheet<'_>, patient: &Patient) -> Line {
    let number = |one: &str, many: &str, n: u32| {
        let n_line = Line::say(n.to_string());
        sheet.fill(if n == 1 { one } else { many }, &[("n", n_line)])
    };
    let years = patient
        .age_years
        .map(|n| number("sheet.age.year", "sheet.age.years", n));
    let months = patient
        .age_months
        .map(|n| number("sheet.age.month", "sheet.age.months", n));
    let band = patient
        .age_band
        .map(|band| Line::say(value_text("age_band", &band.word().into(), sheet.lang)));
    let known = Line::join([years, months, band].into_iter().flatten(), ", ");
    match known.0.is_empty() {
        false => known,
        true if patient.date_of_birth.is_some() => Line::default(),
        true => sheet.fill("sheet.age.is", &[("age", sheet.not_recorded())]),
    }
}

fn weight(sheet: &Sheet<'_>, patient: &Patient) -> Line {
    let Some(kg) = patient.weight_kg else {
        let label = Line::say(format!("{}: ", sheet.t("field.weight_kg")));
        return label.and(sheet.not_recorded());
    };
    let kg = super::words::decimal(&kg.to_string(), sheet.lang);
    let measured = match patient.weight_measured {
        Some(true) => "sheet.weight.measured",
        Some(false) => "sheet.weight.estimated",
        None => "sheet.weight.unknown",
    };
    Line::say(format!("{kg} {} (", sheet.t("unit.kg")))
        .and(sheet.say(measured))
        .then(")")
}

/// Allergies, anticoagulation, failed tries: said even where nothing is on record.
fn cautions(sheet: &Sheet<'_>) -> Vec<Line> {
    let timeline = &sheet.look.timeline;
    let patient = &timeline.patient;
    let label = |key: &str| Line::say(format!("{}: ", sheet.t(key)));
    let allergies = match &patient.allergies {
        None => sheet.not_recorded(),
        Some(none) if none.iter().all(|a| a.trim().is_empty()) => sheet.say("sheet.none-as-recorded"),
        Some(some) => Line::join(some.iter().map(|a| Line::typed(a.as_str())), ", ").strong(),
    };
    let anticoagulated = match patient.anticoagulated {
        None => sheet.not_recorded(),
        Some(true) => yes_or_no(sheet, true).strong(),
        Some(false) => yes_or_no(sheet, false),
    };
    let tries = timeline.tries.iter().map(|(mark, site, side)| {
        let place = loud_side(&place_name(Some(*site), Some(*side), sheet.lang));
        let offset_s = timeline.entry(*mark).entry.envelope.recorded.offset_s;
        let about = timeline
            .insertion
            .map_or(sheet.input.now.wall_ms, |insertion| insertion.at);
        let when = sheet.times.beside(mark.at, offset_s, about);
        Line::say(place).strong().then(format!(", {when}"))
    });
    let tries = Line::join(tries, "; ");
    let tries = if tries.0.is_empty() {
        sheet.say("sheet.tries.none")
    } else {
        tries
    };
    vec![
        label("field.allergies").and(allergies),
        label("field.anticoagulated").and(anticoagulated),
        label("sheet.tries").and(tries),
    ]
}

/// Device and needle, bone and side in large letters; when it was placed and by whom.
fn needle(sheet: &Sheet<'_>) -> (Vec<Line>, Vec<Line>) {
    let (timeline, header) = (&sheet.look.timeline, &sheet.view.header);
    let (Some(mark), Some(insert)) = (timeline.insertion, timeline.insert()) else {
        return (vec![sheet.say("phase.awaiting")], Vec::new());
    };
    let device = header.device.clone().map_or_else(|| sheet.not_recorded(), Line::say);
    let length = insert.needle_mm.map_or_else(
        || sheet.fill("sheet.needle.length-is", &[("length", sheet.not_recorded())]),
        |mm| Line::say(format!("{mm} {}", sheet.t("unit.mm"))),
    );
    let device = Line::join([device, length], " · ");
    let place = header.place.as_deref().map(loud_side).unwrap_or_default();
    let entry = timeline.entry(mark);
    let offset_s = entry.entry.envelope.recorded.offset_s;
    let when = match header.inserted_precision {
        Some("estimated") => about(sheet, mark.at, offset_s)
            .then(", ")
            .and(sheet.say("mark.estimated")),
        Some("told") => about(sheet, mark.at, offset_s).then(", ").and(sheet.say("mark.told")),
        _ => Line::say(sheet.times.full_in(mark.at, offset_s)).strong(),
    };
    let who = match insert.inserted_by.as_deref().map(str::trim).filter(|by| !by.is_empty()) {
        None => sheet.author_in_full(entry),
        Some(by) => sheet.fill(
            "sheet.placed.recorded-by",
            &[("by", Line::typed(by)), ("who", sheet.author_in_full(entry))],
        ),
    };
    let placed = sheet.fill("sheet.placed", &[("when", when), ("who", who)]);
    let large = vec![device, Line::say(place)];
    (large, vec![placed])
}

fn about(sheet: &Sheet<'_>, at: Ms, offset_s: i32) -> Line {
    Line::say(format!("≈ {}", sheet.times.full_in(at, offset_s))).strong()
}
