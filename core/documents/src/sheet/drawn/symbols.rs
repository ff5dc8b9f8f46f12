//! The marks that stand for what was recorded, each of one size and shape wherever it stands.

use super::svg::{INK, PAPER, Point, Shape, dashed, plain};

/// A mark's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A measured value.
    Dot,
    /// A value past the policy's line.
    Square,
    /// Either, where the time is not exact.
    Hollow,
    HollowSquare,
    /// The value before an amendment.
    Old,
    /// Written in error.
    Struck,
    /// The sign could not be told.
    Diamond,
    /// Deliberately not assessed.
    NotAssessed,
    /// Not on record at this check.
    Blank,
    /// The other limb.
    Other,
    /// Beyond the axis.
    Above,
    Below,
    /// A finding that is "no, normal, same, firm, free".
    Ring,
    /// Any other finding.
    Finding,
    /// A task done; where the time is not exact.
    Done,
    DoneAbout,
    /// Done in part: it does not count.
    Half,
    /// Skipped with a reason.
    Skipped,
    /// Ended undone.
    NotDone,
    /// Still to come.
    ToCome,
    /// A single dose.
    Dose,
}

impl Kind {
    /// How far it reaches to each side.
    pub const fn reach(self) -> f32 {
        match self {
            Self::Dot | Self::Ring | Self::Old | Self::NotAssessed => 0.85,
            Self::Blank => 0.15,
            Self::Square | Self::HollowSquare | Self::Diamond | Self::Finding | Self::NotDone => 1.2,
            Self::Hollow | Self::Done | Self::DoneAbout | Self::ToCome => 1.15,
            Self::Struck => 1.5,
            Self::Skipped | Self::Half => 1.6,
            Self::Other => 1.7,
            Self::Above | Self::Below | Self::Dose => 1.2,
        }
    }

    /// How far it reaches up and down.
    pub const fn height(self) -> f32 {
        match self {
            Self::Other => 0.25,
            Self::NotAssessed => 0.3,
            Self::Blank => 0.8,
            _ => self.reach(),
        }
    }

    /// The word for tests that read a drawing back.
    #[cfg(test)]
    pub fn word(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// A mark at its place.
#[derive(Clone, Debug)]
pub(super) struct Symbol {
    pub kind: Kind,
    pub at: Point,
    /// The row it stands in, and what it stands for: for the tests that read a drawing back.
    #[cfg(test)]
    pub row: &'static str,
    #[cfg(test)]
    pub what: String,
}

impl Symbol {
    pub fn shapes(&self) -> Vec<Shape> {
        let (x, y) = self.at;
        let around = |r: f32, fill, edge| Shape::Disc((x, y), r, fill, edge);
        let square = |side: f32, fill, edge| Shape::rect((x - side / 2.0, y - side / 2.0), side, side, fill, edge);
        let triangle = |up: f32| Shape::Area(vec![(x, y - up), (x - 1.2, y + up), (x + 1.2, y + up)], INK, None);
        match self.kind {
            Kind::Dot => vec![around(0.85, INK, None)],
            Kind::Square => vec![square(2.4, INK, None)],
            Kind::Hollow | Kind::DoneAbout => vec![around(1.0, PAPER, Some(plain(0.4)))],
            Kind::HollowSquare => vec![square(2.0, PAPER, Some(plain(0.4)))],
            Kind::Old => vec![around(0.75, PAPER, Some(plain(0.25)))],
            Kind::Struck => vec![around(1.0, PAPER, Some(plain(0.3))), Shape::cross((x, y), 1.5, 0.3)],
            Kind::Diamond => {
                let corners = vec![(x, y - 1.2), (x + 1.2, y), (x, y + 1.2), (x - 1.2, y)];
                vec![Shape::Area(corners, PAPER, Some(plain(0.35)))]
            }
            Kind::NotAssessed => vec![Shape::line((x - 0.8, y), (x + 0.8, y), plain(0.6))],
            Kind::Blank => vec![Shape::line((x, y - 0.8), (x, y + 0.8), plain(0.25))],
            Kind::Other => vec![Shape::line((x - 1.7, y), (x + 1.7, y), plain(0.45))],
            Kind::Above => vec![triangle(1.2)],
            Kind::Below => vec![triangle(-1.2)],
            Kind::Ring => vec![around(0.75, PAPER, Some(plain(0.25)))],
            Kind::Finding => vec![square(2.3, INK, None)],
            Kind::Done => vec![around(1.0, INK, None)],
            Kind::Half => vec![Shape::Half((x, y), 1.6)],
            Kind::Skipped => {
                let stroke = Shape::line((x - 0.9, y + 0.9), (x + 0.9, y - 0.9), plain(0.35));
                vec![around(1.5, PAPER, None), around(1.3, PAPER, Some(plain(0.35))), stroke]
            }
            Kind::NotDone => vec![around(1.7, PAPER, None), Shape::cross((x, y), 1.2, 0.5)],
            Kind::ToCome => vec![around(1.0, PAPER, Some(dashed(0.3, ".55 .45")))],
            Kind::Dose => vec![triangle(-1.3)],
        }
    }
}
