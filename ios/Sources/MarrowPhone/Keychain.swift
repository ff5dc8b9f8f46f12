import Foundation
import MarrowKit
import Security

/// The phone's own Keychain: readable from the first unlock on, on this phone alone, in no backup and on no other device
/// of the person.
public struct Keychain: KeychainPort {
    public init() {}

    public func read() throws -> Data? {
        var query = Self.item
        query[kSecReturnData as String] = true
        query[kSecMatchLimit as String] = kSecMatchLimitOne
        var found: CFTypeRef?
        let status = SecItemCopyMatching(Self.asked(query), &found)
        switch status {
        case errSecSuccess: return found as? Data
        case errSecItemNotFound: return nil
        default: throw KeyUnreachable(status: status)
        }
    }

    public func write(_ secret: Data) throws {
        let gone = SecItemDelete(Self.asked(Self.item))
        guard gone == errSecSuccess || gone == errSecItemNotFound else { throw KeyUnreachable(status: gone) }
        var item = Self.item
        item[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        item[kSecValueData as String] = secret
        let status = SecItemAdd(Self.asked(item), nil)
        guard status == errSecSuccess else { throw KeyUnreachable(status: status) }
    }

    private static func asked(_ query: [String: Any]) -> CFDictionary {
        NSDictionary(dictionary: query) as CFDictionary
    }

    /// What names it.
    private static var item: [String: Any] {
        [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: "org.marrow.secrets",
            kSecAttrAccount as String: "1",
            kSecAttrSynchronizable as String: false,
        ]
    }
}
