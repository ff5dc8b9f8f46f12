import MarrowFFI
import Testing

@testable import MarrowKit

/// What was pressed fails in the midst of being written, or the store has to be opened anew.
@MainActor
struct UnsureTests {
    /// What makes the library of the tests break off, before anything is recorded and after it.
    private static let before = "rehearse: panic with Ana Ruiz in its message"
    private static let after = "rehearse: broken off after it was written"

    @Test("Nobody knows whether a form is on record: it is said with the trouble, and where it would be recorded again")
    func form() async throws {
        for (text, recorded) in [(Self.before, UInt32(0)), (Self.after, 1)] {
            let shift = try await Shift.begin(.en, \.removable)
            try await shift.open(shift.stories.bed9)
            try await shift.tap(CaseEvent.record(.note))
            try await shift.write("text", text)
            let entries = try #require(shift.flow.look?.shown?.entries)
            try await shift.tap(FormEvent.save)
            let unsure = [shift.words.refusedUnsure, shift.words.refusedUnsureMore]
            #expect(shift.flow.trouble == .unreadable && shift.flow.ofLast == unsure)
            shift.flow.tryAgain()
            await shift.settle()
            #expect(shift.flow.trouble == nil && shift.flow.ofLast.isEmpty)
            #expect(try shift.form.refusal.map { [$0.title, $0.advice] } == unsure && shift.form.answers.has("text"))
            #expect(shift.flow.look?.shown?.entries == entries + recorded)
        }
    }

    @Test("A case that was opened, though nobody was told, is not opened a second time")
    func newIo() async throws {
        let shift = try await Shift.begin(.en)
        await shift.tap(BoardEvent.newIo)
        try await shift.tap(NewIoEvent.bone(Bone(site: .proximalTibia, side: .left)))
        try await shift.tap(NewIoEvent.device("ez-io"))
        try await shift.tap(NewIoEvent.alias(Self.after))
        try await shift.tap(NewIoEvent.save)
        #expect(shift.flow.trouble == .unreadable)
        shift.flow.tryAgain()
        await shift.settle()
        #expect(try shift.newIo.refusal?.title == shift.words.refusedUnsure)
        try await shift.tap(NewIoEvent.alias("Bed 12"))
        try await shift.tap(NewIoEvent.save)
        let made = try #require(shift.flow.look?.board.open)
        #expect(made.map(\.header.alias) == ["Bed 12"])
        #expect(shift.flow.look?.shown?.record.map(\.kind) == [.openCase, .updatePatient, .insert])
    }

    @Test("The store is opened anew, and she goes on where she was, with what she had begun", arguments: Lang.allCases)
    func openedAnew(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await shift.write("text", "asleep")
        let entries = try #require(shift.flow.look?.shown?.entries)
        try shift.client.close()
        try await shift.tap(FormEvent.save)
        #expect(shift.flow.trouble == .unreadable)
        await shift.flow.goOn(with: try await shift.ward.open(lang))
        await shift.settle()
        #expect(shift.flow.trouble == nil && shift.flow.places.count == 2)
        #expect(try shift.form.answers.has("text"))
        try await shift.tap(FormEvent.save)
        #expect(shift.flow.place == .case(shift.stories.bed9))
        #expect(shift.flow.look?.shown?.entries == entries + 1)
    }
}
