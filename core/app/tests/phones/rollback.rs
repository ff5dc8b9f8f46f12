//! The file goes back to an earlier state: a restore, or a copy from another day.

use std::fs;
use std::path::Path;

use marrow::engine::entry::{Entry, Payload};

use crate::phone::{PLACED, Phone, at};

fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// The phone's file as it was after `until`, while `then` was recorded after that; opened with the mark of all of it.
fn rolled_back(until: &str, then: &str) -> Phone {
    let mut phone = Phone::with(1, until);
    let kept = tempfile::tempdir().unwrap();
    // Closed first, so that the copy is whole.
    phone.reopen();
    copy(phone.folder.path(), kept.path());
    phone.run(then);
    let mark = phone.marrow.mark();
    let away = tempfile::tempdir().unwrap();
    let other = Phone::new(9);
    phone.marrow = other.marrow;
    for file in fs::read_dir(phone.folder.path()).unwrap() {
        let file = file.unwrap().path();
        fs::rename(&file, away.path().join(file.file_name().unwrap())).unwrap();
    }
    copy(kept.path(), phone.folder.path());
    phone.open_again(Some(mark));
    phone
}

fn entries(phone: &mut Phone) -> Vec<Entry> {
    let parcel = phone.parcel("+9h");
    parcel
        .entries
        .into_iter()
        .map(|(bytes, _)| Entry::read(&bytes).unwrap())
        .collect()
}

#[test]
fn a_new_stream_starts_whose_first_entry_cites_the_old_head() {
    let mut phone = rolled_back(PLACED, "+20m look; +30m disinfect");
    let before = entries(&mut phone);
    assert_eq!(before.len(), 2, "what was recorded after the copy is not here");
    phone.run("+40m look");
    let after = entries(&mut phone);
    assert_eq!(after.len(), 4);
    let old = &before[1];
    let begins = after
        .iter()
        .find(|e| matches!(e.payload(), Some(Payload::StreamBegins(_))))
        .unwrap();
    let Some(Payload::StreamBegins(cited)) = begins.payload() else {
        unreachable!()
    };
    assert_eq!(cited.old_stream, Some(old.envelope.stream));
    assert_eq!((cited.old_seq, cited.old_head), (Some(2), Some(old.id)));
    assert_ne!(begins.envelope.stream, old.envelope.stream);
    assert_eq!((begins.envelope.seq, begins.envelope.prev), (1, None));
    let look = after
        .iter()
        .find(|e| matches!(e.payload(), Some(Payload::Check(_))))
        .unwrap();
    assert_eq!((look.envelope.stream, look.envelope.seq), (begins.envelope.stream, 2));
    assert!(look.envelope.lamport > begins.envelope.lamport && begins.envelope.lamport > old.envelope.lamport);
    phone.run("+50m look");
    let again = entries(&mut phone);
    let begun = again
        .iter()
        .filter(|e| matches!(e.payload(), Some(Payload::StreamBegins(_))))
        .count();
    assert_eq!((again.len(), begun), (5, 1), "once");
}

#[test]
fn the_phone_still_watches_its_case_and_reads_it_as_before() {
    let mut phone = rolled_back(PLACED, "+20m look");
    assert!(phone.watches("+30m"));
    assert_eq!(phone.due_text("site-check", "+30m"), "+2h");
    phone.run("+40m look");
    assert!(phone.watches("+41m"));
    phone.reopen();
    assert!(phone.watches("+42m"));
    phone.run("+45m give-handover to=x; +46m accept-handover by_word=true");
    assert!(!phone.watches("+47m"), "and can hand it over");
}

#[test]
fn the_same_mark_starts_no_further_stream() {
    let mut phone = rolled_back(PLACED, "+20m look; +21m look; +22m look");
    let mark = phone.marrow.mark();
    phone.run("+40m look");
    assert!(phone.marrow.mark() > mark);
    phone.reopen();
    phone.run("+50m look");
    let streams: std::collections::BTreeSet<_> = entries(&mut phone).iter().map(|e| e.envelope.stream).collect();
    assert_eq!(streams.len(), 2);
}

#[test]
fn what_was_lost_comes_back_from_another_phone_without_a_fork() {
    let mut phone = Phone::with(1, PLACED);
    let kept = tempfile::tempdir().unwrap();
    phone.reopen();
    copy(phone.folder.path(), kept.path());
    phone.run("+20m look; +25m disinfect");
    let mut other = Phone::new(2);
    phone.hand_to(&mut other, "+30m");
    let mark = phone.marrow.mark();
    phone.marrow = Phone::new(9).marrow;
    fs::remove_dir_all(phone.folder.path()).unwrap();
    fs::create_dir(phone.folder.path()).unwrap();
    copy(kept.path(), phone.folder.path());
    phone.open_again(Some(mark));
    phone.run("+40m look");
    assert_eq!(phone.due_text("site-check", "+41m"), "+2h40m");
    other.run("+42m flush");
    let taken = other.hand_to(&mut phone, "+45m");
    assert_eq!((taken.new, taken.known), (3, 2), "nothing is lost");
    phone.hand_to(&mut other, "+46m");
    for phone in [&mut phone, &mut other] {
        assert_eq!(phone.due_text("disinfect", "+50m"), "+5h25m");
        let view = phone.view("+50m");
        assert_eq!((view.forks, view.gaps, view.record.len()), (0, 0, 7));
        let verified = phone.marrow.verify().unwrap();
        assert_eq!((verified.fault, verified.forks), (None, 0));
    }
    assert!(phone.watches("+51m") && !other.watches("+51m"));
}

#[test]
fn a_mark_behind_the_file_is_normal() {
    // The phone died between the writing of the entry and the keeping of the mark.
    let mut phone = Phone::with(1, PLACED);
    let mark = phone.marrow.mark();
    phone.run("+20m look");
    phone.open_again(Some(mark));
    phone.run("+30m look");
    let streams: std::collections::BTreeSet<_> = entries(&mut phone).iter().map(|e| e.envelope.stream).collect();
    assert_eq!(streams.len(), 1);
}

#[test]
fn without_a_mark_both_entries_of_one_place_are_kept_and_flagged() {
    let mut phone = Phone::with(1, PLACED);
    let mut other = Phone::new(2);
    let kept = tempfile::tempdir().unwrap();
    phone.reopen();
    copy(phone.folder.path(), kept.path());
    phone.run("+20m look");
    phone.hand_to(&mut other, "+21m");
    phone.marrow = Phone::new(9).marrow;
    fs::remove_dir_all(phone.folder.path()).unwrap();
    fs::create_dir(phone.folder.path()).unwrap();
    copy(kept.path(), phone.folder.path());
    phone.open_again(None);
    phone.run("+30m disinfect");
    other.hand_to(&mut phone, "+31m");
    phone.hand_to(&mut other, "+31m");
    for phone in [&mut phone, &mut other] {
        let view = phone.view("+32m");
        assert_eq!((view.forks, view.record.len()), (1, 4));
        assert_eq!(phone.due_text("site-check", "+32m"), "+2h20m");
        assert_eq!(phone.due_text("disinfect", "+32m"), "+5h30m");
        let now = phone.sample(at("+33m"));
        assert!(phone.marrow.parcel(crate::phone::case(), &now).is_ok());
    }
}
