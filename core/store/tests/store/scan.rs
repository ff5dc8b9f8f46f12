//! Reading the whole log with both connections at once.

use marrow_store::{LogRow, Store, StoreError, StoredEntry};

use crate::fixtures::{filled, key, place, spoil};

/// What a scan hands out of an entry.
fn shown(entry: &StoredEntry) -> Row {
    (
        entry.id,
        entry.case,
        entry.bytes.clone(),
        entry.received_at_ms,
        entry.clock_offset_ms,
    )
}

type Row = ([u8; 32], Option<[u8; 16]>, Vec<u8>, i64, i64);

fn keep(rows: &mut Vec<Row>, row: LogRow<'_>) -> Result<(), StoreError> {
    rows.push((
        row.id,
        row.case,
        row.bytes.to_vec(),
        row.received_at_ms,
        row.clock_offset_ms,
    ));
    Ok(())
}

#[test]
fn both_halves_together_are_the_log_in_its_order() {
    // Around the number from which a second thread is worth it, and odd ones.
    for many in [0, 1, 499, 500, 501, 1_203] {
        let (_folder, path) = place();
        let written = filled(&path, many);
        let mut store = Store::open(&path, &key()).unwrap();
        let [first, rest] = store.scan(keep).unwrap();
        assert_eq!(rest.is_empty(), many < 500, "{many}");
        let rows: Vec<Row> = first.into_iter().chain(rest).collect();
        assert_eq!(rows, written.iter().map(shown).collect::<Vec<_>>(), "{many}");
    }
}

#[test]
fn the_first_error_of_either_half_ends_it() {
    let (_folder, path) = place();
    let written = filled(&path, 1_000);
    let mut store = Store::open(&path, &key()).unwrap();
    for wrong in [&written[2], &written[996]] {
        let read = |(): &mut (), row: LogRow<'_>| match row.id == wrong.id {
            true => Err(StoreError::Invalid("such a row")),
            false => Ok(()),
        };
        assert_eq!(store.scan(read), Err(StoreError::Invalid("such a row")));
    }
    store.scan(keep).unwrap();
}

#[test]
fn a_spoilt_page_is_damage_in_either_half() {
    let (_folder, path) = place();
    filled(&path, 1_000);
    let good = std::fs::read(&path).unwrap();
    let pages = good.len() / crate::fixtures::PAGE;
    let mut told = 0;
    for page in (4..pages).step_by(pages / 12) {
        std::fs::write(&path, &good).unwrap();
        spoil(&path, page);
        let found = Store::open(&path, &key()).and_then(|mut store| store.scan(keep));
        // A page of an index is not read here.
        told += usize::from(found.is_err());
        assert!(matches!(found, Ok(_) | Err(StoreError::Damaged)), "page {page}");
    }
    assert!(told >= 4, "{told} of the pages that hold entries");
}
