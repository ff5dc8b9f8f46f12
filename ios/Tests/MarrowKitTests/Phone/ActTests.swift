import Foundation
import MarrowKit
import Testing

/// Buttons of notifications, and what comes while the app is on the screen.
@Suite(.timeLimit(.minutes(3)))
struct ActTests {
    @Test("Done records what is done in one tap, takes it off the screen and makes a new plan")
    func done() async throws {
        let ward = try await PhoneWard.disinfectionDue()
        let ring = try #require(ward.iphone.onScreen.first { $0.category.acts.contains(.done) })
        await ward.reminders.act(.done, on: ring)
        #expect(try await ward.kinds().filter { $0 == .disinfect }.count == 2)
        #expect(!ward.iphone.onScreen.contains { $0.id == ring.id })
        #expect(await ward.reminders.health().notes.notRecorded == nil)
        #expect(!ward.iphone.held.contains { $0.slot == ring.slot })
    }

    @Test("Later moves what is due, and is on record for nobody else")
    func later() async throws {
        let ward = try await PhoneWard.withNeedle()
        let reminder = try #require(try await ward.planned("disinfect").first { $0.rung == 0 })
        ward.pass(to: reminder)
        let ring = try #require(ward.iphone.onScreen.first { $0.id == reminder.id })
        await ward.reminders.act(.later, on: ring)
        let task = try #require(try await ward.client.case(Bench.bed4).tasks.first { $0.step == "disinfect" })
        #expect(task.laterUntilMs.map { $0 > ward.bench.nowMs } == true)
        #expect(ward.iphone.held.contains { $0.fireAtMs == task.laterUntilMs })
        #expect(!ward.iphone.onScreen.contains { $0.slot == ring.slot }, "it is put off")
        #expect(await ward.reminders.health().notes.notRecorded == nil)
    }

    @Test("What cannot be said in one tap is not recorded: it rings again, and the health says so")
    func notRecorded() async throws {
        let ward = try await PhoneWard.disinfectionDue()
        let ring = try #require(ward.iphone.onScreen.first { $0.category.acts.contains(.done) })
        // So late it wants a reason.
        ward.bench.pass(minutes: 180)
        await ward.reminders.act(.done, on: ring)
        #expect(try await ward.kinds().filter { $0 == .disinfect }.count == 1)
        #expect(await ward.reminders.health().notes.notRecorded == "NeedsTheApp")
        #expect(ward.iphone.read(\.added).contains { $0.id == ring.id && $0.timing == .after(seconds: 1) })
    }

    @Test("With a record that does not open nothing is recorded, and what was pressed rings again")
    func closed() async throws {
        let ward = try await PhoneWard.withNeedle()
        let reminder = try #require(try await ward.planned("disinfect").first { $0.rung == 0 })
        ward.pass(to: reminder)
        let ring = try #require(ward.iphone.onScreen.first { $0.id == reminder.id })
        ward.door.close(MarrowError.Damaged)
        await ward.reminders.act(.later, on: ring)
        ward.door.close(nil)
        #expect(ward.iphone.held.contains { $0.id == ring.id && $0.timing == .after(seconds: 1) })
        #expect(await ward.reminders.health().notes.notRecorded == "Damaged")
    }

    @Test("On the screen of the app what is still true is shown, and what was done is not")
    func comes() async throws {
        let ward = try await PhoneWard.withNeedle()
        let reminder = try #require(try await ward.planned("disinfect").first { $0.rung == 0 })
        ward.bench.pass(ms: reminder.fireAtMs - ward.bench.nowMs)
        #expect(await ward.reminders.comes(reminder.id))
        try await ward.client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        #expect(await !ward.reminders.comes(reminder.id))
        #expect(await ward.reminders.comes("test"))
        ward.door.close(MarrowError.Damaged)
        #expect(await ward.reminders.comes(reminder.id), "where it cannot be asked, it is shown")
    }
}
