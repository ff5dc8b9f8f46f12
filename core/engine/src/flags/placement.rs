//! R2, R4, R5, R16, R17, R28: device, site, needle, dressing and allergies against the patient.

use super::{Because, Flag, Severity};
use crate::entry::Payload;
use crate::entry::payload::Insert;
use crate::fold::Age;
use crate::fold::timeline::{CasePhase, Mark, Timeline};
use crate::protocol::{Allergen, Device};
use crate::vocabulary::{Dressing, Site};

pub(super) fn collect(timeline: &Timeline<'_>, flags: &mut Vec<Flag>) {
    let (Some(mark), Some(insert)) = (timeline.insertion, timeline.insert()) else {
        return;
    };
    let Some(device) = timeline
        .case
        .protocol
        .device(insert.device.as_deref().unwrap_or_default())
    else {
        return;
    };
    unknown(timeline, mark, device, flags);
    flags.extend(not_cleared(insert, device, timeline.age).map(|flag| flag.by(mark.index, mark.at)));
    flags.extend(needle(timeline, insert, device).map(|flag| flag.by(mark.index, mark.at)));
    dressing(timeline, flags);
    let steel_in = device.steel && timeline.phase() == CasePhase::Dwelling;
    if steel_in && timeline.patient.mri_planned == Some(true) {
        flags.push(Flag::new("R17", Severity::Amber, Because::of("mri-steel")).by(mark.index, mark.at));
    }
    allergies(timeline, flags);
}

fn unknown(timeline: &Timeline<'_>, mark: Mark, device: &Device, flags: &mut Vec<Flag>) {
    let because: Vec<Because> = [
        device.unknown.then_some(Because::of("device-unknown")),
        timeline.age.is_none().then_some(Because::of("age-unknown")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !because.is_empty() {
        let flag = Flag {
            rule: "R2",
            severity: Severity::Note,
            because,
            raised_by: Vec::new(),
            since: None,
            step: None,
        };
        flags.push(flag.by(mark.index, mark.at));
    }
}

/// R4: the site or the device is certainly not cleared for this age.
pub(crate) fn not_cleared(insert: &Insert, device: &Device, age: Option<Age>) -> Option<Flag> {
    let mut because = Vec::new();
    if let Some(site) = insert.site
        && !device.sites.is_empty()
    {
        match device.sites.iter().find(|rule| rule.site == site) {
            None => because.push(Because::of("site-not-cleared")),
            Some(rule) => {
                let too_old = rule
                    .max_years
                    .is_some_and(|max| age.is_some_and(|age| age.at_least(max + 1)));
                if too_old {
                    because.push(Because::of("site-not-cleared-for-age"));
                }
            }
        }
    }
    let too_young = device.min_years > 0 && age.is_some_and(|age| age.below(device.min_years));
    let too_old = device
        .below_years
        .is_some_and(|below| age.is_some_and(|age| age.at_least(below)));
    if too_young || too_old {
        because.push(Because::of("device-not-cleared-for-age"));
    }
    let flag = Flag {
        rule: "R4",
        severity: Severity::Amber,
        because,
        raised_by: Vec::new(),
        since: None,
        step: None,
    };
    (!flag.because.is_empty()).then_some(flag)
}

/// R3: a sternal device in a child below the cleared age.
pub(crate) fn sternal_in_child(
    insert: &Insert,
    device: Option<&Device>,
    sternal_from: Option<u32>,
    age: Option<Age>,
) -> bool {
    // Any needle in a child's sternum is as dangerous as a device made for it.
    let sternal = insert.site == Some(Site::Sternum) || device.is_some_and(|d| d.sternal);
    sternal && sternal_from.is_some_and(|years| age.is_some_and(|age| age.below(years)))
}

fn needle(timeline: &Timeline<'_>, insert: &Insert, device: &Device) -> Option<Flag> {
    let (mm, grams) = (insert.needle_mm?, timeline.patient.weight_kg?.0);
    let needle = device.needles.iter().find(|needle| needle.mm == mm)?;
    let too_light = grams < i64::from(needle.min_kg) * 1_000;
    let too_heavy = needle.max_kg.is_some_and(|max| grams > i64::from(max) * 1_000);
    let key = if too_light {
        "needle-too-long"
    } else {
        "needle-too-short"
    };
    (too_light || too_heavy).then(|| Flag::new("R5", Severity::Amber, Because::with(key, mm.to_string())))
}

/// R16: what covers the puncture now.
fn dressing(timeline: &Timeline<'_>, flags: &mut Vec<Flag>) {
    let at_insertion = timeline
        .insertion
        .zip(timeline.insert().and_then(|insert| insert.dressing));
    let mut later = timeline.each().rev().filter_map(|(h, payload)| {
        let dressing = match payload {
            Payload::Dressing(change) => change.kind,
            Payload::Check(check) => check.dressing,
            Payload::Remove(remove) => remove.dressing,
            _ => None,
        };
        dressing.map(|dressing| {
            (
                Mark {
                    at: h.at,
                    index: h.index,
                },
                dressing,
            )
        })
    });
    let Some((mark, now)) = later.next().or(at_insertion) else {
        return;
    };
    let flag = match now {
        Dressing::Occlusive => Flag::new("R16", Severity::Amber, Because::of("dressing-occlusive")),
        Dressing::Transparent => Flag::new("R16", Severity::Note, Because::of("dressing-transparent")),
        _ => return,
    };
    flags.push(flag.by(mark.index, mark.at));
}

/// R28: an allergy that is on record names what was used, in either language.
fn allergies(timeline: &Timeline<'_>, flags: &mut Vec<Flag>) {
    let allergies = timeline.patient.allergies.as_deref().unwrap_or_default();
    if allergies.is_empty() {
        return;
    }
    let table = &timeline.protocol.allergens;
    let insertion = timeline.insertion.map(|mark| (mark, timeline.entry(mark).payload()));
    let insertion = insertion
        .into_iter()
        .filter_map(|(mark, payload)| Some((mark, payload?)));
    let products = timeline
        .products
        .iter()
        .map(|p| (p.start, &timeline.case.entries[p.start.index]));
    let products = products.filter_map(|(mark, folded)| Some((mark, folded.payload()?)));
    let later = timeline.each().map(|(h, payload)| {
        (
            Mark {
                at: h.at,
                index: h.index,
            },
            payload,
        )
    });
    let mut seen = Vec::new();
    for (mark, payload) in insertion.chain(products).chain(later) {
        let hit = allergies.iter().find(|allergy| {
            used(payload, table)
                .iter()
                .any(|used| same_allergen(allergy, used, table))
        });
        if let Some(allergy) = hit
            && !seen.contains(&mark.index)
        {
            seen.push(mark.index);
            flags.push(
                Flag::new("R28", Severity::Red, Because::with("allergy", allergy.as_str())).by(mark.index, mark.at),
            );
        }
    }
}

/// What an entry put on or into the patient, in words.
fn used(payload: &Payload, table: &[Allergen]) -> Vec<String> {
    let (texts, dressing): (Vec<&Option<String>>, Option<Dressing>) = match payload {
        Payload::Insert(p) => (vec![&p.antiseptic, &p.local_anaesthetic], p.dressing),
        Payload::Disinfect(p) => (vec![&p.agent], None),
        Payload::RemovalAntiseptic(p) => (vec![&p.agent], None),
        Payload::GiveProduct(p) | Payload::StartProduct(p) => (vec![&p.name], None),
        Payload::Dressing(p) => (Vec::new(), p.kind),
        Payload::Check(p) => (Vec::new(), p.dressing),
        _ => return Vec::new(),
    };
    let carried = table
        .iter()
        .filter(|a| dressing.is_some_and(|d| a.dressings.contains(&d)));
    let carried = carried.filter_map(|a| a.words.first().cloned());
    texts.into_iter().flatten().cloned().chain(carried).collect()
}

fn same_allergen(allergy: &str, used: &str, table: &[Allergen]) -> bool {
    let (allergy, used) = (allergy.trim().to_lowercase(), used.trim().to_lowercase());
    if allergy.is_empty() || used.is_empty() {
        return false;
    }
    let names = |text: &str, allergen: &Allergen| allergen.words.iter().any(|word| text.contains(word.as_str()));
    used.contains(&allergy) || allergy.contains(&used) || table.iter().any(|a| names(&allergy, a) && names(&used, a))
}
