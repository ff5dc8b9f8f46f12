//! The card of a device: where and in whom, how long, which needle, is it in, how it comes out, what not to do.

use super::{CONVENTION, Card, EZ_IO, OURS, Writer, article, source};
use crate::protocol::{Device, Needle, Parameter, Protocol, SiteRule};
use crate::text::{self, Lang};
use crate::vocabulary::Site;

pub(super) fn card(protocol: &Protocol, device: &Device, lang: Lang) -> Card {
    let mut card = Writer::new(protocol, lang);
    sites_and_ages(&mut card, device);
    how_long(&mut card, device);
    needle(&mut card, device);
    placement(&mut card, device);
    removal(&mut card);
    what_not_to_do(&mut card, device);
    card.card(device.id.as_str(), &format!("device.{}", device.id))
}

fn sites_and_ages(card: &mut Writer<'_>, device: &Device) {
    if device.unknown {
        return card.say("reference.topic.sites", "reference.sites.unknown", source(OURS));
    }
    let lang = card.lang;
    let sites: Vec<String> = device.sites.iter().map(|rule| site(rule, lang)).collect();
    card.line(
        "reference.topic.sites",
        capitalised(&sites.join(", ")),
        device.source.clone(),
    );
    let (from, below) = (
        device.min_years.to_string(),
        device.below_years.map(|years| years.to_string()),
    );
    let (key, places) = match (device.min_years, &below) {
        (0, None) => ("reference.ages.all", vec![]),
        (0, Some(below)) => ("reference.ages.below", vec![("years", below.as_str())]),
        (_, None) => ("reference.ages.from", vec![("years", from.as_str())]),
        (_, Some(below)) => (
            "reference.ages.between",
            vec![("from", from.as_str()), ("below", below.as_str())],
        ),
    };
    card.fill("reference.topic.ages", key, &places, device.source.clone());
    if device.unverified {
        card.say("reference.topic.ages", "reference.ages.unverified", source(OURS));
    }
}

fn site(rule: &SiteRule, lang: Lang) -> String {
    let site = text::get(lang, &format!("word.{}.{}", Site::LIST, rule.site.word()));
    match rule.max_years {
        None => site,
        Some(years) => text::fill(
            lang,
            "reference.sites.up-to",
            &[("site", &site), ("years", &years.to_string())],
        ),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The limit as the agenda takes it.
fn how_long(card: &mut Writer<'_>, device: &Device) {
    let protocol = card.protocol;
    // While the device is not known, the strictest of all holds.
    let strictest = protocol
        .devices
        .iter()
        .min_by_key(|d| d.limit.at)
        .filter(|d| d.limit.at < device.limit.at);
    let (key, of) = match strictest.filter(|_| device.unknown) {
        Some(strictest) => ("reference.limit.strictest", strictest),
        None if device.unknown => ("reference.limit.strictest", device),
        None => ("reference.limit.hours", device),
    };
    let hours = card.hours(of.limit.at);
    card.fill(
        "reference.topic.limit",
        key,
        &[("hours", &hours)],
        of.limit_source.clone(),
    );
    let for_some_ages = device.min_years > 0 || device.below_years.is_some();
    let shorter = protocol
        .value("limit.base")
        .is_some_and(|general| general < device.limit.at);
    if for_some_ages && shorter {
        card.parameter(
            "reference.topic.limit",
            "reference.limit.not-cleared",
            "hours",
            "limit.base",
        );
    }
    extension(card, device);
}

fn extension(card: &mut Writer<'_>, device: &Device) {
    const TOPIC: &str = "reference.topic.extension";
    let protocol = card.protocol;
    let source_of = |name: &str| protocol.parameters.get(name).map(Parameter::source_in_force);
    let Some(ceiling) = device.ceiling.as_ref().filter(|_| !device.unknown) else {
        let source = source_of(&format!("ceiling.{}", device.id));
        return card.say(
            TOPIC,
            "reference.extension.none",
            source.unwrap_or_else(|| device.source.clone()),
        );
    };
    let (hours, from) = (card.hours(ceiling.at), device.ceiling_from_years.max(device.min_years));
    let source = source_of(&ceiling.parameter).unwrap_or_else(|| device.source.clone());
    let key = if from == 0 {
        "reference.extension.to"
    } else {
        "reference.extension.to-from"
    };
    card.fill(TOPIC, key, &[("hours", &hours), ("years", &from.to_string())], source);
}

fn needle(card: &mut Writer<'_>, device: &Device) {
    if device.needles.is_empty() {
        return card.say("reference.topic.needle", "reference.needle.maker", source(OURS));
    }
    let lang = card.lang;
    let lengths: Vec<String> = device.needles.iter().map(|needle| length(needle, lang)).collect();
    card.line("reference.topic.needle", lengths.join("; "), device.source.clone());
}

fn length(needle: &Needle, lang: Lang) -> String {
    let (mm, min) = (needle.mm.to_string(), needle.min_kg.to_string());
    match needle.max_kg.map(|kg| kg.to_string()) {
        None => text::fill(lang, "reference.needle.from", &[("mm", &mm), ("kg", &min)]),
        Some(max) => text::fill(
            lang,
            "reference.needle.between",
            &[("mm", &mm), ("min", &min), ("max", &max)],
        ),
    }
}

fn placement(card: &mut Writer<'_>, device: &Device) {
    const TOPIC: &str = "reference.topic.placement";
    let from = if device.id == "ez-io" { EZ_IO } else { CONVENTION };
    card.say(TOPIC, "reference.placement.signs", source(from));
    card.say(TOPIC, "reference.placement.no-blood", source(from));
    card.say(TOPIC, "reference.placement.swelling", source(CONVENTION));
}

/// In outline: how it is turned and pulled stays with the maker's instructions, on which sources conflict.
fn removal(card: &mut Writer<'_>) {
    const TOPIC: &str = "reference.topic.removal";
    card.say(TOPIC, "reference.removal.stop", source(OURS));
    card.say(TOPIC, "reference.removal.antiseptic", source(article("A17")));
    card.say(TOPIC, "reference.removal.maker", source(OURS));
    card.say(TOPIC, "reference.removal.tip", source(OURS));
    card.parameter(TOPIC, "reference.removal.compression", "minutes", "compression.minutes");
    let anticoagulated = "compression.minutes-anticoagulated";
    card.parameter(
        TOPIC,
        "reference.removal.compression-anticoagulated",
        "minutes",
        anticoagulated,
    );
    card.parameter(TOPIC, "reference.removal.checks", "minutes", "post-removal-check.at");
}

fn what_not_to_do(card: &mut Writer<'_>, device: &Device) {
    const TOPIC: &str = "reference.topic.not";
    if device.sternal && device.min_years > 0 {
        let years = device.min_years.to_string();
        card.fill(
            TOPIC,
            "reference.not.sternal-child",
            &[("years", &years)],
            device.source.clone(),
        );
    }
    if !device.sites.is_empty() && device.sites.iter().all(|rule| rule.site != Site::Sternum) {
        card.say(TOPIC, "reference.not.sternum", device.source.clone());
    }
    if device.steel {
        card.say(TOPIC, "reference.not.mri", source(OURS));
    }
    card.parameter(TOPIC, "reference.not.same-bone", "hours", "flag.same-bone");
    card.say(TOPIC, "reference.not.occlusive", source(article("A15")));
}
