import Foundation
import Testing

@testable import MarrowKit

/// Which reminders the phone's own clock holds, and what is done where it does not.
@Suite(.timeLimit(.minutes(3)))
struct LoudTests {
    @Test("Critical ones alone, of each task the next and the last, eight at most")
    func wanted() async throws {
        let ward = try await PhoneWard.withNeedle()
        try await ward.client.dispatch(Bench.command(.venousAccess(form: VenousAccessForm(kind: .peripheral))))
        let plan = try #require(await ward.reminders.reconcile()).plan
        let wanted = Louder.wanted(of: plan, stop: "x")
        let critical = plan.reminders.filter { $0.level == .critical && $0.rung >= 0 }
        #expect(critical.count > 8 && wanted.count <= Louder.most && !wanted.isEmpty)
        #expect(Set(wanted.map(\.id)).isSubset(of: Set(critical.compactMap { UUID(ofReminder: $0.id) })))
        for (_, of) in Dictionary(grouping: critical, by: { $0.members[0].step }) {
            for end in [of.first, of.last] {
                #expect(
                    wanted.contains { $0.id == end.flatMap { UUID(ofReminder: $0.id) } && $0.atMs == end?.fireAtMs })
            }
        }
        #expect(wanted.allSatisfy { loud in plan.reminders.contains { $0.title == loud.title } })
        #expect(Set(ward.iphone.loud.map(\.id)) == Set(wanted.map(\.id)))
    }

    @Test("Each has its notification all the same; refused, forbidden or dropped, none is missing")
    func fallsBack() async throws {
        for path in [\FakeIphone.State.loudRefuses, \.loudDrops] {
            let ward = try await PhoneWard()
            ward.iphone.set(path, true)
            try await ward.client.dispatch(Bench.opening)
            try await ward.client.dispatch(Bench.insertion)
            let plan = try #require(await ward.reminders.reconcile()).plan
            #expect(ward.iphone.loud.isEmpty && ward.iphone.held.count == plan.reminders.count)
            let health = await ward.reminders.health()
            #expect(health.notes.notLoud == Louder.wanted(of: plan, stop: "").count && health.notes.notLoud > 0)
            #expect(!health.caps.critical)
            ward.iphone.set(path, false)
            await ward.reminders.reconcile()
            #expect(!ward.iphone.loud.isEmpty)
            #expect(await ward.reminders.health().caps.critical)
        }
    }

    @Test("What is planned otherwise is put right, what is planned no more is let go")
    func converges() async throws {
        let ward = try await PhoneWard.withNeedle()
        let stranger = Loud(id: UUID(), atMs: ward.bench.nowMs + 1, title: "", stop: "")
        try await ward.iphone.hold(stranger)
        let first = try #require(ward.iphone.loud.first)
        try await ward.iphone.hold(Loud(id: first.id, atMs: 1, title: "", stop: ""))
        await ward.reminders.reconcile()
        #expect(!ward.iphone.loud.contains { $0.id == stranger.id } && ward.iphone.loud.contains(first))
        try await ward.client.dispatch(Bench.command(.remove(form: RemoveForm(tipIntact: true))))
        await ward.reminders.reconcile()
        #expect(!ward.iphone.loud.contains { $0.id == first.id })
    }

    @Test("What sounds for something that is still open is not silenced by a pass; what was done is")
    func sounding() async throws {
        let ward = try await PhoneWard.withNeedle()
        let limit = try #require(try await ward.planned("dwell-limit").first { $0.rung == 0 })
        let id = try #require(UUID(ofReminder: limit.id))
        ward.pass(to: limit)
        ward.iphone.sound(id)
        await ward.reminders.reconcile()
        #expect(ward.iphone.loud.contains { $0.id == id })
        try await ward.client.dispatch(Bench.command(.remove(form: RemoveForm(tipIntact: true))))
        await ward.reminders.reconcile()
        #expect(!ward.iphone.loud.contains { $0.id == id })
    }
}
