//! What both shells are tested against and nobody can bring about from there: a panic before anything is recorded, or
//! after it, and a case that a ward fills in months. Asked for by a note. Only with the feature `rehearse`.

use marrow::engine::entry::{Entry, Envelope, Fields, Payload};
use marrow::engine::id::StreamId;
use marrow::engine::time::ClockSample;
use marrow::{Marrow, Parcel};

use crate::forms::{CheckForm, Command, DisinfectForm, Form, NoteForm};
use crate::guard::Failed;
use crate::words::{CheckContext, Pulse};

/// The note that asks for a panic.
pub const PLEASE: &str = "rehearse: panic with Ana Ruiz in its message";
/// The note, or the alias of a case that is opened, that asks for a panic once it is on record.
pub const AFTER: &str = "rehearse: broken off after it was written";
/// The note that asks for ten thousand entries of its case before it, as if another phone had handed them over.
pub const LONG: &str = "rehearse: ten thousand entries";

/// Panics where the command is that note, with health data in the message: nobody may ever see it.
#[allow(clippy::panic, reason = "what it is for")]
pub fn panic_on_request(command: &Command) {
    assert!(!is_note(command, PLEASE), "Ana Ruiz, bed 4");
}

/// The call is to be broken off once the command is on record.
pub fn is_broken_off(command: &Command) -> bool {
    let alias = match &command.form {
        Form::OpenCase { form } => form.alias.as_deref(),
        _ => None,
    };
    is_note(command, AFTER) || alias == Some(AFTER)
}

fn is_note(command: &Command, asked: &str) -> bool {
    let Form::Note {
        form: NoteForm { text },
    } = &command.form
    else {
        return false;
    };
    text.as_deref() == Some(asked)
}

/// Fills the case where the command is that note, from its last entry until now.
pub fn lengthen_on_request(marrow: &mut Marrow, command: &Command, now: &ClockSample) -> Result<(), Failed> {
    const COUNT: u64 = 10_000;
    if !is_note(command, LONG) {
        return Ok(());
    }
    let Parcel { entries, .. } = marrow.parcel(command.case, now)?;
    let Some((bytes, _)) = entries.last() else {
        return Ok(());
    };
    let last = Entry::read(bytes).map_err(marrow::Error::from)?.envelope;
    let (mut chain, mut prev) = (Vec::new(), None);
    for seq in 1..=COUNT {
        let payload = deed(seq)?;
        let mut recorded = last.recorded.clone();
        let since = (now.wall_ms - recorded.wall_ms) / COUNT as i64 * seq as i64;
        recorded.wall_ms += since;
        recorded.boot_ms += since;
        let entry = Entry::seal(Envelope {
            stream: StreamId([0x10; 16]),
            seq,
            prev,
            parents: Vec::new(),
            lamport: last.lamport + seq,
            kind: payload.kind().number(),
            kind_version: payload.kind().version(),
            payload: Fields::Known(payload),
            performed_at_ms: recorded.wall_ms,
            recorded,
            ..last.clone()
        })
        .map_err(marrow::Error::from)?;
        prev = Some(entry.id);
        chain.push((entry.bytes(), 0));
    }
    let parcel = Parcel {
        entries: chain,
        ..marrow.parcel(command.case, now)?
    };
    marrow.take(&parcel, true, now)?;
    Ok(())
}

fn deed(n: u64) -> crate::error::Result<Payload> {
    let text = format!("n. {n}: la familia pregunta");
    match n % 3 {
        0 => Form::Note {
            form: NoteForm { text: Some(text) },
        },
        1 => Form::Disinfect {
            form: DisinfectForm {
                agent: Some("chlorhexidine".to_owned()),
                ..DisinfectForm::default()
            },
        },
        _ => Form::Check {
            form: CheckForm {
                context: Some(CheckContext::Scheduled),
                pulse: Some(Pulse::Strong),
                note: Some(text),
                ..CheckForm::default()
            },
        },
    }
    .try_into()
}
