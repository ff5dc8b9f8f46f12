import LocalAuthentication

/// Whose phone it is: asked in the phone's own way, by face, finger or what unlocks it.
public enum Owner {
    /// The phone has a lock, so that it can ask.
    public static var isAsked: Bool {
        LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil)
    }

    /// Turned away counts as not shown.
    public static func isHere(why: String) async -> Bool {
        (try? await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: why)) ?? false
    }
}
