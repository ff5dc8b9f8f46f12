//! The patient from the front: the needle at its bone and side, failed tries crossed, other bones grey.

use marrow_engine::text;
use marrow_engine::view::place_name;
use marrow_engine::vocabulary::{Side, Site};

use super::drawing::Drawing;
use super::labels::Spot;
use super::svg::{BONE, INK, PAPER, Point, Shape, dashed, inked, plain};
use crate::html::Html;
use crate::line::Line;
use crate::sheet::Sheet;

/// How wide the picture is, mm.
pub(super) const WIDTH: f32 = 33.0;
const MIDDLE: f32 = WIDTH / 2.0;

/// A body by its joints: how far out from the middle, and how far down, mm.
struct Body {
    height: f32,
    head: (f32, f32),
    neck: f32,
    shoulder: Point,
    elbow: Point,
    wrist: Point,
    waist: f32,
    hip: Point,
    knee: Point,
    ankle: Point,
    arm: f32,
    leg: f32,
}

const ADULT: Body = Body {
    height: 45.5,
    head: (4.2, 3.4),
    neck: 10.0,
    shoulder: (5.2, 10.9),
    elbow: (7.4, 17.6),
    wrist: (8.6, 25.0),
    waist: 3.3,
    hip: (2.7, 23.5),
    knee: (3.2, 33.0),
    ankle: (3.4, 42.0),
    arm: 2.8,
    leg: 3.6,
};

const CHILD: Body = Body {
    height: 40.0,
    head: (5.6, 4.9),
    neck: 12.2,
    shoulder: (4.4, 13.1),
    elbow: (6.6, 18.0),
    wrist: (7.8, 23.5),
    waist: 3.6,
    hip: (3.0, 24.0),
    knee: (4.0, 30.2),
    ankle: (4.3, 37.0),
    arm: 2.9,
    leg: 3.7,
};

/// Which way a side is drawn: the patient's right is on the reader's left.
fn out(side: Side) -> f32 {
    match side {
        Side::Right => -1.0,
        Side::Left => 1.0,
        Side::Midline => 0.0,
    }
}

const BOTH: [Side; 2] = [Side::Right, Side::Left];

impl Body {
    fn at(&self, (aside, down): Point, side: Side) -> Point {
        (MIDDLE + out(side) * aside, down)
    }

    /// A bone from its upper end to its lower one.
    fn bone(&self, site: Site, side: Side) -> (Point, Point) {
        let (upper, lower) = match site {
            Site::ProximalHumerus | Site::Elbow => (self.shoulder, self.elbow),
            Site::Forearm | Site::Hand => (self.elbow, self.wrist),
            Site::DistalFemur => (self.hip, self.knee),
            Site::ProximalTibia | Site::DistalTibia | Site::Foot => (self.knee, self.ankle),
            Site::Sternum => {
                let top = self.neck + 1.6;
                return ((MIDDLE, top), (MIDDLE, top + (self.hip.1 - top) * 0.42));
            }
        };
        (self.at(upper, side), self.at(lower, side))
    }

    /// Where on its bone a site lies.
    fn point(&self, site: Site, side: Side) -> Point {
        let share = match site {
            Site::ProximalHumerus | Site::ProximalTibia => 0.08,
            Site::Sternum => 0.12,
            Site::Forearm => 0.5,
            Site::DistalFemur | Site::DistalTibia => 0.88,
            Site::Elbow | Site::Hand | Site::Foot => 1.0,
        };
        let ((x1, y1), (x2, y2)) = self.bone(site, side);
        (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)
    }

    /// The outline: first all of it in black, a little wider, then in white.
    fn outline(&self, drawing: &mut Drawing) {
        for (ink, more) in [(INK, 0.6), (PAPER, 0.0)] {
            for side in BOTH {
                let limb = |joints: [Point; 3]| joints.map(|joint| self.at(joint, side)).to_vec();
                let arm = limb([self.shoulder, self.elbow, self.wrist]);
                let leg = limb([self.hip, self.knee, self.ankle]);
                drawing.over(Shape::Limb(arm, inked(self.arm + more, ink)));
                drawing.over(Shape::Limb(leg, inked(self.leg + more, ink)));
            }
            let (wide, narrow) = (self.shoulder.0, self.waist);
            let trunk = [
                (-wide, self.neck),
                (wide, self.neck),
                (narrow, self.hip.1),
                (-narrow, self.hip.1),
            ];
            let trunk: Vec<Point> = trunk.iter().map(|(x, y)| (MIDDLE + x, *y)).collect();
            drawing.over(Shape::Area(trunk.clone(), ink, None));
            drawing.over(Shape::Limb(
                [trunk.clone(), vec![trunk[0]]].concat(),
                inked(1.6 + more, ink),
            ));
            let neck = Shape::line((MIDDLE, self.head.0), (MIDDLE, self.neck), inked(2.2 + more, ink));
            drawing.over(neck);
            drawing.over(Shape::Disc(
                (MIDDLE, self.head.0),
                self.head.1 - 0.3 + more / 2.0,
                ink,
                None,
            ));
        }
    }
}

/// What the figure shows, in words.
pub(super) fn title(sheet: &Sheet<'_>) -> String {
    let timeline = &sheet.look.timeline;
    let needle = timeline
        .insert()
        .map(|insert| place_name(insert.site, insert.side, sheet.lang));
    let needle = needle.unwrap_or_else(|| sheet.t("phase.awaiting").into_owned());
    let tries = timeline.tries.iter();
    let tries: Vec<String> = tries
        .map(|(_, site, side)| place_name(Some(*site), Some(*side), sheet.lang))
        .collect();
    let tries = if tries.is_empty() {
        sheet.t("sheet.tries.none").into_owned()
    } else {
        tries.join(", ")
    };
    let places = [("needle", needle.as_str()), ("tries", &tries)];
    text::fill(sheet.lang, "sheet.drawn.figure", &places)
}

pub(super) fn drawing(sheet: &Sheet<'_>) -> Drawing {
    let timeline = &sheet.look.timeline;
    let child = timeline.case.protocol.value("age.child");
    let young = timeline.age.zip(child).is_some_and(|(age, child)| age.high <= child);
    let body = if young { &CHILD } else { &ADULT };
    let mut drawing = Drawing::default();
    drawing.height = body.height;
    body.outline(&mut drawing);
    let grey = [Site::ProximalHumerus, Site::DistalFemur, Site::ProximalTibia];
    for (site, side) in grey.into_iter().flat_map(|site| BOTH.map(|side| (site, side))) {
        let (upper, lower) = body.bone(site, side);
        drawing.over(Shape::Limb(vec![upper, lower], inked(0.4, BONE)));
    }
    let needle = timeline.insert().and_then(|insert| Some((insert.site?, insert.side)));
    tries(sheet, body, needle, &mut drawing);
    if let Some((site, side)) = needle {
        put_needle(body, site, side, &mut drawing);
    }
    let legs = (body.knee.1 + body.ankle.1) / 2.0 + 2.0;
    let say = |key: &str| Line::say(sheet.t(key));
    drawing.say(say("sheet.drawn.side.right"), Spot::right(0.0, legs));
    drawing.say(say("sheet.drawn.side.left"), Spot::left(WIDTH, legs));
    drawing
}

fn put_needle(body: &Body, site: Site, side: Option<Side>, drawing: &mut Drawing) {
    let one = |side: Side, drawing: &mut Drawing, known: bool| {
        let (upper, lower) = body.bone(site, side);
        let at = body.point(site, side);
        if known {
            drawing.over(Shape::Limb(vec![upper, lower], plain(0.9)));
            drawing.over(Shape::Disc(at, 2.1, PAPER, None));
            drawing.over(Shape::Disc(at, 1.55, INK, None));
        } else {
            drawing.over(Shape::Disc(at, 1.55, PAPER, Some(dashed(0.4, ".8 .6"))));
        }
    };
    match (site, side) {
        (Site::Sternum, _) => one(Side::Midline, drawing, true),
        (_, Some(side @ (Side::Left | Side::Right))) => one(side, drawing, true),
        // It is one of the two, and nobody wrote down which.
        _ => BOTH.into_iter().for_each(|side| one(side, drawing, false)),
    }
}

fn tries(sheet: &Sheet<'_>, body: &Body, needle: Option<(Site, Option<Side>)>, drawing: &mut Drawing) {
    for (_, site, side) in &sheet.look.timeline.tries {
        let (upper, lower) = body.bone(*site, *side);
        let (x, y) = body.point(*site, *side);
        let meets = needle.is_some_and(|(other, at)| other == *site && (at == Some(*side) || *site == Site::Sternum));
        let at = if meets { (x, y + 4.2) } else { (x, y) };
        drawing.over(Shape::Limb(vec![upper, lower], plain(0.7)));
        drawing.over(Shape::Disc(at, 1.7, PAPER, None));
        drawing.over(Shape::cross(at, 1.25, 0.5));
    }
}

pub(super) fn write(sheet: &Sheet<'_>, html: &mut Html) {
    drawing(sheet).write(html, WIDTH, &title(sheet));
}
