import Foundation

/// The store's key and this installation's secret, one item of the Keychain. They are made once, with the first store;
/// where there is a store and no key, there is trouble, and never new ones.
public struct Secrets: Sendable {
    /// Two times 32 bytes. Whoever asked wipes them.
    public struct Pair {
        public var key: Data
        public var installation: Data
    }

    private let keychain: any KeychainPort

    public init(_ keychain: any KeychainPort) {
        self.keychain = keychain
    }

    /// - Parameter anew: a store was never here, so that a key that is not here is none that was lost. What an app that
    ///   was removed has left in the Keychain opens nothing any more, and is replaced.
    public func read(anew: Bool) throws -> Pair {
        if anew { try make() }
        // Read back even when just made: a Keychain that does not keep is found out before there is a store.
        guard var both = try keychain.read(), both.count == 2 * Self.size else { throw KeyLost() }
        defer { both.resetBytes(in: both.startIndex..<both.endIndex) }
        // Copies, not parts: wiping one must not wipe the other's.
        return Pair(key: Data([UInt8](both.prefix(Self.size))), installation: Data([UInt8](both.suffix(Self.size))))
    }

    private func make() throws {
        var random = SystemRandomNumberGenerator()
        var both = Data((0..<2 * Self.size).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        defer { both.resetBytes(in: both.startIndex..<both.endIndex) }
        try keychain.write(both)
    }

    private static let size = 32
}
