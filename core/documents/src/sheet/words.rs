//! Small things that several sections say.

use marrow_engine::text::Lang;

/// A label inside a sentence: its first letter small.
pub(super) fn lower(label: &str) -> String {
    let mut chars = label.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// A decimal number as the language writes it.
pub(super) fn decimal(number: &str, lang: Lang) -> String {
    match lang {
        Lang::En => number.to_owned(),
        Lang::Es => number.replace('.', ","),
    }
}

/// Bone and side with the side in capitals: nothing on the sheet is worse to misread.
pub(super) fn loud_side(place: &str) -> String {
    let is_side = |word: &str| {
        let word = word.to_lowercase();
        ["left", "right", "izquierd", "derech"]
            .iter()
            .any(|side| word.starts_with(side))
    };
    let loud = |word: &str| {
        if is_side(word) {
            word.to_uppercase()
        } else {
            word.to_owned()
        }
    };
    place.split(' ').map(loud).collect::<Vec<_>>().join(" ")
}

/// What the head of a page has room for; the first page has it in full.
pub(super) fn in_short(text: &str) -> String {
    const ROOM: usize = 36;
    if text.chars().count() <= ROOM {
        return text.to_owned();
    }
    text.chars().take(ROOM).chain("…".chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_cannot_be_overlooked() {
        for (place, loud) in [
            ("Left proximal humerus", "LEFT proximal humerus"),
            ("Tibia proximal derecha", "Tibia proximal DERECHA"),
            ("Sternum", "Sternum"),
            ("Esternón, lado izquierdo", "Esternón, lado IZQUIERDO"),
        ] {
            assert_eq!(loud_side(place), loud);
        }
    }
}
