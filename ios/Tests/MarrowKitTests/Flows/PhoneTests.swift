import Testing

@testable import MarrowKit

/// What the phone is set to: the hospital's policy, the language, who records; and its reminders.
@MainActor
struct PhoneTests {
    private static let policy = """
        {"id":"hospital-x","version":2,"author":"Comisión","effective":"2026-01-01","reason":"propio",
        "protocol":"io-aftercare","parameters":{"disinfect.every":360,"site-check.every":90}}
        """

    @Test("A policy is brought in, one that is none is refused, and the first stays", arguments: Lang.allCases)
    func policy(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        await shift.tap(.go(.policy))
        func state() throws -> PolicyState { try shift.policy }
        #expect(try state().policy.id == nil)
        // Nothing chosen is nothing changed.
        try await shift.tap(PolicyEvent.bringIn)
        #expect(try state().policy.id == nil && state().refusal == nil)
        shift.host.policy = Self.policy
        try await shift.tap(PolicyEvent.bringIn)
        #expect(try state().policy.id == "hospital-x" && state().policy.numbers.contains(where: \.changed))
        try await shift.tap(PolicyEvent.handOut)
        let document = try #require(try state().policy.document)
        #expect(shift.host.handedOut == [document])
        shift.host.policy = "no policy"
        try await shift.tap(PolicyEvent.bringIn)
        #expect(try state().refusal?.advice == shift.words.refusedPolicy)
        #expect(try state().policy.id == "hospital-x")
        try await shift.tap(PolicyEvent.remove)
        #expect(try state().policy.id == nil && state().refusal == nil)
    }

    @Test("A case that is opened under a policy is reminded of by it")
    func override() async throws {
        let shift = try await Shift.begin(.en)
        _ = try await shift.client.policy(.set(json: Self.policy))
        try await shift.meanwhile(
            shift.stories.admitted(shift.stories.bed4, 4, 0, "ez-io", .proximalTibia, .left))
        try await shift.open(shift.stories.bed4)
        let task = try #require(shift.task("disinfect"))
        #expect(task.intervalS == 21_600)
    }

    @Test("The language changes midway and nothing of the other one is left", arguments: Lang.allCases)
    func language(lang: Lang) async throws {
        let other: Lang = lang == .en ? .es : .en
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        let task = try #require(try shift.theCase.view.tasks.first?.title)
        try await shift.tap(CaseEvent.check)
        try await shift.say("bleeding", Bleeding.oozing)
        let asked = try shift.form.groups.map(\.title)
        await shift.tap(.go(.settings))
        try await shift.tap(SettingsEvent.language(other))
        #expect(shift.host.spoken == [other] && shift.words.lang == other)
        #expect(try shift.settings.lang == other)
        // A half-filled form asks in the other language, and keeps what was answered.
        try await shift.tap(SettingsEvent.back)
        #expect(try shift.form.answers == Answered(["bleeding": Bleeding.oozing]))
        #expect(try shift.form.groups.map(\.title) != asked && shift.form.kind.title == shift.title(.check))
        try await shift.tap(FormEvent.leave(.away))
        #expect(try shift.theCase.view.tasks.first.map { $0.title != task } == true)
        #expect(try shift.theCase.kinds == shift.flow.catalogue?.kinds)
        #expect(await shift.client.lang == other)
    }

    @Test("The next nurse says that she records now, and what follows is hers", arguments: Lang.allCases)
    func nextNurse(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        await shift.tap(.whoRecords)
        let settings = try shift.on(\.asSettings)
        #expect(try shift.settings.changing == Actor(name: "", role: "", unit: "Ward 3"))
        // Nobody is nobody to record as.
        try await shift.tap(SettingsEvent.records(Actor(name: " ", role: "", unit: "")))
        #expect(shift.flow.people.actor?.name == "S. Okafor")
        settings.send(.name("Ana G."))
        settings.send(.role("nurse"))
        try await shift.tap(SettingsEvent.records(try #require(try shift.settings.changing)))
        #expect(shift.flow.place == .board && shift.taps <= 4)
        #expect(try shift.board.recordedBy == "Ana G.")
        #expect(shift.host.people.known.map(\.name) == ["Ana G."])
        try await shift.open(shift.stories.bed7)
        try await shift.tap(CaseEvent.done(try #require(shift.task("disinfect"))))
        let entry = try #require(shift.newest(.disinfect))
        #expect(entry.author == "Ana G., nurse" && entry.unit == "Ward 3")
        #expect(shift.newest(.check)?.name == "S. Okafor")
    }

    @Test("The nine that recorded last are remembered as eight, each once")
    func known() {
        let people = (1...9).reduce(People()) { $0.become(Actor(name: "N\($1)", role: "", unit: "")) }
        #expect(people.become(people.known[3]).known.map(\.name) == ["N6", "N9", "N8", "N7", "N5", "N4", "N3", "N2"])
    }

    @Test("The board says that reminders can fail, and the page why and where to mend it", arguments: Lang.allCases)
    func reminders(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.board)
        #expect(try !shift.board.remindersCanFail)
        // What iOS holds already rings in Low Power Mode too.
        shift.host.failing = [.lowPower]
        shift.flow.returned()
        await shift.settle()
        #expect(try !shift.board.remindersCanFail)
        shift.host.failing = [.timeSensitive]
        shift.flow.returned()
        await shift.settle()
        #expect(try shift.board.remindersCanFail)
        await shift.tap(.remindersHealth)
        let state = try shift.reminders
        #expect(state.conditions.count == Need.allCases.count && state.conditions.first?.need == .timeSensitive)
        #expect(state.planned.contains { $0.text.hasPrefix(shift.stories.bed(4)) })
        try await shift.tap(RemindersEvent.fix(.timeSensitive))
        #expect(shift.host.fixed == [.timeSensitive])
        try await shift.tap(RemindersEvent.test)
        #expect(try shift.reminders.testAtMs == WardPhone.ms(0) + 30_000)
    }

    @Test("Every condition has words of its own, held or not", arguments: Lang.allCases)
    func conditions(lang: Lang) {
        let words = Words(lang)
        let said = Need.allCases.flatMap { need in [true, false, nil].map { Condition(need, held: $0).said(words) } }
        #expect(Set(said).count == 3 * Need.allCases.count)
        #expect(Set(Need.allCases.map { $0.may(words) }).count == Need.allCases.count)
    }
}
