import Testing

@testable import MarrowKit

/// A needle goes on record while hands are needed elsewhere.
@MainActor
struct NeedleTests {
    private let tibia = Bone(site: .proximalTibia, side: .left)

    @Test("A needle is on record in four taps and the case shows it", arguments: Lang.allCases)
    func fourTaps(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        await shift.tap(.newIo)
        try await shift.tap(NewIoEvent.bone(tibia))
        try await shift.tap(NewIoEvent.device("ez-io"))
        let before = shift.host.reconciled
        let writes = try shift.newIo.writes
        try await shift.tap(NewIoEvent.save)
        #expect(shift.taps <= 4)
        let state = try shift.theCase
        #expect(state.view.header.phase == .dwelling && state.bone == tibia)
        #expect(state.undo == shift.words.formRecorded(shift.title(.insert)))
        #expect(writes == "\(state.view.header.place ?? "") · EZ-IO · 03:12")
        #expect(shift.host.reconciled > before)
        #expect(state.view.patientForm.ageBand == nil && state.view.patientForm.consciousness == nil)
        #expect(state.view.header.alias == shift.words.newIoAliasMade("03:12"))
        try await shift.tap(CaseEvent.back)
        #expect(try shift.board.board?.open.map(\.header.place) == [state.view.header.place])
    }

    @Test("A new needle begins with now and exact and nothing else")
    func begins() async throws {
        let shift = try await Shift.begin(.en)
        await shift.tap(.newIo)
        let draft = try shift.newIo.draft
        #expect(draft.bone == nil && draft.device == nil && draft.age == nil && draft.awake == nil)
        #expect(draft.alias.isEmpty && draft.performedAtMs == nil && draft.precision == .exact)
    }

    @Test("What was said goes on record: when, how sure, who, how old, awake", arguments: Lang.allCases)
    func said(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        await shift.tap(.newIo)
        for event in [
            NewIoEvent.bone(tibia), .device("ez-io"), .at(WardPhone.ms(-10)), .precision(.estimated), .age(.over),
            .awake(.no),
            .alias(shift.stories.bed(4)),
        ] { try await shift.tap(event) }
        try await shift.tap(NewIoEvent.save)
        let view = try shift.theCase.view
        #expect(view.header.insertedAtMs == WardPhone.ms(-10) && view.header.insertedPrecision == .estimated)
        #expect(view.header.alias == shift.stories.bed(4))
        #expect(view.patientForm.ageBand == .over12 && view.patientForm.consciousness == .unconscious)
    }

    @Test("A sternal device in a child is refused, and a reason answers it", arguments: Lang.allCases)
    func reason(lang: Lang) async throws {
        let shift = try await Shift.begin(lang)
        try await sternalInChild(shift)
        #expect(try shift.newIo.reasonAsked)
        #expect(shift.host.felt.last == .refused)
        try await shift.tap(NewIoEvent.reason("no other at hand"))
        #expect(try shift.newIo.refusal == nil)
        try await shift.tap(NewIoEvent.save)
        guard case .insert(let form) = shift.newest(.insert)?.form else { throw Misfit("no insertion") }
        #expect(form.overrideReason == "no other at hand")
        #expect(try shift.board.board?.open.count == 1)
    }

    @Test("An age that was pressed by mistake is put right, and the needle is taken")
    func ageCorrected() async throws {
        let shift = try await Shift.begin(.en)
        try await sternalInChild(shift)
        try await shift.tap(NewIoEvent.age(.over))
        try await shift.tap(NewIoEvent.save)
        #expect(try shift.theCase.view.patientForm.ageBand == .over12)
        #expect(try shift.theCase.view.header.phase == .dwelling)
        #expect(try shift.board.board?.open.count == 1)
    }

    @Test("A refusal that no reason answers asks for none, and keeps what was said")
    func refused() async throws {
        let shift = try await Shift.begin(.en)
        await shift.tap(.newIo)
        try await shift.tap(NewIoEvent.bone(tibia))
        try await shift.tap(NewIoEvent.save)
        let state = try shift.newIo
        #expect(state.refusal != nil && !state.reasonAsked && state.draft.bone == tibia)
        try await shift.tap(NewIoEvent.device("ez-io"))
        try await shift.tap(NewIoEvent.save)
        #expect(try shift.theCase.view.header.phase == .dwelling)
        #expect(try shift.board.board?.open.count == 1)
    }

    private func sternalInChild(_ shift: Shift) async throws {
        await shift.tap(.newIo)
        let sternum = Bone(site: .sternum, side: .midline)
        for event in [NewIoEvent.bone(sternum), .device("fast1"), .age(.under)] { try await shift.tap(event) }
        try await shift.tap(NewIoEvent.save)
        #expect(try shift.newIo.refusal != nil)
    }

    @Test("A needle goes into the case that waits for one", arguments: Lang.allCases)
    func awaiting(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.awaiting)
        try await shift.open(shift.stories.bed5)
        #expect(try shift.theCase.view.header.phase == .awaiting)
        try await shift.tap(CaseEvent.recordNeedle)
        #expect(try shift.newIo.tried == [Bone(site: .proximalTibia, side: .right)])
        #expect(try shift.newIo.draft == NewIo(alias: shift.stories.bed(5)))
        try await shift.tap(NewIoEvent.bone(tibia))
        try await shift.tap(NewIoEvent.device("ez-io"))
        try await shift.tap(NewIoEvent.save)
        #expect(shift.flow.places == [.case(shift.stories.bed5)])
        #expect(try shift.theCase.view.header.phase == .dwelling)
    }

    @Test("Over the lock it is recorded in nobody's name, and leads nowhere")
    func overTheLock() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        shift.host.people = People()
        var (isRecorded, closed) = (false, 0)
        let flow = MarrowFlow(client: shift.client, host: shift.host, lang: .en)
        flow.begin()
        while flow.catalogue == nil { await shift.settle() }
        let model = NewIoModel(overTheLock: flow, closed: { closed += 1 }, recorded: { isRecorded = true })
        let state = try #require(model.state)
        #expect(state.aliases == ["IO 03:12"] && state.tried.isEmpty)
        model.send(.close)
        #expect(closed == 1, "nothing is thrown away")
        model.send(.bone(tibia))
        model.send(.close)
        #expect(closed == 1 && model.state?.leaving == true)
        model.send(.leave(.stay))
        #expect(closed == 1 && model.state?.leaving == false)
        model.send(.device("ez-io"))
        model.send(.save)
        while flow.underWay > 0 { await shift.settle() }
        #expect(isRecorded && flow.places.isEmpty)
        let rows = try #require(await shift.client.look).board.open
        let made = try #require(rows.first { $0.header.alias == "IO 03:12" })
        #expect(try await shift.client.case(made.header.case).record.map(\.name) == ["", ""])
        flow.end()
    }
}
