//! Documents made from a case: what a person holds in her hand when the phone is put away.
//!
//! Pure: a look at a case and the clock's sample come in, a text goes out; the same input gives the
//! same bytes. Nothing here decides on care. What a document says is what [`marrow_engine`] says.
//!
//! * [`nursing_sheet`]: the whole case as one self-contained HTML page, for A4 and for a phone.

mod escape;
mod html;
mod line;
mod measure;
mod pages;
mod sheet;

pub use sheet::{SheetInput, nursing_sheet};

// The cases that the tests play name this crate as everybody else does.
#[cfg(test)]
extern crate self as marrow_documents;
