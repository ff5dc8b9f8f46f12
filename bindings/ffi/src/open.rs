//! Opening the store.

use std::path::Path;

use marrow::engine::protocol::Protocols;
use marrow::{Key, Secret};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::{MarrowError, Result};
use crate::store::Rescue;

/// What `open` needs beside the secrets.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct OpenOptions {
    /// The database file.
    pub path: String,
    /// A random id, used only where a new incarnation of this installation has to start.
    pub fresh: Uuid,
    /// The mark that the last [`crate::Outcome`] or [`crate::StoreInfo`] gave, kept outside the database. Ahead of the
    /// database it means that the file was rolled back; behind is normal.
    #[uniffi(default = None)]
    pub high_water: Option<u64>,
    /// Whether a store is made where there is none; where not, that is [`MarrowError::NoStore`].
    #[uniffi(default = true)]
    pub make: bool,
    /// Only after [`MarrowError::Damaged`] and on a person's word: the damaged file is set aside under a name that ends
    /// so, and a new store begins with every entry that can still be read.
    #[uniffi(default = None)]
    pub rescue_as: Option<String>,
}

/// Thirty-two bytes from the other side, wiped when dropped.
fn secret(bytes: &[u8], name: &str) -> Result<Zeroizing<[u8; 32]>> {
    let mut copy = Zeroizing::new([0; 32]);
    if bytes.len() != copy.len() {
        return Err(MarrowError::invalid(name));
    }
    copy.copy_from_slice(bytes);
    Ok(copy)
}

/// Opens the store. What is owned of key and secret on this side is wiped when it is closed; the caller wipes her own.
pub fn open(key: &[u8], installation: &[u8], options: OpenOptions) -> Result<(marrow::Marrow, Option<Rescue>)> {
    let OpenOptions {
        path,
        fresh,
        high_water,
        make,
        rescue_as,
    } = options;
    let path = Path::new(&path);
    let key = secret(key, "key")?;
    let core = |error| MarrowError::of(error, Default::default());
    let rescued = match rescue_as {
        None => None,
        Some(stamp) if stamp.is_empty() || !stamp.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            return Err(MarrowError::invalid("rescue_as"));
        }
        Some(stamp) => Some(marrow::rescue(path, &Key::new(*key), &stamp).map_err(core)?),
    };
    let options = marrow::OpenOptions {
        path,
        key: Key::new(*key),
        secret: Secret(*secret(installation, "installation")?),
        fresh: fresh.into_bytes(),
        high_water,
        protocols: Protocols::shipped(),
    };
    let opened = if make {
        marrow::Marrow::open(options)
    } else {
        marrow::Marrow::open_existing(options)
    };
    Ok((opened.map_err(core)?, rescued.map(Rescue::from)))
}
