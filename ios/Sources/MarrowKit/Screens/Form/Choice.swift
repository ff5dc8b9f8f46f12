import Foundation

/// One of the answers at hand: what it is among answers, and what it is called.
public struct Choice: Hashable, Sendable {
    public let value: AnswerValue
    public let text: String

    public static func == (one: Choice, other: Choice) -> Bool {
        AnyHashable(one.value) == AnyHashable(other.value) && one.text == other.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(AnyHashable(value))
    }
}

/// What is typed into a field: it is an answer once it is one of these.
public enum Typed: Hashable, Sendable {
    case number(Decimal)
    case words(String)
    case list([String])
    case day(Day)

    var value: AnswerValue {
        switch self {
        case .number(let number): number
        case .words(let words): words
        case .list(let list): list
        case .day(let day): day
        }
    }
}

extension FormState {
    /// The answers that a field has at hand, in the core's words.
    public func choices(_ field: FieldText) -> [Choice] {
        switch field.answer {
        case .yesNo:
            [Choice(value: true, text: times.words.commonYes), Choice(value: false, text: times.words.commonNo)]
        case .one(let words), .several(let words):
            words.map { Choice(value: $0.word.value, text: $0.text.capitalisedFirst) }
        case .pain(let notAssessable):
            (0...10).map { Choice(value: Pain.score(score: $0), text: "\($0)") }
                + [Choice(value: Pain.notAssessable, text: notAssessable.capitalisedFirst)]
        case .device: devices.map { Choice(value: $0.id, text: $0.name) }
        case .number(let unit, _, _):
            field.atHand.compactMap { Decimal(string: $0) }
                .map { Choice(value: $0, text: Typing.written($0, unit: unit, times.words.lang)) }
        case .text: (field.atHand + (heard[field.field] ?? [])).map { Choice(value: $0, text: $0) }
        case .texts: field.atHand.map { Choice(value: $0, text: $0) }
        case .day, .fields, .given: []
        }
    }

    public func isChosen(_ choice: Choice, _ field: String) -> Bool {
        isAnswer(choice.value, answers[field])
    }

    /// What is answered once that choice is pressed: it is taken back where it was chosen. None is no answer.
    func pressed(_ choice: Choice, _ field: FieldText) -> AnswerValue? {
        switch field.answer {
        case .several, .texts: listTurned(choice.value, in: answers[field.field])
        default: isChosen(choice, field.field) ? nil : choice.value
        }
    }
}

private func isAnswer<Value: Sendable & Hashable>(_ value: Value, _ now: (any Sendable)?) -> Bool {
    (now as? Value) == value || (now as? [Value])?.contains(value) == true
}

/// A list with one more, or one less.
private func listTurned<Value: Sendable & Hashable>(_ one: Value, in now: (any Sendable)?) -> AnswerValue? {
    var chosen = now as? [Value] ?? []
    if let at = chosen.firstIndex(of: one) { chosen.remove(at: at) } else { chosen.append(one) }
    return chosen.isEmpty ? nil : chosen
}
