import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// Nothing is answered for anybody: what a form shows when it is opened is not chosen.
@MainActor
struct NothingChosenTests {
    @Test("No form has an answer when it is opened, in any of its groups", arguments: Lang.allCases)
    func forms(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        for kind in try shift.theCase.kinds.map(\.kind) where Form(kind, [:]) != nil {
            shift.flow.go(.form(FormPlace(case: shift.stories.bed9, kind: kind)))
            await shift.settle()
            for group in try shift.form.groups where try !shift.form.isOpen(group) {
                try await shift.tap(FormEvent.turn(group: group.title))
            }
            let screen = Screen(shift)
            #expect(screen.chosen.isEmpty, "\(kind): \(screen.chosen)")
            #expect(screen.fields.allSatisfy { $0.text.isEmpty }, "\(kind): \(screen.fields.map(\.text))")
            shift.flow.back()
        }
    }

    @Test("A new needle has now and exact chosen, and nothing else", arguments: Lang.allCases)
    func newNeedle(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        await shift.tap(.newIo)
        let exact = try shift.newIo.precisions[0].text
        let words = shift.words
        #expect(Screen(shift).chosen == ["03:12, \(words.timeNow)", "\(words.newIoTimeIs): \(exact)"])
    }

    @Test("A removal asks, and has no answer")
    func removal() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.takeOut))
        #expect(Screen(shift).chosen.isEmpty)
        try await shift.tap(RemovalEvent.withoutAntiseptic)
        #expect(Screen(shift).chosen.isEmpty)
    }

    @Test("What was chosen is chosen on the screen, and pressing it again takes it back")
    func takenBack() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.takeOut))
        try await hand.press(shift.words.removalWithout)
        let label = try #require(try shift.removal.field(.remove, "resistance")).label
        try await hand.press("\(label): \(shift.words.commonYes)")
        #expect(hand.screen.chosen == ["\(label): \(shift.words.commonYes)"])
        try await hand.press("\(label): \(shift.words.commonYes)")
        #expect(hand.screen.chosen.isEmpty)
    }
}
