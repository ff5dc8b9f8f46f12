//! Holds what the software says against what the scenario expects.

use super::player::Player;
use super::scenario::{Expectation, Instant, Scenario};
use crate::failure::Result;

/// Expectations that held and that did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failures: Vec<String>,
}

impl Tally {
    pub fn add(mut self, other: Self) -> Self {
        self.passed += other.passed;
        self.failures.extend(other.failures);
        self
    }

    fn expect(&mut self, holds: bool, failure: impl FnOnce() -> String) {
        if holds {
            self.passed += 1;
        } else {
            self.failures.push(failure());
        }
    }
}

/// Plays a scenario and checks all of it.
pub fn check(scenario: &Scenario, shown: &str) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut player = Player::new(scenario)?;
    for expectation in &scenario.expect {
        player.play_until(expectation.at)?;
        one(&mut player, expectation, &mut tally)?;
    }
    player.play_until(scenario.end())?;
    tally.passed += player.lines - player.surprises.len();
    tally.failures.append(&mut player.surprises);
    tally
        .failures
        .iter_mut()
        .for_each(|failure| *failure = format!("{shown}: {failure}"));
    Ok(tally)
}

fn one(player: &mut Player<'_>, expected: &Expectation, tally: &mut Tally) -> Result<()> {
    let case = player.case(&expected.case);
    let zone = player.scenario.zone.clone();
    let place = format!(
        "at {}, {} / case {}",
        shown(expected.at, &zone),
        expected.phone,
        expected.case
    );
    let Some(phone) = player
        .phones
        .get_mut(&expected.phone)
        .filter(|p| p.marrow.case_ids().contains(&case))
    else {
        tally
            .failures
            .push(format!("{place}: expected the case on this phone, found none"));
        return Ok(());
    };
    let now = phone.sample(expected.at);
    let caps = marrow::engine::reminders::PlatformCaps::android();
    let reminders = phone.marrow.reminders_for(case, &caps, &now)?;
    let found = phone.marrow.with_case(case, &now, |look, _| {
        let tasks: Vec<(String, &'static str, i64)> = look
            .tasks
            .iter()
            .map(|t| (t.step.clone(), t.status.word(), t.due_at))
            .collect();
        let flags: Vec<(&'static str, &'static str)> = look.flags.iter().map(|f| (f.rule, f.severity.word())).collect();
        (look.limit.as_ref().map(|limit| limit.at), tasks, flags)
    })?;
    let (limit, tasks, flags) = found;
    let tell = |at: i64| shown(phone.truth(at), &zone);
    if let Some(wanted) = expected.limit_at {
        let limit = limit.map(|at| phone.truth(at));
        tally.expect(limit == wanted, || {
            let text = |at: Option<Instant>| at.map_or_else(|| "none".to_owned(), |at| shown(at, &zone));
            format!("{place}: limit_at: expected {}, found {}", text(wanted), text(limit))
        });
    }
    for (step, wanted) in &expected.tasks {
        let Some((_, status, due_at)) = tasks.iter().find(|(s, ..)| s == step) else {
            tally
                .failures
                .push(format!("{place}: {step}: expected open, found none"));
            continue;
        };
        if let Some(wanted) = &wanted.status {
            tally.expect(wanted == status, || {
                format!("{place}: {step}: expected {wanted}, found {status}")
            });
        }
        if let Some(wanted) = wanted.due_at {
            tally.expect(phone.truth(*due_at) == wanted, || {
                format!(
                    "{place}: {step}: expected due at {}, found {}",
                    shown(wanted, &zone),
                    tell(*due_at)
                )
            });
        }
    }
    for step in &expected.absent {
        let found = tasks.iter().find(|(s, ..)| s == step);
        tally.expect(found.is_none(), || {
            format!("{place}: {step}: expected none, found {}", found.map_or("", |f| f.1))
        });
    }
    for rule in &expected.flags {
        tally.expect(flags.iter().any(|(r, _)| r == rule), || {
            format!("{place}: {rule}: expected open, found none")
        });
    }
    for rule in &expected.no_flags {
        let found = flags.iter().find(|(r, _)| r == rule);
        tally.expect(found.is_none(), || {
            format!("{place}: {rule}: expected none, found {}", found.map_or("", |f| f.1))
        });
    }
    for (rule, wanted) in &expected.severity {
        let found = flags
            .iter()
            .filter(|(r, _)| r == rule)
            .map(|(_, severity)| *severity)
            .next();
        tally.expect(found == Some(wanted), || {
            format!("{place}: {rule}: expected {wanted}, found {}", found.unwrap_or("none"))
        });
    }
    if let Some(wanted) = expected.reminders {
        tally.expect(reminders == wanted, || {
            format!("{place}: reminders: expected {wanted}, found {reminders}")
        });
    }
    Ok(())
}

/// An instant in the scenario's zone.
pub fn shown(at: Instant, zone: &str) -> String {
    let offset = super::phone::zone(zone).ok().map_or(0, |zone| {
        use chrono::{Offset, TimeZone};
        let utc = chrono::DateTime::from_timestamp_millis(at.0).unwrap_or_default();
        zone.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc()
    });
    marrow::engine::time::rfc3339(at.0, offset)
}
