/// Why the core did not take something, in its own words.
public struct Refusal: Hashable, Sendable {
    public let title: String
    public let advice: String
    /// The field whose answer lifts it.
    public let liftedBy: String?

    public init(title: String, advice: String, liftedBy: String? = nil) {
        self.title = title
        self.advice = advice
        self.liftedBy = liftedBy
    }
}

/// A sentence and the value in it that weighs, wherever the language puts it.
public struct Weighed: Hashable, Sendable {
    public let sentence: String
    public let value: String
}
