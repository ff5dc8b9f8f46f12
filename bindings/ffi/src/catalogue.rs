//! What forms are filled from: devices, places, kinds, fields, words and reference cards, in a person's language.
//!
//! A shell asks once a language and keeps it; it holds no word about care of its own.

use marrow::engine::entry::Kind;
use marrow::engine::form::{Group, Number, Shape, at_hand, groups, number, shape};
use marrow::engine::protocol::{Device, Protocol};
use marrow::engine::record::{UNDO, UNDO_WITHIN, bounds, required};
use marrow::engine::reference::cards;
use marrow::engine::text;
use marrow::engine::view::{device_name, field_label, place_name, source_text};

use crate::ids::Quantity;
use crate::kinds::EntryKind;
use crate::words::{Lang, Side, Site, WordText, all_words, words_of_list};

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
    /// How it is answered.
    pub answer: Answer,
    /// Answers at hand for a text or a number; another can be typed.
    pub at_hand: Vec<String>,
}

/// How a field is answered.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Answer {
    /// In words.
    Text,
    /// In several words.
    Texts,
    /// Yes or no; neither is chosen beforehand.
    YesNo,
    /// With a number.
    Number {
        /// Its unit in words.
        unit: Option<String>,
        /// By how much a stepper moves it.
        step: Quantity,
        /// Digits after the point that are kept.
        decimals: u32,
    },
    /// With a score from 0 to 10, or that pain can't be told.
    Pain {
        /// What "can't be told" is called.
        not_assessable: String,
    },
    /// With a day.
    Day,
    /// With one of these.
    One {
        /// The words.
        words: Vec<WordText>,
    },
    /// With any of these.
    Several {
        /// The words.
        words: Vec<WordText>,
    },
    /// With names of fields of a check.
    Fields,
    /// With a device's id.
    Device,
    /// By what the form is opened from: an entry, a step, another case, a policy document.
    Given,
}

impl Answer {
    fn of(shape: Shape, field: &str, lang: Lang) -> Self {
        let words = || {
            let list = match shape {
                Shape::Word(list) | Shape::Words(list) => list,
                _ => "",
            };
            words_of_list(list, lang)
        };
        match shape {
            Shape::Text => Self::Text,
            Shape::Texts => Self::Texts,
            Shape::Yes => Self::YesNo,
            Shape::Number => {
                let how = number(field).unwrap_or(NO_UNIT);
                Self::Number {
                    unit: how.unit.map(|unit| text::get(lang, &format!("unit.{unit}"))),
                    step: Quantity::of(how.step),
                    decimals: how.decimals,
                }
            }
            Shape::Pain => Self::Pain {
                not_assessable: text::get(lang, "pain.not-assessable"),
            },
            Shape::Date => Self::Day,
            Shape::Word(_) => Self::One { words: words() },
            Shape::Words(_) => Self::Several { words: words() },
            Shape::Fields => Self::Fields,
            Shape::Device => Self::Device,
            Shape::Step | Shape::Entry | Shape::Case | Shape::Policy => Self::Given,
        }
    }
}

const NO_UNIT: Number = Number {
    unit: None,
    step: 1.0,
    decimals: 0,
};

/// Fields that stand together.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct GroupText {
    /// Its title.
    pub title: String,
    /// The fields' names.
    pub fields: Vec<String>,
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
    /// The groups of its form, the first of which is open; empty: all fields stand together.
    pub groups: Vec<GroupText>,
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
    /// How what was just recorded is taken back.
    pub undo: UndoText,
}

/// Taking back what was just recorded: a strike with a reason of its own.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct UndoText {
    /// The strike's reason.
    pub reason: String,
    /// How long it is offered after recording, ms.
    pub within_ms: i64,
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
            undo: UndoText {
                reason: UNDO.to_owned(),
                within_ms: UNDO_WITHIN,
            },
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
        answer: shape(kind.word(), name).map_or(Answer::Given, |shape| Answer::of(shape, name, lang)),
        at_hand: at_hand(kind.word(), name, lang)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    };
    // What the core sets itself is in no form.
    let asked = |name: &&&str| !name.ends_with("_ms");
    let group = |group: &Group| GroupText {
        title: text::get(lang, &format!("form.group.{}", group.title)),
        fields: group.fields.iter().map(|field| (*field).to_owned()).collect(),
    };
    // A check's depend on its case.
    let own = if kind == Kind::Check { &[][..] } else { groups(kind) };
    KindText {
        kind,
        title: text::get(lang, &format!("kind.{}", kind.word())),
        fields: kind.fields().iter().filter(asked).map(field).collect(),
        groups: own.iter().map(group).collect(),
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
