//! What is refused for the record: strikes, amendments, fields, and policies.

use crate::support::{ADULT, BEFORE, Bench, refusals};

#[test]
fn striking_reinstating_amending() {
    refusals(
        "-10m open-case alias=Anna as=o; +0 insert ez-io proximal-tibia left; +1h look as=c; +12h acknowledge removal-target as=a; \
         +13h accept-handover by_word=true as=h; +13h look as=d; +14h strike of=d as=s",
        &[
            ("a strike", "", "+15h strike of=c", "-"),
            ("of what is struck", "", "+15h strike of=d", "already-struck"),
            ("of the opening", "", "+15h strike of=o", "cannot-strike"),
            ("of a strike", "", "+15h strike of=s", "cannot-strike"),
            (
                "of a reinstatement",
                "+15h reinstate of=d as=r",
                "+16h strike of=r",
                "cannot-strike",
            ),
            (
                "of an amendment",
                "+15h amend of=c pain=4 as=m",
                "+16h strike of=m",
                "-",
            ),
            ("a reinstatement", "", "+15h reinstate of=d", "-"),
            ("of what stands", "", "+15h reinstate of=c", "not-struck"),
            (
                "of nothing on record",
                "",
                "+15h strike entry='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'",
                "unknown-entry",
            ),
            ("of nothing at all", "", "+15h strike reason=x", "missing-field"),
            (
                "an amendment of nothing on record",
                "",
                "+15h amend entry='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' pain=1",
                "unknown-entry",
            ),
            (
                "an amendment that changes nothing",
                "",
                "+15h amend of=c pain=0",
                "nothing-changes",
            ),
            ("nor the time", "", "+15h amend of=c at=+1h", "nothing-changes"),
            ("of the opening's patient", "", "+15h amend of=o age_years=30", "-"),
            ("of a strike", "", "+15h amend of=s reason=x", "cannot-amend"),
            (
                "of an amendment",
                "+15h amend of=c pain=4 as=m",
                "+16h amend of=m pain=5",
                "cannot-amend",
            ),
            (
                "of an acknowledgement",
                "",
                "+15h amend of=a step=dwell-warning-4h",
                "cannot-amend",
            ),
            ("of an acceptance", "", "+15h amend of=h name=x", "cannot-amend"),
            (
                "to a field that the kind does not have",
                "",
                "+15h amend of=c agent=iodine",
                "invalid",
            ),
            ("to a value that cannot be", "", "+15h amend of=c pain=11", "invalid"),
            (
                "to a value out of range",
                "",
                "+15h amend of=c body_temp_c=90",
                "out-of-range",
            ),
            (
                "a required field taken away",
                "+15h skip site-check away as=k",
                "+16h amend of=k step=null",
                "missing-field",
            ),
        ],
    );
}

#[test]
fn fields_that_are_missing_too_long_or_out_of_range() {
    let long = |n: usize| "x".repeat(n);
    for (line, expected) in [
        ("insert site=proximal-tibia side=left".to_owned(), "missing-field"),
        ("insert ez-io".to_owned(), "missing-field"),
        ("insert ez-io proximal-tibia".to_owned(), "missing-field"),
        (
            "insert device=' ' site=proximal-tibia side=left".to_owned(),
            "missing-field",
        ),
        ("attempt-failed proximal-tibia".to_owned(), "missing-field"),
        ("dressing".to_owned(), "missing-field"),
        ("give-product class=lipid".to_owned(), "missing-field"),
        ("start-product class=lipid".to_owned(), "missing-field"),
        ("stop-product".to_owned(), "missing-field"),
        ("venous-access place=arm".to_owned(), "missing-field"),
        ("access-review reason=x".to_owned(), "missing-field"),
        ("end-compression".to_owned(), "missing-field"),
        ("complication note=x".to_owned(), "missing-field"),
        ("note '  '".to_owned(), "missing-field"),
        ("tell rule=R8".to_owned(), "missing-field"),
        ("acknowledge".to_owned(), "missing-field"),
        ("link other=case:2".to_owned(), "missing-field"),
        ("link basis=same-patient".to_owned(), "missing-field"),
        (format!("note {}", long(4_000)), "-"),
        (format!("note {}", long(4_001)), "too-long"),
        (format!("disinfect {}", long(500)), "-"),
        (format!("disinfect {}", long(501)), "too-long"),
        (format!("update-patient allergies=[{}]", vec!["a"; 50].join(",")), "-"),
        (
            format!("update-patient allergies=[{}]", vec!["a"; 51].join(",")),
            "too-long",
        ),
        ("update-patient age_years=130".to_owned(), "-"),
        ("update-patient age_years=131".to_owned(), "out-of-range"),
        ("update-patient weight_kg=0.1".to_owned(), "out-of-range"),
        ("update-patient weight_kg=500.1".to_owned(), "out-of-range"),
        ("check body_temp_c=9.9".to_owned(), "out-of-range"),
        ("check body_temp_c=50".to_owned(), "-"),
        ("check cap_refill_s=61".to_owned(), "out-of-range"),
        ("check circumference_cm=1.9".to_owned(), "out-of-range"),
        ("link case:1 same-patient".to_owned(), "own-other-case"),
        ("link case:2 same-patient".to_owned(), "-"),
        ("unlink case:1 same-patient".to_owned(), "own-other-case"),
    ] {
        refusals(BEFORE, &[("a field", "", &format!("+1h {line}"), expected)]);
    }
    refusals(
        "",
        &[(
            "an opening without an alias",
            "",
            "+0 open-case age_years=4",
            "missing-field",
        )],
    );
}

#[test]
fn a_policy_that_cannot_be_used() {
    refusals(
        ADULT,
        &[
            (
                "within bounds",
                "",
                r#"+1h move-policy {"id":"h","version":1,"parameters":{"disinfect.every":360}}"#,
                "-",
            ),
            (
                "out of bounds",
                "",
                r#"+1h move-policy {"id":"h","version":1,"parameters":{"disinfect.every":3000}}"#,
                "policy",
            ),
            (
                "no such parameter",
                "",
                r#"+1h move-policy {"id":"h","version":1,"parameters":{"x":1}}"#,
                "policy",
            ),
            (
                "for another protocol",
                "",
                r#"+1h move-policy {"id":"h","version":1,"protocol":"x"}"#,
                "policy",
            ),
            ("back to none", "", "+1h move-policy null", "-"),
        ],
    );
    let mut bench = Bench::play(ADULT);
    let bad = r#"+1h move-policy {"id":"h","version":1,"parameters":{"disinfect.every":3000}}"#;
    let refusal = bench.attempt(bad).unwrap_err();
    for part in ["disinfect.every", "180", "720", "3000"] {
        assert!(refusal.to_string().contains(part), "{refusal}");
    }
}
