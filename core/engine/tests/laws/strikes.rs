//! A struck entry counts for nothing, and an entry that cannot be read changes nothing.

use marrow_engine::entry::Payload;
use marrow_engine::time::HOUR;
use proptest::prelude::*;

use crate::acts::{Act, acts, patient};
use crate::world::{World, told};

fn all_told(world: &World) -> Vec<String> {
    [1, 13, 26, 50]
        .map(|hours| told(&world.bench.look('A', hours * HOUR)))
        .to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_strike_makes_an_entry_a_mere_remark(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        pick in any::<prop::sample::Index>(),
    ) {
        let says: Vec<usize> = (0..acts.len()).filter(|i| acts[*i].says()).collect();
        prop_assume!(!says.is_empty());
        let chosen = *pick.get(&says);
        // What else is done to that entry goes: it would be written in one of the two worlds only.
        let acts: Vec<Act> = acts.into_iter().map(|act| if act.about() == Some(chosen) { Act::NOTHING } else { act }).collect();
        let mut struck = World::of(patient, &acts);
        let id = struck.written[chosen].unwrap();
        struck.meet();
        let strike = serde_json::json!({ "entry": id.to_string() });
        let strike = Payload::from_json("strike", strike.as_object().cloned().unwrap()).unwrap();
        struck.write('A', 99 * HOUR, strike);
        let mut never = World::without(patient, &acts, Some(chosen));
        never.meet();
        prop_assert_eq!(all_told(&struck), all_told(&never));
    }

    #[test]
    fn on_one_phone_it_is_as_if_it_had_never_been(
        patient in patient(),
        acts in prop::collection::vec(prop_oneof![acts(1)], 1..2),
        pick in any::<prop::sample::Index>(),
    ) {
        let says: Vec<Act> = acts.concat().into_iter().filter(Act::says).collect();
        prop_assume!(!says.is_empty());
        let chosen = pick.index(says.len());
        let mut struck = World::of(patient, &says);
        let id = struck.written[chosen].unwrap();
        let strike = serde_json::json!({ "entry": id.to_string() });
        let strike = Payload::from_json("strike", strike.as_object().cloned().unwrap()).unwrap();
        struck.write('A', 99 * HOUR, strike);
        let mut fewer = says.clone();
        fewer.remove(chosen);
        prop_assert_eq!(all_told(&struck), all_told(&World::of(patient, &fewer)));
    }

    #[test]
    fn a_reinstatement_undoes_a_strike(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        pick in any::<prop::sample::Index>(),
    ) {
        let mut world = World::of(patient, &acts);
        world.meet();
        let standing: Vec<_> = {
            let state = world.bench.state('A').unwrap();
            state.entries.iter().filter(|f| f.stands() && f.payload().is_some()).map(|f| f.entry.id).collect()
        };
        let before = all_told(&world);
        let entry = serde_json::json!({ "entry": pick.get(&standing).to_string() });
        for kind in ["strike", "reinstate"] {
            let payload = Payload::from_json(kind, entry.as_object().cloned().unwrap()).unwrap();
            world.write('A', 99 * HOUR, payload);
        }
        prop_assert_eq!(all_told(&world), before);
    }

    #[test]
    fn an_entry_of_a_later_version_changes_nothing(
        patient in patient(),
        acts in (1..=3_usize).prop_flat_map(acts),
        hours in -1..30_i64,
        kind in prop_oneof![Just((999_u16, 1_u16)), (1..40_u16, 2..9_u16).boxed(), (67..60_000_u16, 1..9_u16).boxed()],
    ) {
        let mut world = World::of(patient, &acts);
        world.meet();
        let before = all_told(&world);
        let id = world.unknown('A', hours * HOUR, kind.0, kind.1).unwrap();
        prop_assert_eq!(all_told(&world), before);
        let state = world.bench.state('A').unwrap();
        prop_assert!(state.entries.iter().any(|f| f.entry.id == id && f.payload().is_none()), "and is kept");
    }
}
