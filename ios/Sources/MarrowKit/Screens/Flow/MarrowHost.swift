/// What the screens need of the phone, or of a test that stands for one.
@MainActor
public protocol MarrowHost: AnyObject {
    /// Now, and where.
    var now: Now { get }
    /// What this phone remembers of its people.
    var people: People { get set }

    /// Makes the system hold exactly the plan; called after every command. How the reminders of this phone stand then.
    func reconcile() async -> Health
    /// Leads to where a condition is set.
    func fix(_ need: Need)
    /// Asks for a reminder in a moment, to hear whether it comes. When it will, Unix ms.
    func testReminder() async -> Int64
    func print(_ document: Document)
    func share(_ document: Document)
    /// A policy document that a person chose; none: she chose none.
    func choosePolicy() async -> String?
    /// Hands a policy document out.
    func handOut(_ policy: String)
    /// Lets the hand feel what the eyes may not be on. A phone that cannot, or may not, keeps still.
    func feel(_ touch: Touch)
    /// A person chose this language for this phone.
    func speaks(_ lang: Lang)
}

/// What can be felt, in the order of how strongly.
public enum Touch: Hashable, Sendable {
    /// A minute of pressing has passed.
    case minute
    /// It is on record.
    case recorded
    /// It was not taken.
    case refused
    /// The pressing has lasted long enough.
    case over
}

/// Who records, and who has before.
public struct People: Hashable, Sendable {
    public var actor: Actor?
    public var known: [Actor]

    public init(actor: Actor? = nil, known: [Actor] = []) {
        self.actor = actor
        self.known = known
    }

    /// As many as have a line each without scrolling far.
    private static let most = 8

    /// With somebody else recording, who is the first of those known.
    func become(_ actor: Actor) -> People {
        People(actor: actor, known: Array(([actor] + known.filter { $0 != actor }).prefix(Self.most)))
    }
}

/// When something happened, how sure that is, why it comes late, what it takes the place of.
struct Moment {
    var performedAtMs: Int64?
    var precision = Precision.exact
    var lateReason: String?
    var amends: AmendForm?
}

/// What can be taken back, with which reason, until when.
struct Undo {
    let `case`: CaseId
    let entry: EntryId
    let reason: String
    let untilMs: Int64
}
