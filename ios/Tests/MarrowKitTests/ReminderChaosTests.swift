import Foundation
import MarrowKit
import Testing

/// Days on a ward, played from a seed, with an operating system at its worst: it refuses, forgets, drops what is too
/// much, and the app is killed between any two calls and started anew.
@Suite(.timeLimit(.minutes(3)))
struct ReminderChaosTests {
    @Test(arguments: 0..<12)
    func ward(seed: Int) async throws {
        var ward = try await Ward(seed: seed)
        for _ in 0..<12 {
            try await ward.live()
            try await ward.reconcileUnderFire()
            try await ward.reconcileInPeace()
        }
    }

    /// One plan after another, killed before each of its calls in turn.
    @Test(arguments: NotificationCentre.Full.allCases)
    func everyKill(full: NotificationCentre.Full) async throws {
        var ward = try await Ward(seed: 1_000)
        ward.centre.set(full: full, others: 0)
        for _ in 0..<4 { try await ward.live() }
        try await ward.reconcileInPeace()
        for _ in 0..<3 {
            try await ward.live()
            var call = 0
            // Each kill leaves what was done before it, so that the next start has less to do, until one ends.
            while try await ward.reconcile(killedBefore: call % 4 + 1) == nil {
                call += 1
                try #require(call < 400, "it never ends")
            }
            try await ward.reconcileInPeace()
        }
    }
}

/// A ward: a few cases, one phone, its notification centre.
private struct Ward {
    let bench: Bench
    let centre = NotificationCentre()
    private var client: MarrowClient
    private var cases: [CaseId] = []
    private var luck: Luck

    init(seed: Int) async throws {
        luck = Luck(seed: seed)
        bench = try Bench()
        client = try await bench.open()
        centre.set(full: luck.pick(NotificationCentre.Full.allCases), others: 0)
        try await live()
    }

    /// Time passes, what is due rings, and somebody does something; not all of it makes sense, and is refused.
    mutating func live() async throws {
        bench.pass(minutes: Int64(luck.below(240)))
        centre.fire(until: bench.nowMs)
        for _ in 0...luck.below(4) {
            if cases.isEmpty || luck.one(in: 3) {
                // A random id would not come again with the seed.
                let id = UUID(uuidString: "00000000-0000-4000-8000-0000000000\(10 + cases.count)") ?? UUID()
                cases.append(id)
                let alias = "Bed \(cases.count)"
                try await client.dispatch(Bench.command(.openCase(form: PatientForm(alias: alias)), case: id))
                let needle = InsertForm(device: "ez-io", site: .proximalTibia, side: luck.pick([.left, .right]))
                try await client.dispatch(Bench.command(.insert(form: needle), case: id))
            } else {
                let command = Bench.command(luck.pick(Self.care), case: luck.pick(cases))
                do { try await client.dispatch(command) } catch MarrowError.Refused {}
            }
        }
    }

    private static let care: [Form] = [
        .disinfect(form: DisinfectForm()), .flush(form: FlushForm(ml: 5)), .adequateVolume(form: AdequateVolumeForm()),
        .note(form: NoteForm(text: "seen")), .dressing(form: DressingForm()), .signOff(form: SignOffForm()),
        .check(form: CheckForm(context: .scheduled, bleeding: Bleeding.none)),
        .remove(form: RemoveForm()), .transfer(form: TransferForm(to: "ward 4")),
        .startCompression(form: StartCompressionForm()), .endCompression(form: EndCompressionForm()),
        .acknowledge(form: AcknowledgeForm(step: "first-check")), .snooze(form: SnoozeForm(step: "disinfect")),
    ]

    /// A reconciliation in which nothing goes as it should; what it says afterwards has to be true.
    mutating func reconcileUnderFire() async throws {
        if luck.one(in: 4) { centre.forget() }
        let some = luck
        if luck.one(in: 3) {
            var some = some
            centre.forget { _ in some.one(in: 3) }
        }
        if luck.one(in: 2) { centre.refuse((0..<30).map { _ in luck.one(in: 4) }) }
        centre.set(full: luck.pick(NotificationCentre.Full.allCases), others: luck.one(in: 3) ? luck.below(64) : 0)
        _ = try await reconcile(killedBefore: luck.one(in: 2) ? luck.below(12) : nil)
        centre.set(full: luck.pick(NotificationCentre.Full.allCases), others: 0)
    }

    /// One that nothing disturbs ends at exactly the plan, whatever was before.
    mutating func reconcileInPeace() async throws {
        centre.start()
        centre.set(full: luck.pick(NotificationCentre.Full.allCases), others: luck.below(5))
        let before = Set(centre.now.filter { $0.level == .critical }.flatMap(\.tasks))
        centre.begin()
        let result = try #require(try await reconcile(killedBefore: nil))
        #expect(result.failed.isEmpty && result.left.isEmpty && centre.holds(result.plan))
        let critical = try await criticalTasks()
        let planned = Set(result.plan.reminders.flatMap(\.tasks))
        // What rang for a critical task and is to ring again did so at every point between.
        let protected = before.intersection(planned).intersection(critical)
        for moment in centre.history {
            #expect(protected.isSubset(of: Set(moment.flatMap(\.tasks))))
        }
        // Those that are new come with the soonest last.
        let times = centre.added.map(\.fireAtMs)
        if before.isEmpty && centre.history.first?.isEmpty == true { #expect(times == times.sorted(by: >)) }
        #expect(try await reconcile(killedBefore: nil)?.plan.steps.isEmpty == true)
    }

    /// None where the app was killed on the way; it is started anew then.
    mutating func reconcile(killedBefore call: Int?) async throws -> Reconciled? {
        let dying = client
        if let call { centre.kill(beforeCall: call) { try? dying.close() } }
        do {
            let result = try await ReminderReconciler(client: client, port: centre).reconcile(Bench.phone)
            centre.start()
            tellsTheTruth(result)
            return result
        } catch MarrowError.Closed where centre.wasKilled {
            client = try await bench.open()
            centre.start()
            return nil
        }
    }

    /// Nothing that should be held and is not goes unsaid.
    private func tellsTheTruth(_ result: Reconciled) {
        let held = centre.now
        let missing = result.plan.reminders.filter { !held.contains($0) }.map(\.id)
        let superfluous = held.filter { !result.plan.reminders.contains($0) }.map(\.id)
        #expect(Set(result.left.map(\.id)) == Set(missing).union(superfluous))
        #expect(Set(result.failed.keys).isSubset(of: Set(result.left.map(\.id))))
    }

    private func criticalTasks() async throws -> Set<Task> {
        var all: Set<Task> = []
        for id in cases {
            let critical = try await client.case(id).tasks.filter { $0.level == .critical }
            all.formUnion(critical.map { Task(case: id, step: $0.step, dueAtMs: $0.dueAtMs) })
        }
        return all
    }
}

private struct Task: Hashable {
    let `case`: CaseId
    let step: String
    let dueAtMs: Int64
}

extension Reminder {
    fileprivate var tasks: [Task] { members.map { Task(case: $0.case, step: $0.step, dueAtMs: $0.dueAtMs) } }
}
