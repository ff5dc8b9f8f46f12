//! Figures: taken many times, told as medians beside a baseline of the same run.
//!
//! Nothing fails here: a machine that has other things to do proves nothing. The table says what is met.

#![allow(clippy::disallowed_methods, reason = "a bench asks the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long one go takes.
pub fn time<T>(go: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(go());
    start.elapsed()
}

/// Many goes, sorted. What a go needs is made before its time begins.
pub struct Goes(Vec<Duration>);

impl Goes {
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The median of so many goes, after some that warm up.
    pub fn of<I, T>(goes: usize, mut before: impl FnMut() -> I, mut go: impl FnMut(I) -> T) -> Self {
        let mut one = || {
            let input = before();
            time(|| go(input))
        };
        for _ in 0..goes / 10 + 1 {
            one();
        }
        Self::new((0..goes).map(|_| one()).collect())
    }

    /// The time that so many of a hundred goes stay within.
    pub fn percentile(&self, of_100: usize) -> Duration {
        let at = (self.0.len() * of_100).div_ceil(100).max(1) - 1;
        self.0.get(at).copied().unwrap_or_default()
    }

    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// The quickest: what it takes when the machine does nothing else just then.
    pub fn best(&self) -> Duration {
        self.0.first().copied().unwrap_or_default()
    }
}

pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The table of one bench.
pub struct Table {
    rows: Vec<[String; 7]>,
}

/// What a figure should be.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most so many of the figure's unit.
    Most(f64),
    /// At most so many times the baseline.
    Times(f64),
    /// Told for comparison.
    None,
}

impl Table {
    pub fn new() -> Self {
        Self {
            rows: vec![["figure", "value", "best", "baseline", "ratio", "goal", "met"].map(str::to_owned)],
        }
    }

    /// The median of many goes, in ms, beside that of others.
    pub fn time(&mut self, figure: &str, goes: &Goes, baseline: Option<&Goes>, goal: Goal) {
        self.row(figure, ms(goes.median()), "ms", baseline.map(|b| ms(b.median())), goal);
        if let Some(row) = self.rows.last_mut() {
            row[2] = format!("{:.3} ms", ms(goes.best()));
        }
    }

    /// The time that 99 of 100 goes stay within, in ms.
    pub fn p99(&mut self, figure: &str, goes: &Goes, baseline: Option<&Goes>, goal: Goal) {
        let within = |goes: &Goes| ms(goes.percentile(99));
        self.row(figure, within(goes), "ms", baseline.map(within), goal);
    }

    pub fn row(&mut self, figure: &str, value: f64, unit: &str, baseline: Option<f64>, goal: Goal) {
        let number = |n: f64| format!("{n:.3} {unit}");
        let ratio = baseline.map(|baseline| value / baseline);
        let (goal, met) = match (goal, ratio) {
            (Goal::Most(most), _) => (format!("<= {most} {unit}"), Some(value <= most)),
            (Goal::Times(times), Some(ratio)) => (format!("<= {times} x"), Some(ratio <= times)),
            _ => ("-".to_owned(), None),
        };
        self.rows.push([
            figure.to_owned(),
            number(value),
            "-".to_owned(),
            baseline.map_or("-".to_owned(), number),
            ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2}")),
            goal,
            met.map_or("-", |met| if met { "yes" } else { "NO" }).to_owned(),
        ]);
    }

    pub fn print(&self) {
        let widths: Vec<usize> = (0..7)
            .map(|column| {
                self.rows
                    .iter()
                    .map(|row| row[column].chars().count())
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        for row in &self.rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let blanks = width + 2 - cell.chars().count();
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', blanks));
            }
            println!("{}", line.trim_end());
        }
        println!();
    }
}
