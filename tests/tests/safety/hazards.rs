//! `docs/safety/hazards.md`: every hazard has a test that shows a control, and every test that it names exists.

use crate::{document, root};

/// H1 to H20.
const HAZARDS: usize = 20;

/// Each hazard's heading with the tests named below it, as `path/to/file.rs::test_name` between backticks.
fn hazards(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## H") {
            let number = heading.split_whitespace().next().unwrap_or_default();
            found.push((format!("H{number}"), Vec::new()));
        } else if line.starts_with("## ") {
            // What follows is about all of them.
            found.push((String::new(), Vec::new()));
        }
        for quoted in line.split('`').skip(1).step_by(2) {
            if let (Some((file, test)), Some((_, tests))) = (quoted.split_once("::"), found.last_mut()) {
                tests.push((file.to_owned(), test.to_owned()));
            }
        }
    }
    found
}

/// How a language says that a function is a test, that it is none today, and how it begins.
struct Tongue {
    test: &'static str,
    not_today: &'static str,
    begins: fn(&str) -> String,
}

impl Tongue {
    fn of(file: &str) -> Self {
        match file.rsplit('.').next() {
            Some("kt") => Self {
                test: "@Test",
                not_today: "@Disabled",
                begins: |name| format!("fun `{name}`("),
            },
            Some("swift") => Self {
                test: "@Test",
                not_today: "@Test(.disabled",
                begins: |name| format!("func {name}("),
            },
            _ => Self {
                test: "#[test]",
                not_today: "#[ignore",
                begins: |name| format!("fn {name}("),
            },
        }
    }
}

/// Whether the source has a test of that name that every run plays.
fn is_a_test(file: &str, source: &str, name: &str) -> bool {
    let tongue = Tongue::of(file);
    let begins = (tongue.begins)(name);
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    lines.iter().enumerate().any(|(at, line)| {
        let attributes = || {
            let above = lines[..at].iter().rev();
            above.take_while(|line| line.starts_with(['#', '@', '/']))
        };
        line.starts_with(&begins)
            && attributes().any(|line| line.starts_with(tongue.test))
            && !attributes().any(|line| line.starts_with(tongue.not_today))
    })
}

#[test]
fn every_hazard_has_a_test_and_every_test_exists() {
    let text = document("hazards.md");
    let found = hazards(&text);
    let ids: Vec<&str> = found.iter().map(|(id, _)| &**id).filter(|id| !id.is_empty()).collect();
    let wanted: Vec<String> = (1..=HAZARDS).map(|n| format!("H{n}")).collect();
    assert_eq!(ids, wanted);
    for (hazard, tests) in &found {
        assert!(hazard.is_empty() || !tests.is_empty(), "{hazard} has no test");
        for (file, test) in tests {
            let source = std::fs::read_to_string(root().join(file)).unwrap_or_default();
            assert!(!source.is_empty(), "{hazard}: there is no file {file}");
            assert!(is_a_test(file, &source, test), "{hazard}: {file} has no test {test}");
        }
    }
}

#[test]
fn each_hazard_is_told_with_its_causes_and_controls() {
    let text = document("hazards.md");
    for section in text.split("\n## H").skip(1) {
        let id = section.split_whitespace().next().unwrap();
        for part in ["**Harm.**", "**Causes.**", "**Controls**"] {
            assert!(section.contains(part), "H{id} has no {part}");
        }
    }
}

#[test]
fn what_is_no_test_is_told_apart() {
    let source = "#[test]\nfn one() {}\n\nfn two() {}\n#[test]\n#[ignore = \"by hand\"]\nfn three() {}\n\
        /// Said.\n#[test]\n/// More.\nfn four() {}\n// #[test]\n// fn five() {}\n";
    let found: Vec<_> = ["one", "two", "three", "four", "five", "on"]
        .into_iter()
        .filter(|name| is_a_test("x.rs", source, name))
        .collect();
    assert_eq!(found, ["one", "four"]);
    let kotlin = "@Test\nfun `one, and more`() {}\nfun `two`() {}\n@Disabled\n@Test\nfun `three`() {}\n";
    let found = ["one, and more", "two", "three", "one"].map(|name| is_a_test("x.kt", kotlin, name));
    assert_eq!(found, [true, false, false, false]);
    let swift = "@Test(\"Says\")\nfunc one() async {}\nfunc two() {}\n@Test(.disabled(\"why\"))\nfunc three() {}\n";
    let found = ["one", "two", "three"].map(|name| is_a_test("x.swift", swift, name));
    assert_eq!(found, [true, false, false]);
}
