//! What is taken in is whole, or nothing of it is.

use marrow::engine::entry::{Entry, Fields};
use marrow::{Error, Marrow, Parcel};

use crate::phone::{PLACED, Phone, at, case};
use crate::script::case_id;

/// Everything that lies in a store, and all that is told of it.
fn everything(marrow: &mut Marrow, phone: &Phone) -> (u64, Vec<(Vec<u8>, i64)>, String) {
    let now = phone.sample(at("+5h"));
    let verified = marrow.verify().unwrap();
    assert_eq!(verified.fault, None);
    let entries = marrow.parcel(case(), &now).map(|p| p.entries).unwrap_or_default();
    let view = marrow.case(case(), marrow::engine::text::Lang::En, &now);
    (
        verified.entries,
        entries,
        format!("{view:?} {:?} {}", marrow.case_ids(), marrow.mark()),
    )
}

fn resealed(bytes: &[u8], change: impl FnOnce(&mut marrow::engine::entry::Envelope)) -> Vec<u8> {
    let mut envelope = Entry::read(bytes).unwrap().envelope;
    change(&mut envelope);
    Entry::seal(envelope).unwrap().bytes()
}

#[test]
fn a_cut_forged_or_mixed_parcel_changes_nothing() {
    let mut a = Phone::with(1, PLACED);
    a.run("+10m look; +20m disinfect; +30m look");
    let good = a.parcel("+40m");
    let with = |change: &dyn Fn(&mut Parcel)| {
        let mut parcel = good.clone();
        change(&mut parcel);
        parcel
    };
    let bad: Vec<(&str, Parcel)> = vec![
        ("its beginning cut off", with(&|p| drop(p.entries.remove(0)))),
        ("a hole in it", with(&|p| drop(p.entries.remove(2)))),
        (
            "an entry said otherwise",
            with(&|p| p.entries[2].0 = resealed(&p.entries[2].0, |e| e.performed_at_ms -= 1)),
        ),
        (
            "a payload changed",
            with(&|p| p.entries[3].0 = resealed(&p.entries[3].0, |e| e.payload = Fields::Bytes(Vec::new()))),
        ),
        (
            "an entry of another case",
            with(&|p| p.entries[4].0 = resealed(&p.entries[4].0, |e| e.case = Some(case_id(7)))),
        ),
        (
            "an entry of no case",
            with(&|p| p.entries[4].0 = resealed(&p.entries[4].0, |e| e.case = None)),
        ),
        ("made out for another case", with(&|p| p.case = case_id(7))),
        ("a byte flipped", with(&|p| p.entries[3].0[0] ^= 1)),
        ("the end of an entry missing", with(&|p| p.entries[3].0.truncate(90))),
        ("no entry at all", with(&|p| p.entries[3].0 = b"not an entry".to_vec())),
        ("an entry too large", with(&|p| p.entries[3].0 = vec![0; 20_000])),
        ("an envelope of a later Marrow", with(&|p| p.entries[3].0[1] = 2)),
    ];
    for (what, parcel) in bad {
        for has_some in [false, true] {
            let mut b = Phone::new(2);
            b.observe("+0");
            if has_some {
                let mut first = good.clone();
                first.entries.truncate(2);
                b.take(&first, "+35m");
            }
            // Whatever is wrong lies in what this phone does not have yet, or it would be known already.
            let mut marrow = std::mem::replace(&mut b.marrow, Phone::new(9).marrow);
            let before = everything(&mut marrow, &b);
            let now = b.sample(at("+41m"));
            let refused = marrow.take(&parcel, true, &now);
            let harmless = has_some && matches!(what, "its beginning cut off");
            if harmless {
                assert!(refused.is_ok(), "{what}: that part is here already");
                continue;
            }
            assert!(
                matches!(refused, Err(Error::Broken(_) | Error::Entry(_))),
                "{what}: {refused:?}"
            );
            assert_eq!(everything(&mut marrow, &b), before, "{what}");
            drop(marrow);
            b.open_again(None);
            let mut marrow = std::mem::replace(&mut b.marrow, Phone::new(9).marrow);
            assert_eq!(everything(&mut marrow, &b), before, "{what}, opened again");
            // And the good one is taken after that.
            assert_eq!(
                marrow.take(&good, true, &now).map(|t| t.new),
                Ok(if has_some { 3 } else { 5 }),
                "{what}"
            );
        }
    }
}

#[test]
fn taking_twice_changes_nothing_and_the_order_does_not_matter() {
    let mut a = Phone::with(1, PLACED);
    let mut b = Phone::new(2);
    a.hand_to(&mut b, "+5m");
    a.run("+10m look");
    b.run("+11m disinfect");
    let (from_a, from_b) = (a.parcel("+20m"), b.parcel("+20m"));
    let mut views = Vec::new();
    for order in [[&from_a, &from_b], [&from_b, &from_a]] {
        let mut c = Phone::new(3);
        let new: usize = order.iter().map(|parcel| c.take(parcel, "+20m").new).sum();
        assert_eq!(new, 4);
        for parcel in order {
            assert_eq!(c.take(parcel, "+21m").new, 0, "again");
        }
        let mut turned = (*order[0]).clone();
        turned.entries.reverse();
        assert_eq!(c.take(&turned, "+22m").new, 0);
        views.push(c.view("+30m"));
    }
    assert_eq!(views[0], views[1]);
    // Entries in any order make one parcel.
    let mut turned = from_a.clone();
    turned.entries.reverse();
    let mut d = Phone::new(4);
    assert_eq!(d.take(&turned, "+20m").new, 3);
    assert_eq!(d.due_text("site-check", "+21m"), "+2h10m");
}

#[test]
fn what_cannot_be_read_is_kept_and_passed_on_byte_for_byte() {
    let mut a = Phone::with(1, PLACED);
    let mut parcel = a.parcel("+10m");
    let last = Entry::read(&parcel.entries[1].0).unwrap();
    let mut envelope = last.envelope.clone();
    envelope.seq = 3;
    envelope.prev = Some(last.id);
    envelope.lamport += 1;
    envelope.parents.clear();
    (envelope.kind, envelope.kind_version, envelope.payload) = (4_711, 3, Fields::Bytes(vec![1, 2, 3, 255]));
    let unknown = Entry::seal(envelope).unwrap();
    assert_eq!(unknown.payload(), None);
    parcel.entries.push((unknown.bytes(), 0));
    let mut b = Phone::ahead(2, 7_000);
    let before = a.due_text("site-check", "+11m");
    b.take(&parcel, "+10m");
    assert_eq!(b.due_text("site-check", "+11m"), before);
    assert_eq!(b.marrow.verify().unwrap().unreadable, 1);
    b.reopen();
    b.run("+20m look");
    let mut c = Phone::new(3);
    b.hand_to(&mut c, "+30m");
    let on = c
        .parcel("+31m")
        .entries
        .into_iter()
        .find(|(bytes, _)| *bytes == unknown.bytes());
    assert!(on.is_some());
    let view = c.view("+31m");
    let shown = view.record.iter().find(|e| e.id == unknown.id.to_string()).unwrap();
    assert_eq!(shown.kind, None, "and is shown as what it is");
    assert_eq!((view.gaps, view.forks), (0, 0));
}

#[test]
fn a_time_in_the_future_is_taken_from_elsewhere() {
    let mut a = Phone::ahead(1, 40 * 3_600_000);
    a.run(PLACED);
    let mut b = Phone::new(2);
    let parcel = a.parcel("+10m");
    let now = b.sample(at("+10m"));
    // Both clocks are taken to be right: then all of it lies 40 h ahead.
    assert_eq!(b.marrow.take(&parcel, false, &now).map(|t| t.new), Ok(2));
    assert_eq!(b.due_text("site-check", "+11m"), "+42h");
}
