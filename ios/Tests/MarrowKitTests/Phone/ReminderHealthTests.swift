import Foundation
import MarrowKit
import Testing

/// What can make reminders fail, and what is done then.
@Suite(.timeLimit(.minutes(3)))
struct ReminderHealthTests {
    /// What a person can switch off, what that makes fail, and what the screen says is not held.
    struct Case: Sendable {
        let name: String
        var failing: Set<Failing> = []
        var needs: Set<Need> = []
        let change: @Sendable (FakeIphone) -> Void
    }

    static let cases = [
        Case(name: "nothing") { _ in },
        Case(name: "all", failing: [.notifications], needs: [.notifications]) { $0.set(\.settings.allowed, false) },
        Case(name: "every place", failing: [.notifications], needs: [.notifications]) {
            $0.set(\.settings.shown, false)
        },
        Case(name: "sounds", failing: [.sounds], needs: [.sounds]) { $0.set(\.settings.sounds, false) },
        Case(name: "focus", failing: [.timeSensitive], needs: [.timeSensitive]) {
            $0.set(\.settings.timeSensitive, false)
        },
        Case(name: "a summary that lets urgent ones through") { $0.set(\.settings.summary, true) },
        Case(name: "a summary", failing: [.timeSensitive, .summary], needs: [.timeSensitive, .atOnce]) {
            $0.set(\.settings.summary, true)
            $0.set(\.settings.timeSensitive, false)
        },
        Case(name: "the phone's clock", failing: [.loud], needs: [.systemTimers]) { $0.set(\.loudAllowed, false) },
        Case(name: "refresh", failing: [.background], needs: [.backgroundRefresh]) { $0.set(\.refresh, .off) },
        Case(name: "refresh, withheld by whoever manages the phone", needs: [.backgroundRefresh]) {
            $0.set(\.refresh, .withheld)
        },
        Case(name: "power", needs: [.lowPower]) { $0.set(\.lowPower, true) },
        Case(name: "power, in which iOS refreshes nobody", needs: [.lowPower]) {
            $0.set(\.lowPower, true)
            $0.set(\.refresh, .off)
        },
        Case(name: "iOS takes nothing", failing: [.refused], needs: [.notifications]) { $0.set(\.refuses, true) },
        Case(name: "the clock takes nothing", failing: [.loud], needs: [.systemTimers]) { $0.set(\.loudRefuses, true) },
        Case(name: "the clock keeps nothing", failing: [.loud], needs: [.systemTimers]) { $0.set(\.loudDrops, true) },
    ]

    @Test("Each thing that a person can switch off is named, and nothing else fails", arguments: cases)
    func failing(of: Case) async throws {
        let ward = try await PhoneWard()
        of.change(ward.iphone)
        try await ward.client.dispatch(Bench.opening)
        try await ward.client.dispatch(Bench.insertion)
        await ward.reminders.reconcile()
        let health = await ward.reminders.health()
        #expect(health.failing == of.failing && health.canFail == !of.failing.isEmpty, "\(of.name)")
        #expect(Set(health.conditions.filter { $0.held == false }.map(\.need)) == of.needs, "\(of.name)")
        #expect(health.conditions.contains(where: \.fails) == health.canFail, "\(of.name)")
        #expect(health.caps.maxPending == 60 && health.caps.os == .ios)
    }

    @Test("A phone without such a clock is not blamed for it")
    func olderPhone() async throws {
        let ward = try await PhoneWard.withNeedle()
        ward.iphone.set(\.loudAllowed, nil)
        await ward.reminders.reconcile()
        let health = await ward.reminders.health()
        #expect(health.failing.isEmpty && !health.conditions.contains { $0.need == .systemTimers })
        #expect(!health.caps.alarmKit && !health.caps.critical)
    }

    @Test("With notifications forbidden all is held all the same, and rings once they are allowed")
    func forbidden() async throws {
        let ward = try await PhoneWard()
        ward.iphone.set(\.settings.allowed, false)
        try await ward.client.dispatch(Bench.opening)
        try await ward.client.dispatch(Bench.insertion)
        let plan = try #require(await ward.reminders.reconcile()).plan
        #expect(ward.iphone.held.count == plan.reminders.count && plan.reminders.count > 10)
        #expect(try await ward.client.case(Bench.bed4).header.alias == "Bed 4")
        await ward.reminders.ask()
        #expect(await ward.reminders.health().failing.isEmpty)
    }

    @Test(
        "Before the first unlock nothing is opened, nothing is taken away and nothing is written; afterwards all is held"
    )
    func beforeTheFirstUnlock() async throws {
        let ward = try await PhoneWard.withNeedle()
        let held = ward.iphone.held
        let calls = ward.iphone.read(\.calls)
        let files = try FileManager.default.contentsOfDirectory(atPath: ward.bench.folder.path).sorted()
        let again = Reminders(
            core: ward.door, centre: ward.iphone, loud: ward.iphone, timers: ward.iphone, phone: ward.iphone,
            folder: ward.bench.folder.appendingPathComponent("sealed"), nowMs: { ward.bench.nowMs })
        ward.door.close(NotUnlockedYet())
        #expect(await again.reconcile() == nil)
        #expect(ward.iphone.held == held && ward.iphone.read(\.calls) == calls)
        #expect(try FileManager.default.contentsOfDirectory(atPath: ward.bench.folder.path).sorted() == files)
        #expect(await again.health().failing.isEmpty, "that is no failure")
        ward.door.close(nil)
        ward.bench.pass(minutes: 30)
        ward.iphone.ring()
        #expect(await ward.reminders.reconcile() != nil)
    }

    @Test("A record that does not open is named by its kind alone, and what iOS holds stays")
    func closed() async throws {
        let ward = try await PhoneWard.withNeedle()
        let held = ward.iphone.held
        ward.door.close(MarrowError.Invalid(field: Planted.name))
        #expect(await ward.reminders.reconcile() == nil)
        let health = await ward.reminders.health()
        #expect(health.notes.closed == "Invalid" && health.failing == [.closed] && ward.iphone.held == held)
        let files = try FileManager.default.contentsOfDirectory(at: ward.bench.folder, includingPropertiesForKeys: nil)
        for file in files where !file.lastPathComponent.hasPrefix("marrow") {
            #expect(!Planted.isSaid(in: String(decoding: try Data(contentsOf: file), as: UTF8.self)))
        }
        ward.door.close(nil)
        #expect(await ward.reminders.reconcile() != nil)
        #expect(await ward.reminders.health().failing.isEmpty)
    }

    @Test("The core is told whether reminders can fail, before and after the pass")
    func told() async throws {
        let ward = try await PhoneWard.withNeedle()
        ward.iphone.set(\.settings.allowed, false)
        ward.iphone.set(\.storageLow, true)
        await ward.reminders.reconcile()
        let rules = try await ward.client.case(Bench.bed4).flags.map(\.rule)
        #expect(rules.contains("R20"))
    }

    @Test("iOS started anew with all forgotten, an update and a forced end: the next pass holds all again")
    func forgotten() async throws {
        let ward = try await PhoneWard.withNeedle()
        let held = Set(ward.iphone.held.map(\.id))
        await ward.iphone.removePending(Array(held))
        let fresh = Reminders(
            core: ward.door, centre: ward.iphone, loud: ward.iphone, timers: ward.iphone, phone: ward.iphone,
            folder: ward.bench.folder, nowMs: { ward.bench.nowMs })
        await fresh.reconcile()
        #expect(Set(ward.iphone.held.map(\.id)) == held)
    }

    @Test(
        "Six beds at once: sixty at most, and iOS drops none of them, whichever it would keep",
        arguments: NotificationCentre.Full.allCases)
    func sixBeds(full: NotificationCentre.Full) async throws {
        let ward = try await PhoneWard()
        ward.iphone.set(\.full, full)
        for n in 1...6 {
            let id = UUID(uuidString: "00000000-0000-4000-8000-00000000000\(n)")!
            try await ward.client.dispatch(
                Bench.command(.openCase(form: PatientForm(alias: "Bed \(n)")), case: id))
            let needle = InsertForm(device: "ez-io", site: .proximalTibia, side: .left)
            try await ward.client.dispatch(Bench.command(.insert(form: needle), case: id))
            ward.bench.pass(minutes: 7)
        }
        let plan = try #require(await ward.reminders.reconcile()).plan
        #expect(plan.reminders.count == 60 && ward.iphone.held.count == 60)
        #expect(await ward.reminders.health().failing.isEmpty)
        #expect(plan.coverageUntilMs - ward.bench.nowMs >= 12 * 3_600_000)
    }
}
