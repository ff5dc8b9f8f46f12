//! The hours of a strip, above and below, and the moments that a line goes through all rows for.

use marrow_engine::entry::Payload;
use marrow_engine::time::{Ms, SECOND, Shown};
use marrow_engine::vocabulary::Precision;

use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, width};
use super::scale::turns;
use super::svg::{GRID, MIDNIGHT, Shape, Stroke, dashed, inked, plain};
use super::{Ground, Span};
use crate::line::Line;

/// A moment with a line of its own.
struct Moment {
    at: Ms,
    stroke: Stroke,
    label: Line,
    /// 0: the needle in and out; 1: hands and the sheet; 2: clocks, left of their line.
    rank: u8,
}

/// The hours above the rows.
pub(super) fn above(ground: &Ground<'_, '_>, span: &Span) -> Drawing {
    let mut drawing = Drawing::default();
    let mut moments = moments(ground, span);
    // Who comes first has the better place.
    moments.sort_by_key(|moment| (moment.rank, moment.at));
    let mut lines = 1;
    for moment in &moments {
        let x = span.x(moment.at);
        let line = (0..).find(|line| {
            let y = 3.6 + LEADING * *line as f32;
            let mut spots = [Spot::right(x + 0.9, y), Spot::left(x - 0.9, y)];
            if moment.rank > 1 {
                spots.reverse();
            }
            drawing.place(&moment.label, &spots) || width(&moment.label) > PLOT.1 - PLOT.0
        });
        lines = lines.max(line.unwrap_or(0) + 1);
    }
    let hours = 3.9 + LEADING * lines as f32;
    drawing.say(Line::say(days(ground, span)), Spot::right(0.0, 3.6));
    let minutes = Line::say(span.minutes().to_string());
    let scale = ground.sheet.fill("sheet.drawn.scale", &[("min", minutes)]);
    drawing.say(scale, Spot::right(0.0, hours));
    numbers(ground, span, hours, &mut drawing);
    drawing.height = hours + 1.2;
    ticks(span, drawing.height, 1.1, &mut drawing);
    drawing
}

/// The hours below them.
pub(super) fn below(ground: &Ground<'_, '_>, span: &Span) -> Drawing {
    let mut drawing = Drawing::default();
    ticks(span, 0.0, -1.1, &mut drawing);
    numbers(ground, span, 4.3, &mut drawing);
    drawing.height = 4.7;
    drawing
}

/// What goes through all rows, from `top` to `bottom`.
pub(super) fn grid(ground: &Ground<'_, '_>, span: &Span, (top, bottom): (f32, f32), drawing: &mut Drawing) {
    let at = |at: Ms| vec![(span.x(at), top), (span.x(at), bottom)];
    let midnight = |hour: &Ms| Shown::at(*hour, offset_at(ground, span, *hour)).hour == 0;
    let hours: Vec<Ms> = span.hours().collect();
    drawing.under(Shape::Lines(hours.iter().copied().map(at).collect(), inked(0.12, GRID)));
    let midnights: Vec<_> = hours.iter().copied().filter(midnight).map(at).collect();
    if !midnights.is_empty() {
        drawing.under(Shape::Lines(midnights, inked(0.3, MIDNIGHT)));
    }
    for moment in moments(ground, span) {
        let x = span.x(moment.at);
        drawing.under(Shape::line((x, 1.0), (x, bottom), moment.stroke));
    }
}

fn ticks(span: &Span, y: f32, length: f32, drawing: &mut Drawing) {
    drawing.over(Shape::line((PLOT.0, y), (PLOT.1, y), plain(0.35)));
    let ticks = span
        .hours()
        .map(|hour| vec![(span.x(hour), y), (span.x(hour), y + length)]);
    drawing.over(Shape::Lines(ticks.collect(), plain(0.3)));
}

/// The offset that the clocks of this strip's hours show.
fn offset_at(ground: &Ground<'_, '_>, span: &Span, at: Ms) -> i32 {
    let turns = turns(&ground.sheet.times, span);
    let last = turns.iter().rfind(|turn| turn.latest <= at);
    last.map_or_else(|| ground.sheet.times.offset_at(at), |turn| turn.after_s)
}

/// The hours' numbers: midnight bold, a change of the clocks as "03→02".
fn numbers(ground: &Ground<'_, '_>, span: &Span, y: f32, drawing: &mut Drawing) {
    let hour = |at: Ms, offset: i32| format!("{:02}", Shown::at(at, offset).hour);
    let turns = turns(&ground.sheet.times, span);
    for turn in &turns {
        let at = turn.latest;
        let text = Line::say(format!("{}→{}", hour(at, turn.before_s), hour(at, turn.after_s))).strong();
        drawing.place_within(&text, &[Spot::middle(span.x(at), y)], (0.0, PLOT.1 + 4.0));
    }
    for at in span.hours().filter(|at| turns.iter().all(|turn| turn.latest != *at)) {
        let offset = offset_at(ground, span, at);
        let text = Line::say(hour(at, offset));
        let text = if hour(at, offset) == "00" { text.strong() } else { text };
        drawing.place_within(&text, &[Spot::middle(span.x(at), y)], (0.0, PLOT.1 + 4.0));
    }
}

/// "4 Mar 2026", "24–25 Oct 2026", "31 Oct–1 Nov 2026".
fn days(ground: &Ground<'_, '_>, span: &Span) -> String {
    let times = &ground.sheet.times;
    let (first, last) = (span.start, span.end.min(ground.last).max(span.start + 1) - 1);
    let until = times.day(last, offset_at(ground, span, last));
    let Some(from) = times.other_day(first, offset_at(ground, span, first), last) else {
        return until;
    };
    let month = |day: &str| day.split(' ').nth(1).map(str::to_owned);
    let from = if month(&from) == month(&until) {
        from.split(' ').next().unwrap_or_default().to_owned()
    } else {
        from
    };
    format!("{from}–{until}")
}

/// The moments of a strip, in time.
fn moments(ground: &Ground<'_, '_>, span: &Span) -> Vec<Moment> {
    let sheet = ground.sheet;
    let timeline = &sheet.look.timeline;
    let mut moments = Vec::new();
    let mut add = |rank: u8, at: Ms, stroke: Stroke, label: Line| {
        moments.push(Moment {
            at,
            stroke,
            label,
            rank,
        });
    };
    if let Some(mark) = timeline.insertion {
        let folded = timeline.entry(mark);
        let exact = folded.precision == Precision::Exact;
        let about = if exact { "" } else { "≈ " };
        let when = Line::say(format!("{about}{}", ground.clock_of(folded)));
        let stroke = if exact { plain(0.3) } else { dashed(0.3, ".9 .7") };
        // A time that is not exact says itself that it is the first.
        let label = if exact {
            sheet.fill("sheet.drawn.in", &[("when", when)])
        } else {
            when
        };
        add(0, mark.at, stroke, label);
    }
    for (at, key, clock) in handovers(ground) {
        add(
            1,
            at,
            dashed(0.2, ".5 .8"),
            sheet.fill(key, &[("when", Line::say(clock))]),
        );
    }
    if let Some(mark) = timeline.removal {
        let when = Line::say(ground.clock_of(timeline.entry(mark)));
        add(
            0,
            mark.at,
            plain(0.55),
            sheet.fill("sheet.drawn.out", &[("when", when)]).strong(),
        );
    }
    for turn in turns(&sheet.times, span) {
        let long = Line::say(sheet.times.span(Ms::from(turn.after_s - turn.before_s) * SECOND));
        let key = match (turn.after_s > turn.before_s, turn.earliest < turn.latest) {
            (true, false) => "sheet.drawn.clocks.on",
            (true, true) => "sheet.drawn.clocks.on-by",
            (false, false) => "sheet.drawn.clocks.back",
            (false, true) => "sheet.drawn.clocks.back-by",
        };
        add(
            2,
            turn.latest,
            dashed(0.45, "1.6 .8"),
            sheet.fill(key, &[("long", long)]).strong(),
        );
    }
    if let Some(made) = ground.made {
        let when = Line::say(ground.clock(made));
        add(
            1,
            made,
            dashed(0.3, ".5 .6"),
            sheet.fill("sheet.drawn.made", &[("when", when)]),
        );
    }
    moments.retain(|moment| span.holds(moment.at) || (moment.at == span.end && moment.at == ground.last));
    moments.sort_by_key(|moment| moment.at);
    moments
}

/// When the case changed hands: where that was accepted, else where it was given.
fn handovers(ground: &Ground<'_, '_>) -> Vec<(Ms, &'static str, String)> {
    let entries = ground.sheet.entries().iter().filter(|folded| folded.stands());
    let mut accepted = Vec::new();
    let mut given = Vec::new();
    for folded in entries {
        let at = ground.sheet.happened_at(folded);
        match folded.payload() {
            Some(Payload::GiveHandover(_)) => given.push((at, ground.clock_of(folded))),
            Some(Payload::AcceptHandover(_)) => accepted.push((at, ground.clock_of(folded))),
            _ => {}
        }
    }
    accepted.sort();
    let mut moments: Vec<(Ms, &'static str, String)> = Vec::new();
    for (at, clock) in given {
        let found = accepted.iter().find(|(accepted, _)| *accepted >= at);
        moments.push(match found {
            Some((at, clock)) => (*at, "sheet.drawn.handover", clock.clone()),
            None => (at, "sheet.drawn.handover.waits", clock),
        });
    }
    moments.sort();
    moments.dedup();
    moments
}
