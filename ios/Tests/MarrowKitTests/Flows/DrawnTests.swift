import Foundation
import Observation
import Testing

@testable import MarrowKit

/// A screen is drawn anew when what it shows changes, and not else: SwiftUI goes by what is told here.
@MainActor
struct DrawnTests {
    private final class Told: @unchecked Sendable {
        private let lock = NSLock()
        private var told = false
        var isTold: Bool { lock.withLock { told } }
        func tell() { lock.withLock { told = true } }
    }

    /// Whether whoever has seen that is told that it is another by now.
    private func isTold(_ seen: () -> Void, _ act: () async throws -> Void) async throws -> Bool {
        let told = Told()
        withObservationTracking(seen) { told.tell() }
        try await act()
        return told.isTold
    }

    @Test("A case is drawn anew by what is recorded, by what is pressed, and by the minute")
    func aCase() async throws {
        let shift = try await Shift.begin(.en, \.board)
        try await shift.open(shift.stories.bed7)
        let model = try shift.on(\.asCase)
        let seen = { _ = model.state }
        let due = try #require(shift.task("disinfect"))
        #expect(try await isTold(seen) { try await shift.tap(CaseEvent.done(due)) })
        #expect(try await isTold(seen) { try await shift.tap(CaseEvent.actions(true)) })
        #expect(try await isTold(seen) { try await shift.meanwhile(shift.stories.disinfected(shift.stories.bed7, 0)) })
        shift.ward.at(0, second: 9)
        #expect(try await !isTold(seen) { shift.flow.tick() })
        shift.ward.at(1)
        #expect(try await isTold(seen) { shift.flow.tick() })
    }

    @Test("A form is drawn anew by an answer, the way by a step on it, the board by who records")
    func others() async throws {
        let shift = try await Shift.begin(.en, \.removable)
        let board = try #require(shift.flow.board)
        #expect(try await isTold({ _ = shift.flow.path }) { try await shift.open(shift.stories.bed9) })
        try await shift.tap(CaseEvent.check)
        let model = try shift.on(\.asForm)
        #expect(try await isTold({ _ = model.state }) { try await shift.say("bleeding", Bleeding.none) })
        #expect(try await isTold({ _ = shift.flow.path }) { try await shift.tap(FormEvent.leave(.away)) })
        await shift.tap(.whoRecords)
        let nurse = Actor(name: "Ana G.", role: "", unit: "")
        #expect(try await isTold({ _ = board.state }) { try await shift.tap(SettingsEvent.records(nurse)) })
    }

    @Test("A look that comes late by one of its two ways is not taken for the newest")
    func lateLook() async throws {
        let shift = try await Shift.begin(.en, \.board)
        let before = try #require(shift.flow.look)
        try await shift.meanwhile(shift.stories.disinfected(shift.stories.bed7, 0))
        let newest = try #require(shift.flow.look)
        #expect(newest != before)
        shift.flow.take(before)
        #expect(shift.flow.look == newest)
    }
}
