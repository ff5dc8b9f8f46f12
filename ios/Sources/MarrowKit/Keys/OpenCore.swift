import Foundation

/// The one open store of this process, for screens and background work alike. It lies, with its mark, in a folder that
/// opens with the phone's first unlock and is in no backup; its key lies in the Keychain.
public actor OpenCore {
    private let folder: Folder
    private let secrets: Secrets
    private let clock: any ClockPort
    private let unlocked: @Sendable () async -> Bool
    private let lang: @Sendable () -> Lang

    private var openNow: MarrowClient?
    private var opening: Task<MarrowClient, any Error>?

    /// - Parameters:
    ///   - unlocked: whether what is protected can be read: from the phone's first unlock on.
    ///   - lang: the language that a person chose, else the phone's.
    public init(
        folder: Folder, secrets: Secrets, clock: any ClockPort, unlocked: @escaping @Sendable () async -> Bool,
        lang: @escaping @Sendable () -> Lang
    ) {
        self.folder = folder
        self.secrets = secrets
        self.clock = clock
        self.unlocked = unlocked
        self.lang = lang
    }

    /// The open core, in the language of now. One that does not answer any more is opened anew; several who ask at once
    /// get the same.
    public func client() async throws -> MarrowClient {
        if let opening { return try await opening.value }
        let mine = Task { try await found() }
        opening = mine
        defer { opening = nil }
        return try await mine.value
    }

    private func found() async throws -> MarrowClient {
        if let openNow, await answers(openNow) {
            if await openNow.lang != lang() { try await openNow.speak(lang()) }
            return openNow
        }
        try? openNow?.close()
        openNow = nil
        // Before the first unlock a store that is there looks like one that is not to be had.
        guard await unlocked() else { throw NotUnlockedYet() }
        let client = try await opened()
        openNow = client
        return client
    }

    /// After a failure in reading, an open store may answer nothing else from then on.
    private func answers(_ client: MarrowClient) async -> Bool {
        do { _ = try await client.info() } catch { return error as? MarrowError == .Busy }
        return true
    }

    private func opened() async throws -> MarrowClient {
        try folder.make()
        let mark = MarkFile(in: folder.url)
        // Only where there was never one is a store made: what is gone has to be told, not replaced.
        let anew = !FileManager.default.fileExists(atPath: folder.store.path) && !mark.kept
        var pair = try secrets.read(anew: anew)
        let options = OpenOptions(path: folder.store.path, fresh: UUID(), make: anew)
        let client = try await MarrowClient.open(
            key: &pair.key, installation: &pair.installation, options: options, clock: clock, marks: mark, lang: lang())
        // What SQLite has made just now has the folder's protection; this is where that is seen to.
        try folder.make()
        return client
    }
}
