//! Cases that no page has room for: each row of them must be divided or cut, and none may be lost.

use super::cases::{by, check, clock};
use super::played::Play;

/// Swelling that comes and goes, and products that come and go: more flags in a day than a page has lines.
pub fn sixty_flags() -> Play {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"Bed 60","age_years":50}"#);
    let insert = r#"{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left"}"#;
    play.act(by("09:01"), "insert", insert);
    for n in 0..64 {
        let at = clock(9 * 60 + 5 + n * 10);
        let swelling = if n % 2 == 0 { "true" } else { "false" };
        let form = format!(r#""pain":{},"tense":{swelling}"#, n % 4);
        let form = check(&form).replace(r#""swelling":false"#, &format!(r#""swelling":{swelling}"#));
        play.act(by(&at), "check", &form);
        let name = format!("a product with quite a long name, number {n}");
        play.act(
            by(&at),
            "start-product",
            &format!(r#"{{"name":"{name}","class":"lipid"}}"#),
        );
        if n % 2 == 1 {
            play.act(by(&at), "stop-product", &format!(r#"{{"name":"{name}"}}"#));
        }
    }
    play
}

/// Every word as long as it may be.
pub fn endless_words() -> Play {
    let wide = "W".repeat(498);
    let lines = "\\n".repeat(498);
    let allergies = vec![format!("\"{}\"", "latex ".repeat(40)); 20].join(",");
    let mut play = Play::new(None);
    let form = format!(
        r#"{{"alias":"x{lines}","age_years":50,"name":"{wide}","identifier":"x{lines}y","place":"{wide}","allergies":[{allergies}]}}"#
    );
    play.act(by("09:00"), "open-case", &form);
    let form = format!(
        r#"{{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left","inserted_by":"{wide}","antiseptic":"{wide}"}}"#
    );
    play.act(by("09:01"), "insert", &form);
    for (n, text) in ["漢字".repeat(1_990), "line\\n".repeat(790), "word ".repeat(790)]
        .iter()
        .enumerate()
    {
        play.act(
            by(&clock(9 * 60 + 5 + n as u32)),
            "note",
            &format!(r#"{{"text":"{text}."}}"#),
        );
    }
    let form = format!(r#"{{"name":"{wide}","class":"vesicant"}}"#);
    play.act(by("09:20"), "start-product", &form);
    let form = format!(r#"{{"reason":"{wide}","authorised_by":"x{lines}y","to_hours":48}}"#);
    play.act(by("09:30"), "extend", &form);
    play
}

/// Twelve rules with a flag each.
pub fn all_at_once() -> Play {
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        r#"{"alias":"All at once","age_years":8,"weight_kg":20,"mri_planned":true,"allergies":["chlorhexidine"]}"#,
    );
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"ez-io","needle_mm":45,"site":"proximal-tibia","side":"left","antiseptic":"chlorhexidine","dressing":"occlusive"}"#,
    );
    for n in 0..12 {
        let at = clock(9 * 60 + 5 + n);
        play.act(
            by(&at),
            "start-product",
            &format!(r#"{{"name":"product number {n}","class":"vesicant"}}"#),
        );
    }
    play.act(
        by("09:30"),
        "check",
        r#"{"pain":9,"bleeding":"pulsatile","bleeding_colour":"bright","inflammation":"severe","swelling":true,"leak":true,
        "redness":true,"warmth":true,"discharge":true,"firm":false,"colour":"blue","other_colour":"normal","temperature":"cold",
        "other_temperature":"normal","pulse":"absent","other_pulse":"strong","cap_refill_s":9,"tense":true,"stretch_pain":true,
        "sensation":"absent","movement":"absent","breathless":true,"confused":true,"flush":"blocked","flow":"stopped","body_temp_c":41}"#,
    );
    play
}

/// More flags, products and late tasks than a page has lines for.
pub fn many_flags() -> Play {
    let mut play = all_at_once();
    play.act(by("12:00"), "access-review", r#"{"outcome":"keep","reason":"no vein"}"#);
    for n in 0..8 {
        let at = clock(12 * 60 + 10 + n * 9);
        play.act(by(&at), "check", &check(r#""pain":5"#));
    }
    play
}
