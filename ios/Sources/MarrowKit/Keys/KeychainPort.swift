import Foundation

/// The phone's Keychain, as far as one item of it goes: readable from the first unlock on, on this phone alone.
public protocol KeychainPort: Sendable {
    /// None: it says that there is no such item. Throws where it does not answer.
    func read() throws -> Data?
    /// Puts it there, in the place of one that was there.
    func write(_ secret: Data) throws
}

/// The secrets are gone for good, or are not what was put there: the store can be opened no more.
public struct KeyLost: Error {}

/// The Keychain does not answer just now; nothing is known about the secrets. Tells the status, a number of iOS's.
public struct KeyUnreachable: Error {
    public let status: Int32

    public init(status: Int32) {
        self.status = status
    }
}
