/// What the board shows.
public struct BoardState: Equatable, Sendable {
    public var times: Times
    /// None: it is still being read.
    public var board: BoardView?
    /// Who is recording; none: nobody has said so yet.
    public var recordedBy: String?
    /// When the record last met another phone's or the hospital's.
    public var lastSyncMs: Int64?
    /// The phone may not deliver reminders.
    public var remindersCanFail = false
    /// What was recorded meanwhile could not be read.
    public var stale = false
}

public enum BoardEvent: Hashable, Sendable {
    case open(CaseId)
    case openFlag(CaseId)
    case newIo
    case whoRecords
    case remindersHealth
    case clockInDoubt
    case go(MenuEntry)
}

/// What the board's menu leads to.
public enum MenuEntry: Hashable, Sendable, CaseIterable {
    case reminders, reference, policy, settings

    public func name(_ words: Words) -> String {
        switch self {
        case .reminders: words.remindersTitle
        case .reference: words.referenceTitle
        case .policy: words.policyTitle
        case .settings: words.settingsTitle
        }
    }
}
