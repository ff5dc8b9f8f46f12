/// What a case shows.
public struct CaseState: Equatable, Sendable {
    public var times: Times
    public var view: CaseView
    /// The kinds of entries in words, for the sheet of actions.
    public var kinds: [KindText]
    /// The sheet of actions is open.
    public var actions = false
    /// What was just recorded and can be taken back for a moment, in words.
    public var undo: String?
    /// What was recorded meanwhile could not be read.
    /// Why the core did not take what was pressed last.
    public var refusal: Refusal?

    /// Where the needle is, as the core has it.
    public var bone: Bone? {
        guard let site = view.header.site, let side = view.header.side else { return nil }
        return Bone(site: site, side: side)
    }

    /// What is due, or late.
    public var due: [TaskView] { view.tasks.filter { $0.status != .upcoming } }

    /// What is to come.
    public var coming: [TaskView] { view.tasks.filter { $0.status == .upcoming } }
}

public enum CaseEvent: Hashable, Sendable {
    case back
    /// Opens what does the task: a form, the removal, a question.
    case open(TaskView)
    /// Records the task as done, at once.
    case done(TaskView)
    case later(TaskView)
    case notThisTime(TaskView)
    case seen(TaskView)
    case openFlag(FlagView)
    case actions(Bool)
    case record(CaseAction)
    case check
    case recordNeedle
    case pressing
    case wholeRecord
    case nursingSheet
    case undo
}
