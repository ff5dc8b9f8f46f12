//! Every protocol that ever shipped, and the ones in use with their policies laid over.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Policy, PolicyError, Protocol, ProtocolError};
use crate::entry::payload::Pin;

/// Id, version and document of every protocol that ever shipped: none is ever taken out, because
/// open cases are pinned to them. The last one is what new cases follow.
pub const SHIPPED: &[(&str, u32, &str)] = &[("io-aftercare", 1, include_str!("../../protocols/io-aftercare.json"))];

/// What a protocol is found by: id, version, policy text.
type Key = (String, u32, Option<String>);

/// Finds the protocol that a case is pinned to, reading each only once.
#[derive(Default)]
pub struct Protocols {
    extra: Vec<(String, u32, String)>,
    read: Mutex<HashMap<Key, Arc<Protocol>>>,
}

impl Protocols {
    /// The shipped protocols.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// The shipped protocols and one more, which new cases then follow.
    pub fn with(id: &str, version: u32, document: &str) -> Self {
        Self {
            extra: vec![(id.to_owned(), version, document.to_owned())],
            read: Mutex::default(),
        }
    }

    fn document(&self, id: &str, version: u32) -> Option<&str> {
        let extra = self.extra.iter().map(|(i, v, d)| (i.as_str(), *v, d.as_str()));
        extra
            .chain(SHIPPED.iter().copied())
            .find(|(i, v, _)| *i == id && *v == version)
            .map(|(_, _, d)| d)
    }

    /// What a new case follows, with a hospital's policy where there is one.
    pub fn pin(&self, policy: Option<String>) -> Pin {
        let shipped = SHIPPED.last().map(|(id, version, _)| ((*id).to_owned(), *version));
        let extra = self.extra.last().map(|(id, version, _)| (id.clone(), *version));
        let (protocol, version) = extra.or(shipped).unwrap_or_default();
        Pin {
            protocol,
            version,
            policy,
        }
    }

    /// The newest protocol without any policy: what stands in where a case's own cannot be read.
    pub fn newest(&self) -> Arc<Protocol> {
        // A shipped document that did not parse would fail every test of this crate.
        self.find(&self.pin(None))
            .unwrap_or_else(|_| Arc::new(Protocol::empty()))
    }

    /// The protocol of a pin.
    pub fn find(&self, pin: &Pin) -> Result<Arc<Protocol>, ProtocolError> {
        let key = (pin.protocol.clone(), pin.version, pin.policy.clone());
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(protocol) = read.get(&key) {
            return Ok(Arc::clone(protocol));
        }
        let document = self
            .document(&pin.protocol, pin.version)
            .ok_or_else(|| ProtocolError(format!("{} version {} is not known here", pin.protocol, pin.version)))?;
        let policy = match &pin.policy {
            Some(json) => Some(Policy::read(json).map_err(|e| ProtocolError(e.to_string()))?),
            None => None,
        };
        let protocol = Arc::new(Protocol::parse(document, policy)?);
        read.insert(key, Arc::clone(&protocol));
        Ok(protocol)
    }

    /// Reads a policy and holds it against the newest protocol. The error names parameter, value and bounds.
    pub fn check(&self, json: &str) -> Result<Arc<Protocol>, PolicyError> {
        let policy = Policy::read(json)?;
        let plain = self
            .find(&self.pin(None))
            .map_err(|e| PolicyError::NotAPolicy(e.to_string()))?;
        let mut parameters = plain.parameters.clone();
        policy.lay_over(&plain.id, &mut parameters)?;
        self.find(&self.pin(Some(json.to_owned())))
            .map_err(|e| PolicyError::NotAPolicy(e.to_string()))
    }
}
