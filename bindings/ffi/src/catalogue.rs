//! What forms are filled from: devices, places, kinds, fields, words and reference cards, in a person's language.
//!
//! A shell asks once a language and keeps it; it holds no word about care of its own.

use marrow::engine::entry::Kind;
use marrow::engine::protocol::{Device, Protocol};
use marrow::engine::record::{bounds, required};
use marrow::engine::reference::cards;
use marrow::engine::text;
use marrow::engine::view::{device_name, field_label, place_name, source_text};

use crate::ids::Quantity;
use crate::kinds::EntryKind;
use crate::words::{Lang, Side, Site, Word, all_words};

/// A device.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DeviceText {
    /// Its id in forms, `ez-io`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it may be placed; empty: anywhere.
    pub sites: Vec<Site>,
    /// Needle lengths, mm.
    pub needles_mm: Vec<u32>,
    /// Cleared from that age, years.
    pub min_years: u32,
    /// Cleared below that age, years.
    pub below_years: Option<u32>,
    /// Stands for every device that is not known.
    pub unknown: bool,
}

/// A bone and a side in words.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PlaceText {
    /// The bone.
    pub site: Site,
    /// The side.
    pub side: Side,
    /// "Left proximal tibia".
    pub text: String,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldText {
    /// The field's name: in the forms' records, in `not_assessed`, in a refusal.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The entry cannot do without it.
    pub required: bool,
    /// The least that can be, in the unit of the field; to catch slips of the finger.
    pub min: Option<Quantity>,
    /// The most.
    pub max: Option<Quantity>,
}

/// A kind of entry and its form.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct KindText {
    /// The kind.
    pub kind: EntryKind,
    /// The kind in words.
    pub title: String,
    /// Its fields, in the order of the form.
    pub fields: Vec<FieldText>,
}

/// A word of a list.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct WordText {
    /// The word.
    pub word: Word,
    /// Its text.
    pub text: String,
}

/// One statement of a reference card.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReferenceLine {
    /// What it is about; lines of one topic stand together.
    pub topic: String,
    /// What it says.
    pub text: String,
    /// Where that comes from.
    pub source: String,
}

/// A reference card. None gives a dose.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ReferenceCard {
    /// The device's id, or `product-` and the class.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub lines: Vec<ReferenceLine>,
}

/// All that forms and cards are made from.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Catalogue {
    /// Devices, in the protocol's order.
    pub devices: Vec<DeviceText>,
    /// Every bone with every side.
    pub places: Vec<PlaceText>,
    /// Every kind of entry.
    pub kinds: Vec<KindText>,
    /// Every word of every list, in the order of the forms.
    pub words: Vec<WordText>,
    /// The reference cards: devices, then products.
    pub cards: Vec<ReferenceCard>,
}

impl Catalogue {
    /// Of a protocol.
    pub fn of(protocol: &Protocol, lang: Lang) -> Self {
        let place = |site: Site, side: Side| PlaceText {
            site,
            side,
            text: place_name(Some(site), Some(side), lang),
        };
        let sides = |site: &Site| Side::ALL.iter().map(|side| place(*site, *side)).collect::<Vec<_>>();
        Self {
            devices: protocol.devices.iter().map(|of| device(protocol, of, lang)).collect(),
            places: Site::ALL.iter().flat_map(sides).collect(),
            kinds: Kind::ALL.iter().map(|of| kind(*of, lang)).collect(),
            words: all_words(lang),
            cards: cards(protocol, lang).into_iter().map(|of| card(of, lang)).collect(),
        }
    }
}

fn device(protocol: &Protocol, device: &Device, lang: Lang) -> DeviceText {
    DeviceText {
        id: device.id.clone(),
        name: device_name(protocol, &device.id, lang),
        sites: device.sites.iter().map(|rule| rule.site).collect(),
        needles_mm: device.needles.iter().map(|needle| needle.mm).collect(),
        min_years: device.min_years,
        below_years: device.below_years,
        unknown: device.unknown,
    }
}

fn kind(kind: Kind, lang: Lang) -> KindText {
    let field = |name: &&str| FieldText {
        field: (*name).to_owned(),
        label: field_label(name, lang),
        required: required(kind).contains(name),
        min: bounds(name).map(|(min, _)| Quantity::of(min)),
        max: bounds(name).map(|(_, max)| Quantity::of(max)),
    };
    // What the core sets itself is in no form.
    let asked = |name: &&&str| !name.ends_with("_ms");
    KindText {
        kind,
        title: text::get(lang, &format!("kind.{}", kind.word())),
        fields: kind.fields().iter().filter(asked).map(field).collect(),
    }
}

fn card(card: marrow::engine::reference::Card, lang: Lang) -> ReferenceCard {
    let line = |line: marrow::engine::reference::Line| ReferenceLine {
        topic: line.topic,
        text: line.text,
        source: source_text(&line.source, lang),
    };
    ReferenceCard {
        id: card.id,
        title: card.title,
        lines: card.lines.into_iter().map(line).collect(),
    }
}
