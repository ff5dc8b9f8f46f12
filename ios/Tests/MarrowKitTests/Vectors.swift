import Foundation
import MarrowKit

/// A step of a vector file of `tests/vectors`: what somebody records, when, and the id of the entry that it becomes.
struct Step: Decodable {
    struct Amends: Decodable {
        let entryOf: String
        let reason: String?
        let performedAtMs: Int64?
        let precision: JSON?
    }

    struct Recorded: Decodable {
        let `case`: UUID
        let kind: String
        let fields: [String: JSON]
        let precision: JSON
        let actor: [String: String]
        let performedAtMs: Int64?
        let lateReason: String?
        let amends: Amends?
    }

    struct Clock: Decodable {
        let wallMs: Int64
        let bootMs: Int64
        let bootId: String
        let zone: String
        let offsetS: Int32
    }

    let name: String
    let command: Recorded
    let clock: Clock
    let entry: String?
}

/// The secrets of a store: the ids of its entries follow from them.
struct Secrets: Decodable {
    let key: String
    let installation: String
    let fresh: UUID
}

enum Vectors {
    static func read<T: Decodable>(_ name: String, as _: T.Type = T.self) throws -> T {
        var tree = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { tree.deleteLastPathComponent() }
        let file = tree.appendingPathComponent("tests/vectors/\(name)")
        let decoder = JSONDecoder()
        // Names of properties only; keys of dictionaries, the fields' names among them, stay as they are.
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(T.self, from: Data(contentsOf: file))
    }

    static func bytes(_ hex: String) throws -> Data {
        let digits = Array(hex.utf8)
        guard digits.count % 2 == 0 else { throw Misfit("\(hex) is not bytes") }
        return try Data(
            stride(from: 0, to: digits.count, by: 2).map { at in
                guard let byte = UInt8(String(decoding: digits[at..<at + 2], as: UTF8.self), radix: 16)
                else { throw Misfit("\(hex) is not bytes") }
                return byte
            })
    }
}

/// A phone that plays steps through a client, at the steps' own times.
final class Player: ClockPort, MarkPort, @unchecked Sendable {
    private let lock = NSLock()
    private let folder: URL
    private var now: ClockSample
    private var mark: UInt64?
    private(set) var made: [String: EntryId] = [:]

    init(first: Step) throws {
        now = try first.clock.sample()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func open(_ secrets: Secrets) async throws -> MarrowClient {
        var (key, installation) = (try Vectors.bytes(secrets.key), try Vectors.bytes(secrets.installation))
        let path = folder.appendingPathComponent("marrow.db").path
        return try await MarrowClient.open(
            key: &key, installation: &installation, options: OpenOptions(path: path, fresh: secrets.fresh),
            clock: self, marks: self, lang: .en)
    }

    /// Records a step; gives its form and the id of its entry.
    func play(_ step: Step, through client: MarrowClient) async throws -> (Form, EntryId) {
        set(try step.clock.sample())
        let form = try Form(kind: step.command.kind, Fields(step.command.fields, made: made))
        let outcome = try await client.dispatch(step.command.command(form, made: made))
        guard let entry = outcome.entry else { throw Misfit("\(step.name) made no entry") }
        guard made.updateValue(entry, forKey: step.name) == nil else { throw Misfit("two steps \(step.name)") }
        return (form, entry)
    }

    func set(_ now: ClockSample) { lock.withLock { self.now = now } }
    func sample() -> ClockSample { lock.withLock { now } }
    func last() -> UInt64? { lock.withLock { mark } }
    func keep(_ mark: UInt64) { lock.withLock { self.mark = mark } }
}

extension Step.Clock {
    func sample() throws -> ClockSample {
        let boot = try Vectors.bytes(bootId)
        guard boot.count == 16 else { throw Misfit("\(bootId) is not a boot's id") }
        let id = boot.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
        return ClockSample(
            wallMs: wallMs, bootMs: bootMs, bootId: id, zone: zone, offsetS: offsetS, nextOffset: nil)
    }
}

extension Step.Recorded {
    func command(_ form: Form, made: [String: EntryId]) throws -> Command {
        var amended: AmendForm?
        if let amends {
            guard let entry = made[amends.entryOf] else { throw Misfit("no step \(amends.entryOf) before this one") }
            amended = AmendForm(
                entry: entry, reason: amends.reason, performedAtMs: amends.performedAtMs,
                precision: try amends.precision.map { try Precision.read($0, "precision") })
        }
        guard let name = actor["name"], let role = actor["role"], let unit = actor["unit"], actor.count == 3
        else { throw Misfit("no actor: \(actor)") }
        return Command(
            case: `case`, form: form, precision: try Precision.read(precision, "precision"),
            actor: Actor(name: name, role: role, unit: unit), performedAtMs: performedAtMs, lateReason: lateReason,
            amends: amended)
    }
}
