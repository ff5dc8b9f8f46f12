//! What the sections after the record say of how a case went.

#[cfg(test)]
#[allow(dead_code, reason = "each file of tests uses a part of it")]
mod played;

use marrow_engine::text::Lang;
use played::read::{assert_whole, show, words};
use played::{Act, Play};

const FINDINGS: &str = r#""bleeding":"none","inflammation":"none","leak":false,"colour":"normal","temperature":"normal",
    "pulse":"strong""#;

fn by(at: &str) -> Act<'_> {
    Act { at, ..Act::default() }
}

fn check(play: &mut Play, act: Act<'_>, more: &str) {
    play.act(act, "check", &format!("{{{FINDINGS},{more}}}"));
}

/// A needle from 09:00, its baseline and its first check in time.
fn begun() -> Play {
    let mut play = Play::new(None);
    let opening = r#"{"alias":"Bed 7","age_years":40,"consciousness":"conscious"}"#;
    play.act(by("08:59"), "open-case", opening);
    let insert =
        r#"{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left","antiseptic":"chlorhexidine"}"#;
    play.act(by("09:00"), "insert", insert);
    check(&mut play, by("09:01"), r#""pain":1,"swelling":false,"firm":true"#);
    check(&mut play, by("09:30"), r#""pain":1,"swelling":false,"firm":true"#);
    play
}

/// Late, overdue with and without a reason, skipped, ended by the removal; pressed twice; observed.
fn eventful() -> Play {
    let mut play = begun();
    play.act(
        by("11:02"),
        "skip",
        r#"{"step":"access-review","reason":"other","text":"in CT"}"#,
    );
    check(&mut play, by("11:42"), r#""pain":2,"swelling":true,"firm":true"#);
    play.act(by("11:44"), "tell", r#"{"whom":"Dr Sanz","rule":"R9"}"#);
    let late = Act {
        late_reason: Some("two arrests"),
        ..by("15:00")
    };
    check(&mut play, late, r#""pain":2,"swelling":false,"firm":true"#);
    play.act(
        by("15:10"),
        "give-handover",
        r#"{"to":"Ward 3","outstanding":"disinfect"}"#,
    );
    play.act(by("16:00"), "remove", r#"{"resistance":false,"tip_intact":true}"#);
    play.act(by("16:01"), "start-compression", "{}");
    play.act(by("16:03"), "end-compression", r#"{"bleeding_stopped":true}"#);
    play.act(by("16:04"), "start-compression", "{}");
    play.act(by("16:10"), "end-compression", r#"{"bleeding_stopped":true}"#);
    check(&mut play, by("16:25"), r#""pain":0,"swelling":false"#);
    play
}

fn said(html: &str, all: &[&str]) {
    assert_whole(html);
    let words = words(html);
    for one in all {
        assert!(words.contains(one), "{one:?} is not in\n{words}");
    }
}

#[test]
fn what_was_late_or_not_done_stands_with_its_reason() {
    let html = eventful().sheet("16:30", Lang::En);
    show("eventful-en", &html);
    show("eventful-es", &eventful().sheet("16:30", Lang::Es));
    said(
        &html,
        &[
            "| Check the site | 11:30 | 11:42, **+12 min**, late | not asked",
            "| Check the site | 13:42 | 15:00, **+1 h 18 min**, long overdue | “two arrests”",
            "| Can it come out? | 11:00 | 11:02, **skipped** | other, “in CT”; Due again 12:02",
            "| Disinfect | 14:00 | **not done**, **+2 h**, overdue | ended by: device out, 16:00",
            "| Press on the puncture | 16:00 | **not done** | ended by: compression ended, 16:03",
        ],
    );
    said(
        &html,
        &["**Not this time**. Can it come out? · other · Text: “in CT”; Due again 4 Mar 2026, 12:02"],
    );
}

#[test]
fn a_case_in_time_has_nothing_late() {
    let html = begun().sheet("09:40", Lang::En);
    said(&html, &["By what is on record nothing was late, skipped or not done."]);
}

#[test]
fn a_red_flag_leads_while_its_answer_is_owed() {
    let mut play = begun();
    check(&mut play, by("10:00"), r#""pain":1,"swelling":true,"firm":true"#);
    let html = play.sheet("10:05", Lang::En);
    let (red, record) = (html.find("Red flags and the answer"), html.find(">Record<"));
    assert!(red.is_some() && red < record);
    said(
        &html,
        &[
            "red ** R9, Swelling, a leak, or flush or flow obstructed**",
            "| **not recorded**",
        ],
    );
    assert_eq!(html.matches("class=\"fill\"").count(), 2 + signature_lines(&html));

    check(&mut play, by("10:20"), r#""pain":1,"swelling":false,"firm":true"#);
    let html = play.sheet("10:25", Lang::En);
    assert!(!html.contains("Red flags and the answer"));
    assert_eq!(html.matches("class=\"fill\"").count(), signature_lines(&html));
}

/// Two lines a person.
fn signature_lines(html: &str) -> usize {
    let table = html.split("<table class=\"sig\">").nth(1).unwrap_or_default();
    table
        .split("</table>")
        .next()
        .unwrap_or_default()
        .matches("class=\"fill\"")
        .count()
}

#[test]
fn a_flag_that_has_cleared_is_told_with_who_was_told_while_it_was_open() {
    let html = eventful().sheet("16:30", Lang::En);
    said(
        &html,
        &[
            "red ** R9, Swelling, a leak, or flush or flow obstructed**; swelling at the site | **11:42**, check | **15:00**, check | “Dr Sanz”, 4 Mar 2026, 11:44",
        ],
    );
    // In the record: where it was raised, where it cleared.
    let words = words(&html);
    let row = |time: &str| {
        let start = format!("| **{time}** |");
        words
            .lines()
            .find(|line| line.starts_with(&start))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(row("11:42").contains("red ** R9**"), "{}", row("11:42"));
    assert!(row("15:00").contains("clears R9"), "{}", row("15:00"));

    let mut later = begun();
    check(&mut later, by("10:00"), r#""pain":1,"swelling":true,"firm":true"#);
    check(&mut later, by("10:20"), r#""pain":1,"swelling":false,"firm":true"#);
    later.act(by("10:30"), "tell", r#"{"whom":"Dr Sanz"}"#);
    said(
        &later.sheet("10:35", Lang::En),
        &["**10:20**, check | **not recorded**"],
    );

    // Nor does what is told later hide who was told in time.
    let mut twice = begun();
    check(&mut twice, by("10:00"), r#""pain":1,"swelling":true,"firm":true"#);
    twice.act(by("10:10"), "tell", r#"{"whom":"Dr Gil"}"#);
    check(&mut twice, by("10:20"), r#""pain":1,"swelling":false,"firm":true"#);
    twice.act(by("10:30"), "tell", r#"{"whom":"Dr Sanz"}"#);
    said(
        &twice.sheet("10:35", Lang::En),
        &["**10:20**, check | “Dr Gil”, 4 Mar 2026, 10:10"],
    );
}

#[test]
fn the_way_out_is_drawn_to_scale_and_observed() {
    let html = eventful().sheet("16:30", Lang::En);
    said(
        &html,
        &[
            "**4 Mar 2026, 16:00**, A. Ruiz: **Device out**. Resistance: no · Tip whole: yes",
            "2 min 0 s: too short, does not count",
            "6 min 0 s: counts",
            "**LEFT proximal tibia** until 6 Mar 2026, 16:00",
            "| 15 min | 16:25 | 16:25 | none",
            "| 30 min | 16:40 | |",
            "| 4 h | 20:10 | |",
        ],
    );
    // 12 mm a minute, from the moment it came out; what does not count is white.
    for bar in [
        r##"<path d="M12 9.5L36 9.5L36 13.2L12 13.2Z" fill="#fff""##,
        r##"<path d="M48 19.55L120 19.55L120 23.25L48 23.25Z" fill="#000""##,
    ] {
        assert!(html.contains(bar), "{bar}");
    }
}

#[test]
fn a_handover_that_nobody_accepted_says_so() {
    let mut play = eventful();
    said(
        &play.sheet("16:30", Lang::En),
        &[
            "**4 Mar 2026, 15:10**, A. Ruiz: **Handover**. To: “Ward 3”",
            "**Not accepted, as far as it is on record.**",
        ],
    );
    play.act(by("16:31"), "accept-handover", r#"{"by_word":true,"name":"M. Gil"}"#);
    let words = words(&play.sheet("16:35", Lang::En));
    assert!(
        !words.contains("Not accepted") && words.contains("**Handover accepted**"),
        "{words}"
    );
}

#[test]
fn the_pen_goes_on_only_in_an_open_case() {
    let mut play = begun();
    assert!(play.sheet("09:40", Lang::En).contains("class=\"pen\""));
    play.act(by("09:45"), "end-case", r#"{"reason":"died","device":"in"}"#);
    let html = play.sheet("09:50", Lang::En);
    assert!(!html.contains("class=\"pen\"") && !html.contains("By hand"));
}

#[test]
fn what_counts_instead_of_a_struck_entry_is_said_where_it_is_known() {
    let mut play = Play::new(None);
    play.act(by("08:59"), "open-case", r#"{"alias":"Bed 7","age_years":40}"#);
    let insert = |side: &str| format!(r#"{{"device":"ez-io","site":"proximal-tibia","side":"{side}"}}"#);
    let wrong = play.act(by("09:00"), "insert", &insert("left"));
    let strike = |entry| format!(r#"{{"entry":"{entry}","reason":"wrong side"}}"#);
    play.act(by("09:02"), "strike", &strike(wrong));
    let struck = words(&play.sheet("09:03", Lang::En));
    assert!(struck.contains("What counts now: nothing on record."), "{struck}");
    play.act(by("09:05"), "insert", &insert("right"));
    let flush = play.act(by("09:06"), "flush", r#"{"ml":10}"#);
    play.act(by("09:07"), "strike", &strike(flush));
    play.act(by("09:08"), "flush", r#"{"ml":5}"#);
    let counts = |text: &str, of: &str| text.matches(of).count();
    let (en, es) = (
        words(&play.sheet("09:10", Lang::En)),
        words(&play.sheet("09:10", Lang::Es)),
    );
    assert_eq!(counts(&en, "What counts now: needle placed, 09:05."), 1, "{en}");
    // The next flush may be meant to replace the struck one, or not.
    assert_eq!(
        (counts(&en, "What counts now"), counts(&es, "Lo que vale ahora")),
        (1, 1),
        "{en}"
    );
}

#[test]
fn a_zone_that_is_utc_is_said_once() {
    let play = begun();
    let utc = |zone: &str| {
        let now = marrow_engine::time::ClockSample {
            wall_ms: played::at("10:00"),
            boot_ms: 0,
            boot_id: [1; 16],
            zone: zone.to_owned(),
            offset_s: 0,
            next_offset: None,
        };
        words(&play.sheet_with("10:00", Lang::En, |input| input.now = Box::leak(Box::new(now))))
    };
    assert!(!utc("Etc/UTC").contains("Etc/UTC"));
    assert!(utc("Europe/Lisbon").contains("(UTC) · Europe/Lisbon"));
}
