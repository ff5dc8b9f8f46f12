//! What is refused: under which rule, and that nothing of it goes on record.

mod device;
mod record;
mod tasks;
mod times;
