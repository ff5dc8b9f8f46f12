//! Amendments at the level of bytes: which fields of a payload changed, and to what.
//!
//! A payload is a CBOR map from field number to value. A patch is such a map too, with only the
//! fields that change; `null` takes a field away. Maps inside maps are patched in depth, so that an
//! amended alias leaves the rest of an opening alone. Working on bytes keeps one rule for all kinds.

use std::borrow::Cow;
use std::collections::BTreeMap;

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

const NULL: &[u8] = &[0xf6];

/// Fields by their numbers, which rise.
type Fields<V> = Vec<(u64, V)>;

fn fields(bytes: &[u8]) -> Option<Fields<&[u8]>> {
    let mut d = Decoder::new(bytes);
    if d.datatype().ok()? != Type::Map {
        return None;
    }
    let mut fields = Vec::new();
    for _ in 0..d.map().ok()?? {
        let key = d.u64().ok()?;
        let start = d.position();
        d.skip().ok()?;
        put(&mut fields, key, bytes.get(start..d.position())?);
    }
    (d.position() == bytes.len()).then_some(fields)
}

fn at<V>(fields: &[(u64, V)], key: u64) -> Result<usize, usize> {
    match fields.last() {
        // As a map in canonical form is read.
        Some((last, _)) if *last < key => Err(fields.len()),
        _ => fields.binary_search_by_key(&key, |(key, _)| *key),
    }
}

fn get<V>(fields: &[(u64, V)], key: u64) -> Option<&V> {
    at(fields, key).ok().map(|at| &fields[at].1)
}

fn put<V>(fields: &mut Fields<V>, key: u64, value: V) {
    match at(fields, key) {
        Ok(at) => fields[at].1 = value,
        Err(at) => fields.insert(at, (key, value)),
    }
}

fn map<V: AsRef<[u8]>>(fields: &[(u64, V)]) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    // Writing into a Vec cannot fail.
    let _ = e.map(fields.len() as u64);
    for (key, value) in fields {
        let _ = e.u64(*key);
        e.writer_mut().extend_from_slice(value.as_ref());
    }
    e.into_writer()
}

/// Lays a patch over a payload. Bytes that are not maps leave the payload as it was.
pub fn apply_patch(payload: &[u8], patch: &[u8]) -> Vec<u8> {
    let (Some(old), Some(new)) = (fields(payload), fields(patch)) else {
        return payload.to_vec();
    };
    let mut merged: Fields<Cow<'_, [u8]>> = old.iter().map(|(k, v)| (*k, Cow::from(*v))).collect();
    for (key, value) in new {
        if value == NULL {
            merged.retain(|(there, _)| *there != key);
            continue;
        }
        let inner = get(&old, key).filter(|v| fields(v).is_some() && fields(value).is_some());
        let value = inner.map_or(Cow::from(value), |v| apply_patch(v, value).into());
        put(&mut merged, key, value);
    }
    map(&merged)
}

/// The patch that makes `new` of `old`; an empty map where nothing changes.
pub fn diff_patch(old: &[u8], new: &[u8]) -> Vec<u8> {
    let (Some(old), Some(new)) = (fields(old), fields(new)) else {
        return map::<Vec<u8>>(&[]);
    };
    let mut patch = Vec::new();
    for (key, _) in old.iter().filter(|(key, _)| get(&new, *key).is_none()) {
        put(&mut patch, *key, NULL.to_vec());
    }
    for (key, value) in new {
        match get(&old, key) {
            Some(before) if *before == value => {}
            Some(before) if fields(before).is_some() && fields(value).is_some() => {
                put(&mut patch, key, diff_patch(before, value));
            }
            _ => put(&mut patch, key, value.to_vec()),
        }
    }
    map(&patch)
}

/// The patch's fields one by one, each by its path and as a patch of its own: amendments meet per
/// field, inside maps too (all patient data of an opening lies in one).
pub(crate) fn split_patch(patch: &[u8]) -> BTreeMap<Vec<u64>, Vec<u8>> {
    let mut split = BTreeMap::new();
    for (key, value) in fields(patch).unwrap_or_default() {
        let alone = |value: Vec<u8>| map(&[(key, value)]);
        match fields(value).filter(|inner| !inner.is_empty()) {
            Some(_) => split.extend(
                split_patch(value)
                    .into_iter()
                    .map(|(path, inner)| ([vec![key], path].concat(), alone(inner))),
            ),
            None => {
                split.insert(vec![key], alone(value.to_vec()));
            }
        }
    }
    split
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Payload;
    use serde_json::json;

    fn cbor(kind: &str, form: serde_json::Value) -> Vec<u8> {
        Payload::from_json(kind, form.as_object().cloned().unwrap())
            .unwrap()
            .to_cbor()
    }

    #[test]
    fn a_patch_carries_only_what_changes_and_gives_the_new_value() {
        for (kind, old, new) in [
            (
                "check",
                json!({"pain": 3, "colour": "pale"}),
                json!({"pain": 4, "colour": "pale"}),
            ),
            ("check", json!({"pain": 3}), json!({"colour": "pale"})),
            (
                "open-case",
                json!({"alias": "Bed 4", "age_years": 50}),
                json!({"alias": "Bed 5", "age_years": 50}),
            ),
            ("flush", json!({}), json!({})),
        ] {
            let (old, new) = (cbor(kind, old), cbor(kind, new));
            let patch = diff_patch(&old, &new);
            assert_eq!(apply_patch(&old, &patch), new);
            assert!(patch.len() <= new.len() + 4);
        }
        assert_eq!(apply_patch(&[0xff], &[0xa0]), vec![0xff], "not a map: left alone");
    }

    /// `{1: 7, 2: {3: 8}}` as `a2 01 07 02 a1 03 08`.
    fn bytes(hex: &str) -> Vec<u8> {
        hex.split(' ')
            .map(|byte| u8::from_str_radix(byte, 16).unwrap())
            .collect()
    }

    #[test]
    fn a_patch_is_what_makes_one_payload_of_another() {
        for (what, old, new, patch) in [
            ("nothing", "a1 01 07", "a1 01 07", "a0"),
            ("a value", "a2 01 07 02 08", "a2 01 07 02 09", "a1 02 09"),
            ("a field that comes", "a1 01 07", "a2 01 07 02 08", "a1 02 08"),
            ("one that comes before", "a1 02 08", "a2 01 07 02 08", "a1 01 07"),
            ("a field that goes", "a2 01 07 02 08", "a1 02 08", "a1 01 f6"),
            ("one goes, one comes", "a1 02 08", "a1 01 07", "a2 01 07 02 f6"),
            (
                "in depth",
                "a1 01 a2 02 07 03 08",
                "a1 01 a2 02 07 03 09",
                "a1 01 a1 03 09",
            ),
            ("a map that empties", "a1 01 a1 02 07", "a1 01 a0", "a1 01 a1 02 f6"),
            ("a value becomes a map", "a1 01 07", "a1 01 a1 02 08", "a1 01 a1 02 08"),
            ("a map becomes a value", "a1 01 a1 02 08", "a1 01 07", "a1 01 07"),
        ] {
            let (old, new, patch) = (bytes(old), bytes(new), bytes(patch));
            assert_eq!(diff_patch(&old, &new), patch, "{what}");
            assert_eq!(apply_patch(&old, &patch), new, "{what}");
        }
    }

    #[test]
    fn what_is_no_map_is_not_patched() {
        for (payload, patch) in [("07", "a1 01 08"), ("a1 01 07", "08"), ("a1 01 07", "a1 01 08 00")] {
            assert_eq!(apply_patch(&bytes(payload), &bytes(patch)), bytes(payload));
        }
        assert_eq!(diff_patch(&bytes("07"), &bytes("a1 01 07")), bytes("a0"));
    }

    #[test]
    fn a_patch_falls_apart_into_its_fields() {
        let split = split_patch(&bytes("a3 01 07 02 a2 03 08 04 f6 05 a0"));
        let fields = [
            (vec![1], "a1 01 07"),
            (vec![2, 3], "a1 02 a1 03 08"),
            (vec![2, 4], "a1 02 a1 04 f6"),
            (vec![5], "a1 05 a0"),
        ];
        assert_eq!(split, fields.map(|(path, alone)| (path, bytes(alone))).into());
    }
}
