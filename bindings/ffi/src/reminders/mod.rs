//! Reminders: the plan and its steps on their way out, what the operating system holds on its way back.

mod caps;
mod fired;
mod held;
mod plan;
mod reminder;

pub use caps::{Category, Channel, Os, PlatformCaps};
pub use fired::{Fired, Lateness, NotShown};
pub use held::HeldReminder;
pub use plan::{ReminderPlan, ReminderStep};
pub use reminder::{MissedReminder, Reminder, ReminderMember, RunningTimer};
