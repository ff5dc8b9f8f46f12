import SwiftUI

/// Distances and sizes that more than one screen keeps to, in points.
enum Measure {
    static let edge: CGFloat = 16
    static let cardEdge: CGFloat = 8
    static let gap: CGFloat = 8
    /// The least that a finger is asked to hit: more than the 44 of the platform, for gloves.
    static let target: CGFloat = 48
    static let action: CGFloat = 56
    static let main: CGFloat = 64
    /// No wider than this is a form, however wide the window.
    static let form: CGFloat = 560
    /// The column of times, before it grows with the letters.
    static let plate: CGFloat = 124
}

/// Corners, by what has them.
enum Corner {
    static let plate = RoundedRectangle(cornerRadius: 8, style: .continuous)
    static let chip = RoundedRectangle(cornerRadius: 12, style: .continuous)
    static let button = RoundedRectangle(cornerRadius: 16, style: .continuous)
    static let card = RoundedRectangle(cornerRadius: 20, style: .continuous)
}
