//! The engine: tasks, flags and plan of a ward; the fold of a long case; its sheet.

#![allow(clippy::expect_used, reason = "a bench that cannot go on says so")]

mod shared;

use marrow::engine::assess::{Context, assess};
use marrow::engine::course::course;
use marrow::engine::entry::Entry;
use marrow::engine::flags::{Neighbour, Phone};
use marrow::engine::fold::timeline::Timeline;
use marrow::engine::fold::{Arrival, CaseState, Frame, fold};
use marrow::engine::protocol::Protocols;
use marrow::engine::reminders::PlatformCaps;
use marrow::engine::text::Lang;
use marrow_store::Store;
use shared::figures::{Goal, Goes, Table};
use shared::ward;

fn main() {
    let mut table = Table::new();
    for cases in [50, 100, 200, 500] {
        ward_of(cases, &mut table);
    }
    long_case(&mut table);
    table.print();
}

/// Everything that a phone works out when something changed: tasks and flags of each case, and the plan.
fn ward_of(cases: usize, table: &mut Table) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("care.db");
    ward::make(&path, cases, 200);
    let (mut marrow, now, caps) = (ward::open(&path), ward::now(), PlatformCaps::android());
    let goes = 20_000 / cases;
    let nothing = || ();
    let looks = Goes::of(goes, nothing, |()| {
        marrow.with_cases(&now, |looks| looks.len()).expect("looks")
    });
    let plans = Goes::of(goes, nothing, |()| {
        marrow.reminders(&caps, Lang::En, &now).expect("a plan")
    });
    let boards = Goes::of(goes, nothing, |()| marrow.board(Lang::En, &now).expect("a board"));
    let goal = if cases == 50 { Goal::Most(2.0) } else { Goal::None };
    table.time(
        &format!("tasks, flags, plan: {cases} cases of 200 entries"),
        &plans,
        Some(&looks),
        goal,
    );
    let each = plans.median().as_secs_f64() * 1e6 / cases as f64;
    table.row(&format!("  of these, each case: {cases}"), each, "us", None, Goal::None);
    table.time(&format!("board: {cases} cases"), &boards, Some(&looks), Goal::None);
}

fn arrivals(store: &Store) -> Vec<Arrival> {
    let mut arrivals = Vec::new();
    store
        .all_entries(|stored| {
            arrivals.push(Arrival {
                entry: Entry::read(&stored.bytes).expect("an entry").into(),
                received_at_ms: stored.received_at_ms,
                shift_ms: stored.clock_offset_ms,
            });
        })
        .expect("the log reads");
    arrivals
}

/// One case of 300 entries.
fn long_case(table: &mut Table) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("care.db");
    ward::make(&path, 1, 300);
    let arrivals = arrivals(&Store::open_existing(&path, &ward::key()).expect("the store opens"));
    assert_eq!(arrivals.len(), 300);
    let protocols = Protocols::shipped();
    let bytes: Vec<Vec<u8>> = arrivals.iter().map(|a| a.entry.bytes()).collect();

    let read = Goes::of(
        300,
        || bytes.clone(),
        |bytes| bytes.iter().map(|bytes| Entry::read(bytes)).collect::<Vec<_>>(),
    );
    let folds = Goes::of(
        300,
        || arrivals.clone(),
        |arrivals| fold(ward::case(0), arrivals, &protocols),
    );
    let state: CaseState = fold(ward::case(0), arrivals.clone(), &protocols);
    let now = ward::now();
    let (frame, phone) = (Frame::default(), Phone::default());
    let timelines = Goes::of(300, || (), |()| Timeline::read(&state, frame));
    let neighbours = [Neighbour::of(&Timeline::read(&state, frame))];
    let context = Context {
        frame,
        now: now.wall_ms,
        neighbours: &neighbours,
        phone,
    };
    let looks = Goes::of(300, || (), |()| assess(&state, &context));
    let courses = Goes::of(100, || (), |()| course(&state, &context));
    let mut marrow = ward::open(&path);
    let cases = Goes::of(
        100,
        || (),
        |()| marrow.case(ward::case(0), Lang::En, &now).expect("a case"),
    );
    let sheets = Goes::of(
        100,
        || (),
        |()| marrow.sheet(ward::case(0), Lang::En, &now, false).expect("a sheet"),
    );

    table.time("read and hash 300 entries", &read, None, Goal::None);
    table.time("fold of 300 entries", &folds, Some(&read), Goal::Most(1.0));
    table.time("timeline of 300 entries", &timelines, Some(&folds), Goal::None);
    table.time("look at 300 entries", &looks, Some(&folds), Goal::None);
    table.time("course of 300 entries", &courses, Some(&looks), Goal::None);
    table.time("screen of a case of 300 entries", &cases, Some(&looks), Goal::None);
    table.time("sheet of 300 entries", &sheets, Some(&cases), Goal::Most(10.0));
}
