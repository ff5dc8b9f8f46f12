import Foundation
import MarrowKit
import Testing

/// What people write comes back byte for byte. Swift calls two texts equal that are spelt differently (an é in one
/// scalar or in two), so that bytes are compared.
struct UnicodeTests {
    static let texts = [
        "🩸🦴👩🏽‍⚕️ 𝒜 𐍈",  // four bytes each; a person made of several scalars
        "مريض في السرير ٤ \u{202E}RTL\u{202C} שלום",  // right to left, with marks that turn the direction
        "e\u{301} o\u{308}\u{323} \u{301}alone",  // combining, in an order that a normaliser would change
        "\u{E9} \u{212B} \u{FB01} \u{1E9B}\u{323}",  // what it would take apart
        "a\0b\0",
        "\u{FEFF}\u{200B}\u{2028}\u{FFFE}\u{10FFFF}\r\n\t\u{7F}",
        "' ; DROP TABLE log; -- \" \\ <b>&amp; %s {field}",
        "  blanks before and after \t ",
    ]

    let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test(arguments: texts)
    func survives(text: String) async throws {
        var client = try await bench.open()
        let who = Actor(name: text, role: text, unit: text)
        func command(_ form: Form) -> Command {
            Command(
                case: Bench.bed4, form: form, precision: .exact, actor: who,
                performedAtMs: bench.nowMs - 48 * 3_600_000, lateReason: text)
        }
        let patient = PatientForm(alias: text, name: text, allergies: [text, "x" + text], place: text)
        try await client.dispatch(command(.openCase(form: patient)))
        let note = try await client.dispatch(command(.note(form: NoteForm(text: text))))
        let id = try #require(note.entry)
        let reason = StrikeForm(entry: id, reason: text)
        try await client.dispatch(command(.strike(form: reason)))

        for _ in 0..<2 {
            let view = try await client.case(Bench.bed4)
            try #require(view.record.count == 3)
            let noted = view.record[1]
            var back: [String?] = [view.header.alias, view.patientForm.name, view.patientForm.place]
            back += [view.patientForm.allergies?.first, noted.name, noted.role, noted.unit, noted.lateReason]
            back += [noted.struck.first?.reason, noted.struck.first?.by]
            if case .note(let form) = noted.form { back.append(form.text) } else { back.append(nil) }
            if case .strike(let form) = view.record[2].form { back.append(form.reason) } else { back.append(nil) }
            for (place, found) in back.enumerated() {
                #expect(found.map { Array($0.utf8) } == Array(text.utf8), "place \(place): \(found ?? "none")")
            }
            let last = view.patientForm.allergies?.last
            #expect(last.map { Array($0.utf8) } == Array(("x" + text).utf8))
            // From the disk, too.
            try client.close()
            client = try await bench.open()
        }
    }
}
