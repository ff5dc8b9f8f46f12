//! Long cases and long words: what the sheet does when one page is not enough.

#[cfg(test)]
#[allow(dead_code, reason = "each file of tests uses a part of it")]
mod played;

use marrow_engine::text::Lang;
use played::read::{assert_whole, show, words};
use played::{Act, Play};

const FINDINGS: &str = r#""bleeding":"none","inflammation":"none","swelling":false,"leak":false,"colour":"normal",
    "temperature":"normal","pulse":"strong","firm":true,"cap_refill_s":2,"other_cap_refill_s":2"#;

fn clock(minute: usize) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A case of two days on two phones: checks, products, notes, strikes and amendments.
fn long(entries: usize) -> Play {
    let mut play = Play::new(None);
    let by = |phone: u8, at: &str, play: &mut Play, kind: &str, form: &str| {
        let by = ["A. Ruiz", "M. Gil"][usize::from(phone)];
        let act = Act {
            phone,
            at,
            by,
            ..Act::default()
        };
        play.act(act, kind, form)
    };
    by(
        0,
        "08:58",
        &mut play,
        "open-case",
        r#"{"alias":"Bed 4","age_years":54,"weight_kg":80}"#,
    );
    let insert = r#"{"device":"ez-io","needle_mm":45,"site":"proximal-humerus","side":"left","circumference_cm":30}"#;
    by(0, "09:00", &mut play, "insert", insert);
    play.carry(0, 1, "09:01");
    for n in 2..entries {
        let at = clock(9 * 60 + n * 8);
        let phone = u8::from(n / 40 % 2 == 1);
        let last = match n % 12 {
            3 => by(
                phone,
                &at,
                &mut play,
                "disinfect",
                r#"{"agent":"chlorhexidine 2 %","dried":true}"#,
            ),
            5 => by(
                phone,
                &at,
                &mut play,
                "note",
                r#"{"text":"Family informed. The arm lies on a cushion, sling off."}"#,
            ),
            7 => by(
                phone,
                &at,
                &mut play,
                "give-product",
                r#"{"name":"adrenaline","class":"other"}"#,
            ),
            9 => by(phone, &at, &mut play, "flush", r#"{"ml":10,"resistance":false}"#),
            _ => by(
                phone,
                &at,
                &mut play,
                "check",
                &format!(r#"{{"pain":{},{FINDINGS}}}"#, 1 + n / 60 % 2),
            ),
        };
        if n % 25 == 9 {
            let strike = format!(r#"{{"entry":"{last}","reason":"wrong patient"}}"#);
            by(phone, &at, &mut play, "strike", &strike);
        }
        if n % 40 == 39 {
            play.carry(phone, 1 - phone, &at);
        }
    }
    play.carry(1, 0, "58:00");
    play
}

/// "page n of m" of each page.
fn numbers(html: &str) -> Vec<String> {
    let tops = html.split("<span class=\"n\">").skip(1);
    tops.filter_map(|top| top.split("</span>").next())
        .map(|top| words(&format!("{top}<p></p>")).trim().to_owned())
        .collect()
}

#[test]
fn three_hundred_entries_stand_once_each_on_numbered_pages() {
    let play = long(280);
    for lang in [Lang::En, Lang::Es] {
        let html = play.sheet("58:30", lang);
        show(&format!("long-{}", lang.tag()), &html);
        assert_whole(&html);
        let numbers = numbers(&html);
        let pages = html.matches("<section class=\"page\">").count();
        assert!(pages > 15, "{pages}");
        assert_eq!(numbers.len(), pages);
        for (i, number) in numbers.iter().enumerate() {
            let wanted = match lang {
                Lang::En => format!("page **{}** of {pages}", i + 1),
                Lang::Es => format!("página **{}** de {pages}", i + 1),
            };
            assert_eq!(*number, wanted);
        }
        let rows = html.matches("class=\"w\"").count();
        assert!(rows >= 290, "{rows}");
        assert_eq!(rows, html.matches("class=\"t\"").count());
    }
}

/// Words that try to break the sheet: markup, right-to-left, emoji, control characters, no spaces.
fn stress() -> Play {
    let planted = r#"</td></table><script>alert(1)</script><style>*{display:none}</style>"#;
    let endless = "Wrrroooooommmmmm".repeat(31);
    let mixed = r#"\u05e0\u05d5\u05e2\u05d4 \u202e\u2066abc\u0000 👩‍⚕️😀𝔐 漢字漢字漢字 n\u0303\u0301\u0301\u0301\u0301\u0301\u0301"#;
    let mut play = Play::new(None);
    let act = |at| Act { at, ..Act::default() };
    let form = format!(r#"{{"alias":"{endless}","age_years":50,"allergies":["{planted}","{endless}","{mixed}"]}}"#);
    play.act(act("09:00"), "open-case", &form);
    let form = format!(
        r#"{{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left","inserted_by":"{mixed}","lot":"{endless}"}}"#
    );
    play.act(act("09:01"), "insert", &form);
    let names = [" ", endless.as_str(), "N</td>\u{202e}", "😀😀😀😀😀😀😀😀😀😀😀😀"];
    for (n, by) in names.into_iter().enumerate() {
        let at = clock(9 * 60 + 2 + n);
        let typed = [planted, endless.as_str(), mixed, " "][n];
        let form = format!(r#"{{"text":"{typed} {}"}}"#, "漢字".repeat(40 * n));
        let act = Act {
            at: &at,
            by,
            late_reason: Some(&endless),
            ..Act::default()
        };
        play.act(act, "note", &form);
        let form = format!(r#"{{"kind":"{typed}x","note":"{}"}}"#, "line\\n".repeat(90 * (n % 2)));
        play.act(act, "complication", &form);
    }
    play.act(
        act("09:20"),
        "tell",
        &format!(r#"{{"whom":"{endless}","answer":"{planted}"}}"#),
    );
    play
}

#[test]
fn no_words_break_out_or_are_lost() {
    let play = stress();
    for lang in [Lang::En, Lang::Es] {
        let html = play.sheet("30:00", lang);
        show(&format!("stress-{}", lang.tag()), &html);
        assert_whole(&html);
        assert!(!html.contains("<script") && !html.contains("*{display:none}</style>"));
        let endless = "Wrrroooooommmmmm".repeat(31);
        assert!(html.matches(&endless).count() >= 8);
        assert_eq!(numbers(&html).len(), html.matches("<section class=\"page\">").count());
        let never = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0');
        assert!(!html.chars().any(never));
    }
}
