import Foundation

/// A small value of the phone's own in a file beside the store: it opens with the phone's first unlock and is in no
/// backup. Losing it costs a figure or a button, never a reminder; one that cannot be read begins anew.
public final class KeptFile<Value: Codable & Sendable>: @unchecked Sendable {
    private let file: URL
    private let empty: Value
    private let lock = NSLock()
    private var known: Value?

    public init(_ name: String, in folder: URL, empty: Value) {
        file = folder.appendingPathComponent(name)
        self.empty = empty
    }

    public var value: Value { lock.withLock { read() ?? empty } }

    /// Written only where something changed, and nothing over a file that cannot be read just now.
    public func change(_ body: (inout Value) -> Void) where Value: Equatable {
        lock.withLock {
            guard let before = read() else { return }
            var value = before
            body(&value)
            guard value != before || !FileManager.default.fileExists(atPath: file.path) else { return }
            known = value
            guard let data = try? JSONEncoder().encode(value) else { return }
            try? data.write(to: file, options: Folder.writing)
        }
    }

    /// None where there is a file that cannot be read, as before the first unlock; it may be readable the next time.
    private func read() -> Value? {
        if let known { return known }
        guard FileManager.default.fileExists(atPath: file.path) else {
            known = empty
            return empty
        }
        guard let data = try? Data(contentsOf: file) else { return nil }
        let value = (try? JSONDecoder().decode(Value.self, from: data)) ?? empty
        known = value
        return value
    }
}
