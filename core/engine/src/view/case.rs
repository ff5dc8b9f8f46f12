//! One case: its header, what is due, what is flagged, and the record.

use crate::agenda::{DwellLimit, Strictest};
use crate::assess::Assessment;
use crate::entry::Payload;
use crate::text::{self, Lang};
use crate::time::Ms;
use crate::vocabulary::{Side, Site};
use serde::Serialize;

use super::{EntryView, FlagView, TaskView, device_name, place_name, source_text};

/// Who, where, with what, until when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Header {
    /// The case.
    pub case: String,
    /// Bed, tag or initials.
    pub alias: String,
    /// `awaiting`, `dwelling`, `removed`, `closed`.
    pub phase: &'static str,
    /// The phase in words.
    pub phase_text: String,
    /// The device's name.
    pub device: Option<String>,
    /// Side and bone in words.
    pub place: Option<String>,
    /// The bone: its word.
    pub site: Option<&'static str>,
    /// The side: its word.
    pub side: Option<&'static str>,
    /// When the needle went in, wall ms.
    pub inserted_at_ms: Option<Ms>,
    /// How sure that is: `exact`, `estimated`, `told`.
    pub inserted_precision: Option<&'static str>,
    /// When it came out.
    pub removed_at_ms: Option<Ms>,
    /// When the case was closed.
    pub closed_at_ms: Option<Ms>,
    /// The limit, while one runs.
    pub limit: Option<LimitView>,
    /// This phone reminds of the case.
    pub watched: bool,
    /// When a pressing that runs has lasted long enough, wall ms.
    pub pressing_until_ms: Option<Ms>,
}

/// The dwell limit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LimitView {
    /// When, wall ms.
    pub at_ms: Ms,
    /// How much is left; negative past it.
    pub left_ms: Ms,
    /// How long after the insertion, hours.
    pub hours: String,
    /// Where it comes from.
    pub source: String,
    /// An extension is in force.
    pub extended: bool,
    /// Where the strictest counts, why.
    pub strictest: Option<String>,
}

impl LimitView {
    fn of(limit: &DwellLimit, lang: Lang, now: Ms) -> Self {
        let why = limit.strictest.map(|why| match why {
            Strictest::UnknownDevice => "limit.strictest.unknown-device",
            Strictest::UnknownAge => "limit.strictest.unknown-age",
            Strictest::NotCleared => "limit.strictest.not-cleared",
        });
        Self {
            at_ms: limit.at,
            left_ms: limit.at - now,
            hours: crate::protocol::Unit::H.write(limit.after),
            source: source_text(&limit.source, lang),
            extended: limit.extended,
            strictest: why.map(|key| text::get(lang, key)),
        }
    }
}

impl Header {
    /// The header of a look at a case.
    pub fn of(look: &Assessment<'_>, watched: bool, lang: Lang, now: Ms) -> Self {
        let timeline = &look.timeline;
        let insert = timeline.insert();
        let phase = timeline.phase().word();
        Self {
            case: timeline.case.id.to_string(),
            alias: timeline.patient.alias.clone().unwrap_or_default(),
            phase,
            phase_text: text::get(lang, &format!("phase.{phase}")),
            device: insert
                .and_then(|i| i.device.as_deref())
                .map(|id| device_name(&timeline.case.protocol, id, lang)),
            place: insert.map(|i| place_name(i.site, i.side, lang)),
            site: insert.and_then(|i| i.site).map(Site::word),
            side: insert.and_then(|i| i.side).map(Side::word),
            inserted_at_ms: timeline.insertion.map(|m| m.at),
            inserted_precision: timeline.insertion.map(|m| timeline.entry(m).precision.word()),
            removed_at_ms: timeline.removal.map(|m| m.at),
            closed_at_ms: timeline.closed.map(|m| m.at),
            limit: look.limit.as_ref().map(|limit| LimitView::of(limit, lang, now)),
            watched,
            pressing_until_ms: timeline.pressing().map(|p| p.start.at + p.needed),
        }
    }
}

/// A case that a person linked with this one, or that the phone suggests to link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkView {
    /// The other case.
    pub case: String,
    /// `same-patient`, `same-insertion`.
    pub basis: &'static str,
}

/// A whole case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseView {
    /// Who, where, with what, until when.
    pub header: Header,
    /// What is known of the patient, by field.
    pub patient: Vec<super::FieldView>,
    /// Open tasks, upcoming ones included, the earliest first.
    pub tasks: Vec<TaskView>,
    /// Open flags, the most serious first.
    pub flags: Vec<FlagView>,
    /// Links that hold.
    pub links: Vec<LinkView>,
    /// The protocol, its version and the policy laid over it.
    pub protocol: String,
    /// The case follows a protocol or policy that this version cannot read.
    pub foreign_protocol: bool,
    /// The entries, in causal order; all of them, or the newest.
    pub record: Vec<EntryView>,
    /// How many entries there are.
    pub entries: usize,
    /// Chains in which two entries hold one place.
    pub forks: usize,
    /// Chains of which a part has not arrived.
    pub gaps: usize,
}

impl CaseView {
    /// The view of a look at a case, with its whole record.
    pub fn of(look: &Assessment<'_>, watched: bool, lang: Lang, now: Ms) -> Self {
        Self::recent(look, watched, usize::MAX, lang, now)
    }

    /// The same with so many of the newest entries at most: what a screen shows first.
    pub fn recent(look: &Assessment<'_>, watched: bool, most: usize, lang: Lang, now: Ms) -> Self {
        let case = look.timeline.case;
        let entries = case.entries.len();
        let policy = case
            .protocol
            .policy
            .as_ref()
            .map(|p| format!(" · {} v{}", p.id, p.version))
            .unwrap_or_default();
        let patient = Payload::UpdatePatient(Box::new(look.timeline.patient.clone()));
        Self {
            header: Header::of(look, watched, lang, now),
            patient: super::entry::fields(&patient, lang),
            tasks: look
                .tasks
                .iter()
                .map(|task| TaskView::of(task, &look.timeline.case.protocol, lang, now))
                .collect(),
            flags: look
                .flags
                .iter()
                .map(|flag| FlagView::of(flag, None, look, lang))
                .collect(),
            links: look
                .timeline
                .links
                .iter()
                .filter(|said| said.holds)
                .map(|said| LinkView {
                    case: said.other.to_string(),
                    basis: said.basis.word(),
                })
                .collect(),
            protocol: format!("{} v{}{policy}", case.protocol.id, case.protocol.version),
            foreign_protocol: case.foreign_protocol,
            record: (entries.saturating_sub(most)..entries)
                .map(|i| EntryView::of(look, i, lang))
                .collect(),
            entries,
            forks: case.forks.len(),
            gaps: case.gaps.len(),
        }
    }
}
