import Foundation
import MarrowKit

/// An iPhone in the place of one: its notification centre, its clock for apps, its Live Activities, its settings. It
/// behaves as iOS is known to, and a little worse.
final class FakeIphone: CentrePort, LoudPort, TimersPort, PhonePort, @unchecked Sendable {
    struct Refused: Error {}

    static let limit = 64
    private let lock = NSLock()
    private let nowMs: @Sendable () -> Int64
    private var waiting: [Ring] = []
    private var shown: [(ring: Ring, atMs: Int64)] = []
    private var loudly: [Loud] = []
    private var sounding: Set<UUID> = []
    private var state = State()

    /// What is set on it, and what was asked of it.
    struct State {
        var settings = CentreSettings()
        var full = NotificationCentre.Full.keepsSoonest
        var refuses = false
        var loudAllowed: Bool? = true
        var loudRefuses = false
        var loudDrops = false
        var refresh = BackgroundRefresh.on
        var lowPower = false
        var storageLow = false
        var timers: [RunningTimer] = []
        var offered: [ActionWords] = []
        var added: [Ring] = []
        var calls = 0
    }

    init(nowMs: @escaping @Sendable () -> Int64) {
        self.nowMs = nowMs
    }

    func set<Value>(_ path: WritableKeyPath<State, Value>, _ value: Value) {
        lock.withLock { state[keyPath: path] = value }
    }
    func read<Value>(_ path: KeyPath<State, Value>) -> Value { lock.withLock { state[keyPath: path] } }

    // MARK: What happens to it

    /// Time has passed, and what is due rings. A phone that is off delivers nothing then, and nothing afterwards.
    func ring(off: Bool = false, lateMs: Int64 = 0) {
        let now = nowMs()
        lock.withLock {
            for ring in waiting where ring.fireAtMs <= now {
                guard !off, state.settings.allowed else { continue }
                shown.removeAll { $0.ring.id == ring.id }
                shown.append((ring, max(ring.fireAtMs, Int64(0)) + lateMs))
            }
            waiting.removeAll { $0.fireAtMs <= now || ($0.fingerprint.isEmpty && !off) }
        }
    }

    func clearShown() { lock.withLock { shown = [] } }
    func sound(_ id: UUID) { _ = lock.withLock { sounding.insert(id) } }
    var held: [Ring] { lock.withLock { waiting } }
    var onScreen: [Ring] { lock.withLock { shown.map(\.ring) } }
    var loud: [Loud] { lock.withLock { loudly } }

    // MARK: The notification centre

    func offer(_ words: ActionWords) async { lock.withLock { state.offered.append(words) } }

    func add(_ ring: Ring) async throws {
        try lock.withLock {
            state.calls += 1
            if state.refuses { throw Refused() }
            state.added.append(ring)
            waiting.removeAll { $0.id == ring.id }
            waiting.append(ring)
            while waiting.count > Self.limit {
                switch state.full {
                case .keepsFirst: waiting.removeLast()
                case .keepsLast: waiting.removeFirst()
                case .keepsSoonest:
                    let latest = waiting.indices.max { waiting[$0].fireAtMs < waiting[$1].fireAtMs }
                    waiting.remove(at: latest ?? 0)
                }
            }
        }
    }

    func removePending(_ ids: [String]) async {
        lock.withLock {
            state.calls += 1
            waiting.removeAll { ids.contains($0.id) }
        }
    }

    func pending() async -> [HeldReminder] {
        lock.withLock {
            waiting.filter { !$0.fingerprint.isEmpty }.map {
                HeldReminder(id: $0.id, fingerprint: $0.fingerprint, fireAtMs: $0.fireAtMs)
            }
        }
    }

    func delivered() async -> [DeliveredRing] {
        lock.withLock {
            shown.map { DeliveredRing(id: $0.ring.id, slot: $0.ring.slot, atMs: $0.atMs) }.sorted { $0.atMs > $1.atMs }
        }
    }

    func removeDelivered(_ ids: [String]) async { lock.withLock { shown.removeAll { ids.contains($0.ring.id) } } }
    func settings() async -> CentreSettings { read(\.settings) }
    func ask() async { lock.withLock { state.settings.allowed = true } }

    // MARK: Its clock for apps

    var allowed: Bool? { get async { read(\.loudAllowed) } }

    func hold(_ loud: Loud) async throws {
        try lock.withLock {
            if state.loudRefuses { throw Refused() }
            loudly.removeAll { $0.id == loud.id }
            if !state.loudDrops { loudly.append(loud) }
        }
    }

    func cancel(_ id: UUID) async throws { lock.withLock { loudly.removeAll { $0.id == id } } }

    func held() async throws -> [HeldLoud] {
        lock.withLock { loudly.map { HeldLoud(id: $0.id, atMs: $0.atMs, sounds: sounding.contains($0.id)) } }
    }

    // MARK: The rest

    func show(_ timers: [RunningTimer]) async { set(\.timers, timers) }
    var backgroundRefresh: BackgroundRefresh { get async { read(\.refresh) } }
    var lowPower: Bool { get async { read(\.lowPower) } }
    var storageLow: Bool { get async { read(\.storageLow) } }
}

/// A ward with one phone: the real core, its reminders, an iPhone that holds them.
struct PhoneWard {
    let bench: Bench
    let client: MarrowClient
    let iphone: FakeIphone
    let door: Door
    let reminders: Reminders

    init(lang: Lang = .en) async throws {
        bench = try Bench()
        client = try await bench.open(lang: lang)
        iphone = FakeIphone { [bench] in bench.nowMs }
        door = Door(client)
        reminders = Reminders(
            core: door, centre: iphone, loud: iphone, timers: iphone, phone: iphone, folder: bench.folder,
            nowMs: { [bench] in bench.nowMs })
    }

    /// A needle in bed 4, and all that is to be held is held.
    static func withNeedle(lang: Lang = .en) async throws -> PhoneWard {
        let ward = try await PhoneWard(lang: lang)
        try await ward.client.dispatch(Bench.opening)
        try await ward.client.dispatch(Bench.insertion)
        await ward.reminders.reconcile()
        return ward
    }

    /// A needle in bed 4, and its disinfection alone has just fallen due.
    static func disinfectionDue() async throws -> PhoneWard {
        let ward = try await withNeedle()
        // Away from the rings of all other tasks.
        ward.bench.pass(minutes: 11)
        try await ward.client.dispatch(Bench.command(.disinfect(form: DisinfectForm())))
        await ward.reminders.reconcile()
        let due = try await ward.planned("disinfect").first { $0.category.acts.contains(.done) }
        if let due { ward.pass(to: due) }
        return ward
    }

    /// The reminders of one step that the plan has, the soonest first.
    func planned(_ step: String) async throws -> [Reminder] {
        let caps = await reminders.health().caps
        return try await client.reminders(caps).reminders.filter { $0.members.contains { $0.step == step } }
    }

    /// Time passes until just after a reminder's time, and what is due rings.
    func pass(to reminder: Reminder, off: Bool = false, lateMs: Int64 = 0) {
        bench.pass(ms: reminder.fireAtMs - bench.nowMs + lateMs + 1_000)
        iphone.ring(off: off, lateMs: lateMs)
    }

    /// What is on record.
    func kinds() async throws -> [EntryKind?] {
        try await client.case(Bench.bed4).record.map(\.kind)
    }
}

/// The way to the core, which may be closed.
final class Door: CorePort, @unchecked Sendable {
    private let lock = NSLock()
    private let behind: MarrowClient
    private var why: (any Error)?

    init(_ behind: MarrowClient) {
        self.behind = behind
    }

    func close(_ why: (any Error)?) { lock.withLock { self.why = why } }

    func client() async throws -> MarrowClient {
        try lock.withLock {
            if let why { throw why }
            return behind
        }
    }

    func actor() async -> Actor { Bench.nurse }
}
