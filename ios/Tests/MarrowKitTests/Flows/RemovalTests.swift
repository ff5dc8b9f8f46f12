import MarrowKit
import Testing

/// From the vein to the signature: the needle comes out, and what follows is watched.
@MainActor
struct RemovalTests {
    @Test("A vein was got, the needle is taken out, watched and signed off", arguments: Lang.allCases)
    func wholeWay(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.gotVein()
        try await shift.tap(CaseEvent.open(try #require(shift.task("remove-after-access"))))
        try await takeOut(shift)
        try await press(shift)
        try await observe(shift)
        try await signOff(shift)
        let sheet = try #require(shift.host.printed.first).text
        #expect(sheet.contains(shift.title(.venousAccess)) && sheet.contains(shift.title(.remove)))
    }

    private func takeOut(_ shift: Shift) async throws {
        #expect(try shift.removal.step == .antiseptic)
        try await shift.tap(RemovalEvent.agent("clorhexidina 2 %"))
        try await shift.tap(RemovalEvent.antiseptic)
        #expect(try shift.removal.step == .takeOut)
        let answers = try shift.removal.answers
        #expect(answers.resistance == nil && answers.tipWhole == nil && answers.bleeding == nil)
        try await shift.tap(RemovalEvent.resistance(false))
        try await device(shift)
        // What was answered before the card is answered still.
        #expect(try shift.removal.answers.resistance == false)
        try await shift.tap(RemovalEvent.tipWhole(true))
        try await shift.tap(RemovalEvent.bleeding(.oozing))
        try await shift.tap(RemovalEvent.confirm(true))
        #expect(try shift.removal.confirming && shift.removal.view.header.removedAtMs == nil)
        try await shift.tap(RemovalEvent.takeOut)
        #expect(try shift.removal.view.header.phase == .removed)
        let form = RemoveForm(resistance: false, tipIntact: true, bleeding: .oozing)
        #expect(shift.newest(.remove)?.form == .remove(form: form))
    }

    /// The card of the device that is in, and back to where one was.
    private func device(_ shift: Shift) async throws {
        let card = try #require(try shift.removal.card)
        #expect(card.id == "manual")
        try await shift.tap(RemovalEvent.reference(card))
        #expect(try shift.reference.open == card)
        try await shift.tap(ReferenceEvent.back)
        #expect(try shift.removal.step == .takeOut)
    }

    private func press(_ shift: Shift) async throws {
        #expect(try shift.removal.step == .compression && shift.removal.view.header.pressingUntilMs == nil)
        try await shift.tap(RemovalEvent.press)
        #expect(try shift.removal.view.header.pressingUntilMs == WardPhone.ms(5))
        try await shift.at(0, second: 1)
        #expect(shift.host.felt.last == .recorded)
        try await shift.at(4, second: 50)
        #expect(try shift.removal.step == .compression)
        #expect(shift.host.felt.last == .minute)
        try await shift.at(5, second: 1)
        #expect(shift.host.felt.last == .over)
        #expect(try shift.removal.step == .bleeding)
        try await shift.tap(RemovalEvent.stopped(bleedingStopped: true))
        #expect(try shift.removal.step == .observation)
        try await shift.tap(RemovalEvent.done)
        _ = try shift.theCase
    }

    private func observe(_ shift: Shift) async throws {
        var check = shift.stories.dry
        check.firm = nil
        for minute: Int64 in [20, 35, 65, 125, 185, 245] {
            try await shift.at(minute)
            #expect(shift.task("post-removal-check") != nil)
            try await shift.meanwhile(shift.stories.checks(shift.stories.bed9, minute, of: check))
        }
        try await shift.at(250)
    }

    private func signOff(_ shift: Shift) async throws {
        try await shift.tap(CaseEvent.open(try #require(shift.task("sign-off"))))
        try await shift.say("advice_given", true)
        try await shift.save()
        #expect(try shift.theCase.view.header.phase == .closed)
        try await shift.tap(CaseEvent.nursingSheet)
        try await shift.tap(SheetEvent.print)
    }

    @Test("Pressing stops early with its reason, and bleeding goes on")
    func stoppedEarly() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.takeOut))
        try await shift.tap(RemovalEvent.withoutAntiseptic)
        #expect(try shift.removal.step == .takeOut)
        try await shift.tap(RemovalEvent.takeOut)
        try await shift.tap(RemovalEvent.press)
        try await shift.at(2)
        try await shift.tap(RemovalEvent.stopEarly(true))
        #expect(try shift.removal.stopping)
        try await shift.tap(RemovalEvent.earlyReason("moved to theatre"))
        try await shift.tap(RemovalEvent.stoppedEarly)
        #expect(try shift.removal.step == .bleeding)
        try await shift.tap(RemovalEvent.stopped(bleedingStopped: false))
        let form = EndCompressionForm(bleedingStopped: false, endedEarlyReason: "moved to theatre")
        #expect(shift.newest(.endCompression)?.form == .endCompression(form: form))
        // It is pressed again.
        #expect(
            try shift.removal.step == .compression
                || shift.flow.places.contains { if case .flag = $0 { true } else { false } })
    }

    @Test("Another day's screens find a removal where the record left it")
    func survives() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.takeOut))
        try await shift.tap(RemovalEvent.antiseptic)
        try await shift.tap(RemovalEvent.takeOut)
        try await shift.tap(RemovalEvent.press)
        let again = MarrowFlow(client: shift.client, host: shift.host, lang: .en)
        again.begin()
        again.lead([.case(shift.stories.bed9), .removal(shift.stories.bed9)])
        while again.underWay > 0 || again.look == nil { await shift.settle() }
        guard case .removal(let model) = again.path.last?.screen else { throw Misfit("at \(again.place)") }
        #expect(model.state?.step == .compression && model.state?.view.header.pressingUntilMs == WardPhone.ms(5))
        again.end()
    }
}
