//! What the screens themselves say, from the one table of texts.

use marrow::engine::text::{self, Lang};

/// The keys of the screens, without this in their names; and what the app says of itself.
const FAMILY: &str = "screen.";
const OF_ITSELF: &str = "about.";

/// A text of a screen.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its name in code, parts in order: `["board", "new", "io"]`.
    pub name: String,
    /// The texts of [`Lang::ALL`], cut at their places.
    pub texts: Vec<Vec<Part>>,
    /// The places, in the order of the first language.
    pub places: Vec<String>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Said(String),
    Place(String),
}

/// Every text of the screens, in the order of their keys.
pub fn words() -> Result<Vec<Word>, Box<dyn std::error::Error>> {
    let mut keys: Vec<&str> = text::keys()
        .filter(|key| key.starts_with(FAMILY) || key.starts_with(OF_ITSELF))
        .collect();
    keys.sort_unstable();
    let word = |key: &str| {
        let text = |lang: &Lang| {
            text::find(*lang, key)
                .map(parts)
                .ok_or_else(|| format!("{key} lacks a language"))
        };
        let texts = Lang::ALL.iter().map(text).collect::<Result<Vec<_>, _>>()?;
        let mut places = Vec::new();
        for part in texts.first().into_iter().flatten() {
            if let Part::Place(place) = part
                && !places.contains(place)
            {
                places.push(place.clone());
            }
        }
        let name = key.trim_start_matches(FAMILY).replace(['.', '-'], "_");
        Ok(Word { name, texts, places })
    };
    keys.into_iter().map(word).collect()
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((said, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        parts.push(Part::Said(said.to_owned()));
        parts.push(Part::Place(place.to_owned()));
        rest = after;
    }
    parts.push(Part::Said(rest.to_owned()));
    parts.retain(|part| *part != Part::Said(String::new()));
    parts
}
