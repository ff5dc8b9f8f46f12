//! Reads a sheet back: is its markup whole, and what does it say?

/// Elements that are never closed.
const VOID: &[&str] = &["br", "col", "meta"];

/// A tag, or the text between two.
pub enum Part<'h> {
    Open(&'h str),
    Close(&'h str),
    Text(&'h str),
}

pub fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        if open > 0 {
            parts.push(Part::Text(&rest[..open]));
        }
        let close = rest[open..].find('>').expect("a tag ends") + open;
        let tag = &rest[open + 1..close];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        parts.push(match tag.strip_prefix('/') {
            Some(_) => Part::Close(name),
            None => Part::Open(name),
        });
        rest = &rest[close + 1..];
        // What a style sheet says is no markup.
        if tag == "style" {
            rest = &rest[rest.find("</style>").expect("the style sheet ends")..];
        }
    }
    assert!(!rest.contains(['<', '>']), "{rest}");
    parts
}

/// Panics unless every element that is opened is closed, in order.
pub fn assert_whole(html: &str) {
    let body = html.strip_prefix("<!doctype html>").expect("a document");
    let mut open = Vec::new();
    for part in parts(body) {
        match part {
            Part::Open(name) if VOID.contains(&name) => {}
            Part::Open(name) => open.push(name),
            Part::Close(name) => assert_eq!(open.pop(), Some(name)),
            Part::Text(text) => assert!(!text.contains('>'), "{text}"),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// The sheet's words: `**bold**`, `~~ruled through~~`, cells divided by bars, one block a line.
pub fn words(html: &str) -> String {
    let mut out = String::new();
    for part in parts(html.strip_prefix("<!doctype html>").unwrap_or(html)) {
        match part {
            Part::Open("b") | Part::Close("b") => out.push_str("**"),
            Part::Open("s") | Part::Close("s") => out.push_str("~~"),
            Part::Open("br") => out.push_str(" / "),
            Part::Open("td" | "th") => out.push_str("| "),
            Part::Close("span" | "td" | "th" | "text") => out.push(' '),
            Part::Close("div") => out.push_str("; "),
            Part::Close("p" | "h1" | "h2" | "tr" | "li" | "section" | "header" | "title") => out.push('\n'),
            Part::Text(text) => out.push_str(text.trim_matches('\n')),
            Part::Open(_) | Part::Close(_) => {}
        }
    }
    let unescaped = ["&lt;<", "&gt;>", "&quot;\"", "&#39;'", "&amp;&"]
        .iter()
        .fold(out, |text, pair| {
            let (from, to) = pair.split_at(pair.len() - 1);
            text.replace(from, to)
        });
    let lines = unescaped.replace('\u{a0}', " ");
    let lines = lines.lines().map(tidy).filter(|line| !line.is_empty());
    lines.map(|line| line + "\n").collect()
}

fn tidy(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    words
        .join(" ")
        .replace("; |", " |")
        .replace("; ;", ";")
        .trim_end_matches(';')
        .to_owned()
}

/// The words that are the sheet's own: without what people typed.
pub fn own_words(html: &str) -> String {
    let mut out = String::new();
    let mut typed = 0;
    for part in parts(html.strip_prefix("<!doctype html>").unwrap_or(html)) {
        match part {
            Part::Open("bdi") => typed += 1,
            Part::Close("bdi") => typed -= 1,
            Part::Text(text) if typed == 0 => out.push_str(text),
            _ => out.push(' '),
        }
    }
    out
}

/// Writes a sheet into the directory that `SHEETS` in the environment names, for somebody to look at.
pub fn show(name: &str, html: &str) {
    if let Some(dir) = std::env::var_os("SHEETS") {
        let path = std::path::Path::new(&dir).join(format!("{name}.html"));
        std::fs::write(path, html).expect("the sheet can be written");
    }
}

/// Holds a sheet against its golden text; `UPDATE_GOLDEN` in the environment writes it anew.
pub fn golden(name: &str, html: &str) {
    show(name, html);
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let found = words(html);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).expect("the golden file can be written");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (wanted, found)) in wanted.lines().zip(found.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}, line {}", line + 1);
    }
    assert_eq!(found, wanted, "{name}");
}
