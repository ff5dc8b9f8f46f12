//! `docs/safety/intended-use.md` and the app say the same.

use marrow::engine::text::{Lang, get};

use crate::{document, in_one_line, root};

/// What the app shows where it tells of itself; the nursing sheet shows the first two.
const SHOWN: [&str; 3] = ["about.intended-use", "about.not-a-monitor", "about.no-network"];

#[test]
fn the_document_quotes_what_the_app_shows_word_for_word() {
    // Quotations are marked `>`; the marks are taken off before the lines are joined.
    let text = document("intended-use.md").replace("\n> ", "\n");
    let text = in_one_line(&text);
    for key in SHOWN {
        for lang in Lang::ALL {
            let shown = get(*lang, key);
            assert!(text.contains(&shown), "intended-use.md lacks {key}: {shown}");
        }
    }
}

#[test]
fn the_document_names_its_source_and_its_limits() {
    let text = in_one_line(&document("intended-use.md"));
    for said in [
        "María Vijande",
        "27 May 2022",
        "Intraosseous Infusion – Post Procedure Care",
        "never diagnoses",
        "never calculates a dose",
        "is no monitor",
        "clinician's sign-off before clinical use",
        "\"reminder\", never \"alarm\"",
    ] {
        assert!(text.contains(said), "intended-use.md lacks: {said}");
    }
}

#[test]
fn the_readme_says_it_too() {
    let text = in_one_line(&std::fs::read_to_string(root().join("README.md")).unwrap());
    for said in [
        "It reminds and records according to policy. It never diagnoses, never calculates a dose and is no monitor.",
        "needs a clinician's sign-off before clinical use",
    ] {
        assert!(text.contains(said), "README.md lacks: {said}");
    }
}
