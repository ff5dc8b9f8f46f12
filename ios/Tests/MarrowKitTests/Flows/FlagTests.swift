import MarrowKit
import Testing

/// A check finds what is dangerous: it says so at once, and whom to tell.
@MainActor
struct FlagTests {
    @Test("Swelling leads to its flag, somebody is told, and the board says who", arguments: Lang.allCases)
    func swelling(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.check)
        try await nothingIsNoEntry(shift)
        try await answer(shift)
        try await shift.tap(FormEvent.save)

        guard case .flag(_, let raised) = shift.flow.place else { throw Misfit("at \(shift.flow.place)") }
        let flag = try shift.redFlag
        #expect(flag.flag.severity == .red && flag.flag.told(flag.times) == shift.words.flagNotTold)
        #expect(!flag.sentences.isEmpty && flag.sentences.joined(separator: " ") == flag.flag.action)
        try await shift.tap(RedFlagEvent.tell)
        #expect(try shift.chosen.isEmpty)
        try await shift.write("whom", shift.stories.ruiz)
        try await shift.tap(FormEvent.save)
        #expect(shift.flow.place == .flag(shift.stories.bed9, raised))
        try await shift.tap(RedFlagEvent.back)
        try await shift.tap(CaseEvent.back)
        let row = try #require(try shift.board.board?.open.first)
        #expect(row.flag?.told(shift.flow.times) == shift.words.flagToldAt(shift.stories.ruiz, "03:12"))

        // From the board straight to the flag. Whom one told before is told again in one tap.
        await shift.tap(.openFlag(shift.stories.bed9))
        #expect(shift.flow.places == [.case(shift.stories.bed9), .flag(shift.stories.bed9, raised)])
        try await shift.tap(RedFlagEvent.tell)
        try await shift.say("whom", shift.stories.ruiz)
        try await shift.tap(FormEvent.save)
        #expect(shift.flow.place == .flag(shift.stories.bed9, raised))
    }

    @Test("Of two flags of one rule, each leads to its own page")
    func sameRule() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.at(24 * 60)
        try await shift.open(shift.stories.bed4)
        let flags = try shift.theCase.view.flags
        let same = flags.filter { flag in flags.filter { $0.rule == flag.rule }.count > 1 }
        #expect(same.count > 1)
        for flag in same {
            try await shift.tap(CaseEvent.openFlag(flag))
            #expect(try shift.redFlag.flag.step == flag.step)
            try await shift.tap(RedFlagEvent.back)
        }
    }

    /// Saved by mistake, an empty one is no entry.
    private func nothingIsNoEntry(_ shift: Shift) async throws {
        #expect(try shift.form.counted == (0, 7))
        #expect(try shift.chosen.isEmpty)
        let entries = shift.flow.look?.shown?.entries
        try await shift.tap(FormEvent.save)
        #expect(try shift.form.refusal?.title == shift.words.formNothing)
        #expect(shift.flow.look?.shown?.entries == entries)
    }

    private func answer(_ shift: Shift) async throws {
        try await shift.say("bleeding", Bleeding.none)
        #expect(try shift.form.refusal == nil)
        #expect(try shift.form.counted == (1, 7))
        try await shift.say("colour", LimbColour.normal)
        try await shift.say("temperature", LimbTemperature.normal)
        try await shift.say("inflammation", Inflammation.none)
        try await shift.say("firm", true)
        #expect(try shift.form.counted == (5, 7))
        #expect(Set(try shift.form.missing ?? []) == ["pain", "pulse"])
        try await shift.say("swelling", true)
        try await shift.say("flush", FlushFinding.resistance)
    }

    @Test("A flag's page goes when what raised it is gone")
    func gone() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let id = shift.stories.bed9
        var check = shift.stories.dry
        check.swelling = true
        check.flush = .resistance
        try await shift.meanwhile(shift.stories.checks(id, 0, of: check))
        await shift.tap(.openFlag(id))
        guard case .flag = shift.flow.place else { throw Misfit("at \(shift.flow.place)") }
        let entry = try #require(shift.newest(.check)?.id)
        let strike = StrikeForm(entry: entry, reason: "other patient")
        try await shift.meanwhile([shift.stories.act(0, id, .strike(form: strike))])
        #expect(shift.flow.place == .case(id))
    }

    @Test("Not assessed is said, asks why, and is taken back by an answer")
    func notAssessed() async throws {
        let shift = try await Shift.begin(.es, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.check)
        try await shift.tap(FormEvent.notAssessed(field: "pain"))
        try await shift.tap(FormEvent.notAssessed(field: "pulse"))
        #expect(try shift.form.notAssessed == ["pain", "pulse"])
        #expect(try shift.form.counted.done == 0)
        try await shift.write(FormState.whyNotField, "dormido")
        #expect(try shift.form.counted.done == 2)
        try await shift.say("pain", Pain.score(score: 3))
        #expect(try shift.form.notAssessed == ["pulse"])
        try await shift.tap(FormEvent.notAssessed(field: "pain"))
        #expect(try !shift.form.answers.has("pain"))
        try await shift.tap(FormEvent.notAssessed(field: "pain"))
        try await shift.tap(FormEvent.notAssessed(field: "pulse"))
        // With the last of them goes the reason.
        #expect(try shift.form.answers.isEmpty)
        // What is pressed twice was never said.
        try await shift.say("bleeding", Bleeding.oozing)
        try await shift.say("bleeding", Bleeding.oozing)
        #expect(try shift.form.answers.isEmpty)
    }
}
