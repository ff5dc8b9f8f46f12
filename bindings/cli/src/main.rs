//! `marrow`: the terminal shell.

mod failure;
mod replay;

use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<std::path::PathBuf> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .map(Into::into)
        .collect();
    match replay::check(&files) {
        Ok(tally) => {
            for failure in &tally.failures {
                println!("{failure}");
            }
            println!("{} passed, {} failed", tally.passed, tally.failures.len());
            ExitCode::from(u8::from(!tally.failures.is_empty()))
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.code)
        }
    }
}
