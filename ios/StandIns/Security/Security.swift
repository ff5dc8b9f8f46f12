import Foundation

// Where Apple's own is missing: the calls of the Keychain that Marrow uses, over a list.

public typealias CFString = String
public typealias CFDictionary = NSDictionary
public typealias CFTypeRef = AnyObject
public typealias OSStatus = Int32

public let errSecSuccess: OSStatus = 0
public let errSecItemNotFound: OSStatus = -25_300
public let errSecDuplicateItem: OSStatus = -25_299
public let errSecInteractionNotAllowed: OSStatus = -25_308

public let kSecClass: CFString = "class"
public let kSecClassGenericPassword: CFString = "genp"
public let kSecAttrService: CFString = "svce"
public let kSecAttrAccount: CFString = "acct"
public let kSecAttrAccessible: CFString = "pdmn"
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: CFString = "cku"
public let kSecAttrSynchronizable: CFString = "sync"
public let kSecValueData: CFString = "v_Data"
public let kSecReturnData: CFString = "r_Data"
public let kSecMatchLimit: CFString = "m_Limit"
public let kSecMatchLimitOne: CFString = "m_LimitOne"

/// For tests: each has a Keychain of its own.
public final class StandInKeychain: @unchecked Sendable {
    @TaskLocal public static var current = StandInKeychain()

    private let lock = NSLock()
    private var items: [[String: Any]] = []
    /// What every call answers instead of doing anything.
    private var refusal: OSStatus?

    public init() {}

    public func refuse(_ status: OSStatus?) { lock.withLock { refusal = status } }
    public var all: [[String: Any]] { lock.withLock { items } }

    fileprivate func act(_ query: NSDictionary, _ body: (inout [[String: Any]], [String: Any]) -> OSStatus) -> OSStatus
    {
        lock.withLock {
            if let refusal { return refusal }
            var known: [String: Any] = [:]
            for (key, value) in query { if let key = key as? String { known[key] = value } }
            return body(&items, known)
        }
    }
}

private let identifying = [kSecClass, kSecAttrService, kSecAttrAccount]

private func same(_ item: [String: Any], _ query: [String: Any]) -> Bool {
    identifying.allSatisfy { item[$0] as? String == query[$0] as? String }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    StandInKeychain.current.act(attributes) { items, query in
        if items.contains(where: { same($0, query) }) { return errSecDuplicateItem }
        items.append(query)
        return errSecSuccess
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    StandInKeychain.current.act(query) { items, query in
        guard let found = items.first(where: { same($0, query) }) else { return errSecItemNotFound }
        if let data = found[kSecValueData] as? Data { result?.pointee = NSData(data: data) }
        return errSecSuccess
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemDelete(_ query: CFDictionary) -> OSStatus {
    StandInKeychain.current.act(query) { items, query in
        let before = items.count
        items.removeAll { same($0, query) }
        return items.count == before ? errSecItemNotFound : errSecSuccess
    }
}
