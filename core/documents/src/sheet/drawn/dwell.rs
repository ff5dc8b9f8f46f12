//! How long the needle has been in, as a length: from the insertion to its limit, and past it.

use marrow_engine::agenda::DwellLimit;
use marrow_engine::fold::timeline::Mark;
use marrow_engine::protocol::Unit;
use marrow_engine::time::{HOUR, MINUTE, Ms};
use marrow_engine::vocabulary::Precision;

use super::drawing::{Drawing, LEADING, PLOT};
use super::labels::{Spot, cut, width};
use super::scale::Span;
use super::svg::{INK, PAPER, Shape, dashed, plain};
use super::{Ground, done};
use crate::line::Line;
use crate::sheet::words::decimal;

/// What a millimetre may stand for, the closest first.
const SCALES: &[Ms] = &[5, 10, 15, 20, 30, 60, 120, 240, 480, 1_440];
/// How high the bar is.
const BAR: f32 = 5.0;

/// The bar of one dwelling.
struct Dwell<'g, 's, 'a> {
    ground: &'g Ground<'s, 'a>,
    limit: &'g DwellLimit,
    mark: Mark,
    /// When it came out, else now.
    end: Ms,
    out: Option<Mark>,
    span: Span,
}

/// The bar, where there is an insertion; and what it shows, in words.
pub(super) fn drawing(ground: &Ground<'_, '_>) -> Option<(Drawing, String)> {
    let timeline = &ground.sheet.look.timeline;
    let mark = timeline.insertion?;
    let limit = ground.limit.as_ref()?;
    let out = timeline.removal;
    let end = out.map_or(ground.last, |out| out.at).max(mark.at);
    let needed = (limit.at.max(end) - mark.at) as f64 / f64::from(PLOT.1 - PLOT.0);
    let minutes = SCALES.iter().find(|minutes| (**minutes * MINUTE) as f64 >= needed);
    let minutes = minutes.or(SCALES.last()).copied().unwrap_or(1);
    let dwell = Dwell {
        ground,
        limit,
        mark,
        end,
        out,
        span: Span::from(mark.at, minutes * MINUTE),
    };
    Some((dwell.draw(), dwell.title()))
}

impl Dwell<'_, '_, '_> {
    fn draw(&self) -> Drawing {
        let mut drawing = Drawing::default();
        let top = self.above(&mut drawing);
        let aside = self.bar(top, &mut drawing);
        self.below(top + BAR, aside, &mut drawing);
        drawing.height = top + BAR + 9.8;
        drawing
    }

    /// "Time in: 6 h 32 min of a limit of 24 h; out 15:42".
    fn title(&self) -> String {
        let sheet = self.ground.sheet;
        let long = Line::say(sheet.times.span(self.end - self.mark.at));
        let places = [("long", long), ("hours", Line::say(self.hours(self.limit.after)))];
        sheet.fill("sheet.drawn.dwell.title", &places).plain()
    }

    fn hours(&self, ms: Ms) -> String {
        decimal(&Unit::H.write(ms), self.ground.sheet.lang)
    }

    /// A time as the bar writes it; with its day where that is another than the insertion's.
    fn time(&self, at: Ms) -> String {
        self.ground.clock(at)
    }

    /// The limit's name and line, and what was done, the earliest highest; where the bar begins.
    fn above(&self, drawing: &mut Drawing) -> f32 {
        let sheet = self.ground.sheet;
        let offset = sheet.times.offset_at(self.limit.at);
        let when = sheet.times.beside(self.limit.at, offset, self.mark.at);
        let places = [
            ("hours", Line::say(self.hours(self.limit.after))),
            ("when", Line::say(when)),
        ];
        let name = sheet.fill("sheet.limit", &places).strong();
        let x = self.span.within(self.limit.at);
        let wide = width(&name);
        let spot = if x + 1.2 + wide <= PLOT.1 {
            Spot::right(x + 1.2, 3.4)
        } else if x - 1.2 - wide >= PLOT.0 && x < PLOT.1 - 1.0 {
            Spot::left(x - 1.2, 3.4)
        } else {
            Spot::left(PLOT.1, 3.4)
        };
        let beside = spot.1 != super::labels::Anchor::End || x < PLOT.1 - 1.0;
        drawing.say(name, spot);
        let done = done::of(self.ground, self.end);
        let first = 3.4;
        let spots = |x: f32, y: f32| [Spot::right(x + 0.9, y), Spot::left(x - 0.9, y)];
        let mut y = first;
        let mut stems = Vec::new();
        for event in &done {
            let x = self.span.within(event.at);
            // On the side where more of it has room.
            let (right, left) = (PLOT.1 - x - 1.4, x - PLOT.0 - 1.4);
            let whole = width(&event.label);
            let line = cut(&event.label, right.max(left).min(whole));
            let lines = (0..3).map(|n| y + LEADING * n as f32);
            let free = lines.clone().find(|y| drawing.place(&line, &spots(x, *y)));
            if free.is_none() {
                let side = if right > left { 0 } else { 1 };
                drawing.say_over(line, spots(x, y)[side]);
            }
            y = free.unwrap_or(y);
            stems.push((x, y - 2.7));
            y += LEADING;
        }
        let top = if done.is_empty() {
            5.2
        } else {
            (y - LEADING + 1.4).max(5.2)
        };
        for (x, from) in stems {
            drawing.under(Shape::line((x, from), (x, top), plain(0.25)));
        }
        let from = if beside { 0.6 } else { 4.3 };
        let end = x.min(PLOT.1 - 0.25);
        drawing.over(Shape::line((end, from), (end, top + BAR + 1.2), plain(0.9)));
        top
    }

    /// The bar and how long it is; whether that stands left of the axis.
    fn bar(&self, top: f32, drawing: &mut Drawing) -> bool {
        let sheet = self.ground.sheet;
        drawing.name(sheet.t("sheet.drawn.dwell"), top + 3.7);
        drawing.under(Shape::rect(
            (PLOT.0, top),
            PLOT.1 - PLOT.0,
            BAR,
            PAPER,
            Some(plain(0.25)),
        ));
        self.ticks(top + BAR, drawing);
        let (from, to) = (PLOT.0, self.span.within(self.end));
        let limit = self.span.within(self.limit.at);
        drawing.over(Shape::rect((from, top + 1.25), to.min(limit) - from, 2.5, INK, None));
        if to > limit {
            hatched((limit, top + 0.7), to - limit, 3.6, drawing);
        }
        let folded = sheet.look.timeline.entry(self.mark);
        if folded.precision != Precision::Exact {
            drawing.over(Shape::Disc((from, top + BAR / 2.0), 1.2, PAPER, Some(plain(0.4))));
        }
        let long = sheet.times.span(self.end - self.mark.at);
        let text = match self.out {
            Some(out) => {
                let when = Line::say(self.ground.clock_of(sheet.look.timeline.entry(out)));
                sheet.fill("sheet.drawn.dwell.out", &[("long", Line::say(long)), ("when", when)])
            }
            None => sheet.fill("sheet.drawn.dwell.in", &[("long", Line::say(long))]),
        };
        let text = if self.out.is_none() && sheet.is_closed() {
            text.then(", ").and(sheet.say("sheet.out.not-recorded"))
        } else {
            text
        };
        let text = text.strong();
        if self.out.is_some() {
            drawing.over(Shape::line((to, top - 1.0), (to, top + BAR + 1.0), plain(0.7)));
        }
        // Beside the bar where there is room, the time alone where there is less, else left of the axis:
        // nothing may stand in the bar and seem to break it.
        let short = Line::say(sheet.times.span(self.end - self.mark.at)).strong();
        let beside = [text, short.clone()]
            .into_iter()
            .find(|text| to + 1.7 + width(text) < PLOT.1 - 1.0);
        let Some(text) = beside else {
            drawing.say(short, Spot::right(0.0, top + BAR + 5.0));
            return true;
        };
        let (x, wide) = (to + 1.7, width(&text));
        drawing.over(Shape::rect((x - 0.7, top + 0.3), wide + 1.4, BAR - 0.6, PAPER, None));
        drawing.say(text, Spot::right(x, top + 3.85));
        false
    }

    fn ticks(&self, y: f32, drawing: &mut Drawing) {
        let every = if self.span.a_mm > 30 * MINUTE { 6 } else { 1 };
        let hours = |step: Ms, length: f32| {
            let at = (0..)
                .map(move |n| n * step * HOUR)
                .take_while(|after| self.mark.at + after <= self.span.end);
            let line = |after: Ms| {
                vec![
                    (self.span.x(self.mark.at + after), y),
                    (self.span.x(self.mark.at + after), y + length),
                ]
            };
            at.map(line).collect()
        };
        if self.span.a_mm <= 120 * MINUTE {
            drawing.over(Shape::Lines(hours(every, 0.8), plain(0.2)));
        }
        drawing.over(Shape::Lines(hours(every * 6, 1.5), plain(0.2)));
    }

    /// The target, the warnings and an earlier limit: where they lie and when that is.
    fn below(&self, y: f32, aside: bool, drawing: &mut Drawing) {
        let sheet = self.ground.sheet;
        let minutes = Line::say(self.span.minutes().to_string());
        drawing.say(
            sheet.fill("sheet.drawn.scale", &[("min", minutes)]),
            Spot::right(0.0, y + if aside { 9.1 } else { 5.0 }),
        );
        let folded = sheet.look.timeline.entry(self.mark);
        let offset = folded.entry.envelope.recorded.offset_s;
        let about = if folded.precision == Precision::Exact {
            ""
        } else {
            "≈ "
        };
        let start = Line::say(format!("{about}{}", self.ground.clock_of(folded)));
        drawing.say(start, Spot::right(PLOT.0, y + 5.0));
        let day = sheet.times.day(self.mark.at, offset);
        drawing.say(Line::say(day), Spot::right(PLOT.0, y + 9.1));
        for (at, hours) in self.stations() {
            let (name, short) = hours;
            let x = self.span.x(at);
            let reached = at <= self.end;
            let stroke = if reached { plain(0.45) } else { dashed(0.35, ".7 .6") };
            // Below the words of the bar, which stand on paper of their own.
            drawing.under(Shape::line((x, y - BAR), (x, y + 1.5), stroke));
            let time = Line::say(self.time(at));
            // Where there is no room for its name, the hours alone.
            let named = [name, short].into_iter().find(|name| {
                let centre = x.min(PLOT.1 - width(name).max(width(&time)) / 2.0);
                drawing.place(name, &[Spot::middle(centre, y + 5.0)])
            });
            if named.is_some() {
                drawing.place(&time, &[Spot::middle(x.min(PLOT.1 - width(&time) / 2.0), y + 9.1)]);
            }
        }
    }

    fn stations(&self) -> Vec<(Ms, (Line, Line))> {
        let sheet = self.ground.sheet;
        let case = sheet.look.timeline.case;
        let value = |name: &str| case.protocol.value(name);
        let named = |key: &str, ms: Ms| {
            let short = Line::say(format!("{} {}", self.hours(ms), sheet.t("unit.h")));
            (sheet.fill(key, &[("hours", Line::say(self.hours(ms)))]), short)
        };
        let target = value("removal-target.after");
        let target = target.map(|after| (self.mark.at + after, named("sheet.drawn.dwell.target", after)));
        let warnings = ["dwell-warning.first", "dwell-warning.second"]
            .into_iter()
            .filter_map(value);
        let warnings = warnings.map(|before| (self.limit.at - before, named("sheet.drawn.dwell.before", before)));
        // An extension shows where the limit lay before it.
        let insert = sheet.look.timeline.insert();
        let device = insert.and_then(|insert| case.protocol.device(insert.device.as_deref().unwrap_or_default()));
        let base = device.filter(|_| self.limit.extended).map(|device| device.limit.at);
        let base = base.map(|after| (self.mark.at + after, named("sheet.drawn.dwell.first-limit", after)));
        let all = base.into_iter().chain(warnings).chain(target);
        all.filter(|(at, _)| *at > self.mark.at && *at < self.limit.at)
            .collect()
    }
}

/// A box of slanted lines: time past the limit.
fn hatched((x, y): (f32, f32), wide: f32, high: f32, drawing: &mut Drawing) {
    drawing.over(Shape::rect((x, y), wide, high, PAPER, Some(plain(0.35))));
    let mut lines = Vec::new();
    let mut foot = -high;
    while foot < wide {
        let (from, to) = (foot.max(0.0), (foot + high).min(wide));
        if to > from {
            lines.push(vec![
                (x + from, y + high - (from - foot)),
                (x + to, y + high - (to - foot)),
            ]);
        }
        foot += 1.3;
    }
    drawing.over(Shape::Lines(lines, plain(0.35)));
}
