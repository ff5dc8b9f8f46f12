//! What is refused for its time: nothing is recorded ahead, and what arrives is never refused for it.

use crate::support::{ADULT, refusals};

#[test]
fn r22_a_time_in_the_future() {
    refusals(
        ADULT,
        &[
            ("60 s ahead is a slow clock", "", "+2h+1m look now=+2h", "-"),
            (
                "a millisecond more is the future",
                "",
                "+2h+1m+1ms look now=+2h",
                "R22/future-time",
            ),
            ("for every kind", "", "+3h note x now=+2h", "R22/future-time"),
            (
                "an amendment into the future",
                "+1h look as=c",
                "+2h amend of=c at=+2h+1m+1ms",
                "R22/future-time",
            ),
            (
                "an amendment to 60 s ahead",
                "+1h look as=c",
                "+2h amend of=c at=+2h+1m",
                "-",
            ),
            ("more than a day ago is taken", "", "-5m note x now=+40h", "-"),
            ("what arrives is never refused for it", "", "+99d look! now=+2h", "-"),
        ],
    );
    refusals(
        "",
        &[("an opening, too", "", "+1h open-case alias=x now=+0", "R22/future-time")],
    );
}
