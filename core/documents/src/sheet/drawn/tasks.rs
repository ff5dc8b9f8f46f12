//! The tasks: a stroke where one fell due, a dot where it was done, and between them, to scale, how
//! late it was. What was not done has its cross at what ended it.

use marrow_engine::agenda::Status;
use marrow_engine::course::{How, Turn};
use marrow_engine::entry::Payload;
use marrow_engine::protocol::Schedule;
use marrow_engine::time::Ms;

use super::acts::{self, Act};
use super::drawing::{Drawing, PLOT};
use super::labels::{Area, Spot, width};
use super::svg::{INK, PAPER, Point, Shape, dashed, plain};
use super::symbols::Kind;
use super::{Ground, Span, said};
use crate::line::Line;

/// From a row's top to the line of its words and to its marks, and how high it is.
pub(super) const WORDS: f32 = 3.1;
pub(super) const MARKS: f32 = 5.95;
pub(super) const HEIGHT: f32 = 7.9;

/// A row of tasks.
pub(super) struct Row {
    id: &'static str,
    name: &'static str,
    steps: &'static [&'static str],
}

const CHECKS: Row = Row {
    id: "checks",
    name: "sheet.drawn.checks",
    steps: &["baseline-check", "first-check", "site-check", "post-removal-check"],
};
const REVIEWS: Row = Row {
    id: "reviews",
    name: "sheet.drawn.reviews",
    steps: &["access-review", "remove-after-access", "removal"],
};
const DISINFECTION: Row = Row {
    id: "disinfection",
    name: "sheet.drawn.disinfection",
    steps: &["disinfect"],
};
const FLUSH: Row = Row {
    id: "flush",
    name: "sheet.drawn.flush",
    steps: &["flush"],
};

pub(super) fn group(ground: &Ground<'_, '_>, span: &Span) -> Drawing {
    let mut drawing = Drawing::default();
    row(ground, span, &CHECKS, acts::checks(ground), &mut drawing);
    row(ground, span, &REVIEWS, acts::reviews(ground), &mut drawing);
    row(ground, span, &DISINFECTION, acts::disinfections(ground), &mut drawing);
    // Only where the policy asks for it.
    if turns(ground, &FLUSH).next().is_some() {
        row(ground, span, &FLUSH, acts::flushes(ground), &mut drawing);
    }
    drawing.end_group();
    drawing
}

pub(super) fn turns<'g>(ground: &'g Ground<'_, '_>, row: &'g Row) -> impl Iterator<Item = &'g Turn> {
    let turns = ground.sheet.input.course.turns.iter();
    turns.filter(|turn| row.steps.contains(&turn.step.as_str()))
}

fn row(ground: &Ground<'_, '_>, span: &Span, row: &Row, acts: Vec<Act>, drawing: &mut Drawing) {
    let top = drawing.height;
    drawing.name(ground.sheet.t(row.name), top + 3.9);
    let y = top + MARKS;
    if row.id == DISINFECTION.id {
        intervals(ground, span, &acts, y, drawing);
    }
    let here = || turns(ground, row).filter(|turn| span.meets(turn.due_at, until(ground, turn)));
    here().for_each(|turn| bar(ground, span, turn, y, drawing));
    for act in acts.iter().filter(|act| span.holds(act.at)) {
        put(row, act.kind, (span.x(act.at), y), act.clock.clone(), drawing);
    }
    here().for_each(|turn| end(ground, span, row, turn, y, drawing));
    let coming = to_come(ground, span, row);
    for at in &coming {
        put(row, Kind::ToCome, (span.x(*at), y), ground.clock(*at), drawing);
    }
    if here().next().is_none() && coming.is_empty() && !acts.iter().any(|act| span.holds(act.at)) {
        let nothing = ground.sheet.say("sheet.drawn.nothing-here");
        drawing.say_over(nothing, Spot::right(PLOT.0 + 3.4, y + 1.35));
    }
    let mut words = said::of_turns(ground, span, row);
    words.extend(said::of_acts(span, &acts));
    words.extend(said::of_coming(ground, span, &coming));
    let foot = said::place(ground, words, top, drawing);
    drawing.end_row(foot);
}

fn put(row: &Row, kind: Kind, at: Point, what: String, drawing: &mut Drawing) {
    drawing.mark(row.id, kind, at, what);
    drawing.take_mark(kind, at);
}

/// Until when a turn is drawn: its end, else now.
pub(super) fn until(ground: &Ground<'_, '_>, turn: &Turn) -> Ms {
    turn.ended.map_or(ground.last, |ended| ended.at)
}

/// Fell due before it ended, or before now.
pub(super) fn was_due(ground: &Ground<'_, '_>, turn: &Turn) -> bool {
    turn.due_at <= until(ground, turn)
}

fn bar(ground: &Ground<'_, '_>, span: &Span, turn: &Turn, y: f32, drawing: &mut Drawing) {
    if !was_due(ground, turn) {
        return;
    }
    let height = match turn.status {
        Status::Upcoming | Status::Due => 0.0,
        Status::Late => 0.7,
        Status::Overdue => 1.4,
        Status::LongOverdue => 2.4,
    };
    let (from, to) = (span.within(turn.due_at), span.within(until(ground, turn)));
    if height > 0.0 && to > from {
        drawing.over(Shape::rect((from, y - height / 2.0), to - from, height, INK, None));
        drawing.take(Area {
            left: from,
            top: y - height / 2.0,
            right: to,
            bottom: y + height / 2.0,
        });
    }
    if span.holds(turn.due_at) {
        drawing.over(Shape::line((from, y - 1.9), (from, y + 1.9), plain(0.3)));
        drawing.take(Area {
            left: from - 0.3,
            top: y - 1.9,
            right: from + 0.3,
            bottom: y + 1.9,
        });
    }
}

/// The mark of a turn that ended otherwise than by being done; that of a removal, which no row has.
fn end(ground: &Ground<'_, '_>, span: &Span, row: &Row, turn: &Turn, y: f32, drawing: &mut Drawing) {
    let Some(ended) = turn.ended.filter(|ended| span.holds(ended.at)) else {
        return;
    };
    let by = &ground.sheet.entries()[ended.by];
    let kind = match ended.how {
        How::Skipped => Kind::Skipped,
        How::NotDone if was_due(ground, turn) => Kind::NotDone,
        How::Done if matches!(by.payload(), Some(Payload::Remove(_))) => Kind::Done,
        _ => return,
    };
    let at = (span.x(ended.at), y);
    let what = format!("{} {}", ground.clock(ended.at), turn.step);
    if !drawing
        .symbols
        .iter()
        .any(|symbol| symbol.kind == kind && symbol.at == at)
    {
        put(row, kind, at, what, drawing);
    }
}

/// What is still to come in this strip: the open turns, and the slots after an open one.
fn to_come(ground: &Ground<'_, '_>, span: &Span, row: &Row) -> Vec<Ms> {
    let mut coming: Vec<Ms> = Vec::new();
    for turn in turns(ground, row).filter(|turn| turn.ended.is_none()) {
        coming.push(turn.due_at);
        let protocol = &ground.sheet.look.timeline.case.protocol;
        let anchor = turn
            .from
            .map(|from| ground.sheet.happened_at(&ground.sheet.entries()[from]));
        if let (Some(Schedule::Slots { at, .. }), Some(anchor)) =
            (protocol.step(&turn.step).map(|step| &step.schedule), anchor)
        {
            let later = at.iter().map(|offset| anchor + offset).filter(|at| *at > turn.due_at);
            coming.extend(later);
        }
    }
    coming.retain(|at| *at > ground.last && span.holds(*at) && !ground.sheet.is_closed());
    coming.sort_unstable();
    coming.dedup();
    coming
}

/// How long it was from one to the next: a thin line with the time on it.
fn intervals(ground: &Ground<'_, '_>, span: &Span, acts: &[Act], y: f32, drawing: &mut Drawing) {
    let standing: Vec<&Act> = acts.iter().filter(|act| act.kind != Kind::Struck).collect();
    for pair in standing.windows(2) {
        let [one, next] = pair else { continue };
        if !span.meets(one.at, next.at) || one.at == next.at {
            continue;
        }
        let about = [one, next].iter().any(|act| act.kind == Kind::DoneAbout);
        let (from, to) = (span.within(one.at) + 1.1, span.within(next.at) - 1.1);
        if to <= from {
            continue;
        }
        let stroke = if about { dashed(0.2, ".8 .6") } else { plain(0.2) };
        drawing.under(Shape::line((from, y), (to, y), stroke));
        let about = if about { "≈ " } else { "" };
        let long = Line::say(format!("{about}{}", ground.sheet.times.span(next.at - one.at)));
        let (middle, wide) = ((from + to) / 2.0, width(&long));
        if to - from > wide + 2.0 && drawing.place(&long, &[Spot::middle(middle, y + 1.35)]) {
            drawing.over(Shape::rect(
                (middle - wide / 2.0 - 0.4, y - 1.8),
                wide + 0.8,
                3.6,
                PAPER,
                None,
            ));
        }
    }
}
