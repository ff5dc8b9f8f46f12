//! Writes the table of texts as Rust: a phone that starts reads no JSON for it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "src/text";
/// As `text::Lang::ALL`.
const LANGS: [&str; 2] = ["en", "es"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut texts = BTreeMap::new();
    for file in fs::read_dir(FOLDER)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let json = fs::read_to_string(&path)?;
            let file: BTreeMap<String, BTreeMap<String, String>> =
                serde_json::from_str(&json).map_err(|error| format!("{}: {error}", path.display()))?;
            texts.extend(file);
        }
    }
    let mut rust = "[\n".to_owned();
    for (key, said) in &texts {
        writeln!(rust, "({key:?}, {:?}),", LANGS.map(|lang| said.get(lang)))?;
    }
    rust.push(']');
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("texts.rs"), rust)?)
}
