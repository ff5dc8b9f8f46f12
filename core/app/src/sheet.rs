//! The nursing sheet of a case.

use marrow_documents::{SheetInput, nursing_sheet};
use marrow_engine::id::CaseId;
use marrow_engine::text::Lang;
use marrow_engine::time::ClockSample;

use crate::{Marrow, Result};

impl Marrow {
    /// The nursing sheet as one self-contained HTML page. `unsynced`: some entries are on this phone alone.
    pub fn sheet(&mut self, case: CaseId, lang: Lang, now: &ClockSample, unsynced: bool) -> Result<String> {
        self.with_case(case, now, |look, watched| {
            let app_version = env!("CARGO_PKG_VERSION");
            nursing_sheet(&SheetInput {
                look,
                watched,
                lang,
                now,
                unsynced,
                app_version,
            })
        })
    }
}
