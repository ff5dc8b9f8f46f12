/// Where a person can be. Handover and taking over are to be added here, beside `case`, when they can be done.
public enum Place: Hashable, Sendable {
    case board
    case `case`(CaseId)
    /// A new needle: of a new case, or of one that has none on record.
    case newIo(CaseId?)
    /// The form of one kind of entry in a case.
    case form(FormPlace)
    case removal(CaseId)
    case flag(CaseId, FlagIdentity)
    case record(CaseId)
    case sheet(CaseId)
    case reminders
    /// All cards, or the one that was asked for.
    case reference(card: String?)
    case policy
    /// To say who records, and back; or all that is set.
    case settings(who: Bool)

    /// The case that it is about.
    public var aboutCase: CaseId? {
        switch self {
        case .case(let id), .removal(let id), .flag(let id, _), .record(let id), .sheet(let id): id
        case .newIo(let id): id
        case .form(let form): form.case
        case .board, .reminders, .reference, .policy, .settings: nil
        }
    }
}

/// What is given is not asked; where the form takes the place of an entry, that is what the entry says, and is asked
/// again.
public struct FormPlace: Hashable, Sendable {
    public let `case`: CaseId
    public let kind: EntryKind
    public let given: Answered
    public let amends: EntryId?

    public init(case id: CaseId, kind: EntryKind, given: Answers = [:], amends: EntryId? = nil) {
        self.case = id
        self.kind = kind
        self.given = Answered(given)
        self.amends = amends
    }
}
