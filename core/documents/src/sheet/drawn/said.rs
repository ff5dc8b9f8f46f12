//! What is said of the tasks: "+34 min", "not done", "due 03:21", each where it finds room.

use std::collections::BTreeMap;

use marrow_engine::agenda::Status;
use marrow_engine::course::{How, Turn};
use marrow_engine::entry::Payload;
use marrow_engine::time::Ms;

use super::acts::Act;
use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, cut, width};
use super::tasks::{HEIGHT, MARKS, Row, WORDS, turns, until, was_due};
use super::{Ground, Span};
use crate::line::Line;

/// Words that want a place, the places in the row's line first, and whether they may be counted instead.
pub(super) struct Said {
    line: Line,
    xs: Vec<(f32, bool)>,
    /// Where it may stand beside the marks.
    beside: Option<f32>,
    counted: bool,
}

pub(super) fn of_turns(ground: &Ground<'_, '_>, span: &Span, row: &Row) -> Vec<Said> {
    let sheet = ground.sheet;
    let mut said: Vec<Said> = Vec::new();
    let late = |turn: &&Turn| turn.status >= Status::Late && was_due(ground, turn);
    // Of turns that one entry ended, the longest wait is named.
    let mut longest: BTreeMap<Option<usize>, (Ms, &str)> = BTreeMap::new();
    for turn in turns(ground, row).filter(late) {
        let own = (turn.due_at, turn.step.as_str());
        let first = longest.entry(turn.ended.map(|ended| ended.by)).or_insert(own);
        *first = own.min(*first);
    }
    // What goes on through a whole strip is named where it began and where it ends.
    let named_here = |turn: &&Turn| {
        let end = until(ground, turn);
        span.holds(turn.due_at) || span.holds(end) || (end == span.end && end == ground.last)
    };
    for turn in turns(ground, row).filter(named_here) {
        let end = until(ground, turn);
        let named = longest.get(&turn.ended.map(|ended| ended.by));
        let is_late = late(&turn) && named == Some(&(turn.due_at, turn.step.as_str()));
        if late(&turn) && !is_late {
            continue;
        }
        let how = turn.ended.map(|ended| ended.how);
        let long = Line::say(format!("+{}", sheet.times.span(end - turn.due_at)));
        let by = turn.ended.map(|ended| sheet.entries()[ended.by].payload());
        let out = matches!(by, Some(Some(Payload::Remove(_))));
        let line = match how {
            Some(How::Done) if is_late => {
                if out {
                    sheet.fill("sheet.drawn.task.out", &[("long", long)])
                } else {
                    long
                }
            }
            Some(How::Skipped) => sheet.say("sheet.drawn.task.skipped"),
            Some(How::NotDone) if was_due(ground, turn) => sheet.say("sheet.drawn.task.not-done"),
            None if is_late => sheet.fill("sheet.drawn.task.open", &[("long", long)]),
            None if was_due(ground, turn) && !late(&turn) && !sheet.is_closed() => {
                let when = Line::say(ground.clock(turn.due_at));
                sheet.fill("sheet.drawn.task.due", &[("list", when)])
            }
            _ => continue,
        };
        let line = if turn.status >= Status::Overdue {
            line.strong()
        } else {
            line
        };
        let (from, to) = (span.within(turn.due_at), span.within(end));
        said.push(Said {
            line,
            xs: match how {
                Some(How::Done) if out => vec![(to + 0.9, true), (to - 1.0, false)],
                Some(How::Done) => vec![(to - 1.0, false), (from - 0.2, true), (to + 0.6, true)],
                _ => vec![(from - 0.2, true), (to - 1.4, false), (to + 0.6, true)],
            },
            beside: Some(to + 2.2),
            counted: true,
        });
    }
    said
}

pub(super) fn of_acts(span: &Span, acts: &[Act]) -> Vec<Said> {
    let here = acts.iter().filter(|act| span.holds(act.at));
    here.filter_map(|act| {
        let x = span.x(act.at);
        Some(Said {
            line: act.word.clone()?,
            xs: vec![(x + 0.6, true), (x + 1.0, false)],
            beside: Some(x + 2.2),
            counted: false,
        })
    })
    .collect()
}

/// "due 03:21, 03:51"; what lies beyond the last hour is named too.
pub(super) fn of_coming(ground: &Ground<'_, '_>, span: &Span, coming: &[Ms]) -> Option<Said> {
    let first = coming.first()?;
    let list: Vec<String> = coming.iter().map(|at| ground.clock(*at)).collect();
    let list = Line::say(list.join(", "));
    let line = ground.sheet.fill("sheet.drawn.task.due", &[("list", list)]);
    Some(Said {
        line,
        xs: vec![(span.x(*first) - 0.8, true), (PLOT.1 - 0.6, false)],
        beside: None,
        counted: false,
    })
}

/// Places words above the marks, else below them, else counts them; how high the row has become.
pub(super) fn place(ground: &Ground<'_, '_>, words: Vec<Said>, top: f32, drawing: &mut Drawing) -> f32 {
    let (above, below) = (top + WORDS, top + MARKS + 4.9);
    let mut height = HEIGHT;
    let mut counted = 0;
    for said in words {
        let line = cut(&said.line, PLOT.1 - PLOT.0 - 2.0);
        let at = |y: f32| {
            said.xs
                .iter()
                .map(move |(x, right)| if *right { Spot::right(*x, y) } else { Spot::left(*x, y) })
        };
        let beside = said.beside.map(|x| Spot::right(x, top + MARKS + 1.35));
        let spots: Vec<Spot> = at(above).chain(beside).collect();
        if drawing.place_within(&line, &spots, (PLOT.0 - 0.3, PLOT.1)) {
            continue;
        }
        let free = (0..2)
            .map(|n| (n, at(below + LEADING * n as f32).collect::<Vec<_>>()))
            .find(|(_, spots)| drawing.place_within(&line, spots, (PLOT.0 - 0.3, PLOT.1)));
        match free {
            Some((n, _)) => height = height.max(MARKS + 6.2 + LEADING * n as f32),
            None if said.counted => counted += 1,
            None => {
                height = height.max(MARKS + 6.2 + LEADING * 2.0);
                let y = below + LEADING * 2.0;
                let room = (PLOT.0, PLOT.1);
                let wide = width(&line);
                let _ = drawing.place_within(
                    &line,
                    &[Spot::left(room.1 - 0.6, y), Spot::right(room.1 - wide, y)],
                    room,
                );
            }
        }
    }
    if counted > 0 {
        let y = top + height + 2.4;
        let more = ground
            .sheet
            .fill("sheet.drawn.task.more", &[("n", Line::say(counted.to_string()))]);
        drawing.say_over(more, Spot::left(PLOT.1 - 0.6, y));
        height += LEADING;
    }
    height
}
