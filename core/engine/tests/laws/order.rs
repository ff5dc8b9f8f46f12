//! The fold is a function of the set of entries.

use marrow_engine::assess::{Context, assess};
use marrow_engine::flags::Phone;
use marrow_engine::fold::{Arrival, Frame, fold};
use marrow_engine::time::HOUR;
use proptest::prelude::*;

use crate::acts::{acts, patient};
use crate::support::script::case_id;
use crate::support::{T0, shipped};
use crate::world::World;

/// Everything that is worked out of these entries, as text.
fn all_of(arrivals: Vec<Arrival>) -> String {
    let state = fold(case_id(1), arrivals, shipped());
    let mut text = format!(
        "{:?} {:?} {:?} {} {:?}\n",
        state.heads(),
        state.forks,
        state.gaps,
        state.foreign_protocol,
        state.pins.iter().map(|(i, _)| i).collect::<Vec<_>>()
    );
    for f in &state.entries {
        text += &format!(
            "{} {} {:?} {:?} {:?} {:?} {:?}\n",
            f.entry.id,
            f.received_at_ms,
            f.payload().cloned(),
            f.when,
            f.precision,
            f.struck_by,
            f.amended_by
        );
    }
    for now in [1, 13, 23, 26] {
        let context = Context {
            frame: Frame::default(),
            now: T0 + now * HOUR,
            neighbours: &[],
            phone: Phone::default(),
        };
        let look = assess(&state, &context);
        let timeline = &look.timeline;
        text += &format!("{:?}\n{:?}\n{:?}\n", look.tasks, look.flags, look.limit);
        text += &format!(
            "{:?}\n{:?}\n{:?}\n",
            timeline.happenings, timeline.products, timeline.pressings
        );
        text += &format!(
            "{:?} {:?} {:?} {:?}\n",
            timeline.patient,
            timeline.age,
            timeline.now,
            timeline.phase()
        );
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_arrival_and_any_number_of_copies_give_the_same_state(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        keys in prop::collection::vec(any::<u32>(), 120),
        copies in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let record = World::of(patient, &acts).record();
        let mut shuffled = record.clone();
        for copy in &copies {
            let mut again = copy.get(&record).clone();
            again.received_at_ms += 5;
            again.shift_ms += 7;
            shuffled.push(again);
        }
        let mut order: Vec<(u32, Arrival)> =
            shuffled.into_iter().enumerate().map(|(i, a)| (keys[i % keys.len()], a)).collect();
        order.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Arrival> = order.into_iter().map(|(_, a)| a).collect();
        let expected = all_of(record);
        prop_assert_eq!(all_of(shuffled.clone()), expected.clone());
        prop_assert_eq!(all_of(shuffled.into_iter().rev().collect()), expected);
    }

    #[test]
    fn phones_that_have_everything_tell_the_same(patient in patient(), acts in acts(3)) {
        let mut bench = World::of(patient, &acts).bench;
        bench.run("A>B; B>C; C>B; C>A; B>A");
        let ids = |phone| {
            let state = bench.state(phone).unwrap();
            state.entries.into_iter().map(|f| (f.entry.id, f.payload().cloned(), f.when, f.struck_by, f.amended_by)).collect::<Vec<_>>()
        };
        prop_assert_eq!(ids('A'), ids('B'));
        prop_assert_eq!(ids('B'), ids('C'));
        for hours in [2, 25] {
            let told = |phone| crate::world::told(&bench.look(phone, hours * HOUR));
            prop_assert_eq!(told('A'), told('B'));
            prop_assert_eq!(told('B'), told('C'));
        }
    }
}
