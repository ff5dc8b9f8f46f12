import Foundation
import MarrowKit
import Testing

/// The phone's part of the reminders over the real core and an iPhone that may do what iOS does.
@Suite(.timeLimit(.minutes(3)))
struct RemindersTests {
    @Test("iOS holds exactly the plan, never more than sixty, and a second pass does nothing")
    func holdsThePlan() async throws {
        let ward = try await PhoneWard.withNeedle()
        let plan = try #require(await ward.reminders.reconcile()).plan
        #expect(Set(ward.iphone.held.map(\.id)) == Set(plan.reminders.map(\.id)) && plan.reminders.count > 10)
        #expect(ward.iphone.held.count <= 60)
        for ring in ward.iphone.held {
            let reminder = try #require(plan.reminders.first { $0.id == ring.id })
            #expect(ring.title == reminder.title && ring.body == reminder.body && ring.thread == reminder.thread)
            #expect(ring.fireAtMs == reminder.fireAtMs && ring.category == reminder.category)
            #expect(ring.slot == reminder.slot && ring.link == reminder.link)
        }
        let before = ward.iphone.read(\.calls)
        await ward.reminders.reconcile()
        #expect(ward.iphone.read(\.calls) == before)
        let health = await ward.reminders.health()
        #expect(health.failing.isEmpty && health.notes.coverageUntilMs == plan.coverageUntilMs)
    }

    @Test("The words of the buttons are those of the language of now")
    func words() async throws {
        let ward = try await PhoneWard.withNeedle()
        try await ward.client.speak(.es)
        await ward.reminders.reconcile()
        #expect(ward.iphone.read(\.offered) == [ActionWords(.en), ActionWords(.es)])
    }

    @Test("Nothing of a patient is in what iOS holds: no name, no bed, no step, no device")
    func noHealthData() async throws {
        let ward = try await PhoneWard()
        try await ward.client.dispatch(Planted.opening)
        let needle = InsertForm(device: "ez-io", site: .proximalTibia, side: .left)
        try await ward.client.dispatch(Planted.of(.insert(form: needle)))
        await ward.reminders.reconcile()
        let caps = await ward.reminders.health().caps
        let plan = try await ward.client.reminders(caps)
        let steps = Set(plan.reminders.flatMap(\.members).map(\.step))
        #expect(!ward.iphone.held.isEmpty && steps.count > 3)
        for said in ward.iphone.held.map({ "\($0)" }) + ward.iphone.loud.map({ "\($0)" }) {
            #expect(!Planted.isSaid(in: said) && !said.contains("ez-io") && !said.contains("EZ-IO"))
            #expect(steps.allSatisfy { !said.contains("\"\($0)\"") })
        }
    }

    @Test("How late iOS was is told to the core when code runs again, once")
    func lateness() async throws {
        let ward = try await PhoneWard.withNeedle()
        let first = try #require(try await ward.client.reminders(await ward.reminders.health().caps).reminders.first)
        ward.pass(to: first, lateMs: 7_000)
        ward.bench.pass(minutes: 2)
        let lateness = try #require(await ward.reminders.reconcile()?.lateness)
        #expect(lateness.count == 1 && lateness.p50Ms == 7_000)
        #expect(await ward.reminders.reconcile()?.lateness?.count == 1)
    }

    @Test("What should have rung while the phone was off rings when the app is opened, once, and says how late it is")
    func missedWhileOff() async throws {
        let ward = try await PhoneWard.withNeedle()
        let first = try #require(try await ward.planned("baseline-check").first { $0.rung == 2 })
        // Two of one task were missed: the last says how it stands.
        ward.pass(to: first, off: true)
        ward.bench.pass(minutes: 3)
        let late = { ward.iphone.read(\.added).filter { $0.timing == .after(seconds: 1) } }
        for _ in 0..<3 {
            await ward.reminders.reconcile()
            #expect(late().map(\.id) == [first.id] && late()[0].body.contains("late"))
            #expect((ward.iphone.held + ward.iphone.onScreen).contains { $0.id == first.id })
            ward.iphone.ring()
        }
        #expect(ward.iphone.onScreen.map(\.id) == [first.id])
    }

    @Test("What somebody saw is not missed, and neither is what nobody may be shown or what was done")
    func notMissed() async throws {
        for why in 0..<3 {
            let ward = try await PhoneWard.withNeedle()
            let first = try #require(try await ward.planned("disinfect").first { $0.rung == 0 })
            ward.pass(to: first)
            ward.bench.pass(minutes: 2)
            switch why {
            case 0: for ring in ward.iphone.onScreen { await ward.reminders.seen(ring.id) }
            case 1: ward.iphone.set(\.settings.allowed, false)
            default: await ward.reminders.reconcile()
            }
            ward.iphone.clearShown()
            await ward.reminders.reconcile()
            #expect(!ward.iphone.read(\.added).contains { $0.timing == .after(seconds: 1) }, "\(why)")
        }
    }

    @Test("What was done in the app goes off the lock screen; of one task only its last stays")
    func withdrawn() async throws {
        let ward = try await PhoneWard.disinfectionDue()
        let first = try #require(ward.iphone.onScreen.first { $0.category.acts.contains(.done) })
        let later = ward.iphone.held.filter { $0.slot == first.slot && $0.fireAtMs > first.fireAtMs }
        let second = try #require(later.min { $0.fireAtMs < $1.fireAtMs })
        ward.bench.pass(ms: second.fireAtMs - ward.bench.nowMs + 1_000)
        ward.iphone.ring()
        let others = { ward.iphone.onScreen.filter { $0.slot != first.slot }.map(\.id) }
        #expect(ward.iphone.onScreen.filter { $0.slot == first.slot }.count == 2 && !others().isEmpty)
        await ward.reminders.reconcile()
        #expect(ward.iphone.onScreen.filter { $0.slot == first.slot } == [second])
        try await ward.client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        let before = others()
        await ward.reminders.reconcile()
        #expect(!ward.iphone.onScreen.contains { $0.slot == first.slot })
        #expect(others() == before, "what is still open stays")
    }

    @Test("A timer that runs is shown, and is not when it was ended")
    func timers() async throws {
        let ward = try await PhoneWard.withNeedle()
        try await ward.client.dispatch(Bench.command(.remove(form: RemoveForm(tipIntact: true))))
        try await ward.client.dispatch(Bench.command(.startCompression(form: StartCompressionForm())))
        await ward.reminders.reconcile()
        let timer = try #require(ward.iphone.read(\.timers).first)
        #expect(timer.startedAtMs == ward.bench.nowMs && timer.endsAtMs > ward.bench.nowMs)
        #expect(ward.iphone.loud.contains { $0.atMs == timer.endsAtMs }, "its end is heard on a silenced phone")
        ward.bench.pass(minutes: 6)
        try await ward.client.dispatch(Bench.command(.endCompression(form: EndCompressionForm(bleedingStopped: true))))
        await ward.reminders.reconcile()
        #expect(ward.iphone.read(\.timers).isEmpty)
    }

    @Test("A test reminder comes on the ways of a critical one, and no pass takes it away")
    func test() async throws {
        let ward = try await PhoneWard.withNeedle()
        let at = await ward.reminders.test()
        #expect(at == ward.bench.nowMs + 15_000)
        await ward.reminders.reconcile()
        let ring = try #require(ward.iphone.held.first { $0.id == "test" })
        #expect(ring.urgency == .timeSensitive && ring.timing == .after(seconds: 15))
        #expect(ward.iphone.loud.contains { $0.atMs == at })
        #expect(await ward.reminders.health().failing.isEmpty)
    }
}
