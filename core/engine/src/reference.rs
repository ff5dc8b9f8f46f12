//! The offline reference cards: one a device, one a class of product, each line with its source.
//!
//! Numbers come from the protocol in force, a hospital's policy included, and are never typed here
//! again. No card gives a dose. Left out on purpose, because the sources do not carry them, are the
//! article's "safe", "high rate of success" and "without the same risks".

mod devices;
mod products;

use crate::protocol::{Parameter, Protocol, Source, SourceKind, Unit, Value};
use crate::text::{self, Lang};

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The device's id (`ez-io`), or `product-` and the class (`product-vesicant`).
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub lines: Vec<Line>,
}

/// One statement of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about; lines of one topic stand together.
    pub topic: String,
    /// What it says.
    pub text: String,
    /// Where that comes from.
    pub source: Source,
}

/// Every card: the devices in the protocol's order, then the products.
pub fn cards(protocol: &Protocol, lang: Lang) -> Vec<Card> {
    let devices = protocol
        .devices
        .iter()
        .map(|device| devices::card(protocol, device, lang));
    devices
        .chain(products::PRODUCTS.iter().map(|product| product.card(protocol, lang)))
        .collect()
}

/// The card of that id.
pub fn card(protocol: &Protocol, id: &str, lang: Lang) -> Option<Card> {
    cards(protocol, lang).into_iter().find(|card| card.id == id)
}

/// A kind of source and its citation.
type From = (SourceKind, &'static str);

const PERTH: From = (SourceKind::Guideline, "Perth Children's Hospital, Intraosseous access");
const INS: From = (
    SourceKind::Guideline,
    "Infusion Nurses Society, Infusion Therapy Standards of Practice 2016",
);
const ONG: From = (SourceKind::Guideline, "Ong and Van Gerpen, J Infus Nurs 2020;43:319");
const NORDTER: From = (
    SourceKind::Guideline,
    "Nordic Trauma Radiology, intraosseous contrast media injection for CT",
);
const EZ_IO: From = (
    SourceKind::Manufacturer,
    "EZ-IO Care, Maintenance and Removal; insertion technique sheet",
);
const CONVENTION: From = (SourceKind::Convention, "clinical convention, no better source");
const OURS: From = (SourceKind::ProductDefault, "");

/// Statements of the article on IO aftercare.
const fn article(statement: &'static str) -> From {
    (SourceKind::Article, statement)
}

fn source((kind, citation): From) -> Source {
    Source {
        kind,
        citation: citation.to_owned(),
    }
}

/// A card as it is being written.
struct Writer<'a> {
    protocol: &'a Protocol,
    lang: Lang,
    lines: Vec<Line>,
}

impl<'a> Writer<'a> {
    const fn new(protocol: &'a Protocol, lang: Lang) -> Self {
        Self {
            protocol,
            lang,
            lines: Vec::new(),
        }
    }

    fn line(&mut self, topic: &str, text: String, source: Source) {
        self.lines.push(Line {
            topic: text::get(self.lang, topic),
            text,
            source,
        });
    }

    fn say(&mut self, topic: &str, key: &str, source: Source) {
        self.fill(topic, key, &[], source);
    }

    fn fill(&mut self, topic: &str, key: &str, places: &[(&str, &str)], source: Source) {
        self.line(topic, text::fill(self.lang, key, places), source);
    }

    /// A statement about one parameter, with its source; nothing where that is off.
    fn parameter(&mut self, topic: &str, key: &str, place: &str, name: &str) {
        let Some(parameter) = self.protocol.parameters.get(name).filter(|p| p.value != Value::Off) else {
            return;
        };
        let value = shown(parameter, self.lang);
        self.fill(topic, key, &[(place, &value)], parameter.source_in_force());
    }

    fn hours(&self, ms: i64) -> String {
        number(Unit::H, ms, self.lang)
    }

    fn card(self, id: impl Into<String>, title: &str) -> Card {
        Card {
            id: id.into(),
            title: text::get(self.lang, title),
            lines: self.lines,
        }
    }
}

fn number(unit: Unit, base: i64, lang: Lang) -> String {
    match lang {
        Lang::En => unit.write(base),
        Lang::Es => unit.write(base).replace('.', ","),
    }
}

fn shown(parameter: &Parameter, lang: Lang) -> String {
    match &parameter.value {
        Value::Off => String::new(),
        Value::Number(n) => number(parameter.unit, *n, lang),
        Value::List(list) => list
            .iter()
            .map(|n| number(parameter.unit, *n, lang))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Protocols;
    use crate::vocabulary::ProductClass;

    fn of(protocol: &Protocol, id: &str) -> Vec<String> {
        card(protocol, id, Lang::En)
            .unwrap()
            .lines
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn there_is_one_card_a_device_and_one_a_product_class() {
        let protocol = Protocols::shipped().newest();
        for lang in Lang::ALL {
            let ids: Vec<String> = cards(&protocol, *lang).into_iter().map(|card| card.id).collect();
            let unique: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len());
            assert!(protocol.devices.iter().all(|device| ids.contains(&device.id)));
            assert!(
                ProductClass::ALL
                    .iter()
                    .all(|class| ids.contains(&format!("product-{}", class.word())))
            );
        }
        assert_eq!(card(&protocol, "crystalloid", Lang::En), None);
    }

    #[test]
    fn every_line_is_whole_and_has_a_source() {
        let protocol = Protocols::shipped().newest();
        for lang in Lang::ALL {
            for card in cards(&protocol, *lang) {
                assert!(card.lines.len() >= 2, "{}", card.id);
                for line in std::iter::once(&card.title).chain(card.lines.iter().flat_map(|l| [&l.topic, &l.text])) {
                    assert!(!line.is_empty() && !line.contains(['{', '}']), "{}: {line}", card.id);
                    assert!(
                        !line.starts_with("reference.") && !line.starts_with("word."),
                        "{}: {line}",
                        card.id
                    );
                }
                let cited = |s: &Source| s.kind == SourceKind::ProductDefault || !s.citation.is_empty();
                assert!(card.lines.iter().all(|line| cited(&line.source)), "{}", card.id);
                let topics: Vec<_> = card
                    .lines
                    .chunk_by(|a, b| a.topic == b.topic)
                    .map(|run| &run[0].topic)
                    .collect();
                let unique: std::collections::BTreeSet<_> = topics.iter().collect();
                assert_eq!(unique.len(), topics.len(), "{}: a topic stands twice", card.id);
            }
        }
    }

    #[test]
    fn devices_say_what_the_protocol_says() {
        let protocol = Protocols::shipped().newest();
        let ez_io = of(&protocol, "ez-io");
        for line in [
            "Proximal tibia, distal tibia, proximal humerus, distal femur up to 21 years",
            "All ages",
            "24 h from the insertion",
            "Up to 48 h from the insertion, only from 12 years of age, with a reason and somebody who authorises it",
            "15 mm from 3 to 39 kg; 25 mm from 3 kg; 45 mm from 40 kg",
            "Never in the sternum.",
            "Press with sterile gauze for 5 min, without a break.",
        ] {
            assert!(ez_io.contains(&line.to_owned()), "{line}: {ez_io:#?}");
        }
        let fast1 = of(&protocol, "fast1");
        assert!(fast1.iter().any(|line| line.starts_with("Up to 72 h")));
        assert!(
            fast1
                .iter()
                .any(|line| line == "Not below 12 years of age, unless the reason is recorded.")
        );
        assert!(!fast1.iter().any(|line| line == "Never in the sternum."));
        assert!(of(&protocol, "nio-paediatric").contains(&"From 3 to below 12 years".to_owned()));
        assert!(of(&protocol, "sam-io").contains(&"The limit cannot be extended.".to_owned()));
        let unknown = of(&protocol, "other");
        assert!(
            !unknown
                .iter()
                .any(|line| line == "All ages" || line.starts_with("Up to")),
            "{unknown:#?}"
        );
    }

    #[test]
    fn a_policy_shows_on_the_cards_as_the_policys() {
        let policy =
            r#"{"id":"h","version":1,"parameters":{"limit.fast1":72,"limit.ez-io":12,"compression.minutes":7.5}}"#;
        let protocol = Protocols::shipped().check(policy).unwrap();
        let line = |id: &str, lang, start: &str| {
            let lines = card(&protocol, id, lang).unwrap().lines;
            lines
                .into_iter()
                .find(|line| line.text.starts_with(start))
                .map(|line| line.source.kind)
        };
        assert_eq!(line("fast1", Lang::En, "72 h from"), Some(SourceKind::Policy));
        assert_eq!(line("fast1", Lang::En, "24 h where the age"), Some(SourceKind::Article));
        assert_eq!(
            line("other", Lang::En, "12 h from"),
            Some(SourceKind::Policy),
            "the strictest of all devices"
        );
        assert_eq!(
            line("ez-io", Lang::Es, "Comprima con gasa estéril 7,5 min"),
            Some(SourceKind::Policy)
        );
    }

    #[test]
    fn no_card_gives_a_dose_a_turning_direction_or_an_unfounded_claim() {
        let protocol = Protocols::shipped().newest();
        let never = "mg|mcg|µg| ml|clockwise|horario|safe|seguro|segura|success|éxito|same risk|mismos riesgos";
        for lang in Lang::ALL {
            for line in cards(&protocol, *lang).into_iter().flat_map(|card| card.lines) {
                let text = line.text.to_lowercase();
                assert!(!never.split('|').any(|word| text.contains(word)), "{text}");
            }
        }
    }
}
