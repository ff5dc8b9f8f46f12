//! One command is one transaction, and everything told follows from the log.

use marrow::engine::text::Lang;

use crate::phone::{PLACED, Phone, at, case, rule};

/// A day's work: two phones, strikes, amendments, a jump, a skip, a flag, a removal.
fn day() -> Phone {
    let mut phone = Phone::with(1, PLACED);
    phone.run("+20m look swelling=true as=c; +30m start-product saline; +40m amend of=c pain=3 at=+19m");
    phone.jump(3_600_000);
    phone.run("+80m look as=d; +81m strike of=d; +85m skip site-check away; +90m give-handover to=x");
    let mut other = Phone::ahead(2, -90_000);
    phone.hand_to(&mut other, "+95m");
    other.run("+100m accept-handover; +2h access-review remove; +130m disinfect");
    other.hand_to(&mut phone, "+135m");
    phone.run("+3h removal-antiseptic iodine; +181m remove tip_intact=false; +182m start-compression");
    phone.run("+185m snooze compression");
    phone
}

fn told(phone: &mut Phone) -> String {
    let now = phone.sample(at("+4h"));
    let board = phone.marrow.board(Lang::Es, &now).unwrap();
    let case = phone.marrow.case(case(), Lang::En, &now).unwrap();
    let state = phone.marrow.clock_state(&now);
    format!(
        "{board:?}\n{case:?}\n{state:?} {} {:?}",
        phone.marrow.mark(),
        phone.marrow.policy()
    )
}

#[test]
fn opened_again_it_tells_the_same() {
    let mut phone = day();
    let before = told(&mut phone);
    for _ in 0..2 {
        phone.reopen();
        assert_eq!(told(&mut phone), before);
    }
}

#[test]
fn rebuilt_from_the_log_it_tells_the_same() {
    let mut phone = day();
    let before = told(&mut phone);
    phone.marrow.rebuild().unwrap();
    assert_eq!(told(&mut phone), before);
    phone.reopen();
    assert_eq!(told(&mut phone), before);
    let verified = phone.marrow.verify().unwrap();
    assert_eq!((verified.fault, verified.forks, verified.unreadable), (None, 0, 0));
}

#[test]
fn a_refused_command_leaves_nothing() {
    let mut phone = day();
    phone.observe("+200m");
    let before = told(&mut phone);
    let entries = phone.marrow.verify().unwrap().entries;
    for (line, refused) in [
        ("+5h insert ez-io proximal-tibia left", "one-device"),
        ("+5h remove", "device-out"),
        ("+5h look", "device-out"),
        ("+5h sign-off", "slot-open"),
        ("+5h skip compression away", "not-skippable"),
        ("+5h note '  '", "missing-field"),
        ("+6h note x now=+5h", "R22"),
        ("+5h open-case alias=x", "case-exists"),
        ("+5h extend 48 a b", "device-out"),
    ] {
        assert_eq!(rule(phone.attempt(line)), refused, "{line}");
        assert_eq!(told(&mut phone), before, "{line}");
    }
    // A clock that jumped in the meantime is no exception: what is refused writes nothing at all.
    phone.jump(86_400_000);
    assert_eq!(rule(phone.attempt("+5h remove")), "device-out");
    assert_eq!(phone.marrow.verify().unwrap().entries, entries);
    phone.jump(-86_400_000);
    phone.reopen();
    assert_eq!(told(&mut phone), before, "opened again");
}

#[test]
fn a_preview_leaves_nothing_and_tells_what_would_be() {
    use crate::script::{Line, lines};
    let mut phone = Phone::with(1, PLACED);
    let before = told(&mut phone);
    let now = phone.sample(at("+30m"));
    let Line::Typed(typed) = &lines("+30m look swelling=true")[0] else {
        unreachable!()
    };
    let command = phone.command(typed);
    let outcome = phone.marrow.preview(&command, &now).unwrap();
    assert_eq!(outcome.entry, None);
    assert_eq!(outcome.raised.iter().map(|f| f.rule).collect::<Vec<_>>(), ["R9"]);
    assert_eq!(told(&mut phone), before);
    assert!(phone.marrow.dispatch(&command, &now).unwrap().entry.is_some());
}

#[test]
fn a_refused_policy_changes_nothing() {
    let mut phone = Phone::new(1);
    let good = r#"{"id":"h","version":1,"parameters":{"disinfect.every":360}}"#;
    phone.marrow.set_policy(Some(good)).unwrap();
    let bad = r#"{"id":"h","version":2,"parameters":{"disinfect.every":3000}}"#;
    assert!(phone.marrow.set_policy(Some(bad)).is_err());
    assert_eq!(phone.marrow.policy(), Some(good));
    phone.run(PLACED);
    assert_eq!(phone.due_text("disinfect", "+1m"), "+6h");
    phone.marrow.set_policy(None).unwrap();
    assert_eq!(
        phone.due_text("disinfect", "+1m"),
        "+6h",
        "an open case keeps what it was opened under"
    );
    phone.reopen();
    assert_eq!(phone.marrow.policy(), None);
    assert_eq!(phone.due_text("disinfect", "+1m"), "+6h");
}

#[test]
fn a_case_carries_its_policy_to_a_phone_that_has_another() {
    let mut a = Phone::new(1);
    a.marrow
        .set_policy(Some(r#"{"id":"h","version":1,"parameters":{"disinfect.every":360}}"#))
        .unwrap();
    a.run(PLACED);
    let mut b = Phone::new(2);
    b.marrow
        .set_policy(Some(r#"{"id":"k","version":1,"parameters":{"disinfect.every":180}}"#))
        .unwrap();
    a.hand_to(&mut b, "+5m");
    assert_eq!(b.due_text("disinfect", "+6m"), "+6h");
    b.run(r#"+10m move-policy {"id":"k","version":1,"parameters":{"disinfect.every":180}}"#);
    assert_eq!(b.due_text("disinfect", "+11m"), "+3h");
    b.hand_to(&mut a, "+12m");
    assert_eq!(a.due_text("disinfect", "+13m"), "+3h");
}
