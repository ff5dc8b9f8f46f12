import MarrowKit
import Testing

struct ReminderReconcilerTests {
    let bench: Bench
    let client: MarrowClient
    let reconciler: ReminderReconciler

    init() async throws {
        bench = try Bench()
        client = try await bench.open()
        try await client.dispatch(Bench.opening)
        try await client.dispatch(Bench.insertion)
        reconciler = ReminderReconciler(client: client, port: bench)
    }

    private func ids(_ plan: ReminderPlan) -> Set<String> {
        Set(plan.reminders.map(\.id))
    }

    @Test("The system holds exactly the plan, and nothing is done twice")
    func converges() async throws {
        let first = try await reconciler.reconcile(Bench.phone)
        #expect(first.failed.isEmpty && !first.plan.reminders.isEmpty)
        #expect(bench.ids == ids(first.plan))
        #expect(try await reconciler.reconcile(Bench.phone).plan.steps.isEmpty)

        bench.pass(minutes: 30)
        try await client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        let then = try await reconciler.reconcile(Bench.phone)
        #expect(!then.plan.steps.isEmpty)
        #expect(bench.ids == ids(then.plan))
    }

    @Test("After a boot all is held again")
    func boots() async throws {
        let before = try await reconciler.reconcile(Bench.phone)
        bench.boot()
        _ = try await reconciler.reconcile(Bench.phone)
        #expect(bench.ids == ids(before.plan))
    }

    @Test("One that is refused keeps no other from being held, and is tried again")
    func refusals() async throws {
        bench.refuse(1)
        let first = try await reconciler.reconcile(Bench.phone)
        #expect(first.failed.count == 1)
        #expect(bench.ids == ids(first.plan).subtracting(first.failed.keys))
        let second = try await reconciler.reconcile(Bench.phone)
        #expect(second.plan.steps.count == 1)
        #expect(bench.ids == ids(second.plan))
    }
}
