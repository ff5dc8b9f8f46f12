/// The nursing sheet before it goes to paper, in the language that is chosen for it.
public struct SheetState: Equatable, Sendable {
    public var times: Times
    public var header: CaseHeader
    public var lang: Lang
    /// None: it is still being made.
    public var document: Document?
}

public enum SheetEvent: Hashable, Sendable {
    case back
    case language(Lang)
    case print
    case share
}
