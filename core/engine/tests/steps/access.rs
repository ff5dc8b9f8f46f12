//! "Can it come out?", venous access, and what they make due.

use crate::support::{ADULT, table};

#[test]
fn the_review_is_due_after_two_hours_and_then_every_four() {
    table(
        ADULT,
        &[
            ("the first", "", "access-review +2h every=+2h"),
            (
                "then 4 h after the last",
                "+2h access-review keep 'no vein'",
                "access-review +6h every=+4h",
            ),
            (
                "also after an early one",
                "+30m access-review keep",
                "access-review +4h30m every=+4h",
            ),
            (
                "by when it was done",
                "+3h access-review keep; +2h access-review keep",
                "access-review +7h",
            ),
            (
                "at the insertion's own time",
                "+0 access-review keep",
                "access-review +4h",
            ),
            ("a check is none", "+2h look", "access-review +2h"),
            ("the removal ends it", "+3h remove", "access-review -"),
        ],
    );
}

#[test]
fn enough_fluid_makes_it_due_at_once_unless_a_review_followed() {
    table(
        ADULT,
        &[
            ("at once", "+30m adequate-volume", "access-review +30m every=+0"),
            (
                "a second one leaves it",
                "+30m adequate-volume; +40m adequate-volume",
                "access-review +30m",
            ),
            (
                "never later than it was",
                "+3h adequate-volume",
                "access-review +2h every=+2h",
            ),
            (
                "a review that followed ends it",
                "+30m adequate-volume; +40m access-review keep",
                "access-review +4h40m",
            ),
            (
                "a review before it does not",
                "+20m access-review keep; +30m adequate-volume",
                "access-review +30m",
            ),
            (
                "a review at the same time does",
                "+30m access-review keep; +30m adequate-volume",
                "access-review +4h30m",
            ),
            (
                "typed late, when a review had followed",
                "+40m access-review keep; +30m adequate-volume",
                "access-review +4h40m",
            ),
            (
                "before the insertion it does nothing",
                "-1m adequate-volume",
                "access-review +2h",
            ),
            (
                "with venous access it does nothing",
                "+20m venous-access peripheral; +30m adequate-volume",
                "access-review -",
            ),
            (
                "even if that access is lost later",
                "+20m venous-access peripheral; +30m adequate-volume; +40m venous-access-lost",
                "access-review +40m",
            ),
            (
                "after a remove it does nothing",
                "+20m access-review remove; +30m adequate-volume",
                "access-review -, removal +20m",
            ),
            (
                "even if access is got and lost later",
                "+20m access-review remove; +30m adequate-volume; +40m venous-access central; +50m venous-access-lost",
                "access-review +50m, removal +20m",
            ),
        ],
    );
}

#[test]
fn a_review_that_says_remove_makes_the_removal_due() {
    table(
        ADULT,
        &[
            (
                "ends the review and asks for the removal",
                "+1h access-review remove",
                "access-review -, removal +1h every=+0",
            ),
            (
                "a second remove leaves it where it was",
                "+1h access-review remove; +2h access-review remove",
                "removal +1h, access-review -",
            ),
            (
                "typed later, done earlier: the earliest",
                "+2h access-review remove; +1h access-review remove",
                "removal +1h",
            ),
            (
                "a keep cancels it and counts 4 h",
                "+1h access-review remove; +90m access-review keep",
                "removal -, access-review +5h30m every=+4h",
            ),
            (
                "and a remove after that asks anew",
                "+1h access-review remove; +90m access-review keep; +2h access-review remove",
                "removal +2h, access-review -",
            ),
            (
                "struck, it never was",
                "+1h access-review remove as=r; +61m strike of=r",
                "removal -, access-review +2h",
            ),
            (
                "the removal ends it",
                "+1h access-review remove; +2h remove",
                "removal -",
            ),
            (
                "a remove from before the insertion does nothing",
                "-1m access-review! remove",
                "removal -, access-review +2h",
            ),
        ],
    );
}

#[test]
fn venous_access_replaces_review_target_and_removal() {
    table(
        ADULT,
        &[
            (
                "by taking it out",
                "+1h access-review remove; +2h venous-access peripheral",
                "access-review -, removal -, removal-target -, remove-after-access +2h every=+0",
            ),
            (
                "by when it was got",
                "+2h note x; +1h venous-access central",
                "remove-after-access +1h",
            ),
            (
                "from the first",
                "+1h venous-access peripheral; +2h venous-access central",
                "remove-after-access +1h",
            ),
            (
                "that is not struck",
                "+1h venous-access peripheral as=v; +2h venous-access central; +3h strike of=v",
                "remove-after-access +2h",
            ),
            (
                "the other tasks stay",
                "+1h venous-access peripheral",
                "site-check +2h, disinfect +5h, dwell-warning-4h +20h, dwell-limit +24h",
            ),
            (
                "one from before the insertion does nothing",
                "-1m venous-access peripheral",
                "remove-after-access -, access-review +2h, R7 -",
            ),
            (
                "one at the insertion's own time counts",
                "+0 venous-access peripheral",
                "remove-after-access +0, access-review -",
            ),
            (
                "struck, everything is back",
                "+1h venous-access peripheral as=v; +2h strike of=v",
                "remove-after-access -, access-review +2h, removal-target +12h",
            ),
            (
                "the removal ends it",
                "+1h venous-access peripheral; +2h remove",
                "remove-after-access -",
            ),
        ],
    );
}

#[test]
fn access_that_is_lost_undoes_that_and_asks_for_a_review() {
    table(
        ADULT,
        &[
            (
                "at once",
                "+30m venous-access peripheral; +90m venous-access-lost",
                "remove-after-access -, access-review +90m every=+0, removal-target +12h",
            ),
            (
                "never later than it was",
                "+30m venous-access peripheral; +3h venous-access-lost",
                "access-review +2h",
            ),
            (
                "also after a remove: then both are open",
                "+30m access-review remove; +1h venous-access peripheral; +90m venous-access-lost",
                "access-review +90m, removal +30m",
            ),
            (
                "a review ends that one",
                "+30m venous-access peripheral; +90m venous-access-lost; +100m access-review keep",
                "access-review +5h40m every=+4h",
            ),
            (
                "got again: from then",
                "+1h venous-access peripheral; +2h venous-access-lost; +3h venous-access peripheral",
                "remove-after-access +3h, access-review -",
            ),
            (
                "got, lost, got and lost",
                "+10m venous-access peripheral; +20m venous-access-lost; +30m venous-access central; +40m venous-access-lost",
                "remove-after-access -, access-review +20m",
            ),
            (
                "a loss of nothing does nothing",
                "+30m venous-access-lost",
                "access-review +2h",
            ),
            (
                "a struck loss never was",
                "+30m venous-access central; +40m venous-access-lost as=l; +41m strike of=l",
                "remove-after-access +30m, access-review -",
            ),
            (
                "a loss typed before it was got, but done after",
                "+40m venous-access-lost now=+50m; +30m venous-access central now=+51m",
                "remove-after-access -, access-review +40m",
            ),
        ],
    );
}

#[test]
fn keeping_it_in_with_access_asks_again_in_two_hours() {
    table(
        ADULT,
        &[
            (
                "with a reason, and the flag stays",
                "+1h venous-access peripheral; +90m access-review keep 'second line for blood'",
                "remove-after-access +3h30m, R7 amber",
            ),
            (
                "not without one",
                "+1h venous-access peripheral; +90m access-review keep",
                "remove-after-access +1h",
            ),
            (
                "nor with a blank one",
                "+1h venous-access peripheral; +90m access-review keep '  '",
                "remove-after-access +1h",
            ),
            (
                "again and again",
                "+1h venous-access peripheral; +90m access-review keep r; +4h access-review keep r",
                "remove-after-access +6h",
            ),
            (
                "not by a keep from before the access",
                "+30m access-review keep r; +1h venous-access central",
                "remove-after-access +1h",
            ),
            (
                "access lost and got anew counts anew",
                "+1h venous-access central; +90m access-review keep r; +2h venous-access-lost; +150m venous-access central",
                "remove-after-access +2h30m",
            ),
        ],
    );
}
