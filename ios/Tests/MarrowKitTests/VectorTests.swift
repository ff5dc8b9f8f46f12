import Foundation
import MarrowKit
import Testing

/// `tests/vectors/commands.json`: each command becomes the very entry that Rust makes of it. Ids are hashes of the
/// canonical bytes: equal ids are equal bytes.
struct VectorTests {
    private struct Commands: Decodable {
        let steps: [Step]
    }

    @Test("Every command becomes the entry of its vector, byte for byte")
    func commands() async throws {
        let steps = try Vectors.read("commands.json", as: Commands.self).steps
        let player = try Player(first: try #require(steps.first))
        let client = try await player.open(try Vectors.read("commands.json"))
        for step in steps {
            let (form, entry) = try await player.play(step, through: client)
            try #require(entry == step.entry, "\(step.name)")
            // As forms are drawn: by field, as the catalogue names them.
            #expect(Form(form.kind, form.answers) == form, "\(step.name)")
            // And comes back as the form that it was, but for what concerns the phone alone: that is in no case.
            if case .snooze = form { continue }
            let about = step.command.amends.flatMap { player.made[$0.entryOf] } ?? entry
            let back = try await client.case(step.command.case).record.first { $0.id == about }
            #expect(back?.form == form, "\(step.name)")
        }
        #expect(try await client.verify().fault == nil)
        try client.close()
    }

    @Test("Every kind and every field of every form has a vector")
    func coverage() async throws {
        let steps = try Vectors.read("commands.json", as: Commands.self).steps
        let client = try await Bench().open()
        var wanted: Set<String> = []
        // What the core records by itself, and amendments, which are commands with the form that is to be.
        let formless: [EntryKind] = [.amend, .clockAdjusted, .clockConfirmed, .streamBegins]
        for kind in try await client.catalogue().kinds where !formless.contains(kind.kind) {
            wanted.insert(kind.kind.written)
            wanted.formUnion(kind.fields.map { "\(kind.kind.written).\($0.field)" })
        }
        // The core fills it in.
        wanted.remove("snooze.case")
        var said: Set<String> = []
        for step in steps {
            said.insert(step.command.kind)
            said.formUnion(
                step.command.fields.filter { $0.value != .null }.map { "\(step.command.kind).\($0.key)" })
        }
        #expect(wanted.count > 150)
        #expect(wanted.subtracting(said).sorted() == [])
        #expect(said.subtracting(wanted).sorted() == [])
    }

    @Test("A field that has no place fails; so do a kind, a word and a step that nobody knows")
    func misfits() {
        for (kind, fields) in [
            ("flush", ["ml": JSON.number(5), "colour": .text("red")]), ("flush", ["ml": .text("5")]), ("hop", [:]),
            ("insert", ["site": .text("nose")]), ("strike", ["entry": .object(["entry_of": .text("nowhere")])]),
        ] {
            #expect(throws: Misfit.self) { try Form(kind: kind, Fields(fields, made: [:])) }
        }
    }
}
