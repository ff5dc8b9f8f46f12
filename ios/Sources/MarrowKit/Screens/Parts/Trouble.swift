/// Why the record cannot be opened or written, as far as a person can do something about it.
public enum Trouble: Hashable, Sendable, CaseIterable {
    case diskFull, wrongKey, newer, notOurs, damaged, unreadable

    /// What a failure of the core is to a person; none: it is about one act, and its own page says it.
    public init?(_ failure: MarrowError) {
        switch failure {
        case .DiskFull, .ReadOnly: self = .diskFull
        case .WrongKey: self = .wrongKey
        case .NewerSchema: self = .newer
        case .NotAStore, .NoStore: self = .notOurs
        case .Damaged: self = .damaged
        case .Io, .Busy, .Internal, .Closed: self = .unreadable
        case .NotFound, .Refused, .Policy, .Invalid: return nil
        }
    }

    /// What is wrong in one sentence.
    public func what(_ words: Words) -> String {
        switch self {
        case .diskFull: words.troubleFull
        case .wrongKey: words.troubleKey
        case .newer: words.troubleNewer
        case .notOurs: words.troubleNotOurs
        case .damaged: words.troubleDamaged
        case .unreadable: words.troubleUnreadable
        }
    }

    /// What still works.
    public func works(_ words: Words) -> String {
        switch self {
        case .diskFull: words.troubleFullWorks
        case .damaged: words.troubleDamagedWorks
        case .wrongKey, .newer, .notOurs, .unreadable: words.troubleNothingLost
        }
    }

    /// Whom to ask.
    public func ask(_ words: Words) -> String {
        switch self {
        case .diskFull: words.troubleFullAsk
        case .newer: words.troubleNewerAsk
        case .wrongKey, .notOurs, .damaged, .unreadable: words.troubleAskPhone
        }
    }
}
