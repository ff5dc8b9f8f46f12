import SwiftUI

/// Every colour of the screens, by what it is for. Colour is spent on status, flags and nothing else; red never means late.
///
/// Each is light or dark as the page around it, and stronger where the phone is asked for more contrast. The values are
/// those of Android; a test compares them.
public enum Hue: String, CaseIterable, ShapeStyle, Sendable {
    case surface, surfaceRaised, surfaceSunk, onSurface, onSurfaceMuted, outline, hairline, primary, onPrimary,
        action, onAction, primarySoft, onPrimarySoft, dueFill, dueEdge, dueInk, lateFill, lateEdge, lateInk,
        overdueFill, overdueEdge, overdueInk, longFill, longEdge, longInk, redFill, redInk, redSign, redStrip,
        redStripInk, redMark, amberMark, noteMark, okMark, okInk, figureBody, figureEdge, figureBone, figureBoneEdge,
        figureBoneChosen, figureBoneTried, rulerPast, rulerLeft

    public func resolve(in environment: EnvironmentValues) -> Color {
        Self.color(value(dark: environment.colorScheme == .dark, strong: environment.colorSchemeContrast == .increased))
    }

    /// Red, green and blue, a byte each.
    func value(dark: Bool, strong: Bool) -> UInt32 {
        let hue = strong ? stronger : self
        return dark ? hue.values.dark : hue.values.light
    }

    /// What stands in its place where more contrast is asked for.
    private var stronger: Hue {
        switch self {
        case .onSurfaceMuted, .outline, .figureEdge, .figureBoneEdge, .noteMark: .onSurface
        case .hairline: .outline
        case .rulerLeft: .onSurfaceMuted
        default: self
        }
    }

    private static func color(_ value: UInt32) -> Color {
        func part(_ shift: UInt32) -> Double { Double(value >> shift & 0xFF) / 255 }
        return Color(.sRGB, red: part(16), green: part(8), blue: part(0), opacity: 1)
    }
}
