//! The needle goes in, or fails to.

use super::forms;
use crate::Quantity;
use crate::words::{Confirmation, Dressing, Side, Site};

forms! {
    /// A try to place a needle that failed.
    AttemptFailedForm of AttemptFailed {
        site: Site,
        side: Side,
        /// The device's id in the catalogue, `ez-io`.
        device: String,
        note: String,
    }
    /// The needle went in.
    InsertForm of Insert {
        /// The device's id in the catalogue, `ez-io`.
        device: String,
        site: Site,
        side: Side,
        needle_mm: u32,
        model: String,
        lot: String,
        /// Who placed it, where that is not the author.
        inserted_by: String,
        setting: String,
        indication: String,
        venous_tries: u32,
        antiseptic: String,
        local_anaesthetic: String,
        confirmation: Vec<Confirmation>,
        flush_ml: Quantity,
        dressing: Dressing,
        circumference_cm: Quantity,
        other_circumference_cm: Quantity,
        circumference_landmark: String,
        wristband: bool,
        /// Why a device was used that is not cleared for this patient.
        override_reason: String,
        complications: String,
    }
}
