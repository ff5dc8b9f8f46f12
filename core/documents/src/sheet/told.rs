//! What each entry ended, raised and cleared, found once for the whole record.

use marrow_engine::agenda::Status;
use marrow_engine::course::{Course, How, Raised, Turn};
use marrow_engine::flags::Severity;
use marrow_engine::time::Ms;

/// What the course tells of one entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Told<'a> {
    /// The turns that it did late.
    pub late: Vec<&'a Turn>,
    /// The flags that it raised, the most serious of each rule.
    pub raised: Vec<&'a Raised>,
    /// The rules of red and amber flags that were open and found it still so.
    pub stays: Vec<&'static str>,
    /// The rules whose flags it cleared.
    pub cleared: Vec<&'static str>,
}

/// For each entry of a case what the course tells of it; `times` are those at which they happened.
pub(super) fn by_entry<'a>(course: &'a Course, times: &[Ms]) -> Vec<Told<'a>> {
    let mut told = vec![Told::default(); times.len()];
    for turn in &course.turns {
        let done = turn
            .ended
            .filter(|ended| ended.how == How::Done && turn.status >= Status::Late);
        if let Some(told) = done.and_then(|ended| told.get_mut(ended.by)) {
            told.late.push(turn);
        }
    }
    for raised in course.raised.iter().filter(|raised| rests_on_entries(raised.rule)) {
        let by = &raised.raised_by;
        let first = by.iter().position(|entry| times.get(*entry) == Some(&raised.from));
        let first = first.unwrap_or(0);
        for (nth, entry) in by.iter().enumerate().skip(first) {
            let Some(told) = told.get_mut(*entry) else { continue };
            let known = told.raised.iter_mut().find(|known| known.rule == raised.rule);
            match known {
                Some(known) if nth == first && known.severity < raised.severity => *known = raised,
                None if nth == first => told.raised.push(raised),
                None if raised.severity > Severity::Note && !told.stays.contains(&raised.rule) => {
                    told.stays.push(raised.rule);
                }
                _ => {}
            }
        }
    }
    for raised in course.raised.iter().filter(|raised| !goes_on(course, raised)) {
        let told = raised.cleared_by.and_then(|entry| told.get_mut(entry));
        if let Some(told) = told.filter(|told| !told.cleared.contains(&raised.rule)) {
            told.cleared.push(raised.rule);
        }
    }
    told
}

/// Whether a flag went on at another severity when this one ended.
pub(super) fn goes_on(course: &Course, raised: &Raised) -> bool {
    let next =
        |other: &Raised| (other.rule, &other.step, Some(other.from)) == (raised.rule, &raised.step, raised.until);
    course.raised.iter().any(next)
}

/// Whether what raised a flag is something that an entry says; else it is time that has passed since one.
pub(super) fn rests_on_entries(rule: &str) -> bool {
    !matches!(rule, "R1" | "R14" | "R24")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(
        rule: &'static str,
        severity: Severity,
        raised_by: &[usize],
        from: Ms,
        until: Option<(Ms, usize)>,
    ) -> Raised {
        Raised {
            rule,
            step: None,
            severity,
            because: Vec::new(),
            raised_by: raised_by.to_vec(),
            from,
            until: until.map(|(at, _)| at),
            cleared_by: until.map(|(_, by)| by),
        }
    }

    #[test]
    fn an_entry_is_told_what_it_raised_found_open_and_cleared() {
        let course = Course {
            turns: Vec::new(),
            raised: vec![
                raised("R8", Severity::Note, &[0], 0, Some((10, 1))),
                // The same flag, more serious: it was raised by what happened then.
                raised("R8", Severity::Red, &[0, 1, 2], 10, Some((30, 3))),
                raised("R13", Severity::Note, &[1, 2], 10, None),
                // What time alone raises rests on no entry.
                raised("R14", Severity::Amber, &[0], 10, Some((30, 3))),
            ],
        };
        let told = by_entry(&course, &[0, 10, 20, 30]);
        let marks = |told: &Told<'_>| {
            let raised: Vec<_> = told
                .raised
                .iter()
                .map(|raised| (raised.rule, raised.severity))
                .collect();
            (raised, told.stays.clone(), told.cleared.clone())
        };
        let told: Vec<_> = told.iter().map(marks).collect();
        let wanted = [
            (vec![("R8", Severity::Note)], vec![], vec![]),
            (vec![("R8", Severity::Red), ("R13", Severity::Note)], vec![], vec![]),
            (vec![], vec!["R8"], vec![]),
            (vec![], vec![], vec!["R8", "R14"]),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn of_one_rule_the_most_serious_is_told() {
        let course = Course {
            turns: Vec::new(),
            raised: vec![
                raised("R28", Severity::Note, &[0], 0, None),
                raised("R28", Severity::Amber, &[0], 0, None),
            ],
        };
        let told = by_entry(&course, &[0]);
        assert_eq!(told[0].raised.len(), 1);
        assert_eq!(told[0].raised[0].severity, Severity::Amber);
    }
}
