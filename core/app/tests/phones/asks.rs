//! What a person is asked when something is recorded late, or done once it was overdue.

use marrow::Ask;

use crate::phone::{PLACED, Phone};

fn asked(phone: &mut Phone, line: &str) -> Vec<Ask> {
    phone.attempt(line).unwrap().asks
}

#[test]
fn more_than_a_day_later_it_asks_why_so_late() {
    let mut phone = Phone::with(1, PLACED);
    phone.run("+30m look; +2h look");
    assert_eq!(asked(&mut phone, "+3h note x now=+27h"), [], "a day sharp");
    assert_eq!(
        asked(&mut phone, "+3h note x now=+27h+1ms"),
        [Ask::WhyLate],
        "a millisecond more"
    );
    assert_eq!(
        asked(&mut phone, "+3h note x now=+30h late_reason='typed from paper'"),
        [],
        "told already"
    );
    assert_eq!(
        asked(&mut phone, "+3h note x now=+30h late_reason='  '"),
        [Ask::WhyLate],
        "a blank is no reason"
    );
}

#[test]
fn done_once_overdue_it_asks_why() {
    let why = || vec![Ask::WhyOverdue("site-check".to_owned())];
    // The first and the baseline check are done, so that one task alone is waited for; due at +2h20m, overdue at +2h50m.
    let script = format!("{PLACED}; +20m look");
    for (line, expected) in [
        ("+2h50m look", why()),
        ("+2h50m-1ms look", vec![]),
        ("+2h50m look late_reason='three new patients'", vec![]),
        ("+2h50m look pain=null", vec![]),
        ("+2h50m disinfect", vec![]),
        ("+2h50m skip site-check away", vec![]),
        ("+2h50m end-case died in", vec![]),
        ("+2h look now=+2h50m", vec![]),
        ("+2h50m look now=+3h", why()),
    ] {
        let mut phone = Phone::with(1, &script);
        assert_eq!(asked(&mut phone, line), expected, "{line}");
    }
}

#[test]
fn it_is_judged_by_when_it_was_done_not_by_when_it_was_typed() {
    // Done ten minutes after it fell due, when it was not overdue; typed an hour later, when it was.
    let mut phone = Phone::with(1, &format!("{PLACED}; +20m look"));
    assert_eq!(asked(&mut phone, "+2h30m look now=+3h20m"), []);
}
