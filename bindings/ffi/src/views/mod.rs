//! What a screen shows, ready to draw: texts in the language of the call, times in wall ms of this phone.
//!
//! Mirrors of the engine's views, with words as enums and ids as ids. Each is taken apart field by field, so that what a
//! view gains fails to compile here.

mod board;
mod case;
mod check;
mod entry;
mod screen;
mod task;

pub use board::{BoardRow, BoardView};
pub use case::{Bone, CaseHeader, CaseView, LimitView, LinkView};
pub use check::{AskedField, AskedGroup, CheckAsked};
pub use entry::{AmendView, EntryView, FieldView, MarkView};
pub use screen::{Screen, ScreenView};
pub use task::{FlagView, TaskView};

use crate::error::{MarrowError, Result};

/// An id that the core wrote as text.
fn id<T: std::str::FromStr>(text: &str) -> Result<T> {
    text.parse().map_err(|_| MarrowError::Internal)
}

fn each<T, V>(all: Vec<T>, of: impl Fn(T) -> Result<V>) -> Result<Vec<V>> {
    all.into_iter().map(of).collect()
}
