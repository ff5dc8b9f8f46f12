import ActivityKit
import AlarmKit
import Foundation
import LocalAuthentication
import MarrowKit
import MarrowTimers
import Security
import Testing

@testable import MarrowPhone

/// What is asked of the Keychain, of the phone's own clock and of Live Activities.
@Suite
struct FrameworkTests {
    @Test("The item of the Keychain opens with the first unlock, on this phone alone, and is never synchronised")
    func keychain() throws {
        let store = StandInKeychain()
        try StandInKeychain.$current.withValue(store) {
            #expect(try Keychain().read() == nil)
            for byte in [UInt8(1), 2] {
                try Keychain().write(Data(repeating: byte, count: 64))
                #expect(try Keychain().read() == Data(repeating: byte, count: 64))
            }
            let item = try #require(store.all.first)
            #expect(store.all.count == 1)
            #expect(item[kSecAttrAccessible] as? String == kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly)
            #expect(item[kSecAttrSynchronizable] as? Bool == false && item[kSecClass] as? String == "genp")
        }
    }

    @Test("A Keychain that does not answer is told apart from one without the item")
    func keychainThatDoesNotAnswer() throws {
        let store = StandInKeychain()
        StandInKeychain.$current.withValue(store) {
            store.refuse(errSecInteractionNotAllowed)
            let refused: (any Error) -> Bool = { ($0 as? KeyUnreachable)?.status == errSecInteractionNotAllowed }
            #expect(throws: KeyUnreachable.self) { try Keychain().write(Data()) }
            #expect { try Keychain().read() } throws: { refused($0) }
        }
    }

    @Test("The phone's clock holds a ring at its time, in its words; the same again takes its place")
    func loud() async throws {
        let alarms = StandInAlarms()
        try await StandInAlarms.$current.withValue(alarms) {
            let loud = Loud(id: UUID(), atMs: 1_772_611_200_000, title: "title", stop: "stop")
            #expect(await SystemLoud().allowed == true)
            try await SystemLoud().hold(loud)
            #expect(try await SystemLoud().held() == [HeldLoud(id: loud.id, atMs: loud.atMs, sounds: false)])
            #expect(alarms.all.first?.alert.title.key == "title")
            let later = Loud(id: loud.id, atMs: loud.atMs + 60_000, title: "title", stop: "stop")
            try await SystemLoud().hold(later)
            #expect(try await SystemLoud().held().map(\.atMs) == [later.atMs])
            alarms.limit(1)
            await #expect(throws: AlarmManager.AlarmError.self) {
                try await SystemLoud().hold(Loud(id: UUID(), atMs: 1, title: "", stop: ""))
            }
            try await SystemLoud().cancel(loud.id)
            #expect(try await SystemLoud().held().isEmpty)
            for state in [AlarmManager.AuthorizationState.denied, .notDetermined] {
                alarms.authorize(state)
                #expect(await SystemLoud().allowed == false)
            }
        }
    }

    @Test("Exactly the timers that run are shown, with their words and times and nothing more")
    func timers() async throws {
        let activities = StandInActivities()
        try await StandInActivities.$current.withValue(activities) {
            let (one, two) = (timer("v1:1", ends: 300_000), timer("v1:2", ends: 400_000))
            await SystemTimers().show([one])
            let first = try #require(Activity<TimerAttributes>.activities.first)
            #expect(first.content.state.endsAt == Date(unixMs: 300_000) && first.attributes.link == one.link)
            let data = try JSONEncoder().encode(first.content.state)
            let said = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(Set(said.keys) == ["startedAt", "endsAt", "title"] && said["title"] as? String == one.title)
            await SystemTimers().show([one, two])
            #expect(Activity<TimerAttributes>.activities.map(\.id).first == first.id, "it is not begun anew")
            #expect(Activity<TimerAttributes>.activities.map(\.attributes.id) == ["v1:1", "v1:2"])
            let second = Activity<TimerAttributes>.activities.last?.id
            await SystemTimers().show([timer("v1:2", ends: 500_000)])
            #expect(Activity<TimerAttributes>.activities.map(\.content.state.endsAt) == [Date(unixMs: 500_000)])
            #expect(Activity<TimerAttributes>.activities.first?.id == second, "in the background none can be begun")
            activities.enable(false)
            await SystemTimers().show([one])
            #expect(Activity<TimerAttributes>.activities.isEmpty)
        }
    }

    @Test("A timer that a set clock has turned around is drawn as none")
    func turned() {
        let state = TimerAttributes.ContentState(
            startedAt: Date(unixMs: 2_000), endsAt: Date(unixMs: 1_000), title: "")
        #expect(state.interval == Date(unixMs: 2_000)...Date(unixMs: 2_000))
    }

    @Test("A paper's name says nothing of whom it is about, and nothing of it stays")
    func papers() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let papers = Papers(in: folder)
        let first = try papers.lay(Papers.sheet, "<p>x</p>")
        #expect(first.lastPathComponent == "nursing-sheet.html" && first.deletingLastPathComponent() != folder)
        let second = try papers.lay(Papers.policy, "{}")
        #expect(try String(contentsOf: second, encoding: .utf8) == "{}")
        #expect(!FileManager.default.fileExists(atPath: first.path))
        papers.clear()
        #expect(!FileManager.default.fileExists(atPath: second.path))
    }

    private func timer(_ id: String, ends: Int64) -> RunningTimer {
        RunningTimer(
            id: id, startedAtMs: 0, endsAtMs: ends, channel: .running, channelId: "running_v1", title: "Timer running",
            body: "", thread: "", link: "marrow://case/x")
    }
}
