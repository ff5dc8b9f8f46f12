//! Which phone reminds of a case: the one that opened or accepted it, until another does.

use crate::phone::{PLACED, Phone};

/// A phone with the case, and another that has been given it to look at.
fn two() -> (Phone, Phone) {
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::new(2);
    a.hand_to(&mut b, "+10m");
    (a, b)
}

#[test]
fn the_opener_watches_and_who_merely_has_it_does_not() {
    let (mut a, mut b) = two();
    assert!(a.watches("+11m"));
    assert!(!b.watches("+11m"), "having it is not accepting it");
    b.run("+20m look");
    assert!(!b.watches("+21m"), "nor is recording in it");
    b.hand_to(&mut a, "+22m");
    assert!(a.watches("+23m"));
    a.reopen();
    assert!(a.watches("+24m"));
}

#[test]
fn a_handover_given_changes_nothing_until_it_is_accepted() {
    let (mut a, mut b) = two();
    a.run("+20m give-handover to=ward");
    assert!(a.watches("+21m"));
    a.hand_to(&mut b, "+22m");
    assert!(a.watches("+23m") && !b.watches("+23m"));
    b.run("+24m accept-handover");
    assert!(b.watches("+25m"));
    assert!(
        a.watches("+25m"),
        "the giver does not know yet: rather twice than not at all"
    );
    b.hand_to(&mut a, "+26m");
    assert!(b.watches("+27m") && !a.watches("+27m"), "now it does");
    for phone in [&mut a, &mut b] {
        phone.reopen();
    }
    assert!(b.watches("+28m") && !a.watches("+28m"));
}

#[test]
fn accepted_by_word_the_giver_stops() {
    let (mut a, mut b) = two();
    a.run("+20m give-handover to=ward; +21m accept-handover by_word=true name=Kim");
    assert!(!a.watches("+22m"));
    a.hand_to(&mut b, "+23m");
    assert!(!b.watches("+24m"), "a word at one phone accepts for no other");
    b.run("+25m accept-handover");
    assert!(b.watches("+26m"));
    b.hand_to(&mut a, "+27m");
    assert!(!a.watches("+28m"));
}

#[test]
fn a_struck_acceptance_gives_it_back() {
    let (mut a, mut b) = two();
    a.run("+20m give-handover to=ward; +21m accept-handover by_word=true as=w; +22m strike of=w");
    assert!(a.watches("+23m"));
    a.hand_to(&mut b, "+24m");
    b.run("+25m accept-handover as=x");
    b.hand_to(&mut a, "+26m");
    assert!(b.watches("+27m") && !a.watches("+27m"));
    b.run("+28m strike of=x");
    b.hand_to(&mut a, "+29m");
    assert!(a.watches("+30m") && !b.watches("+30m"));
}

#[test]
fn it_goes_on_and_comes_back() {
    let (mut a, mut b) = two();
    let mut c = Phone::new(3);
    a.run("+20m give-handover to=b");
    a.hand_to(&mut b, "+21m");
    b.run("+22m accept-handover; +30m give-handover to=c");
    b.hand_to(&mut c, "+31m");
    c.run("+32m accept-handover");
    c.hand_to(&mut b, "+33m");
    c.hand_to(&mut a, "+33m");
    assert_eq!(
        [a.watches("+34m"), b.watches("+34m"), c.watches("+34m")],
        [false, false, true]
    );
    c.run("+40m give-handover to=a");
    c.hand_to(&mut a, "+41m");
    a.run("+42m accept-handover");
    a.hand_to(&mut b, "+43m");
    a.hand_to(&mut c, "+43m");
    assert_eq!(
        [a.watches("+44m"), b.watches("+44m"), c.watches("+44m")],
        [true, false, false]
    );
}

#[test]
fn of_two_who_accept_at_once_one_watches_and_both_say_which() {
    let (mut a, mut b) = two();
    let mut c = Phone::new(3);
    a.run("+20m give-handover to=whoever");
    a.hand_to(&mut b, "+21m");
    a.hand_to(&mut c, "+21m");
    b.run("+22m accept-handover");
    c.run("+22m accept-handover");
    b.hand_to(&mut c, "+23m");
    c.hand_to(&mut b, "+23m");
    b.hand_to(&mut a, "+23m");
    let watching = [a.watches("+24m"), b.watches("+24m"), c.watches("+24m")];
    assert_eq!(watching.iter().filter(|w| **w).count(), 1, "{watching:?}");
    assert!(!watching[0]);
}
