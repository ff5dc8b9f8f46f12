import Foundation
import Testing

@testable import MarrowKit

/// Where a person is: there and back, by links, when something fails, as time passes.
@MainActor
struct WayTests {
    @Test("Swiping back leaves a form, and a new one begins empty")
    func swiped() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.check)
        try await shift.say("bleeding", Bleeding.oozing)
        shift.flow.path = shift.flow.path.dropLast()
        #expect(shift.flow.place == .case(shift.stories.bed9))
        try await shift.tap(CaseEvent.check)
        #expect(try shift.form.answers.isEmpty)
    }

    @Test("A form that says something is not closed before it is asked what becomes of it", arguments: Leaving.allCases)
    func closed(how: Leaving) async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let inCase = [Place.case(shift.stories.bed9)]
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await shift.tap(FormEvent.back)
        #expect(shift.flow.places == inCase, "nothing was said")
        try await shift.tap(CaseEvent.record(.note))
        try await shift.write("text", "asleep")
        let entries = shift.flow.look?.shown?.entries ?? 0
        try await shift.tap(FormEvent.back)
        #expect(try shift.form.leaving && shift.flow.places.count == 2)
        try await shift.tap(FormEvent.leave(how))
        #expect((shift.flow.places == inCase) == (how != .stay))
        #expect(shift.flow.look?.shown?.entries == entries + (how == .save ? 1 : 0))
        if how == .stay { #expect(try !shift.form.leaving && shift.form.answers.has("text")) }
    }

    @Test("Beside the board another case takes the place of the one before, but not of what is half filled in")
    func beside() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed7)
        try await shift.open(shift.stories.bed4)
        #expect(shift.flow.places == [.case(shift.stories.bed4)])
        try await shift.tap(CaseEvent.record(.note))
        try await shift.write("text", "asleep")
        try await shift.open(shift.stories.bed7)
        #expect(shift.flow.places.count == 3)
        shift.flow.back()
        await shift.settle()
        #expect(try shift.form.answers.has("text"))
    }

    @Test("A form that is saved twice or left while it is saved leads to nowhere else")
    func savedTwice() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await shift.write("text", "asleep")
        let entries = shift.flow.look?.shown?.entries ?? 0
        let model = try shift.on(\.asForm)
        model.send(.save)
        model.send(.save)
        shift.flow.back()
        await shift.settle()
        #expect(shift.flow.places == [.case(shift.stories.bed9)])
        #expect(shift.flow.look?.shown?.entries == entries + 1)
    }

    @Test("A link to a case that is gone leads nowhere; one to the board leaves what is half filled in")
    func links() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        shift.flow.lead([.case(UUID())])
        await shift.settle()
        #expect(shift.flow.place == .board && shift.flow.trouble == nil)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.check)
        try await shift.say("bleeding", Bleeding.oozing)
        shift.flow.lead([.board])
        #expect(try shift.form.answers.has("bleeding"))
        try await shift.tap(FormEvent.back)
        #expect(try shift.form.leaving)
        try await shift.tap(FormEvent.leave(.away))
        shift.flow.lead([.board])
        #expect(shift.flow.place == .board)
    }

    @Test("Another's case is never shown in the place of the one that is meant")
    func another() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed7)
        let model = try shift.on(\.asCase)
        shift.flow.lead([.case(shift.stories.bed4)])
        await shift.settle()
        #expect(try shift.theCase.view.header.case == shift.stories.bed4)
        #expect(model.state == nil)
        try await shift.tap(CaseEvent.back)
        #expect(try shift.theCase.view.header.case == shift.stories.bed7)
    }

    @Test("A record that is closed is a trouble, which goes when it answers again", arguments: Lang.allCases)
    func trouble(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try shift.client.close()
        shift.flow.returned()
        try? await Task.sleep(for: .milliseconds(20))
        while shift.flow.underWay > 0 { try? await Task.sleep(for: .milliseconds(1)) }
        #expect(shift.flow.trouble == .unreadable)
        #expect(shift.flow.trouble?.what(shift.words) == shift.words.troubleUnreadable)
        shift.flow.tryAgain()
        #expect(shift.flow.trouble == nil)
    }

    @Test("A wrong key says so, in a page of its own")
    func wrongKey() async throws {
        let phone = try WardPhone()
        try await phone.open(.en).close()
        await #expect {
            try await phone.open(.en, key: 3)
        } throws: {
            ($0 as? MarrowError).flatMap(Trouble.init) == .wrongKey
        }
        for lang in Lang.allCases {
            let said = Trouble.allCases.map { [$0.what(Words(lang)), $0.works(Words(lang)), $0.ask(Words(lang))] }
            #expect(Set(said.map(\.first)).count == Trouble.allCases.count)
        }
    }

    @Test("Each failure is a page of its own, or is about one act")
    func failures() {
        #expect(Trouble(.DiskFull) == .diskFull && Trouble(.ReadOnly) == .diskFull)
        #expect(Trouble(.NewerSchema(found: 9, supported: 1)) == .newer)
        #expect(Trouble(.NotAStore) == .notOurs && Trouble(.NoStore) == .notOurs && Trouble(.Damaged) == .damaged)
        #expect(Trouble(.Io) == .unreadable && Trouble(.Busy) == .unreadable && Trouble(.Internal) == .unreadable)
        #expect(Trouble(.NotFound) == nil && Trouble(.Invalid(field: "ml")) == nil && Trouble(.Policy(text: "")) == nil)
        #expect(Trouble(.Refused(rule: "", title: "", advice: "", liftedBy: nil)) == nil)
    }

    @Test("What cannot be as it was typed is named by its label")
    func invalid() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.flush))
        try shift.on(\.asForm).send(.type(field: "ml", .number(Decimal(string: "5.12345")!)))
        try await shift.tap(FormEvent.save)
        let label = try #require(try shift.form.field("ml")?.label)
        #expect(try shift.form.refusal?.title == shift.words.refusedInvalid(label))
        #expect(try shift.form.answers.has("ml"))
    }

    @Test("The clock ticks by itself: minutes, and seconds of a compression")
    func ticks() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        func waits(_ second: Int64) async -> Bool {
            shift.ward.at(0, second: second)
            for _ in 0..<20 where shift.flow.times.nowMs != shift.ward.nowMs {
                try? await Task.sleep(for: .milliseconds(50))
            }
            return shift.flow.times.nowMs == shift.ward.nowMs
        }
        #expect(await waits(60))
        #expect(await !waits(61))
        shift.flow.lead([.removal(shift.stories.bed9)])
        await shift.settle()
        #expect(await waits(63))
        shift.flow.end()
        #expect(await !waits(180))
    }
}
