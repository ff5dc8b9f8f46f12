//! What a check asks of a case, at each turn of it.

use marrow::engine::form::CheckAsked;
use marrow::engine::text::Lang;

use crate::phone::{PLACED, Phone, at, case};

fn asked(script: &str, now: &str) -> CheckAsked {
    let mut phone = Phone::with(1, script);
    let now = phone.sample(at(now));
    phone
        .marrow
        .with_case(case(), &now, |look, _| CheckAsked::of(look, Lang::En))
        .unwrap()
}

fn fields(asked: &CheckAsked) -> Vec<&'static str> {
    asked
        .groups
        .iter()
        .flat_map(|group| &group.fields)
        .map(|field| field.field)
        .collect()
}

fn open(asked: &CheckAsked) -> bool {
    asked.groups.iter().all(|group| group.open)
}

#[test]
fn what_makes_it_count_comes_first_and_nothing_twice() {
    let first = asked(PLACED, "+5m");
    let counting: Vec<&str> = first.groups[0].fields.iter().map(|f| f.field).collect();
    let core = [
        "bleeding",
        "bleeding_colour",
        "colour",
        "temperature",
        "pain",
        "inflammation",
        "firm",
        "pulse",
    ];
    assert!(
        first.groups[0].counts && core.iter().all(|field| counting.contains(field)),
        "{counting:?}"
    );
    assert_eq!(counting.len(), core.len());
    let mut all = fields(&first);
    all.sort_unstable();
    let before = all.len();
    all.dedup();
    assert_eq!(all.len(), before);
    assert_eq!(
        (first.side.as_deref(), first.other_side.as_deref()),
        (Some("left"), Some("right"))
    );
}

#[test]
fn the_whole_set_is_open_when_it_is_due() {
    let looked = format!("{PLACED}; +20m look");
    for (script, now, whole) in [
        (PLACED.to_owned(), "+5m", true),
        (looked.clone(), "+25m", false),
        (format!("{looked}; +30m give-handover to=Ward"), "+31m", true),
        (
            format!("{looked}; +30m give-handover to=Ward; +40m look"),
            "+41m",
            false,
        ),
        (format!("{looked}; +30m look swelling=true"), "+31m", true),
    ] {
        assert_eq!(open(&asked(&script, now)), whole, "{script}");
    }
}

#[test]
fn what_cannot_be_is_not_asked() {
    let at_first = fields(&asked(PLACED, "+5m"));
    assert!(at_first.contains(&"firm") && !at_first.contains(&"failed_site_swelling"));
    let out = fields(&asked(&format!("{PLACED}; +20m remove"), "+21m"));
    assert!(
        ["firm", "flush", "aspirates", "flow"]
            .iter()
            .all(|field| !out.contains(field))
    );
    let sternum = asked(
        "-10m open-case alias=Anna age_years=40 consciousness=conscious; +0 insert fast1 sternum midline",
        "+5m",
    );
    let of_it = fields(&sternum);
    assert!(of_it.contains(&"breathless") && !of_it.contains(&"pulse") && !of_it.contains(&"cap_refill_s"));
    assert_eq!((sternum.side, sternum.other_side), (None, None));
}

#[test]
fn bones_of_failed_tries_are_named() {
    let script = format!("-15m attempt-failed proximal-humerus right; {PLACED}");
    let script = script.replacen(
        "-15m attempt-failed proximal-humerus right; -10m open-case",
        "-20m open-case",
        1,
    );
    let script = script.replacen(
        "; +0 insert",
        "; -5m attempt-failed proximal-humerus right; +0 insert",
        1,
    );
    let asked = asked(&script, "+5m");
    let field = asked
        .groups
        .iter()
        .flat_map(|g| &g.fields)
        .find(|f| f.field == "failed_site_swelling");
    assert!(field.unwrap().label.contains("Right proximal humerus"), "{field:?}");
}

#[test]
fn what_was_found_last_stands_beside_and_answers_nothing() {
    let script = format!("{PLACED}; +20m look colour=pale other_colour=normal; +40m check pain=2");
    let asked = asked(&script, "+41m");
    let field = |name: &str| {
        asked
            .groups
            .iter()
            .flat_map(|g| &g.fields)
            .find(|f| f.field == name)
            .unwrap()
    };
    let colour = field("colour");
    assert_eq!(
        (colour.last.as_deref(), colour.other_last.as_deref()),
        (Some("pale"), Some("normal"))
    );
    assert_eq!(colour.last_at, Some(at("+20m")));
    assert_eq!(
        (field("pain").last.as_deref(), field("pain").last_at),
        (Some("2"), Some(at("+40m")))
    );
    assert_eq!(field("skin").last, None);
}
