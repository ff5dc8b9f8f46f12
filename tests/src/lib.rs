//! Tests that need more than one crate, or the whole tree: the house's arrows, frozen vectors.
//!
//! What concerns one crate alone is tested there. `run` in this folder passes everything.
