//! A strip of hours: consequence first, then work, then cause. Where its rows do not all fit on one
//! page they go on below hours of their own, so that no row is ever without its axis.

use super::drawing::Drawing;
use super::sign::Found;
use super::{Ground, Span, axis, findings, flags, panel, products, tasks};

/// The least height that a row which goes on elsewhere is begun for.
const LEAST: f32 = 40.0;

/// The parts of a strip that belong on one page: as many groups each as fit in its room.
pub(super) fn parts(
    ground: &Ground<'_, '_>,
    span: &Span,
    signs: &[Vec<Found>],
    first_room: f32,
    room: f32,
) -> Vec<Drawing> {
    let mut parts: Vec<Drawing> = Vec::new();
    let frame = axis::above(ground, span).height + axis::below(ground, span).height;
    let mut now: Option<Drawing> = None;
    for group in groups(ground, span, signs, (first_room - frame).max(LEAST), room - frame) {
        let here = if parts.is_empty() { first_room } else { room };
        let full = now.as_ref().is_some_and(|now| now.height + group.height + frame > here);
        if full {
            parts.extend(now.take().map(|rows| framed(ground, span, rows)));
        }
        now.get_or_insert_default().stack(group);
    }
    parts.extend(now.map(|rows| framed(ground, span, rows)));
    parts
}

/// What no page end divides, in the order of the sheet.
fn groups(ground: &Ground<'_, '_>, span: &Span, signs: &[Vec<Found>], first_room: f32, room: f32) -> Vec<Drawing> {
    let mut groups = flags::rows(ground, span, first_room, room);
    groups.extend(products::rows(ground, span, room));
    groups.push(tasks::group(ground, span));
    groups.extend(panel::all(ground, span, signs));
    groups.push(findings::group(ground, span));
    groups
}

/// Rows between hours.
fn framed(ground: &Ground<'_, '_>, span: &Span, rows: Drawing) -> Drawing {
    let mut whole = axis::above(ground, span);
    let top = whole.height;
    whole.stack(rows);
    axis::grid(ground, span, (top, whole.height), &mut whole);
    whole.stack(axis::below(ground, span));
    whole
}
