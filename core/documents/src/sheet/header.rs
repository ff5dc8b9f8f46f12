//! Who, where, with what, since when and until when; room for the hospital's label.

use marrow_engine::entry::payload::Patient;
use marrow_engine::time::Ms;
use marrow_engine::view::{place_name, value_text};

use super::words::loud_side;
use super::{Sheet, limit};
use crate::html::Html;
use crate::line::Line;

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    html.el("header", "id", |html| {
        html.el("div", "", |html| {
            html.el("p", "small", |html| html.text(&sheet.t("sheet.title")));
            html.line_in("h1", "", &alias(sheet));
            html.line_in("p", "", &patient(sheet));
            needle(sheet, html);
            limit::write(sheet, html);
        });
        html.el("div", "", |html| {
            html.el("div", "label", |html| html.text(&sheet.t("sheet.patient-label")));
            cautions(sheet).iter().for_each(|line| html.line_in("p", "", line));
        });
    });
}

pub(super) fn alias(sheet: &Sheet<'_>) -> Line {
    match sheet.view.header.alias.trim() {
        "" => sheet.not_recorded(),
        alias => Line::name(alias),
    }
}

/// What is known of the patient; what the care depends on is named where it is not.
fn patient(sheet: &Sheet<'_>) -> Line {
    let patient = &sheet.look.timeline.patient;
    let field = |name: &str, value: Line| Line::say(format!("{}: ", sheet.t(&format!("field.{name}")))).and(value);
    let typed = |name: &str, words: &Option<String>| {
        let words = words.as_deref().map(str::trim).filter(|words| !words.is_empty())?;
        Some(field(name, Line::typed(words)))
    };
    let word = |name: &str, word: Option<&str>| {
        let said = word.map(|word| Line::say(value_text(name, &word.into(), sheet.lang)));
        field(name, said.unwrap_or_else(|| sheet.not_recorded()))
    };
    let born = patient.date_of_birth.map(|born| {
        let date = sheet.times.date(&born.0.to_string());
        field("date_of_birth", Line::say(date))
    });
    let sex = patient.sex.map(|sex| word("sex", Some(sex.word())));
    let mri = patient
        .mri_planned
        .map(|yes| field("mri_planned", yes_or_no(sheet, yes)));
    let lines = [
        typed("name", &patient.name),
        typed("identifier", &patient.identifier),
        born,
        Some(age(sheet, patient)),
        Some(weight(sheet, patient)),
        sex,
        Some(word("consciousness", patient.consciousness.map(|c| c.word()))),
        mri,
        typed("place", &patient.place),
        typed("encounter", &patient.encounter),
        Some(field(
            "responsible_clinician",
            sheet.typed_or_not(patient.responsible_clinician.as_deref()),
        )),
    ];
    Line::join(lines.into_iter().flatten(), " · ")
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
    let label = Line::say(format!("{}: ", sheet.t("field.weight_kg")));
    let Some(kg) = patient.weight_kg else {
        return label.and(sheet.not_recorded());
    };
    let kg = super::words::decimal(&kg.to_string(), sheet.lang);
    let measured = match patient.weight_measured {
        Some(true) => "sheet.weight.measured",
        Some(false) => "sheet.weight.estimated",
        None => "sheet.weight.unknown",
    };
    label
        .then(format!("{kg} {} (", sheet.t("unit.kg")))
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
        Line::say(format!("{place}, {}", sheet.times.full_in(mark.at, offset_s))).strong()
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

/// Device, needle, bone and side, when it was placed and by whom, when it came out.
fn needle(sheet: &Sheet<'_>, html: &mut Html) {
    let (timeline, header) = (&sheet.look.timeline, &sheet.view.header);
    let (Some(mark), Some(insert)) = (timeline.insertion, timeline.insert()) else {
        html.line_in("p", "big", &sheet.say("phase.awaiting"));
        return;
    };
    let device = Line::say(header.device.clone().unwrap_or_else(|| sheet.t("sheet.not-recorded")));
    let length = insert.needle_mm.map_or_else(
        || sheet.fill("sheet.needle.length-is", &[("length", sheet.not_recorded())]),
        |mm| Line::say(format!("{mm} {}", sheet.t("unit.mm"))),
    );
    html.line_in("p", "big", &Line::join([device, length], " · "));
    let place = header.place.as_deref().map(loud_side).unwrap_or_default();
    html.line_in("p", "big", &Line::say(place));
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
    html.line_in("p", "", &sheet.fill("sheet.placed", &[("when", when), ("who", who)]));
    if let Some(out) = timeline.removal {
        let offset_s = timeline.entry(out).entry.envelope.recorded.offset_s;
        let when = Line::say(sheet.times.full_in(out.at, offset_s)).strong();
        let long = Line::say(sheet.times.span(out.at - mark.at));
        html.line_in("p", "", &sheet.fill("sheet.out", &[("when", when), ("long", long)]));
    } else if sheet.is_closed() {
        html.line_in("p", "", &sheet.say("sheet.out.not-recorded").strong());
    }
}

fn about(sheet: &Sheet<'_>, at: Ms, offset_s: i32) -> Line {
    Line::say(format!("≈ {}", sheet.times.full_in(at, offset_s))).strong()
}
