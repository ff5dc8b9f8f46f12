//! Links between cases: each stands for itself.

use marrow::engine::text::Lang;

use crate::phone::{PLACED, Phone, at, case};

fn links(script: &str) -> Vec<(String, &'static str)> {
    let mut phone = Phone::with(1, &format!("{PLACED}; {script}"));
    let now = phone.sample(at("+2h"));
    let view = phone.marrow.case(case(), Lang::En, &now).unwrap();
    view.links
        .into_iter()
        .map(|link| (link.case[..8].to_owned(), link.basis))
        .collect()
}

#[test]
fn a_link_leaves_other_links() {
    let both = links("+1m link case:2 same-patient; +2m link case:3 same-patient");
    assert_eq!(both.len(), 2);
    let one = links("+1m link case:2 same-patient; +2m link case:3 same-patient; +3m unlink case:2 same-patient");
    assert_eq!(one, both[1..]);
    let twice = links("+1m link case:2 same-patient; +2m link case:2 same-insertion");
    assert_eq!(
        twice.iter().map(|(_, basis)| *basis).collect::<Vec<_>>(),
        ["same-patient", "same-insertion"]
    );
    assert_eq!(
        links("+1m link case:2 same-patient; +2m link case:2 same-patient").len(),
        1
    );
}
