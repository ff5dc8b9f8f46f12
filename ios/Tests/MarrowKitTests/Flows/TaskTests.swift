import MarrowKit
import Testing

/// What is due is done, put off, left out or seen.
@MainActor
struct TaskTests {
    @Test("A task that grows late is the same one, and no two of a case are taken for each other")
    func identity() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed4)
        let before = try #require(try shift.theCase.view.tasks.first)
        for minute in [0, 30, 145, 600] {
            try await shift.at(Int64(minute))
            let tasks = try shift.theCase.view.tasks
            #expect(Set(tasks.map(\.identity)).count == tasks.count)
            #expect(tasks.contains { $0.identity == before.identity })
        }
        #expect(try shift.theCase.view.tasks.first { $0.identity == before.identity }?.status != before.status)
    }

    @Test("Done in one tap can be taken back for ten seconds", arguments: Lang.allCases)
    func undone(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.open(shift.stories.bed7)
        let due = try #require(shift.task("disinfect"))
        let band = shift.words.formRecorded(shift.title(.disinfect))
        try await shift.tap(CaseEvent.done(due))
        #expect(try shift.theCase.undo == band)
        #expect(shift.task("disinfect")?.status == .upcoming)
        #expect(shift.host.felt.last == .recorded)
        try await shift.at(0, second: 9)
        #expect(try shift.theCase.undo == band)
        try await shift.tap(CaseEvent.undo)
        #expect(try shift.theCase.undo == nil)
        #expect(shift.task("disinfect")?.status == due.status)
        #expect(shift.newest(.disinfect)?.struck.count == 1)
        try await shift.tap(CaseEvent.done(due))
        try await shift.at(0, second: 21)
        #expect(try shift.theCase.undo == nil)
        try await shift.tap(CaseEvent.undo)
        #expect(shift.newest(.disinfect)?.struck.isEmpty == true)
    }

    @Test("Two quick taps are one entry")
    func twice() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed7)
        let due = try #require(shift.task("disinfect"))
        let entries = try shift.theCase.view.entries
        try shift.on(\.asCase).send(.done(due))
        try shift.on(\.asCase).send(.done(due))
        await shift.settle()
        #expect(try shift.theCase.view.entries == entries + 1)
    }

    @Test("What is overdue asks why, and the reason is on record", arguments: Lang.allCases)
    func overdue(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.at(120)
        try await shift.open(shift.stories.bed7)
        let due = try #require(shift.task("disinfect"))
        #expect(due.status == .overdue || due.status == .longOverdue)
        try await shift.tap(CaseEvent.done(due))
        #expect(try shift.form.kind.kind == .disinfect)
        #expect(try shift.form.whyLate == "")
        #expect(shift.newest(.disinfect) == nil)
        try await shift.tap(FormEvent.whyLate("other bed"))
        try await shift.save()
        #expect(shift.newest(.disinfect)?.lateReason == "other bed")
        #expect(shift.task("disinfect")?.status == .upcoming)
        try await shift.tap(CaseEvent.undo)
        #expect(shift.task("disinfect")?.status == due.status)
    }

    @Test("Later puts it off, and what cannot be put off again says so", arguments: Lang.allCases)
    func later(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.open(shift.stories.bed11)
        let due = try #require(shift.task("site-check"))
        let before = shift.host.reconciled
        try await shift.tap(CaseEvent.later(due))
        #expect(shift.host.reconciled > before)
        #expect(shift.task("site-check")?.laterUntilMs == WardPhone.ms(10))
        var refusal: Refusal?
        for _ in 0..<10 where refusal == nil {
            try await shift.tap(CaseEvent.later(due))
            refusal = try shift.theCase.refusal
        }
        #expect(refusal.map { !$0.title.isEmpty && !$0.advice.isEmpty } == true)
        #expect(shift.host.felt.last == .refused)
        // What was refused before says nothing of what is pressed now.
        try await shift.tap(CaseEvent.done(try #require(shift.task("disinfect"))))
        #expect(try shift.theCase.refusal == nil)
    }

    @Test("Not this time asks for the reason", arguments: Lang.allCases)
    func notThisTime(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.open(shift.stories.bed4)
        let due = try #require(shift.task("site-check"))
        try await shift.tap(CaseEvent.notThisTime(due))
        #expect(try shift.chosen.isEmpty)
        try await shift.say("reason", SkipReason.away)
        try await shift.save()
        #expect(shift.newest(.skip)?.form == .skip(form: SkipForm(step: "site-check", reason: .away, text: nil)))
        #expect(shift.task("site-check")?.status != due.status)
    }

    @Test("What is to be known is seen, and seen for ten seconds only by mistake", arguments: Lang.allCases)
    func seen(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        try await shift.at(275)
        try await shift.open(shift.stories.bed4)
        let due = try #require(try shift.theCase.view.tasks.first(where: \.acknowledgeable))
        try await shift.tap(CaseEvent.seen(due))
        #expect(shift.newest(.acknowledge) != nil)
        #expect(shift.task(due.step)?.acknowledgeable != true)
        try await shift.tap(CaseEvent.undo)
        #expect(shift.task(due.step)?.acknowledgeable == true)
    }
}
