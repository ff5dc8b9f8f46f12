/// What a reconciliation came to.
public struct Reconciled: Sendable {
    /// The plan that was worked on.
    public let plan: ReminderPlan
    /// Ids of the steps that the system refused, each with what it threw.
    public let failed: [String: any Error]
    /// What the plan still lacks, by what the system said it holds afterwards: what it refused, what it took and
    /// dropped without a word, and what was not cancelled because of that. Empty: it holds exactly the plan.
    public let left: [ReminderStep]
}

/// Makes the system hold exactly the reminders of the plan. Every trigger ends here: a command, coming to the front, a
/// clock that was set, a background refresh. It may be killed at any point; the next one goes on from what is held.
public actor ReminderReconciler {
    private let client: MarrowClient
    private let port: any ReminderPort
    private var last: Task<Reconciled, any Error>?

    public init(client: MarrowClient, port: any ReminderPort) {
        self.client = client
        self.port = port
    }

    /// One at a time: a second waits for the first to end, and starts from what that left.
    public func reconcile(_ caps: PlatformCaps) async throws -> Reconciled {
        let before = last
        let mine = Task { [client, port] in
            _ = try? await before?.value
            return try await Self.carryOut(caps, client, port)
        }
        last = mine
        return try await mine.value
    }

    private static func carryOut(
        _ caps: PlatformCaps, _ client: MarrowClient, _ port: any ReminderPort
    ) async throws -> Reconciled {
        try await client.report(port.held(), caps)
        let plan = try await client.reminders(caps)
        var failed: [String: any Error] = [:]
        var taken = false
        var refused = false
        for step in plan.steps {
            // One that is refused must not keep the rest from being held.
            switch step {
            case .hold(let reminder):
                do {
                    try await port.hold(reminder)
                    taken = true
                } catch {
                    failed[reminder.id] = error
                    refused = true
                }
            case .cancel(let id):
                // A system that takes nothing new is left with what it has: a late ring is better than none.
                if refused && !taken { continue }
                do { try await port.cancel(id) } catch { failed[id] = error }
            }
        }
        guard !plan.steps.isEmpty else { return Reconciled(plan: plan, failed: [:], left: []) }
        // The system may take a reminder and not keep it: what it holds is asked, not assumed.
        try await client.report(port.held(), caps)
        let left = try await client.reminders(caps).steps
        return Reconciled(plan: plan, failed: failed, left: left)
    }
}
