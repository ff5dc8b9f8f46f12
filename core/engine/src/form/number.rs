//! How a number is entered: its unit, by how much a stepper moves it, and how fine it is kept.

/// A number's unit and steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The key of its unit under `unit.`, where it has one.
    pub unit: Option<&'static str>,
    /// By how much one press of a stepper changes it.
    pub step: f64,
    /// Digits after the point that are kept.
    pub decimals: u32,
}

const NUMBERS: &[(&str, Option<&str>, f64, u32)] = &[
    ("age_years", Some("years"), 1.0, 0),
    ("age_months", None, 1.0, 0),
    ("weight_kg", Some("kg"), 1.0, 1),
    ("needle_mm", Some("mm"), 1.0, 0),
    ("venous_tries", None, 1.0, 0),
    ("flush_ml", Some("ml"), 1.0, 1),
    ("circumference_cm", Some("cm"), 0.5, 1),
    ("other_circumference_cm", Some("cm"), 0.5, 1),
    ("cap_refill_s", Some("s"), 1.0, 1),
    ("other_cap_refill_s", Some("s"), 1.0, 1),
    ("body_temp_c", Some("celsius"), 0.1, 1),
    ("ml", Some("ml"), 1.0, 1),
    ("to_hours", Some("h"), 1.0, 1),
    ("recheck_hours", Some("h"), 1.0, 1),
    ("tip_length_mm", Some("mm"), 1.0, 0),
];

/// How the number of a field is entered; `None` where the field takes none.
pub fn number(field: &str) -> Option<Number> {
    let (_, unit, step, decimals) = *NUMBERS.iter().find(|(name, ..)| *name == field)?;
    Some(Number { unit, step, decimals })
}

#[cfg(test)]
mod tests {
    use super::super::{Shape, shape};
    use super::*;
    use crate::entry::Kind;
    use crate::record::bounds;
    use crate::text;

    #[test]
    fn every_number_of_a_form_has_its_steps_and_bounds() {
        for kind in Kind::ALL {
            for field in kind.fields() {
                let is_number = shape(kind.word(), field) == Some(Shape::Number);
                assert_eq!(is_number, number(field).is_some() && !field.ends_with("_ms"), "{field}");
                assert_eq!(is_number, bounds(field).is_some(), "{field}");
                if let Some(unit) = number(field).and_then(|n| n.unit) {
                    assert!(text::has(&format!("unit.{unit}")), "{field}");
                }
            }
        }
    }
}
