/// A form of any kind, half filled in. What it asks, in which order and how, is the core's to say; here is what was
/// answered. Nothing is answered beforehand.
public struct FormState: Equatable, Sendable {
    public var times: Times
    public var kind: KindText
    /// Whom it is about, in words: alias, side and bone.
    public var alias: String
    public var place: String?
    public var groups: [AskedGroup]
    public var devices: [DeviceText]
    /// What the sides are called, where both are compared.
    public var side: String?
    public var otherSide: String?
    public var answers = Answered()
    /// Fields that were given with the form, and are not asked.
    public var given: Set<String> = []
    /// Why it is recorded late is asked, and what is typed.
    public var whyLate: String?
    /// It takes the place of an entry: why is asked, and what is typed.
    public var whyAmended: String?
    /// Groups that somebody opened or closed by hand.
    public var turned: Set<String> = []
    /// What a check lacks to count, by field, as the core said last; none before it was asked.
    public var missing: [String]?
    /// When it happened, where that is not now.
    public var performedAtMs: Int64?
    /// Another time is being chosen.
    public var choosing = false
    /// It was closed with something filled in: what becomes of that is asked.
    public var leaving = false
    public var refusal: Refusal?
    /// Answers by field that this case has at hand, beside those of everybody.
    public var heard: [String: [String]] = [:]

    static let notAssessedField = "not_assessed"
    /// Asked once for all that is left.
    public static let whyNotField = "not_assessed_reason"

    public var isCheck: Bool { kind.kind == .check }

    /// A check that nobody has answered is no entry.
    public var saysNothing: Bool { isCheck && answers.fields == given }

    /// The form as far as it is answered; none where the kind is not asked by a form.
    public var form: Form? { Form(kind.kind, answers.values) }

    public func field(_ name: String) -> FieldText? { kind.fields.first { $0.field == name } }

    public func isOpen(_ group: AskedGroup) -> Bool { group.open != turned.contains(group.title) }

    public var notAssessed: Set<String> { Set(answers[Self.notAssessedField] as? [String] ?? []) }

    /// Out of how many that count, how many are answered.
    public var counted: (done: Int, of: Int) {
        let asked = groups.filter(\.counts).flatMap(\.fields).map(\.field)
        let lacks = missing ?? asked
        let done = asked.filter { !lacks.contains($0) && isSaid($0) }.count
        return (done, done + lacks.count)
    }

    /// Some that count are asked only where another answer makes them: the core says so by missing them.
    public func applies(_ group: AskedGroup, _ field: String) -> Bool {
        guard !given.contains(field) else { return false }
        guard group.counts, let missing else { return true }
        return missing.contains(field) || isSaid(field)
    }

    private func isSaid(_ field: String) -> Bool { answers.has(field) || notAssessed.contains(field) }

    /// A finding can be left open on purpose; what is said besides needs no such word.
    public func mayBeLeft(_ asked: AskedField) -> Bool {
        isCheck && field(asked.field)?.answer != .text && asked.field != "context"
    }
}

extension FormState {
    /// Takes that answer, or none any more. What is answered is assessed.
    mutating func say(_ field: String, _ value: AnswerValue?) {
        answers[field] = value
        assessed(field)
    }

    /// "Not assessed" said of a field, or taken back.
    mutating func turnNotAssessed(_ field: String) {
        guard !notAssessed.contains(field) else { return assessed(field) }
        answers[field] = nil
        answers[Self.notAssessedField] = (notAssessed.union([field])).sorted()
    }

    private mutating func assessed(_ field: String) {
        let left = notAssessed.subtracting([field])
        if left.isEmpty {
            answers[Self.notAssessedField] = nil
            answers[Self.whyNotField] = nil
        } else {
            answers[Self.notAssessedField] = left.sorted()
        }
    }
}

public enum FormEvent: Equatable, Sendable {
    case back
    case leave(Leaving)
    /// One of the answers at hand was pressed; pressing what is chosen takes it back.
    case press(field: String, Choice)
    /// A number, words, a list or a day was typed; none: it was taken away.
    case type(field: String, Typed?)
    case notAssessed(field: String)
    case turn(group: String)
    case whyLate(String)
    case whyAmended(String)
    /// Another time is chosen, or has been.
    case choosing(Bool)
    case at(Int64?)
    case save
}
