//! R8 to R12: signs that checks find, each open until a later look finds it absent.
//!
//! "Not assessed" and "not recorded" clear nothing. A flag is open while one of its signs is; its
//! severity is that of the worst one. What cannot be looked at any more once the device is out
//! (flush, flow) clears when a later check finds no swelling.

use std::collections::BTreeMap;

use super::limb::{Baselines, limb_signs};
use super::{Because, Flag, Severity};
use crate::agenda::LastingFlag;
use crate::entry::Payload;
use crate::entry::payload::{Check, Pain};
use crate::fold::timeline::{Happening, Timeline};
use crate::time::Ms;
use crate::vocabulary::{Bleeding, BleedingColour, Flow, FlushFinding, Inflammation};

/// What a look at one sign told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// There, and how serious.
    Present(Severity, Option<String>),
    /// Not there.
    Absent,
    /// Looked at, but it neither raises nor clears (abnormal, and as it always was).
    Same,
}

impl Look {
    pub(super) fn yes(there: bool, severity: Severity) -> Self {
        if there {
            Self::Present(severity, None)
        } else {
            Self::Absent
        }
    }
}

/// One sign of a rule as a check found it.
pub(super) type Seen = (&'static str, &'static str, Look);

#[derive(Clone, Debug)]
struct Open {
    rule: &'static str,
    sign: &'static str,
    severity: Severity,
    value: Option<String>,
    index: usize,
    since: Ms,
}

/// The signs that are open, by rule and sign, and when each rule was open.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Few at a time, and looked through for every sign of every check: a short list, not a tree.
    open: Vec<Open>,
    periods: BTreeMap<&'static str, Vec<(Ms, Option<Ms>)>>,
    scores: Scores,
    baselines: Baselines,
    /// How many of the timeline's happenings have been looked at.
    taken: usize,
}

/// Pain as it went: the last score, and the one from which an open rise is measured.
#[derive(Clone, Copy, Debug, Default)]
struct Scores {
    last: Option<i64>,
    before_rise: Option<i64>,
}

/// Signs of the device itself: they cannot be looked at once it is out.
const OF_THE_DEVICE: &[(&str, &str)] = &[("R9", "flush-resistance"), ("R9", "flow-stopped")];

impl Findings {
    /// Tracks every sign through the case.
    pub fn track(timeline: &Timeline<'_>) -> Self {
        let mut findings = Self::default();
        findings.follow(timeline);
        findings
    }

    /// Takes what has happened since it was last called.
    pub(crate) fn follow(&mut self, timeline: &Timeline<'_>) {
        // Until the insertion nothing counts, and what is read before it is dropped at it.
        if timeline.insertion.is_none() {
            return;
        }
        // Room for all that a check can tell.
        let mut seen = Vec::with_capacity(32);
        for (happening, payload) in timeline.each_from(self.taken) {
            self.happened(timeline, happening, payload, &mut seen);
            self.take(happening, &mut seen);
        }
        self.taken = timeline.happenings.len();
    }

    /// What an entry tells of signs.
    fn happened(&mut self, timeline: &Timeline<'_>, happening: &Happening, payload: &Payload, seen: &mut Vec<Seen>) {
        match payload {
            Payload::Check(check) => {
                limb_signs(timeline, &self.baselines.now(timeline), check, seen);
                patient_signs(check, seen);
                self.pain_signs(timeline, check, seen);
                seen.push(("R10", "temperature", temperature(timeline, check)));
                if happening.removed && check.swelling == Some(false) && check.leak != Some(true) {
                    seen.extend(OF_THE_DEVICE.iter().map(|(rule, sign)| (*rule, *sign, Look::Absent)));
                }
                self.baselines.add(check);
            }
            Payload::Flush(flush) if flush.resistance == Some(true) || flush.blocked == Some(true) => {
                seen.push(("R9", "flush-resistance", Look::Present(Severity::Red, None)));
            }
            Payload::Remove(remove) => {
                let flowing = remove
                    .bleeding
                    .is_some_and(|b| matches!(b, Bleeding::Flowing | Bleeding::Pulsatile));
                if flowing {
                    seen.push(("R12", "bleeding-flowing", Look::Present(Severity::Red, None)));
                }
            }
            Payload::EndCompression(end) => {
                let still = end.bleeding_stopped.map(|stopped| !stopped);
                seen.extend(still.map(|still| ("R12", "bleeding-not-stopped", Look::yes(still, Severity::Amber))));
            }
            _ => {}
        }
    }

    fn take(&mut self, happening: &Happening, seen: &mut Vec<Seen>) {
        for (rule, sign, look) in seen.drain(..) {
            // Most looks find nothing where nothing was.
            let known = self.position(rule, sign);
            if !matches!(look, Look::Present(..)) && known.is_none() {
                continue;
            }
            let was_open = self.is_open(rule);
            match look {
                Look::Present(severity, value) => {
                    let open = Open {
                        rule,
                        sign,
                        severity,
                        value,
                        index: happening.index,
                        since: known.map_or(happening.at, |known| self.open[known].since),
                    };
                    match known {
                        Some(known) => self.open[known] = open,
                        None => {
                            let at = self.open.partition_point(|o| (o.rule, o.sign) < (rule, sign));
                            self.open.insert(at, open);
                        }
                    }
                }
                Look::Absent => self.open.retain(|open| (open.rule, open.sign) != (rule, sign)),
                Look::Same => {}
            }
            match (was_open, self.is_open(rule)) {
                (false, true) => self.periods.entry(rule).or_default().push((happening.at, None)),
                (true, false) => {
                    if let Some((_, end)) = self.periods.entry(rule).or_default().last_mut() {
                        *end = Some(happening.at);
                    }
                }
                _ => {}
            }
        }
    }

    fn pain_signs(&mut self, timeline: &Timeline<'_>, check: &Check, seen: &mut Vec<Seen>) {
        let Some(score) = check.pain.and_then(Pain::score).map(i64::from) else {
            return;
        };
        let rise = timeline.protocol.value("flag.pain-rise").unwrap_or(i64::MAX);
        let up = |from: Option<i64>| from.is_some_and(|from| score - from >= rise);
        let from = self
            .scores
            .before_rise
            .filter(|from| up(Some(*from)))
            .or(self.scores.last.filter(|from| up(Some(*from))));
        self.scores.before_rise = from;
        let new_pain = match self.position("R10", "pain-new").is_some() {
            true => score > 0,
            false => score > 0 && self.scores.last == Some(0),
        };
        self.scores.last = Some(score);
        let value = from.map(|from| format!("{from} → {score}"));
        let raised = value.map_or(Look::Absent, |value| Look::Present(Severity::Amber, Some(value)));
        seen.push(("R8", "pain-up", raised));
        seen.push(("R10", "pain-new", Look::yes(new_pain, Severity::Note)));
    }

    fn is_open(&self, rule: &str) -> bool {
        self.open.iter().any(|open| open.rule == rule)
    }

    fn position(&self, rule: &str, sign: &str) -> Option<usize> {
        self.open.iter().position(|open| open.sign == sign && open.rule == rule)
    }

    /// The flags, one a rule.
    pub(super) fn flags(&self) -> Vec<Flag> {
        let mut flags: Vec<Flag> = Vec::new();
        for open in &self.open {
            let because = Because {
                key: open.sign,
                value: open.value.clone(),
            };
            match flags.last_mut().filter(|flag| flag.rule == open.rule) {
                Some(flag) => {
                    flag.because.push(because);
                    flag.severity = flag.severity.max(open.severity);
                    flag.since = flag.since.min(Some(open.since));
                    if !flag.raised_by.contains(&open.index) {
                        flag.raised_by.push(open.index);
                    }
                }
                None => flags.push(Flag::new(open.rule, open.severity, because).by(open.index, open.since)),
            }
        }
        flags
    }

    /// The rules that keep observation going, R8 and R9 among them, and when each was open.
    pub fn lasting(&self) -> Vec<LastingFlag> {
        ["R8", "R9", "R10", "R11", "R12"]
            .into_iter()
            .map(|rule| LastingFlag {
                rule,
                periods: self.periods.get(rule).cloned().unwrap_or_default(),
            })
            .collect()
    }
}

/// R9 to R12, as far as one check alone tells them.
fn patient_signs(check: &Check, seen: &mut Vec<Seen>) {
    let mut sign = |rule, key, there: Option<bool>, severity| {
        if let Some(there) = there {
            seen.push((rule, key, Look::yes(there, severity)));
        }
    };
    sign("R9", "swelling", check.swelling, Severity::Red);
    sign("R9", "leak", check.leak, Severity::Red);
    sign(
        "R9",
        "flush-resistance",
        check.flush.map(|f| f != FlushFinding::Free),
        Severity::Red,
    );
    sign(
        "R9",
        "flow-stopped",
        check.flow.map(|f| f == Flow::Stopped),
        Severity::Red,
    );
    sign("R9", "failed-site-swelling", check.failed_site_swelling, Severity::Red);
    // "No inflammation" grades redness, warmth and discharge together: it finds them absent, unless
    // the same check says otherwise.
    let none = (check.inflammation == Some(Inflammation::None)).then_some(false);
    sign("R10", "redness", check.redness.or(none), Severity::Amber);
    sign("R10", "warmth", check.warmth.or(none), Severity::Amber);
    sign("R10", "discharge", check.discharge.or(none), Severity::Amber);
    if let Some(grade) = check.inflammation {
        let severity = if grade >= Inflammation::Moderate {
            Severity::Amber
        } else {
            Severity::Note
        };
        sign("R10", "inflammation", Some(grade != Inflammation::None), severity);
    }
    sign("R11", "breathless", check.breathless, Severity::Red);
    sign("R11", "confused", check.confused, Severity::Red);
    if let Some(bleeding) = check.bleeding {
        let flowing = matches!(bleeding, Bleeding::Flowing | Bleeding::Pulsatile);
        sign("R12", "bleeding-flowing", Some(flowing), Severity::Red);
        match (bleeding, check.bleeding_colour) {
            (Bleeding::None, _) => {
                sign("R12", "bleeding-bright", Some(false), Severity::Amber);
                sign("R12", "bleeding-not-stopped", Some(false), Severity::Amber);
            }
            (_, Some(colour)) => sign(
                "R12",
                "bleeding-bright",
                Some(colour == BleedingColour::Bright),
                Severity::Amber,
            ),
            (_, None) => {}
        }
    }
}

fn temperature(timeline: &Timeline<'_>, check: &Check) -> Look {
    let fever = timeline.protocol.value("flag.temperature").unwrap_or(i64::MAX);
    match check.body_temp_c {
        Some(degrees) if degrees.0 >= fever => Look::Present(Severity::Note, Some(degrees.to_string())),
        Some(_) => Look::Absent,
        None => Look::Same,
    }
}
