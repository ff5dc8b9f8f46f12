//! What a command did, or would do.

use marrow::engine::flags::Flag;
use marrow::engine::protocol::Protocol;
use marrow::engine::text;
use marrow::engine::view::because;

use crate::ids::{CaseId, EntryId};
use crate::views::ScreenView;
use crate::words::{Lang, Severity};

/// What the person should still be asked; nothing waits for the answer.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Ask {
    /// It was recorded more than a day after it happened: why so late?
    WhyLate,
    /// The step was overdue when it was done: why?
    WhyOverdue {
        /// The step's id.
        step: String,
    },
}

impl From<marrow::Ask> for Ask {
    fn from(ask: marrow::Ask) -> Self {
        match ask {
            marrow::Ask::WhyLate => Self::WhyLate,
            marrow::Ask::WhyOverdue(step) => Self::WhyOverdue { step },
        }
    }
}

/// A flag that a command raised, or made worse.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RaisedFlag {
    /// `R8`.
    pub rule: String,
    /// How serious.
    pub severity: Severity,
    /// The severity in words.
    pub severity_text: String,
    /// What it is about.
    pub title: String,
    /// What was found.
    pub text: String,
    /// The policy's own words about what to do.
    pub action: String,
    /// The step it is about.
    pub step: Option<String>,
}

impl RaisedFlag {
    fn of(flag: Flag, protocol: &Protocol, lang: Lang) -> Self {
        let of_rule = |part: &str| text::get(lang, &format!("rule.{}.{part}", flag.rule));
        Self {
            rule: flag.rule.to_owned(),
            severity: flag.severity,
            severity_text: text::get(lang, &format!("severity.{}", flag.severity.word())),
            title: of_rule("title"),
            text: because(&flag, protocol, lang),
            action: of_rule("action"),
            step: flag.step,
        }
    }
}

/// What a command did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Outcome {
    /// The entry; none in a preview.
    pub entry: Option<EntryId>,
    /// The case.
    pub case: CaseId,
    /// Flags that it raised, or made worse.
    pub raised: Vec<RaisedFlag>,
    /// Rules that it cleared.
    pub cleared: Vec<String>,
    /// What the person should still be asked.
    pub asks: Vec<Ask>,
    /// The fields that a check lacks to count; empty: it counts, or is no check.
    pub missing: Vec<String>,
    /// To be kept outside the database: see [`crate::OpenOptions`].
    pub mark: u64,
    /// What is to be seen after it, where that was asked. None where it could not be read, which is no failure of the
    /// command: reading it again tells why.
    pub screen: Option<ScreenView>,
}

impl Outcome {
    /// In the language of the call.
    pub fn of(outcome: marrow::Outcome, protocol: &Protocol, lang: Lang) -> Self {
        let marrow::Outcome {
            entry,
            case,
            raised,
            cleared,
            asks,
            missing,
            mark,
        } = outcome;
        let raised = raised.into_iter().map(|flag| RaisedFlag::of(flag, protocol, lang));
        Self {
            entry,
            case,
            raised: raised.collect(),
            cleared: cleared.into_iter().map(str::to_owned).collect(),
            asks: asks.into_iter().map(Ask::from).collect(),
            missing,
            mark,
            screen: None,
        }
    }
}
