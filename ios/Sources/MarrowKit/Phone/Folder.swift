import Foundation

/// Where all lies that this phone keeps: readable from its first unlock on, also in the background and on a screen that
/// is locked again, and in no backup.
public struct Folder: Sendable {
    public let url: URL

    public init(_ url: URL) {
        self.url = url
    }

    /// The app's own. It is made, and looked at, once the phone was unlocked.
    public static var ofTheApp: Folder {
        let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
        return Folder(support.appendingPathComponent("Marrow", isDirectory: true))
    }

    public var store: URL { url.appendingPathComponent("marrow.db") }

    /// Makes it, and gives it and all that lies in it its protection: the store's `-wal` and `-shm` are made by SQLite,
    /// which takes over what the folder has, but files of an earlier iOS or a moved folder may have another.
    public func make() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true, attributes: Self.protection)
        var folder = url
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        for file in try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil) {
            try FileManager.default.setAttributes(Self.protection, ofItemAtPath: file.path)
        }
    }

    /// So little room is there that it should be said.
    public var isNearlyFull: Bool {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: url.path)
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
        return free.int64Value < Self.low
    }

    private static let low: Int64 = 64 * 1_024 * 1_024

    #if os(iOS)
        static let writing: Data.WritingOptions = [.atomic, .completeFileProtectionUntilFirstUserAuthentication]
        private static var protection: [FileAttributeKey: Any] {
            [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication]
        }
    #else
        static let writing: Data.WritingOptions = .atomic
        private static var protection: [FileAttributeKey: Any] { [:] }
    #endif
}
