//! Writes Kotlin and Swift from the unstripped library and from the one table of texts: `bindings/generate` calls it.

mod answers;
mod catalogs;
mod interface;
mod kotlin;
mod notices;
mod swift;
mod words;

use std::path::Path;
use std::process::ExitCode;

/// `marrow-bindgen shells LIBRARY FOLDER` writes what UniFFI does not: the screens' words, forms as answers by
/// field, the notices of what ships inside, and Xcode's String Catalogs. Everything else is UniFFI's own command line.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, library, folder] = &arguments[..] else {
        uniffi::uniffi_bindgen_main();
        return ExitCode::SUCCESS;
    };
    if command != "shells" {
        uniffi::uniffi_bindgen_main();
        return ExitCode::SUCCESS;
    }
    match shells(library, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn shells(library: &str, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let forms = interface::forms(library)?;
    let words = words::words()?;
    let write = |path: &str, text: String| -> std::io::Result<()> {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, text)
    };
    write("kotlin/org/marrow/ffi/Answers.kt", kotlin::answers(&forms))?;
    write("kotlin/org/marrow/words/Words.kt", kotlin::words(&words))?;
    write("swift/MarrowFFI/Answers.swift", swift::answers(&forms))?;
    write("swift/MarrowFFI/Words.swift", swift::words(&words))?;
    write("kotlin/org/marrow/words/Notices.kt", notices::kotlin())?;
    write("swift/MarrowFFI/Notices.swift", notices::swift())?;
    for (name, text) in catalogs::catalogs()? {
        write(&format!("xcode/{name}"), text)?;
    }
    Ok(())
}
