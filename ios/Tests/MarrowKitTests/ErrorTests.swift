import Foundation
import MarrowKit
import Testing

/// Every failure that a shell acts on, provoked in the real library. Those of full, read-only and held disks are in
/// `SystemErrorTests`.
struct ErrorTests {
    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("Another key, a key of the wrong length")
    func keys() async throws {
        try await bench.open().close()
        await #expect(throws: MarrowError.WrongKey) { try await bench.open(key: 3) }
        for count in [0, 31, 33] {
            await #expect(throws: MarrowError.Invalid(field: "key")) { try await bench.open(count: count) }
        }
        try await bench.open().close()
    }

    @Test("A damaged store is said to be damaged, stays as it is, and is rescued on a person's word")
    func damaged() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        try client.close()
        let file = URL(fileURLWithPath: bench.path)
        let rubbish = Data(repeating: 0x5a, count: 8_192)
        try rubbish.write(to: file)
        await #expect(throws: MarrowError.Damaged) { try await bench.open() }
        #expect(try Data(contentsOf: file) == rubbish)
        await #expect(throws: MarrowError.Invalid(field: "rescue_as")) { try await bench.open(rescue: "../elsewhere") }
        let rescued = try await bench.open(rescue: "20260304")
        let rescue = try #require(try await rescued.info().rescued)
        #expect(FileManager.default.contents(atPath: rescue.aside) == rubbish)
        #expect(rescue.saved == 0)
    }

    @Test("A store that is gone is no leave to begin an empty one")
    func gone() async throws {
        await #expect(throws: MarrowError.NoStore) { try await bench.open(make: false) }
        try await bench.open().close()
        try FileManager.default.removeItem(atPath: bench.path)
        await #expect(throws: MarrowError.Damaged) { try await bench.open() }
    }

    @Test("Something else than a store", arguments: [Data("SQLite format 3\0".utf8), Data("Bed 4, Ana Ruiz. ".utf8)])
    func notAStore(head: Data) async throws {
        let file = URL(fileURLWithPath: bench.path)
        let other = Data((0..<4_096).map { head[$0 % head.count] })
        try other.write(to: file)
        await #expect(throws: MarrowError.NotAStore) { try await bench.open() }
        #expect(try Data(contentsOf: file) == other)
    }

    /// `Fixtures/newer.db` is the one page of an empty database with this project's application id and `user_version`
    /// 99, under the key of 32 times 1: enciphered as SQLCipher 4 does, the salt made from the key (`store/src/key.rs`).
    @Test("A store of a later release")
    func newer() async throws {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/newer.db")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: bench.path)
        await #expect {
            try await bench.open()
        } throws: { error in
            guard case .NewerSchema(let found, let supported) = error as? MarrowError else { return false }
            return found == 99 && supported < found && supported > 0
        }
        #expect(FileManager.default.contentsEqual(atPath: fixture.path, andPath: bench.path))
    }

    @Test("A folder that is a file")
    func io() async throws {
        try Data().write(to: URL(fileURLWithPath: bench.path))
        let below = OpenOptions(path: bench.path + "/marrow.db", fresh: UUID())
        let (key, secret) = (Data(repeating: 1, count: 32), Data(repeating: 2, count: 32))
        #expect(throws: MarrowError.Io) { try Marrow.open(key: key, installation: secret, options: below) }
    }

    @Test("A refusal has a rule, a title and an advice, in each language its own")
    func refused() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        var said: [Lang: (String, String)] = [:]
        for lang in [Lang.es, Lang.en] {
            try await client.speak(lang)
            for real in [true, false] {
                await #expect {
                    _ = real ? try await client.dispatch(Bench.insertion) : try await client.preview(Bench.insertion)
                } throws: { error in
                    guard case .Refused(let rule, let title, let advice, nil) = error as? MarrowError else {
                        return false
                    }
                    said[lang] = (title, advice)
                    return rule == "one-device" && !title.isEmpty && !advice.isEmpty
                }
            }
        }
        #expect(said[.es]?.0 != said[.en]?.0 && said[.es]?.1 != said[.en]?.1)
        #expect(try await client.case(Bench.bed4).record.count == 2)
    }

    @Test("A case that is not there")
    func notFound() async throws {
        let client = try await bench.open()
        let sheet = DocumentKind.nursingSheet(unsynced: true)
        await #expect(throws: MarrowError.NotFound) { try await client.case(UUID()) }
        await #expect(throws: MarrowError.NotFound) { try await client.document(sheet, of: UUID()) }
        try await client.dispatch(Bench.opening)
        try await client.show(Bench.bed4)
        await #expect(throws: MarrowError.NotFound) { try await client.show(UUID()) }
        #expect(await client.look?.shown?.header.case == Bench.bed4)
        #expect(await client.look?.stale == nil)
    }

    @Test("A value that cannot be is named by its field")
    func invalid() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        let forms: [(String, Form)] = [
            ("ml", .flush(form: FlushForm(ml: Decimal(string: "5.12345")))),
            ("ml", .flush(form: FlushForm(ml: .nan))),
            ("ml", .flush(form: FlushForm(ml: .greatestFiniteMagnitude))),
            ("date_of_birth", .updatePatient(form: PatientForm(dateOfBirth: Day(year: 2026, month: 2, day: 30)))),
            ("pain", .check(form: CheckForm(pain: .score(score: 11)))),
            ("entry", .strike(form: StrikeForm(entry: "no id", reason: "twice"))),
        ]
        for (field, form) in forms {
            await #expect(throws: MarrowError.Invalid(field: field)) { try await client.dispatch(Bench.command(form)) }
        }
    }

    @Test("A policy that cannot be used says why, in each language")
    func policy() async throws {
        let client = try await bench.open()
        let json = #"{"id":"h","version":1,"parameters":{"limit.ez-io":900000}}"#
        var said: Set<String> = []
        for lang in [Lang.es, Lang.en] {
            try await client.speak(lang)
            await #expect {
                try await client.policy(.set(json: json))
            } throws: { error in
                guard case .Policy(let text) = error as? MarrowError else { return false }
                return said.insert(text).inserted && !text.isEmpty
            }
        }
    }

    @Test("A fault inside is an error, and the client goes on")
    func fault() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.opening)
        let please = Form.note(form: NoteForm(text: "rehearse: panic with Ana Ruiz in its message"))
        for _ in 0..<3 {
            await #expect(throws: MarrowError.Internal) { try await client.dispatch(Bench.command(please)) }
            await #expect(throws: MarrowError.Internal) { try await client.preview(Bench.command(please)) }
        }
        try await client.dispatch(Bench.insertion)
        #expect(try await client.case(Bench.bed4).record.count == 2)
    }

    @Test("No error says anything about a patient, however it is written out")
    func secrecy() async throws {
        let client = try await bench.open()
        try await client.dispatch(Bench.command(.openCase(form: PatientForm(alias: "Ana 4", name: "Ana Ruiz"))))
        let ana = "Ana Ruiz"
        let forms: [Form] = [
            .insert(form: InsertForm(device: ana, site: .sternum)),
            .insert(form: InsertForm(device: "ez-io", site: .sternum, lot: String(repeating: ana, count: 99))),
            .updatePatient(form: PatientForm(weightKg: Decimal(string: "900.00001"))),
            .updatePatient(form: PatientForm(name: String(repeating: ana, count: 99))),
            .note(form: NoteForm(text: String(repeating: ana, count: 9_999))),
            .note(form: NoteForm(text: "rehearse: panic with Ana Ruiz in its message")),
            .strike(form: StrikeForm(entry: ana, reason: ana)),
            .skip(form: SkipForm(step: ana, reason: .away, text: ana)),
            .openCase(form: PatientForm(alias: ana, name: ana)),
        ]
        var errors: [any Error] = []
        for lang in [Lang.es, Lang.en] {
            try await client.speak(lang)
            for form in forms {
                do {
                    _ = try await client.dispatch(Bench.command(form))
                    Issue.record("\(form) was taken")
                } catch { errors.append(error) }
            }
            for json in ["{\"id\":\"\(ana)\",\"version\":\"\(ana)\"}", "{\"\(ana)\":1}", ana] {
                do {
                    _ = try await client.policy(.set(json: json))
                    Issue.record("that policy was taken")
                } catch { errors.append(error) }
            }
        }
        for error in errors {
            var dumped = ""
            dump(error, to: &dumped)
            let all = [
                "\(error)", String(reflecting: error), error.localizedDescription,
                (error as NSError).description, (error as NSError).userInfo.description, dumped,
            ]
            #expect(!all.contains { $0.contains("Ana") || $0.contains("900") }, "\(error)")
        }
    }
}
