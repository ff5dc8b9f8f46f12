//! What a check asks of one case, now: what makes it count first, then the rest, with what was found last beside it.
//!
//! What was found last is shown to compare with. It is never an answer: nothing is carried over from the last check.

use serde_json::Value;

use super::groups::groups;
use crate::assess::Assessment;
use crate::entry::payload::Check;
use crate::entry::{Kind, Payload};
use crate::flags::Severity;
use crate::fold::timeline::Timeline;
use crate::protocol::Asked;
use crate::text::{self, Lang};
use crate::time::Ms;
use crate::view::{field_label, place_name, value_text};
use crate::vocabulary::Side;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedField {
    /// The field.
    pub field: &'static str,
    /// Its label, for this case.
    pub label: String,
    /// The field for the limb on the other side, where there is one.
    pub other: Option<&'static str>,
    /// What was found last, in words.
    pub last: Option<String>,
    /// The same of the other limb.
    pub other_last: Option<String>,
    /// When that was, wall ms.
    pub last_at: Option<Ms>,
}

/// Questions that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedGroup {
    /// Its title.
    pub title: String,
    /// The check counts once each of these is answered, as far as it applies.
    pub counts: bool,
    /// It is due now, and shown open.
    pub open: bool,
    /// The questions.
    pub fields: Vec<AskedField>,
}

/// What a check asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckAsked {
    /// What the needle's side is called, where the patient's sides are compared.
    pub side: Option<String>,
    /// What the other is called.
    pub other_side: Option<String>,
    /// The questions, those that make it count first.
    pub groups: Vec<AskedGroup>,
}

impl CheckAsked {
    /// Of a case at a moment.
    pub fn of(look: &Assessment<'_>, lang: Lang) -> Self {
        let asking = Asking::of(look, lang);
        let counting = asking.counting();
        let mut all = vec![AskedGroup {
            title: text::get(lang, "form.group.counts"),
            counts: true,
            open: true,
            fields: counting.iter().map(|field| asking.field(field)).collect(),
        }];
        let full = full_set(look);
        for group in groups(Kind::Check).iter().filter(|group| asking.applies(group.when)) {
            let here = |field: &&&str| !asking.no_tries(field) && !counting.contains(field);
            let fields: Vec<AskedField> = group.fields.iter().filter(here).map(|f| asking.field(f)).collect();
            if !fields.is_empty() {
                all.push(AskedGroup {
                    title: text::get(lang, &format!("form.group.{}", group.title)),
                    counts: false,
                    open: full,
                    fields,
                });
            }
        }
        let insert = look.timeline.insert();
        let side = insert.and_then(|i| i.side).filter(|_| !asking.sternal);
        let name = |word: &str| text::get(lang, &format!("word.side.{word}"));
        Self {
            side: side.map(|side| name(side.word())),
            other_side: side.and_then(opposite).map(|side| name(side.word())),
            groups: all,
        }
    }
}

/// The whole set is due at the baseline, around a handover, and while a finding is open (care §6, screens).
fn full_set(look: &Assessment<'_>) -> bool {
    let timeline = &look.timeline;
    let no_check_yet = timeline.checks().next().is_none();
    let last_check = timeline.checks().next_back().map(|(h, _)| h.at);
    let handed_over = timeline.handovers.last().is_some_and(|mark| Some(mark.at) > last_check);
    let flagged = look
        .flags
        .iter()
        .any(|flag| flag.severity > Severity::Note && !flag.raised_by.is_empty());
    no_check_yet || handed_over || flagged
}

const fn opposite(side: Side) -> Option<Side> {
    match side {
        Side::Left => Some(Side::Right),
        Side::Right => Some(Side::Left),
        Side::Midline => None,
    }
}

/// How many checks back what was found last is looked for.
const LOOK_BACK: usize = 12;

struct Asking<'a> {
    timeline: &'a Timeline<'a>,
    lang: Lang,
    sternal: bool,
    device_in: bool,
    /// The last checks with their fields as JSON, the newest first.
    found: Vec<(Ms, Value)>,
}

impl<'a> Asking<'a> {
    fn of(look: &'a Assessment<'_>, lang: Lang) -> Self {
        let timeline = &look.timeline;
        let json = |check: &Check| Value::Object(Payload::Check(Box::new(check.clone())).to_json());
        Self {
            timeline,
            lang,
            sternal: timeline.sternal(),
            device_in: timeline.removal.is_none(),
            found: timeline
                .checks()
                .rev()
                .take(LOOK_BACK)
                .map(|(h, check)| (h.at, json(check)))
                .collect(),
        }
    }

    /// What this check needs to count, as far as that does not depend on its own answers.
    fn counting(&self) -> Vec<&'static str> {
        let needed = self
            .timeline
            .case
            .protocol
            .counting_check
            .iter()
            .filter(|f| self.applies(f.when));
        let known = |name: &str| Check::FIELDS.iter().find(|field| **field == name).copied();
        needed.filter_map(|f| known(&f.field)).collect()
    }

    /// As far as it does not depend on the check's own answers.
    fn applies(&self, when: Option<Asked>) -> bool {
        when.is_none_or(|when| when == Asked::Bleeding || when.holds(self.device_in, self.sternal))
    }

    fn no_tries(&self, field: &str) -> bool {
        field == "failed_site_swelling" && self.timeline.tries.is_empty()
    }

    fn field(&self, field: &'static str) -> AskedField {
        let of_other = |name: &&&str| name.strip_prefix("other_") == Some(field);
        let other = Check::FIELDS.iter().find(of_other).copied().filter(|_| !self.sternal);
        let last = self
            .found
            .iter()
            .find_map(|(at, json)| Some((*at, json, json.get(field)?)));
        let words = |field: &str, value: &Value| value_text(field, value, self.lang);
        AskedField {
            field,
            label: self.label(field),
            other,
            last: last.map(|(_, _, value)| words(field, value)),
            other_last: last.and_then(|(_, json, _)| Some(words(field, json.get(other?)?))),
            last_at: last.map(|(at, ..)| at),
        }
    }

    /// Where tries failed, the bones are named: they are looked at too.
    fn label(&self, field: &str) -> String {
        let label = field_label(field, self.lang);
        if field != "failed_site_swelling" {
            return label;
        }
        let bones = self.timeline.tries.iter();
        let bones: Vec<String> = bones
            .map(|(_, site, side)| place_name(Some(*site), Some(*side), self.lang))
            .collect();
        format!("{label}: {}", bones.join(", "))
    }
}
