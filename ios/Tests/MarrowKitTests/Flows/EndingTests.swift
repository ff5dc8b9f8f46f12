import MarrowKit
import Testing

/// It does not always end as it was meant to.
@MainActor
struct EndingTests {
    @Test("It came out by itself", arguments: Lang.allCases)
    func cameOut(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.cameOut))
        let state = try shift.form
        #expect(state.given == ["came_out"])
        #expect(try shift.chosen.allSatisfy { $0.hasPrefix("came_out") })
        #expect(state.groups.allSatisfy { group in !state.applies(group, "came_out") })
        try await shift.say("tip_intact", true)
        try await shift.say("bleeding", Bleeding.none)
        try await shift.save()
        #expect(try shift.theCase.view.header.phase == .removed)
        let form = RemoveForm(tipIntact: true, bleeding: Bleeding.none, cameOut: true)
        #expect(shift.newest(.remove)?.form == .remove(form: form))
        #expect(shift.task("compression") != nil)
    }

    @Test("The vein is lost and the needle stays", arguments: Lang.allCases)
    func veinLost(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.gotVein()
        #expect(shift.task("remove-after-access") != nil)
        try await shift.tap(CaseEvent.record(.veinLost))
        try await shift.save()
        #expect(shift.task("remove-after-access") == nil)
        #expect(try shift.theCase.view.header.phase == .dwelling)
    }

    @Test("The patient dies and the case is ended", arguments: Lang.allCases)
    func dies(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.removable)
        try await shift.open(shift.stories.bed9)
        try await shift.tap(CaseEvent.record(.end))
        try await shift.say("reason", EndReason.died)
        try await shift.say("device", DevicePlace.in)
        try await shift.save()
        let state = try shift.theCase
        #expect(state.view.header.phase == .closed && state.view.tasks.isEmpty)
        #expect(!state.groups.flatMap(\.actions).contains(.takeOut))
        try await shift.tap(CaseEvent.back)
        let board = try #require(try shift.board.board)
        #expect(board.open.isEmpty)
        #expect(board.closed.map { $0.closed(shift.flow.times) } == [shift.words.boardClosedAt("03:12")])
        try await shift.open(shift.stories.bed9)
    }

    @Test("Two needles, two sides: what is done to one is not done to the other", arguments: Lang.allCases)
    func bothLegs(lang: Lang) async throws {
        let shift = try await Shift.begin(lang, \.bothLegs)
        let (right, left) = (shift.stories.bed9, shift.stories.bed2)
        let rows = try #require(try shift.board.board?.open)
        #expect(Set(rows.map(\.header.whereWritten)).count == 2)
        try await shift.open(left)
        #expect(try shift.theCase.bone?.side == .left)
        try await shift.tap(CaseEvent.record(.takeOut))
        try await shift.tap(RemovalEvent.withoutAntiseptic)
        try await shift.tap(RemovalEvent.takeOut)
        #expect(try shift.removal.view.header.case == left)
        // A reminder of the other leg is tapped meanwhile: her removal stays below, and is there when she comes back.
        shift.flow.lead([.case(right)])
        await shift.settle()
        #expect(try shift.theCase.bone?.side == .right && shift.theCase.view.header.phase == .dwelling)
        try await shift.tap(CaseEvent.back)
        #expect(try shift.removal.view.header.case == left && shift.removal.step == .compression)
        #expect(try shift.board.board?.open.filter { $0.header.phase == .dwelling }.map(\.header.case) == [right])
    }
}
