/// The notification centre as a holder of reminders: what the reconciler sees of iOS. At most sixty are planned for it;
/// it keeps sixty-four.
public struct ReminderCentre: ReminderPort {
    public static let maxPending: UInt32 = 60

    private let centre: any CentrePort
    private let asked: Asked
    private let nowMs: @Sendable () -> Int64

    public init(centre: any CentrePort, asked: Asked, nowMs: @escaping @Sendable () -> Int64) {
        self.centre = centre
        self.asked = asked
        self.nowMs = nowMs
    }

    public func hold(_ reminder: Reminder) async throws {
        try await centre.add(Ring(reminder, nowMs: nowMs()))
        asked.put(reminder)
    }

    public func cancel(_ id: String) async {
        await centre.removePending([id])
        asked.forget([id])
    }

    public func held() async -> [HeldReminder] {
        await centre.pending()
    }
}
