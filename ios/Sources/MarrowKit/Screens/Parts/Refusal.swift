/// Why the core did not take something, in its own words.
public struct Refusal: Hashable, Sendable {
    public let title: String
    public let advice: String

    public init(title: String, advice: String) {
        self.title = title
        self.advice = advice
    }
}

/// A sentence and the value in it that weighs, wherever the language puts it.
public struct Weighed: Hashable, Sendable {
    public let sentence: String
    public let value: String
}
