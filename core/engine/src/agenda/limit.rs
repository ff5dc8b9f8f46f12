//! The dwell limit: how long this device may stay in this patient under this policy (care §2).

use crate::entry::Payload;
use crate::fold::timeline::{CasePhase, Timeline};
use crate::protocol::{Device, Protocol, Source, SourceKind};
use crate::time::Ms;

/// Why the strictest limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictest {
    /// The device is not known.
    UnknownDevice,
    /// The age is not known.
    UnknownAge,
    /// The device is not cleared for the age.
    NotCleared,
}

/// The limit in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DwellLimit {
    /// When, on this phone's clock.
    pub at: Ms,
    /// Ms from the insertion.
    pub after: Ms,
    /// Where it comes from.
    pub source: Source,
    /// The entry that it rests on: the insertion or an extension.
    pub from: Option<usize>,
    /// Whether an extension is in force.
    pub extended: bool,
    /// Where the strictest counts, why.
    pub strictest: Option<Strictest>,
}

/// How far the limit can be extended for this device at this age; `None`: not at all.
pub fn ceiling(timeline: &Timeline<'_>, device: &Device) -> Option<Ms> {
    let age = timeline.age?;
    let cleared = !device.unknown && cleared(timeline, device) && age.at_least(device.ceiling_from_years);
    device.ceiling.as_ref().filter(|_| cleared).map(|ceiling| ceiling.at)
}

/// The limit that runs now; none before the insertion, after the removal and in a closed case.
///
/// `earliest` is the earliest insertion on record in cases that a person linked as the same
/// insertion: when sources disagree, the limit counts from the earliest plausible one.
pub fn dwell_limit(timeline: &Timeline<'_>, earliest: Option<Ms>) -> Option<DwellLimit> {
    limit_on_record(timeline, earliest).filter(|_| timeline.phase() == CasePhase::Dwelling)
}

/// The limit that runs now, or ran when the device came out or the case was closed.
pub fn limit_on_record(timeline: &Timeline<'_>, earliest: Option<Ms>) -> Option<DwellLimit> {
    let insertion = timeline.insertion?;
    let protocol = &timeline.protocol;
    let device = device(timeline, protocol)?;
    let (mut after, mut source, strictest) = base(timeline, protocol, device);
    let (mut from, mut extended) = (insertion.index, false);
    let mut extensions = timeline.each().rev().filter_map(|(happening, payload)| match payload {
        Payload::Extend(extend) => Some((happening.index, extend.to_hours?.as_ms())),
        _ => None,
    });
    if let (Some((index, to)), Some(ceiling)) = (extensions.next(), ceiling(timeline, device)) {
        // Cut to the ceiling as device, age and policy now stand, even if that lies in the past.
        after = to.min(ceiling);
        source = ceiling_source(protocol, device);
        (from, extended) = (index, true);
    }
    let start = earliest.map_or(insertion.at, |earliest| earliest.min(insertion.at));
    Some(DwellLimit {
        at: start.saturating_add(after),
        after,
        source,
        from: Some(from),
        extended,
        strictest,
    })
}

fn device<'p>(timeline: &Timeline<'_>, protocol: &'p Protocol) -> Option<&'p Device> {
    protocol.device(timeline.insert()?.device.as_deref().unwrap_or_default())
}

/// Before any extension: the device's own, or the strictest that could apply.
fn base(timeline: &Timeline<'_>, protocol: &Protocol, device: &Device) -> (Ms, Source, Option<Strictest>) {
    if device.unknown {
        let strictest = protocol.devices.iter().min_by_key(|d| d.limit.at).unwrap_or(device);
        let at = strictest.limit.at.min(device.limit.at);
        return (at, device.limit_source.clone(), Some(Strictest::UnknownDevice));
    }
    let general = protocol.value("limit.base").unwrap_or(device.limit.at);
    let why = match timeline.age {
        None => Some(Strictest::UnknownAge),
        Some(_) if !cleared(timeline, device) => Some(Strictest::NotCleared),
        Some(_) => None,
    };
    if cleared(timeline, device) || device.limit.at <= general {
        return (device.limit.at, device.limit_source.clone(), why);
    }
    let source = protocol
        .parameters
        .get("limit.base")
        .map(crate::protocol::Parameter::source_in_force);
    (general, source.unwrap_or_else(|| device.source.clone()), why)
}

/// Whether the device is certainly cleared for the age.
fn cleared(timeline: &Timeline<'_>, device: &Device) -> bool {
    if device.min_years == 0 && device.below_years.is_none() {
        return true;
    }
    timeline
        .age
        .is_some_and(|age| age.at_least(device.min_years) && device.below_years.is_none_or(|below| age.below(below)))
}

fn ceiling_source(protocol: &Protocol, device: &Device) -> Source {
    let parameter = device
        .ceiling
        .as_ref()
        .and_then(|c| protocol.parameters.get(&c.parameter));
    parameter.map_or_else(
        || Source {
            kind: SourceKind::ProductDefault,
            citation: String::new(),
        },
        crate::protocol::Parameter::source_in_force,
    )
}
