//! One case: its header, what is due, what is flagged, what a check asks, and the record.

use marrow::engine::assess::Assessment;
use marrow::engine::form;
use marrow::engine::reminders::Snoozed;
use marrow::engine::view;

use super::{CheckAsked, EntryView, FieldView, FlagView, TaskView, each, id};
use crate::error::{MarrowError, Result};
use crate::forms::PatientForm;
use crate::ids::{CaseId, count};
use crate::words::{CasePhase, Lang, LinkBasis, Precision, Side, Site, of_word};

/// Who, where, with what, until when.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CaseHeader {
    /// The case.
    pub case: CaseId,
    /// Bed, tag or initials.
    pub alias: String,
    /// Where the case stands.
    pub phase: CasePhase,
    /// The phase in words.
    pub phase_text: String,
    /// The device's name.
    pub device: Option<String>,
    /// Side and bone in words.
    pub place: Option<String>,
    /// The bone.
    pub site: Option<Site>,
    /// The side.
    pub side: Option<Side>,
    /// When the needle went in, wall ms.
    pub inserted_at_ms: Option<i64>,
    /// How sure that is.
    pub inserted_precision: Option<Precision>,
    /// When it came out, wall ms.
    pub removed_at_ms: Option<i64>,
    /// When the case was closed, wall ms.
    pub closed_at_ms: Option<i64>,
    /// The limit, while one runs.
    pub limit: Option<LimitView>,
    /// This phone reminds of the case.
    pub watched: bool,
    /// When a pressing that runs has lasted long enough, wall ms.
    pub pressing_until_ms: Option<i64>,
}

const PHASES: &[CasePhase] = &[
    CasePhase::Awaiting,
    CasePhase::Dwelling,
    CasePhase::Removed,
    CasePhase::Closed,
];

impl TryFrom<view::Header> for CaseHeader {
    type Error = MarrowError;

    fn try_from(header: view::Header) -> Result<Self> {
        let view::Header {
            case,
            alias,
            phase,
            phase_text,
            device,
            place,
            site,
            side,
            inserted_at_ms,
            inserted_precision,
            removed_at_ms,
            closed_at_ms,
            limit,
            watched,
            pressing_until_ms,
        } = header;
        let precision = |word| of_word(Precision::ALL, Precision::word, word);
        Ok(Self {
            case: id(&case)?,
            alias,
            phase: of_word(PHASES, CasePhase::word, phase)?,
            phase_text,
            device,
            place,
            site: site.map(|word| of_word(Site::ALL, Site::word, word)).transpose()?,
            side: side.map(|word| of_word(Side::ALL, Side::word, word)).transpose()?,
            inserted_at_ms,
            inserted_precision: inserted_precision.map(precision).transpose()?,
            removed_at_ms,
            closed_at_ms,
            limit: limit.map(LimitView::from),
            watched,
            pressing_until_ms,
        })
    }
}

/// The dwell limit.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LimitView {
    /// When, wall ms.
    pub at_ms: i64,
    /// How much is left, ms; negative past it.
    pub left_ms: i64,
    /// How long after the insertion, hours, for a person.
    pub hours: String,
    /// Where it comes from.
    pub source: String,
    /// An extension is in force.
    pub extended: bool,
    /// Where the strictest counts, why.
    pub strictest: Option<String>,
}

impl From<view::LimitView> for LimitView {
    fn from(limit: view::LimitView) -> Self {
        let view::LimitView {
            at_ms,
            left_ms,
            hours,
            source,
            extended,
            strictest,
        } = limit;
        Self {
            at_ms,
            left_ms,
            hours,
            source,
            extended,
            strictest,
        }
    }
}

/// A bone of the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Bone {
    /// Which.
    pub site: Site,
    /// On which side.
    pub side: Side,
}

/// A case that a person linked with this one.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LinkView {
    /// The other case.
    pub case: CaseId,
    /// What they share.
    pub basis: LinkBasis,
}

impl TryFrom<view::LinkView> for LinkView {
    type Error = MarrowError;

    fn try_from(link: view::LinkView) -> Result<Self> {
        let view::LinkView { case, basis } = link;
        Ok(Self {
            case: id(&case)?,
            basis: of_word(LinkBasis::ALL, LinkBasis::word, basis)?,
        })
    }
}

/// A whole case.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CaseView {
    /// Who, where, with what, until when.
    pub header: CaseHeader,
    /// What is known of the patient, by field, in words.
    pub patient: Vec<FieldView>,
    /// The same as a form, to be corrected.
    pub patient_form: PatientForm,
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
    /// What a check asks now.
    pub check: CheckAsked,
    /// Bones in which a try failed.
    pub tried: Vec<Bone>,
    /// The entries, in causal order; all of them, or the newest.
    pub record: Vec<EntryView>,
    /// How many entries there are.
    pub entries: u32,
    /// Chains in which two entries hold one place.
    pub forks: u32,
    /// Chains of which a part has not arrived.
    pub gaps: u32,
}

impl CaseView {
    /// Tells of each task until when its reminder was put off on this phone.
    pub fn put_off(&mut self, later: &[Snoozed]) {
        for task in &mut self.tasks {
            let said = later
                .iter()
                .find(|said| said.step == task.step && said.due_at == task.due_at_ms);
            task.later_until_ms = said.map(|said| said.until);
        }
    }

    /// The view of a look at a case, with so many of the newest entries at most.
    pub fn of(look: &Assessment<'_>, watched: bool, most: usize, lang: Lang, now_ms: i64) -> Result<Self> {
        let view::CaseView {
            header,
            patient,
            tasks,
            flags,
            links,
            protocol,
            foreign_protocol,
            record,
            entries,
            forks,
            gaps,
        } = view::CaseView::recent(look, watched, most, lang, now_ms);
        let folded = look.timeline.case.entries.iter().skip(entries - record.len());
        let entry = |(entry, folded): (view::EntryView, _)| EntryView::of(entry, folded);
        Ok(Self {
            header: header.try_into()?,
            patient: patient.into_iter().map(FieldView::from).collect(),
            patient_form: look.timeline.patient.clone().into(),
            tasks: each(tasks, TaskView::try_from)?,
            flags: each(flags, FlagView::try_from)?,
            links: each(links, LinkView::try_from)?,
            protocol,
            foreign_protocol,
            check: form::CheckAsked::of(look, lang).into(),
            tried: look
                .timeline
                .tries
                .iter()
                .map(|(_, site, side)| Bone {
                    site: *site,
                    side: *side,
                })
                .collect(),
            record: record.into_iter().zip(folded).map(entry).collect::<Result<_>>()?,
            entries: count(entries),
            forks: count(forks),
            gaps: count(gaps),
        })
    }
}
