import Foundation

// Foundation's own, which Linux's lacks; those frameworks whose names ask for it bring it along.

public struct LocalizedStringResource: Equatable, Sendable, ExpressibleByStringInterpolation {
    /// What is looked up; shown as it is where nothing is found.
    public let key: String

    public init(stringLiteral value: String) {
        key = value
    }
}
