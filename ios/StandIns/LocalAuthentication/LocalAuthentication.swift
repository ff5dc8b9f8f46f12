import Foundation

// Where Apple's own is missing: the names and types of LocalAuthentication that Marrow uses.

public enum LAPolicy: Int, Sendable {
    case deviceOwnerAuthenticationWithBiometrics = 1
    case deviceOwnerAuthentication = 2
}

open class LAContext: NSObject {
    public func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool { true }
    public func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool { true }
}
