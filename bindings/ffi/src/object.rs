//! The one object: a store that is open. Each export is one call a tap or one call a screen.

use std::sync::Arc;

use marrow::engine::record;
use marrow::engine::reminders::Held;
use marrow::engine::time;

use crate::catalogue::Catalogue;
use crate::clock::ClockSample;
use crate::document::{Document, DocumentKind};
use crate::error::Result;
use crate::forms::Command;
use crate::guard::{Failed, Guard, catch, hush_panics};
use crate::ids::CaseId;
use crate::open::{OpenOptions, open};
use crate::outcome::Outcome;
use crate::phone::{self, PhoneReport, PhoneView};
use crate::policy::{self, PolicyChange, PolicyView, in_force};
use crate::reminders::{Fired, HeldReminder, PlatformCaps, ReminderPlan};
use crate::store::{Rescue, StoreInfo, Verification};
use crate::views::{BoardView, CaseView, Screen, ScreenView};
use crate::words::Lang;

/// An open store. Calls come one at a time; a second waits. Every call may fail with `Closed`, `Internal`, `Busy`, `Io`
/// and `Damaged`; what else, its own words say. A call that failed changed nothing.
#[derive(uniffi::Object)]
pub struct Marrow {
    inside: Guard,
    rescued: Option<Rescue>,
}

#[uniffi::export]
impl Marrow {
    /// Opens the store, or makes it. `key` and `installation` are 32 bytes each: the database's key, and the secret of
    /// this installation after which its streams are named. Both are only read here: the caller wipes her copies.
    ///
    /// Errors: `WrongKey`, `NotAStore`, `Damaged`, `NewerSchema`, `DiskFull`, `ReadOnly`, `NoStore`, `Invalid`.
    #[uniffi::constructor]
    pub fn open(key: &[u8], installation: &[u8], options: OpenOptions) -> Result<Arc<Self>> {
        if !cfg!(test) {
            hush_panics();
        }
        let (marrow, rescued) = catch(|| open(key, installation, options))??;
        let inside = Guard::new(marrow);
        Ok(Arc::new(Self { inside, rescued }))
    }

    /// Closes the store; every later call but this one fails with `Closed`. (The languages' own `close` frees the
    /// object.)
    pub fn close_store(&self) -> Result<()> {
        self.inside.close()
    }

    /// Records a command, and reads what is to be seen after it on a screen. When it returns, what was recorded is still
    /// there after a power loss.
    ///
    /// Errors: `Refused`, `Invalid`, `DiskFull`, `ReadOnly`.
    #[uniffi::method(default(screen = None))]
    pub fn dispatch(&self, command: Command, lang: Lang, now: ClockSample, screen: Option<Screen>) -> Result<Outcome> {
        let outcome = self.command(command, lang, now.clone(), true)?;
        // A call of its own: it is on record, and whatever fails from here on, a fault inside too, may not deny that.
        let screen = screen.and_then(|screen| self.screen(screen, lang, now).ok());
        Ok(Outcome { screen, ..outcome })
    }

    /// Tells what a command would raise or be refused for, and changes nothing. Errors: `Refused`, `Invalid`.
    pub fn preview(&self, command: Command, lang: Lang, now: ClockSample) -> Result<Outcome> {
        self.command(command, lang, now, false)
    }

    /// The board: open cases, the most urgent first.
    pub fn board(&self, lang: Lang, now: ClockSample) -> Result<BoardView> {
        self.at(lang, now, |marrow, now| Ok(marrow.board(lang, now)?.try_into()?))
    }

    /// A case with so many of its newest entries at most; none: with its whole record. Errors: `NotFound`.
    pub fn case(&self, id: CaseId, most: Option<u32>, lang: Lang, now: ClockSample) -> Result<CaseView> {
        let most = most.map_or(usize::MAX, |most| most as usize);
        self.at(lang, now, |marrow, now| {
            let mut view = marrow.with_case(id, now, |look, watched| {
                CaseView::of(look, watched, most, lang, now.wall_ms)
            })??;
            view.put_off(&marrow.later(id, now));
            Ok(view)
        })
    }

    /// The whole set of reminders that the operating system should hold, and the steps that bring it there from what was
    /// last reported.
    pub fn reminders(&self, caps: PlatformCaps, lang: Lang, now: ClockSample) -> Result<ReminderPlan> {
        self.at(lang, now, |marrow, now| {
            let (plan, diff) = marrow.reminders(&caps.into(), lang, now)?;
            Ok(ReminderPlan::of(plan, diff))
        })
    }

    /// What the operating system holds now, all of it; nothing after a boot, an update or a force-stop, when it has
    /// forgotten all. Errors: `DiskFull`, `ReadOnly`.
    pub fn report(&self, held: Vec<HeldReminder>, caps: PlatformCaps, now: ClockSample) -> Result<()> {
        self.at(Lang::En, now, |marrow, now| {
            let held: Vec<Held> = held.into_iter().map(Held::from).collect();
            Ok(marrow.report(&held, &caps.into(), now)?)
        })
    }

    /// A reminder fires: whether it still holds, and as what to show it. What is shown is remembered with its lateness.
    /// Errors: `DiskFull`, `ReadOnly`.
    pub fn fired(&self, id: String, caps: PlatformCaps, lang: Lang, now: ClockSample) -> Result<Fired> {
        self.at(lang, now, |marrow, now| {
            Ok(marrow.fired(&id, &caps.into(), lang, now)?.into())
        })
    }

    /// A document of a case. Errors: `NotFound`.
    pub fn document(&self, kind: DocumentKind, id: CaseId, lang: Lang, now: ClockSample) -> Result<Document> {
        self.at(lang, now, |marrow, now| {
            let DocumentKind::NursingSheet { unsynced } = kind;
            Ok(Document {
                media_type: "text/html".to_owned(),
                text: marrow.sheet(id, lang, now, unsynced)?,
            })
        })
    }

    /// The policy that new cases follow, after the change where one is asked. Errors: `Policy`, `DiskFull`, `ReadOnly`.
    pub fn policy(&self, change: Option<PolicyChange>, lang: Lang) -> Result<PolicyView> {
        self.inside.call(lang, |marrow| policy::policy(marrow, change, lang))
    }

    /// Everything that forms, pickers and reference cards are made from, under the policy of new cases.
    pub fn catalogue(&self, lang: Lang) -> Result<Catalogue> {
        self.inside
            .call(lang, |marrow| Ok(Catalogue::of(&*in_force(marrow)?, lang)))
    }

    /// What the shell knows of the phone, and what the core makes of its clock. A jump goes on record. Errors:
    /// `DiskFull`, `ReadOnly`.
    pub fn phone(&self, report: PhoneReport, now: ClockSample) -> Result<PhoneView> {
        self.at(Lang::En, now, |marrow, now| phone::report(marrow, report, now))
    }

    /// Reads every entry from the disk again and walks every chain. Takes a second for each few thousand entries.
    pub fn verify(&self) -> Result<Verification> {
        self.inside.call(Lang::En, |marrow| Ok(marrow.verify()?.into()))
    }

    /// Sizes and counts of the store, and how it was found when it was opened.
    pub fn info(&self) -> Result<StoreInfo> {
        self.inside
            .call(Lang::En, |marrow| Ok(StoreInfo::of(marrow, self.rescued.clone())?))
    }
}

impl Marrow {
    /// Calls the open store at a moment.
    fn at<T>(
        &self,
        lang: Lang,
        now: ClockSample,
        f: impl FnOnce(&mut marrow::Marrow, &time::ClockSample) -> Result<T, Failed>,
    ) -> Result<T> {
        self.inside.call(lang, |marrow| f(marrow, &now.into()))
    }

    fn screen(&self, screen: Screen, lang: Lang, now: ClockSample) -> Result<ScreenView> {
        let Screen { case, newest } = screen;
        Ok(ScreenView {
            board: self.board(lang, now.clone())?,
            case: case.map(|id| self.case(id, Some(newest), lang, now)).transpose()?,
        })
    }

    fn command(&self, command: Command, lang: Lang, now: ClockSample, for_real: bool) -> Result<Outcome> {
        self.at(lang, now, |marrow, now| {
            #[cfg(feature = "rehearse")]
            crate::rehearse::panic_on_request(&command);
            #[cfg(feature = "rehearse")]
            crate::rehearse::lengthen_on_request(marrow, &command, now)?;
            #[cfg(feature = "rehearse")]
            let broken_off = for_real && crate::rehearse::is_broken_off(&command);
            let command: record::Command = command.try_into()?;
            // Before anything is recorded: afterwards nothing may fail any more.
            let protocol = match marrow.with_case(command.case, now, |look, _| look.timeline.case.protocol.clone()) {
                Err(marrow::Error::NotFound) => in_force(marrow)?,
                of_case => of_case?,
            };
            let outcome = if for_real {
                marrow.dispatch(&command, now)?
            } else {
                marrow.preview(&command, now)?
            };
            #[cfg(feature = "rehearse")]
            assert!(!broken_off, "Ana Ruiz, bed 4");
            Ok(Outcome::of(outcome, &protocol, lang))
        })
    }
}
