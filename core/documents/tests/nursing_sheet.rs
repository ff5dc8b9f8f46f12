//! The nursing sheet of cases that were played through the engine.

#[cfg(test)]
#[allow(dead_code, reason = "each file of tests uses a part of it")]
mod played;

use marrow_engine::text::Lang;
use marrow_engine::vocabulary::Precision;
use played::read::{assert_whole, golden, own_words, words};
use played::{Act, Play};

const POLICY: &str = r#"{"id":"H. Norte","version":3,"author":"Infection control","effective":"2026-01-15",
    "reason":"local routine","parameters":{"disinfect.every":240,"flag.temperature":38.5,"flush.every":240}}"#;

fn by<'a>(at: &'a str) -> Act<'a> {
    Act { at, ..Act::default() }
}

const NORMAL: &str = r#"{"bleeding":"none","inflammation":"none","swelling":false,"colour":"normal","temperature":"normal",
    "pulse":"strong","pain":2,"firm":true}"#;

/// Everything that the record can do to an entry, in one small case on two phones.
fn marked() -> Play {
    let mut play = Play::new(Some(POLICY));
    let opening =
        r#"{"alias":"Bed 4","age_years":54,"weight_kg":80,"allergies":["chlorhexidine"],"anticoagulated":true}"#;
    play.act(by("09:00"), "open-case", opening);
    let told = Some(Precision::Told);
    play.act(
        Act {
            performed: Some("08:20"),
            precision: told,
            ..by("09:01")
        },
        "attempt-failed",
        r#"{"site":"proximal-tibia","side":"left"}"#,
    );
    play.act(
        Act {
            performed: Some("08:30"),
            precision: Some(Precision::Estimated),
            ..by("09:02")
        },
        "insert",
        r#"{"device":"ez-io","needle_mm":45,"site":"proximal-humerus","side":"right","inserted_by":"Dr Vega","circumference_cm":30}"#,
    );
    let check = play.act(
        by("09:05"),
        "check",
        r#"{"pain":3,"body_temp_c":38.2,"colour":"pale","other_colour":"pale",
        "temperature":"normal","other_temperature":"normal","bleeding":"none","swelling":false,"inflammation":"none",
        "firm":true,"not_assessed":["pulse"],"not_assessed_reason":"cast"}"#,
    );
    play.act(by("09:20"), "check", r#"{"pain":"not-assessable","swelling":true}"#);
    let wrong = play.act(by("09:25"), "flush", r#"{"ml":10,"resistance":false}"#);
    play.carry(0, 1, "09:30");
    play.act(
        by("09:40"),
        "strike",
        &format!(r#"{{"entry":"{wrong}","reason":"wrong patient"}}"#),
    );
    let amend = |pain: u8, reason: &str| format!(r#"{{"entry":"{check}","pain":{pain},"reason":"{reason}"}}"#);
    play.act(by("09:41"), "amend", &amend(4, "misread"));
    let other = Act {
        phone: 1,
        by: "M. Gil",
        ..by("09:42")
    };
    play.act(other, "amend", &amend(5, "as she said"));
    play.act(
        Act { at: "09:43", ..other },
        "tell",
        r#"{"whom":"Dr Sanz","rule":"R9","answer":"coming"}"#,
    );
    play.carry(1, 0, "10:00");
    play.act(
        by("12:00"),
        "skip",
        r#"{"step":"access-review","reason":"other","text":"in CT"}"#,
    );
    play.act(
        Act {
            late_reason: Some("two arrests"),
            ..by("12:30")
        },
        "check",
        NORMAL,
    );
    play
}

/// The same, and a note on the next day.
fn late() -> Play {
    let mut play = marked();
    play.act(
        Act {
            performed: Some("11:00"),
            late_reason: Some("paper first"),
            ..by("35:30")
        },
        "note",
        r#"{"text":"line one\nline two"}"#,
    );
    play
}

/// An open case, then removed, pressed too short, and pressed again.
fn removed() -> Play {
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        r#"{"alias":"Box 2","age_months":18,"weight_kg":11,"weight_measured":true}"#,
    );
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"ez-io","needle_mm":15,"site":"proximal-tibia","side":"left","dressing":"gauze"}"#,
    );
    play.act(by("09:02"), "check", NORMAL);
    play.act(
        by("10:00"),
        "venous-access",
        r#"{"kind":"peripheral","place":"left hand"}"#,
    );
    play.act(by("10:20"), "remove", r#"{"resistance":false,"tip_intact":true}"#);
    play.act(by("10:21"), "start-compression", "{}");
    play.act(by("10:23"), "end-compression", r#"{"bleeding_stopped":true}"#);
    play.act(by("10:24"), "start-compression", "{}");
    play.act(by("10:30"), "end-compression", r#"{"bleeding_stopped":true}"#);
    play
}

#[test]
fn the_sheet_says_what_the_record_says() {
    golden("marked-en", &marked().sheet("12:40", Lang::En));
    golden("marked-es", &marked().sheet("12:40", Lang::Es));
    golden("removed-en", &removed().sheet("10:50", Lang::En));
}

#[test]
fn every_state_is_shown() {
    let sheet = words(&late().sheet("35:40", Lang::En));
    for said in [
        "~~**Flush**",
        "Written in error: “wrong patient”. Struck 09:40 by A. Ruiz.",
        "Pain: **4** (~~3~~)",
        "Amended 09:41 by A. Ruiz, “misread”. Pain: ~~3~~ → **4**",
        "Amended 09:42 by M. Gil, “as she said”. Pain: ~~3~~ → 5 (not the value in force)",
        "Neither writer had seen the other’s amendment: all are shown.",
        "**late entry**, recorded 24 h 30 min after",
        "Why late: “paper first”",
        "Why not in time: “two arrests”",
        "“line one / line two”",
        "≈ 08:20",
        "time told by others",
        "≈ 08:30",
        "time estimated",
        "**Not assessed: **distal pulse (“cast”)",
        "**Limb colour: pale**",
        "**Swelling: yes**",
        "**4 Mar**; **11:00** | 11:30",
        "**incomplete, does not count**",
        "**Told**. “Dr Sanz”",
        "Anticoagulated: **yes**",
        "Allergies: **“chlorhexidine”**",
        "**LEFT proximal tibia** until 6 Mar 2026, 08:20",
        "RIGHT proximal humerus",
        "Disinfection: every | **240 min** | 300 min | 180 to 720 min | published article (A13)",
        "1 entry of another phone, received 10:00",
    ] {
        assert!(sheet.contains(said), "{said:?} is not in\n{sheet}");
    }
}

#[test]
fn an_absence_is_written() {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"X"}"#);
    let sheet = words(&play.sheet("09:10", Lang::En));
    for said in [
        "Age: not recorded",
        "Weight: not recorded",
        "Consciousness: not recorded",
        "Allergies: not recorded",
        "Anticoagulated: not recorded",
        "Failed tries: none recorded",
        "No needle on record",
        "No hospital policy: every value is the default.",
    ] {
        assert!(sheet.contains(said), "{said:?} is not in\n{sheet}");
    }
}

#[test]
fn markup_is_whole_and_no_key_is_left_over() {
    const FAMILIES: &[&str] = &[
        "about",
        "device",
        "field",
        "flags",
        "kind",
        "level",
        "limit",
        "mark",
        "pain",
        "parameter",
        "phase",
        "place",
        "policy",
        "rule",
        "severity",
        "sheet",
        "sign",
        "source",
        "status",
        "step",
        "unit",
        "word",
    ];
    for (play, when) in [(late(), "35:40"), (removed(), "10:50"), (removed(), "60:00")] {
        for lang in [Lang::En, Lang::Es] {
            let html = play.sheet(when, lang);
            assert_whole(&html);
            assert_eq!(html, play.sheet(when, lang), "the same input, the same bytes");
            for word in own_words(&html).split(|c: char| c.is_whitespace() || "():;,“”«»".contains(c)) {
                let key = word
                    .split_once('.')
                    .filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
                let left = key.is_some_and(|(family, _)| FAMILIES.contains(&family));
                assert!(!left, "{word} in {}", lang.tag());
                assert!(!word.contains(['{', '}']), "{word} in {}", lang.tag());
            }
        }
    }
}

#[test]
fn nothing_is_loaded_run_or_sent() {
    let html = marked().sheet("35:40", Lang::En);
    for never in [
        "<script", "<link", "<img", "<iframe", "<object", "<form", "<base", "src=", "href=", "url(", "@import",
    ] {
        assert!(!html.contains(never), "{never}");
    }
    assert!(html.contains("content=\"default-src &#39;none&#39;; style-src"));
}

#[test]
fn what_people_type_stays_inside_its_place() {
    let planted = r#"</bdi></td></style><script>alert(1)</script>\u0022 onload=\u0022x\u202e\u2066\u0000 😀 {n} &lt;"#;
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        &format!(r#"{{"alias":"{planted}","age_years":50,"allergies":["{planted}"]}}"#),
    );
    let insert = format!(
        r#"{{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left","inserted_by":"{planted}","lot":"{planted}"}}"#
    );
    play.act(by("09:01"), "insert", &insert);
    play.act(
        Act {
            by: "N</td>\u{202e}",
            late_reason: Some("<!-- "),
            ..by("09:02")
        },
        "note",
        &format!(r#"{{"text":"{planted}"}}"#),
    );
    play.act(by("09:03"), "complication", &format!(r#"{{"kind":"{planted}"}}"#));
    for lang in [Lang::En, Lang::Es] {
        let html = play.sheet("09:10", lang);
        assert_whole(&html);
        assert!(!html.contains("<script") && !html.contains("<!-- "));
        assert!(
            !html
                .chars()
                .any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0'))
        );
        assert_eq!(html.matches("<style>").count(), html.matches("</style>").count());
        assert!(words(&html).contains("alert(1)</script>\" onload=\"x[U+202E][U+2066][U+0000] 😀 {n} &lt;"));
    }
}

#[test]
fn words_of_people_are_never_translated() {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"X","age_years":50}"#);
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"ez-io","site":"proximal-tibia","side":"left"}"#,
    );
    play.act(
        by("09:02"),
        "access-review",
        r#"{"outcome":"keep","reason":"emergency"}"#,
    );
    play.act(by("09:03"), "complication", r#"{"kind":"central"}"#);
    let sheet = words(&play.sheet("09:10", Lang::Es));
    assert!(sheet.contains("«emergency»") && sheet.contains("«central»"), "{sheet}");
}

#[test]
fn an_offset_stands_where_it_is_not_the_sheets() {
    let mut play = Play::new(None);
    let summer = |at| Act {
        offset_h: Some(2),
        ..by(at)
    };
    play.act(summer("07:00"), "open-case", r#"{"alias":"X","age_years":50}"#);
    play.act(
        summer("07:01"),
        "insert",
        r#"{"device":"ez-io","site":"proximal-tibia","side":"left"}"#,
    );
    play.act(by("08:00"), "check", NORMAL);
    let sheet = words(&play.sheet("09:10", Lang::En));
    assert!(sheet.contains("4 Mar 2026 · Europe/Madrid, UTC+2"), "{sheet}");
    assert!(sheet.contains("| **08:01**; **UTC+2** | 08:01; UTC+2 |"), "{sheet}");
    assert!(sheet.contains("4 Mar 2026 · Europe/Madrid, UTC+1"), "{sheet}");
    assert!(sheet.contains("| **08:00**; **UTC+1** | 08:00; UTC+1 |"), "{sheet}");
    assert!(
        sheet.contains("At 09:00 UTC+2 the clocks went back to 08:00 UTC+1"),
        "{sheet}"
    );
    assert!(sheet.contains("Placed **4 Mar 2026, 08:01 UTC+2**"), "{sheet}");
}

#[test]
fn what_the_shell_says_of_itself_is_on_the_sheet() {
    let html = removed().sheet_with("10:50", Lang::En, |input| {
        input.unsynced = true;
        input.watched = false;
    });
    let sheet = words(&html);
    assert!(sheet.contains("Some entries are on this phone alone"), "{sheet}");
    assert!(sheet.contains("This phone does not remind of this case."), "{sheet}");
    assert!(
        sheet.contains("Made 4 Mar 2026, 10:50 (UTC+1) · Marrow 0.1.0 · io-aftercare v1 · **not yet passed on**"),
        "{sheet}"
    );
}
