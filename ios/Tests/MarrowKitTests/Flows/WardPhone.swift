import Foundation
import MarrowKit

/// A ward's phone with the real core in it. Its clock is moved by hand: minutes count from 03:12 on 5 March 2026 in
/// Madrid.
final class WardPhone: ClockPort, MarkPort, @unchecked Sendable {
    /// 2026-03-05 03:12 in Madrid.
    static let nightMs: Int64 = 1_772_676_720_000
    static let zone = TimeZone(identifier: "Europe/Madrid")!

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let lock = NSLock()
    private var wallMs = nightMs - 99_000 * 60_000
    private var mark: UInt64?

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func open(_ lang: Lang, key byte: UInt8 = 1) async throws -> MarrowClient {
        var key = Data(repeating: byte, count: 32)
        var installation = Data(repeating: 2, count: 32)
        return try await MarrowClient.open(
            key: &key, installation: &installation,
            options: OpenOptions(
                path: folder.appendingPathComponent("marrow.db").path, fresh: UUID(), make: true, rescueAs: nil),
            clock: self, marks: self, lang: lang)
    }

    static func ms(_ minute: Int64, second: Int64 = 0) -> Int64 { nightMs + minute * 60_000 + second * 1_000 }

    /// The ward at that minute from now on.
    func at(_ minute: Int64, second: Int64 = 0) {
        lock.withLock { wallMs = Self.ms(minute, second: second) }
    }

    /// What its clock shows.
    var nowMs: Int64 { lock.withLock { wallMs } }

    func sample() -> ClockSample {
        let wall = nowMs
        return ClockSample(
            wallMs: wall, bootMs: wall - Self.ms(-100_000), bootId: Bench.bed4, zone: Self.zone.identifier,
            offsetS: 3_600, nextOffset: nil)
    }

    func last() -> UInt64? { lock.withLock { mark } }
    func keep(_ mark: UInt64) { lock.withLock { self.mark = mark } }
}

/// Something recorded in a case, so many minutes from now.
struct Act {
    let minute: Int64
    let id: CaseId
    let form: Form
    let by: Actor

    var command: Command { Command(case: id, form: form, precision: .exact, actor: by) }
}
