//! The nursing sheet of a case.

use marrow_documents::{SheetInput, nursing_sheet};
use marrow_engine::course::course;
use marrow_engine::id::CaseId;
use marrow_engine::text::Lang;
use marrow_engine::time::ClockSample;

use crate::{Marrow, Result};

impl Marrow {
    /// The nursing sheet as one self-contained HTML page. `unsynced`: some entries are on this phone alone.
    pub fn sheet(&mut self, case: CaseId, lang: Lang, now: &ClockSample, unsynced: bool) -> Result<String> {
        self.refresh()?;
        let case = self.case_state(case)?;
        let watched = self.watches(case);
        Ok(self.in_context(now, |context| {
            nursing_sheet(&SheetInput {
                look: &self.cases.look(case, context),
                course: &course(case, context),
                watched,
                lang,
                now,
                unsynced,
                app_version: env!("CARGO_PKG_VERSION"),
            })
        }))
    }
}
