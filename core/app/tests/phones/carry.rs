//! A case goes from phone to phone whose clocks differ: it keeps its true times.

use marrow::engine::time::{HOUR, MINUTE, Ms, SECOND};

use crate::phone::{PLACED, Phone, at};

const DAY: Ms = 24 * HOUR;
const CLOCKS: [Ms; 8] = [
    -30 * 365 * DAY,
    -DAY,
    -HOUR,
    -3 * SECOND,
    SECOND,
    10 * MINUTE,
    DAY,
    30 * 365 * DAY,
];

#[test]
fn side_by_side_true_times_stay_exact() {
    for ahead in CLOCKS {
        let mut a = Phone::with(1, PLACED);
        let mut b = Phone::ahead(2, ahead);
        a.hand_to(&mut b, "+30m");
        for step in ["site-check", "disinfect", "access-review", "dwell-limit"] {
            assert_eq!(
                b.due_text(step, "+31m"),
                a.due_text(step, "+31m"),
                "{step} at {ahead} ms ahead"
            );
        }
        b.run("+1h look");
        assert_eq!(b.due_text("site-check", "+61m"), "+3h");
        b.hand_to(&mut a, "+70m");
        assert_eq!(a.due_text("site-check", "+71m"), "+3h", "and back, {ahead} ms ahead");
    }
}

#[test]
fn over_three_phones_and_home_again() {
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::ahead(2, DAY);
    let mut c = Phone::ahead(3, -7 * HOUR);
    a.hand_to(&mut b, "+10m");
    b.run("+20m look");
    b.hand_to(&mut c, "+30m");
    assert_eq!(c.due_text("site-check", "+31m"), "+2h20m");
    assert_eq!(
        c.due_text("disinfect", "+31m"),
        "+5h",
        "what A recorded came by way of B"
    );
    c.run("+40m disinfect");
    c.hand_to(&mut a, "+50m");
    for phone in [&mut a, &mut c] {
        assert_eq!(phone.due_text("site-check", "+51m"), "+2h20m");
        assert_eq!(phone.due_text("disinfect", "+51m"), "+5h40m");
        assert_eq!(phone.due_text("dwell-limit", "+51m"), "+24h");
    }
}

#[test]
fn jumps_before_between_and_after_do_not_matter() {
    for jump in [-DAY, -3 * SECOND, HOUR, 30 * 365 * DAY] {
        let mut a = Phone::with(1, PLACED);
        let mut b = Phone::new(2);
        b.observe("+0");
        // B's clock jumps before it takes the case, A's after it wrote and before it gives.
        b.jump(jump);
        a.jump(-2 * jump);
        a.hand_to(&mut b, "+30m");
        assert_eq!(b.due_text("site-check", "+31m"), "+2h", "{jump}");
        // B's jumps again, and records.
        b.jump(jump);
        b.run("+40m look");
        b.jump(-2 * jump);
        a.jump(2 * jump);
        b.hand_to(&mut a, "+50m");
        assert_eq!(a.due_text("site-check", "+51m"), "+2h40m", "{jump}");
        assert_eq!(b.due_text("site-check", "+51m"), "+2h40m", "{jump}");
        a.reopen();
        b.reopen();
        a.jump(jump);
        assert_eq!(a.due_text("site-check", "+52m"), "+2h40m", "{jump}");
        assert_eq!(b.due_text("dwell-limit", "+52m"), "+24h", "{jump}");
    }
}

#[test]
fn from_afar_both_clocks_are_taken_to_be_right() {
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::ahead(2, 5 * MINUTE);
    let parcel = a.parcel("+10m");
    let now = b.sample(at("+3h"));
    b.marrow.take(&parcel, false, &now).unwrap();
    // B's clock is five minutes ahead of A's and nobody can know: it reads A's times on its own clock.
    assert_eq!(b.due_text("site-check", "+3h"), "+1h55m");
    // A jump that A knew of is known to B as well.
    let mut a = Phone::with(1, PLACED);
    a.jump(DAY);
    a.run("+20m look");
    a.jump(-DAY);
    let parcel = a.parcel("+30m");
    let mut c = Phone::new(3);
    let now = c.sample(at("+40m"));
    c.marrow.take(&parcel, false, &now).unwrap();
    assert_eq!(c.due_text("site-check", "+41m"), "+2h20m");
}

#[test]
fn what_came_first_keeps_its_reading() {
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::ahead(2, HOUR);
    a.hand_to(&mut b, "+10m");
    // The same again, from afar: nothing is new, nothing moves.
    let parcel = a.parcel("+20m");
    let now = b.sample(at("+30m"));
    let taken = b.marrow.take(&parcel, false, &now).unwrap();
    assert_eq!((taken.new, taken.known), (0, 2));
    assert_eq!(b.due_text("site-check", "+31m"), "+2h");
}

#[test]
fn an_acknowledgement_holds_on_every_phone() {
    for ahead in CLOCKS {
        let mut a = Phone::with(1, PLACED);
        let mut b = Phone::ahead(2, ahead);
        a.hand_to(&mut b, "+1h");
        b.run("+20h acknowledge dwell-warning-4h");
        b.hand_to(&mut a, "+20h1m");
        assert_eq!(b.due_text("dwell-warning-4h", "+20h2m"), "-");
        assert_eq!(a.due_text("dwell-warning-4h", "+20h2m"), "-", "{ahead}");
        assert_eq!(a.due_text("dwell-warning-1h", "+20h2m"), "+23h");
    }
}

#[test]
fn an_acknowledgement_holds_though_carrying_took_a_moment() {
    // Half a second passes between the making of a parcel and its taking, each way.
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::ahead(2, 3 * SECOND);
    let parcel = a.parcel("+1h");
    b.take(&parcel, "+1h+500ms");
    b.run("+20h1s acknowledge dwell-warning-4h");
    assert_eq!(b.due_text("dwell-warning-4h", "+20h2s"), "-");
    let parcel = b.parcel("+20h1m");
    a.take(&parcel, "+20h1m+500ms");
    assert_eq!(a.due_text("dwell-warning-4h", "+20h2m"), "-");
}
