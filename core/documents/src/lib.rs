//! Documents made from a case: what a person holds in her hand when the phone is put away.
//!
//! Pure: a look at a case and the clock's sample come in, a text goes out; the same input gives the
//! same bytes. Nothing here decides on care. What a document says is what [`marrow_engine`] says.
//!
//! * [`nursing_sheet`]: the whole case as one self-contained HTML page, for A4 and for a phone.

mod escape;
mod html;
mod line;
mod sheet;

pub use sheet::{SheetInput, nursing_sheet};
