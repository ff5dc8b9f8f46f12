import Foundation
import MarrowKit

/// A notification centre that behaves like that of iOS, as far as that is known, and a little worse.
final class NotificationCentre: ReminderPort, @unchecked Sendable {
    /// What it does with one too many. Apple says that the soonest stay; which do has differed between releases.
    enum Full: CaseIterable { case keepsFirst, keepsLast, keepsSoonest }
    struct Refused: Error {}
    struct Killed: Error {}

    static let limit = 64
    private let lock = NSLock()
    private var full = Full.keepsSoonest
    /// In the order in which they were added.
    private var pending: [Reminder] = []
    /// How many notifications another part of the app has pending.
    private var others = 0
    private var refusals: [Bool] = []
    private var callsLeft: Int?
    private var onDeath: (@Sendable () -> Void)?
    private var dead = false
    private(set) var added: [Reminder] = []
    /// What was pending after each change since `begin`.
    private(set) var history: [[Reminder]] = []
    private(set) var calls = 0

    // MARK: What iOS offers

    func hold(_ reminder: Reminder) throws {
        try call {
            if !refusals.isEmpty, refusals.removeFirst() { throw Refused() }
            added.append(reminder)
            pending.removeAll { $0.id == reminder.id }
            pending.append(reminder)
            makeRoom()
        }
    }

    func cancel(_ id: String) throws {
        try call { pending.removeAll { $0.id == id } }
    }

    func held() -> [HeldReminder] {
        let all = try? call { pending }
        return (all ?? []).map(Self.held)
    }

    static func held(_ reminder: Reminder) -> HeldReminder {
        HeldReminder(id: reminder.id, fingerprint: reminder.fingerprint, fireAtMs: reminder.fireAtMs)
    }

    // MARK: What happens to it

    /// Starts a new count of calls.
    func begin() {
        lock.withLock {
            (added, history, calls) = ([], [pending], 0)
        }
    }

    func fire(until now: Int64) { lock.withLock { pending.removeAll { $0.fireAtMs <= now } } }
    func forget() { lock.withLock { pending = [] } }
    func forget(where gone: (Reminder) -> Bool) { lock.withLock { pending.removeAll(where: gone) } }

    func set(full: Full, others: Int) {
        lock.withLock {
            (self.full, self.others) = (full, others)
            makeRoom()
        }
    }

    /// Of the next adds, those marked fail.
    func refuse(_ which: [Bool]) { lock.withLock { refusals = which } }

    /// The app is killed just before call number `n` from now, counted from nought.
    func kill(beforeCall n: Int, then: @escaping @Sendable () -> Void) {
        lock.withLock { (callsLeft, onDeath) = (n, then) }
    }

    /// The app is started anew; what was to fail fails no more.
    func start() {
        lock.withLock { (dead, callsLeft, onDeath, refusals) = (false, nil, nil, []) }
    }

    var now: [Reminder] { lock.withLock { pending } }
    var wasKilled: Bool { lock.withLock { dead } }

    // MARK: Inside

    private func call<T>(_ body: () throws -> T) throws -> T {
        let (result, dying): (Result<T, any Error>, (@Sendable () -> Void)?) = lock.withLock {
            if !dead, callsLeft == 0 {
                dead = true
                return (.failure(Killed()), onDeath)
            }
            if dead { return (.failure(Killed()), nil) }
            callsLeft = callsLeft.map { $0 - 1 }
            calls += 1
            let result = Result { try body() }
            history.append(pending)
            return (result, nil)
        }
        dying?()
        return try result.get()
    }

    private func makeRoom() {
        while pending.count + others > Self.limit, !pending.isEmpty {
            switch full {
            case .keepsFirst: pending.removeLast()
            case .keepsLast: pending.removeFirst()
            case .keepsSoonest:
                let latest = pending.indices.max { pending[$0].fireAtMs < pending[$1].fireAtMs }
                pending.remove(at: latest ?? 0)
            }
        }
    }
}
