import Foundation
import MarrowKit

/// A phone for tests: a folder, a clock that is moved by hand, and the marks that were kept.
final class Bench: ClockPort, MarkPort, @unchecked Sendable {
    static let bed4 = UUID(uuidString: "00000000-0000-0004-0000-000000000004")!
    static let nurse = Actor(name: "A. Ruiz", role: "nurse", unit: "ward 3")
    static let phone = PlatformCaps(
        os: .ios, maxPending: 60, exact: true, timeSensitive: true, critical: false, alarmKit: false, fullScreen: false)
    static let opening = command(.openCase(form: PatientForm(alias: "Bed 4")))
    static let insertion = command(.insert(form: InsertForm(device: "ez-io", site: .proximalTibia, side: .left)))

    let folder: URL
    private let ownsFolder: Bool
    private let lock = NSLock()
    private var passed: Int64 = 0
    private var kept: [UInt64] = []

    /// In a folder of its own, which goes with it, or in one that somebody else takes away.
    init(in given: URL? = nil) throws {
        folder = given ?? FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        ownsFolder = given == nil
        if ownsFolder { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    }

    deinit {
        if ownsFolder { try? FileManager.default.removeItem(at: folder) }
    }

    static func command(_ form: Form, case id: CaseId = bed4) -> Command {
        Command(case: id, form: form, precision: .exact, actor: nurse)
    }

    func open(
        key byte: UInt8 = 1, count: Int = 32, make: Bool = true, rescue: String? = nil, lang: Lang = .en
    ) async throws -> MarrowClient {
        var key = Data(repeating: byte, count: count)
        var installation = Data(repeating: 2, count: 32)
        defer { precondition((key + installation).allSatisfy { $0 == 0 }, "key and secret are wiped") }
        return try await MarrowClient.open(
            key: &key, installation: &installation,
            options: OpenOptions(path: path, fresh: UUID(), make: make, rescueAs: rescue),
            clock: self, marks: self, lang: lang)
    }

    func pass(minutes: Int64) { pass(ms: minutes * 60_000) }
    func pass(ms: Int64) { lock.withLock { passed += ms } }
    var nowMs: Int64 { sample().wallMs }
    var path: String { folder.appendingPathComponent("marrow.db").path }

    func sample() -> ClockSample {
        lock.withLock {
            ClockSample(
                wallMs: 1_772_611_200_000 + passed, bootMs: 1_000 + passed, bootId: Bench.bed4,
                zone: "Europe/Madrid", offsetS: 3_600, nextOffset: nil)
        }
    }

    func last() -> UInt64? { lock.withLock { kept.last } }
    func keep(_ mark: UInt64) { lock.withLock { kept.append(mark) } }
    /// Every mark in the order in which it was kept.
    var marks: [UInt64] { lock.withLock { kept } }
}
