import MarrowKit
import Testing

private typealias Confirmation = MarrowKit.Confirmation

/// No form answers for a person: every kind's begins with nothing chosen, in every group of it.
@MainActor
struct FreshFormTests {
    @Test("A fresh form of any kind has nothing chosen", arguments: Lang.allCases)
    func fresh(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        let kinds = try #require(shift.flow.catalogue).kinds.map(\.kind).filter { Form($0, [:]) != nil }
        #expect(kinds.count > 20)
        for kind in kinds {
            shift.flow.go(.form(FormPlace(case: shift.stories.bed9, kind: kind)))
            await shift.settle()
            #expect(try shift.form.kind.kind == kind)
            #expect(try shift.chosen.isEmpty && shift.form.answers.isEmpty, "\(kind)")
            #expect(try shift.form.whyAmended == nil && shift.form.performedAtMs == nil, "\(kind)")
            try await shift.tap(FormEvent.back)
        }
    }

    @Test("Every field that is asked has its answers at hand, or is typed", arguments: Lang.allCases)
    func answerable(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.check)
        let state = try shift.form
        #expect(state.side != nil && state.otherSide != nil)
        for asked in state.groups.flatMap(\.fields) {
            let field = try #require(state.field(asked.field), "\(asked.field)")
            let texts = state.choices(field).map(\.text)
            #expect(Set(texts).count == texts.count, "\(asked.field)")
            switch field.answer {
            case .yesNo: #expect(texts == [shift.words.commonYes, shift.words.commonNo])
            case .pain: #expect(texts.count == 12 && texts.prefix(11) == (0...10).map { "\($0)" }[...])
            case .one, .several, .device: #expect(!texts.isEmpty, "\(asked.field)")
            case .number, .text, .texts, .day: break
            case .fields, .given: Issue.record("\(asked.field) is asked")
            }
        }
    }

    @Test("A choice of several is turned on and off, and none is no answer")
    func several() async throws {
        let shift = try await Shift.begin(.en, \.awaiting)
        try await shift.open(shift.stories.bed5)
        shift.flow.go(.form(FormPlace(case: shift.stories.bed5, kind: .insert)))
        await shift.settle()
        try await shift.say("confirmation", Confirmation.standsFirm)
        try await shift.say("confirmation", Confirmation.flushesFreely)
        #expect(try shift.form.answers["confirmation"] as? [Confirmation] == [.standsFirm, .flushesFreely])
        guard case .insert(let form) = try shift.form.form else { throw Misfit("no insertion") }
        #expect(form.confirmation == [.standsFirm, .flushesFreely])
        try await shift.say("confirmation", Confirmation.standsFirm)
        try await shift.say("confirmation", Confirmation.flushesFreely)
        #expect(try !shift.form.answers.has("confirmation"))
    }

    @Test("A group opens and closes by hand, and no other with it")
    func groups() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.patient))
        func open() throws -> [Bool] {
            let state = try shift.form
            return state.groups.map(state.isOpen)
        }
        let before = try open()
        #expect(before.first == true && before.dropFirst().allSatisfy { !$0 } && before.count > 1)
        let last = try #require(try shift.form.groups.last).title
        try await shift.tap(FormEvent.turn(group: last))
        #expect(try open() == before.dropLast() + [true])
        try await shift.tap(FormEvent.turn(group: last))
        #expect(try open() == before)
    }

    @Test("A check is shown once it is known which of its questions apply, and none moves under a finger")
    func applies() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        try await shift.open(shift.stories.bed9)
        try shift.on(\.asCase).send(.check)
        #expect(try shift.on(\.asForm).state == nil)
        await shift.settle()
        let state = try shift.form
        #expect(state.missing != nil)
        let core = try #require(state.groups.first)
        #expect(core.fields.contains { !state.applies(core, $0.field) })
    }
}
