//! What ships inside, and the licences that ask to be shown with it: for the page on which an app tells of itself.

const WHAT: &str =
    "What ships inside, and under which licences: [docs/notices]. In their own words, in no other language.";

fn text() -> String {
    let parts = [
        "SQLCipher\n",
        include_str!("../../../docs/notices/sqlcipher.txt"),
        include_str!("../../../docs/notices/rust.txt"),
        "Marrow, OpenSSL, JNA, and the crates above that are under it\n",
        include_str!("../../../docs/notices/openssl.txt"),
    ];
    let lines: Vec<String> = parts
        .iter()
        .flat_map(|part| part.trim_end().lines().chain([""]))
        .map(|line| line.trim_end().to_owned())
        .collect();
    lines.join("\n")
}

pub fn kotlin() -> String {
    let text = text().replace('$', "${'$'}");
    format!("package org.marrow.words\n\n/** {WHAT} */\nval NOTICES: String = \"\"\"{text}\"\"\"\n")
}

pub fn swift() -> String {
    let text = text();
    format!("/// {WHAT}\npublic let notices = #\"\"\"\n{text}\n\"\"\"#\n")
}
