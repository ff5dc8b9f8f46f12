import Foundation
import MarrowKit
import Testing

/// Many entries, many callers.
struct LoadTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("A case of 10,000 entries opens and shows")
    func large() async throws {
        let entries = 10_000
        var client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        try client.close()
        // Past the client, which would read the growing board after each.
        let options = OpenOptions(path: bench.path, fresh: UUID())
        let (key, secret) = (Data(repeating: 1, count: 32), Data(repeating: 2, count: 32))
        let core = try Marrow.open(key: key, installation: secret, options: options)
        for number in 2..<entries {
            bench.pass(ms: 1_000)
            let note = Form.note(form: NoteForm(text: "note \(number)"))
            _ = try core.dispatch(command: Bench.command(note), lang: .en, now: bench.sample())
        }
        try core.closeStore()

        let watch = ContinuousClock()
        var start = watch.now
        client = try await bench.open()
        let opened = watch.now - start
        start = watch.now
        try await client.show(Bench.bed4)
        let shown = watch.now - start
        start = watch.now
        try await client.dispatch(Bench.command(.note(form: NoteForm(text: "one more"))))
        let tapped = watch.now - start
        print("10,000 entries: opened in \(opened), shown in \(shown), a tap in \(tapped)")

        let shownNow = try #require(await client.look?.shown)
        #expect(shownNow.entries == UInt32(entries + 1) && shownNow.record.count < 100)
        let record = try await client.case(Bench.bed4).record
        #expect(record.count == entries + 1 && record.last == shownNow.record.last)
        #expect(Set(record.map(\.id)).count == entries + 1)
        #expect(
            record[2...].dropLast().enumerated().allSatisfy { offset, entry in
                entry.form == .note(form: NoteForm(text: "note \(offset + 2)"))
            })
        #expect(try await client.info().entries == UInt64(entries + 1))
    }

    @Test("50 callers of every sort, one actor, one end")
    func callers() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        try await client.show(Bench.bed4)
        let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
            for caller in 0..<50 {
                group.addTask { try await Self.call(client, caller) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        // 50 notes in bed 4, and a case opened by every fifth.
        #expect(outcomes.count == 60)
        #expect(Set(outcomes.compactMap(\.entry)).count == 60)
        #expect(Set(outcomes.map(\.mark)).count == 60, "each command has a mark of its own")
        let marks = bench.marks
        #expect(marks == marks.sorted() && marks.last == 62)

        let look = try #require(await client.look)
        let read = try await client.case(Bench.bed4)
        #expect(look.shown?.entries == read.entries && look.shown?.record.last == read.record.last)
        let noted = Set(read.record.dropFirst(2).map(\.id))
        #expect(noted == Set(outcomes.filter { $0.case == Bench.bed4 }.compactMap(\.entry)))
        #expect(look.board.open.count == 11 && look.stale == nil)
        #expect(try await client.verify().fault == nil)
        try client.close()
        let again = try await bench.open()
        try await again.show(Bench.bed4)
        #expect(await again.look == look)
    }

    private static func call(_ client: MarrowClient, _ caller: Int) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let note = Form.note(form: NoteForm(text: "caller \(caller)"))
        outcomes.append(try await client.dispatch(Bench.command(note)))
        // Its own entry is in what is shown as soon as the command returns.
        let shown = await client.look?.shown
        #expect(shown?.record.contains { $0.id == outcomes[0].entry } == true)
        switch caller % 5 {
        case 0:
            let opening = Form.openCase(form: PatientForm(alias: "Bed \(caller)"))
            outcomes.append(try await client.dispatch(Bench.command(opening, case: UUID())))
        case 1: _ = try await client.preview(Bench.command(note))
        case 2: try await client.refresh()
        case 3: _ = try await client.reminders(Bench.phone)
        default: _ = try await client.document(.nursingSheet(unsynced: true), of: Bench.bed4)
        }
        return outcomes
    }
}
