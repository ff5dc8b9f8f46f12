import MarrowKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ReminderReconcilerTests {
    let bench: Bench
    let client: MarrowClient
    let centre = NotificationCentre()
    let reconciler: ReminderReconciler

    init() async throws {
        bench = try Bench()
        client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        reconciler = ReminderReconciler(client: client, port: centre)
    }

    @Test("The system holds exactly the plan, the soonest added last, and nothing is done twice")
    func converges() async throws {
        let first = try await reconciler.reconcile(Bench.phone)
        #expect(first.failed.isEmpty && first.left.isEmpty && first.plan.reminders.count > 10)
        #expect(centre.holds(first.plan))
        let times = centre.added.map(\.fireAtMs)
        #expect(times == times.sorted(by: >))
        centre.begin()
        let second = try await reconciler.reconcile(Bench.phone)
        #expect(second.plan.steps.isEmpty && second.left.isEmpty && centre.added.isEmpty)

        bench.pass(minutes: 30)
        centre.fire(until: bench.nowMs)
        try await client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        let then = try await reconciler.reconcile(Bench.phone)
        #expect(!then.plan.steps.isEmpty && then.left.isEmpty)
        #expect(centre.holds(then.plan))
    }

    @Test("When the system has forgotten all, all is held again")
    func forgets() async throws {
        let before = try await reconciler.reconcile(Bench.phone)
        centre.forget()
        let after = try await reconciler.reconcile(Bench.phone)
        #expect(after.plan.revision == before.plan.revision && centre.holds(before.plan))
    }

    @Test("One that is refused keeps no other from being held, is named, and is tried again")
    func refusals() async throws {
        centre.refuse([false, true, true])
        let first = try await reconciler.reconcile(Bench.phone)
        #expect(first.failed.count == 2 && first.failed.values.allSatisfy { $0 is NotificationCentre.Refused })
        #expect(Set(first.left.map(\.id)) == Set(first.failed.keys))
        #expect(centre.now.count == first.plan.reminders.count - 2)
        let second = try await reconciler.reconcile(Bench.phone)
        #expect(second.plan.steps.count == 2 && second.failed.isEmpty && second.left.isEmpty)
        #expect(centre.holds(second.plan))
    }

    @Test("A system that takes nothing new is left with what it has")
    func nothingTaken() async throws {
        let before = try await reconciler.reconcile(Bench.phone)
        bench.pass(minutes: 30)
        centre.fire(until: bench.nowMs)
        let held = centre.now
        // Each reminder of the disinfection moves: new ones are wanted, old ones are not.
        try await client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        centre.refuse(Array(repeating: true, count: before.plan.reminders.count * 2))
        let refused = try await reconciler.reconcile(Bench.phone)
        #expect(!refused.failed.isEmpty && centre.now == held)
        #expect(refused.left.contains { if case .cancel = $0 { true } else { false } })
        centre.refuse([])
        #expect(centre.holds(try await reconciler.reconcile(Bench.phone).plan))
    }

    @Test("What the system takes and drops without a word is named", arguments: NotificationCentre.Full.allCases)
    func dropped(full: NotificationCentre.Full) async throws {
        centre.set(full: full, others: NotificationCentre.limit - 5)
        let result = try await reconciler.reconcile(Bench.phone)
        #expect(result.failed.isEmpty && centre.now.count == 5)
        let gone = result.plan.reminders.filter { !centre.now.contains($0) }
        #expect(Set(result.left.map(\.id)) == Set(gone.map(\.id)) && !gone.isEmpty)
        #expect(
            result.left.contains { step in
                if case .hold(let reminder) = step { reminder.level == .critical } else { false }
            })
        centre.set(full: full, others: 0)
        let then = try await reconciler.reconcile(Bench.phone)
        #expect(then.left.isEmpty && centre.holds(then.plan))
    }

    @Test("Many at once come one at a time")
    func many() async throws {
        let plans = try await withThrowingTaskGroup(of: Reconciled.self) { group in
            for _ in 0..<20 { group.addTask { try await reconciler.reconcile(Bench.phone) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(plans.filter { !$0.plan.steps.isEmpty }.count == 1)
        #expect(centre.added.count == plans[0].plan.reminders.count && centre.holds(plans[0].plan))
    }

    @Test("After a reconciliation that failed the next one works")
    func failed() async throws {
        try client.close()
        await #expect(throws: MarrowError.Closed) { try await reconciler.reconcile(Bench.phone) }
        let again = ReminderReconciler(client: try await bench.open(), port: centre)
        #expect(centre.holds(try await again.reconcile(Bench.phone).plan))
    }
}

extension ReminderStep {
    var id: String {
        switch self {
        case .hold(let reminder): reminder.id
        case .cancel(let id): id
        }
    }
}

extension NotificationCentre {
    /// It holds the reminders of the plan as they are there, and nothing else.
    func holds(_ plan: ReminderPlan) -> Bool {
        now.sorted { $0.id < $1.id } == plan.reminders.sorted { $0.id < $1.id }
    }
}
