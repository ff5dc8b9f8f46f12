import Foundation
import Testing

@testable import MarrowKit

/// The gate, the clocks, and what is kept in files.
@Suite
struct LockAndClockTests {
    @MainActor
    @Test("The gate is closed at first, after a minute away and when it is told; a phone without a lock has none")
    func gate() {
        var now: Int64 = 0
        var secured = true
        let lock = AppLock(elapsedMs: { now }, secured: { secured })
        #expect(lock.closed)
        lock.open()
        #expect(!lock.closed)
        lock.left()
        now += AppLock.awayMs - 1
        // Told twice, as iOS does on the way to the list of apps and on to another.
        lock.left()
        lock.returned()
        #expect(!lock.closed)
        lock.left()
        now += AppLock.awayMs / 2
        lock.left()
        now += AppLock.awayMs / 2
        lock.returned()
        #expect(lock.closed)
        secured = false
        #expect(!lock.closed)
        secured = true
        lock.open()
        lock.close()
        #expect(lock.closed)
    }

    @Test("A boot has one name, in all processes; the next has another")
    func boots() throws {
        let bench = try Bench()
        let (one, two) = (UUID(), UUID())
        let first = Boots(in: bench.folder).id(one, bootMs: 5)
        #expect(Boots(in: bench.folder).id(one, bootMs: 9) == first && first != one)
        let second = Boots(in: bench.folder).id(two, bootMs: 20)
        #expect(second != first && Boots(in: bench.folder).id(two, bootMs: 30) == second)
    }

    @Test("Where the kernel does not name its boot, a clock that stands further back tells of a new one")
    func bootsWithoutAName() throws {
        let bench = try Bench()
        let first = Boots(in: bench.folder).id(nil, bootMs: 5)
        #expect(Boots(in: bench.folder).id(nil, bootMs: 200_000) == first)
        let second = Boots(in: bench.folder).id(nil, bootMs: 70_000)
        #expect(second != first && Boots(in: bench.folder).id(nil, bootMs: 70_001) == second)
    }

    @Test("The clock's sample is of this moment, and both its clocks go on")
    func clock() async throws {
        let bench = try Bench()
        let clock = PhoneClock(in: bench.folder)
        let first = clock.sample()
        try await Task.sleep(for: .milliseconds(30))
        let then = clock.sample()
        #expect(abs(first.wallMs - Date().unixMs) < 60_000 && then.bootMs - first.bootMs >= 29)
        #expect(abs((then.wallMs - first.wallMs) - (then.bootMs - first.bootMs)) <= 5)
        #expect(first.bootId == then.bootId && first.zone == TimeZone.current.identifier)
    }

    @Test("What is kept is there in the next process; what cannot be read begins anew")
    func kept() throws {
        let bench = try Bench()
        let file = bench.folder.appendingPathComponent("notes")
        KeptFile("notes", in: bench.folder, empty: PassNotes()).change { $0.refused = 3 }
        #expect(KeptFile("notes", in: bench.folder, empty: PassNotes()).value.refused == 3)
        try Data("no".utf8).write(to: file)
        let again = KeptFile("notes", in: bench.folder, empty: PassNotes())
        #expect(again.value == PassNotes())
        again.change { $0.refused = 1 }
        #expect(KeptFile("notes", in: bench.folder, empty: PassNotes()).value.refused == 1)
    }

    @Test("A file that is there and cannot be read just now is neither believed empty nor written over")
    func sealed() throws {
        let bench = try Bench()
        let file = bench.folder.appendingPathComponent("notes")
        // In the place of a file that a locked phone does not open.
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        let notes = KeptFile("notes", in: bench.folder, empty: PassNotes())
        notes.change { $0.refused = 3 }
        #expect(notes.value == PassNotes())
        try FileManager.default.removeItem(at: file)
        var kept = PassNotes()
        kept.refused = 5
        try JSONEncoder().encode(kept).write(to: file)
        #expect(notes.value.refused == 5)
    }
}

/// What the phone remembers of its people, and where links lead.
@Suite
struct KeptTests {
    @Test(
        "Who records, who has before and the language are there in the next process; the phone's own until one is chosen"
    )
    func people() throws {
        let bench = try Bench()
        let kept = Kept(in: bench.folder, phonesOwn: { "es-ES" })
        #expect(kept.lang == .es && kept.people == People())
        kept.lang = .en
        let nurse = Actor(name: "A. Ruiz", role: "nurse", unit: "ward 3")
        kept.people = People(actor: nurse, known: [nurse, Actor(name: "B", role: "", unit: "")])
        let again = Kept(in: bench.folder, phonesOwn: { "es" })
        #expect(again.lang == .en && again.people == kept.people && again.people.known.count == 2)
        #expect(Kept(in: bench.folder.appendingPathComponent("none"), phonesOwn: { "fr" }).lang == .en)
    }

    @Test("A reminder's link leads to its case; any other to the board")
    func links() {
        #expect(Links.place("marrow://case/\(Bench.bed4.uuidString.lowercased())") == .case(Bench.bed4))
        let strange = "marrow://reminder/\(Bench.bed4)"
        for other in [
            strange, "marrow://board", "marrow://case/x", "marrow://case", "https://case/\(Bench.bed4)", "", "¿",
        ] {
            #expect(Links.place(other) == .board, "\(other)")
        }
    }

    @Test("Why a store does not open, as a person can act on it")
    func troubles() {
        #expect(Trouble(closed: KeyLost()) == .wrongKey && Trouble(closed: MarrowError.WrongKey) == .wrongKey)
        #expect(Trouble(closed: KeyUnreachable(status: 1)) == .unreadable)
        #expect(Trouble(closed: MarrowError.NoStore) == .notOurs && Trouble(closed: MarrowError.Damaged) == .damaged)
        #expect(Trouble(closed: MarrowError.NotFound) == .unreadable)
    }
}
