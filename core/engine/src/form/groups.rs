//! In which groups and in which order a form asks. The first group is always open; what is in no group comes last.

use crate::entry::Kind;
use crate::protocol::{Asked, Protocol};

/// Fields that are asked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key of its title under `form.group.`.
    pub title: &'static str,
    /// When it is asked at all; always, where nothing is said.
    pub when: Option<Asked>,
    /// The fields, in order.
    pub fields: &'static [&'static str],
}

const fn group(title: &'static str, fields: &'static [&'static str]) -> Group {
    Group {
        title,
        when: None,
        fields,
    }
}

const fn group_when(when: Asked, title: &'static str, fields: &'static [&'static str]) -> Group {
    Group {
        title,
        when: Some(when),
        fields,
    }
}

/// What a check must have comes from the protocol and is asked first; see [`super::CheckAsked`].
const CHECK: &[Group] = &[
    group(
        "site",
        &[
            "leak",
            "swelling",
            "redness",
            "warmth",
            "discharge",
            "skin",
            "dressing",
            "dressing_state",
            "failed_site_swelling",
        ],
    ),
    group_when(Asked::DeviceIn, "patency", &["flush", "aspirates", "flow"]),
    group_when(
        Asked::Limb,
        "limb",
        &[
            "artery",
            "cap_refill_s",
            "sensation",
            "movement",
            "stretch_pain",
            "tense",
            "circumference_cm",
            "circumference_landmark",
        ],
    ),
    group("patient", &["breathless", "confused", "body_temp_c", "pain_scale"]),
    group("said", &["context", "action", "told", "answer", "note"]),
];

const PATIENT: &[Group] = &[
    group(
        "who",
        &[
            "alias",
            "age_band",
            "consciousness",
            "weight_kg",
            "weight_measured",
            "allergies",
            "anticoagulated",
        ],
    ),
    group(
        "more",
        &[
            "age_years",
            "age_months",
            "date_of_birth",
            "sex",
            "mri_planned",
            "name",
            "identifier",
            "encounter",
            "place",
            "responsible_clinician",
        ],
    ),
];

const INSERT: &[Group] = &[
    group("placed", &["site", "side", "device", "needle_mm", "confirmation"]),
    group(
        "more",
        &[
            "flush_ml",
            "antiseptic",
            "local_anaesthetic",
            "dressing",
            "wristband",
            "inserted_by",
            "setting",
            "indication",
            "venous_tries",
            "circumference_cm",
            "other_circumference_cm",
            "circumference_landmark",
            "complications",
            "override_reason",
            "model",
            "lot",
        ],
    ),
];

const REMOVE: &[Group] = &[
    group("taken-out", &["resistance", "tip_intact", "bleeding", "came_out"]),
    group(
        "more",
        &[
            "tip_length_mm",
            "reason",
            "technique",
            "second_checker",
            "dressing",
            "tolerance",
        ],
    ),
];

/// Findings about the device, which are refused once it is out (care §3.3): those that are asked while it is in only.
pub(crate) fn of_the_device(protocol: &Protocol) -> Vec<&str> {
    let counting = protocol
        .counting_check
        .iter()
        .filter(|f| f.when == Some(Asked::DeviceIn));
    let rest = CHECK.iter().filter(|group| group.when == Some(Asked::DeviceIn));
    let counting = counting.map(|finding| finding.field.as_str());
    counting.chain(rest.flat_map(|group| group.fields).copied()).collect()
}

/// The groups of a kind's form; empty where all fields stand together.
pub const fn groups(kind: Kind) -> &'static [Group] {
    match kind {
        Kind::Check => CHECK,
        Kind::OpenCase | Kind::UpdatePatient => PATIENT,
        Kind::Insert => INSERT,
        Kind::Remove => REMOVE,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::form::{Shape, shape};
    use crate::protocol::Protocols;

    #[test]
    fn every_field_of_a_grouped_form_is_asked_once() {
        for kind in [Kind::OpenCase, Kind::UpdatePatient, Kind::Insert, Kind::Remove] {
            let asked: Vec<&str> = groups(kind).iter().flat_map(|g| g.fields).copied().collect();
            let all: BTreeSet<&str> = kind.fields().iter().copied().collect();
            assert_eq!(asked.len(), all.len(), "{kind:?}");
            assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), all, "{kind:?}");
        }
    }

    #[test]
    fn every_finding_of_a_check_is_asked() {
        let protocol = Protocols::shipped().newest();
        let first = protocol.counting_check.iter().map(|f| f.field.as_str());
        let asked: BTreeSet<&str> = CHECK.iter().flat_map(|g| g.fields).copied().chain(first).collect();
        for field in Kind::Check.fields() {
            // Beside its limb's own field, or with the findings that were not assessed.
            let elsewhere = field.starts_with("other_") || field.starts_with("not_assessed");
            assert!(elsewhere || asked.contains(field), "{field} is never asked");
        }
    }

    #[test]
    fn findings_about_the_device_are_these() {
        assert_eq!(
            of_the_device(&Protocols::shipped().newest()),
            ["firm", "flush", "aspirates", "flow"]
        );
    }

    #[test]
    fn no_form_asks_what_only_the_core_sets() {
        for kind in Kind::ALL {
            for field in groups(*kind).iter().flat_map(|g| g.fields) {
                assert!(shape(kind.word(), field).is_some_and(|s| s != Shape::Entry), "{field}");
            }
        }
    }
}
