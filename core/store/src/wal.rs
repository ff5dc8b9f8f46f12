//! Reading SQLite's -wal file (the write-ahead log, <https://www.sqlite.org/fileformat2.html#walformat>).
//!
//! SQLite reads it up to the first frame that doesn't check, and forgets the rest without a word: right after a power
//! loss, when the rest was never acknowledged; wrong when an old, acknowledged part has rotted. Here the difference is
//! seen, and the frames are found that are still good. This module only ever reads.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::files::{self, PAGE};

const HEADER: u64 = 32;
const FRAME_HEADER: usize = 24;

/// What a -wal file holds.
pub(crate) struct Wal {
    /// Whether SQLite would read it at all.
    pub header_intact: bool,
    pub frames: Vec<Frame>,
}

/// One page image in the -wal file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// Which page of the database this is, from 1.
    pub page: u32,
    /// Whether a transaction ends here.
    pub commits: bool,
    /// Whether the frame is of this -wal's generation and as its checksum says.
    pub intact: bool,
    /// Where in the -wal file the page's bytes begin.
    pub offset: u64,
}

/// Whether there is anything in the -wal of the store at `path`.
pub(crate) fn has_frames(path: &Path) -> io::Result<bool> {
    match std::fs::metadata(files::part(path, files::WAL)) {
        Ok(meta) => Ok(meta.len() > HEADER),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether SQLite, opening the store at `path`, would drop something that had been acknowledged.
///
/// A transaction is acknowledged only when it is synced, and the next begins only then. So two commits after a broken
/// frame, in an unbroken row, prove that the frame had once been good. One commit proves nothing: it may be the one
/// that a power loss interrupted.
pub(crate) fn has_lost_commits(path: &Path) -> io::Result<bool> {
    // Twice: another process may be starting the file over while we read it.
    Ok(lost(&read(path)?) && lost(&read(path)?))
}

fn lost(wal: &Wal) -> bool {
    let mut broken = !wal.header_intact;
    let mut commits_since = 0;
    for frame in &wal.frames {
        if !frame.intact {
            broken = true;
            commits_since = 0;
        } else if broken && frame.commits {
            commits_since += 1;
        }
        if commits_since == 2 {
            return true;
        }
    }
    false
}

/// Reads the -wal of the store at `path`; without such a file, or with an empty one, there are no frames.
pub(crate) fn read(path: &Path) -> io::Result<Wal> {
    let mut wal = Wal {
        header_intact: true,
        frames: Vec::new(),
    };
    let file = match File::open(files::part(path, files::WAL)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(wal),
        file => file?,
    };
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut header = [0; HEADER as usize];
    if !fill(&mut reader, &mut header)? {
        return Ok(wal);
    }
    // A header that is lost will have said "little-endian": it was written on this machine.
    let sum = Checksum {
        big_endian: header[..4] == [0x37, 0x7f, 0x06, 0x83],
    };
    wal.header_intact = sum.over((0, 0), &header[..24]) == pair(&header[24..]);
    let mut salt = wal.header_intact.then(|| pair(&header[16..]));
    let mut previous = pair(&header[24..]);

    let mut frame = [0; FRAME_HEADER + PAGE];
    let mut offset = HEADER;
    while fill(&mut reader, &mut frame)? {
        let stored = pair(&frame[16..]);
        let found = sum.over(sum.over(previous, &frame[..8]), &frame[FRAME_HEADER..]);
        // With the header lost, the first frame says which generation is the present one.
        let salt = *salt.get_or_insert(pair(&frame[8..]));
        wal.frames.push(Frame {
            page: word(&frame),
            commits: word(&frame[4..]) != 0,
            intact: salt == pair(&frame[8..]) && stored == found,
            offset: offset + FRAME_HEADER as u64,
        });
        // From the stored sum, not from the computed one: so one broken frame doesn't break all that follow.
        previous = stored;
        offset += frame.len() as u64;
    }
    Ok(wal)
}

/// Fills the buffer; false if the file ends before.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match reader.read_exact(buffer) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        done => done.map(|()| true),
    }
}

/// SQLite's running sum of 32-bit words, in the byte order of the machine that began the file.
struct Checksum {
    big_endian: bool,
}

impl Checksum {
    fn over(&self, (mut a, mut b): (u32, u32), bytes: &[u8]) -> (u32, u32) {
        for eight in bytes.chunks_exact(8) {
            let (x, y) = pair(eight);
            let (x, y) = if self.big_endian {
                (x, y)
            } else {
                (x.swap_bytes(), y.swap_bytes())
            };
            a = a.wrapping_add(x).wrapping_add(b);
            b = b.wrapping_add(y).wrapping_add(a);
        }
        (a, b)
    }
}

fn pair(bytes: &[u8]) -> (u32, u32) {
    (word(bytes), word(&bytes[4..]))
}

fn word(bytes: &[u8]) -> u32 {
    u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}
