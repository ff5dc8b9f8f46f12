//! The surface from this side: closing, panics, errors, and what crosses unchanged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic; so may what it calls"
)]

mod errors;

use std::sync::Arc;

use tempfile::TempDir;

use crate::guard::{Guard, hush_panics};
use crate::*;

const NOW: i64 = 1_772_611_200_000;
const NAME: &str = "Ana Ruiz";

fn at(minutes: i64) -> ClockSample {
    ClockSample {
        wall_ms: NOW + minutes * 60_000,
        boot_ms: 1_000 + minutes * 60_000,
        boot_id: Uuid::from_bytes([7; 16]),
        zone: "Europe/Madrid".to_owned(),
        offset_s: 3_600,
        next_offset: None,
    }
}

fn options(folder: &TempDir) -> OpenOptions {
    OpenOptions {
        path: folder.path().join("marrow.db").to_str().unwrap().to_owned(),
        fresh: Uuid::from_bytes([9; 16]),
        high_water: None,
        make: true,
        rescue_as: None,
    }
}

fn open(folder: &TempDir) -> Arc<Marrow> {
    Marrow::open(&[1; 32], &[2; 32], options(folder)).unwrap()
}

fn case() -> CaseId {
    CaseId([4; 16])
}

fn command(form: Form) -> Command {
    Command {
        case: case(),
        form,
        precision: Precision::Exact,
        actor: Actor::default(),
        performed_at_ms: None,
        late_reason: None,
        amends: None,
    }
}

fn opening() -> Command {
    let form = PatientForm {
        alias: Some("Bed 4".to_owned()),
        name: Some(NAME.to_owned()),
        weight_kg: Some(Quantity::of("21.6")),
        ..PatientForm::default()
    };
    command(Form::OpenCase { form })
}

fn insertion() -> Command {
    let form = InsertForm {
        device: Some("ez-io".to_owned()),
        site: Some(Site::ProximalTibia),
        side: Some(Side::Left),
        ..InsertForm::default()
    };
    command(Form::Insert { form })
}

const ANDROID: PlatformCaps = PlatformCaps {
    os: Os::Ios,
    max_pending: 60,
    exact: true,
    time_sensitive: true,
    critical: false,
    alarm_kit: false,
    full_screen: false,
};

#[test]
fn a_case_crosses_both_ways() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    marrow.dispatch(opening(), Lang::En, at(0), None).unwrap();
    let inserted = marrow.dispatch(insertion(), Lang::En, at(1), None).unwrap();
    let view = marrow.case(case(), None, Lang::Es, at(2)).unwrap();
    assert_eq!(view.header.phase, CasePhase::Dwelling);
    assert_eq!(view.patient_form.weight_kg, Some(Quantity::of("21.6")));
    assert_eq!(view.record.last().unwrap().id, inserted.entry.unwrap());
    assert_eq!(view.record.last().unwrap().form, Some(insertion().form));

    // Amended by the whole new form: what it leaves out is gone.
    let form = InsertForm {
        side: Some(Side::Right),
        ..match insertion().form {
            Form::Insert { form } => form,
            other => panic!("{other:?}"),
        }
    };
    let amends = AmendForm {
        entry: inserted.entry.unwrap(),
        reason: None,
        performed_at_ms: None,
        precision: None,
    };
    let mut amendment = command(Form::Insert { form: form.clone() });
    amendment.amends = Some(amends);
    marrow.dispatch(amendment, Lang::En, at(3), None).unwrap();
    let view = marrow.case(case(), None, Lang::En, at(4)).unwrap();
    assert_eq!(view.record[1].form, Some(Form::Insert { form }));
    assert_eq!(view.record[1].amended.len(), 1);

    let board = marrow.board(Lang::En, at(5)).unwrap();
    assert_eq!(board.open.len(), 1);
    let sheet = DocumentKind::NursingSheet { unsynced: true };
    assert!(
        marrow
            .document(sheet, case(), Lang::En, at(5))
            .unwrap()
            .text
            .contains("Bed 4")
    );
    assert_eq!(marrow.verify().unwrap().fault, None);
    assert_eq!(marrow.info().unwrap().mark, 3);
}

#[test]
fn a_tap_comes_back_with_what_is_to_be_seen() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    let screen = |case| Some(Screen { case, newest: 1 });
    let opened = marrow.dispatch(opening(), Lang::Es, at(0), screen(None)).unwrap();
    let seen = opened.screen.unwrap();
    assert_eq!(seen.board, marrow.board(Lang::Es, at(0)).unwrap());
    assert_eq!(seen.case, None);
    let inserted = marrow
        .dispatch(insertion(), Lang::Es, at(1), screen(Some(case())))
        .unwrap();
    let seen = inserted.screen.unwrap();
    assert_eq!(seen.board, marrow.board(Lang::Es, at(1)).unwrap());
    assert_eq!(seen.case, marrow.case(case(), Some(1), Lang::Es, at(1)).ok());
    assert_eq!(seen.case.unwrap().record[0].id, inserted.entry.unwrap());
    // What can't be read afterwards is no failure of the command.
    let note = NoteForm {
        text: Some("n".to_owned()),
    };
    let elsewhere = screen(Some(CaseId([5; 16])));
    let noted = marrow.dispatch(command(Form::Note { form: note }), Lang::Es, at(2), elsewhere);
    assert_eq!(noted.unwrap().screen, None);
    assert_eq!(marrow.info().unwrap().entries, 3);
}

#[test]
fn a_preview_changes_nothing_and_a_refusal_says_why() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    assert_eq!(marrow.preview(opening(), Lang::En, at(0)).unwrap().entry, None);
    assert_eq!(marrow.board(Lang::En, at(0)).unwrap().open.len(), 0);
    let refused = marrow.dispatch(insertion(), Lang::Es, at(0), None).unwrap_err();
    let MarrowError::Refused {
        rule,
        title,
        advice,
        lifted_by,
    } = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!((rule.as_str(), lifted_by), ("unknown-case", None));
    assert!(!title.is_empty() && !advice.is_empty());
    assert_eq!(marrow.case(case(), None, Lang::En, at(0)), Err(MarrowError::NotFound));
}

#[test]
fn the_plan_and_its_report_meet() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    marrow.dispatch(opening(), Lang::En, at(0), None).unwrap();
    marrow.dispatch(insertion(), Lang::En, at(0), None).unwrap();
    let plan = marrow.reminders(ANDROID, Lang::En, at(1)).unwrap();
    assert!(!plan.reminders.is_empty() && plan.steps.len() == plan.reminders.len());
    let held = |reminder: Reminder| HeldReminder {
        id: reminder.id,
        fingerprint: reminder.fingerprint,
        fire_at_ms: reminder.fire_at_ms,
    };
    marrow
        .report(plan.reminders.into_iter().map(held).collect(), ANDROID, at(1))
        .unwrap();
    assert_eq!(marrow.reminders(ANDROID, Lang::En, at(1)).unwrap().steps, []);
}

#[test]
fn after_closing_every_call_says_so() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    marrow.close_store().unwrap();
    marrow.close_store().unwrap();
    assert_eq!(marrow.board(Lang::En, at(0)), Err(MarrowError::Closed));
    assert_eq!(
        marrow.dispatch(opening(), Lang::En, at(0), None),
        Err(MarrowError::Closed)
    );
    assert_eq!(marrow.report(Vec::new(), ANDROID, at(0)), Err(MarrowError::Closed));
    open(&folder).board(Lang::En, at(0)).unwrap();
}

#[test]
fn a_panic_is_an_error_and_the_next_call_reads_all_anew() {
    let folder = TempDir::new().unwrap();
    open(&folder).dispatch(opening(), Lang::En, at(0), None).unwrap();
    let opened = open::open(&[1; 32], &[2; 32], options(&folder)).unwrap();
    let guard = Guard::new(opened.0);
    let panicked = guard.call(Lang::En, |marrow| {
        let now = at(1).into();
        marrow.dispatch(&insertion().try_into()?, &now)?;
        if marrow.case_ids().len() == 1 {
            panic!("{NAME}");
        }
        Ok(())
    });
    assert_eq!(panicked, Err(MarrowError::Internal));
    let entries = guard.call(Lang::En, |marrow| {
        Ok(marrow.case(case(), Lang::En, &at(2).into())?.record.len())
    });
    assert_eq!(entries, Ok(2), "what was durable before the panic is there, once");
    guard.close().unwrap();
    assert_eq!(guard.call(Lang::En, |_| Ok(())), Err(MarrowError::Closed));
}

/// In a process of its own: the hook is the whole process's.
#[test]
fn a_panic_prints_its_place_and_nothing_else() {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::panics_in_a_child", "--ignored", "--nocapture"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stderr).into_owned() + &String::from_utf8_lossy(&child.stdout);
    assert!(said.contains("a fault inside, at ") && !said.contains(NAME), "{said}");
}

#[test]
#[ignore = "run by the test above"]
fn panics_in_a_child() {
    hush_panics();
    let folder = TempDir::new().unwrap();
    let guard = Guard::new(open::open(&[1; 32], &[2; 32], options(&folder)).unwrap().0);
    let nothing: Result<(), _> = guard.call(Lang::En, |_| panic!("{NAME}"));
    assert_eq!(nothing, Err(MarrowError::Internal));
}

#[test]
fn the_catalogue_and_the_policy_speak_both_languages() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    for lang in [Lang::En, Lang::Es] {
        let catalogue = marrow.catalogue(lang).unwrap();
        let titles = catalogue.kinds.iter().map(|kind| &kind.title);
        let labels = catalogue
            .kinds
            .iter()
            .flat_map(|kind| kind.fields.iter().map(|f| &f.label));
        let words = catalogue.words.iter().map(|word| &word.text);
        for text in titles.chain(labels).chain(words) {
            let raw = ["kind.", "field.", "word."].iter().any(|key| text.starts_with(key));
            assert!(!raw && !text.is_empty(), "{text}");
        }
        assert!(
            catalogue
                .devices
                .iter()
                .any(|device| device.id == "ez-io" && !device.needles_mm.is_empty())
        );
        let policy = marrow.policy(None, lang).unwrap();
        assert!(
            policy
                .numbers
                .iter()
                .all(|number| !number.label.starts_with("parameter."))
        );
    }
    let json = r#"{"id":"h","version":3,"parameters":{"limit.ez-io":12}}"#.to_owned();
    let policy = marrow.policy(Some(PolicyChange::Set { json }), Lang::En).unwrap();
    assert_eq!(policy.version, Some(3));
    let changed: Vec<_> = policy
        .numbers
        .iter()
        .filter(|n| n.changed)
        .map(|n| n.name.as_str())
        .collect();
    assert_eq!(changed, ["limit.ez-io"]);
    assert_eq!(marrow.policy(Some(PolicyChange::Remove), Lang::En).unwrap().id, None);
}
