//! Every check of the case as the drawing needs it: when, how sure, what of it holds, what it was before.

use marrow_engine::entry::Payload;
use marrow_engine::entry::payload::Check;
use marrow_engine::fold::Folded;
use marrow_engine::time::Ms;
use marrow_engine::view::fields;
use marrow_engine::vocabulary::Precision;

use super::cells::{self, Cell};
use crate::sheet::Sheet;

/// A check.
pub(super) struct Look<'a> {
    pub folded: &'a Folded,
    pub payload: &'a Payload,
    pub check: &'a Check,
    /// The check as it was written, where an amendment changed it.
    pub before: Option<&'a Check>,
    /// When it happened, and when that was first said to be.
    pub at: Ms,
    pub was_at: Ms,
    /// When it happened, as its own phone showed it.
    pub clock: String,
    /// The time is not exact.
    pub about: bool,
    /// It stands.
    pub stands: bool,
    /// It has all that a check needs.
    pub whole: bool,
    /// What it says in each row of the findings, and what it said before an amendment.
    pub cells: Vec<Cell>,
    pub cells_before: Vec<Cell>,
}

/// The checks in time, struck ones included.
pub(super) fn of<'a>(sheet: &Sheet<'a>) -> Vec<Look<'a>> {
    let timeline = &sheet.look.timeline;
    let counting: Vec<usize> = timeline.checks().map(|(happening, _)| happening.index).collect();
    let checks = sheet.entries().iter().enumerate().filter_map(|(index, folded)| {
        let payload = folded.payload()?;
        let Payload::Check(check) = payload else { return None };
        let before = match folded.entry.payload() {
            Some(Payload::Check(first)) if first != check => Some(first.as_ref()),
            _ => None,
        };
        let cells_before = folded.entry.payload().zip(before);
        let cells_before =
            cells_before.map(|(payload, check)| cells::cells(sheet, check, &fields(payload, sheet.lang)));
        let at = sheet.happened_at(folded);
        let was_at = folded.when_of(folded.entry.envelope.performed_at_ms).at(timeline.frame);
        Some(Look {
            folded,
            payload,
            check,
            before,
            at,
            was_at,
            clock: sheet.clock_of(folded),
            about: folded.precision != Precision::Exact,
            stands: folded.stands(),
            cells: cells::cells(sheet, check, &sheet.view.record[index].fields),
            cells_before: cells_before.unwrap_or_default(),
            whole: counting.contains(&index) && sheet.view.record[index].missing.is_empty(),
        })
    });
    let mut looks: Vec<Look<'a>> = checks.collect();
    looks.sort_by_key(|look| look.at);
    looks
}
