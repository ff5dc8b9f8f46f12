//! The card of a class of product: may it go through bone, with what care, and which check belongs to it.

use super::{CONVENTION, Card, From, INS, NORDTER, ONG, OURS, PERTH, Writer, article, source};
use crate::protocol::{Protocol, SourceKind};
use crate::text::Lang;

/// One statement, by topic and text: a fixed one with its source, or one with a parameter's minutes,
/// which brings its own.
enum Say {
    Fixed(&'static str, &'static str, From),
    Minutes(&'static str, &'static str, &'static str),
}

/// A class of product: those of the record's list, and some that only have a card.
pub(super) struct Product {
    id: &'static str,
    title: &'static str,
    says: &'static [&'static [Say]],
}

impl Product {
    pub(super) fn card(&self, protocol: &Protocol, lang: Lang) -> Card {
        let mut card = Writer::new(protocol, lang);
        for say in self.says.iter().copied().flatten() {
            match say {
                Say::Fixed(topic, key, from) => card.say(topic, key, source(*from)),
                Say::Minutes(topic, key, parameter) => card.parameter(topic, key, "minutes", parameter),
            }
        }
        card.card(self.id, self.title)
    }
}

const ROUTE: &str = "reference.topic.route";
const CARE: &str = "reference.topic.care";
const CHECK: &str = "reference.topic.check";
const NEXT: &str = "reference.topic.next";
const SAMPLE: &str = "reference.topic.sample";

const AS_A_RULE: &[Say] = &[Say::Fixed(ROUTE, "reference.route.as-a-rule", PERTH)];
const DRUG: &[Say] = &[
    Say::Fixed(ROUTE, "reference.route.one-line", CONVENTION),
    Say::Fixed(ROUTE, "reference.route.flush", CONVENTION),
];
const CHECKED: &[Say] = &[Say::Minutes(
    CHECK,
    "reference.check.while-infusing",
    "site-check.every-close",
)];
/// What runs in quantity.
const FLUID: &[&[Say]] = &[
    AS_A_RULE,
    &[Say::Fixed(ROUTE, "reference.route.pressure", PERTH)],
    CHECKED,
    &[Say::Fixed(NEXT, "reference.next.vein", article("A5"))],
];

const ASK: &[Say] = &[Say::Fixed(CARE, "reference.care.ask", OURS)];
const CAREFULLY: &[Say] = &[
    Say::Fixed(
        CARE,
        "reference.care.vein",
        (SourceKind::ProductDefault, "A5, A6 say a vein as soon as possible"),
    ),
    Say::Minutes(CHECK, "reference.check.before", "site-check.before-vesicant"),
    Say::Minutes(CHECK, "reference.check.while-infusing", "site-check.every-close"),
    Say::Fixed(CHECK, "reference.check.stop", OURS),
];

pub(super) const PRODUCTS: &[Product] = &[
    Product {
        id: "product-crystalloid",
        title: "reference.product.crystalloid",
        says: FLUID,
    },
    Product {
        id: "product-colloid",
        title: "reference.product.colloid",
        says: FLUID,
    },
    Product {
        id: "product-blood",
        title: "reference.product.blood",
        says: FLUID,
    },
    Product {
        id: "product-drug",
        title: "reference.product.drug",
        says: &[AS_A_RULE, DRUG, CHECKED],
    },
    Product {
        id: "product-vesicant",
        title: "reference.product.vesicant",
        says: &[&[Say::Fixed(CARE, "reference.care.vesicant", INS)], CAREFULLY],
    },
    Product {
        id: "product-lipid",
        title: "reference.product.lipid",
        says: &[ASK, CAREFULLY],
    },
    Product {
        id: "product-hypertonic",
        title: "reference.product.hypertonic",
        says: &[&[Say::Fixed(CARE, "reference.care.osmolarity", ONG)], CAREFULLY],
    },
    Product {
        id: "product-alkaline",
        title: "reference.product.alkaline",
        says: &[&[Say::Fixed(CARE, "reference.care.ph", ONG)], CAREFULLY],
    },
    Product {
        id: "product-cytotoxic",
        title: "reference.product.cytotoxic",
        says: &[ASK, CAREFULLY],
    },
    Product {
        id: "product-contrast",
        title: "reference.product.contrast",
        says: &[&[
            Say::Fixed(ROUTE, "reference.route.contrast", NORDTER),
            Say::Fixed(CARE, "reference.care.contrast", OURS),
        ]],
    },
    Product {
        id: "product-blood-samples",
        title: "reference.product.blood-samples",
        says: &[&[
            Say::Fixed(SAMPLE, "reference.sample.label", PERTH),
            Say::Fixed(SAMPLE, "reference.sample.no-count", PERTH),
            Say::Fixed(SAMPLE, "reference.sample.no-gas", PERTH),
            Say::Fixed(SAMPLE, "reference.sample.ask", OURS),
        ]],
    },
    Product {
        id: "product-other",
        title: "reference.product.other",
        says: &[AS_A_RULE, &[Say::Fixed(ROUTE, "reference.route.ask", OURS)], CHECKED],
    },
];
