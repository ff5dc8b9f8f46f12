//! Reading SQLite's -wal file (the write-ahead log,
//! <https://www.sqlite.org/fileformat2.html#walformat>).
//!
//! SQLite reads it up to the first frame that doesn't check, and forgets the rest without a word:
//! right after a power loss, when the rest was never acknowledged; wrong when an old, acknowledged
//! part has rotted. Here the difference is seen, and the frames are found that are still good. This
//! module only ever reads.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::files::{self, PAGE};

const HEADER: u64 = 32;
const FRAME_HEADER: usize = 24;

/// What a -wal file holds.
pub(crate) struct Wal {
    header: [u8; HEADER as usize],
    /// Whether SQLite would read the file at all.
    header_intact: bool,
    pub frames: Vec<Frame>,
}

impl Wal {
    /// The good frames up to the last commit; what follows that was never acknowledged. For a frame
    /// that is broken, the page's image before it will do.
    pub fn committed(mut self) -> Vec<Frame> {
        let end = self
            .frames
            .iter()
            .rposition(|frame| frame.intact && frame.commits)
            .map_or(0, |last| last + 1);
        self.frames.truncate(end);
        self.frames.retain(|frame| frame.intact);
        self.frames
    }
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
/// A transaction is acknowledged only when it is synced, and the next begins only then. So two
/// commits after a broken frame, in an unbroken row, prove that the frame had once been good. One
/// commit proves nothing: it may be the one that a power loss interrupted.
pub(crate) fn has_lost_commits(path: &Path) -> io::Result<bool> {
    let wal = read(path)?;
    // If the header is another by now, a living process has begun the file anew while we read it;
    // what we saw is then a mixture of two generations, and says nothing.
    Ok(lost(&wal) && read_header(path)? == wal.header)
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

/// Reads the -wal of the store at `path`; without such a file, or with an empty one, there are no
/// frames.
pub(crate) fn read(path: &Path) -> io::Result<Wal> {
    let mut wal = Wal {
        header: [0; HEADER as usize],
        header_intact: true,
        frames: Vec::new(),
    };
    let file = match File::open(files::part(path, files::WAL)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(wal),
        file => file?,
    };
    let mut reader = BufReader::with_capacity(1 << 16, file);
    if !fill(&mut reader, &mut wal.header)? {
        return Ok(wal);
    }
    let header = wal.header;
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
        // From the stored sum, not from the computed one: so one broken frame doesn't break all
        // that follow.
        previous = stored;
        offset += frame.len() as u64;
    }
    Ok(wal)
}

fn read_header(path: &Path) -> io::Result<[u8; HEADER as usize]> {
    let mut header = [0; HEADER as usize];
    fill(&mut File::open(files::part(path, files::WAL))?, &mut header)?;
    Ok(header)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `.` is a good frame, `C` one that ends a transaction, `x` a broken one.
    fn wal(header_intact: bool, frames: &str) -> Wal {
        let frame = |letter| Frame {
            page: 2,
            commits: letter == 'C',
            intact: letter != 'x',
            offset: 0,
        };
        Wal {
            header: [0; HEADER as usize],
            header_intact,
            frames: frames.chars().map(frame).collect(),
        }
    }

    #[test]
    fn two_commits_in_an_unbroken_row_prove_a_loss() {
        let cases = [
            (true, "", false),
            (true, ".C.C.C", false),
            (true, ".C.Cx", false),
            (true, ".Cx.C", false),
            (true, ".Cx.Cx.C", false),
            (true, ".Cx.C.C", true),
            (true, ".CxC.Cxx", true),
            (true, "xx..C..C", true),
            (false, "..C", false),
            (false, "..C.C", true),
        ];
        for (header_intact, frames, expected) in cases {
            assert_eq!(lost(&wal(header_intact, frames)), expected, "{header_intact} {frames}");
        }
    }

    #[test]
    fn the_checksum_is_sqlites() {
        let bytes = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4];
        let big = Checksum { big_endian: true };
        assert_eq!(big.over((0, 0), &bytes), (7, 14));
        assert_eq!(big.over(big.over((0, 0), &bytes[..8]), &bytes[8..]), (7, 14));
        assert_eq!(Checksum { big_endian: false }.over((0, 0), &bytes), (7 << 24, 14 << 24));
    }
}
