import SwiftUI

/// What is pressed, by how much it weighs: one filled main action a page, second ones outlined or tinted, words alone.
struct Pressed: ButtonStyle {
    enum Weight {
        case main, outlined, tinted, words
    }

    let weight: Weight
    var least = Measure.action
    @Environment(\.accessibilityReduceMotion) private var still

    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .multilineTextAlignment(.center)
            .foregroundStyle(ink)
            .padding(.horizontal, weight == .words ? 8 : 16).padding(.vertical, 8)
            .frame(maxWidth: weight == .words ? nil : .infinity, minHeight: least)
            .background(fill, in: Corner.button)
            .overlay { if weight == .outlined { Corner.button.strokeBorder(Hue.outline, lineWidth: 1.5) } }
            .contentShape(Corner.button)
            .opacity(configuration.isPressed ? 0.6 : 1)
            .animation(still ? nil : .easeOut(duration: 0.2), value: configuration.isPressed)
            .hoverEffect()
    }

    private var ink: Hue {
        switch weight {
        case .main: .onAction
        case .outlined: .onSurface
        case .tinted: .onPrimarySoft
        case .words: .primary
        }
    }

    private var fill: AnyShapeStyle {
        switch weight {
        case .main: AnyShapeStyle(Hue.action)
        case .tinted: AnyShapeStyle(Hue.primarySoft)
        case .outlined, .words: AnyShapeStyle(Color.clear)
        }
    }
}

/// The one main action of a page: filled, 64 high. `writes` says what it will put on record.
struct MainButton: View {
    let text: String
    var mark: String?
    var writes: String?
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) { ButtonWords(text: text, mark: mark, below: writes, font: Letters.main) }
            .buttonStyle(Pressed(weight: .main, least: Measure.main))
    }
}

/// A second action: outlined.
struct OutlinedAction: View {
    let text: String
    var mark: String?
    var least = Measure.action
    var below: String?
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) { ButtonWords(text: text, mark: mark, below: below, font: Letters.value) }
            .buttonStyle(Pressed(weight: .outlined, least: least))
    }
}

/// An action in words alone.
struct TextAction: View {
    let text: String
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) { Text(text).font(Letters.value) }.buttonStyle(Pressed(weight: .words))
    }
}

private struct ButtonWords: View {
    let text: String
    let mark: String?
    let below: String?
    let font: Font
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        HStack(spacing: 8) {
            if let mark, !letters.isAccessibilitySize { Image(systemName: mark).font(font).accessibilityHidden(true) }
            VStack(spacing: 2) {
                Text(text).font(font)
                if let below { Text(below).font(Letters.label) }
            }
        }
    }
}
