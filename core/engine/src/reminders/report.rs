//! What a shell reports back: what the operating system holds, what failed, what fired and how late.

use serde::{Deserialize, Serialize};

use super::Held;
use crate::time::Ms;

/// One report of a shell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The plan that the shell worked on.
    pub revision: String,
    /// What the operating system holds now.
    pub pending: Vec<Held>,
    /// What it would not take.
    pub failed: Vec<Failed>,
    /// What was shown since the last report.
    pub lateness: Vec<Delivered>,
}

/// A reminder that the operating system would not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// The reminder.
    pub id: String,
    /// The shell's code for why; no free text.
    pub code: String,
}

/// A reminder that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The reminder.
    pub id: String,
    /// When it should have been, Unix ms.
    pub planned_ms: Ms,
    /// When it was, Unix ms.
    pub actual_ms: Ms,
}

/// How late a phone's reminders come. Early counts as on time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    /// Out of how many.
    pub count: usize,
    /// Half of them were at most this late, ms.
    pub p50_ms: Ms,
    /// 95 of 100 were at most this late, ms.
    pub p95_ms: Ms,
    /// The latest, ms.
    pub worst_ms: Ms,
}

/// Sums up; `None` where nothing was shown yet. Percentiles are nearest-rank: values that occurred.
pub fn lateness(delivered: &[Delivered]) -> Option<Lateness> {
    let mut late: Vec<Ms> = delivered
        .iter()
        .map(|d| d.actual_ms.saturating_sub(d.planned_ms).max(0))
        .collect();
    late.sort_unstable();
    let rank = |percent: usize| late.get((late.len() * percent).div_ceil(100).checked_sub(1)?).copied();
    Some(Lateness {
        count: late.len(),
        p50_ms: rank(50)?,
        p95_ms: rank(95)?,
        worst_ms: *late.last()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_is_summed_up_by_values_that_occurred() {
        let of = |late: &[Ms]| {
            let delivered = |ms: &Ms| Delivered {
                id: String::new(),
                planned_ms: 1_000,
                actual_ms: 1_000 + ms,
            };
            lateness(&late.iter().map(delivered).collect::<Vec<_>>())
        };
        let sum = |count, p50_ms, p95_ms, worst_ms| {
            Some(Lateness {
                count,
                p50_ms,
                p95_ms,
                worst_ms,
            })
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), sum(1, 7, 7, 7));
        assert_eq!(of(&[9, -50, 3]), sum(3, 3, 9, 9));
        assert_eq!(of(&(1..=100).rev().collect::<Vec<_>>()), sum(100, 50, 95, 100));
    }
}
