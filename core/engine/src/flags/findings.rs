//! R8 to R12: signs that checks find, each open until a later look finds it absent.
//!
//! "Not assessed" and "not recorded" clear nothing. A flag is open while one of its signs is; its
//! severity is that of the worst one. What cannot be looked at any more once the device is out
//! (flush, flow) clears when a later check finds no swelling.

use std::collections::BTreeMap;

use super::limb::{Baselines, limb_signs};
use super::sign::{Lines, Look, Measured, Seen, Sign};
use super::{Because, Flag, Severity};
use crate::agenda::LastingFlag;
use crate::entry::Payload;
use crate::entry::payload::{Check, Pain};
use crate::fold::timeline::{Happening, Timeline};
use crate::time::Ms;
use crate::vocabulary::{Bleeding, BleedingColour, Flow, FlushFinding, Inflammation};

#[derive(Clone, Debug)]
struct Open {
    sign: Sign,
    severity: Severity,
    value: Option<Measured>,
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
const OF_THE_DEVICE: [Sign; 2] = [Sign::FlushResistance, Sign::FlowStopped];

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
        let lines = Lines::of(timeline.protocol);
        // Room for all that a check can tell.
        let mut seen = Vec::with_capacity(32);
        for (happening, payload) in timeline.each_from(self.taken) {
            self.happened(timeline, &lines, happening, payload, &mut seen);
            self.take(happening, &mut seen);
        }
        self.taken = timeline.happenings.len();
    }

    /// What an entry tells of signs.
    fn happened(
        &mut self,
        timeline: &Timeline<'_>,
        lines: &Lines,
        happening: &Happening,
        payload: &Payload,
        seen: &mut Vec<Seen>,
    ) {
        match payload {
            Payload::Check(check) => {
                limb_signs(lines, &self.baselines.now(timeline), check, seen);
                patient_signs(check, seen);
                self.pain_signs(lines, check, seen);
                seen.push((Sign::Temperature, temperature(lines, check)));
                if happening.removed && check.swelling == Some(false) && check.leak != Some(true) {
                    seen.extend(OF_THE_DEVICE.map(|sign| (sign, Look::Absent)));
                }
                self.baselines.add(check);
            }
            Payload::Flush(flush) if flush.resistance == Some(true) || flush.blocked == Some(true) => {
                seen.push((Sign::FlushResistance, Look::Present(Severity::Red, None)));
            }
            Payload::Remove(remove) => {
                let flowing = remove
                    .bleeding
                    .is_some_and(|b| matches!(b, Bleeding::Flowing | Bleeding::Pulsatile));
                if flowing {
                    seen.push((Sign::BleedingFlowing, Look::Present(Severity::Red, None)));
                }
            }
            Payload::EndCompression(end) => {
                let still = end.bleeding_stopped.map(|stopped| !stopped);
                seen.extend(still.map(|still| (Sign::BleedingNotStopped, Look::yes(still, Severity::Amber))));
            }
            _ => {}
        }
    }

    fn take(&mut self, happening: &Happening, seen: &mut Vec<Seen>) {
        for (sign, look) in seen.drain(..) {
            // Most looks find nothing where nothing was.
            let known = self.position(sign);
            if !matches!(look, Look::Present(..)) && known.is_none() {
                continue;
            }
            let rule = sign.rule();
            let was_open = self.is_open(rule);
            match look {
                Look::Present(severity, value) => {
                    let open = Open {
                        sign,
                        severity,
                        value,
                        index: happening.index,
                        since: known.map_or(happening.at, |known| self.open[known].since),
                    };
                    match known {
                        Some(known) => self.open[known] = open,
                        None => {
                            let at = self.open.partition_point(|o| o.sign < sign);
                            self.open.insert(at, open);
                        }
                    }
                }
                Look::Absent => self.open.retain(|open| open.sign != sign),
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

    fn pain_signs(&mut self, lines: &Lines, check: &Check, seen: &mut Vec<Seen>) {
        let Some(score) = check.pain.and_then(Pain::score).map(i64::from) else {
            return;
        };
        let up = |from: Option<i64>| from.is_some_and(|from| score - from >= lines.pain_rise);
        let from = self
            .scores
            .before_rise
            .filter(|from| up(Some(*from)))
            .or(self.scores.last.filter(|from| up(Some(*from))));
        self.scores.before_rise = from;
        let new_pain = match self.position(Sign::PainNew).is_some() {
            true => score > 0,
            false => score > 0 && self.scores.last == Some(0),
        };
        self.scores.last = Some(score);
        let raised = from.map_or(Look::Absent, |from| {
            Look::Present(Severity::Amber, Some(Measured::Rise { from, to: score }))
        });
        seen.push((Sign::PainUp, raised));
        seen.push((Sign::PainNew, Look::yes(new_pain, Severity::Note)));
    }

    fn is_open(&self, rule: &str) -> bool {
        self.open.iter().any(|open| open.sign.rule() == rule)
    }

    fn position(&self, sign: Sign) -> Option<usize> {
        self.open.iter().position(|open| open.sign == sign)
    }

    /// The flags, one a rule.
    pub(super) fn flags(&self) -> Vec<Flag> {
        let mut flags: Vec<Flag> = Vec::new();
        for open in &self.open {
            let (rule, key) = open.sign.names();
            let because = Because {
                key,
                value: open.value.map(|value| value.to_string()),
            };
            match flags.last_mut().filter(|flag| flag.rule == rule) {
                Some(flag) => {
                    flag.because.push(because);
                    flag.severity = flag.severity.max(open.severity);
                    flag.since = flag.since.min(Some(open.since));
                    if !flag.raised_by.contains(&open.index) {
                        flag.raised_by.push(open.index);
                    }
                }
                None => flags.push(Flag::new(rule, open.severity, because).by(open.index, open.since)),
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
    let mut sign = |sign: Sign, there: Option<bool>, severity| {
        if let Some(there) = there {
            seen.push((sign, Look::yes(there, severity)));
        }
    };
    sign(Sign::Swelling, check.swelling, Severity::Red);
    sign(Sign::Leak, check.leak, Severity::Red);
    sign(
        Sign::FlushResistance,
        check.flush.map(|f| f != FlushFinding::Free),
        Severity::Red,
    );
    sign(Sign::FlowStopped, check.flow.map(|f| f == Flow::Stopped), Severity::Red);
    sign(Sign::FailedSiteSwelling, check.failed_site_swelling, Severity::Red);
    // "No inflammation" grades redness, warmth and discharge together: it finds them absent, unless
    // the same check says otherwise.
    let none = (check.inflammation == Some(Inflammation::None)).then_some(false);
    sign(Sign::Redness, check.redness.or(none), Severity::Amber);
    sign(Sign::Warmth, check.warmth.or(none), Severity::Amber);
    sign(Sign::Discharge, check.discharge.or(none), Severity::Amber);
    if let Some(grade) = check.inflammation {
        let severity = if grade >= Inflammation::Moderate {
            Severity::Amber
        } else {
            Severity::Note
        };
        sign(Sign::Inflammation, Some(grade != Inflammation::None), severity);
    }
    sign(Sign::Breathless, check.breathless, Severity::Red);
    sign(Sign::Confused, check.confused, Severity::Red);
    if let Some(bleeding) = check.bleeding {
        let flowing = matches!(bleeding, Bleeding::Flowing | Bleeding::Pulsatile);
        sign(Sign::BleedingFlowing, Some(flowing), Severity::Red);
        match (bleeding, check.bleeding_colour) {
            (Bleeding::None, _) => {
                sign(Sign::BleedingBright, Some(false), Severity::Amber);
                sign(Sign::BleedingNotStopped, Some(false), Severity::Amber);
            }
            (_, Some(colour)) => sign(
                Sign::BleedingBright,
                Some(colour == BleedingColour::Bright),
                Severity::Amber,
            ),
            (_, None) => {}
        }
    }
}

fn temperature(lines: &Lines, check: &Check) -> Look {
    match check.body_temp_c {
        Some(degrees) if degrees.0 >= lines.fever => Look::Present(Severity::Note, Some(Measured::Degrees(degrees))),
        Some(_) => Look::Absent,
        None => Look::Same,
    }
}
