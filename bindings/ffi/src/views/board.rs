//! The board.

use marrow::engine::view;

use super::{CaseHeader, FlagView, TaskView, each};
use crate::error::{MarrowError, Result};
use crate::ids::count;

/// One case on the board.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BoardRow {
    /// Who, where, with what, until when.
    pub header: CaseHeader,
    /// The most pressing task.
    pub next: Option<TaskView>,
    /// How many tasks are due or worse.
    pub waiting: u32,
    /// The most serious flag that is not merely a note.
    pub flag: Option<FlagView>,
    /// How many flags are open.
    pub flags: u32,
}

impl TryFrom<view::BoardRow> for BoardRow {
    type Error = MarrowError;

    fn try_from(row: view::BoardRow) -> Result<Self> {
        let view::BoardRow {
            header,
            next,
            waiting,
            flag,
            flags,
        } = row;
        Ok(Self {
            header: header.try_into()?,
            next: next.map(TaskView::try_from).transpose()?,
            waiting: count(waiting),
            flag: flag.map(FlagView::try_from).transpose()?,
            flags: count(flags),
        })
    }
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BoardView {
    /// Now, wall ms.
    pub now_ms: i64,
    /// The wall clock was moved, or time is uncertain.
    pub clock_in_doubt: bool,
    /// Open cases, the most urgent first.
    pub open: Vec<BoardRow>,
    /// Closed cases, the newest first.
    pub closed: Vec<CaseHeader>,
}

impl TryFrom<view::BoardView> for BoardView {
    type Error = MarrowError;

    fn try_from(board: view::BoardView) -> Result<Self> {
        let view::BoardView {
            now_ms,
            clock_in_doubt,
            open,
            closed,
        } = board;
        Ok(Self {
            now_ms,
            clock_in_doubt,
            open: each(open, BoardRow::try_from)?,
            closed: each(closed, CaseHeader::try_from)?,
        })
    }
}
