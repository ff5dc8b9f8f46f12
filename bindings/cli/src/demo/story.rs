//! The story as data: texts in both languages, times that are moved so that it ends when asked.

use chrono::DateTime;
use marrow::engine::text::Lang;
use serde::Deserialize;
use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::replay::{Instant, Scenario};
use crate::say::Say;

const STORY: &str = include_str!("story.json");

/// A part of the story.
#[derive(Clone, Debug, Deserialize)]
pub struct Scene {
    /// When it begins.
    pub at: Instant,
    /// Its heading.
    pub title: String,
    /// What happens in it, for somebody who sees all this for the first time.
    pub text: String,
    /// Whose reminders are shown at its end.
    #[serde(default)]
    pub reminders: Option<String>,
}

/// The story in one language, at its time.
pub struct Story {
    /// What is played.
    pub scenario: Scenario,
    /// Its parts, in order.
    pub scenes: Vec<Scene>,
    /// The name of the case that it is about.
    pub hero: String,
}

impl Story {
    /// The story, ending at a moment.
    pub fn ending(end: Instant, say: Say) -> Result<Self> {
        let wrong = |e: serde_json::Error| Failure::new(format!("the story: {e}"));
        let mut json: Value = serde_json::from_str(STORY).map_err(wrong)?;
        let written = json["end"].as_str().and_then(time).unwrap_or(0);
        localise(&mut json, say.lang);
        shift(&mut json, end.0 - written);
        let scenes: Vec<Scene> = serde_json::from_value(json["scenes"].clone()).map_err(wrong)?;
        let hero = json["hero"].as_str().unwrap_or_default().to_owned();
        let mut scenario = Scenario::parse(&json.to_string())?;
        scenario.zone = say.zone.name().to_owned();
        Ok(Self { scenario, scenes, hero })
    }
}

/// Puts the text of the language in place of each pair of texts.
fn localise(json: &mut Value, lang: Lang) {
    match json {
        Value::Object(map) if map.len() == 2 && map.contains_key("en") && map.contains_key("es") => {
            *json = map.remove(lang.tag()).unwrap_or_default();
        }
        Value::Object(map) => map.values_mut().for_each(|value| localise(value, lang)),
        Value::Array(items) => items.iter_mut().for_each(|item| localise(item, lang)),
        _ => {}
    }
}

/// Moves every time.
fn shift(json: &mut Value, by: i64) {
    match json {
        Value::String(text) => {
            if let Some(at) = time(text) {
                *text = marrow::engine::time::rfc3339(at + by, 0);
            }
        }
        Value::Object(map) => map.values_mut().for_each(|value| shift(value, by)),
        Value::Array(items) => items.iter_mut().for_each(|item| shift(item, by)),
        _ => {}
    }
}

fn time(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replay::Player;

    #[test]
    fn the_story_is_whole_in_both_languages_and_plays_as_written() {
        let end = Instant(1_772_700_060_000);
        for lang in Lang::ALL {
            let say = Say {
                lang: *lang,
                zone: chrono_tz::Tz::Europe__Madrid,
            };
            let story = Story::ending(end, say).unwrap();
            assert!(!story.scenes.is_empty() && story.scenes.is_sorted_by_key(|scene| scene.at));
            assert!(story.scenario.end() <= end);
            let mut player = Player::new(&story.scenario).unwrap();
            player.play_until(end).unwrap();
            assert_eq!(player.surprises, Vec::<String>::new());
        }
    }
}
