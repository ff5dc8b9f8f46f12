import Testing

@testable import MarrowKit

/// What screens say of a case, a flag and an entry, beside what the core says.
@MainActor
struct SaidTests {
    @Test("The limit counts down, then up; a needle that is out says since when", arguments: Lang.allCases)
    func limit(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        func limit() throws -> Weighed? { try shift.theCase.view.header.limit(shift.flow.times) }
        // It went in five hours ago.
        let at = try #require(try shift.theCase.view.header.limit?.atMs)
        #expect(try limit()?.sentence == shift.words.boardToLimit(shift.flow.times.span(at - WardPhone.ms(0))))
        try await shift.at((at - WardPhone.ms(0)) / 60_000 + 20)
        let past = shift.words.timeMinutes("20")
        #expect(try limit() == Weighed(sentence: shift.words.boardPastLimit(past), value: past))
        let minute = (shift.ward.nowMs - WardPhone.ms(0)) / 60_000
        let out = shift.stories.act(minute, shift.stories.bed9, .remove(form: RemoveForm(cameOut: true)))
        try await shift.meanwhile([out])
        let hour = shift.flow.times.hour(shift.ward.nowMs)
        #expect(try limit() == Weighed(sentence: shift.words.boardOutSince(hour), value: hour))
    }

    @Test("A case without a needle has no limit, and says where it stands", arguments: Lang.allCases)
    func awaiting(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.awaiting)
        try await shift.open(shift.stories.bed5)
        let state = try shift.theCase
        #expect(state.view.header.limit(shift.flow.times) == nil && state.bone == nil)
        #expect(state.view.header.whereWritten == state.view.header.phaseText)
        #expect(state.groups.map(\.title) == [shift.words.caseGroupFluids, shift.words.caseGroupCase])
    }

    @Test("Every action is in the sheet once, and has a name of its own", arguments: Lang.allCases)
    func actions(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        let state = try shift.theCase
        let all = state.groups.flatMap(\.actions)
        #expect(all.count == CaseAction.allCases.count && Set(all) == Set(CaseAction.allCases))
        let names = all.map { $0.name(state) }
        #expect(Set(names).count == all.count && names.allSatisfy { !$0.isEmpty })
        for action in all {
            try await shift.tap(CaseEvent.record(action))
            #expect(shift.flow.place != .case(shift.stories.bed9), "\(action) leads nowhere")
            shift.flow.back()
        }
    }

    @Test("An entry in a line: what it says, and of a check what it raised", arguments: Lang.allCases)
    func summary(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        let id = shift.stories.bed9
        var check = shift.stories.dry
        check.swelling = true
        check.flush = .resistance
        let disinfection = Form.disinfect(form: DisinfectForm(agent: "povidone", dried: true))
        try await shift.open(id)
        try await shift.meanwhile(shift.stories.checks(id, 0, of: check) + [shift.stories.act(0, id, disinfection)])
        let state = try shift.theCase
        let flag = try #require(state.view.flags.first)
        let raising = try #require(shift.newest(.check))
        #expect(state.summary(raising).hasPrefix("\(raising.title) · \(flag.text)"))
        #expect(flag.raisedBy(state.view, shift.flow.times).contains("\(raising.title) 03:12 · S. Okafor"))
        let dry = try #require(state.view.record.first { $0.kind == .check })
        #expect(state.summary(dry) == dry.title)
        let done = try #require(shift.newest(.disinfect))
        let dried = try #require(done.fields.first { $0.field == "dried" })
        let said = "\(done.title) · povidone · \(dried.label.lowercased()): \(dried.text)"
        #expect(state.summary(done) == said)
    }

    @Test(
        "What happened at another time is recorded at that; after more than a day it asks why", arguments: Lang.allCases
    )
    func anotherTime(lang: Lang) async throws {
        let shift = try await Shift.begin(lang) { stories in
            stories.admitted(stories.bed9, 9, -2_000, "manual", .distalTibia, .right)
        }
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.disinfect))
        try await shift.tap(FormEvent.choosing(true))
        #expect(try shift.form.choosing)
        try await shift.tap(FormEvent.at(WardPhone.ms(-1_500)))
        #expect(try shift.form.whyLate == "")
        try await shift.tap(FormEvent.whyLate("written on paper"))
        try await shift.tap(FormEvent.at(WardPhone.ms(-1)))
        // What is typed stays.
        #expect(try shift.form.whyLate == "written on paper")
        try await shift.tap(FormEvent.at(WardPhone.ms(-1_500)))
        try await shift.tap(FormEvent.choosing(false))
        try await shift.save()
        let entry = try #require(shift.newest(.disinfect))
        #expect(entry.performedAtMs == WardPhone.ms(-1_500) && entry.lateReason == "written on paper")
        #expect(entry.late && entry.marks(shift.flow.times).contains("written on paper"))
    }

    @Test("Why so late is asked no more once it is not late")
    func notLate() async throws {
        let shift = try await Shift.begin(.en) { stories in
            stories.admitted(stories.bed9, 9, -2_000, "manual", .distalTibia, .right)
        }
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.note))
        try await shift.write("text", "x")
        try await shift.tap(FormEvent.at(WardPhone.ms(-1_500)))
        #expect(try shift.form.whyLate == "")
        try await shift.tap(FormEvent.at(nil))
        #expect(try shift.form.whyLate == nil)
    }
}
