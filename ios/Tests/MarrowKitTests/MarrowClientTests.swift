import Foundation
import MarrowKit
import Testing

struct MarrowClientTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("A case from opening to paper")
    func aCase() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        try await client.dispatch(Bench.insertion)
        bench.pass(minutes: 10)
        let form = Form.disinfect(form: DisinfectForm(agent: "chlorhexidine"))
        let outcome = try await client.dispatch(Bench.command(form))
        #expect(bench.last() == outcome.mark)

        let row = try #require(await client.look?.board.open.first)
        #expect(row.header.case == Bench.bed4)
        #expect(row.header.place == "Left proximal tibia")
        let entry = try #require(await client.look?.shown?.record.last)
        #expect(entry.kind == .disinfect)
        #expect(entry.form == form)
        #expect(entry.name == Bench.nurse.name)

        try await client.speak(.es)
        #expect(await client.look?.board.open.first?.header.place == "Tibia proximal izquierda")
        let sheet = try await client.document(.nursingSheet(unsynced: true), of: Bench.bed4)
        #expect(sheet.mediaType == "text/html" && sheet.text.contains("Bed 4"))
        #expect(try await client.verify().fault == nil)
        let words = try await client.catalogue().words
        #expect(words.first { $0.word == .site(word: .sternum) }?.text == "esternón")
        try client.close()
    }

    @Test("Key and secret are wiped where they lie, not in a copy, whether it opens or not", arguments: [32, 31])
    func wiped(count: Int) async throws {
        var key = Data(repeating: 1, count: 32)
        var secret = Data(repeating: 2, count: count)
        let places = [key, secret].map { $0.withUnsafeBytes(\.baseAddress) }
        _ = try? await MarrowClient.open(
            key: &key, installation: &secret, options: OpenOptions(path: bench.path, fresh: UUID()),
            clock: bench, marks: bench, lang: .en)
        #expect((key + secret).allSatisfy { $0 == 0 })
        #expect([key, secret].map { $0.withUnsafeBytes(\.baseAddress) } == places)
    }

    @Test("Decimals cross exactly")
    func decimals() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        let flush = Form.flush(form: FlushForm(ml: Decimal(string: "5.125")))
        try await client.dispatch(Bench.command(flush))
        #expect(try await client.case(Bench.bed4).record.last?.form == flush)
        await #expect(throws: MarrowError.Invalid(field: "ml")) {
            try await client.dispatch(Bench.command(.flush(form: FlushForm(ml: Decimal(string: "5.12345")))))
        }
    }

    @Test("Each failure is of its own kind")
    func failures() async throws {
        let client = try await bench.open()
        await #expect {
            try await client.dispatch(Bench.insertion)
        } throws: { error in
            guard case .Refused(let rule, let title, let advice, nil) = error as? MarrowError else { return false }
            return rule == "unknown-case" && !title.isEmpty && !advice.isEmpty
        }
        await #expect(throws: MarrowError.NotFound) { try await client.case(UUID()) }
        try client.close()
        await #expect(throws: MarrowError.WrongKey) { try await bench.open(key: 3) }
        await #expect(throws: MarrowError.Invalid(field: "key")) { try await bench.open(count: 31) }
    }

    @Test("A panic is an error, and the client goes on")
    func panics() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        let please = NoteForm(text: "rehearse: panic with Ana Ruiz in its message")
        await #expect(throws: MarrowError.Internal) { try await client.dispatch(Bench.command(.note(form: please))) }
        try await client.dispatch(Bench.insertion)
        #expect(try await client.case(Bench.bed4).record.count == 2)
    }

    @Test("After closing every call says so")
    func closing() async throws {
        let client = try await bench.open()
        try client.close()
        try client.close()
        await #expect(throws: MarrowError.Closed) { try await client.refresh() }
        await #expect(throws: MarrowError.Closed) { try await client.dispatch(Bench.opening) }
        try await bench.open().close()
    }

    @Test("Many at once come one at a time")
    func many() async throws {
        let client = try await bench.open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for bed in 0..<50 {
                group.addTask {
                    let form = Form.openCase(form: PatientForm(alias: "Bed \(bed)"))
                    try await client.dispatch(Bench.command(form, case: UUID()))
                }
            }
            try await group.waitForAll()
        }
        #expect(await client.look?.board.open.count == 50)
        #expect(try await client.info().mark == 50)
    }
}
