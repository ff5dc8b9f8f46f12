//! Two of the app on one file, in one process or in two.

use crate::phone::{PLACED, Phone, at, case};
use crate::script::{Line, lines};
use marrow::engine::record::Command;
use marrow::engine::text::Lang;

fn command(phone: &Phone, line: &str) -> Command {
    match &lines(line)[..] {
        [Line::Typed(typed)] => phone.command(typed),
        _ => panic!("{line}"),
    }
}

#[test]
fn in_turns_they_never_fork_the_chain() {
    let mut phone = Phone::with(1, PLACED);
    let mut beside = phone.beside();
    for n in 1..=20 {
        let line = format!("+{n}m look");
        let (command, now) = (command(&phone, &line), phone.sample(at(&format!("+{n}m"))));
        if n % 3 == 0 {
            phone.marrow.dispatch(&command, &now).unwrap();
        } else {
            beside.dispatch(&command, &now).unwrap();
        }
    }
    let now = phone.sample(at("+30m"));
    let one = phone.marrow.case(case(), Lang::En, &now).unwrap();
    let two = beside.case(case(), Lang::En, &now).unwrap();
    assert_eq!(one, two, "each sees what the other wrote");
    assert_eq!((one.record.len(), one.forks, one.gaps), (22, 0, 0));
    let verified = phone.marrow.verify().unwrap();
    assert_eq!((verified.fault, verified.forks), (None, 0));
    assert_eq!(phone.due_text("site-check", "+30m"), "+2h20m");
}

#[test]
fn in_turns_they_keep_one_mark() {
    let mut phone = Phone::with(1, PLACED);
    let mut beside = phone.beside();
    let mut last = phone.marrow.mark();
    for n in 1..=10 {
        let line = format!("+{n}m look");
        let (command, now) = (command(&phone, &line), phone.sample(at(&format!("+{n}m"))));
        let marrow = if n % 3 == 0 { &mut phone.marrow } else { &mut beside };
        let mark = marrow.dispatch(&command, &now).unwrap().mark;
        assert_eq!(mark, last + 1, "the mark counts what either wrote");
        last = mark;
    }
    // Nothing was rolled back, so no new stream starts.
    drop(beside);
    phone.open_again(Some(last));
    phone.run("+30m look");
    assert_eq!(phone.marrow.verify().unwrap().chains, 1);
}

#[test]
fn at_the_same_time_they_never_fork_the_chain() {
    let phone = Phone::with(1, PLACED);
    let commands: Vec<_> = (1..=15).map(|n| command(&phone, &format!("+{n}m look"))).collect();
    let now = phone.sample(at("+20m"));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            let mut marrow = phone.beside();
            let (commands, now) = (&commands, &now);
            scope.spawn(move || {
                for command in commands {
                    // A store that is held by the other for too long says so; then it is tried again, as a shell does.
                    while let Err(error) = marrow.dispatch(command, now) {
                        assert!(matches!(
                            error,
                            marrow::Error::Contended | marrow::Error::Store(marrow::StoreError::Busy)
                        ));
                    }
                }
            });
        }
    });
    let mut phone = phone;
    let view = phone.view("+30m");
    assert_eq!((view.record.len(), view.forks, view.gaps), (32, 0, 0));
    let verified = phone.marrow.verify().unwrap();
    assert_eq!((verified.fault, verified.forks, verified.chains), (None, 0, 1));
}

#[test]
fn a_command_is_held_against_what_the_other_wrote() {
    let mut phone = Phone::with(1, "-10m open-case alias=Anna age_years=40");
    let mut beside = phone.beside();
    let now = phone.sample(at("+1m"));
    let insert = command(&phone, "+0 insert ez-io proximal-tibia left");
    beside.dispatch(&insert, &now).unwrap();
    assert_eq!(
        crate::phone::rule(phone.attempt("+1m insert sam-io proximal-tibia left")),
        "one-device"
    );
}
