//! Whether bytes are the one canonical form of what they say: it is written once more and compared on the way.

use minicbor::Encode;
use minicbor::encode::Write;

/// Whether the value is written as these bytes and no others.
pub(super) fn writes_as<T: Encode<()>>(value: &T, bytes: &[u8]) -> bool {
    let mut rest = Rest(bytes);
    minicbor::encode(value, &mut rest).is_ok() && rest.0.is_empty()
}

/// What is still to be written.
struct Rest<'a>(&'a [u8]);

/// Something else was written.
struct Differs;

impl Write for Rest<'_> {
    type Error = Differs;

    fn write_all(&mut self, written: &[u8]) -> Result<(), Differs> {
        self.0 = self.0.strip_prefix(written).ok_or(Differs)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::writes_as;

    #[test]
    fn only_the_form_itself_is_canonical() {
        for (bytes, same) in [
            (&b"\x82\x01\x02"[..], true),
            (b"\x82\x01\x03", false),
            (b"\x82\x01", false),
            (b"\x82\x01\x02\x00", false),
            // The same array with its length in two bytes.
            (b"\x98\x02\x01\x02", false),
        ] {
            assert_eq!(writes_as(&(1, 2), bytes), same, "{bytes:02x?}");
        }
    }
}
