/// The whole record of a case; one entry open, or none.
public struct RecordState: Equatable, Sendable {
    public var times: Times
    public var view: CaseView
    public var open: EntryView?
    /// Why the open entry is struck, as far as it is typed.
    public var reason = ""
    /// Striking was pressed once, and is to be said again.
    public var confirming = false
    /// What was just recorded and can be taken back for a moment, in words.
    public var undo: String?
    public var refusal: Refusal?
}

public enum RecordEvent: Hashable, Sendable {
    case back
    case open(EntryView?)
    case reason(String)
    case confirm(Bool)
    case strike(EntryId)
    case reinstate(EntryId)
    case amend(EntryView)
    case undo
}

extension EntryView {
    /// The fields that say something to a person: an entry's id does not.
    public var shown: [FieldView] { fields.filter { $0.field != "entry" } }

    /// What is said about it beside its fields: late, estimated, amended, struck, incomplete.
    public func marks(_ times: Times) -> [String] {
        let words = times.words
        var marks: [String] = []
        if precision == .estimated { marks.append(words.recordEstimated) }
        if precision == .told { marks.append(words.recordTold) }
        if late { marks.append(words.recordLate(times.dateAndHour(recordedAtMs))) }
        if let lateReason { marks.append(lateReason) }
        if !missing.isEmpty { marks.append(words.recordMissing(missing.joined(separator: ", "))) }
        marks += amended.map { words.recordAmended($0.mark.by, times.hourOrDate($0.mark.atMs)) }
        marks += struck.map { words.recordStruck($0.by, times.hourOrDate($0.atMs), $0.reason ?? "") }
        return marks
    }
}
