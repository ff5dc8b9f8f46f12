//! Every text that a person reads, in every language, from one table.
//!
//! The table is split into one file a subject, and written as code when this crate is built. A key that the code uses and the table lacks, or the
//! other way round, fails a test. Texts name their places as `{name}`; people's own words go in
//! untouched and untranslated.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// Every language.
    pub const ALL: &[Self] = &[Self::En, Self::Es];
    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }
}

impl FromStr for Lang {
    type Err = crate::vocabulary::UnknownWord;
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL
            .iter()
            .copied()
            .find(|lang| lang.tag() == primary)
            .ok_or_else(|| crate::vocabulary::UnknownWord {
                expected: "en, es".to_owned(),
            })
    }
}

/// The texts of [`Lang::ALL`], in its order.
type Texts = [Option<&'static str>; Lang::ALL.len()];

/// Every key with its texts, as `build.rs` found them in this folder's files.
static TEXTS: &[(&str, Texts)] = &include!(concat!(env!("OUT_DIR"), "/texts.rs"));

static TABLE: LazyLock<HashMap<&str, Texts, FixedState>> = LazyLock::new(|| TEXTS.iter().copied().collect());

/// Whether the table has the key.
pub fn has(key: &str) -> bool {
    TABLE.contains_key(key)
}

/// The text of a key, where there is one.
pub fn find(lang: Lang, key: &str) -> Option<&'static str> {
    *TABLE.get(key)?.get(lang as usize)?
}

/// The text of a key; the key itself where there is none, so that nothing is ever silently blank.
pub fn get(lang: Lang, key: &str) -> String {
    find(lang, key).unwrap_or(key).to_owned()
}

/// The text of a key with its places filled.
pub fn fill(lang: Lang, key: &str, places: &[(&str, &str)]) -> String {
    let mut rest = find(lang, key).unwrap_or(key);
    let mut filled = String::with_capacity(rest.len());
    // One pass over the text: a person's words that contain `{name}` are never filled in turn.
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').map_or(rest.len(), |at| open + at + 1);
        let name = rest[open..close].trim_matches(['{', '}']);
        filled.push_str(&rest[..open]);
        match places.iter().find(|(place, _)| *place == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&rest[open..close]),
        }
        rest = &rest[close..];
    }
    filled.push_str(rest);
    filled
}

/// Every key of the table, for the tests that compare it with the code.
pub fn keys() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(key, _)| *key)
}

#[cfg(test)]
mod tests;
