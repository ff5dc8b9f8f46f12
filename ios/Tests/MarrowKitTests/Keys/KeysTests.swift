import Foundation
import MarrowKit
import Testing

/// The keys and the one open store: what is made when, and what is said when something is gone.
@Suite(.timeLimit(.minutes(3)))
struct KeysTests {
    @Test("A new phone makes key and store once, and the next start opens what is there")
    func opens() async throws {
        let phone = try Keys()
        try await phone.core().client().dispatch(Bench.opening)
        let made = try #require(phone.keychain.kept)
        #expect(made.count == 64 && Set(made).count > 20)
        let board = try await phone.core().client().look?.board
        #expect(board?.open.map(\.header.alias) == ["Bed 4"] && phone.keychain.kept == made)
    }

    @Test("Two phones never have the same key")
    func random() async throws {
        let (one, other) = (try Keys(), try Keys())
        _ = try await (one.core().client(), other.core().client())
        let (a, b) = (try #require(one.keychain.kept), try #require(other.keychain.kept))
        #expect(a != b && a.prefix(32) != a.suffix(32))
    }

    @Test("What an app that was removed has left in the Keychain is replaced with the first store")
    func anew() async throws {
        let phone = try Keys()
        phone.keychain.put(Data(repeating: 7, count: 64))
        _ = try await phone.core().client()
        #expect(phone.keychain.kept?.contains(where: { $0 != 7 }) == true)
    }

    @Test("A key that is gone, or is not what was put there, is lost; nothing is made in its place")
    func lost() async throws {
        for wrong in [nil, Data(repeating: 1, count: 63), Data()] {
            let phone = try Keys()
            _ = try await phone.core().client()
            let before = try phone.bytes()
            phone.keychain.put(wrong)
            await #expect(throws: KeyLost.self) { try await phone.core().client() }
            #expect(phone.keychain.kept == wrong)
            #expect(try phone.bytes() == before)
        }
        let phone = try Keys()
        _ = try await phone.core().client()
        phone.keychain.put(Data(repeating: 9, count: 64))
        await #expect(throws: MarrowError.WrongKey) { try await phone.core().client() }
    }

    @Test("A Keychain that does not answer is another thing than a key that is gone, and makes no store")
    func unreachable() async throws {
        let phone = try Keys()
        phone.keychain.refuse(-25_308)
        let core = phone.core()
        await #expect { try await core.client() } throws: { ($0 as? KeyUnreachable)?.status == -25_308 }
        #expect(!FileManager.default.fileExists(atPath: phone.folder.store.path))
        phone.keychain.refuse(nil)
        try await core.client().dispatch(Bench.opening)
        phone.keychain.refuse(-25_308)
        await #expect(throws: KeyUnreachable.self) { try await phone.core().client() }
        #expect(try await core.client().look?.board.open.count == 1, "what is open stays open")
    }

    @Test("A store that is gone is told, never replaced")
    func storeGone() async throws {
        let phone = try Keys()
        _ = try await phone.core().client()
        let kept = phone.keychain.kept
        for file in try phone.files() where file.hasPrefix("marrow.db") {
            try FileManager.default.removeItem(at: phone.folder.url.appendingPathComponent(file))
        }
        await #expect(throws: MarrowError.NoStore) { try await phone.core().client() }
        #expect(phone.keychain.kept == kept)
        #expect(try phone.files().filter { $0 == "marrow.db" }.isEmpty)
    }

    @Test("Before the first unlock nothing is looked at: a store that cannot be seen is not one that never was")
    func beforeTheFirstUnlock() async throws {
        let phone = try Keys()
        let core = phone.core()
        phone.unlock(false)
        await #expect(throws: NotUnlockedYet.self) { try await core.client() }
        #expect(phone.keychain.kept == nil)
        #expect(try phone.files().isEmpty && phone.keychain.asked == 0)
        phone.unlock(true)
        try await core.client().dispatch(Bench.opening)
        phone.unlock(false)
        _ = try await core.client()
    }

    @Test("Many who ask at once get one store, and one that was closed is opened anew")
    func one() async throws {
        let phone = try Keys()
        let core = phone.core()
        let all = try await withThrowingTaskGroup(of: MarrowClient.self) { group in
            for _ in 0..<20 { group.addTask { try await core.client() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.allSatisfy { $0 === all[0] } && phone.keychain.asked == 2)
        try all[0].close()
        let again = try await core.client()
        #expect(again !== all[0])
        _ = try await again.info()
    }

    @Test("The language is the one that was chosen last")
    func language() async throws {
        let phone = try Keys()
        let core = phone.core()
        #expect(await (try core.client()).lang == .en)
        phone.speak(.es)
        #expect(await (try core.client()).lang == .es)
    }

    @Test("The mark stands beside the store, and tells one that was rolled back")
    func mark() async throws {
        let phone = try Keys()
        let core = phone.core()
        _ = try await core.client()
        let mark = MarkFile(in: phone.folder.url)
        let before = try #require(mark.last())
        try await core.client().dispatch(Bench.opening)
        #expect(mark.kept && mark.last().map { $0 > before } == true)
        mark.keep(before)
        #expect(MarkFile(in: phone.folder.url).last() == before)
    }
}

/// A phone's folder, Keychain and lock.
private final class Keys: @unchecked Sendable {
    let bench: Bench
    let folder: Folder
    let keychain = FakeKeychain()
    private let lock = NSLock()
    private var isUnlocked = true
    private var lang = Lang.en

    init() throws {
        bench = try Bench()
        folder = Folder(bench.folder)
    }

    func core() -> OpenCore {
        OpenCore(
            folder: folder, secrets: MarrowKit.Secrets(keychain), clock: bench,
            unlocked: { self.lock.withLock { self.isUnlocked } }, lang: { self.lock.withLock { self.lang } })
    }

    func unlock(_ unlocked: Bool) { lock.withLock { isUnlocked = unlocked } }
    func speak(_ lang: Lang) { lock.withLock { self.lang = lang } }
    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
    func bytes() throws -> Data { try Data(contentsOf: folder.store) }
}

private final class FakeKeychain: KeychainPort, @unchecked Sendable {
    private let lock = NSLock()
    private var item: Data?
    private var refusal: Int32?
    private var calls = 0

    var kept: Data? { lock.withLock { item } }
    var asked: Int { lock.withLock { calls } }
    func put(_ secret: Data?) { lock.withLock { item = secret } }
    func refuse(_ status: Int32?) { lock.withLock { refusal = status } }

    func read() throws -> Data? { try call { item } }

    func write(_ secret: Data) throws {
        // A copy: the caller wipes hers.
        try call { item = Data([UInt8](secret)) }
    }

    private func call<T>(_ body: () -> T) throws -> T {
        try lock.withLock {
            calls += 1
            if let refusal { throw KeyUnreachable(status: refusal) }
            return body()
        }
    }
}
