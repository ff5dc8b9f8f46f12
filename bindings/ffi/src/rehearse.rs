//! A panic on request, so that both shells can be tested against one. Only with the feature `rehearse`.

use crate::forms::{Command, Form, NoteForm};

/// The note that asks for it.
pub const PLEASE: &str = "rehearse: panic with Ana Ruiz in its message";

/// Panics where the command is that note, with health data in the message: nobody may ever see it.
#[allow(clippy::panic, reason = "what it is for")]
pub fn panic_on_request(command: &Command) {
    if let Form::Note {
        form: NoteForm { text: Some(text) },
    } = &command.form
    {
        assert!(text != PLEASE, "Ana Ruiz, bed 4");
    }
}
