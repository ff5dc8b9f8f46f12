//! What iOS itself says of the app, as Xcode's String Catalogs: permissions, shortcuts.

use std::collections::BTreeMap;

use marrow::engine::text::{self, Lang};
use serde_json::{Value, json};

/// A catalog's name, and its entries: the key that iOS looks up, and the table's.
type Catalog = (&'static str, &'static [(&'static str, &'static str)]);

const CATALOGS: &[Catalog] = &[
    (
        "InfoPlist",
        &[
            ("NSAlarmKitUsageDescription", "apple.loud"),
            ("NSFaceIDUsageDescription", "apple.face"),
        ],
    ),
    (
        "Localizable",
        &[("newIo", "screen.board.new-io"), ("newIo.more", "apple.new-io.more")],
    ),
    // Its keys are the English phrases: Xcode reads them from the code, where a phrase has to stand in full.
    ("AppShortcuts", &[("New IO in ${applicationName}", "apple.new-io.said")]),
];

/// Each catalog's file name and text.
pub fn catalogs() -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    CATALOGS.iter().map(catalog).collect()
}

fn catalog((name, entries): &Catalog) -> Result<(String, String), Box<dyn std::error::Error>> {
    let mut strings = BTreeMap::new();
    for (key, word) in *entries {
        let mut localizations = BTreeMap::new();
        for lang in Lang::ALL {
            let said = text::find(*lang, word).ok_or_else(|| format!("{word} lacks a language"))?;
            let value = said.replace("{app}", "${applicationName}");
            localizations.insert(
                lang.tag(),
                json!({ "stringUnit": { "state": "translated", "value": value } }),
            );
        }
        // Made elsewhere: Xcode must not take out what it does not find in code.
        let entry = json!({ "extractionState": "manual", "localizations": localizations });
        strings.insert(*key, entry);
    }
    let catalog: Value = json!({ "sourceLanguage": Lang::default().tag(), "strings": strings, "version": "1.0" });
    Ok((format!("{name}.xcstrings"), format!("{catalog:#}\n")))
}
