//! While the needle is in.

use super::forms;
use crate::Quantity;
use crate::words::{Dressing, ProductClass, ReviewOutcome, VenousKind};

forms! {
    /// The puncture area was disinfected.
    DisinfectForm of Disinfect { agent: String, dried: bool, dressing_changed: bool }
    /// The dressing was changed.
    DressingForm of DressingChange {
        /// What covers the puncture now.
        kind: Dressing,
    }
    /// A product: a single dose, or the start of one that runs. No dose is recorded as a number.
    ProductForm of Product { name: String, class: ProductClass, rate_text: String, pressure: String }
    /// A running product was stopped.
    StopProductForm of StopProduct { name: String }
    /// The needle was flushed.
    FlushForm of Flush { ml: Quantity, resistance: bool, blocked: bool }
    /// Enough fluid is in: a vein should be got now.
    AdequateVolumeForm of AdequateVolume { note: String }
    /// A vein was got: the needle should come out.
    VenousAccessForm of VenousAccess { kind: VenousKind, place: String, by: String }
    /// That vein is lost.
    VenousAccessLostForm of VenousAccessLost { reason: String }
    /// "Can it come out?" was asked and answered.
    AccessReviewForm of AccessReview { outcome: ReviewOutcome, reason: String }
    /// The dwell limit was extended, counted from the insertion.
    ExtendForm of Extend { to_hours: Quantity, reason: String, authorised_by: String }
    /// The device stays in past its limit; neither moves the limit nor clears its flag.
    KeepPastLimitForm of KeepPastLimit { reason: String, authorised_by: String, recheck_hours: Quantity }
    /// The patient was moved.
    TransferForm of Transfer { to: String }
    /// A complication, recordable at any time.
    ComplicationForm of Complication { kind: String, found_when: String, note: String }
    /// A remark.
    NoteForm of Note { text: String }
    /// Somebody was told of a flag.
    TellForm of Tell { whom: String, rule: String, answer: String }
}
