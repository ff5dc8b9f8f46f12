//! What a form asks: how each field is answered, in which order and groups, and with which answers at hand.
//!
//! Phones draw their forms from it, so that both ask alike and neither holds a rule about care. Nothing here is ever an
//! answer: what is at hand still has to be chosen by a person.

mod check;
mod groups;
mod number;
mod shape;

pub use check::{AskedField, AskedGroup, CheckAsked};
pub(crate) use groups::of_the_device;
pub use groups::{Group, groups};
pub use number::{Number, number};
pub use shape::{Shape, shape, words_of};

use crate::text::{self, Lang};

/// Answers at hand for a field that takes a text or a number; a person may type another. Empty where nothing is so
/// usual that it could be offered.
pub fn at_hand(kind: &str, field: &str, lang: Lang) -> Vec<&'static str> {
    let of_kind = text::find(lang, &format!("at-hand.{kind}.{field}"));
    let of_all = || text::find(lang, &format!("at-hand.{field}"));
    let listed = of_kind.or_else(of_all).unwrap_or_default();
    listed.split('|').filter(|answer| !answer.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::entry::Kind;
    use crate::protocol::Protocols;

    #[test]
    fn every_step_leads_to_a_form() {
        for step in &Protocols::shipped().newest().steps {
            let leads = |to: &Option<String>| to.as_deref().is_some_and(|word| Kind::from_word(word).is_some());
            assert!(leads(&step.opens), "{}", step.id);
            assert!(step.one_tap.is_none() || step.one_tap == step.opens, "{}", step.id);
        }
    }

    #[test]
    fn what_is_at_hand_is_for_a_field_that_takes_it() {
        for key in text::keys().filter_map(|key| key.strip_prefix("at-hand.")) {
            let (kind, field) = key
                .split_once('.')
                .map_or((None, key), |(kind, field)| (Some(kind), field));
            let kinds = Kind::ALL.iter().filter(|of| kind.is_none_or(|kind| of.word() == kind));
            let shapes: Vec<_> = kinds
                .filter(|of| of.fields().contains(&field))
                .map(|of| shape(of.word(), field))
                .collect();
            let takes = |of: &Option<Shape>| matches!(of, Some(Shape::Text | Shape::Texts | Shape::Number));
            assert!(!shapes.is_empty() && shapes.iter().all(takes), "{key}");
            for lang in Lang::ALL {
                let answers = at_hand(kind.unwrap_or("check"), field, *lang);
                assert_eq!(answers.iter().collect::<BTreeSet<_>>().len(), answers.len(), "{key}");
                assert_eq!(
                    answers.len(),
                    at_hand(kind.unwrap_or("check"), field, Lang::En).len(),
                    "{key}"
                );
            }
        }
    }
}
