//! Doing the same to many things, on as many of the phone's cores as help.

use std::{panic, thread};

/// More threads than this share the work of opening no further.
const MOST: usize = 4;
/// Below so many things a thread costs more than it saves.
const WORTH_SHARING: usize = 8;

/// What `f` makes of each, in their order.
pub(crate) fn map<T: Send, R: Send>(things: Vec<T>, f: impl Fn(T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(MOST);
    if cores == 1 || things.len() < WORTH_SHARING {
        return things.into_iter().map(f).collect();
    }
    let share = things.len().div_ceil(cores);
    let mut things = things.into_iter();
    let mut shares = Vec::with_capacity(cores);
    loop {
        let some: Vec<T> = things.by_ref().take(share).collect();
        if some.is_empty() {
            break;
        }
        shares.push(some);
    }
    thread::scope(|scope| {
        let f = &f;
        let own = shares.pop();
        let others: Vec<_> = shares
            .into_iter()
            .map(|some| scope.spawn(move || some.into_iter().map(f).collect::<Vec<R>>()))
            .collect();
        let own: Vec<R> = own.into_iter().flatten().map(f).collect();
        let others = others
            .into_iter()
            .flat_map(|other| other.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        others.collect::<Vec<R>>().into_iter().chain(own).collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_order_stays_and_none_is_lost() {
        for many in [0, 1, 7, 8, 9, 50, 101] {
            let doubled = super::map((0..many).collect(), |n: usize| 2 * n);
            assert_eq!(doubled, (0..many).map(|n| 2 * n).collect::<Vec<_>>());
        }
    }
}
