//! Cases to draw: one that shows every mark, and those that strain the paper.

use marrow_engine::vocabulary::Precision;

use super::played::{Act, Play};

/// A case, and moments to look at it.
pub struct Case {
    pub name: &'static str,
    pub play: Play,
    pub looks: &'static [&'static str],
}

pub fn all() -> Vec<Case> {
    let case = |name, play, looks| Case { name, play, looks };
    vec![
        case("every mark", every_mark(), &["14:20", "16:31", "40:00"]),
        case("two strips", two_strips(24), &["33:30", "40:00"]),
        case("three days", three_days(), &["76:00", "84:00"]),
        case("no needle", no_needle(), &["09:05", "12:00"]),
        case("no check", no_check(), &["09:02", "20:00", "36:00", "200:00"]),
        case("dense", dense(), &["13:05"]),
        case("hostile words", hostile(), &["09:30", "12:00"]),
        case("late out", late_out(), &["34:00"]),
        case("many flags", super::crowded::many_flags(), &["13:20", "15:00"]),
        case("all at once", super::crowded::all_at_once(), &["11:00"]),
        case("sixty flags", super::crowded::sixty_flags(), &["20:30"]),
        case("endless words", super::crowded::endless_words(), &["12:00"]),
    ]
}

pub fn by(at: &str) -> Act<'_> {
    Act { at, ..Act::default() }
}

fn estimated<'a>(at: &'a str, performed: &'a str) -> Act<'a> {
    Act {
        performed: Some(performed),
        precision: Some(Precision::Estimated),
        ..by(at)
    }
}

const FINE: &str = r#""bleeding":"none","inflammation":"none","swelling":false,"leak":false,"firm":true,"colour":"normal",
    "other_colour":"normal","temperature":"normal","other_temperature":"normal","pulse":"strong","other_pulse":"strong""#;

pub fn check(more: &str) -> String {
    format!("{{{FINE},{more}}}")
}

/// A clock time, from minutes after midnight.
pub fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Struck, amended, late, skipped, incomplete, estimated, not assessed, not assessable, off the axis.
pub fn every_mark() -> Play {
    let mut play = Play::new(None);
    play.act(
        by("08:00"),
        "open-case",
        r#"{"alias":"Bed 4","age_years":54,"weight_kg":80,"consciousness":"unconscious"}"#,
    );
    play.act(
        estimated("08:01", "07:40"),
        "attempt-failed",
        r#"{"site":"proximal-tibia","side":"right"}"#,
    );
    play.act(
        estimated("08:02", "07:50"),
        "insert",
        r#"{"device":"ez-io","needle_mm":45,"site":"proximal-humerus","side":"left","antiseptic":"chlorhexidine",
        "circumference_cm":30,"other_circumference_cm":30.5,"circumference_landmark":"10 cm over the elbow"}"#,
    );
    play.act(
        by("08:03"),
        "check",
        &check(r#""pain":"not-assessable","cap_refill_s":2,"body_temp_c":36.8"#),
    );
    play.act(
        by("08:05"),
        "start-product",
        r#"{"name":"0.9 % saline","class":"crystalloid"}"#,
    );
    play.act(by("08:10"), "give-product", r#"{"name":"adrenaline","class":"drug"}"#);
    let refill = play.act(
        by("08:25"),
        "check",
        &check(r#""pain":3,"cap_refill_s":4,"other_cap_refill_s":2,"body_temp_c":36.9"#),
    );
    play.act(
        by("08:40"),
        "amend",
        &format!(r#"{{"entry":"{refill}","cap_refill_s":2,"reason":"misread"}}"#),
    );
    let wrong = play.act(
        by("08:50"),
        "check",
        &check(r#""pain":9,"cap_refill_s":9,"body_temp_c":39.4"#),
    );
    play.act(
        by("08:52"),
        "strike",
        &format!(r#"{{"entry":"{wrong}","reason":"wrong patient"}}"#),
    );
    play.act(
        by("09:00"),
        "check",
        r#"{"pain":2,"bleeding":"oozing","bleeding_colour":"bright","swelling":true}"#,
    );
    play.act(
        by("09:58"),
        "check",
        &check(r#""pain":4,"body_temp_c":38.3,"circumference_cm":31.2,"not_assessed":["cap_refill_s","movement"],"not_assessed_reason":"cast""#),
    );
    play.act(by("10:00"), "skip", r#"{"step":"access-review","reason":"away"}"#);
    play.act(
        estimated("10:40", "10:30"),
        "check",
        &check(r#""pain":4,"cap_refill_s":2,"circumference_cm":31"#),
    );
    play.act(by("11:00"), "disinfect", r#"{"agent":"chlorhexidine"}"#);
    play.act(by("11:40"), "give-handover", r#"{"to":"Ward 3"}"#);
    play.act(by("11:50"), "accept-handover", "{}");
    play.act(
        by("12:45"),
        "check",
        &check(r#""pain":4,"cap_refill_s":8,"circumference_cm":34.5,"body_temp_c":34.2"#),
    );
    play.act(
        by("13:00"),
        "venous-access",
        r#"{"kind":"peripheral","place":"right arm"}"#,
    );
    play.act(by("13:50"), "removal-antiseptic", r#"{"agent":"chlorhexidine"}"#);
    play.act(by("13:52"), "remove", r#"{"resistance":false,"tip_intact":true}"#);
    play.act(by("13:53"), "start-compression", "{}");
    play.act(by("13:59"), "end-compression", r#"{"bleeding_stopped":true}"#);
    play.act(
        by("14:15"),
        "check",
        &check(r#""pain":1,"cap_refill_s":2,"circumference_cm":30"#).replace(r#""firm":true,"#, ""),
    );
    play
}

/// A day in, then out, with hours of observation.
pub fn two_strips(hours: u32) -> Play {
    let mut play = Play::new(None);
    play.act(
        by("08:58"),
        "open-case",
        r#"{"alias":"Box 2","age_months":18,"weight_kg":11,"consciousness":"conscious"}"#,
    );
    play.act(
        by("09:00"),
        "insert",
        r#"{"device":"ez-io","needle_mm":15,"site":"proximal-tibia","side":"right","antiseptic":"povidone"}"#,
    );
    play.act(
        by("09:01"),
        "start-product",
        r#"{"name":"Ringer","class":"crystalloid"}"#,
    );
    for n in 1..hours {
        let pain = n % 5;
        let at = clock(9 * 60 + n * 60 + n % 7);
        play.act(
            by(&at),
            "check",
            &check(&format!(r#""pain":{pain},"cap_refill_s":{}"#, 1 + n % 5)),
        );
        if n % 5 == 0 {
            play.act(by(&at), "disinfect", "{}");
        }
        if n % 4 == 0 {
            play.act(by(&at), "access-review", r#"{"outcome":"keep","reason":"no vein"}"#);
        }
    }
    if hours >= 24 {
        play.act(by("32:40"), "remove", "{}");
    }
    play
}

/// The sternum, extended to three days.
pub fn three_days() -> Play {
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        r#"{"alias":"Tent 1","age_years":30,"consciousness":"conscious"}"#,
    );
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"fast1","site":"sternum","side":"midline"}"#,
    );
    play.act(
        by("20:00"),
        "extend",
        r#"{"to_hours":72,"reason":"no way out before Friday","authorised_by":"Dr Sanz"}"#,
    );
    for n in 0..34 {
        let at = clock(9 * 60 + 30 + n * 120);
        let more = r#""pain":1,"breathless":false,"confused":false,"body_temp_c":37"#;
        let form = check(more).replace(r#""pulse":"strong","other_pulse":"strong","#, "");
        play.act(by(&at), "check", &form);
    }
    play
}

pub fn no_needle() -> Play {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"X"}"#);
    play.act(
        by("09:03"),
        "attempt-failed",
        r#"{"site":"distal-femur","side":"left"}"#,
    );
    play
}

pub fn no_check() -> Play {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"Nobody looked"}"#);
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"other","site":"proximal-tibia","side":"midline"}"#,
    );
    play
}

/// Forty checks in four hours, no two alike.
pub fn dense() -> Play {
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        r#"{"alias":"PICU 1","age_years":2,"weight_kg":12}"#,
    );
    play.act(
        by("09:00"),
        "insert",
        r#"{"device":"ez-io","needle_mm":15,"site":"distal-tibia","side":"left","circumference_cm":20}"#,
    );
    for n in 0..40 {
        let at = clock(9 * 60 + 1 + n * 6);
        let colour = ["normal", "pale", "blue", "mottled"][n as usize % 4];
        let more = format!(
            r#""pain":{},"cap_refill_s":{},"circumference_cm":{},"tense":{},"flow":"{}""#,
            n % 11,
            n % 7,
            19 + n % 6,
            n % 3 == 0,
            ["good", "slow"][n as usize % 2],
        );
        let form = check(&more).replace(r#""colour":"normal","#, &format!(r#""colour":"{colour}","#));
        play.act(by(&at), "check", &form);
    }
    play
}

/// Words that are long, wide, written the other way, or markup.
pub fn hostile() -> Play {
    let planted = r#"</text></svg><script>alert(1)</script>\u202e\u0000 אבגד 😀😀 {n} WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"#;
    let mut play = Play::new(None);
    play.act(
        by("09:00"),
        "open-case",
        &format!(r#"{{"alias":"{planted}","age_years":50,"allergies":["{planted}"]}}"#),
    );
    let insert = r#"{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left","circumference_cm":30,"circumference_landmark":"PLANT"}"#;
    play.act(by("09:01"), "insert", &insert.replace("PLANT", planted));
    play.act(
        by("09:02"),
        "start-product",
        &format!(r#"{{"name":"{planted}","class":"vesicant"}}"#),
    );
    play.act(
        by("09:03"),
        "give-product",
        &format!(r#"{{"name":"{planted}","class":"lipid"}}"#),
    );
    play.act(by("09:04"), "complication", &format!(r#"{{"kind":"{planted}"}}"#));
    play.act(
        by("09:05"),
        "check",
        &check(&format!(r#""pain":1,"artery":"{planted}""#)),
    );
    let act = Act {
        by: "N</text>\u{202e}",
        ..by("09:06")
    };
    play.act(act, "accept-handover", "{}");
    play
}

/// Out just before the limit: there is no room beside the bar.
pub fn late_out() -> Play {
    let mut play = Play::new(None);
    play.act(by("09:00"), "open-case", r#"{"alias":"Bed 9","age_years":40}"#);
    play.act(
        by("09:01"),
        "insert",
        r#"{"device":"ez-io","needle_mm":25,"site":"proximal-tibia","side":"left"}"#,
    );
    play.act(by("32:30"), "remove", "{}");
    play
}
