//! The zone of this computer, from the zone database that is built in.

use chrono_tz::Tz;

/// `TZ` where it names a zone, else what the system says, else UTC.
pub fn here() -> (Tz, bool) {
    let named = std::env::var("TZ").ok();
    let named = named
        .as_deref()
        .map(|name| name.trim_start_matches(':'))
        .and_then(known);
    let system = || iana_time_zone::get_timezone().ok().as_deref().and_then(known);
    named.or_else(system).map_or((Tz::UTC, false), |zone| (zone, true))
}

fn known(name: &str) -> Option<Tz> {
    name.parse().ok()
}
