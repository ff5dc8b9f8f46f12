//! A bench for the engine: cases built from short scripts, on one or more phones, and looked at.
//!
//! A script is a list of lines parted by `;`, each typed in turn:
//!
//! ```text
//! -10m open-case alias=Anna age_years=40; +0 insert ez-io proximal-tibia left; +1h look as=first;
//! +1h5m amend of=first at=+50m pain=3; B +70m transfer; B>A; +2h note 'from phone A again' now=+3h
//! ```
//!
//! * A time is counted from the insertion of the script at `+0`; `+15m-1ms` is one millisecond less than a quarter.
//! * A line is typed at its time, or right after the line before where that is later; `now=` says otherwise.
//! * A capital letter before the time names the phone; `A>B` carries all that A has to B. Without one it is phone A.
//! * `as=` names an entry, `of=` points to a named one (strike, reinstate, amend).
//! * `look` is a check with every finding that is asked for and nothing abnormal, `look-out` the same with the
//!   device out; a finding given with it replaces its own, `null` takes it away.
//! * A `!` after the kind writes the entry without asking [`marrow_engine::record`], as one that arrives from elsewhere.
//!
//! What is expected is written in the same way, see [`expect`].

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test uses a part of the bench, and may panic"
)]

pub mod bench;
pub mod expect;
pub mod script;

pub use bench::{Bench, Look, T0, shipped};
pub use expect::{Row, ladder, refusals, table};
pub use script::{offset, show};

/// An adult who is conscious, with an EZ-IO in the left proximal tibia and the skin disinfected before.
pub const ADULT: &str = "-10m open-case alias=Anna age_years=40 consciousness=conscious; \
    +0 insert ez-io proximal-tibia left antiseptic=chlorhexidine";

/// The same adult before the insertion.
pub const BEFORE: &str = "-10m open-case alias=Anna age_years=40 consciousness=conscious";

/// The adult an hour after the device came out, ten minutes after a compression that counts; the times are counted
/// from the insertion: out at 2 h, pressed from 2 h 1 min to 2 h 6 min.
pub const OUT: &str = "-10m open-case alias=Anna age_years=40 consciousness=conscious; \
    +0 insert ez-io proximal-tibia left antiseptic=chlorhexidine; +2h-1m removal-antiseptic; \
    +2h remove tip_intact=true; +2h1m start-compression; +2h6m end-compression true";
