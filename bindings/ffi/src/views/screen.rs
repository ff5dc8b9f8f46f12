//! What a command comes back with for the screen, so that a tap crosses once.

use super::{BoardView, CaseView};
use crate::ids::CaseId;

/// What is on the screen beside the board.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Screen {
    /// The case that is shown.
    pub case: Option<CaseId>,
    /// How many of its newest entries, at most.
    pub newest: u32,
}

/// What is to be seen on it. Board and case are of the same moment.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ScreenView {
    /// The board.
    pub board: BoardView,
    /// The case that is shown.
    pub case: Option<CaseView>,
}
