import Foundation

/// What is handed to another app, as a file in a random folder that goes when that is over. Its name says what kind of
/// paper it is, and nothing of whom it is about.
public final class Papers: Sendable {
    static let sheet = "nursing-sheet.html"
    static let policy = "policy.json"

    private let folder: URL

    public init(in caches: URL = FileManager.default.temporaryDirectory) {
        folder = caches.appendingPathComponent("papers", isDirectory: true)
    }

    /// Lays one out, in the place of what was laid out before.
    func lay(_ name: String, _ text: String) throws -> URL {
        clear()
        let room = folder.appendingPathComponent(UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
        let file = room.appendingPathComponent(name)
        try Data(text.utf8).write(to: file, options: Self.writing)
        return file
    }

    /// Also to be called when the app begins: it may have been ended in the midst of it.
    public func clear() {
        try? FileManager.default.removeItem(at: folder)
    }

    #if os(iOS)
        // Shut again as soon as the screen is locked.
        private static let writing: Data.WritingOptions = [.atomic, .completeFileProtection]
    #else
        private static let writing: Data.WritingOptions = .atomic
    #endif
}
