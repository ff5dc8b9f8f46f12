import Foundation
import MarrowKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ClosingTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    /// A command that throws was not recorded, one that returns was: whatever moment the closing falls on.
    @Test("Closing while calls are under way", arguments: 0..<20)
    func underWay(seed: Int) async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        var luck = Luck(seed: seed)
        let closing = Task.detached { [wait = luck.below(20_000)] in
            try await Task.sleep(for: .microseconds(wait))
            try client.close()
        }
        let recorded = try await withThrowingTaskGroup(of: String?.self) { group in
            for caller in 0..<50 {
                group.addTask {
                    let note = Form.note(form: NoteForm(text: "caller \(caller)"))
                    do {
                        return try await client.dispatch(Bench.command(note)).entry
                    } catch MarrowError.Closed {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: Set()) { if let id = $1 { $0.insert(id) } }
        }
        try await closing.value
        await #expect(throws: MarrowError.Closed) { try await client.refresh() }
        let again = try await bench.open()
        let found = try await again.case(Bench.bed4).record.dropFirst().map(\.id)
        #expect(Set(found) == recorded)
        #expect(try await again.verify().fault == nil)
        #expect(try await again.info().rolledBack == false)
    }

    @Test("After closing every call says so, and what was shown stays")
    func after() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        try client.close()
        try client.close()
        let sheet = DocumentKind.nursingSheet(unsynced: true)
        let calls: [@Sendable () async throws -> Void] = [
            { try await client.dispatch(Bench.insertion) },
            { _ = try await client.preview(Bench.insertion) },
            { try await client.refresh() },
            { try await client.show(Bench.bed4) },
            { _ = try await client.case(Bench.bed4) },
            { _ = try await client.document(sheet, of: Bench.bed4) },
            { _ = try await client.catalogue() },
            { _ = try await client.policy() },
            { _ = try await client.reminders(Bench.phone) },
            { try await client.report([], Bench.phone) },
            { _ = try await client.fired("v1:none", Bench.phone) },
            { _ = try await client.info() },
            { _ = try await client.verify() },
            { try await client.speak(.es) },
        ]
        for call in calls {
            await #expect(throws: MarrowError.Closed) { try await call() }
        }
        let look = try #require(await client.look)
        #expect(look.shown?.header.case == Bench.bed4 && look.stale == .Closed)
        try await bench.open().close()
    }
}
