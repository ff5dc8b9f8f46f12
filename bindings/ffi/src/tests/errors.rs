//! Errors: each of its own kind, and none with anything about a patient.

use marrow::engine::record::Refusal;
use marrow::{Error, StoreError};

use super::*;

#[test]
fn each_failure_of_the_store_is_told_apart() {
    use std::io::ErrorKind;
    let newer = |found, supported| MarrowError::NewerSchema { found, supported };
    for (store, expected) in [
        (StoreError::WrongKey, MarrowError::WrongKey),
        (StoreError::NotADatabase, MarrowError::NotAStore),
        (StoreError::Damaged, MarrowError::Damaged),
        (StoreError::NewerSchema { found: 9, supported: 2 }, newer(9, 2)),
        (StoreError::DiskFull, MarrowError::DiskFull),
        (StoreError::ReadOnly, MarrowError::ReadOnly),
        (StoreError::Io(ErrorKind::PermissionDenied), MarrowError::ReadOnly),
        (StoreError::Busy, MarrowError::Busy),
        (StoreError::Moved, MarrowError::Busy),
        (StoreError::NotFound, MarrowError::NoStore),
        (StoreError::Io(ErrorKind::Other), MarrowError::Io),
        (StoreError::Invalid("x"), MarrowError::Internal),
        (StoreError::Unexpected(21), MarrowError::Internal),
    ] {
        assert_eq!(MarrowError::of(Error::Store(store), Lang::En), expected);
    }
    assert_eq!(MarrowError::of(Error::NotFound, Lang::En), MarrowError::NotFound);
    assert_eq!(MarrowError::of(Error::Contended, Lang::En), MarrowError::Busy);
}

#[test]
fn opening_tells_its_failures_apart() {
    let folder = TempDir::new().unwrap();
    let with = |key: &[u8], change: fn(&mut OpenOptions)| {
        let mut options = options(&folder);
        change(&mut options);
        Marrow::open(key, &[2; 32], options).err()
    };
    let must_be_there = |options: &mut OpenOptions| options.make = false;
    assert_eq!(with(&[1; 32], must_be_there), Some(MarrowError::NoStore));
    assert_eq!(with(&[1; 32], |_| {}), None);
    assert_eq!(with(&[1; 32], must_be_there), None);
    assert_eq!(with(&[3; 32], |_| {}), Some(MarrowError::WrongKey));
    assert_eq!(with(&[1; 31], |_| {}), Some(MarrowError::invalid("key")));
    let stamp = |options: &mut OpenOptions| options.rescue_as = Some("../elsewhere".to_owned());
    assert_eq!(with(&[1; 32], stamp), Some(MarrowError::invalid("rescue_as")));
    std::fs::write(options(&folder).path, [0x5a; 8192]).unwrap();
    assert_eq!(with(&[1; 32], |_| {}), Some(MarrowError::Damaged));
    let rescue = |options: &mut OpenOptions| options.rescue_as = Some("20260304".to_owned());
    assert_eq!(with(&[1; 32], rescue), None);
}

#[test]
fn no_error_says_anything_about_a_patient() {
    let folder = TempDir::new().unwrap();
    let marrow = open(&folder);
    marrow.dispatch(opening(), Lang::En, at(0), None).unwrap();
    let name = || Some(NAME.to_owned());
    let insert = |device| InsertForm {
        device,
        site: Some(Site::Sternum),
        side: Some(Side::Left),
        lot: Some(NAME.repeat(99)),
        ..InsertForm::default()
    };
    let weight = |weight: &str| PatientForm {
        weight_kg: Some(Quantity::of(weight)),
        ..PatientForm::default()
    };
    let day = Day {
        year: 2026,
        month: 2,
        day: 30,
    };
    let born = PatientForm {
        date_of_birth: Some(day),
        ..PatientForm::default()
    };
    for form in [
        Form::Insert { form: insert(name()) },
        Form::UpdatePatient { form: weight(NAME) },
        Form::UpdatePatient {
            form: weight("1.00001"),
        },
        Form::UpdatePatient { form: weight("900") },
        Form::UpdatePatient { form: born },
        Form::Note {
            form: NoteForm {
                text: Some(NAME.repeat(9_999)),
            },
        },
        Form::Skip {
            form: SkipForm {
                step: name(),
                reason: Some(SkipReason::Away),
                text: name(),
            },
        },
    ] {
        for lang in [Lang::En, Lang::Es] {
            let error = marrow.dispatch(command(form.clone()), lang, at(1), None).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("Ana"), "{error:?}");
        }
    }
    for json in [
        format!("{{\"id\":\"{NAME}\",\"version\":\"{NAME}\"}}"),
        format!("{{\"{NAME}\":1}}"),
        format!("{{\"id\":\"x\",\"version\":1,\"protocol\":\"{NAME}\"}}"),
        NAME.to_owned(),
    ] {
        let change = Some(PolicyChange::Set { json });
        let error = marrow.policy(change, Lang::En).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Ana"), "{error:?}");
    }
    let refusal = Refusal::of("case-exists");
    let refused = MarrowError::of(Error::from(refusal), Lang::En);
    assert_eq!(refused.to_string(), "refused under case-exists");
}
