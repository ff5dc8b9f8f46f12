//! What is left of the key in the memory of a process that has closed its store: nothing.
//!
//! A child opens a store, writes, reads, closes it, and waits; its parent looks through its memory.
//! (Entries that the store has handed out are their owner's to wipe, and not looked for here.)

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::process::{Child, Stdio};

use marrow_store::{Key, Store};

use crate::fixtures::{batch, child, entry, id16, path_from_parent, place};

const KEPT: u8 = 0x20;

/// A key whose bytes are written nowhere in the program.
fn scattered_key() -> [u8; 32] {
    std::array::from_fn(|n| black_box(n as u8).wrapping_mul(89) ^ 0x3c)
}

/// What the child keeps on purpose, so that the search is known to find something.
fn kept() -> Vec<u8> {
    b"KEPT-IN-MEMORY".iter().map(|byte| byte ^ black_box(KEPT)).collect()
}

fn memory_of(process: &Child) -> io::Result<Vec<u8>> {
    let folder = format!("/proc/{}", process.id());
    let mut memory = File::open(format!("{folder}/mem"))?;
    let mut all = Vec::new();
    for line in fs::read_to_string(format!("{folder}/maps"))?
        .lines()
        .filter(|line| line.contains(" rw-p "))
    {
        let mut words = line.split([' ', '-']);
        let mut number = || u64::from_str_radix(words.next().unwrap(), 16).unwrap();
        let (start, end) = (number(), number());
        memory.seek(SeekFrom::Start(start))?;
        memory.by_ref().take(end - start).read_to_end(&mut all)?;
    }
    Ok(all)
}

fn count(memory: &[u8], text: &[u8]) -> usize {
    memory.windows(text.len()).filter(|window| *window == text).count()
}

/// What was found in a child that has got so far: the kept text, the key, the key in hexadecimal.
struct Found {
    kept: usize,
    key: usize,
    hex: usize,
}

fn look_at_child(stop: &str) -> io::Result<Found> {
    let (_folder, path) = place();
    let mut process = child("memory::closes_its_store", &path)
        .env("MARROW_STORE_STOP", stop)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().ends_with("ready")));
    let memory = memory_of(&process);
    drop(process.stdin.take());
    assert!(process.wait().unwrap().success());
    let memory = memory?;
    let hex: String = scattered_key().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Found {
        kept: count(&memory, &kept()),
        // The second half: to give memory back, the allocator writes over its beginning.
        key: count(&memory, &scattered_key()[16..]),
        hex: count(&memory, &hex.as_bytes()[32..]),
    })
}

#[test]
fn nothing_of_the_key_is_left_in_memory() {
    let (open, closed) = match (look_at_child("open"), look_at_child("closed")) {
        (Ok(open), Ok(closed)) => (open, closed),
        (Err(error), _) | (_, Err(error)) => {
            return eprintln!("SKIPPED nothing_of_the_key_is_left_in_memory: may not look ({error})");
        }
    };
    // The search finds what is there.
    assert!(open.kept > 0 && closed.kept > 0);
    assert!(open.key > 0);
    assert_eq!((closed.key, closed.hex), (0, 0));
}

#[test]
#[ignore = "the child of nothing_of_the_key_is_left_in_memory"]
fn closes_its_store() {
    let kept = kept();
    let stop = std::env::var("MARROW_STORE_STOP").unwrap();
    let wait = || {
        println!("ready");
        io::stdin().read_to_end(&mut Vec::new()).unwrap();
    };
    let key = Key::new(scattered_key());
    let mut store = Store::open(&path_from_parent(), &key).unwrap();
    store.commit(&batch(&[entry(1, 1, 1)])).unwrap();
    store.entries_of(&id16(1)).unwrap();
    if stop == "open" {
        wait();
    }
    drop(store);
    drop(key);
    wait();
    assert_eq!(black_box(kept).len(), 14);
}
