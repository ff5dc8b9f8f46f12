//! The terminal as a medium: text that is made harmless, measured, wrapped and coloured.
//!
//! Data goes to stdout, talk to stderr; each is judged on its own for colour. Nothing here knows
//! about care.

mod layout;
mod out;
mod paint;
mod progress;
mod text;

pub use layout::{beside, justify};
pub use out::Out;
pub use paint::Paint;
pub use progress::Progress;
pub use text::{Text, fold, harmless, harmless_json, width};
