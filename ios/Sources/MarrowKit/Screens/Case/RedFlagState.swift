import Foundation

/// One flag of a case.
public struct RedFlagState: Equatable, Sendable {
    public var times: Times
    public var view: CaseView
    public var flag: FlagView

    /// What was found, as a heading.
    public var found: String { flag.text.isEmpty ? flag.title : flag.text.capitalisedFirst }

    /// The policy's sentences, as they stand.
    public var sentences: [String] {
        flag.action.replacing(". ", with: ".\n").components(separatedBy: "\n").filter { !$0.isEmpty }
    }
}

public enum RedFlagEvent: Hashable, Sendable {
    case back, takeOut, tell
}
