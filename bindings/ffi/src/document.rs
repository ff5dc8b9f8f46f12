//! Documents of a case, ready to print or to share.

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, uniffi::Enum)]
pub enum DocumentKind {
    /// The nursing sheet: the whole case on paper.
    NursingSheet {
        /// Some entries are on this phone alone; the sheet says so.
        unsynced: bool,
    },
}

/// A document. It holds health data: it goes to a printer or to whom the person names, and into no log.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Document {
    /// `text/html`.
    pub media_type: String,
    /// The document, self-contained.
    pub text: String,
}
