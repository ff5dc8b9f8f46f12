//! Devices: where and in whom each may be used, and how long it may stay.

use serde::Deserialize;

use super::parameter::Lookup;
use super::{ProtocolError, Source};
use crate::time::Ms;
use crate::vocabulary::{Dressing, Site};

/// A site that a device is cleared for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteRule {
    /// The bone.
    pub site: Site,
    /// Up to and including that many years of age.
    #[serde(default)]
    pub max_years: Option<u32>,
}

/// A needle length and the weights it is made for (R5), kg.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needle {
    /// Length.
    pub mm: u32,
    /// From that weight.
    pub min_kg: u32,
    /// Up to that weight.
    #[serde(default)]
    pub max_kg: Option<u32>,
}

/// Words that name the same allergen (R28).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allergen {
    /// Words in the languages of the app, lower case.
    pub words: Vec<String>,
    /// Dressings that carry it.
    pub dressings: Vec<Dressing>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDevice {
    id: String,
    name: String,
    limit: String,
    ceiling: String,
    #[serde(default)]
    ceiling_from_years: u32,
    #[serde(default)]
    min_years: u32,
    #[serde(default)]
    below_years: Option<u32>,
    #[serde(default)]
    sternal: bool,
    #[serde(default)]
    steel: bool,
    #[serde(default)]
    unknown: bool,
    #[serde(default)]
    unverified: bool,
    sites: Vec<SiteRule>,
    #[serde(default)]
    needles: Vec<Needle>,
    source: Source,
}

impl RawDevice {
    pub(super) fn resolve(self, lookup: &Lookup<'_>) -> Result<Device, ProtocolError> {
        let value = lookup.number(&self.limit)?;
        let ceiling = lookup.optional(&self.ceiling)?.map(|at| Ceiling {
            at,
            parameter: self.ceiling.clone(),
        });
        let find = |name: &str| lookup.0.get(name).map(super::Parameter::source_in_force);
        Ok(Device {
            limit_source: find(&self.limit).unwrap_or_else(|| self.source.clone()),
            limit: Limit {
                at: value,
                parameter: self.limit,
            },
            ceiling,
            ceiling_from_years: self.ceiling_from_years,
            id: self.id,
            name: self.name,
            min_years: self.min_years,
            below_years: self.below_years,
            sternal: self.sternal,
            steel: self.steel,
            unknown: self.unknown,
            unverified: self.unverified,
            sites: self.sites,
            needles: self.needles,
            source: self.source,
        })
    }
}

/// How long a device may stay in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Ms from the insertion.
    pub at: Ms,
    /// The parameter that says so.
    pub parameter: String,
}

/// How far the limit can be extended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// Ms from the insertion.
    pub at: Ms,
    /// The parameter that says so.
    pub parameter: String,
}

/// A device of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Its id in entries.
    pub id: String,
    /// Its trade name; empty for the unknown one.
    pub name: String,
    /// How long it may stay in, before any extension.
    pub limit: Limit,
    /// Where that limit comes from, a policy included.
    pub limit_source: Source,
    /// How far it can be extended, where it can.
    pub ceiling: Option<Ceiling>,
    /// From which age it can be extended.
    pub ceiling_from_years: u32,
    /// Cleared from that age, years.
    pub min_years: u32,
    /// Cleared below that age, years.
    pub below_years: Option<u32>,
    /// Made for the sternum.
    pub sternal: bool,
    /// Must be out before an MRI (R17).
    pub steel: bool,
    /// Stands for every device that is not known.
    pub unknown: bool,
    /// Its ages are still to be verified, and are shown so.
    pub unverified: bool,
    /// Where it may be placed; empty: anywhere.
    pub sites: Vec<SiteRule>,
    /// Needle lengths and their weights.
    pub needles: Vec<Needle>,
    /// Where sites and ages come from.
    pub source: Source,
}
