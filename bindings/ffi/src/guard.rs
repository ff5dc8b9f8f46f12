//! The door that every call goes through: one at a time, only while open, and no panic gets out.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Mutex, Once, PoisonError};

use marrow::engine::text::Lang;

use crate::error::{MarrowError, Result};

/// What is locked: nothing once it was closed.
pub struct Guard(Mutex<Option<Inside>>);

struct Inside {
    marrow: marrow::Marrow,
    /// A call was broken off by a panic: what is in memory may be half done, what is on the disk is whole.
    broken_off: bool,
}

impl Guard {
    /// Around an open store.
    pub fn new(marrow: marrow::Marrow) -> Self {
        Self(Mutex::new(Some(Inside {
            marrow,
            broken_off: false,
        })))
    }

    /// Calls `f` on the open store. Texts of an error of the core are in `lang`.
    pub fn call<T>(&self, lang: Lang, f: impl FnOnce(&mut marrow::Marrow) -> Result<T, Failed>) -> Result<T> {
        let mut lock = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let inside = lock.as_mut().ok_or(MarrowError::Closed)?;
        let Inside { marrow, broken_off } = inside;
        let called = catch(|| {
            if std::mem::replace(broken_off, true) {
                marrow.reload()?;
            }
            let result = f(marrow);
            *broken_off = false;
            result
        });
        called?.map_err(|failed| failed.in_lang(lang))
    }

    /// Closes the store. Closing twice is no error.
    pub fn close(&self) -> Result<()> {
        let mut lock = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let inside = lock.take();
        catch(|| drop(inside))
    }
}

/// Why a call failed: on this side, or in the core, whose words are in no language yet.
pub enum Failed {
    /// On this side.
    Here(MarrowError),
    /// In the core.
    Core(marrow::Error),
}

impl Failed {
    /// For a person.
    pub fn in_lang(self, lang: Lang) -> MarrowError {
        match self {
            Self::Here(error) => error,
            Self::Core(error) => MarrowError::of(error, lang),
        }
    }
}

impl From<MarrowError> for Failed {
    fn from(error: MarrowError) -> Self {
        Self::Here(error)
    }
}

impl From<marrow::Error> for Failed {
    fn from(error: marrow::Error) -> Self {
        Self::Core(error)
    }
}

/// Makes an error of a panic. What the panic says may quote anything and is dropped.
pub fn catch<T>(f: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(f)).map_err(|_| MarrowError::Internal)
}

/// From now on a panic says where it happened and nothing else: its message may hold health data, and standard error
/// ends in the system's log. Set once a process.
pub fn hush_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|info| eprintln!("{}", place(info)))));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    match info.location() {
        Some(at) => format!("marrow: a fault inside, at {}:{}", at.file(), at.line()),
        None => "marrow: a fault inside".to_owned(),
    }
}
