import Foundation
import MarrowKit

/// A phone for tests: a clock that is moved by hand, a mark, a list of reminders that it holds.
final class Bench: ClockPort, MarkPort, ReminderPort, @unchecked Sendable {
    static let bed4 = UUID(uuidString: "00000000-0000-0004-0000-000000000004")!
    static let nurse = Actor(name: "A. Ruiz", role: "nurse", unit: "ward 3")
    static let phone = PlatformCaps(
        os: .ios, maxPending: 60, exact: true, timeSensitive: true, critical: false, alarmKit: false, fullScreen: false)
    static let opening = command(.openCase(form: PatientForm(alias: "Bed 4")))
    static let insertion = command(.insert(form: InsertForm(device: "ez-io", site: .proximalTibia, side: .left)))

    let folder: URL
    private let lock = NSLock()
    private var minutes: Int64 = 0
    private var mark: UInt64?
    private var reminders: [String: Reminder] = [:]
    private var refusals = 0

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static func command(_ form: Form, case id: CaseId = bed4) -> Command {
        Command(case: id, form: form, precision: .exact, actor: nurse)
    }

    func open(key byte: UInt8 = 1, count: Int = 32, lang: Lang = .en) async throws -> MarrowClient {
        var key = Data(repeating: byte, count: count)
        var installation = Data(repeating: 2, count: 32)
        defer { precondition(key.allSatisfy { $0 == 0 }, "the key is wiped") }
        return try await MarrowClient.open(
            key: &key, installation: &installation,
            options: OpenOptions(path: folder.appendingPathComponent("marrow.db").path, fresh: UUID()),
            clock: self, marks: self, lang: lang)
    }

    func pass(minutes: Int64) { lock.withLock { self.minutes += minutes } }
    func refuse(_ times: Int) { lock.withLock { refusals = times } }
    func boot() { lock.withLock { reminders = [:] } }
    var ids: Set<String> { lock.withLock { Set(reminders.keys) } }

    func sample() -> ClockSample {
        lock.withLock {
            ClockSample(
                wallMs: 1_772_611_200_000 + minutes * 60_000, bootMs: 1_000 + minutes * 60_000, bootId: Bench.bed4,
                zone: "Europe/Madrid", offsetS: 3_600, nextOffset: nil)
        }
    }

    func last() -> UInt64? { lock.withLock { mark } }
    func keep(_ mark: UInt64) { lock.withLock { self.mark = mark } }

    struct Refused: Error {}

    func hold(_ reminder: Reminder) throws {
        try lock.withLock {
            if refusals > 0 {
                refusals -= 1
                throw Refused()
            }
            reminders[reminder.id] = reminder
        }
    }

    func cancel(_ id: String) { lock.withLock { reminders[id] = nil } }

    func held() -> [HeldReminder] {
        lock.withLock {
            reminders.values.map { HeldReminder(id: $0.id, fingerprint: $0.fingerprint, fireAtMs: $0.fireAtMs) }
        }
    }
}
