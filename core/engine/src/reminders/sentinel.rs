//! The last reminder of a plan: it asks to open the app before the plan runs out.

use std::sync::Arc;

use super::ids::{self, SENTINEL};
use super::model::{Category, Channel, Reminder};
use super::words;
use crate::protocol::Level;
use crate::text::Lang;
use crate::time::{MINUTE, Ms};

/// So long before the plan runs out (product default).
const BEFORE_END: Ms = 30 * MINUTE;
/// On quarter hours, so that a plan made a second later does not move it.
const GRID: Ms = 15 * MINUTE;

pub(super) fn reminder(now: Ms, coverage_until: Ms, lang: Lang) -> Reminder {
    let before_end = coverage_until.saturating_sub(BEFORE_END);
    let on_grid = before_end - before_end.rem_euclid(GRID);
    let halfway = now.saturating_add(coverage_until.saturating_sub(now) / 2);
    let fire_at_ms = if on_grid > now {
        on_grid
    } else {
        halfway.max(now.saturating_add(1))
    };
    let (title, body) = words::sentinel(lang);
    let mut reminder = Reminder {
        id: SENTINEL.to_owned(),
        slot: SENTINEL.to_owned(),
        fire_at_ms,
        channel: Channel::System,
        level: Level::Soon,
        rung: 0,
        title,
        body,
        thread: SENTINEL.to_owned(),
        category: Category::Open,
        link: "marrow://board".to_owned(),
        expires_at_ms: fire_at_ms.saturating_add(BEFORE_END).saturating_add(GRID),
        fingerprint: String::new(),
        members: Arc::default(),
    };
    reminder.fingerprint = ids::fingerprint(&reminder, [].into_iter(), [].into_iter());
    reminder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_before_the_end_and_never_just_now() {
        let at = |now: Ms, end: Ms| reminder(now, end, Lang::En).fire_at_ms;
        let end = 100 * GRID;
        for (now, expected) in [
            // Half an hour before the end, on the quarter of an hour before that.
            (0, end - BEFORE_END),
            (end - BEFORE_END - 1, end - BEFORE_END),
            // Later than that: half of what is left.
            (end - BEFORE_END, end - GRID),
            (end - 10, end - 5),
            (end - 1, end),
        ] {
            assert_eq!(at(now, end), expected, "{now}");
        }
        assert_eq!(at(0, end + GRID - 1), end - BEFORE_END);
    }
}
