//! One case from its insertion on, as iOS would hold it: the whole plan in plain text.

use super::*;

fn shown(plan: &Plan) -> String {
    let line = |r: &Reminder| {
        let minutes = (r.fire_at_ms - T0) / MINUTE;
        let level = if r.members.is_empty() {
            "sentinel".to_owned()
        } else {
            format!("{:?}", r.level).to_lowercase()
        };
        let steps: Vec<&str> = r.members.iter().map(|m| &*m.step).collect();
        let line = format!(
            "+{:>2}:{:02} rung{:<2} {level:<8} {}",
            minutes / 60,
            minutes % 60,
            r.rung,
            steps.join(" ")
        );
        format!("{}\n", line.trim_end())
    };
    plan.reminders.iter().map(line).collect()
}

#[test]
fn one_case_from_its_insertion_on() {
    let mut case = Case::dwelling(1, T0, T0, 2 * HOUR, T0, None);
    case.tasks.push(task("baseline-check", T0, 0));
    let plan = World::new(vec![case]).ios().plan();
    assert_eq!(shown(&plan), include_str!("one_case.txt"));
    assert_eq!(plan.coverage_until_ms, T0 + 24 * HOUR);
}
