import MarrowKit
import Testing

/// What is on record is struck, taken back and amended, and never gone.
@MainActor
struct RecordTests {
    private func atTheRecord(_ lang: Lang) async throws -> Shift {
        let shift = try await Shift.begin(lang) { stories in
            stories.removable + stories.disinfected(stories.bed9, -100)
        }
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.wholeRecord)
        return shift
    }

    private func disinfection(_ shift: Shift) throws -> EntryView {
        try #require(try shift.record.view.record.last { $0.kind == .disinfect })
    }

    @Test("An entry is struck with its reason, and the strike is taken back", arguments: Lang.allCases)
    func struck(lang: Lang) async throws {
        let shift = try await atTheRecord(lang)
        let entry = try disinfection(shift)
        try await shift.tap(RecordEvent.open(entry))
        try await shift.tap(RecordEvent.reason("other bed"))
        try await shift.tap(RecordEvent.confirm(true))
        #expect(try shift.record.open == entry && shift.record.confirming)
        try await shift.tap(RecordEvent.strike(entry.id))
        #expect(try shift.record.open == nil && shift.record.reason.isEmpty && !shift.record.confirming)
        let struck = try disinfection(shift)
        #expect(struck.struck.map(\.reason) == ["other bed"])
        #expect(struck.marks(shift.flow.times) == [shift.words.recordStruck("S. Okafor", "03:12", "other bed")])
        try await shift.tap(RecordEvent.open(struck))
        try await shift.tap(RecordEvent.reinstate(entry.id))
        #expect(try disinfection(shift).struck.isEmpty)
    }

    @Test("What is typed about one entry is not said of the next")
    func reason() async throws {
        let shift = try await atTheRecord(.en)
        try await shift.tap(RecordEvent.open(try disinfection(shift)))
        try await shift.tap(RecordEvent.reason("other bed"))
        try await shift.tap(RecordEvent.confirm(true))
        try await shift.tap(RecordEvent.open(try shift.record.view.record.first))
        #expect(try shift.record.reason.isEmpty && !shift.record.confirming)
    }

    @Test("An amendment begins with what the entry says, and can be taken back", arguments: Lang.allCases)
    func amended(lang: Lang) async throws {
        let shift = try await atTheRecord(lang)
        let entry = try disinfection(shift)
        try await shift.tap(RecordEvent.open(entry))
        try await shift.tap(RecordEvent.amend(entry))
        let state = try shift.form
        #expect(state.form == entry.form && state.given.isEmpty && state.whyAmended == "")
        try await shift.write("agent", "povidone")
        try await shift.tap(FormEvent.whyAmended("read the bottle"))
        try await shift.tap(FormEvent.at(WardPhone.ms(-120)))
        try await shift.save()
        let amended = try disinfection(shift)
        #expect(amended.form == .disinfect(form: DisinfectForm(agent: "povidone")))
        #expect(amended.performedAtMs == WardPhone.ms(-120))
        #expect(amended.amended.map(\.mark.reason) == ["read the bottle"])
        #expect(shift.flow.places == [.case(shift.stories.bed9), .record(shift.stories.bed9)])
        #expect(try shift.record.undo != nil)
        try await shift.tap(RecordEvent.undo)
        #expect(try disinfection(shift).form == entry.form && shift.record.undo == nil)
    }

    @Test("The whole record is read, and read again when it grows")
    func grows() async throws {
        let shift = try await atTheRecord(.en)
        let before = try shift.record.view
        #expect(before.record.count == Int(before.entries))
        try await shift.meanwhile(shift.stories.disinfected(shift.stories.bed9, 0))
        #expect(try shift.record.view.record.count == before.record.count + 1)
    }

    @Test("The sheet is made in the language that is chosen for it, and goes out in that")
    func sheet() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.nursingSheet)
        let english = try #require(try shift.sheet.document)
        try await shift.tap(SheetEvent.language(.es))
        let state = try shift.sheet
        #expect(state.lang == .es && state.document != nil && state.document != english)
        #expect(shift.words.lang == .en)
        try await shift.tap(SheetEvent.share)
        #expect(shift.host.shared == [state.document])
        // It says what is recorded meanwhile.
        try await shift.meanwhile(shift.stories.disinfected(shift.stories.bed9, 0))
        #expect(try shift.sheet.document?.text != state.document?.text)
    }
}
