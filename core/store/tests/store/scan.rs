//! Reading the whole log in one go.

use marrow_store::{LogRow, Store, StoreError, StoredEntry};

use crate::fixtures::{PAGE, filled, key, place, spoil};

/// What a scan hands out of an entry.
type Row = ([u8; 32], Option<[u8; 16]>, Vec<u8>, i64, i64);

fn shown(entry: &StoredEntry) -> Row {
    let bytes = entry.bytes.clone();
    (entry.id, entry.case, bytes, entry.received_at_ms, entry.clock_offset_ms)
}

fn scanned(store: &mut Store) -> Result<Vec<Row>, StoreError> {
    let [mut first, rest] = store.scan(|rows: &mut Vec<Row>, row| {
        let LogRow {
            id,
            case,
            bytes,
            received_at_ms,
            clock_offset_ms,
        } = row;
        rows.push((id, case, bytes.to_vec(), received_at_ms, clock_offset_ms));
        Ok::<(), StoreError>(())
    })?;
    first.extend(rest);
    Ok(first)
}

#[test]
fn a_scan_is_the_log_in_its_order() {
    // Less than goes from thread to thread at a time, and many times as much.
    for many in [0, 1, 200, 219, 220, 2_003] {
        let (_folder, path) = place();
        let written = filled(&path, many);
        let mut store = Store::open(&path, &key()).unwrap();
        let rows = scanned(&mut store).unwrap();
        assert_eq!(rows, written.iter().map(shown).collect::<Vec<_>>(), "{many}");
    }
}

#[test]
fn the_first_error_ends_it_and_the_store_goes_on() {
    let (_folder, path) = place();
    let written = filled(&path, 2_000);
    let mut store = Store::open(&path, &key()).unwrap();
    for wrong in [0, 996, 1_999] {
        let mut read = 0;
        let outcome = store.scan(|(): &mut (), row| match row.id == written[wrong].id {
            true => Err(StoreError::Invalid("such a row")),
            false => {
                read += 1;
                Ok(())
            }
        });
        assert_eq!(outcome, Err(StoreError::Invalid("such a row")));
        assert!(read < 2_000);
    }
    assert_eq!(scanned(&mut store).unwrap().len(), 2_000);
}

#[test]
fn a_spoilt_page_is_damage() {
    let (_folder, path) = place();
    filled(&path, 1_000);
    let good = std::fs::read(&path).unwrap();
    let pages = good.len() / PAGE;
    let mut told = 0;
    for page in (4..pages).step_by(pages / 12) {
        std::fs::write(&path, &good).unwrap();
        spoil(&path, page);
        let found = Store::open(&path, &key()).and_then(|mut store| scanned(&mut store));
        // A page of an index is not read here.
        told += usize::from(found.is_err());
        assert!(matches!(found, Ok(_) | Err(StoreError::Damaged)), "page {page}");
    }
    assert!(told >= 4, "{told} of the pages that hold entries");
}
