//! A small ward, played through the facade: what an ordinary phone holds after half a day.

use std::path::Path;

use marrow::engine::entry::{Actor, Payload};
use marrow::engine::id::{CaseId, EntryId};
use marrow::engine::protocol::Protocols;
use marrow::engine::record::Command;
use marrow::engine::reminders::{Held, PlatformCaps};
use marrow::engine::text::Lang;
use marrow::engine::time::{ClockSample, HOUR, MINUTE, Ms};
use marrow::engine::vocabulary::Precision;
use marrow::{Key, Marrow, OpenOptions, Secret};
use serde_json::{Value, json};

use crate::frozen::opened;

/// 4 March 2026, 08:00 UTC.
const T0: Ms = 1_772_611_200_000;
const POLICY: &str = r#"{"id":"ladder-hospital","version":2,"parameters":{"disinfect.every":360}}"#;

/// The phone's clocks, that many minutes in.
pub fn at(minutes: Ms, ahead: Ms) -> ClockSample {
    ClockSample {
        wall_ms: T0 + minutes * MINUTE + ahead,
        boot_ms: 9 * HOUR + minutes * MINUTE,
        boot_id: [0x77; 16],
        zone: "Europe/Madrid".to_owned(),
        offset_s: 3_600,
        next_offset: None,
    }
}

pub fn command(case: CaseId, kind: &str, fields: Value) -> Command {
    Command {
        case,
        payload: Payload::from_json(kind, fields.as_object().cloned().unwrap()).unwrap(),
        performed_at: None,
        precision: Precision::Exact,
        late_reason: None,
        actor: Actor {
            name: "M. Gil".to_owned(),
            role: "nurse".to_owned(),
            unit: "Ward 3".to_owned(),
        },
    }
}

struct Phone {
    marrow: Marrow,
    ahead: Ms,
}

impl Phone {
    fn says(&mut self, minutes: Ms, case: u8, kind: &str, fields: Value) -> EntryId {
        let command = command(CaseId([case; 16]), kind, fields);
        let outcome = self.marrow.dispatch(&command, &at(minutes, self.ahead));
        outcome
            .unwrap_or_else(|e| panic!("{kind} at {minutes}: {e}"))
            .entry
            .unwrap()
    }
}

/// Plays the ward into a store at `path`, and returns when that was.
pub fn play(path: &Path) -> ClockSample {
    let mut ours = Phone {
        marrow: opened(path),
        ahead: 0,
    };
    running(&mut ours);
    under_a_policy(&mut ours);
    ours.says(50, 2, "open-case", json!({"alias": "Bed 2"}));
    ours.says(52, 2, "end-case", json!({"reason": "opened-in-error", "device": "out"}));
    received(&mut ours, &path.with_extension("theirs"));
    // Somebody sets the clock.
    ours.ahead = 30 * MINUTE;
    ours.says(
        330,
        4,
        "disinfect",
        json!({"agent": "chlorhexidine 2 %", "dried": true}),
    );
    let now = at(331, ours.ahead);
    let (plan, _) = ours.marrow.reminders(&PlatformCaps::android(), Lang::Es, &now).unwrap();
    let held: Vec<Held> = plan.reminders.iter().map(Held::from).collect();
    ours.marrow.report(&held, &PlatformCaps::android(), &now).unwrap();
    now
}

/// A case with everything done to its record that can be done to one.
fn running(phone: &mut Phone) {
    let open = json!({"alias": "Bed 4", "name": "Ana Ruiz", "age_years": 54, "consciousness": "conscious",
        "allergies": ["tape"]});
    phone.says(0, 4, "open-case", open);
    let insert = json!({"device": "ez-io", "site": "proximal-humerus", "side": "left", "needle_mm": 45,
        "antiseptic": "chlorhexidine 2 %", "dressing": "gauze"});
    phone.says(1, 4, "insert", insert);
    let check = json!({"bleeding": "none", "colour": "normal", "temperature": "warm", "pain": 2,
        "inflammation": "none", "firm": true, "pulse": "strong", "artery": "radial", "circumference_cm": 31.5});
    let look = phone.says(20, 4, "check", check);
    phone.says(
        25,
        4,
        "start-product",
        json!({"name": "0.9 % saline", "class": "crystalloid"}),
    );
    let mistaken = phone.says(30, 4, "note", json!({"text": "wrong bed"}));
    phone.says(
        31,
        4,
        "strike",
        json!({"entry": mistaken.to_string(), "reason": "wrong bed"}),
    );
    phone.says(
        32,
        4,
        "reinstate",
        json!({"entry": mistaken.to_string(), "reason": "it was right"}),
    );
    phone.says(
        33,
        4,
        "amend",
        json!({"entry": look.to_string(), "reason": "misread", "pain": 3}),
    );
    let worse = json!({"bleeding": "oozing", "bleeding_colour": "dark", "colour": "pale", "temperature": "cool",
        "pain": 6, "inflammation": "mild", "firm": true, "pulse": "weak", "artery": "radial", "swelling": true});
    phone.says(90, 4, "check", worse);
    phone.says(
        92,
        4,
        "tell",
        json!({"whom": "Dr Ruiz", "rule": "R8", "answer": "coming"}),
    );
}

/// A child under a hospital's policy, the reminder put off.
fn under_a_policy(phone: &mut Phone) {
    phone.marrow.set_policy(Some(POLICY)).unwrap();
    phone.says(
        40,
        7,
        "open-case",
        json!({"alias": "Bed 7", "age_years": 5, "weight_kg": 18.5}),
    );
    phone.says(
        41,
        7,
        "attempt-failed",
        json!({"site": "proximal-tibia", "side": "right"}),
    );
    phone.says(
        45,
        7,
        "insert",
        json!({"device": "nio-paediatric", "site": "proximal-tibia", "side": "left"}),
    );
    phone.says(46, 7, "snooze", json!({"step": "baseline-check"}));
}

/// A case of another phone whose clock is 90 s ahead, taken over.
fn received(ours: &mut Phone, path: &Path) {
    let options = OpenOptions {
        path,
        key: Key::new([9; 32]),
        secret: Secret([0x3c; 32]),
        fresh: [0; 16],
        high_water: None,
        protocols: Protocols::shipped(),
    };
    let marrow = Marrow::open(options).unwrap();
    let mut theirs = Phone { marrow, ahead: 90_000 };
    theirs.says(
        200,
        1,
        "open-case",
        json!({"alias": "Street 1", "age_band": "12-or-over"}),
    );
    theirs.says(
        201,
        1,
        "insert",
        json!({"device": "fast1", "site": "sternum", "side": "midline"}),
    );
    theirs.says(240, 1, "give-handover", json!({"to": "Ward 3", "from": "Ambulance 4"}));
    let parcel = theirs.marrow.parcel(CaseId([1; 16]), &at(241, theirs.ahead)).unwrap();
    ours.marrow.take(&parcel, true, &at(241, ours.ahead)).unwrap();
    ours.says(243, 1, "accept-handover", json!({}));
}
