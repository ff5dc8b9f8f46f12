import Foundation
import MarrowKit
import Testing

/// What screens are told, and when.
@Suite(.timeLimit(.minutes(1)))
struct LookTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("Every command is told, in order, board and case as one")
    func everyCommand() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        var looks = client.looks().makeAsyncIterator()
        #expect(await looks.next()?.shown?.record.count == 1)
        try await client.dispatch(Bench.insertion)
        let inserted = try #require(await looks.next())
        #expect(inserted.shown?.record.count == 2)
        #expect(inserted.board.open.first?.header == inserted.shown?.header)
        for count in 3...20 {
            try await client.dispatch(Bench.command(.note(form: NoteForm(text: "note \(count)"))))
            #expect(await looks.next()?.shown?.record.count == count)
        }
    }

    @Test("One that is slow is told the last; a second is told the same; both end with closing")
    func slow() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        let (one, other) = (client.looks(), client.looks())
        for count in 2...20 {
            try await client.dispatch(Bench.command(.note(form: NoteForm(text: "note \(count)"))))
        }
        try client.close()
        for stream in [one, other, client.looks()] {
            let counts = await stream.map { $0.shown?.record.count }.reduce(into: []) { $0.append($1) }
            #expect(counts == [20])
        }
    }

    @Test("A refusal and a preview tell nothing; one that no longer listens is let go")
    func nothing() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        let told = Task { [looks = client.looks()] in await looks.reduce(0) { count, _ in count + 1 } }
        let left = Task { [looks = client.looks()] in
            for await _ in looks {}
            return Task.isCancelled
        }
        left.cancel()
        #expect(await left.value)
        try await Task.sleep(for: .milliseconds(20))
        await #expect(throws: MarrowError.self) { try await client.dispatch(Bench.opening) }
        _ = try await client.preview(Bench.insertion)
        try client.close()
        #expect(await told.value == 1)
    }

    @Test("The case on the screen can be taken off")
    func off() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        try await client.show(nil)
        #expect(await client.look?.shown == nil)
        try await client.dispatch(Bench.insertion)
        #expect(await client.look?.shown == nil)
    }
}
