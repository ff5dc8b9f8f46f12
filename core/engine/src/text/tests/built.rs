//! The table that was built into this crate, held against the files that it was built from.

use std::collections::BTreeMap;

use super::texts;
use crate::text::{TEXTS, Texts};

#[test]
fn what_was_built_is_what_the_files_say() {
    let built: BTreeMap<&str, Texts> = TEXTS.iter().copied().collect();
    let said = texts();
    assert_eq!(built.len(), said.len());
    for (_, key, en, es) in &said {
        assert_eq!(built.get(&**key), Some(&[Some(&**en), Some(&**es)]), "{key}");
    }
}
