//! Scripts: text to lines.

#![allow(dead_code, reason = "each test reads a part of a line")]

use marrow_engine::id::CaseId;
use marrow_engine::time::{HOUR, MINUTE, Ms, SECOND};
use serde_json::{Map, Value, json};

/// The case of that number; a script is about case 1 unless told otherwise.
pub fn case_id(number: u8) -> CaseId {
    CaseId([number; 16])
}

/// One line of a script.
#[derive(Clone, Debug)]
pub enum Line {
    /// All that one phone has is carried to another.
    Carry { from: char, to: char },
    /// Something is typed.
    Typed(Typed),
}

/// What somebody types.
#[derive(Clone, Debug)]
pub struct Typed {
    pub phone: char,
    /// When it happened, from the insertion.
    pub at: Ms,
    /// When it is typed, where that is not then.
    pub now: Option<Ms>,
    pub kind: String,
    pub unasked: bool,
    pub fields: Map<String, Value>,
    /// The name it gets.
    pub named: Option<String>,
    /// The entry it is about.
    pub of: Option<String>,
    /// The time that an amendment sets.
    pub amended_at: Option<Ms>,
    pub late_reason: Option<String>,
}

/// Reads a script.
pub fn lines(script: &str) -> Vec<Line> {
    script
        .split(';')
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(line)
        .collect()
}

fn line(text: &str) -> Line {
    if let [from, b'>', to] = text.as_bytes() {
        return Line::Carry {
            from: char::from(*from),
            to: char::from(*to),
        };
    }
    let mut words = words(text).into_iter().peekable();
    let phone = words
        .next_if(|w| w.len() == 1)
        .map_or('A', |w| w.chars().next().unwrap());
    let at = words
        .next()
        .map(|w| offset(&w))
        .unwrap_or_else(|| panic!("no time: {text}"));
    let word = words.next().unwrap_or_else(|| panic!("no kind: {text}"));
    let mut typed = Typed {
        phone,
        at,
        now: None,
        kind: word.trim_end_matches('!').to_owned(),
        unasked: word.ends_with('!'),
        fields: Map::new(),
        named: None,
        of: None,
        amended_at: None,
        late_reason: None,
    };
    if let "look" | "look-out" = typed.kind.as_str() {
        typed.fields = sound(typed.kind == "look");
        typed.kind = "check".to_owned();
    }
    let mut places = placed(&typed.kind).iter();
    for word in words {
        match word.split_once('=') {
            Some(("now", at)) => typed.now = Some(offset(at)),
            Some(("as", name)) => typed.named = Some(name.to_owned()),
            Some(("of", name)) => typed.of = Some(name.to_owned()),
            Some(("at", at)) => typed.amended_at = Some(offset(at)),
            Some(("late_reason", reason)) => typed.late_reason = value(reason).as_str().map(str::to_owned),
            Some((field, text)) if field.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
                let value = value(text);
                let gone = value.is_null() && typed.kind != "amend";
                match gone {
                    true => typed.fields.remove(field),
                    false => typed.fields.insert(field.to_owned(), value),
                };
            }
            _ => {
                let field = places.next().unwrap_or_else(|| panic!("no place for {word}: {text}"));
                typed.fields.insert((*field).to_owned(), value(&word));
            }
        }
    }
    Line::Typed(typed)
}

/// Words parted by spaces; quotes and braces keep theirs.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut depth, mut quoted) = (Vec::new(), String::new(), 0, false);
    for c in text.chars() {
        match c {
            '\'' => quoted = !quoted,
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        if c.is_whitespace() && !quoted && depth == 0 {
            words.push(std::mem::take(&mut word));
        } else {
            word.push(c);
        }
    }
    words.push(word);
    words.retain(|w| !w.is_empty());
    words
}

fn value(text: &str) -> Value {
    if let Some(quoted) = text.strip_prefix('\'') {
        return json!(quoted.trim_end_matches('\''));
    }
    if let Some(list) = text.strip_prefix('[') {
        let items = list.trim_end_matches(']').split(',').map(str::trim);
        return items.filter(|i| !i.is_empty()).map(value).collect();
    }
    if let Some(number) = text.strip_prefix("case:") {
        return json!(case_id(number.parse().unwrap()).to_string());
    }
    serde_json::from_str(text).unwrap_or_else(|_| json!(text))
}

/// Fields that are known by their place.
fn placed(kind: &str) -> &'static [&'static str] {
    match kind {
        "insert" => &["device", "site", "side"],
        "attempt-failed" => &["site", "side"],
        "disinfect" | "removal-antiseptic" => &["agent"],
        "dressing" => &["type"],
        "start-product" | "give-product" => &["name", "class"],
        "stop-product" => &["name"],
        "venous-access" => &["kind"],
        "access-review" => &["outcome", "reason"],
        "extend" => &["to_hours", "reason", "authorised_by"],
        "keep-past-limit" => &["recheck_hours", "reason", "authorised_by"],
        "end-compression" => &["bleeding_stopped", "ended_early_reason"],
        "skip" => &["step", "reason", "text"],
        "acknowledge" | "snooze" => &["step"],
        "end-case" => &["reason", "device"],
        "note" => &["text"],
        "tell" => &["whom"],
        "link" | "unlink" => &["other", "basis"],
        "move-policy" => &["policy"],
        _ => &[],
    }
}

/// A check with everything that is asked for and nothing abnormal.
fn sound(device_in: bool) -> Map<String, Value> {
    let mut fields = json!({
        "bleeding": "none", "colour": "normal", "temperature": "normal", "pain": 0, "inflammation": "none",
        "pulse": "strong",
    });
    if device_in {
        fields["firm"] = json!(true);
    }
    fields.as_object().cloned().unwrap()
}

/// Reads `+1h30m`, `-10m`, `+15m-1ms`.
pub fn offset(text: &str) -> Ms {
    let wrong = || -> ! { panic!("not a time: {text}") };
    let (mut total, mut sign, mut number, mut unit) = (0, 1, String::new(), String::new());
    let mut add = |number: &mut String, unit: &mut String, sign: Ms| {
        if number.is_empty() {
            return;
        }
        let scale = match unit.as_str() {
            "d" => 24 * HOUR,
            "h" => HOUR,
            "m" => MINUTE,
            "s" => SECOND,
            "ms" => 1,
            "" if number == "0" => 1,
            _ => wrong(),
        };
        total += sign * number.parse::<Ms>().unwrap() * scale;
        number.clear();
        unit.clear();
    };
    if !text.starts_with(['+', '-']) {
        wrong();
    }
    for c in text.chars() {
        match c {
            '+' | '-' => {
                add(&mut number, &mut unit, sign);
                sign = if c == '+' { 1 } else { -1 };
            }
            '0'..='9' => {
                if !unit.is_empty() {
                    add(&mut number, &mut unit, sign);
                }
                number.push(c);
            }
            c => unit.push(c),
        }
    }
    add(&mut number, &mut unit, sign);
    total
}

/// Writes an offset the way [`offset`] reads it.
pub fn show(offset: Ms) -> String {
    let mut text = String::from(if offset < 0 { "-" } else { "+" });
    let mut rest = offset.abs();
    for (unit, scale) in [("h", HOUR), ("m", MINUTE), ("s", SECOND), ("ms", 1)] {
        if rest >= scale {
            text += &format!("{}{unit}", rest / scale);
            rest %= scale;
        }
    }
    if offset == 0 { "+0".to_owned() } else { text }
}
