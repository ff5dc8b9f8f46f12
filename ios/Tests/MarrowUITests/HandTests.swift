import MarrowKit
import SwiftUI
import Testing

@testable import MarrowUI

/// A nurse's hand on what is drawn, over the real core: each screen leads where it says.
@MainActor
struct HandTests {
    @Test("A needle is on record in four presses", arguments: Lang.allCases)
    func needle(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        let hand = Hand(shift: shift)
        #expect(hand.screen.title == shift.words.boardTitle && hand.screen.shows(shift.words.boardEmpty))
        try await hand.press(shift.words.boardNewIo)
        try await hand.press(lang == .en ? "Left proximal tibia" : "Tibia proximal izquierda")
        try await hand.press("EZ-IO")
        try await hand.press(shift.words.newIoSave)
        guard case .case = shift.flow.place else { return #expect(Bool(false), "at \(shift.flow.place)") }
        #expect(hand.screen.title == shift.words.newIoAliasMade("03:12"))
        #expect(hand.screen.shows("EZ\u{2011}IO"))
        try await hand.press(shift.words.caseUndo)
        #expect(shift.newest(.insert)?.struck.isEmpty == false)
    }

    @Test(
        "Done is one press, the same from a screen reader's menu, and the board keeps its order",
        arguments: Lang.allCases)
    func done(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        let hand = Hand(shift: shift)
        try await shift.at(145)
        let first = try #require(try shift.board.board?.open.first)
        try await shift.open(shift.stories.bed4)
        let task = try #require(try shift.theCase.due.first { $0.oneTap != nil })
        try await hand.press("\(shift.words.caseDone), \(task.title)")
        if case .form = shift.flow.place {
            try await hand.press(shift.words.formLateBusy)
            try await hand.press(shift.words.formSave)
        }
        #expect(try !shift.theCase.due.contains { $0.step == task.step })
        let other = try #require(try shift.theCase.due.first)
        try await hand.choose(shift.words.caseLater, of: other.title)
        #expect(try shift.theCase.view.tasks.contains { $0.laterUntilMs != nil })
        try await hand.swipeBack()
        #expect(shift.flow.place == .board && hand.screen.shows(first.header.alias))
    }

    @Test("A check that finds swelling comes up as a red flag, and who was told stands there")
    func flag() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        try await hand.press(shift.words.caseCheck)
        #expect(hand.screen.chosen.isEmpty)
        let swelling = try #require(try shift.form.field("swelling")?.label)
        if hand.screen.button("\(swelling): Yes") == nil {
            let group = try #require(try shift.form.groups.first { $0.fields.contains { $0.field == "swelling" } })
            try await hand.press(group.title)
        }
        try await hand.press("\(swelling): Yes")
        #expect(hand.screen.chosen == ["\(swelling): Yes"])
        try await hand.press(shift.words.formSaveUnfinished)
        guard case .flag = shift.flow.place else { return #expect(Bool(false), "at \(shift.flow.place)") }
        #expect(hand.screen.shows(shift.words.flagNotTold.capitalisedFirst))
        try await hand.press(shift.words.flagTell)
        try await hand.type("Dr Ruiz", into: try #require(try shift.form.field("whom")?.label))
        try await hand.press(shift.words.formSave)
        #expect(shift.flow.look?.shown?.flags.contains { $0.told == "Dr Ruiz" } == true)
    }

    @Test("Closing what is half filled in asks first, in a form and in a new needle", arguments: Lang.allCases)
    func closing(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        let hand = Hand(shift: shift)
        try await hand.press(shift.words.boardNewIo)
        try await hand.press("EZ-IO")
        try await hand.press(shift.words.commonClose)
        #expect(hand.screen.over.last?.text == shift.words.formLeave)
        try await hand.pullDown()
        #expect(hand.screen.over.isEmpty && shift.flow.place == .newIo(nil))
        try await hand.press(shift.words.commonClose)
        try await hand.press(shift.words.formThrowAway)
        #expect(shift.flow.place == .board)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await hand.type("asleep", into: try #require(try shift.form.field("text")?.label))
        let entries = shift.flow.look?.shown?.entries ?? 0
        try await hand.press(shift.words.commonClose)
        #expect(
            hand.screen.over.last?.texts == [
                shift.words.formSave, shift.words.formThrowAway, shift.words.formStay,
            ])
        try await hand.press(shift.words.formStay)
        #expect(hand.screen.over.isEmpty)
        try await hand.press(shift.words.commonClose)
        try await hand.press(shift.words.formSave)
        #expect(shift.flow.look?.shown?.entries == entries + 1 && hand.screen.over.isEmpty)
    }

    @Test("The settings tell what Marrow is for and what is inside", arguments: Lang.allCases)
    func about(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        let hand = Hand(shift: shift)
        shift.flow.go(.settings(who: false))
        await shift.settle()
        let words = shift.words
        for said in [words.aboutIntendedUse, words.aboutNotAMonitor, words.aboutNoNetwork] {
            #expect(hand.screen.shows(said))
        }
        #expect(!hand.screen.shows(notices))
        try await hand.press(words.settingsNotices)
        #expect(hand.screen.shows(notices))
    }

    @Test("A screen reader's gesture for the way back asks as the button does")
    func escape() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await hand.press(shift.words.boardNewIo)
        try await hand.press("EZ-IO")
        try await hand.escape()
        #expect(hand.screen.over.last?.text == shift.words.formLeave)
        try await hand.press(shift.words.formThrowAway)
        #expect(shift.flow.place == .board)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await hand.escape()
        #expect(shift.flow.place == .case(shift.stories.bed9), "nothing was filled in")
    }

    @Test("A sheet in which something is typed is not pulled down")
    func kept() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        try await hand.press(shift.words.caseWholeRecord)
        let entry = try #require(try shift.record.view.record.last)
        try await hand.press(shift.times.hourOrDate(entry.performedAtMs))
        #expect(hand.screen.over.last?.dismiss != nil)
        try await hand.type("wrong bed", into: shift.words.recordReason)
        #expect(hand.screen.over.last?.dismiss == nil)
        try await hand.press(shift.words.commonClose)
        #expect(try shift.record.open == nil)
        try await hand.swipeBack()
        try await hand.swipeBack()
        try await hand.press(shift.words.settingsTitle)
        try await hand.press("S. Okafor")
        #expect(hand.screen.over.last?.dismiss != nil)
        try await hand.type("J. Marsh", into: shift.words.settingsName)
        #expect(hand.screen.over.last?.dismiss == nil)
    }

    @Test("A group of questions opens under its name, and closes")
    func group() async throws {
        let shift = try await Shift.begin(.es, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        try await hand.press(shift.words.caseActions)
        try await hand.press(CaseAction.patient.name(shift.theCase))
        let group = try #require(try shift.form.groups.last { try !shift.form.isOpen($0) })
        let label = try #require(group.fields.first { try shift.form.applies(group, $0.field) }).label
        for isOpen in [false, true, false] {
            #expect(hand.screen.texts.contains(label) == isOpen)
            try await hand.press(group.title)
        }
    }

    @Test("Taking out by holding, pressing, bleeding, observation; in two taps as well", arguments: [true, false])
    func removal(byHolding: Bool) async throws {
        let shift = try await Shift.begin(.es, \.removable)
        let hand = Hand(shift: shift)
        let words = shift.words
        try await shift.open(shift.stories.bed9)
        try await hand.press(words.caseActions)
        try await hand.press(words.caseTakeOut)
        try await hand.press(words.removalWithout)
        if byHolding {
            try await hand.press(words.removalHold)
        } else {
            try await hand.press(words.removalTwoTaps)
            try await hand.pullDown()
            #expect(try shift.removal.view.header.removedAtMs == nil && !shift.removal.confirming)
            try await hand.press(words.removalTwoTaps)
            #expect(hand.screen.over.last?.text == words.removalIsItOut)
            try await hand.press(words.removalYesOut)
        }
        #expect(try shift.removal.view.header.removedAtMs != nil)
        try await hand.press(words.removalPress)
        #expect(hand.screen.all.contains { $0.spoken.hasPrefix("5:00") && $0.traits.contains(.updatesFrequently) })
        try await shift.at(6)
        try await hand.press("\(words.removalHasStopped) \(words.commonYes)")
        #expect(hand.screen.shows(words.removalWatch))
        try await hand.press(words.removalBackToCase)
        #expect(shift.flow.place == .case(shift.stories.bed9))
    }

    @Test("An entry is struck with a reason, and what lies over the page can be put away")
    func strike() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let hand = Hand(shift: shift)
        try await shift.open(shift.stories.bed9)
        try await hand.press(shift.words.caseWholeRecord)
        let entry = try #require(try shift.record.view.record.last)
        try await hand.press(shift.times.hourOrDate(entry.performedAtMs))
        #expect(hand.screen.over.count == 1)
        try await hand.pullDown()
        #expect(try shift.record.open == nil)
        try await hand.press(shift.times.hourOrDate(entry.performedAtMs))
        try await hand.type("wrong bed", into: shift.words.recordReason)
        try await hand.press(shift.words.recordHoldStrike)
        let struck = try #require(try shift.record.view.record.first { $0.id == entry.id })
        #expect(struck.struck.first?.reason == "wrong bed")
        #expect(struck.marks(shift.times).allSatisfy(hand.screen.texts.contains) && !struck.struck.isEmpty)
    }

    @Test("Another speaks another language, and every screen with her")
    func language() async throws {
        let shift = try await Shift.begin(.en)
        let hand = Hand(shift: shift)
        try await hand.press(shift.words.settingsTitle)
        #expect(hand.screen.title == "Settings")
        try await hand.press("\(shift.words.settingsLanguage): Español")
        #expect(hand.screen.title == "Ajustes")
        try await hand.press("S. Okafor")
        try await hand.type("J. Marsh", into: shift.words.settingsName)
        try await hand.press(shift.words.settingsRecordAs)
        #expect(shift.flow.people.actor?.name == "J. Marsh")
    }
}

extension Shift {
    var times: Times { flow.times }
}
