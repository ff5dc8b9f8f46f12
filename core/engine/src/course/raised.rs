//! The times in which flags were open, each at one severity.

use crate::flags::{Because, Flag, Severity};
use crate::time::Ms;

/// A time in which a flag was open at one severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Its id, `R8`.
    pub rule: &'static str,
    /// The step it is about (R14).
    pub step: Option<String>,
    /// How serious.
    pub severity: Severity,
    /// Everything that kept it open in that time, in the order in which it came.
    pub because: Vec<Because>,
    /// The entries that raised it.
    pub raised_by: Vec<usize>,
    /// From when, on this phone's clock.
    pub from: Ms,
    /// Until when; `None`: it is open.
    pub until: Option<Ms>,
    /// The entry at which it cleared or changed; none where only time passed.
    pub cleared_by: Option<usize>,
}

impl Raised {
    /// The flag as it was, for words about it.
    pub fn flag(&self) -> Flag {
        Flag {
            rule: self.rule,
            severity: self.severity,
            because: self.because.clone(),
            raised_by: self.raised_by.clone(),
            since: Some(self.from),
            step: self.step.clone(),
        }
    }

    fn is(&self, flag: &Flag) -> bool {
        (self.rule, &self.step, self.severity) == (flag.rule, &flag.step, flag.severity)
    }

    fn take(&mut self, flag: &Flag) {
        for because in &flag.because {
            // A value that changed (a wider limb, say) is told as it was last.
            match self.because.iter_mut().find(|known| known.key == because.key) {
                Some(known) => known.value.clone_from(&because.value),
                None => self.because.push(because.clone()),
            }
        }
        let new = flag.raised_by.iter().filter(|by| !self.raised_by.contains(by));
        let new: Vec<usize> = new.copied().collect();
        self.raised_by.extend(new);
    }
}

/// The flags on the way through a case.
#[derive(Default)]
pub(super) struct Flags {
    open: Vec<Raised>,
    cleared: Vec<Raised>,
}

impl Flags {
    /// What is open from this moment on.
    pub fn take(&mut self, at: Ms, by: Option<usize>, flags: &[Flag]) {
        let mut new: Vec<&Flag> = flags.iter().collect();
        let mut open = Vec::with_capacity(flags.len());
        for mut raised in self.open.drain(..) {
            // A rule can stand more than once (R28, an allergy each): each goes on by its own reason first.
            let own = |flag: &&Flag| raised.is(flag) && flag.because.iter().any(|b| raised.because.contains(b));
            let found = new.iter().position(own);
            match found.or_else(|| new.iter().position(|flag| raised.is(flag))) {
                Some(flag) => {
                    raised.take(new.remove(flag));
                    open.push(raised);
                }
                None => self.cleared.push(Raised {
                    until: Some(at),
                    cleared_by: by,
                    ..raised
                }),
            }
        }
        open.extend(new.into_iter().map(|flag| Raised {
            rule: flag.rule,
            step: flag.step.clone(),
            severity: flag.severity,
            because: flag.because.clone(),
            raised_by: flag.raised_by.clone(),
            from: at,
            until: None,
            cleared_by: None,
        }));
        self.open = open;
    }

    /// Every one, by when it was raised.
    pub fn finish(mut self) -> Vec<Raised> {
        self.cleared.append(&mut self.open);
        self.cleared.sort_by_key(|raised| (raised.from, raised.rule));
        self.cleared
    }
}
