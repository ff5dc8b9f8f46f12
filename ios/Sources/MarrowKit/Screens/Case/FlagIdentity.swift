/// Which flag of a case: one rule raises a flag for each task that was passed over.
public struct FlagIdentity: Hashable, Sendable {
    public let rule: String
    public let step: String?
}

extension FlagView {
    /// Stays while what raised it does.
    public var identity: FlagIdentity { FlagIdentity(rule: rule, step: step) }
}

extension RaisedFlag {
    var identity: FlagIdentity { FlagIdentity(rule: rule, step: step) }
}
