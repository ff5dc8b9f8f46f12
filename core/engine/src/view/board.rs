//! The board: open cases, the most urgent first.

use crate::agenda::Status;
use crate::assess::Assessment;
use crate::flags::Severity;
use crate::fold::timeline::CasePhase;
use crate::text::Lang;
use crate::time::Ms;
use serde::Serialize;

use super::{FlagView, Header, TaskView};

/// One case on the board.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoardRow {
    /// Who, where, with what, until when.
    pub header: Header,
    /// The most pressing task.
    pub next: Option<TaskView>,
    /// How many tasks are due or worse.
    pub waiting: usize,
    /// The most serious flag that is not merely a note.
    pub flag: Option<FlagView>,
    /// How many flags are open.
    pub flags: usize,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoardView {
    /// Now, wall ms.
    pub now_ms: Ms,
    /// The wall clock was moved, or time is uncertain.
    pub clock_in_doubt: bool,
    /// Open cases, the most urgent first.
    pub open: Vec<BoardRow>,
    /// Closed cases, the newest first.
    pub closed: Vec<Header>,
}

/// Red flags that nobody was told of, then what is overdue, then by time.
type Urgency = (bool, std::cmp::Reverse<Status>, Ms);

fn urgency(look: &Assessment<'_>, row: &BoardRow) -> Urgency {
    let untold = look
        .flags
        .iter()
        .any(|f| f.severity == Severity::Red && super::words::told(f, None, look).is_none());
    let worst = look.tasks.iter().map(|t| t.status).max().unwrap_or(Status::Upcoming);
    let overdue = if worst >= Status::Overdue {
        worst
    } else {
        Status::Upcoming
    };
    (
        !untold,
        std::cmp::Reverse(overdue),
        row.next.as_ref().map_or(Ms::MAX, |task| task.due_at_ms),
    )
}

impl BoardView {
    /// The board of these looks at the cases of a phone, each with whether the phone watches it.
    pub fn of(looks: &[(Assessment<'_>, bool)], clock_in_doubt: bool, lang: Lang, now: Ms) -> Self {
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        for (look, watched) in looks {
            let header = Header::of(look, *watched, lang, now);
            if look.timeline.phase() == CasePhase::Closed {
                closed.push((look.timeline.closed, header));
                continue;
            }
            let row = row(look, header, lang, now);
            open.push((urgency(look, &row), row));
        }
        open.sort_by(|(a, x), (b, y)| (a, &x.header.case).cmp(&(b, &y.header.case)));
        closed.sort_by(|(a, x), (b, y)| (b, &y.case).cmp(&(a, &x.case)));
        Self {
            now_ms: now,
            clock_in_doubt,
            open: open.into_iter().map(|(_, row)| row).collect(),
            closed: closed.into_iter().map(|(_, header)| header).collect(),
        }
    }
}

/// The worst status first, then the earliest: what is overdue stands before what is merely due.
fn row(look: &Assessment<'_>, header: Header, lang: Lang, now: Ms) -> BoardRow {
    let waiting = |status: Status| status != Status::Upcoming;
    let rank = |status: Status| {
        if status >= Status::Overdue {
            status
        } else {
            Status::Upcoming
        }
    };
    let next = look
        .tasks
        .iter()
        .min_by_key(|t| (std::cmp::Reverse(rank(t.status)), t.due_at));
    let flag = look.flags.iter().find(|f| f.severity > Severity::Note);
    BoardRow {
        next: next.map(|task| TaskView::of(task, &look.timeline.case.protocol, lang, now)),
        waiting: look.tasks.iter().filter(|t| waiting(t.status)).count(),
        flag: flag.map(|flag| FlagView::of(flag, None, look, lang)),
        flags: look.flags.len(),
        header,
    }
}
