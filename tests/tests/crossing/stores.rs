//! Fresh stores for vectors, on both sides of the border.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use marrow::engine::protocol::Protocols;
use marrow::{Key, Marrow, OpenOptions, Secret};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

/// The secrets of a store. Its entries' ids follow from them.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Secrets {
    pub key: String,
    pub installation: String,
    pub fresh: marrow_ffi::Uuid,
}

pub fn facade(folder: &TempDir, secrets: &Secrets) -> Marrow {
    Marrow::open(OpenOptions {
        path: &folder.path().join("marrow.db"),
        key: Key::new(unhex(&secrets.key)),
        secret: Secret(unhex(&secrets.installation)),
        fresh: secrets.fresh.into_bytes(),
        high_water: None,
        protocols: Protocols::shipped(),
    })
    .expect("a fresh store opens")
}

pub fn crossing(folder: &TempDir, secrets: &Secrets) -> Arc<marrow_ffi::Marrow> {
    let options = marrow_ffi::OpenOptions {
        path: folder.path().join("marrow.db").to_str().expect("a path").to_owned(),
        fresh: secrets.fresh,
        high_water: None,
        make: true,
        rescue_as: None,
    };
    let (key, installation): ([u8; 32], [u8; 32]) = (unhex(&secrets.key), unhex(&secrets.installation));
    // Opening hushes every panic of the process, and what a test has to say with it.
    let hook = std::panic::take_hook();
    let opened = marrow_ffi::Marrow::open(&key, &installation, options);
    std::panic::set_hook(hook);
    opened.expect("a fresh store opens")
}

pub fn folder() -> TempDir {
    TempDir::with_prefix("marrow-crossing-").expect("a temporary folder")
}

pub fn unhex<const N: usize>(text: &str) -> [u8; N] {
    assert_eq!(text.len(), 2 * N, "not {N} bytes: {text}");
    std::array::from_fn(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hex"))
}

pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name)
}

pub fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let json = std::fs::read_to_string(file(name)).expect("a vector file can be read");
    serde_json::from_str(&json).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Whether golden files are to be written instead of compared.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
