//! What every command gets: the language, the clock, the store's place, who records, the streams.

use std::path::{Path, PathBuf};

use marrow::engine::entry::Actor;
use marrow::engine::time::ClockSample;

use crate::clock::Clock;
use crate::failure::{Failure, Result};
use crate::say::Say;
use crate::term::Out;

/// What every command gets.
pub struct Context {
    /// Texts, in the person's language and zone.
    pub say: Say,
    /// The clocks.
    pub clock: Clock,
    /// Whether the system could name its zone.
    pub zone_known: bool,
    /// The store's folder.
    pub store: PathBuf,
    /// Who records; empty where nobody said so.
    pub actor: Actor,
    /// The streams.
    pub out: Out,
    /// How this program is called here, for hints that can be copied.
    pub program: String,
}

impl Context {
    /// One sample of the clocks.
    pub fn now(&self) -> ClockSample {
        self.clock.sample()
    }

    /// The database in the store's folder.
    pub fn database(&self) -> PathBuf {
        database(&self.store)
    }
}

/// The database in a store's folder.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("marrow.db")
}

/// Where a store is when nobody says where.
pub fn default_store() -> PathBuf {
    let var = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let home = || var("HOME").unwrap_or_default();
    let data = if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else if cfg!(windows) {
        var("APPDATA").unwrap_or_else(home)
    } else {
        // The specification wants relative paths ignored.
        let xdg = var("XDG_DATA_HOME").filter(|path| path.is_absolute());
        xdg.unwrap_or_else(|| home().join(".local/share"))
    };
    data.join("marrow")
}

/// `NAME,ROLE,UNIT`; role and unit may be left out.
pub fn actor(text: &str, say: Say) -> Result<Actor> {
    let mut parts = text.split(',').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    let actor = Actor {
        name: next(),
        role: next(),
        unit: next(),
    };
    let longest = [&actor.name, &actor.role, &actor.unit]
        .iter()
        .map(|part| part.chars().count())
        .max();
    if actor.name.is_empty() || parts.next().is_some() || longest > Some(200) {
        return Err(Failure::usage(say.fill("terminal.as.wrong", &[("typed", text)])).hint(say.get("terminal.as.hint")));
    }
    Ok(actor)
}

/// How the program was started: `marrow`, the path that was typed, or `cargo run --`.
pub fn program() -> String {
    if std::env::var_os("CARGO").is_some() && std::env::var_os("CARGO_PKG_NAME").is_some() {
        return "cargo run -q --".to_owned();
    }
    std::env::args()
        .next()
        .filter(|name| !name.is_empty())
        .map_or_else(|| "marrow".to_owned(), |name| quoted(&name))
}

/// A word as a shell takes it for one.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=@%+,~".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marrow::engine::text::Lang;

    #[test]
    fn who_records_is_read() {
        let say = Say {
            lang: Lang::En,
            zone: chrono_tz::Tz::UTC,
        };
        let gil = actor("M. Gil, nurse,Ward 3", say).unwrap();
        assert_eq!(
            (gil.name.as_str(), gil.role.as_str(), gil.unit.as_str()),
            ("M. Gil", "nurse", "Ward 3")
        );
        assert_eq!(actor("M. Gil", say).unwrap().unit, "");
        for bad in ["", ",nurse", "a,b,c,d"] {
            assert_eq!(actor(bad, say).unwrap_err().code, 2, "{bad}");
        }
    }

    #[test]
    fn words_are_quoted_for_the_shell() {
        for (word, shown) in [
            ("Bed-4", "Bed-4"),
            ("Bed 4", "'Bed 4'"),
            ("O'Neill", "'O'\\''Neill'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), shown);
        }
    }
}
