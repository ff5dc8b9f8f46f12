import Foundation

extension String {
    /// None where there is nothing but blanks: nobody has said anything.
    var nonBlank: String? {
        trimmingCharacters(in: .whitespacesAndNewlines).isEmpty ? nil : self
    }
}

extension String? {
    var nonBlank: String? { flatMap(\.nonBlank) }
}
