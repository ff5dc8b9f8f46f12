//! A disk that keeps what was synced, and of the rest whatever it likes.
//!
//! Until a file is synced, each sector of each write to it may be there after a power cut or not,
//! independently of every other, and its length may be that of any moment since the last sync (with
//! what was cut off before that moment gone).
//! Until a folder is synced, each name made, moved or removed in it may be so or not.

use std::collections::BTreeMap;

use crate::dice::Dice;
use crate::image::Image;
use crate::tape::Event;

pub const SECTOR: usize = 512;

/// How a disk treats the sectors that it was writing when the power went.
#[derive(Debug, Clone, Copy)]
pub struct Manners {
    /// Every sector is written whole or not at all. Else, of a write over several sectors, one may
    /// end half old and half new, or as garbage. (A write within one sector is always whole.)
    pub whole_sectors: bool,
    /// The bytes of a sector beside those that were being written stay as they were.
    pub spares_neighbours: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

/// A change of names in one folder, all of it or nothing: what each name stands for from then on.
struct Renaming {
    folder: String,
    names: Vec<(String, Option<Node>)>,
}

#[derive(Default)]
struct File {
    synced: Vec<u8>,
    pending: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Default)]
pub struct Disk {
    files: Vec<File>,
    /// The names as a living process sees them.
    names: BTreeMap<String, Node>,
    synced_names: BTreeMap<String, Node>,
    pending: Vec<Renaming>,
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path of that name beside `path`.
pub fn sibling(path: &str, name: &str) -> String {
    match folder_of(path) {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

impl Disk {
    /// A disk on which all this is durable.
    pub fn holding(image: &Image) -> Disk {
        let mut disk = Disk::default();
        for (path, content) in image {
            let node = match content {
                None => Node::Folder,
                Some(bytes) => disk.file(bytes.clone()),
            };
            disk.names.insert(path.clone(), node);
        }
        disk.synced_names = disk.names.clone();
        disk
    }

    fn file(&mut self, synced: Vec<u8>) -> Node {
        self.files.push(File {
            synced,
            pending: Vec::new(),
        });
        Node::File(self.files.len() - 1)
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::MakeFolder(path) => self.rename(path, vec![(path.clone(), Some(Node::Folder))]),
            Event::Make(path) => {
                let file = self.file(Vec::new());
                self.rename(path, vec![(path.clone(), Some(file))]);
            }
            Event::Remove(path) => self.rename(path, vec![(path.clone(), None)]),
            Event::Rename(from, to) => {
                let moved = self.names.get(from).copied();
                self.rename(from, vec![(from.clone(), None), (to.clone(), moved)]);
            }
            Event::Write(path, offset, bytes) => self.change(path, Change::Write(*offset, bytes.clone())),
            Event::Truncate(path, length) => self.change(path, Change::Truncate(*length)),
            Event::Sync(path) => {
                if let Some(file) = self.open(path) {
                    for change in std::mem::take(&mut file.pending) {
                        change.apply(&mut file.synced);
                    }
                }
            }
            Event::SyncFolder(folder) => {
                let (done, pending) = std::mem::take(&mut self.pending)
                    .into_iter()
                    .partition(|renaming| renaming.folder == *folder);
                self.pending = pending;
                for renaming in done {
                    renaming.apply(&mut self.synced_names);
                }
            }
            Event::HalfSync(_) | Event::Told(_) => {}
        }
    }

    fn rename(&mut self, path: &str, names: Vec<(String, Option<Node>)>) {
        let renaming = Renaming {
            folder: folder_of(path).to_owned(),
            names,
        };
        renaming.apply(&mut self.names);
        self.pending.push(renaming);
    }

    fn open(&mut self, path: &str) -> Option<&mut File> {
        match self.names.get(path) {
            Some(Node::File(number)) => self.files.get_mut(*number),
            // Removed while it was open: what is written there is lost anyway.
            _ => None,
        }
    }

    fn change(&mut self, path: &str, change: Change) {
        if let Some(file) = self.open(path) {
            file.pending.push(change);
        }
    }

    /// What a power cut at this moment leaves, by these dice.
    pub fn cut(&self, dice: &mut Dice, manners: Manners) -> Image {
        let mut names = self.synced_names.clone();
        let chance = luck(dice);
        for renaming in &self.pending {
            if dice.percent(chance) {
                renaming.apply(&mut names);
            }
        }
        let contents: Vec<Vec<u8>> = self.files.iter().map(|file| file.cut(dice, manners)).collect();
        let reachable = |path: &str| {
            let mut folder = folder_of(path);
            while !folder.is_empty() && names.get(folder) == Some(&Node::Folder) {
                folder = folder_of(folder);
            }
            folder.is_empty()
        };
        let mut image = Image::new();
        for (path, node) in names.iter().filter(|(path, _)| reachable(path)) {
            let content = match node {
                Node::Folder => None,
                Node::File(number) => Some(contents[*number].clone()),
            };
            image.insert(path.clone(), content);
        }
        image
    }
}

/// The chance, in a hundred, of a thing to survive this cut. Everything or nothing of a file is as
/// telling as a mixture.
fn luck(dice: &mut Dice) -> usize {
    [0, 100, 15, 50, 85][dice.below(5)]
}

impl Renaming {
    fn apply(&self, names: &mut BTreeMap<String, Node>) {
        for (path, node) in &self.names {
            match node {
                Some(node) => names.insert(path.clone(), *node),
                None => names.remove(path),
            };
        }
    }
}

impl Change {
    fn apply(self, content: &mut Vec<u8>) {
        match self {
            Change::Write(offset, bytes) => put(content, offset, &bytes),
            Change::Truncate(length) => content.resize(length, 0),
        }
    }

    fn length_after(&self, length: usize) -> usize {
        match self {
            Change::Write(offset, bytes) => length.max(offset + bytes.len()),
            Change::Truncate(length) => *length,
        }
    }
}

fn put(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(bytes);
}

impl File {
    fn cut(&self, dice: &mut Dice, manners: Manners) -> Vec<u8> {
        let mut content = self.synced.clone();
        if self.pending.is_empty() {
            return content;
        }
        let chance = luck(dice);
        // So many of the changes of the length have reached the disk, in their order.
        let lengths_kept = match dice.below(4) {
            0 => 0,
            1 => dice.below(self.pending.len() + 1),
            _ => self.pending.len(),
        };
        let mut length = content.len();
        for (number, change) in self.pending.iter().enumerate() {
            let kept = number < lengths_kept;
            if kept {
                length = change.length_after(length);
            }
            match change {
                Change::Write(offset, bytes) => write_some(&mut content, *offset, bytes, chance, dice, manners),
                Change::Truncate(length) if kept => content.truncate(*length),
                Change::Truncate(_) => {}
            }
        }
        content.resize(length, 0);
        content
    }
}

/// Writes those sectors that survive.
fn write_some(content: &mut Vec<u8>, offset: usize, bytes: &[u8], chance: usize, dice: &mut Dice, manners: Manners) {
    let mut done = 0;
    while done < bytes.len() {
        let start = offset + done;
        let length = (SECTOR - start % SECTOR).min(bytes.len() - done);
        let piece = &bytes[done..done + length];
        done += length;
        if dice.percent(chance) {
            put(content, start, piece);
        } else if !manners.whole_sectors && length < bytes.len() && dice.percent(5) {
            spoil(content, start, piece, dice, manners);
        }
    }
}

/// The power went while this very sector was written.
fn spoil(content: &mut Vec<u8>, start: usize, piece: &[u8], dice: &mut Dice, manners: Manners) {
    let middle = dice.below(piece.len());
    match dice.below(3) {
        0 => put(content, start, &piece[..middle]),
        1 => put(content, start + middle, &piece[middle..]),
        _ => {
            let (mut from, mut to) = (start, start + piece.len());
            if !manners.spares_neighbours {
                from -= from % SECTOR;
                to = to.next_multiple_of(SECTOR).min(content.len().max(to));
            }
            let garbage: Vec<u8> = (from..to).map(|_| dice.below(256) as u8).collect();
            put(content, from, &garbage);
        }
    }
}
