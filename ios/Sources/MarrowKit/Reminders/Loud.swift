import Foundation

/// A ring of the phone's own clock, which sounds on a silenced phone and in every focus mode (AlarmKit, iOS 26).
public struct Loud: Sendable, Equatable {
    /// The reminder's own name, as iOS wants it.
    public let id: UUID
    public let atMs: Int64
    /// No health data.
    public let title: String
    /// What ends the sound.
    public let stop: String

    public init(id: UUID, atMs: Int64, title: String, stop: String) {
        self.id = id
        self.atMs = atMs
        self.title = title
        self.stop = stop
    }
}

/// The phone's own clock, where apps may use it.
public protocol LoudPort: Sendable {
    /// None: this phone has none for apps.
    var allowed: Bool? { get async }
    /// Asks the person, once.
    func ask() async
    func hold(_ loud: Loud) async throws
    func cancel(_ id: UUID) async throws
    /// What of ours it holds, and whether it sounds now.
    func held() async throws -> [HeldLoud]
}

public struct HeldLoud: Sendable, Equatable {
    public let id: UUID
    public let atMs: Int64?
    public let sounds: Bool

    public init(id: UUID, atMs: Int64?, sounds: Bool) {
        self.id = id
        self.atMs = atMs
        self.sounds = sounds
    }
}

/// Makes the phone's clock hold the loudest of the plan, beside the notification that each of them has all the same: a
/// clock that refuses, or is forbidden later, takes no reminder away.
struct Louder {
    static let most = 8

    let port: any LoudPort

    /// Critical ones alone: of each task its next ring and its last, the soonest first; the next ones before any last.
    static func wanted(of plan: ReminderPlan, stop: String) -> [Loud] {
        let critical = plan.reminders.filter { $0.level == .critical && $0.rung >= 0 }
        var (next, last): ([Reminder], [String: Reminder]) = ([], [:])
        for reminder in critical {
            let task = reminder.members.first.map { "\($0.case) \($0.step)" } ?? reminder.id
            if last[task] == nil { next.append(reminder) }
            last[task] = reminder
        }
        let lasts = last.values.filter { !next.contains($0) }.sorted { $0.fireAtMs < $1.fireAtMs }
        return (next + lasts).prefix(most).compactMap { reminder in
            UUID(ofReminder: reminder.id).map {
                Loud(id: $0, atMs: reminder.fireAtMs, title: reminder.title, stop: stop)
            }
        }
    }

    /// Exactly these are held afterwards, beside what sounds for something that is still open. How many are not, by what
    /// the clock itself says.
    func carryOut(_ wanted: [Loud], sounding: Set<UUID>) async -> Int {
        guard await port.allowed == true else { return 0 }
        let before = (try? await port.held()) ?? []
        for loud in wanted where !before.contains(loud) { try? await port.hold(loud) }
        let names = Set(wanted.map(\.id))
        for held in before where !names.contains(held.id) && held.id != TestReminder.loudId {
            if held.sounds && sounding.contains(held.id) { continue }
            try? await port.cancel(held.id)
        }
        guard let after = try? await port.held() else { return wanted.count }
        return wanted.filter { !after.contains($0) }.count
    }
}

extension [HeldLoud] {
    fileprivate func contains(_ loud: Loud) -> Bool {
        contains { $0.id == loud.id && $0.atMs == loud.atMs }
    }
}

extension UUID {
    /// `v1:` and thirty-two hex digits: as many bits as a UUID has.
    init?(ofReminder id: String) {
        let hex = id.drop { $0 != ":" }.dropFirst()
        guard hex.count == 32, hex.allSatisfy(\.isHexDigit) else { return nil }
        var text = ""
        for (n, digit) in hex.enumerated() {
            if [8, 12, 16, 20].contains(n) { text.append("-") }
            text.append(digit)
        }
        self.init(uuidString: text)
    }
}
