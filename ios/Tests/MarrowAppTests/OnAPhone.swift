import Foundation
import MarrowKit

@testable import MarrowApp

/// The app without its windows: its store, its gate, and an owner who is there or not.
@MainActor
final class OnAPhone {
    let core: OpenCore
    let kept: Kept
    let session: Session
    let gate: Gate
    let owner: FakeOwner
    private let folder: URL

    init(ownerIsHere: Bool) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        kept = Kept(in: folder, phonesOwn: { "en" })
        core = OpenCore(
            folder: Folder(folder), secrets: MarrowKit.Secrets(Chain()), clock: PhoneClock(in: folder),
            unlocked: { true }, lang: { [kept] in kept.lang })
        session = Session(core: core, kept: kept) { [kept] in NoPhone(kept) }
        owner = FakeOwner(isHere: ownerIsHere)
        let now = Elapsed()
        self.now = now
        gate = Gate(
            lock: AppLock(elapsedMs: { now.ms }, secured: { true }), session: session,
            owner: { [owner] _ in owner.answer() })
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private let now: Elapsed
    func pass(seconds: Int64) { now.ms += seconds * 1_000 }
}

@MainActor
final class FakeOwner {
    var isHere: Bool
    private(set) var asked = 0

    init(isHere: Bool) { self.isHere = isHere }

    func answer() -> Bool {
        asked += 1
        return isHere
    }
}

private final class Elapsed: @unchecked Sendable {
    var ms: Int64 = 0
}

private final class Chain: KeychainPort, @unchecked Sendable {
    private var item: Data?
    func read() throws -> Data? { item }
    func write(_ secret: Data) throws { item = Data([UInt8](secret)) }
}

@MainActor
private final class NoPhone: MarrowHost {
    private let kept: Kept
    init(_ kept: Kept) { self.kept = kept }

    var now: Now { Now(ms: Date().unixMs, zone: .current) }
    var people: People {
        get { kept.people }
        set { kept.people = newValue }
    }
    func reconcile() async -> Health { Health(conditions: [], plan: nil) }
    func fix(_ need: Need) {}
    func testReminder() async -> Int64 { 0 }
    func print(_ document: Document) {}
    func share(_ document: Document) {}
    func choosePolicy() async -> String? { nil }
    func handOut(_ policy: String) {}
    func feel(_ touch: Touch) {}
    func speaks(_ lang: Lang) { kept.lang = lang }
}
