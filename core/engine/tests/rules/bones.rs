//! R6 and R21: bones that were used or tried, and another open case with the same bone.

use crate::support::{Bench, expect, script::case_id};

/// What it says, the other case's script, this one's, and what is expected of this one.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

fn beside(rows: &[Row<'_>]) {
    let mut wrong = Vec::new();
    for (name, other, script, expected) in rows {
        let mut there = Bench::new();
        there.case = case_id(2);
        there.run(other);
        let mut here = Bench::new();
        here.neighbours = vec![there.neighbour()];
        here.run(script);
        here.neighbours.push(here.neighbour());
        wrong.extend(
            expect::problems(&here, expected)
                .into_iter()
                .map(|p| format!("{name}: {p}")),
        );
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn alone(rows: &[(&str, &str, &str)]) {
    let rows: Vec<Row<'_>> = rows
        .iter()
        .map(|(n, s, e)| (*n, "-90d open-case alias=Zoe", *s, *e))
        .collect();
    beside(&rows);
}

#[test]
fn r6_the_bone_was_tried_within_two_days() {
    alone(&[
        (
            "a failed try in it",
            "-1h open-case alias=Anna; -5m attempt-failed proximal-tibia left; +0 insert ez-io proximal-tibia left",
            "R6 amber bone-tried",
        ),
        (
            "proximal and distal tibia are one bone",
            "-1h open-case alias=Anna; -5m attempt-failed distal-tibia left; +0 insert ez-io proximal-tibia left",
            "R6 amber",
        ),
        (
            "the other side is another bone",
            "-1h open-case alias=Anna; -5m attempt-failed proximal-tibia right; +0 insert ez-io proximal-tibia left",
            "R6 -",
        ),
        (
            "so is the femur",
            "-1h open-case alias=Anna; -5m attempt-failed distal-femur left; +0 insert ez-io proximal-tibia left",
            "R6 -",
        ),
        (
            "48 h ago is long enough",
            "-3d open-case alias=Anna; -48h attempt-failed proximal-tibia left; +0 insert ez-io proximal-tibia left",
            "R6 -",
        ),
        (
            "a millisecond less is not; time clears it",
            "-3d open-case alias=Anna; -48h+1ms attempt-failed proximal-tibia left; +0 insert ez-io proximal-tibia left",
            "@+0 R6 amber | @+1ms R6 -",
        ),
        (
            "time clears it, 48 h after the try",
            "-1h open-case alias=Anna; -1h attempt-failed proximal-tibia left; +0 insert ez-io proximal-tibia left",
            "@+47h-1ms R6 amber | @+47h R6 -",
        ),
        (
            "a struck try never was",
            "-1h open-case alias=Anna; -5m attempt-failed proximal-tibia left as=t; +0 insert ez-io proximal-tibia left; +1m strike of=t",
            "R6 -",
        ),
        (
            "the insertion amended to another bone",
            "-1h open-case alias=Anna; -5m attempt-failed proximal-tibia left; +0 insert ez-io proximal-tibia left as=i; \
             +1m amend of=i side=right",
            "R6 -",
        ),
    ]);
}

#[test]
fn r6_across_linked_cases() {
    let used = "-30h open-case alias=Zoe; -29h insert ez-io distal-tibia left; -20h remove";
    let tried = "-30h open-case alias=Zoe; -20h attempt-failed proximal-tibia left";
    let linked = "-1h open-case alias=Anna; -1m link case:2 same-patient as=l; +0 insert ez-io proximal-tibia left";
    let unlinked = "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left";
    beside(&[
        ("used, out 20 h ago", used, linked, "R6 amber bone-used"),
        (
            "until 48 h after the removal",
            used,
            linked,
            "@+28h-1ms R6 amber | @+28h R6 -",
        ),
        ("tried 20 h ago", tried, linked, "R6 amber bone-tried"),
        (
            "until 48 h after the try",
            tried,
            linked,
            "@+28h-1ms R6 amber | @+28h R6 -",
        ),
        ("not linked", used, unlinked, "R6 -"),
        ("not linked, tried", tried, unlinked, "R6 -"),
        (
            "unlinked again",
            used,
            "-1h open-case alias=Anna; -1m link case:2 same-patient; +0 insert ez-io proximal-tibia left; +1m unlink case:2 same-patient",
            "R6 -",
        ),
        (
            "linked from the other side",
            "-30h open-case alias=Zoe; -29h insert ez-io distal-tibia left; -20h remove; -1h link case:1 same-patient",
            unlinked,
            "R6 amber",
        ),
        (
            "in use",
            "-30h open-case alias=Zoe; -29h insert ez-io distal-tibia left",
            linked,
            "R6 amber bone-used",
        ),
        (
            "in use for longer",
            "-9d open-case alias=Zoe; -9d insert ez-io distal-tibia left",
            linked,
            "@+5d R6 amber",
        ),
        (
            "ended with the device out",
            "-30h open-case alias=Zoe; -29h insert ez-io distal-tibia left; -20h end-case 'left our care' out",
            linked,
            "@+28h-1ms R6 amber | @+28h R6 -",
        ),
        (
            "the other side",
            "-30h open-case alias=Zoe; -29h insert ez-io distal-tibia right; -20h remove",
            linked,
            "R6 -",
        ),
        (
            "used after this one: theirs to flag",
            "+0 open-case alias=Zoe; +1h insert ez-io distal-tibia left; +2h remove",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left; +1m link case:2 same-patient; +3h note x",
            "R6 -",
        ),
        (
            "linked as the same insertion: it is this one",
            "-30h open-case alias=Zoe; -5m insert ez-io proximal-tibia left",
            "-1h open-case alias=Anna; -1m link case:2 same-insertion; +0 insert ez-io proximal-tibia left",
            "R6 -",
        ),
    ]);
}

#[test]
fn r21_another_open_case_with_the_same_bone_and_side() {
    let here = "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left";
    let linked = "-1h open-case alias=Bed-4; +0 insert ez-io proximal-tibia left; +1m link case:2 same-patient";
    beside(&[
        (
            "of a same-named patient",
            "-1h open-case alias=anna; +0 insert ez-io proximal-tibia left",
            here,
            "R21 amber",
        ),
        (
            "by name, too",
            "-1h open-case alias=x name='Ana Ruiz'; +0 insert ez-io distal-tibia left",
            "-1h open-case alias=y name='ana ruiz '; +0 insert ez-io proximal-tibia left",
            "R21 amber",
        ),
        (
            "of a linked patient",
            "-1h open-case alias=Zoe; +0 insert ez-io proximal-tibia left",
            linked,
            "R21 amber",
        ),
        (
            "of another patient",
            "-1h open-case alias=Zoe; +0 insert ez-io proximal-tibia left",
            here,
            "R21 -",
        ),
        (
            "another side",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia right",
            here,
            "R21 -",
        ),
        (
            "another bone",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-humerus left",
            here,
            "R21 -",
        ),
        ("no insertion there", "-1h open-case alias=Anna", here, "R21 -"),
        (
            "ended there",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left; +1h end-case duplicate in",
            here,
            "R21 -",
        ),
        (
            "ended here",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left; +1h end-case duplicate in",
            "R21 -",
        ),
        (
            "linked as the same insertion",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left; +1m link case:2 same-insertion",
            "R21 -",
        ),
        (
            "out there, but still open",
            "-1h open-case alias=Anna; +0 insert ez-io proximal-tibia left; +1h remove",
            here,
            "R21 amber",
        ),
    ]);
}
