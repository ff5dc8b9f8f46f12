//! Steps and the handful of schedule shapes they are built from.
//!
//! A step is written with the names of parameters ([`Step<String>`]) and read into one with plain
//! milliseconds ([`Step<Ms>`]). The shapes are all that the engine knows about time:
//!
//! * `repeat`: an interval after the last time it was done;
//! * `once`: an offset after the insertion;
//! * `deadline`: an offset before the dwell limit;
//! * `slots`: a list of offsets after an anchor;
//! * `at_once`: when something happened;
//! * `handover` and `after_slots`: what hangs on another step or on who has seen what.

use serde::Deserialize;

use super::parameter::Lookup;
use super::{ProtocolError, Source};
use crate::time::Ms;

/// In which part of a case a step lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Open, no insertion on record.
    Awaiting,
    /// The device is in.
    Dwelling,
    /// The device is out, the patient is observed.
    Removed,
    /// Any of these.
    Open,
}

/// Something that happened, as steps speak of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Event {
    /// The case was opened.
    CaseOpened,
    /// A check that counts.
    Check,
    /// A disinfection.
    Disinfect,
    /// A flush.
    Flush,
    /// A flush that met resistance or was blocked.
    FlushObstructed,
    /// The patient was moved.
    Transfer,
    /// The case was handed over.
    HandoverGiven,
    /// A vesicant was started or given.
    Vesicant,
    /// The last running product was stopped.
    InfusionEnded,
    /// A review, whatever it said.
    Review,
    /// A review that said keep.
    ReviewKeep,
    /// A review that said remove.
    ReviewRemove,
    /// A review that said keep, with a reason, while venous access exists.
    ReviewKeptWithAccess,
    /// Enough fluid is in.
    EnoughFluid,
    /// The venous access from which on there is one.
    AccessGot,
    /// Venous access was lost.
    AccessLost,
    /// The device came out.
    DeviceOut,
    /// A compression that counts ended.
    Compression,
    /// A compression ended that does not count.
    CompressionBad,
    /// A check after the removal found bleeding.
    BleedingAfterRemoval,
}

/// A state that holds for some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition<P> {
    /// A product runs.
    Infusing,
    /// There is venous access.
    VenousAccess,
    /// The last review said remove.
    RemovalDecided,
    /// Consciousness is anything but "conscious", or not on record.
    NotKnownConscious,
    /// The patient was younger than that at the insertion, or the age is unknown.
    YoungerThan(P),
    /// The step would fall due at or past the dwell limit.
    NotBeforeLimit,
}

/// A shorter interval while any of these holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closer<P> {
    /// The shorter interval.
    pub every: P,
    /// While any of these holds.
    pub when: Vec<Condition<P>>,
}

/// Another first interval.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstInterval<P> {
    /// The first interval.
    pub after: P,
    /// Unless an antiseptic is on record with the insertion.
    pub unless: Option<FirstUnless>,
}

/// When the first interval is like all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstUnless {
    /// An antiseptic is on record with the insertion.
    AntisepticAtInsertion,
}

/// Makes a step due at once.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger<P> {
    /// When this happens.
    pub event: Event,
    /// Unless one of these holds at that moment.
    #[serde(default = "Vec::new")]
    pub unless: Vec<Condition<P>>,
    /// Unless the step was done within that time before.
    pub unless_done_within: Option<P>,
}

/// Due when something happened.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtOnce<P> {
    /// What makes it due; never later than it already is.
    pub on: Vec<Event>,
    /// What sets the due time anew.
    #[serde(default)]
    pub anew_on: Vec<Event>,
    /// What puts it off.
    pub again: Option<Again<P>>,
}

/// Puts a step off to some time after an event.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Again<P> {
    /// The event.
    pub event: Event,
    /// How long after it the step is due again.
    pub after: P,
}

/// Slots go on beyond the last of the list.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beyond<P> {
    /// How far apart.
    pub every: P,
    /// While one of these flags is open.
    pub while_flags: Vec<String>,
}

/// A schedule shape. `L` is a list of parameters' values.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Schedule<P, L, O> {
    /// An interval after the last time it was done.
    Repeat {
        /// The interval; off switches the step off.
        every: O,
        /// A shorter one under conditions.
        closer: Option<Closer<P>>,
        /// Another first one.
        first: Option<FirstInterval<P>>,
        /// Events from which the interval counts anew without the step being done.
        #[serde(default)]
        restarts_at: Vec<Event>,
        /// Events after which it does not repeat.
        #[serde(default)]
        stops_at: Vec<Event>,
    },
    /// Once, that long after the insertion.
    Once {
        /// Absent: at the insertion.
        after: Option<P>,
    },
    /// Before the dwell limit.
    Deadline {
        /// Absent: at the limit.
        before: Option<P>,
        /// Whether keeping the device past the limit moves it to the recheck.
        #[serde(default)]
        kept: bool,
    },
    /// At a list of offsets after an anchor.
    Slots {
        /// The offsets.
        at: L,
        /// How early the next one may be done.
        early: P,
        /// The anchor: the last of the first event that has happened.
        from: Vec<Event>,
        /// Beyond the list.
        beyond: Option<Beyond<P>>,
    },
    /// When something happened.
    AtOnce(AtOnce<P>),
    /// That long after the last handover given, until somebody who has seen it accepts.
    Handover {
        /// How long.
        after: P,
    },
    /// When another step's last slot is done.
    AfterSlots {
        /// That step.
        of: String,
    },
}

/// What ends a step.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoneBy<P> {
    /// The event.
    pub event: Event,
    /// Only from that long after the insertion.
    pub not_before: Option<P>,
    /// Only when it is due.
    #[serde(default)]
    pub when_due: bool,
}

/// What a skip does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipRule<P> {
    /// Ends the step, or its slots then due.
    Ends,
    /// Brings it back that long after the skip.
    BackAfter(P),
}

/// How lateness is told where the interval alone does not say it (care §3.13).
#[derive(Clone, Debug, PartialEq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusRule<P> {
    /// By the interval.
    #[default]
    ByInterval,
    /// It stays due.
    StaysDue,
    /// At fixed times after it fell due; never merely late.
    #[serde(untagged)]
    Fixed {
        /// Overdue that long after; absent: as soon as it is due.
        overdue_after: Option<P>,
        /// Long overdue that long after.
        long_overdue_after: P,
    },
}

/// How loudly a step reminds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Good to know.
    Soon,
    /// Care that is due.
    Due,
    /// Must not be missed.
    Critical,
}

/// One step of a protocol.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound(deserialize = "P: serde::de::DeserializeOwned, P: ShapeOf"))]
pub struct Step<P: ShapeOf> {
    /// Its id, in entries and in text keys.
    pub id: String,
    /// The part of the case it lives in.
    #[serde(rename = "while")]
    pub phase: Phase,
    /// When it falls due.
    pub schedule: Schedule<P, P::List, P::Optional>,
    /// What ends it.
    #[serde(default = "Vec::new")]
    pub done_by: Vec<DoneBy<P>>,
    /// What makes it due at once.
    #[serde(default = "Vec::new")]
    pub at_once: Vec<Trigger<P>>,
    /// What cancels it.
    #[serde(default)]
    pub cancelled_by: Vec<Event>,
    /// Conditions under which it is not there.
    #[serde(default = "Vec::new")]
    pub hidden_while: Vec<Condition<P>>,
    /// The condition under which alone it is there.
    pub shown_while: Option<Condition<P>>,
    /// What a skip does; absent: it cannot be skipped.
    pub skip: Option<SkipRule<P>>,
    /// Whether an acknowledgement ends it.
    #[serde(default)]
    pub acknowledge: bool,
    /// How lateness is told.
    #[serde(default = "by_interval")]
    pub status: StatusRule<P>,
    /// While a compression runs it is due, never late.
    #[serde(default)]
    pub due_while_running: bool,
    /// The kind of entry that does it in one tap, from a notification too.
    pub one_tap: Option<String>,
    /// The kind of entry whose form a person is led to from it.
    pub opens: Option<String>,
    /// How loudly it reminds.
    pub level: Level,
    /// Where it comes from.
    pub source: Source,
}

fn by_interval<P>() -> StatusRule<P> {
    StatusRule::ByInterval
}

/// The forms that a parameter takes in a step: one number, a list, or one that may be off.
pub trait ShapeOf: Sized {
    /// A list of values.
    type List: serde::de::DeserializeOwned + Clone + std::fmt::Debug + PartialEq;
    /// A value that may be off.
    type Optional: serde::de::DeserializeOwned + Clone + std::fmt::Debug + PartialEq;
}

impl ShapeOf for String {
    type List = String;
    type Optional = String;
}

impl ShapeOf for Ms {
    type List = Vec<Ms>;
    type Optional = Option<Ms>;
}

type Resolved<T> = Result<T, ProtocolError>;

fn each<A, B>(items: Vec<A>, f: impl Fn(A) -> Resolved<B>) -> Resolved<Vec<B>> {
    items.into_iter().map(f).collect()
}

fn condition(c: Condition<String>, l: &Lookup<'_>) -> Resolved<Condition<Ms>> {
    Ok(match c {
        Condition::Infusing => Condition::Infusing,
        Condition::VenousAccess => Condition::VenousAccess,
        Condition::RemovalDecided => Condition::RemovalDecided,
        Condition::NotKnownConscious => Condition::NotKnownConscious,
        Condition::NotBeforeLimit => Condition::NotBeforeLimit,
        Condition::YoungerThan(p) => Condition::YoungerThan(l.number(&p)?),
    })
}

fn schedule(s: Schedule<String, String, String>, l: &Lookup<'_>) -> Resolved<Schedule<Ms, Vec<Ms>, Option<Ms>>> {
    let number = |p: String| l.number(&p);
    Ok(match s {
        Schedule::Repeat {
            every,
            closer,
            first,
            restarts_at,
            stops_at,
        } => Schedule::Repeat {
            every: l.optional(&every)?,
            closer: closer
                .map(|c| {
                    Ok::<_, ProtocolError>(Closer {
                        every: number(c.every)?,
                        when: each(c.when, |w| condition(w, l))?,
                    })
                })
                .transpose()?,
            first: first
                .map(|f| {
                    Ok::<_, ProtocolError>(FirstInterval {
                        after: number(f.after)?,
                        unless: f.unless,
                    })
                })
                .transpose()?,
            restarts_at,
            stops_at,
        },
        Schedule::Once { after } => Schedule::Once {
            after: after.map(number).transpose()?,
        },
        Schedule::Deadline { before, kept } => Schedule::Deadline {
            before: before.map(number).transpose()?,
            kept,
        },
        Schedule::Slots {
            at,
            early,
            from,
            beyond,
        } => Schedule::Slots {
            at: l.list(&at)?,
            early: number(early)?,
            from,
            beyond: beyond
                .map(|b| {
                    Ok::<_, ProtocolError>(Beyond {
                        every: number(b.every)?,
                        while_flags: b.while_flags,
                    })
                })
                .transpose()?,
        },
        Schedule::AtOnce(AtOnce { on, anew_on, again }) => Schedule::AtOnce(AtOnce {
            on,
            anew_on,
            again: again
                .map(|a| {
                    Ok::<_, ProtocolError>(Again {
                        event: a.event,
                        after: number(a.after)?,
                    })
                })
                .transpose()?,
        }),
        Schedule::Handover { after } => Schedule::Handover { after: number(after)? },
        Schedule::AfterSlots { of } => Schedule::AfterSlots { of },
    })
}

impl Step<String> {
    /// Puts the parameters' values in place of their names.
    pub(super) fn resolve(self, l: &Lookup<'_>) -> Resolved<Step<Ms>> {
        let number = |p: String| l.number(&p);
        Ok(Step {
            schedule: schedule(self.schedule, l)?,
            done_by: each(self.done_by, |d| {
                Ok(DoneBy {
                    event: d.event,
                    not_before: d.not_before.map(number).transpose()?,
                    when_due: d.when_due,
                })
            })?,
            at_once: each(self.at_once, |t| {
                Ok(Trigger {
                    event: t.event,
                    unless: each(t.unless, |c| condition(c, l))?,
                    unless_done_within: t.unless_done_within.map(number).transpose()?,
                })
            })?,
            hidden_while: each(self.hidden_while, |c| condition(c, l))?,
            shown_while: self.shown_while.map(|c| condition(c, l)).transpose()?,
            skip: match self.skip {
                None => None,
                Some(SkipRule::Ends) => Some(SkipRule::Ends),
                Some(SkipRule::BackAfter(p)) => Some(SkipRule::BackAfter(number(p)?)),
            },
            status: match self.status {
                StatusRule::ByInterval => StatusRule::ByInterval,
                StatusRule::StaysDue => StatusRule::StaysDue,
                StatusRule::Fixed {
                    overdue_after,
                    long_overdue_after,
                } => StatusRule::Fixed {
                    overdue_after: overdue_after.map(number).transpose()?,
                    long_overdue_after: number(long_overdue_after)?,
                },
            },
            id: self.id,
            phase: self.phase,
            cancelled_by: self.cancelled_by,
            acknowledge: self.acknowledge,
            due_while_running: self.due_while_running,
            one_tap: self.one_tap,
            opens: self.opens,
            level: self.level,
            source: self.source,
        })
    }
}
