//! What screens ask for: one call a screen, nothing is written.

use marrow_engine::assess::Assessment;
use marrow_engine::id::CaseId;
use marrow_engine::text::Lang;
use marrow_engine::time::ClockSample;
use marrow_engine::view::{BoardView, CaseView};

use crate::{Marrow, Result};

impl Marrow {
    /// Every case on this phone, looked at now, each with whether this phone reminds of it.
    pub fn with_cases<T>(&mut self, now: &ClockSample, f: impl FnOnce(&[(Assessment<'_>, bool)]) -> T) -> Result<T> {
        self.refresh()?;
        Ok(self.in_context(now, |context| {
            let look = |case| (self.cases.look(case, context), self.watches(case));
            f(&self.cases.all().map(look).collect::<Vec<_>>())
        }))
    }

    /// A case looked at now, with whether this phone reminds of it.
    pub fn with_case<T>(
        &mut self,
        case: CaseId,
        now: &ClockSample,
        f: impl FnOnce(&Assessment<'_>, bool) -> T,
    ) -> Result<T> {
        self.refresh()?;
        let state = self.case_state(case)?;
        let watched = self.watches(state);
        Ok(self.look(state, now, |look| f(look, watched)))
    }

    /// The board: open cases, the most urgent first.
    pub fn board(&mut self, lang: Lang, now: &ClockSample) -> Result<BoardView> {
        let in_doubt = self.clock_now(now).jumped();
        self.with_cases(now, |looks| BoardView::of(looks, in_doubt, lang, now.wall_ms))
    }

    /// A case with its whole record.
    pub fn case(&mut self, case: CaseId, lang: Lang, now: &ClockSample) -> Result<CaseView> {
        self.with_case(case, now, |look, watched| {
            CaseView::of(look, watched, lang, now.wall_ms)
        })
    }
}
