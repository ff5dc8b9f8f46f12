/// An answer's value, of whichever type its field has.
public typealias AnswerValue = any Sendable & Hashable

/// What was answered so far, by field; two are the same where each answer is.
public struct Answered: Hashable, Sendable {
    public private(set) var values: Answers

    public init(_ values: Answers = [:]) {
        self.values = values
    }

    public var isEmpty: Bool { values.isEmpty }
    public var fields: Set<String> { Set(values.keys) }

    public func has(_ field: String) -> Bool { values[field] != nil }

    public subscript(_ field: String) -> (any Sendable)? {
        get { values[field] }
        set { values[field] = newValue }
    }

    /// The same, to be compared.
    private var hashable: [String: AnyHashable] {
        values.mapValues { value in
            guard let value = value as? any Hashable else { return AnyHashable("\(value)") }
            return AnyHashable(value)
        }
    }

    public static func == (one: Answered, other: Answered) -> Bool {
        one.hashable == other.hashable
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(hashable)
    }
}
