import Foundation

/// The mark that tells a rolled-back database, in a file of its own. It is put there after each command, so that it is
/// moved into place whole but not waited for until it is on the disk: one that stays behind is normal.
public final class MarkFile: MarkPort, @unchecked Sendable {
    private let file: URL
    private let lock = NSLock()

    public init(in folder: URL) {
        file = folder.appendingPathComponent("mark")
    }

    /// A store was opened here once.
    public var kept: Bool { FileManager.default.fileExists(atPath: file.path) }

    public func last() -> UInt64? { lock.withLock { read() } }

    public func keep(_ mark: UInt64) {
        lock.withLock {
            guard mark != read() else { return }
            try? Data("\(mark)".utf8).write(to: file, options: Folder.writing)
        }
    }

    private func read() -> UInt64? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return UInt64(String(decoding: data, as: UTF8.self))
    }
}
