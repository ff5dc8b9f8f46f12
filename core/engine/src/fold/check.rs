//! When a check counts (care §3.3).

use super::timeline::filled;
use crate::entry::payload::Check;
use crate::protocol::{Asked, Protocol};
use crate::vocabulary::Bleeding;

/// The required findings that a check leaves out; it counts when there are none (care §3.3).
pub fn missing_findings<'p>(protocol: &'p Protocol, check: &Check, device_in: bool, sternal: bool) -> Vec<&'p str> {
    let reason = filled(&check.not_assessed_reason);
    let named = |field: &str| reason && check.not_assessed.iter().flatten().any(|name| name == field);
    let asked = |when: Option<Asked>| match when {
        None => true,
        Some(Asked::Bleeding) => check.bleeding.is_some_and(|b| b != Bleeding::None),
        Some(when) => when.holds(device_in, sternal),
    };
    let required = protocol.counting_check.iter().filter(|f| asked(f.when));
    required
        .map(|f| f.field.as_str())
        .filter(|field| !check.has(field) && !named(field))
        .collect()
}

/// Whether a check has all that it needs.
pub(super) fn check_counts(protocol: &Protocol, check: &Check, device_in: bool, sternal: bool) -> bool {
    missing_findings(protocol, check, device_in, sternal).is_empty()
}
